// The changes that an editor offers, applied: what they mend is gone, and nothing new is found.

import { describe, expect, it } from "vitest";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import { atCursor, edited, programFrom } from "../../support/editor-program.ts";
import { smallProgram } from "../../support/small-program.ts";

function codesOf(text: string) {
  return programFrom([text]).diagnostics.map(({ code }) => code);
}

/** The actions at the cursor, or for the stretch between two cursors. */
function actionsAt(marked: string) {
  const { known, file, offset } = atCursor(marked.replace("‖", ""));
  const second = marked.replace("|", "").indexOf("‖");
  const end = second < 0 ? offset : second;
  const actions = editorFeatures.codeActions(known, file, { start: offset, end });
  return actions.map((action) => ({ ...action, text: edited(file, action.edits) }));
}

it("offers every fix of the findings under the cursor, and only those", () => {
  const marked = smallProgram({ course: "  memory = 2G|i\n  peak = 10" });
  const actions = actionsAt(marked);
  expect(actions.map(({ title, preferred, kind }) => ({ title, preferred, kind }))).toEqual([
    { title: "Write `2GiB`", preferred: true, kind: "quickfix" },
  ]);
  expect(codesOf(actions[0]?.text ?? "")).toEqual(codesOf(smallProgram({ course: "  memory = 2GiB\n  peak = 10" })));
  expect(actionsAt(smallProgram({ course: "  memory = 2Gi\n  pe|ak = 10" }))).toEqual([]);
});

describe("adding what is missing", () => {
  it("puts in what a declaration must have, with the only declaration that a reference can mean", () => {
    const [action] = actionsAt(`cour|se d {\n  title = "D"\n}\n${smallProgram()}`);
    expect(action?.title).toBe("Add `hub`, `image` and `term`");
    expect(action?.text).toContain(
      'course d {\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  title = "D"\n}',
    );
    expect(codesOf(action?.text ?? "")).not.toContain("schema/missing-setting");
  });

  it("keeps a body on one line, and opens an empty one", () => {
    const provider = 'provider gke b {\n  project = "p"\n  region = "r"\n  cluster = "c"\n';
    const [one] = actionsAt(`${provider}  po|ol u { nodes = 0..4 }\n}\n`);
    expect(one?.text).toContain('pool u { machine = "n2-highmem-8"  nodes = 0..4 }');
    const [empty] = actionsAt(`${provider}  po|ol u { }\n}\n`);
    expect(empty?.text).toContain('  pool u {\n    machine = "n2-highmem-8"\n    nodes = 0..40\n  }\n');
  });
});

describe("fixing all of a file", () => {
  it("applies every single fix once, and leaves what touches another for the next time", () => {
    const text = smallProgram({
      course: "  memory = 2Gi\n  opn-with = lab",
      hub: "  network { block-metadata = yes }",
    });
    const known = programFrom([text]);
    const [file] = known.sources.files;
    if (file === undefined) throw new Error("a program has a file");
    const edits = editorFeatures.fixAll(known, file);
    expect(edits).toHaveLength(3);
    const after = edited(file, edits);
    expect(after).toContain("memory = 2GiB\n  open-with = lab");
    expect(after).toContain("block-metadata = true");
    expect(codesOf(after).filter((code) => code.startsWith("schema/"))).toEqual([]);
  });

  it("never gives two edits that touch", () => {
    const text = "corse c {\n  title = 'x',\n  memory = 2Gi;\n  yes = on\n}}\n";
    const known = programFrom([text]);
    const [file] = known.sources.files;
    const edits = file ? editorFeatures.fixAll(known, file) : [];
    for (const [i, { span }] of edits.entries()) expect(span.start).toBeGreaterThan(edits[i - 1]?.span.end ?? -1);
  });
});

describe("extracting a parent", () => {
  it("moves the selected lines with their comments to an abstract declaration that is extended", () => {
    const [action] = actionsAt(
      smallProgram({
        course: "  peak = 30\n  ## What everybody gets.\n  memo|ry = 1GiB .. 2GiB  # both\n  cpu = 1‖ .. 2",
      }),
    );
    expect(action).toMatchObject({ title: "Extract to `abstract course c-base`", kind: "refactor.extract" });
    expect(
      action?.text.startsWith(
        "abstract course c-base {\n  ## What everybody gets.\n  memory = 1GiB .. 2GiB  # both\n  cpu = 1 .. 2\n}\n\ncourse c extends c-base {\n",
      ),
    ).toBe(true);
    expect(action?.text).not.toMatch(/peak = 30\n {2}##/);
    expect(codesOf(action?.text ?? "")).toEqual(
      codesOf(smallProgram({ course: "  peak = 30\n  memory = 1GiB .. 2GiB\n  cpu = 1 .. 2" })),
    );
  });

  it("puts itself between a declaration and its parent, under a name that is free", () => {
    const [action] = actionsAt(
      `image img-base extends std.scipy { }\n## Doc.\nimage img extends std.jupyterlab {\n|  pip {\n    nbgitpuller\n  }‖\n}\n`,
    );
    expect(action?.text).toBe(
      "image img-base extends std.scipy { }\nabstract image img-base-2 extends std.jupyterlab {\n  pip {\n    nbgitpuller\n  }\n}\n\n## Doc.\nimage img extends img-base-2 {\n}\n",
    );
  });

  it.each([
    ["without a selection", "course c {\n  memo|ry = 1GiB\n}\n"],
    ["of a family", 'group t[1..2] {\n|  members = ["a"]‖\n}\n'],
    ["of a body on one line", "course c { |memory = 1GiB‖  peak = 3 }\n"],
    ["of a header", "cou|rse c {\n  memory = 1GiB‖\n}\n"],
  ])("is not offered %s", (_what, marked) => {
    expect(actionsAt(marked).filter(({ kind }) => kind === "refactor.extract")).toEqual([]);
  });
});
