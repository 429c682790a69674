import { describe, expect, test } from "vitest";
import { compileLocked } from "../../compiler/compile-locked.ts";
import { type Lock, type LockedImage, printLock } from "../../compiler/lock/lock.ts";
import { readLock } from "../../compiler/lock/read-lock.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const digest = `sha256:${"a".repeat(64)}`;
const commit = "b".repeat(40);

const program = `project p { registry = "ghcr.io/campus" }
image i {
  base = "quay.io/jupyter/base-notebook:2026-01-05"
  python = "3.12"
  channels = ["conda-forge"]
  conda {
    numpy=2.3
    scipy=1.16
  }
  pip {
    otter @ git+https://ada@example.edu/otter.git@main#subdirectory=py
    git+https://example.edu/fixed@${"c".repeat(40)}
    nbgitpuller==1.3.0
  }
}
`;

const image: LockedImage = {
  base: { reference: "quay.io/jupyter/base-notebook:2026-01-05", digest },
  requirements: {
    python: "3.12",
    channels: ["conda-forge"],
    conda: new Map([
      ["numpy", "numpy=2.3"],
      ["scipy", "scipy=1.16"],
    ]),
    pip: new Map([
      ["otter", "otter @ git+https://example.edu/otter.git@main#subdirectory=py"],
      ["fixed", `git+https://example.edu/fixed@${"c".repeat(40)}`],
      ["nbgitpuller", "nbgitpuller==1.3.0"],
    ]),
  },
  git: new Map([["otter", { repository: "https://example.edu/otter.git", ref: "main", commit }]]),
  solve: undefined,
};

const lock: Lock = { images: new Map([["i", image]]), contents: new Map() };

function build(options: { text?: string | undefined; program?: string; solves?: ReadonlyMap<string, string> } = {}) {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const files = [createSourceFile("p.hub", options.program ?? program)];
  const text = "text" in options ? options.text : printLock(lock);
  return compileLocked({ files, assets: new Map() }, { on, lock: { text, solves: options.solves ?? new Map() } });
}

/** Line, code and message of each error. */
function errors(built: ReturnType<typeof build>): string[] {
  return built.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, span }) => {
      const line = span.file.text.slice(0, span.start).split("\n").length;
      return `${line} ${code}: ${message.replace(": run `hubc lock`.", "")}`;
    });
}

/** The lock with another image. */
function withImage(change: Partial<LockedImage>): string {
  return printLock({ ...lock, images: new Map([["i", { ...image, ...change }]]) });
}

describe("a lock that fits", () => {
  test("fixes the base and the repositories", () => {
    const built = build();
    expect(errors(built)).toEqual([]);
    const text = (path: string) => built.files.find((file) => file.path === `images/i/${path}`)?.text ?? "";
    expect(text("Dockerfile")).toContain(`FROM quay.io/jupyter/base-notebook:2026-01-05@${digest}\n`);
    expect(text("environment.yml")).toContain(
      `otter @ git+https://ada@example.edu/otter.git@${commit}#subdirectory=py`,
    );
    expect(text("environment.yml")).toContain(`git+https://example.edu/fixed@${"c".repeat(40)}`);
  });

  test("fixes an image that is built elsewhere", () => {
    const reference = "quay.io/campus/course:1";
    const requirements = { python: undefined, channels: [], conda: new Map(), pip: new Map() };
    const locked: LockedImage = { base: { reference, digest }, requirements, git: new Map(), solve: undefined };
    const built = build({
      program: `image i { prebuilt = "${reference}" }\n`,
      text: printLock({ ...lock, images: new Map([["i", locked]]) }),
    });
    expect(errors(built)).toEqual([]);
    expect(built.model?.images[0]?.prebuilt?.value).toBe(`${reference}@${digest}`);
  });

  test("can't move a commit that the program itself names", () => {
    const git = new Map([...image.git, ["fixed", { repository: "https://example.edu/fixed", ref: "x", commit }]]);
    const text = build({ text: withImage({ git }) }).files.find(({ path }) => path.endsWith("environment.yml"))?.text;
    expect(text).toContain(`git+https://example.edu/fixed@${"c".repeat(40)}`);
  });

  test("keeps no password", () => {
    expect(printLock(lock)).not.toContain("token");
  });
});

describe("what changed is said where it stands", () => {
  const changed = (from: string, to: string) => errors(build({ program: program.replace(from, to) }));

  test.each([
    [
      ":2026-01-05",
      ":2026-08-01",
      "3 lock/stale: The base of `i` was `quay.io/jupyter/base-notebook:2026-01-05` when it was locked",
    ],
    ['"3.12"', '"3.13"', "4 lock/stale: The image `i` was locked with Python 3.12"],
    ['["conda-forge"]', '["bioconda"]', "5 lock/stale: The channels of `i` were `conda-forge` when it was locked"],
    ["numpy=2.3", "numpy=2.4", "7 lock/stale: `numpy` was `numpy=2.3` when the image `i` was locked"],
    ["    scipy=1.16\n", "", "2 lock/stale: `scipy=1.16` was in the image `i` when it was locked"],
    ["scipy=1.16", "scipy=1.16\n    pandas", "9 lock/stale: `pandas` was not in the image `i` when it was locked"],
    [
      "@main",
      "@v2",
      "11 lock/stale: `otter` was `otter @ git+https://example.edu/otter.git@main#subdirectory=py` when the image `i` was locked",
    ],
    ["==1.3.0", "==1.2.0", "13 lock/stale: `nbgitpuller` was `nbgitpuller==1.3.0` when the image `i` was locked"],
  ])("%s to %s", (from, to, message) => {
    expect(changed(from, to)).toEqual([message]);
  });

  test("a user in an address or the order of lines is no change", () => {
    expect(changed("ada@", "")).toEqual([]);
    expect(changed("    numpy=2.3\n    scipy=1.16\n", "    scipy=1.16\n    numpy=2.3\n")).toEqual([]);
  });

  test("nothing is compiled", () => {
    const built = build({ program: program.replace("numpy=2.3", "numpy=2.4") });
    expect([built.files, built.model]).toEqual([[], undefined]);
  });

  test("an image that came or went", () => {
    const other = `${program}image j { base = "quay.io/jupyter/base-notebook:2026-01-05" }\n`;
    expect(errors(build({ program: other }))).toEqual(["16 lock/missing: The image `j` is not in hubc.lock"]);
    expect(errors(build({ program: 'project p { registry = "ghcr.io/campus" }\n' }))).toEqual([
      "1 lock/stale: hubc.lock holds the image `i`, which the program no longer has",
    ]);
  });

  test("a lock without a repository that the program needs", () => {
    expect(errors(build({ text: withImage({ git: new Map() }) }))).toEqual([
      "11 lock/missing: The repository of `otter` in `i` is not in hubc.lock",
    ]);
  });

  test("a solver's lock file that is gone, or was edited", () => {
    const solve = { tool: "pixi", platforms: ["linux-64"], file: "locks/i.pixi.lock", sha256: "d".repeat(64) } as const;
    const text = withImage({ solve });
    const solves = (sha256: string) => new Map([["locks/i.pixi.lock", sha256]]);
    expect(errors(build({ text, solves: solves("d".repeat(64)) }))).toEqual([]);
    expect(errors(build({ text }))).toEqual([
      "2 lock/missing: The packages of `i` are locked in locks/i.pixi.lock, which is gone",
    ]);
    expect(errors(build({ text, solves: solves("e".repeat(64)) }))).toEqual([
      "2 lock/stale: locks/i.pixi.lock was changed since `i` was locked",
    ]);
  });

  test("a base that names its digest, and a lock with another", () => {
    const named = program.replace(":2026-01-05", `@sha256:${"9".repeat(64)}`);
    const reference = `quay.io/jupyter/base-notebook@sha256:${"9".repeat(64)}`;
    expect(errors(build({ program: named, text: withImage({ base: { reference, digest } }) }))).toEqual([
      `3 lock/stale: The base of \`i\` was \`${reference}\` when it was locked`,
    ]);
  });
});

describe("a lock that is none", () => {
  test("no file", () => {
    expect(errors(build({ text: undefined }))).toEqual(["1 lock/missing: The project has no hubc.lock"]);
  });

  const tampered = (from: string, to: string) => printLock(lock).replace(from, () => to);
  test.each([
    ["no JSON", "<<<<<<< HEAD\n", "it is no JSON"],
    ["an empty file", "", "it is no JSON"],
    ["another JSON", "[]", "it has no version"],
    ["a later version", '{"version": 2, "pictures": {}}', "a newer hubc wrote it"],
    ["a digest with more in it", tampered(digest, `${digest}\\nRUN evil`), "`images.i.base.digest` has another form"],
    [
      "a commit with more in it",
      tampered(commit, `${commit} --index-url x`),
      "`images.i.git.otter.commit` has another form",
    ],
    ["a part that is not known", tampered('"python"', '"phyton"'), "`images.i.requirements` has another form"],
  ])("%s", (_, text, reason) => {
    expect(errors(build({ text }))).toEqual([`1 lock/unreadable: hubc.lock can't be used, since ${reason}`]);
  });

  test("a file of a solver outside its folder", () => {
    const solve = { tool: "pixi", platforms: [], file: "../../etc/passwd", sha256: "d".repeat(64) } as const;
    expect(readLock(withImage({ solve }))).toEqual({ problem: "`images.i.solve.file` has another form" });
  });
});

test("a lock reads as it was printed, and is printed in order", () => {
  const b = { repository: "https://example.edu/b", ref: "HEAD", commit };
  const full: Lock = {
    images: new Map([
      ["z", image],
      [
        "i",
        {
          ...image,
          solve: { tool: "pixi", platforms: ["osx-64", "linux-64"], file: "locks/i.pixi.lock", sha256: "d".repeat(64) },
        },
      ],
    ]),
    contents: new Map([
      [
        "c",
        new Map([
          ["b", b],
          ["a", b],
        ]),
      ],
    ]),
  };
  const text = printLock(full);
  const read = readLock(text);
  if ("problem" in read) throw new Error(read.problem);
  expect(printLock(read.lock)).toBe(text);
  expect(Object.keys(JSON.parse(text).images)).toEqual(["i", "z"]);
  expect(JSON.parse(text).images.i.solve.platforms).toEqual(["linux-64", "osx-64"]);
  expect(text.endsWith("}\n")).toBe(true);
});
