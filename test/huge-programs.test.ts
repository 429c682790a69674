// Programs that are huge in one way each: they are read and told in a time that grows with their size, and no list of theirs is put on the
// stack. A way that is quadratic takes minutes here, and one on the stack throws.

import { expect, test } from "vitest";
import { check } from "../compiler/check.ts";
import { renderText } from "../compiler/diagnostics/render-text.ts";
import { format } from "../compiler/format/format.ts";
import { readYaml } from "../compiler/knowledge/read-yaml.ts";
import { readTemplate } from "../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../compiler/text/calendar.ts";
import { createSourceFile } from "../compiler/text/source-file.ts";
import { imported, nothing } from "./support/imported-values.ts";

const on = checkedDate("2026-10-05") ?? 0;
const many = (text: (i: number) => string, count: number) => Array.from({ length: count }, (_, i) => text(i)).join("");
const inTitle = (text: string) => `course c { title = "${text}" }\n`;

/** A program, and the code that it gives. */
const programs: readonly (readonly [string, string, string])[] = [
  ["marks of direction", inTitle("\u200e".repeat(150_000)), "text/unseen-character"],
  ["marks of direction in constants", doubled("a\u200eb"), "text/unseen-character"],
  ["marks of direction in a comment", `# ${"\u200e".repeat(150_000)}\n`, "text/unseen-character"],
  ["letters from right to left", inTitle("\u05d0\u200f".repeat(60_000)), "schema/missing-setting"],
  ["tags of flags", inTitle("\u{e0067}".repeat(60_000)), "text/unseen-character"],
  ["flags", inTitle("\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e007f}".repeat(10_000)), "schema/missing-setting"],
  ["blanks of another kind", `group g { members = ["${"\u00a0".repeat(150_000)}"] }\n`, "text/unseen-character"],
  ["letters of another script", `group ${"а".repeat(60_000)} { }\n`, "syntax/header"],
  ["escapes that are none", inTitle(many(() => "\\q", 8000)), "syntax/bad-escape"],
  ["settings that are none", `course c {\n${many((i) => `titel${i} = "a"\n`, 4000)}}\n`, "schema/unknown-setting"],
  ["tokens", inTitle(many(() => `ghp_${"a1B2".repeat(9)} `, 600)), "secret/looks-like-secret"],
  ["quotes of a word processor", many(() => "“a” ", 20_000), "syntax/unexpected-character"],
  ["lines of a text", `course c { title = """${many(() => "\n a", 150_000)}\n""" }\n`, "schema/missing-setting"],
  ["comments", many(() => "#\n", 150_000), ""],
  ["characters that mean nothing", many(() => "`", 150_000), "syntax/unexpected-character"],
];

/** Constants that come to thirty thousand of `text`, twice. */
function doubled(text: string): string {
  const times = (name: string, count: number) => `\${${name}}`.repeat(count);
  const constants = `let a = "${text}"\nlet b = "${times("a", 32)}"\nlet c = "${times("b", 32)}"\n`;
  return `${constants}let d = "${times("c", 15)}"\nhub h { values { custom { x = d  y = d } } }\n`;
}

test.each(programs)("%s", (_, text, code) => {
  const file = createSourceFile("p.hub", text);
  const { diagnostics } = check({ files: [file], assets: new Map(), readYaml, readTemplate }, { on });
  const shown = renderText(diagnostics);
  expect([...new Set(diagnostics.map((one) => one.code))].join(" ")).toContain(code);
  expect(shown === "").toBe(code === "");
  expect(shown).not.toContain("a1B2");
  expect(format(file).text.length).toBeGreaterThan(0);
});

/** Values of a hub in which much stands at one place, and what the import of them leaves out. */
const valuesFiles: readonly (readonly [string, string, number])[] = [
  [
    "fields that Kubernetes does not have",
    `singleuser: { storage: { extraVolumes: [{ name: config, emptyDir: {} }], extraVolumeMounts: { config: { name: config, mountPath: /etc/config,\n${many((i) => `    k${i}: ${i},\n`, 6000)} } } } }`,
    6000,
  ],
  ["values that no word says", `hub: { concurrentSpawnLimit: 3 }\ncustom:\n${many((i) => `  k${i}: ${i}\n`, 6000)}`, 0],
  ["variables of the hub", `hub: { extraEnv: {\n${many((i) => `    K${i}: "${i}",\n`, 6000)} } }`, 0],
];

test.each(valuesFiles)("%s, imported", (_, text, left) => {
  const { proof, figures } = imported(text);
  expect({ ...proof, dropped: proof.dropped.length }).toEqual({ ...nothing, dropped: left });
  expect(figures.leaves).toBeGreaterThanOrEqual(6000);
});
