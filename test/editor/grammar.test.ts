// The grammar that editors colour by says the same as the lexer: on all programs of the repository, on random ones, and on lines that
// are easily mistaken.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { IGrammar } from "vscode-textmate";
import { lex } from "../../compiler/syntax/lexer.ts";
import { fc } from "../support/properties.ts";
import { loadHubGrammar, type Scoped, scopesOf } from "../support/textmate.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = ["examples", "stdlib", "test/fixtures"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hub"))
    .map((path) => `${folder}/${path}`)
    .sort(),
);

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadHubGrammar();
});

/** What a scope must be, by the type of the lexer's token. */
const kinds: Readonly<Record<string, RegExp>> = {
  comment: /^comment\./,
  text: /^string\./,
  "long-text": /^string\./,
  date: /^constant\.other\.date/,
  time: /^constant\.other\.time/,
  number: /^(?:constant\.numeric\.hub|keyword\.other\.unit)/,
  "package-line": /^meta\.packages/,
};
const otherwise = /^(?:comment|string|constant\.numeric|constant\.other|meta\.packages)/;

/** Where the grammar and the lexer differ, as `offset: token, scopes`. */
function differences(text: string): string[] {
  const scoped = scopesOf(grammar, text);
  const { tokens, comments } = lex(text);
  const at = (start: number, end: number) => scoped.filter((one) => one.start < end && one.end > start);
  return [...tokens, ...comments].flatMap(({ type, image, start, end }) => {
    const kind = kinds[type];
    const parts = at(start, end);
    const wrong = parts.filter(({ scopes }) =>
      kind === undefined
        ? type !== "package-close" && scopes.some((scope) => otherwise.test(scope))
        : !scopes.some((scope) => kind.test(scope)),
    );
    const cut = kind !== undefined && type !== "package-line" && !covers(parts, start, end);
    return wrong.length > 0 || cut
      ? [
          `${start}: ${type} ${JSON.stringify(image)} is ${JSON.stringify(parts.map(({ text, scopes }) => [text, ...scopes.slice(1)]))}`,
        ]
      : [];
  });
}

/** A token's scopes begin and end with it: what stands beside it has not its kind. */
function covers(parts: readonly Scoped[], start: number, end: number): boolean {
  return parts[0]?.start === start && parts.at(-1)?.end === end;
}

describe("programs of the repository", () => {
  it("are many", () => {
    expect(programs.length).toBeGreaterThan(25);
  });

  it.each(programs)("%s is coloured as the lexer reads it, and nothing in it is invalid", (path) => {
    const text = readFileSync(root + path, "utf8");
    expect(differences(text)).toEqual([]);
    expect(scopesOf(grammar, text).filter(({ scopes }) => scopes.some((scope) => scope.startsWith("invalid")))).toEqual(
      [],
    );
  });
});

describe("random programs", () => {
  const pieces = [
    ["course", "data8", "a-b", "x_1", "extends", "std.scipy", "true", "none", "in", "not", "let", "pipe"],
    ["a.b", '[1,"x",]', "x=1", "m{a=2}", 'a."b c"=-1', "f(x)", "team[2]", "x-=1"],
    ["1", "-2", "3.5GiB", "10%", "2026-10-05", "10:30", "1..3", "0.5", "2x2", "-"],
    ['"a"', '"\\" ${x} \\u{1F600}"', '""', '"#"', '"""one"""', '"""\n  two "" # no\n\\""" ${a-b}\n"""', '""""q""""'],
    ["=", "+=", "-=", "==", "<=", "<", "..", ".", ",", "{", "}", "[", "]", "(", ")", ":", ";"],
    ["# c", "## d", "# it's {\n", "\n", "\n\n", "\r\n", " ", "  "],
    [
      "\npip {\n  a==1 # c\n  git+https://x/y#egg=z\n}\n",
      "apt { git }",
      "conda {}",
      "cran { a{} }",
      "\npip { x # }\n }\n",
    ],
  ].flat();
  const sound = (text: string) => {
    const { tokens, unexpected } = lex(text);
    return (
      unexpected.length === 0 && tokens.every(({ type }) => !/^(?:unterminated|misspelt|package-break)/.test(type))
    );
  };

  it("are coloured as the lexer reads them", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", "\n", "\t")), { maxLength: 25 }),
        (parts) => {
          const text = parts.flat().join("");
          if (!sound(text)) return;
          compared++;
          expect(differences(text), text).toEqual([]);
        },
      ),
      { numRuns: 600, seed: 12 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** The innermost scope of each part of a line, without `.hub`, for parts that are no blanks. */
function coloured(text: string, language = grammar): string[][] {
  return scopesOf(language, text)
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, scopes }) => [text.trim(), (scopes.at(-1) ?? "").replace(/\.hub$/, "")]);
}

describe("words", () => {
  it.each([
    [
      "course data8 {",
      [
        ["course", "storage.type.declaration"],
        ["data8", "entity.name.type"],
        ["{", "punctuation.section.braces"],
      ],
    ],
    [
      "abstract provider gke berkeley extends std.base {",
      [
        ["abstract", "storage.modifier.abstract"],
        ["provider", "storage.type.declaration"],
        ["gke", "support.type.variant"],
        ["berkeley", "entity.name.type"],
        ["extends", "keyword.other.extends"],
        ["std", "entity.name.namespace"],
        [".", "punctuation.accessor"],
        ["base", "entity.other.inherited-class"],
        ["{", "punctuation.section.braces"],
      ],
    ],
    [
      "  hub = datahub",
      [
        ["hub", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["datahub", "variable.other"],
      ],
    ],
    [
      "let term = 1",
      [
        ["let", "storage.type.let"],
        ["term", "variable.other.constant"],
        ["=", "keyword.operator.assignment"],
        ["1", "constant.numeric"],
      ],
    ],
    [
      'id = secret("a/b")',
      [
        ["id", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["secret", "support.function"],
        ["(", "punctuation.section.parens"],
        ['"', "punctuation.definition.string.begin"],
        ["a/b", "string.quoted.double"],
        ['"', "punctuation.definition.string.end"],
        [")", "punctuation.section.parens"],
      ],
    ],
    [
      "memory = 1GiB .. 2.5GiB",
      [
        ["memory", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["1", "constant.numeric"],
        ["GiB", "keyword.other.unit"],
        ["..", "keyword.operator.range"],
        ["2.5", "constant.numeric"],
        ["GiB", "keyword.other.unit"],
      ],
    ],
    [
      "during 2026-11-02 .. 2026-11-20 {",
      [
        ["during", "keyword.other.block"],
        ["2026-11-02", "constant.other.date"],
        ["..", "keyword.operator.range"],
        ["2026-11-20", "constant.other.date"],
        ["{", "punctuation.section.braces"],
      ],
    ],
    [
      "exam midterm {",
      [
        ["exam", "keyword.other.block"],
        ["midterm", "entity.name.section"],
        ["{", "punctuation.section.braces"],
      ],
    ],
    [
      "require = not x and all p in pool: p",
      [
        ["require", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["not", "keyword.operator.word"],
        ["x", "variable.other"],
        ["and", "keyword.operator.word"],
        ["all", "keyword.operator.word"],
        ["p", "variable.other"],
        ["in", "keyword.operator.word"],
        ["pool", "variable.other"],
        [":", "punctuation.separator"],
        ["p", "variable.other"],
      ],
    ],
    [
      "a.b = none",
      [
        ["a", "variable.other.property"],
        [".", "punctuation.accessor"],
        ["b", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["none", "constant.language"],
      ],
    ],
    [
      "in-sync = true",
      [
        ["in-sync", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["true", "constant.language"],
      ],
    ],
    [
      "x = 'a'",
      [
        ["x", "variable.other.property"],
        ["=", "keyword.operator.assignment"],
        ["'", "invalid.illegal.character"],
        ["a", "variable.other"],
        ["'", "invalid.illegal.character"],
      ],
    ],
  ])("%s", (line, expected) => {
    expect(coloured(line)).toEqual(expected);
  });
});

describe("texts", () => {
  it("show escapes and constants", () => {
    expect(coloured('"a\\n${ term }\\q"').slice(1, -1)).toEqual([
      ["a", "string.quoted.double"],
      ["\\n", "constant.character.escape"],
      ["${", "punctuation.definition.interpolation.begin"],
      ["term", "variable.other.constant"],
      ["}", "punctuation.definition.interpolation.end"],
      ["\\q", "invalid.illegal.escape"],
    ]);
  });

  it("that lost their quote end with the line", () => {
    expect(coloured('title = "a\nhub = b').slice(-3)).toEqual([
      ["hub", "variable.other.property"],
      ["=", "keyword.operator.assignment"],
      ["b", "variable.other"],
    ]);
  });
});

describe("package blocks", () => {
  it("show names, versions, links and comments", () => {
    expect(coloured("pip {\n  numpy==1.26 # c\n  x @ git+https://h/r#egg=x\n}\n")).toEqual([
      ["pip", "keyword.other.block"],
      ["{", "punctuation.section.braces"],
      ["numpy", "entity.name.tag.package"],
      ["==", "keyword.operator.comparison"],
      ["1.26", "constant.numeric.version"],
      ["#", "punctuation.definition.comment"],
      ["c", "comment.line.number-sign"],
      ["x", "entity.name.tag.package"],
      ["@", "punctuation.separator"],
      ["git+https://h/r#egg=x", "markup.underline.link"],
      ["}", "punctuation.section.braces"],
    ]);
  });

  it("that lost their brace end before a declaration", () => {
    expect(coloured("pip {\n  numpy\ncourse data8 {").slice(3)).toEqual([
      ["course", "storage.type.declaration"],
      ["data8", "entity.name.type"],
      ["{", "punctuation.section.braces"],
    ]);
  });
});

describe("other languages inside", () => {
  /** A stand-in for VS Code's Python: a bracket, once open, takes everything up to its partner, over lines. */
  const greedy = {
    scopeName: "source.python",
    patterns: [{ name: "greedy.python", begin: "\\(", end: "\\)" }],
    repository: { $self: {}, $base: {} },
  };

  it("are coloured by their grammar, line by line, and can't swallow what follows", async () => {
    const language = await loadHubGrammar({ "source.python": greedy });
    const text =
      'hub h {\n  python {\n    "10-a" = """\n      f(1,\n      x = ${n}\n      """\n  }\n  memory = 2GiB\n}\n';
    const found = scopesOf(language, text);
    const scopesAt = (part: string) => found.find(({ text }) => text.includes(part))?.scopes ?? [];
    expect(scopesAt("(")).toEqual(expect.arrayContaining(["source.python", "greedy.python"]));
    expect(scopesAt("x = ")).toEqual(expect.arrayContaining(["string.quoted.triple.hub", "source.python"]));
    expect(scopesAt("memory")).toEqual(["source.hub", "variable.other.property.hub"]);
    expect(coloured(text, language).slice(-5)).toEqual([
      ["memory", "variable.other.property"],
      ["=", "keyword.operator.assignment"],
      ["2", "constant.numeric"],
      ["GiB", "keyword.other.unit"],
      ["}", "punctuation.section.braces"],
    ]);
  });

  it.each(["dockerfile", "shell"])("%s", (language) => {
    const setting = language === "dockerfile" ? "dockerfile" : "run";
    const text = `image i {\n  ${setting} = """\n    RUN true\n  """\n  home = "x"\n}\n`;
    const found = scopesOf(grammar, text);
    expect(found.find(({ text }) => text.includes("RUN"))?.scopes).toContain(`source.${language}`);
    expect(found.find(({ text }) => text === "home")?.scopes).toEqual(["source.hub", "variable.other.property.hub"]);
    expect(differences(text)).toEqual([]);
  });
});
