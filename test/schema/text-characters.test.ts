// Characters that nobody sees, empty names and letters of other scripts, wherever a program says a text; and names of real people, which
// stay right.

import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const usual = new Set(["hub/no-certificate", "project/no-registry", "allow/unused", "image/missing-nbgitpuller"]);

function found(text: string, assets: ReadonlyMap<string, string> = new Map()): readonly Diagnostic[] {
  return checkProgram(programOf(text), { assets }).diagnostics.filter(
    ({ code, severity }) => severity !== "info" && !usual.has(code),
  );
}

/** A course with a book that is built. */
function withBook(text: string): string {
  const book = `repo = "https://github.com/campus/book"\n    builder = jupyter-book-2\n    ${text}`;
  return smallProgram({ course: `  textbook {\n    ${book}\n  }` });
}

/** The program with `text` at each kind of place, in quotes or between brackets. */
const texts: Readonly<Record<string, (text: string) => string>> = {
  "a title": (text) => smallProgram().replace('title = "C"', `title = "${text}"`),
  "a description": (text) => smallProgram({ course: `  description = "${text}"` }),
  "a doc comment": (text) => `## ${text}\n${smallProgram()}`,
  "an announcement": (text) => smallProgram({ hub: `  announcement = "${text}"` }),
  "a message of a policy": (text) =>
    smallProgram({ more: `policy course p {\n  require = title != "X"\n  message = "${text}"\n}` }),
  "a title of a book": (text) => withBook(`title = "${text}"`),
  "an author": (text) => withBook(`authors = ["${text}"]`),
  "a person of the site": (text) =>
    smallProgram({
      course: `  site {\n    url = "https://s.example.edu"\n    staff a {\n      name = "${text}"\n      role = instructor\n    }\n  }`,
    }),
};

const names: Readonly<Record<string, (text: string) => string>> = {
  "a member": (text) => smallProgram({ more: `group g {\n  members = ["${text}"]\n}` }),
  "an admin": (text) => smallProgram({ hub: `  admins = ["${text}"]` }),
  "somebody who is allowed": (text) => smallProgram().replace('["ada"]', `["${text}"]`),
  "a team": (text) =>
    smallProgram({ more: `group g {\n  from github {\n    organization = "data-8"\n    team = "${text}"\n  }\n}` }),
  "a value of a claim": (text) =>
    smallProgram({ more: `group g {\n  from claim {\n    name = "groups"\n    value = "${text}"\n  }\n}` }),
  "a label of a link": (text) =>
    smallProgram({
      course: `  content m {\n    repo = "https://github.com/data-8/m"\n    open { "${text}" = "lab.ipynb" }\n  }`,
    }),
  "a path": (text) =>
    smallProgram({
      course: `  content m {\n    repo = "https://github.com/data-8/m"\n    open { x = "lab/${text}.ipynb" }\n  }`,
    }),
  "a folder": (text) =>
    smallProgram({
      course: `  content m {\n    repo = "https://github.com/data-8/m"\n    folder = "x${text}"\n  }`,
    }),
};

const unseen = [
  "a\\u{200b}b",
  "a\u200bb",
  "a\u202eb",
  "a\\u{0}b",
  "a\\u{7}b",
  "a\u2066b",
  "a\u00adb",
  "a\ufeffb",
  "a\u3164b",
];

describe("a character that nobody sees", () => {
  test.each(Object.entries({ ...texts, ...names }))("in %s", (place, program) => {
    for (const text of unseen) {
      // A comment says its text without escapes.
      if (place === "a doc comment" && text.includes("\\u")) continue;
      const diagnostics = found(program(text));
      expect(
        diagnostics.map(({ code }) => code),
        JSON.stringify(text),
      ).toEqual(["text/unseen-character"]);
      expect(diagnostics[0]?.message).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}|\u200b|\u00ad|\ufeff|\u3164/u);
      const { span, fixes } = diagnostics[0] ?? {};
      expect(span?.file.text.slice(span.start, span.end)).toBe(text.slice(1, -1));
      const [edit] = fixes?.[0]?.edits ?? [];
      expect(edit && [edit.span.start, edit.span.end, edit.text]).toEqual([span?.start, span?.end, ""]);
    }
  });

  test("is removed without asking in prose, and where a person chooses it in a name", () => {
    expect(found(texts["a title"]?.("a\u200bb") ?? "")[0]?.fixes[0]?.applies).toBe("always");
    expect(found(names["a member"]?.("a\u200bb") ?? "")[0]?.fixes[0]?.applies).toBe("when-chosen");
  });

  test("in a constant, and in a file", () => {
    const filled = found(`let who = "a\u200bb"\n${names["a member"]?.("x$" + "{who}")}`);
    expect(filled.map(({ code }) => code)).toEqual(["text/unseen-character"]);
    expect(filled[0]?.fixes).toEqual([]);
    const named = `let who = "a\u200bb"\n${smallProgram({ more: "group g {\n  members = [who]\n}" })}`;
    expect(found(named).map(({ span }) => span.start)).toEqual([named.indexOf("\u200b")]);
    const file = smallProgram({ hub: '  announcement = file("x.txt")' });
    expect(found(file, new Map([["x.txt", "Good\r\nmorning\n"]]))).toEqual([]);
    expect(found(file, new Map([["x.txt", "Good\nmor\u202ening\n"]]))[0]?.message).toMatch(
      /^Line 2 of `x.txt` holds U\+202E/,
    );
  });

  test.each([
    ['values { singleuser.extraLabels = { "a\u200bb" = "c" } }', true],
    ['values { singleuser.extraLabels = { a = "b\u202ec" } }', true],
    ['environment { PS1 = "\\u{1b}[1m" }', false],
    ['environment { A = "b\u200bc" }', true],
    ['python { "10-x" = """pass  # \u202e""" }', true],
  ])("%j", (hub, isWrong) => {
    expect(found(smallProgram({ hub: `  ${hub}` })).map(({ code }) => code)).toEqual(
      isWrong ? ["text/unseen-character"] : [],
    );
  });

  test("a comment may not turn the direction of code", () => {
    expect(found(`# x \u202e y\n${smallProgram()}`).map(({ code }) => code)).toEqual(["text/unseen-character"]);
    expect(found(`# x \u200b y\n${smallProgram()}`)).toEqual([]);
  });
});

describe("an empty name", () => {
  test.each(["a title", "a title of a book", "an author", "a person of the site"])("%s", (place) => {
    for (const text of ["", " ", "\u0301"])
      expect(found(texts[place]?.(text) ?? "").map(({ code }) => code)).toEqual(["text/empty-name"]);
  });
  test.each(["a member", "an admin", "a team", "a value of a claim", "a label of a link"])("%s", (place) => {
    for (const text of ["", " ", " ada", "ada "])
      expect(
        found(names[place]?.(text) ?? "").map(({ code }) => code),
        JSON.stringify(text),
      ).toEqual(["text/empty-name"]);
  });
  test("the blank around a name is taken away where somebody chooses it", () => {
    expect(found(names["a member"]?.("ada ") ?? "")[0]?.fixes[0]?.edits[0]?.text).toBe('"ada"');
  });
});

describe("letters of another script", () => {
  test.each(Object.keys(names))("in %s", (place) => {
    for (const text of ["\u0430da", "ad\u0430", "gr\u0430ce-h", "al\u03bfn", "\uff41\uff44\uff41", "\u{1d41a}da"]) {
      const diagnostics = found(names[place]?.(text) ?? "");
      expect(
        diagnostics.map(({ code }) => code),
        text,
      ).toEqual(["text/look-alike-name"]);
      expect(diagnostics[0]?.fixes[0]?.edits[0]?.text).toMatch(/^x?[a-z]+$/);
    }
  });
  test.each(Object.keys(texts).filter((place) => place !== "a doc comment"))("in %s", (place) => {
    expect(found(texts[place]?.("D\u0430ta Science") ?? "").map(({ code }) => code)).toEqual(["text/look-alike-word"]);
  });
});

describe("what is right", () => {
  const people = [
    "李明",
    "محمد",
    "דוד",
    "राम",
    "क्\u200dष",
    "می\u200cخواهم",
    "José",
    "Jose\u0301",
    "Ольга",
    "Θεόδωρος",
    "김철수",
  ];
  test.each(Object.entries(texts))("in %s", (_place, program) => {
    const prose = [
      "α-Carotin und Δt",
      "5 μm",
      "Теория в Python",
      "Ｐｙｔｈｏｎ入門",
      "🧑\u200d🎓 and ❤\ufe0f",
      "IT-отдел",
      "שפת C++\u200f",
      "x₂ ≤ ½",
    ];
    for (const text of [...people, ...prose]) expect(found(program(text)), text).toEqual([]);
  });
  test("as names of people, where sign-in takes any", () => {
    for (const name of people) {
      const program = smallProgram({ more: `group g {\n  members = ["${name}"]\n}` }).replace(
        /auth github \{[^}]*\}\n {2}\}/,
        'auth dummy {\n    allow { people = ["ada"] }\n  }',
      );
      expect(
        found(program).filter(({ code }) => code.startsWith("text/")),
        name,
      ).toEqual([]);
    }
  });
});

describe("signs as HTML writes them", () => {
  test.each([
    ["Data &amp; Society", "&"],
    ["Women&#39;s Studies", "'"],
    ["Data&nbsp;Society", " "],
    ["Caf&#xe9;", "é"],
    ["The &quot;Modern&quot; Way", '\\"'],
  ])("%s", (text, sign) => {
    const [first, ...more] = found(smallProgram().replace('title = "C"', `title = "${text}"`));
    expect(more).toEqual([]);
    expect(first?.code).toBe("text/html-entity");
    expect(first?.severity).toBe("warning");
    expect([...new Set(first?.fixes[0]?.edits.map((edit) => edit.text))]).toEqual([sign]);
  });

  test("an announcement is HTML, and a `&` by itself is what it is", () => {
    expect(found(smallProgram({ hub: '  announcement = "Data &amp; Society"' }))).toEqual([]);
    expect(found(smallProgram().replace('title = "C"', 'title = "R&D; AT&T &thing; &#0;"'))).toEqual([]);
  });
});
