// Where in a person's home a repository is fetched to. nbgitpuller merges what it fetches into the folder that is there, so that two
// branches, or two repositories, in one folder fail in git or mix one's files into the other's.

import type { Content } from "./content.ts";

/** The last part of a repository's address, which nbgitpuller takes for the folder where none is named. */
export function repositoryName(repo: string): string {
  return plainRepository(repo).split("/").at(-1) ?? "";
}

/** The address without `.git` and slashes at its end: two that differ in those alone are one repository. */
export function plainRepository(repo: string): string {
  return repo.replace(/(?:\.git|\/)+$/, "");
}

/** Hosts that know a repository without the `.git` at its end (their documentation, 2026-11); others, such as a plain git server, may know it only so. */
const knowPlain =
  /^https?:\/\/(?:[^/@]*@)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitea\.com)\//i;

/** The address by which links fetch a repository. */
export function fetchedAddress(repo: string): string {
  return knowPlain.test(repo) ? plainRepository(repo) : repo.replace(/\/+$/, "");
}

/** The folder of a branch of the content; `branch` is undefined for the content's own. Another one has a folder beside it. */
export function contentFolder({ repo, branch: own, folder }: Content, branch: string | undefined): string {
  const usual = folder?.value ?? repositoryName(repo.value);
  return branch === undefined || branch === own?.value ? usual : `${usual}-${branch.replaceAll("/", "-")}`;
}
