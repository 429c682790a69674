// What editors read is what the tokens and the vocabulary give today, and the snippets are programs once their places are filled in.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../compiler/schema/vocabulary.ts";
import { withoutFields } from "../../compiler/service/editor/snippet.ts";
import { lex } from "../../compiler/syntax/lexer.ts";
import { generatedFiles } from "../../editor/grammars/generated-files.ts";
import { declarationSnippets } from "../../editor/grammars/snippets.ts";
import { embeddings, pythonBlock } from "../../editor/grammars/textmate-texts.ts";
import { vocabularyWords } from "../../editor/grammars/words.ts";
import { checkProgram, programOf } from "../support/programs.ts";

const folder = fileURLToPath(new URL("../../editor/", import.meta.url));

describe("generated files", () => {
  it.each(Object.entries(generatedFiles()))("editor/%s is current; `npm run generate` writes it", (path, text) => {
    expect(existsSync(folder + path), path).toBe(true);
    expect(readFileSync(folder + path, "utf8")).toBe(text);
  });
});

describe("words", () => {
  const words = vocabularyWords();

  it("are those of the vocabulary", () => {
    expect(words.kinds).toEqual(vocabulary.map(({ kind }) => kind));
    expect(words.settings).toEqual(expect.arrayContaining(["memory", "hub", "client-id"]));
    expect(words.variants).toEqual(expect.arrayContaining(["gke", "filestore", "github", "canvas"]));
    expect(words.blocks).toEqual(expect.arrayContaining(["during", "stage", "pool"]));
  });

  it("that another language hangs on exist", () => {
    expect(words.blocks).toContain(pythonBlock);
    for (const { setting } of embeddings) expect(words.settings).toContain(setting);
  });
});

describe("snippets", () => {
  const snippets = Object.entries(declarationSnippets());

  it("are there for every kind", () => {
    expect([...new Set(snippets.map(([title]) => title.split(" ")[0]))].sort()).toEqual(
      vocabulary.map(({ kind }) => kind).sort(),
    );
    expect(new Set(snippets.map(([, { prefix }]) => prefix)).size).toBe(snippets.length);
  });

  it.each(snippets)("%s lacks nothing that is required", (_, { body }) => {
    const text = `${withoutFields(body.join("\n"))}\n`;
    expect(lex(text).unexpected).toEqual([]);
    // What a hub's sign-in requires is known once its variant is chosen, which the snippet asks for.
    const lacking = checkProgram(programOf(text)).diagnostics.filter(
      ({ code, span }) =>
        code.startsWith("syntax/") ||
        code === "schema/unknown-setting" ||
        (code === "schema/missing-setting" && !span.file.text.startsWith("auth", span.start)),
    );
    expect(
      lacking.map(({ code }) => code),
      text,
    ).toEqual([]);
  });
});
