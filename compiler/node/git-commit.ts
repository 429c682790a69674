// The commit that a branch or tag of a repository is at, asked of the repository's own server by git itself, so that its
// configuration, proxies and keys count as they do for people.

import { withoutLogin } from "../lock/git-address.ts";
import { isLocalHost } from "./ask-server.ts";
import { type Environment, runProgram } from "./run-program.ts";

export interface RefAsked {
  /** An address that git takes. */
  readonly repository: string;
  /** A branch, a tag, a whole `refs/…`, or `HEAD`. */
  readonly ref: string;
}

/** Milliseconds. */
const TIMEOUT = 60_000;

/** The commit, or why there is none, as part of a sentence. Never rejects. */
export async function gitCommit(
  { repository, ref }: RefAsked,
  environment: Environment,
): Promise<{ readonly commit: string } | { readonly problem: string }> {
  const refused = refusal(repository);
  if (refused !== undefined) return { problem: refused };
  const wanted = candidates(ref);
  const end = await runProgram({
    program: "git",
    arguments: ["ls-remote", "--", repository, ...wanted],
    environment: { GIT_SSH_COMMAND: "ssh -o BatchMode=yes", ...environment, ...unattended(repository) },
    timeout: TIMEOUT,
  });
  if (end.kind === "not-started") return { problem: "git is not installed" };
  if (end.kind === "too-slow") return { problem: `its server did not answer in ${TIMEOUT / 1000} seconds` };
  if (end.code !== 0) return { problem: reason(end.stderr) };
  const commits = new Map(
    end.stdout.split("\n").map((line) => {
      const [commit = "", name = ""] = line.split("\t");
      return [name, commit] as const;
    }),
  );
  const commit = wanted.map((name) => commits.get(name)).find((found) => found !== undefined);
  if (commit !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return { commit };
  if (ref === "HEAD") return { problem: "it has no default branch: it may be empty" };
  const short = /^[0-9a-f]{7,39}$/.test(ref) ? "; a commit is written with all its 40 digits" : "";
  return { problem: `it has no branch or tag \`${ref}\`${short}` };
}

/** As pip looks: a branch before a tag, and of an annotated tag the commit it is on. Source: pip 24, vcs/git.py. */
function candidates(ref: string): readonly string[] {
  if (ref === "HEAD") return ["HEAD"];
  if (ref.startsWith("refs/")) return [`${ref}^{}`, ref];
  return [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
}

/** Without encryption anybody on the way could answer, and the answer is what the build will run. */
function refusal(repository: string): string | undefined {
  const [, scheme = "", host = ""] = /^([a-z]+):\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(repository) ?? [];
  const plain = scheme.toLowerCase();
  if (plain === "https" || plain === "ssh") return undefined;
  if (plain === "http" && isLocalHost(host)) return undefined;
  return "only `https://` and `ssh://` addresses are asked";
}

/** Nothing to ask a person, no other protocols by redirects or configuration, messages in English. */
function unattended(repository: string): Environment {
  return {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    SSH_ASKPASS: "true",
    GIT_ALLOW_PROTOCOL: repository.startsWith("http:") ? "http" : "https:ssh",
    LC_ALL: "C",
  };
}

function reason(stderr: string): string {
  const text = withoutLogin(stderr);
  if (/could not read (?:Username|Password)|Authentication failed|Permission denied/i.test(text))
    return "it does not exist, or may not be read without signing in";
  if (/repository .* not found|does not appear to be a git repository/i.test(text))
    return "there is no such repository";
  const line = text.split("\n").findLast((one) => /^(?:fatal|error|ssh):/.test(one));
  return line === undefined ? "git failed" : `git says "${line.replace(/^(?:fatal|error): /, "")}"`;
}
