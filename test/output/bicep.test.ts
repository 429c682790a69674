import { describe, expect, it } from "vitest";
import { bicepLines, bicepString } from "../../compiler/output/bicep.ts";
import { yaml } from "../../compiler/output/yaml-tree.ts";
import { trickyStrings } from "./tricky-strings.ts";

/** Reads a Bicep string by the rules of its documentation; an interpolation or a bare quote is an error. */
function readBicepString(literal: string): string {
  const body = /^'(.*)'$/.exec(literal)?.[1];
  if (body === undefined) throw new Error(`no literal on one line: ${literal}`);
  const escapes: Record<string, string> = { "\\": "\\", "'": "'", n: "\n", r: "\r", t: "\t", $: "$" };
  return body.replace(
    /\\u\{([0-9a-f]{1,6})\}|\\(.)|'|\$\{/gs,
    (found, point: string | undefined, one: string | undefined) => {
      if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
      const plain = one === undefined ? undefined : escapes[one];
      if (plain === undefined) throw new Error(`${found} in ${literal}`);
      return plain;
    },
  );
}

describe("bicepString", () => {
  it("gives back every string, but for half surrogate pairs", () => {
    const texts = [...trickyStrings, "${a}", "$${a}", "\\${a}", "a'b", "$", "{", "\u0000${x}", "\u2028"];
    for (const text of texts)
      expect(readBicepString(bicepString(text))).toBe(text.replace(/\p{Surrogate}/gu, "\ufffd"));
  });

  it("keeps every literal on one line", () => {
    for (const text of trickyStrings) expect(bicepString(text)).not.toMatch(/[\n\r\u2028\u2029]/);
  });
});

describe("bicepLines", () => {
  const lines = (data: Parameters<typeof yaml>[0]) =>
    bicepLines(yaml(data), { first: "  a: ", level: 1, origin: undefined }).map(({ text }) => text);

  it("prints maps and lists a member a line, and quotes keys that are no names", () => {
    expect(lines({ b: [1, "c"], "d/e": { f: true }, g: {}, h: [] })).toEqual([
      "  a: {",
      "    b: [",
      "      1",
      "      'c'",
      "    ]",
      "    'd/e': {",
      "      f: true",
      "    }",
      "    g: {}",
      "    h: []",
      "  }",
    ]);
  });

  it("refuses numbers that Bicep does not have", () => {
    expect(() => lines({ a: 0.5 })).toThrow("invariant");
  });
});
