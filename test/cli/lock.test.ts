// hubc lock and hubc build --locked against a registry, a git server and a conda channel of the test's own.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exampleHub } from "../support/example-programs.ts";
import { type LocalGit, startGitServer } from "../support/local-git.ts";
import { digestOf, imageIndex, type RegistrySketch, startRegistry } from "../support/local-registry.ts";
import { runCli } from "../support/run-cli.ts";
import { folderOfTools, startChannel } from "../support/stand-in-solvers.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
const base = imageIndex("base");

interface Site {
  readonly cwd: string;
  readonly git: LocalGit;
  readonly registry: string;
  readonly channel: string;
  readonly asked: readonly string[];
  readonly hubc: (...argv: readonly string[]) => ReturnType<typeof runCli>;
  readonly edit: (from: string, to: string) => void;
  readonly lock: () => { readonly images: Readonly<Record<string, unknown>>; readonly contents: unknown };
}

interface SiteOptions {
  readonly tools?: readonly ("conda-lock" | "pixi")[];
  readonly registry?: Partial<RegistrySketch>;
  readonly numpy?: string;
}

/** A project on servers of its own, which nothing but `hubc lock` may ask. */
async function site({ tools = [], registry = {}, numpy = "2.3" }: SiteOptions = {}): Promise<Site> {
  const server = await startRegistry({ images: { "campus/base:1": base }, tokens: "anonymous", ...registry });
  const repositories = await startGitServer();
  const { channel } = await startChannel({ numpy: "2.3.4", pip: "25.2" });
  const images = `image img {
  base = "${server.host}/campus/base:1"
  channels = ["${channel}"]
  conda {
    numpy=${numpy}
  }
  pip {
    tools @ git+${repositories.repository}@fall
    nbgitpuller==1.3.0
  }
}
image other {
  base = "${server.host}/campus/base:1"
}
`;
  const content = `  content m {\n    repo = "${repositories.repository.replace(/\.git$/, "")}"\n    branch = "main"\n  }\n`;
  const program = exampleHub({ course: content }).replace("image img extends std.jupyterlab { }\n", images);
  const cwd = temporaryFolder({ "p.hub": `project p { registry = "ghcr.io/campus" }\n${program}` });
  const env = { PATH: folderOfTools(tools, git), GIT_CONFIG_GLOBAL: "/dev/null", GIT_EXEC_PATH: execPath() };
  const path = join(cwd, "p.hub");
  return {
    cwd,
    git: repositories,
    registry: server.host,
    channel,
    asked: server.asked,
    hubc: (...argv) => runCli(argv, { cwd, env }),
    edit: (from, to) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(from)) throw new Error(`${from} is not in the program`);
      writeFileSync(path, text.replace(from, to));
    },
    lock: () => JSON.parse(readFileSync(join(cwd, "hubc.lock"), "utf8")),
  };
}

/** git's own programs, which a PATH with nothing else in it would hide. */
function execPath(): string {
  return execFileSync(git, ["--exec-path"], { encoding: "utf8" }).trim();
}

describe("hubc lock", () => {
  test("writes what the servers say, and says what is not locked", async () => {
    const one = await site();
    const ran = await one.hubc("lock");
    expect(ran).toEqual({
      code: 0,
      stdout: "wrote hubc.lock\n",
      stderr:
        "locked 2 images and 2 repositories\nwarning: packages are not locked: install conda-lock or pixi (img)\n",
    });
    const address = one.git.repository;
    expect(one.lock()).toEqual({
      version: 1,
      images: {
        img: {
          base: { reference: `${one.registry}/campus/base:1`, digest: digestOf(base) },
          requirements: {
            channels: [one.channel],
            conda: { numpy: "numpy=2.3" },
            pip: { nbgitpuller: "nbgitpuller==1.3.0", tools: `tools @ git+${address}@fall` },
          },
          git: { tools: { repository: address, ref: "fall", commit: one.git.commits.fall } },
        },
        other: {
          base: { reference: `${one.registry}/campus/base:1`, digest: digestOf(base) },
          requirements: { channels: [], conda: {}, pip: {} },
          git: {},
        },
      },
      contents: {
        c: { m: { repository: address.replace(/\.git$/, ""), ref: "main", commit: one.git.commits.main } },
      },
    });
    expect(one.asked.filter((line) => line.includes("/manifests/"))).toHaveLength(2);
  });

  test("writes the same again, and what moved", async () => {
    const one = await site();
    await one.hubc("lock");
    const before = readTree(one.cwd);
    expect((await one.hubc("lock")).stdout).toBe("");
    expect(readTree(one.cwd)).toEqual(before);
    const moved = one.git.commit();
    expect((await one.hubc("lock")).stdout).toBe("wrote hubc.lock\n");
    expect(one.lock().contents).toMatchObject({ c: { m: { commit: moved } } });
  });

  test.each([
    ["conda-lock", "locks/img.conda-lock.yml"],
    ["pixi", "locks/img.pixi.lock"],
  ] as const)("has %s solve what is built, for each platform", async (tool, file) => {
    const one = await site({ tools: [tool] });
    const ran = await one.hubc("lock", "--platform", "osx-arm64", "--platform", "linux-64", "--platform", "linux-64");
    expect(ran).toEqual({
      code: 0,
      stdout: `wrote hubc.lock\nwrote ${file}\n`,
      stderr: "locked 2 images and 2 repositories\n",
    });
    const text = readFileSync(join(one.cwd, file), "utf8");
    expect(text.split("\n")).toEqual([
      "linux-64",
      "osx-arm64",
      "numpy 2.3.4",
      `- tools @ git+${one.git.repository}@${one.git.commits.fall}`,
      "",
    ]);
    expect(one.lock().images["img"]).toMatchObject({
      solve: { tool, platforms: ["linux-64", "osx-arm64"], file, sha256: digestOf(text).slice("sha256:".length) },
    });
    expect((await one.hubc("build", "--locked")).code).toBe(0);
  });

  test("takes conda-lock before pixi, and clears away what it wrote before and nothing else", async () => {
    const both = await site({ tools: ["pixi", "conda-lock"] });
    await both.hubc("lock");
    writeFileSync(join(both.cwd, "locks/mine.conda-lock.yml"), "");
    both.edit("image img {", "image image-of-c {");
    both.edit("image = img", "image = image-of-c");
    expect((await both.hubc("lock")).stdout).toBe(
      "wrote hubc.lock\nwrote locks/image-of-c.conda-lock.yml\nremoved locks/img.conda-lock.yml\n",
    );
    expect(existsSync(join(both.cwd, "locks/mine.conda-lock.yml"))).toBe(true);
  });

  test("writes nothing where one answer fails, and says each failure", async () => {
    const one = await site();
    await one.hubc("lock");
    const before = readTree(one.cwd);
    one.edit("@fall", "@autumn");
    one.edit('base = "127', 'base = "localhost/nowhere:1"\n  # "127');
    one.edit('branch = "main"', 'branch = "mian"');
    const after = readTree(one.cwd);
    const ran = await one.hubc("lock");
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr.split("\n")).toEqual([
      "hubc: nothing was locked:",
      expect.stringMatching(/^ {2}p\.hub:\d+:\d+: .*course can't be locked: it has no branch or tag `mian`\.$/),
      expect.stringMatching(/^ {2}p\.hub:\d+:\d+: `localhost\/nowhere:1` can't be locked: localhost: .*\.$/),
      expect.stringMatching(/^ {2}p\.hub:\d+:\d+: .*course\.git can't be locked: it has no branch or tag `autumn`\.$/),
      "hubc.lock is as it was.",
      "",
    ]);
    expect({ ...after, "p.hub": "" }).toEqual({ ...before, "p.hub": "" });
    expect(readTree(one.cwd)).toEqual(after);
  });

  test("writes nothing where a solve fails, and shows the solver's words", async () => {
    const one = await site({ tools: ["conda-lock"], numpy: "1.0" });
    const ran = await one.hubc("lock");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("The packages of `img` can't be locked: conda-lock failed:");
    expect(ran.stderr).toContain("nothing provides numpy=1.0");
    expect(Object.keys(readTree(one.cwd))).toEqual(["p.hub"]);
  });

  test("locks nothing of a program with errors", async () => {
    const one = await site();
    one.edit("image other {", "image other { bsae = 1");
    const ran = await one.hubc("lock");
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain("nothing was locked");
    expect(one.asked).toEqual([]);
  });

  test("writes through no link", async () => {
    const one = await site({ tools: ["conda-lock"] });
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(one.cwd, "locks"));
    expect(await one.hubc("lock")).toMatchObject({ code: 2, stdout: "" });
    expect(readTree(elsewhere)).toEqual({});
    expect(existsSync(join(one.cwd, "hubc.lock"))).toBe(false);
  });

  test("signs in with what DOCKER_CONFIG holds", async () => {
    const user = { user: "ada", password: "word" };
    const one = await site({ registry: { tokens: user } });
    expect((await one.hubc("lock")).stderr).toContain("may not be read without signing in");
    const auth = Buffer.from("ada:word").toString("base64");
    const DOCKER_CONFIG = temporaryFolder({ "config.json": JSON.stringify({ auths: { [one.registry]: { auth } } }) });
    const env = {
      PATH: folderOfTools([], git),
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_EXEC_PATH: execPath(),
      DOCKER_CONFIG,
    };
    expect((await runCli(["lock"], { cwd: one.cwd, env })).code).toBe(0);
    expect(readFileSync(join(one.cwd, "hubc.lock"), "utf8")).not.toContain("word");
  });

  test("a platform that is not one", async () => {
    expect((await runCli(["lock", "--platform", "linux64"], { cwd: temporaryFolder() })).stderr).toContain(
      "Did you mean linux-64?",
    );
  });
});

describe("hubc build --locked", () => {
  test("builds what the lock fixes, under another tag, and asks nobody", async () => {
    const one = await site();
    await one.hubc("lock");
    await one.hubc("build", "--out", "plain");
    const asked = one.asked.length;
    expect(await one.hubc("build", "--locked", "--out", "locked")).toMatchObject({ code: 0 });
    expect(one.asked).toHaveLength(asked);
    const [plain, locked] = [readTree(join(one.cwd, "plain")), readTree(join(one.cwd, "locked"))];
    const from = `FROM ${one.registry}/campus/base:1`;
    expect(plain["images/img/Dockerfile"]).toContain(`${from}\n`);
    expect(locked["images/img/Dockerfile"]).toContain(`${from}@${digestOf(base)}\n`);
    expect(locked["images/img/environment.yml"]).toContain(`@${one.git.commits.fall}`);
    const tag = (tree: Readonly<Record<string, string>>) =>
      /ghcr\.io\/campus\/img\n\s+tag: (\S+)/.exec(tree["hubs/h/prod/values.yaml"] ?? "")?.[1];
    expect(tag(locked)).toMatch(/^"?[0-9a-f]{12}"?$/);
    expect(tag(locked)).not.toBe(tag(plain));
  });

  test("the tag follows the lock, and nothing but it", async () => {
    const one = await site();
    const values = () => readFileSync(join(one.cwd, "out/hubs/h/prod/values.yaml"), "utf8");
    await one.hubc("lock");
    await one.hubc("build", "--locked");
    const before = values();
    one.git.commit();
    await one.hubc("lock");
    await one.hubc("build", "--locked");
    expect(values()).toBe(before);
    const text = readFileSync(join(one.cwd, "hubc.lock"), "utf8");
    writeFileSync(join(one.cwd, "hubc.lock"), text.replaceAll(one.git.commits.fall, one.git.commits.main));
    await one.hubc("build", "--locked");
    expect(values()).not.toBe(before);
  });

  test("builds nothing where the lock does not fit, and says what changed", async () => {
    const one = await site();
    expect(await one.hubc("build", "--locked")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error[lock/missing]"),
    });
    await one.hubc("lock");
    one.edit("numpy=2.3", "numpy=2.4");
    const ran = await one.hubc("build", "--locked");
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain("error[lock/stale]");
    expect(ran.stderr).toContain("`numpy` was `numpy=2.3` when the image `img` was locked");
    expect(ran.stderr).toContain("nothing was written");
    expect(existsSync(join(one.cwd, "out"))).toBe(false);
    expect((await one.hubc("build")).code).toBe(0);
    await one.hubc("lock");
    expect((await one.hubc("build", "--locked")).code).toBe(0);
  });

  test("can't be talked out of it by an allowance", async () => {
    const one = await site();
    await one.hubc("lock");
    one.edit("numpy=2.3", '# hubc: allow lock/stale because "later"\n    numpy=2.4');
    const ran = await one.hubc("build", "--locked");
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("allow/firm-code");
  });

  test("a content's branch that changed, and a solver's lock file that is gone", async () => {
    const one = await site({ tools: ["pixi"] });
    await one.hubc("lock");
    rmSync(join(one.cwd, "locks/img.pixi.lock"));
    one.edit('branch = "main"', 'branch = "fall"');
    const { stderr } = await one.hubc("build", "--locked");
    expect(stderr).toContain("The content `m` of the course `c` was `main` when it was locked");
    expect(stderr).toContain("The packages of `img` are locked in locks/img.pixi.lock, which is gone");
  });
});
