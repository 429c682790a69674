// The files of a program as they were at a commit, in a folder of their own. Git itself gives them; nothing of the repository changes.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { realFolder } from "./real-folder.ts";
import { type Environment, runProgram } from "./run-program.ts";

/** Milliseconds. */
const TIMEOUT = 60_000;

/** A commit, with the name that people know it by. */
export interface Revision {
  /** 40 or 64 hexadecimal digits. */
  readonly commit: string;
  readonly shown: string;
}

/** Why something can't be had, in a sentence. */
export interface GitProblem {
  readonly problem: string;
}

/** The commit that a name stands for in the repository around `folder`. Never rejects. */
export async function revisionAt(
  folder: string,
  name: string,
  environment: Environment,
): Promise<Revision | GitProblem> {
  const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], {
    folder,
    environment,
  });
  if ("problem" in found) return found;
  const commit = found.stdout.trim();
  return found.code === 0 && isCommit(commit)
    ? { commit, shown: name }
    : { problem: `there is no commit \`${name}\` in its repository` };
}

/** Where the work at `folder` left the branch: the newest commit of both. The branch of a remote comes first, since it is what others have. */
export async function mergeBase(
  folder: string,
  branch: string,
  environment: Environment,
): Promise<Revision | GitProblem> {
  for (const name of [`origin/${branch}`, branch]) {
    const found = await revisionAt(folder, name, environment);
    if ("problem" in found) {
      if (found.problem.startsWith("there is no commit")) continue;
      return found;
    }
    const base = await git(["merge-base", "HEAD", found.commit], { folder, environment });
    if ("problem" in base) return base;
    const commit = base.stdout.trim();
    if (base.code === 0 && isCommit(commit)) return { commit, shown: `where it left ${name}` };
    return { problem: `it has no commit in common with \`${name}\`: a shallow clone needs more of its history` };
  }
  return { problem: `there is no branch \`${branch}\` in its repository, here or at \`origin\`` };
}

/**
 * Gives `use` a folder that holds what the project's folder held at the commit, and removes it afterwards; where there was no such folder,
 * one that does not exist. Links stay links, and what leads out of the project is refused by whoever reads it.
 */
export async function withRevision<T>(
  root: string,
  { commit }: Revision,
  environment: Environment,
  use: (folder: string) => Promise<T>,
): Promise<T | GitProblem> {
  const top = await git(["rev-parse", "--show-toplevel"], { folder: root, environment });
  if ("problem" in top) return top;
  const folder = realFolder(top.stdout.replace(/\r?\n$/, ""));
  const tree = `${commit}:${relative(folder, realFolder(root)).split(sep).join("/")}`;
  const isThere = await git(["cat-file", "-e", tree], { folder, environment });
  if ("problem" in isThere) return isThere;
  const temporary = mkdtempSync(join(tmpdir(), "hubc-plan-"));
  try {
    if (isThere.code !== 0) return await use(join(temporary, "nothing"));
    const problem = await writeTree(tree, temporary, { folder, environment });
    return problem ?? (await use(join(temporary, "files")));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Writes a tree to `files` in the temporary folder, by a repository of its own there that has the objects of the other and nothing of its
 * configuration: that may name programs through which files go (`filter`), and remotes that missing objects are fetched from.
 */
async function writeTree(
  tree: string,
  temporary: string,
  { folder, environment }: GitPlace,
): Promise<GitProblem | undefined> {
  const asked = await git(["rev-parse", "--show-object-format", "--git-path", "objects", "--verify", tree], {
    folder,
    environment,
  });
  if ("problem" in asked) return asked;
  const [format = "", objects = "", id = ""] = asked.stdout.split("\n");
  const files = join(temporary, "files");
  mkdirSync(files);
  const own = {
    ...environment,
    GIT_DIR: join(temporary, "git"),
    GIT_WORK_TREE: files,
    GIT_OBJECT_DIRECTORY: resolve(folder, objects),
    GIT_LFS_SKIP_SMUDGE: "1",
  };
  const steps = [
    ["init", "--quiet", "--template=", `--object-format=${format}`],
    ["read-tree", id],
    ["-c", "core.autocrlf=false", "checkout-index", "--all"],
  ];
  for (const step of steps) {
    const end = await git(step, { folder: files, environment: own });
    if ("problem" in end) return end;
    if (end.code !== 0)
      return { problem: `git can't give its files at ${tree}: ${end.stderr.split("\n", 1)[0] ?? ""}` };
  }
  return undefined;
}

function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

interface GitPlace {
  readonly folder: string;
  readonly environment: Environment;
}

async function git(
  words: readonly string[],
  { folder, environment }: GitPlace,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string } | GitProblem> {
  const end = await runProgram({
    program: "git",
    // A repository may name programs to watch its files and to run after a change of its index; none is started.
    arguments: ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", ...words],
    folder,
    // What a partial clone left out would be fetched by whatever its configuration says.
    environment: {
      ...environment,
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_NO_LAZY_FETCH: "1",
      GIT_ALLOW_PROTOCOL: "none",
    },
    timeout: TIMEOUT,
  });
  if (end.kind === "not-started") return { problem: "git is not installed" };
  if (end.kind === "too-slow") return { problem: `git did not answer in ${TIMEOUT / 1000} seconds` };
  if (/not a git repository/.test(end.stderr)) return { problem: "it is in no git repository" };
  if (/dubious ownership/.test(end.stderr))
    return { problem: "its repository belongs to another account, so git reads nothing of it" };
  return end;
}
