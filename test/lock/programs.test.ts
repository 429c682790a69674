// Every program of the repository, locked with made-up answers: its lock fits it, changes what it should and nothing else.

import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { compileLocked } from "../../compiler/compile-locked.ts";
import { diagnosticPages } from "../../compiler/diagnostic-pages.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { printLock } from "../../compiler/lock/lock.ts";
import { findProject } from "../../compiler/node/find-project.ts";
import { loadSources } from "../../compiler/node/load-sources.ts";
import { type LockSources, makeLock } from "../../compiler/node/make-lock.ts";
import { sha256Hex } from "../../compiler/output/digest.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { allPrograms, type ProgramCase } from "../support/compiled-programs.ts";
import { checkProgram, programOf } from "../support/programs.ts";

const answers: LockSources = {
  digest: async (reference) => ({ digest: `sha256:${sha256Hex(reference)}` }),
  commit: async ({ repository, ref }) => ({ commit: sha256Hex(`${repository} ${ref}`).slice(0, 40) }),
  solver: undefined,
};

async function lockProgram({ folder, on: written }: ProgramCase) {
  const place = findProject(folder, folder);
  const on = checkedDate(written);
  if ("problem" in place || on === undefined) throw new Error("no program");
  const sources = { ...loadSources(place).sources, readYaml, readTemplate };
  const plain = compile(sources, { on });
  if (plain.model === undefined) throw new Error(`${folder} has errors`);
  const made = await makeLock(plain.model, answers);
  if ("failures" in made) throw new Error("failures");
  const locked = compileLocked(sources, { on, lock: { text: printLock(made.lock), solves: new Map() } });
  return { plain, locked, lock: made.lock };
}

describe.each(allPrograms)("$name", (program) => {
  test("is built from what its lock fixes", async () => {
    const { plain, locked, lock } = await lockProgram(program);
    expect(locked.diagnostics).toEqual(plain.diagnostics);
    expect(locked.files.map(({ path }) => path)).toEqual(plain.files.map(({ path }) => path));
    expect(lock.images.size).toBeGreaterThan(0);
    for (const [name, { base }] of lock.images) {
      const dockerfile = locked.files.find(({ path }) => path === `images/${name}/Dockerfile`);
      if (dockerfile !== undefined) expect(dockerfile.text).toMatch(new RegExp(`^FROM \\S+@${base.digest}$`, "m"));
    }
  });

  test("is locked the same way twice", async () => {
    const [first, second] = [await lockProgram(program), await lockProgram(program)];
    expect(printLock(first.lock)).toBe(printLock(second.lock));
  });
});

test("each page's examples are programs without errors, since a lock lies beside them", () => {
  const pages = diagnosticPages.filter(({ code }) => code.startsWith("lock/"));
  expect(pages.map(({ code }) => code)).toContain("lock/unreadable");
  for (const { wrong, right } of pages) {
    for (const text of [wrong, right]) {
      expect(checkProgram(programOf(text)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  }
});

describe("what can't be locked", () => {
  const model = () => {
    const text = 'image i {\n  base = "quay.io/a/b:1"\n  pip {\n    p @ git+https://h/r@main\n  }\n}\n';
    const checked = checkProgram(programOf(`${text}${text.replace("image i", "image j")}`));
    if (checked.model === undefined) throw new Error("no model");
    return checked.model;
  };

  test("is said once for each place that asked first, all at once", async () => {
    const made = await makeLock(model(), {
      ...answers,
      digest: async () => ({ problem: "no" }),
      commit: async () => ({ problem: "never" }),
    });
    expect("failures" in made && made.failures.map(({ message }) => message).sort()).toEqual([
      "`quay.io/a/b:1` can't be locked: no.",
      "https://h/r can't be locked: never.",
    ]);
  });

  test("is asked once", async () => {
    const asked: string[] = [];
    await makeLock(model(), {
      ...answers,
      digest: async (reference) => {
        asked.push(reference);
        return { digest: `sha256:${"a".repeat(64)}` };
      },
    });
    expect(asked).toEqual(["quay.io/a/b:1"]);
  });
});
