// The formatter: what it makes of telling cases, and what it never does to any program.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { format } from "../../compiler/format/format.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { fc } from "../support/properties.ts";
import { commentsOf, meaningOf, tokensOf } from "./program-text.ts";
import { randomProgram } from "./random-program.ts";

const root = join(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "fixtures");

function formatted(text: string): string {
  const result = format(createSourceFile("a.hub", text));
  expect(result.changed).toBe(result.text !== text);
  return result.text;
}

/** Everything that holds of any program, broken or not. Returns what it became. */
function checkAny(text: string): string {
  const result = formatted(text);
  expect(formatted(result)).toBe(result);
  expect(commentsOf(result)).toEqual(commentsOf(text));
  expect(tokensOf(result)).toEqual(tokensOf(text));
  expect(meaningOf(result)).toEqual(meaningOf(text));
  return result;
}

function hubFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hub"))
    .map((path) => join(folder, path))
    .sort();
}

describe("fixtures", () => {
  it.each(readdirSync(fixtures))("%s", (name) => {
    const read = (file: string) => readFileSync(join(fixtures, name, file), "utf8");
    expect(checkAny(read("input.hub"))).toBe(read("expected.hub"));
  });
});

describe.each(["examples", "stdlib", "../shared/acceptance"])("programs in %s", (folder) => {
  const files = hubFiles(join(root, folder));
  if (files.length === 0) it.skip(`there are no .hub files in ${folder}`, () => {});
  for (const file of files) it(file.slice(root.length), () => void checkAny(readFileSync(file, "utf8")));
});

describe("line ends and blanks", () => {
  it("leaves an empty file empty", () => {
    expect(formatted("")).toBe("");
    expect(formatted("\ufeff\n \n")).toBe("");
  });

  it("ends lines by a line feed and the file by one of them, and drops the byte order mark", () => {
    expect(formatted("\ufefflet a = 1\r\n\r\n\r\nlet b = 2\r\n \r\n")).toBe("let a = 1\n\nlet b = 2\n");
    expect(formatted('let a = """\r\n x\r\n"""\r\n')).toBe('let a = """\n x\n"""\n');
    expect(formatted("let a = 1")).toBe("let a = 1\n");
  });

  it("keeps blanks at the ends of lines of texts", () => {
    expect(formatted('let a = """  \n x  \n"""  \n')).toBe('let a = """  \n x  \n"""\n');
  });
});

describe("width", () => {
  const words = (length: number) => `"${"x".repeat(length - 2)}"`;

  it("breaks a list that reaches past column 100, and no other", () => {
    expect(formatted(`let a = [${words(90)}]\n`)).toBe(`let a = [${words(90)}]\n`);
    expect(formatted(`let a = [${words(91)}]\n`)).toBe(`let a = [\n  ${words(91)},\n]\n`);
  });

  it("counts the blanks that alignment adds", () => {
    const result = formatted(`let a = [${words(90)}]\nlet longer = 1\n`);
    expect(result).toBe(`let a = [\n  ${words(90)},\n]\nlet longer = 1\n`);
  });

  it("breaks a block that reaches past column 100, and no other", () => {
    const fits = `group g { members = ${words(78)} }\n`;
    expect(fits).toHaveLength(101);
    expect(formatted(fits)).toBe(fits);
    expect(formatted(`group g { members = ${words(79)} }\n`)).toBe(`group g {\n  members = ${words(79)}\n}\n`);
  });

  it("does not align blocks where that reaches past column 100", () => {
    const long = `  pool a { m = ${words(83)} }`;
    expect(long).toHaveLength(100);
    const text = `provider gke p {\n${long}\n  pool longer { }\n}\n`;
    expect(formatted(text)).toBe(text);
  });
});

describe("any program", () => {
  it("keeps its meaning, its tokens and its comments, and is settled after one time", () => {
    fc.assert(
      fc.property(randomProgram, (text) => {
        expect(meaningOf(text).codes).toEqual([]);
        const result = checkAny(text);
        expect(result).not.toMatch(/\r|\ufeff|\n\n\n|^\n|\n\n$|[{[]\n\n|\n\n *[}\]]/);
      }),
      { numRuns: 400 },
    );
  });
});

describe("broken programs", () => {
  const readFixture = (name: string) => readFileSync(join(fixtures, name, "input.hub"), "utf8");

  it.each(["everything", "careless"])("%s without any one line is settled after one time", (name) => {
    const lines = readFixture(name).split("\n");
    let unchanged = 0;
    lines.forEach((_, i) => {
      const text = lines.toSpliced(i, 1).join("\n");
      if (checkAny(text) === text) unchanged++;
    });
    expect(unchanged).toBeLessThan(lines.length);
  });

  it("a date that touches the next setting is said as it is said on a line of its own", () => {
    checkAny("course c {\n  term = 2026-08-26 .. 2026-12-1needs += [a]\n  note = 1\n}\n");
  });

  it.each(["everything", "careless"])("%s with any stretch of it lost or doubled is settled after one time", (name) => {
    const text = readFixture(name);
    const place = fc.nat({ max: text.length });
    fc.assert(
      fc.property(
        place,
        fc.nat({ max: 12 }),
        fc.constantFrom("", "{", "}", "[", "]", '"', '"""', ";", ",", "(", "é"),
        (at, cut, put) => {
          checkAny(text.slice(0, at) + put + text.slice(at + cut));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "=",
            "a",
            "course b {",
            '"',
            '"""',
            "#c",
            "\n",
            ",",
            ";",
            "..",
            "1",
            "pip {",
            "let",
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          checkAny(parts.join(" "));
        },
      ),
      { numRuns: 500 },
    );
  });
});
