import { describe, expect, test } from "vitest";
import { catalogue } from "../../compiler/catalogue.ts";
import { check, type Sources } from "../../compiler/check.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { mend } from "../../compiler/service/mend.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { readYaml } from "../../compiler/text/read-yaml.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const options = { on: checkedDate("2026-10-05") ?? 0 };

function sourcesOf(text: string): Sources {
  return { files: [createSourceFile("p.hub", text)], assets: new Map(), readYaml, readTemplate };
}

function keys(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
}

test("all slips of a file are mended at once, and one that a fix uncovers after it", () => {
  const slips = ["image a extends std.jupyterlab {", "  pip {", "    boken==2.4.3", "    panda==2.2.2", "  }", "}", ""];
  const { sources, changed, mended } = mend(sourcesOf(slips.join("\n")), options);
  expect(sources.files[0]?.text).toBe(slips.join("\n").replace("boken", "bokeh").replace("panda=", "pandas="));
  expect(changed).toEqual(sources.files);
  expect(mended.map(({ code }) => code)).toEqual(["image/unknown-package", "image/unknown-package"]);
});

test("what has no fix, or several, is left as it is", () => {
  const text = 'group a {\n  members = ["x"]\n}\ngroup a {\n  members = ["y"]\n}\n';
  const { changed, mended } = mend(sourcesOf(text), options);
  expect(check(sourcesOf(text), options).diagnostics).not.toEqual([]);
  expect([changed, mended]).toEqual([[], []]);
});

describe("every example of the catalogue that has a fix, mended", () => {
  const fixable = catalogue.filter(({ wrong }) =>
    check(sourcesOf(wrong), options).diagnostics.some(({ fixes }) => fixes.length === 1),
  );
  test("are many", () => expect(fixable.length).toBeGreaterThan(20));

  test.each(fixable)("$code has less wrong with it, and nothing new", ({ wrong }) => {
    const before = keys(check(sourcesOf(wrong), options).diagnostics);
    const { sources, mended } = mend(sourcesOf(wrong), options);
    const after = keys(check(sources, options).diagnostics);
    expect(mended.length).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(before.length);
    expect(after.filter((code) => !before.includes(code))).toEqual([]);
    // What was mended is mended: doing it again changes nothing.
    expect(mend(sources, options).changed).toEqual([]);
  });
});
