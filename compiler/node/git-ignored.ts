// Which files git ignores: what people keep beside a program and out of their repository, such as keys. The .gitignore files of the
// project, of the folders below and of the repository above are read here, so that the answer is the same where git is not
// installed and where there is no repository yet. Git itself is asked only about files that they name: one that is tracked
// all the same is not ignored. What a person's own configuration ignores is not looked at: it is no part of the project.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type IgnorePattern, ignoreVerdict, readIgnorePatterns } from "../text/gitignore.ts";
import { readText } from "./read-text.ts";

/** Those of `paths`, relative to `root` with `/`, that git ignores. `root` is absolute, with links followed. Never throws. */
export function ignoredByGit(root: string, paths: readonly string[]): ReadonlySet<string> {
  const { named, isRepository } = namedByIgnoreFiles(root, paths);
  return new Set((isRepository ? askGit(root, named) : undefined) ?? named);
}

/**
 * Those of `paths` that a repository does not hold, since git itself ignores them. A `.gitignore` alone says nothing of it: where there is no
 * repository, as in an archive of one, or one that ignores `root` itself, or no git that answers, the files it names may be what everybody has.
 */
export function outOfRepository(root: string, paths: readonly string[]): ReadonlySet<string> {
  const { named, isRepository, isIgnoredItself } = namedByIgnoreFiles(root, paths);
  return new Set((isRepository && !isIgnoredItself ? askGit(root, named) : undefined) ?? []);
}

function namedByIgnoreFiles(root: string, paths: readonly string[]) {
  const top = repositoryAt(root);
  const look = ignoreFiles(top ?? root, top === undefined ? [] : excludesOf(top));
  const prefix = relative(top ?? root, root)
    .split(sep)
    .filter(Boolean);
  const named = paths.filter((path) => look([...prefix, ...path.split("/")]));
  return { named, isRepository: top !== undefined, isIgnoredItself: look(prefix, true) };
}

/** Whether the path of these parts, from the top, is ignored: it or a folder that it is in. */
function ignoreFiles(
  top: string,
  excludes: readonly IgnorePattern[],
): (parts: readonly string[], isFolder?: boolean) => boolean {
  const read = new Map<string, readonly IgnorePattern[]>();
  const patternsIn = (folder: string): readonly IgnorePattern[] => {
    const known = read.get(folder) ?? patternsAt(join(top, folder, ".gitignore"));
    read.set(folder, known);
    return known;
  };
  const verdict = (parts: readonly string[], isFolder: boolean): boolean => {
    for (let depth = parts.length - 1; depth >= 0; depth -= 1) {
      const found = ignoreVerdict(patternsIn(parts.slice(0, depth).join("/")), parts.slice(depth).join("/"), isFolder);
      if (found !== undefined) return found === "ignored";
    }
    return ignoreVerdict(excludes, parts.join("/"), isFolder) === "ignored";
  };
  return (parts, isFolder = false) =>
    parts.some((_, index) => verdict(parts.slice(0, index + 1), isFolder || index < parts.length - 1));
}

/** Bytes. */
const LARGEST_IGNORE_FILE = 2 ** 20;

function patternsAt(path: string): readonly IgnorePattern[] {
  return existsSync(path) ? readIgnorePatterns(readText(path, LARGEST_IGNORE_FILE).text ?? "") : [];
}

/** The top of the repository that `folder` is in. */
function repositoryAt(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** `.git/info/exclude`; of a second working tree, that of its repository (gitrepository-layout(5)). */
function excludesOf(top: string): readonly IgnorePattern[] {
  const git = join(top, ".git");
  const link = /^gitdir: (.+)/.exec(readText(git, LARGEST_IGNORE_FILE).text ?? "")?.[1]?.trim();
  if (link === undefined) return patternsAt(join(git, "info", "exclude"));
  const own = resolvedFrom(top, link);
  const common = readText(join(own, "commondir"), LARGEST_IGNORE_FILE).text?.trim() ?? ".";
  return patternsAt(join(resolvedFrom(own, common), "info", "exclude"));
}

function resolvedFrom(folder: string, path: string): string {
  return path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : join(folder, path);
}

/** Git's own answer; nothing where it is not installed or does not take the folder for a repository of this person. */
function askGit(root: string, paths: readonly string[]): readonly string[] | undefined {
  if (paths.length === 0) return [];
  // A repository's own configuration may name a program to watch its files, which is not started.
  const asked = ["-c", "core.fsmonitor=false", "-C", root, "check-ignore", "-z", "--stdin"];
  const input = paths.map((path) => `${path}\0`).join("");
  const { status, stdout } = spawnSync("git", asked, { input, encoding: "utf8", timeout: 5_000 });
  if (status !== 0 && status !== 1) return undefined;
  const answer = new Set(stdout.split("\0"));
  return paths.filter((path) => answer.has(path));
}
