// pip lines that name a git repository: the address that git takes, the branch or tag, and the same line with a commit in its place.

import type { Requirement } from "../syntax/requirements/requirement.ts";

export interface GitAddress {
  /** As git takes it, with the name and password that may be in it. */
  readonly repository: string;
  /** A branch, tag or commit; `HEAD` where the line names none. */
  readonly ref: string;
  /** Whether `ref` is a whole commit, which nothing can move. */
  readonly fixed: boolean;
}

/** The repository of a pip line; undefined for any other line. */
export function gitAddress(requirement: Requirement): GitAddress | undefined {
  const parts = addressParts(requirement);
  if (parts === undefined) return undefined;
  return { repository: parts.repository, ref: parts.ref ?? "HEAD", fixed: isCommit(parts.ref ?? "") };
}

/** The line with `commit` for its branch or tag; as it is, where it names no repository. */
export function atCommit(requirement: Requirement, commit: string): Requirement {
  const parts = addressParts(requirement);
  if (parts === undefined) return requirement;
  const url = `git+${parts.repository}@${commit}${parts.fragment}`;
  return { ...requirement, url, text: requirement.text.replace(parts.whole, () => url) };
}

/** An address without the name and password in front of its host. `git@`, which is no secret, stays. */
export function withoutLogin(text: string): string {
  return text.replace(/:\/\/(?!git@)[^/@\s]*@/g, "://");
}

/** Whether the text is a whole commit, by SHA-1 or SHA-256. */
function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text);
}

interface AddressParts {
  readonly whole: string;
  readonly repository: string;
  readonly ref: string | undefined;
  /** With its `#`. */
  readonly fragment: string;
}

/** As pip takes an address apart: the ref stands behind the last `@` of the path. Source: pip 24, vcs/versioncontrol.py. */
function addressParts({ ecosystem, url }: Requirement): AddressParts | undefined {
  if (ecosystem !== "pip" || url === undefined) return undefined;
  const [whole, start, path = "", fragment = ""] = /^git\+([A-Za-z]+:\/\/[^/?#]*)(\/[^#]*)(#.*)?$/.exec(url) ?? [];
  if (whole === undefined || start === undefined) return undefined;
  const at = path.lastIndexOf("@");
  const ref = at < 0 ? undefined : path.slice(at + 1);
  return { whole, repository: `${start}${at < 0 ? path : path.slice(0, at)}`, ref, fragment };
}
