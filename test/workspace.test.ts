// A program that changes is known as well as one that is read anew: the findings, the model and the blocks are the same.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../compiler/check.ts";
import type { CompileOptions } from "../compiler/examine.ts";
import { readYaml } from "../compiler/knowledge/read-yaml.ts";
import { createWorkspace, type Workspace } from "../compiler/workspace.ts";
import { campus } from "../scripts/campus.mjs";
import { examinedText, readAnew } from "./support/examined-text.ts";
import { readProgram } from "./support/programs.ts";
import { fc } from "./support/properties.ts";
import { editedText, type RandomEdit, randomEdit, splitDeclarations } from "./support/random-edits.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const programsIn = (folder: string) =>
  readdirSync(`${root}${folder}`).map((name) => [name, readProgram(`${root}${folder}/${name}`)] as const);
const written = [...programsIn("examples"), ...programsIn("test/fixtures/programs")];
const made = new Map(Object.entries(campus(6, { split: true, full: true })));

const on = 20731; // 2026-10-05

/** What is more than a hint: the made-up campus has images and groups that nothing names. */
const serious = ({ diagnostics }: ReturnType<Workspace["examined"]>) =>
  diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);

describe("after any edits", () => {
  test.each([...written.map(([name, texts]) => [name, splitDeclarations(texts)] as const), ["made up", made] as const])(
    "%s is known as when it is read anew",
    (_name, texts) => {
      const edits = fc.array(randomEdit, { minLength: 3, maxLength: 10 });
      fc.assert(
        fc.property(edits, (sequence) => {
          const state = start(texts);
          for (const edit of sequence) {
            apply(edit, state, texts);
            const { workspace, options } = state;
            expect(examinedText(workspace.examined())).toBe(
              examinedText(check(readAnew(workspace.sources()), options)),
            );
          }
        }),
        { numRuns: 6 },
      );
    },
  );
});

describe("an edit of one course", () => {
  const before = start(made).workspace;
  const first = before.examined();
  before.setFile(
    "courses/c00002.hub",
    (made.get("courses/c00002.hub") ?? "").replace(/students *= \d+/, "students = 31"),
  );
  const after = before.examined();

  test("is seen", () => {
    expect(serious(first)).toEqual([]);
    expect(first.model?.courses[2]?.students?.value).not.toBe(31);
    expect(after.model?.courses[2]?.students?.value).toBe(31);
  });

  test("leaves the trees of all other files", () => {
    expect(after.trees.filter((tree, i) => tree !== first.trees[i])).toHaveLength(1);
  });

  test("nothing is computed again without a change", () => {
    before.setFile("courses/c00001.hub", made.get("courses/c00001.hub") ?? "");
    before.setAsset("none", undefined);
    before.removeFile("none.hub");
    expect(before.examined()).toBe(after);
  });
});

test("a pool too small for a course of next term is found when the course, or the machine, changes", () => {
  const one = campus(1, { split: false })["campus.hub"] ?? "";
  const next = one
    .slice(one.indexOf("## Course 0"))
    .replaceAll("course-0", "course-next")
    .replace(/2026-(08|12)/g, "2027-$1");
  const machine = 'machine big {\n  type = "x9.large"\n  memory = 64GiB\n  cpu = 8\n}\n';
  const { workspace } = start(
    new Map([["campus.hub", one.replace("n2-highmem-8", "x9.large").replace("0..5000", "0..3")]]),
  );
  workspace.setFile("machines.hub", machine);
  workspace.setFile("next.hub", next);
  const codes = () => serious(workspace.examined());
  expect(codes()).toEqual([]);
  workspace.setFile("next.hub", next.replace(/peak *= \d+/, "peak = 900"));
  expect(codes()).toContain("course/pool-too-small");
  workspace.setFile("next.hub", next);
  expect(codes()).toEqual([]);
  workspace.setFile("machines.hub", machine.replace("64GiB", "4GiB"));
  expect(codes()).not.toEqual([]);
});

test("another day is another program", () => {
  const { workspace } = start(made);
  expect(workspace.examined().model?.releases[0]?.courses).toHaveLength(6);
  workspace.setOptions({ on: on + 200 });
  expect(serious(workspace.examined())).toEqual(["course/term-over"]);
});

interface State {
  readonly workspace: Workspace;
  options: CompileOptions;
}

function start(texts: ReadonlyMap<string, string>): State {
  const options = { on };
  const workspace = createWorkspace(options, readYaml);
  for (const [path, text] of texts) workspace.setFile(path, text);
  return { workspace, options };
}

function apply(edit: RandomEdit, state: State, original: ReadonlyMap<string, string>): void {
  const { workspace } = state;
  const paths = [...original.keys()];
  const path = paths[edit.file % paths.length] ?? "";
  if (edit.how === "remove") workspace.removeFile(path);
  else if (edit.how === "restore") workspace.setFile(path, original.get(path) ?? "");
  else if (edit.how === "asset")
    workspace.setAsset("welcome.md", edit.word % 3 === 0 ? undefined : `Hello ${edit.word % 3}`);
  else if (edit.how === "day") {
    state.options = { on: on + (edit.word % 400) };
    workspace.setOptions(state.options);
  } else {
    const now = workspace.sources().files;
    const text = now.find((file) => file.path === path)?.text ?? original.get(path) ?? "";
    workspace.setFile(path, editedText(text, [...original.values()].join("\n"), edit));
  }
}
