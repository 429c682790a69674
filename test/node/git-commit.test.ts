import { chmodSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gitCommit } from "../../compiler/node/git-commit.ts";
import { startGitServer } from "../support/local-git.ts";
import { reply, startLocalServer } from "../support/local-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const environment = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null" };

describe("the commit of", () => {
  test.each(["main", "fall", "v1", "v2"] as const)("%s is what its server says", async (ref) => {
    const { repository, commits } = await startGitServer();
    expect(await gitCommit({ repository, ref }, environment)).toEqual({ commit: commits[ref] });
  });

  test("no ref is that of the default branch, and a whole ref is itself", async () => {
    const { repository, commits } = await startGitServer();
    expect(await gitCommit({ repository, ref: "HEAD" }, environment)).toEqual({ commit: commits.main });
    expect(await gitCommit({ repository, ref: "refs/tags/v2" }, environment)).toEqual({ commit: commits.v2 });
  });

  test("a branch that is not there, or half a commit", async () => {
    const { repository, commits } = await startGitServer();
    expect(await gitCommit({ repository, ref: "mian" }, environment)).toEqual({
      problem: "it has no branch or tag `mian`",
    });
    const short = commits.main.slice(0, 8);
    expect(await gitCommit({ repository, ref: short }, environment)).toEqual({
      problem: `it has no branch or tag \`${short}\`; a commit is written with all its 40 digits`,
    });
    expect(await gitCommit({ repository, ref: "m*" }, environment)).toEqual({
      problem: "it has no branch or tag `m*`",
    });
  });

  test("a repository that is not there, or that wants a password", async () => {
    const { repository } = await startGitServer();
    const gone = repository.replace("course.git", "gone.git");
    expect(await gitCommit({ repository: gone, ref: "main" }, environment)).toEqual({
      problem: "there is no such repository",
    });
    const { host } = await startLocalServer(() => (_, response) => {
      reply(response, 401, "", { "www-authenticate": 'Basic realm="x"' });
    });
    expect(await gitCommit({ repository: `http://${host}/x.git`, ref: "main" }, environment)).toEqual({
      problem: "it does not exist, or may not be read without signing in",
    });
  });
});

test.each([
  "http://example.invalid/x.git",
  "git://127.0.0.1/x.git",
  "ext::sh -c true",
  "file:///etc",
  "/etc",
  "--help",
])("%s is never asked", async (repository) => {
  // A stand-in for git, which would give itself away by its answer.
  const folder = temporaryFolder({ git: `#!/bin/sh\necho "${"a".repeat(40)}\tHEAD"\n` });
  chmodSync(`${folder}/git`, 0o755);
  expect(await gitCommit({ repository: "https://h/x.git", ref: "HEAD" }, { PATH: folder })).toEqual({
    commit: "a".repeat(40),
  });
  expect(await gitCommit({ repository, ref: "HEAD" }, { PATH: folder })).toEqual({
    problem: "only `https://` and `ssh://` addresses are asked",
  });
});

test("no git", async () => {
  const PATH = temporaryFolder();
  expect(await gitCommit({ repository: "https://h/x.git", ref: "HEAD" }, { PATH })).toEqual({
    problem: "git is not installed",
  });
});
