// A git server on 127.0.0.1: bare repositories made with git itself, served as plain files, which git calls the dumb protocol.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { reply, startLocalServer } from "./local-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface LocalGit {
  /** `http://127.0.0.1:port/course.git`, which is served without `.git` too, with the branches `main` and `fall` and the tags `v1` and `v2`, which is annotated. */
  readonly repository: string;
  /** Commits by branch and tag. */
  readonly commits: Readonly<Record<"main" | "fall" | "v1" | "v2", string>>;
  /** Adds a commit to `main` and gives its name. */
  readonly commit: () => string;
}

export async function startGitServer(): Promise<LocalGit> {
  const folder = temporaryFolder();
  const bare = join(folder, "course.git");
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", bare);
  const tree = git(bare, "mktree");
  const first = addCommit(bare, tree, "main", "first");
  git(bare, "tag", "v1", first);
  git(bare, "tag", "--annotate", "--message", "Second", "v2", first);
  const fall = addCommit(bare, tree, "fall", "fall");
  const main = addCommit(bare, tree, "main", "second");
  git(bare, "update-server-info");
  const { host } = await startLocalServer(() => (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname);
    const file = join(folder, path.replace(/^\/course\//, "/course.git/"));
    if (path.includes("..") || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) reply(response, 404);
    else reply(response, 200, readFileSync(file));
  });
  return {
    repository: `http://${host}/course.git`,
    commits: { main, fall, v1: first, v2: first },
    commit: () => {
      const added = addCommit(bare, tree, "main", "third");
      git(bare, "update-server-info");
      return added;
    },
  };
}

function addCommit(bare: string, tree: string, branch: string, message: string): string {
  const commit = git(bare, "commit-tree", tree, "-m", message);
  git(bare, "update-ref", `refs/heads/${branch}`, commit);
  return commit;
}

function git(folder: string, ...words: readonly string[]): string {
  const person = { GIT_AUTHOR_NAME: "t", GIT_AUTHOR_EMAIL: "t@example.edu" };
  const committer = { GIT_COMMITTER_NAME: "t", GIT_COMMITTER_EMAIL: "t@example.edu" };
  return execFileSync("git", words, {
    cwd: folder,
    input: "",
    encoding: "utf8",
    env: { ...process.env, ...person, ...committer, GIT_CONFIG_GLOBAL: "/dev/null" },
  }).trim();
}
