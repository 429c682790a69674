// Which characters nobody sees, where a script needs one, and how one is shown.

import { describe, expect, test } from "vitest";
import {
  jsonEscape,
  type TextUse,
  unseenCharacters,
  unseenName,
  visible,
} from "../../compiler/text/unseen-characters.ts";
import { fc } from "../support/properties.ts";

const kinds = (text: string, use: TextUse) => unseenCharacters(text, use).map(({ kind }) => kind);

describe("what people write", () => {
  test.each([
    "Ada Lovelace",
    "José",
    "Jose\u0301",
    "Zoë Ångström",
    "李明",
    "葛\u{e0100}城市",
    "김철수",
    "山田　太郎".replace("\u3000", " "),
    "محمد",
    "می\u200cخواهم",
    "דוד",
    "שָׁלוֹם",
    "राम",
    "क्\u200dष",
    "क्\u200cष",
    "র\u200d্যাব",
    "ශ්\u200dරී",
    "ന്\u200dറെ",
    "สมชาย",
    "Θεόδωρος",
    "Ольга",
    "👩\u200d🎓",
    "👩🏽\u200d💻",
    "🏳\ufe0f\u200d🌈",
    "👨\u200d👩\u200d👧\u200d👦",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "🇫🇷",
    "ᠮᠣᠩᠭᠣᠯ\u180e\u1820",
  ])("%s is a name and prose", (text) => {
    expect(unseenCharacters(text, "name")).toEqual([]);
    expect(unseenCharacters(text, "prose")).toEqual([]);
    expect(visible(text)).toBe(text);
  });

  test.each([
    "Two\nlines",
    "A\ttab",
    "Windows\r\nlines",
    "Prix : 5\u00a0€",
    "山田\u3000太郎",
    "שפת C++\u200f היא",
    "מבוא ל-C\u200e",
    "ภาษา\u200bไทย",
    "ភាសា\u200bខ្មែរ",
    "בְּ\u05d9\u05b0\u034f\u05bd",
    "هـ\u200d",
  ])("%j is prose", (text) => {
    expect(unseenCharacters(text, "prose")).toEqual([]);
    expect(visible(text)).toBe(text);
  });
});

describe("what nobody sees", () => {
  test.each([
    ["a\u0000", "control"],
    ["a\u001b[31m", "control"],
    ["a\u0007", "control"],
    ["a\u007f", "control"],
    ["a\u0085b", "control"],
    ["a\rb", "control"],
    ["a\u202eb", "direction"],
    ["a\u2066b\u2069", "direction"],
    ["a\u200fb", "direction"],
    ["a\u061cb", "direction"],
    ["a\u200bb", "invisible"],
    ["a\u200cb", "invisible"],
    ["a\u200db", "invisible"],
    ["a\u00adb", "invisible"],
    ["a\u2060b", "invisible"],
    ["a\ufeffb", "invisible"],
    ["\u3164", "invisible"],
    ["\u2800", "invisible"],
    ["a\u115fb", "invisible"],
    ["a\ufe0fb", "invisible"],
    ["1\ufe0f", "invisible"],
    ["a\u{e0100}", "invisible"],
    ["a\u{e0061}", "invisible"],
    ["a\u034fb", "invisible"],
    ["a\u180eb", "invisible"],
    ["a\u2028b", "invisible"],
    ["a\ufffeb", "invisible"],
    ["я\u200cб", "invisible"],
    ["字\u200b字", "invisible"],
  ])("%j", (text, kind) => {
    expect(kinds(text, "name")).toContain(kind);
    expect(kinds(text, "prose")).toContain(kind);
    expect(kinds(text, "contents")).toEqual([]);
    expect(unseenCharacters(visible(text), "prose")).toEqual([]);
  });

  test.each(["a\tb", "a\nb", "a\u00a0b", "a\u3000b", "क्\u200d", "อ\u200bอ", "א\u200f"])("%j is no name", (text) => {
    expect(unseenCharacters(text, "name")).toHaveLength(1);
    expect(unseenCharacters(text, "prose")).toEqual([]);
  });

  test("code may hold what terminals and old printers take", () => {
    expect(kinds("a\u001b[1mb\fc\n\td", "code")).toEqual([]);
    expect(kinds("a\u202eb\u200bc\u0008", "code")).toEqual(["direction", "invisible", "control"]);
  });
});

test("one is shown by its code", () => {
  expect(visible("a\u001B[31mb\u202Ec\rd\ne\u0007")).toBe("a\\u{1b}[31mb\\u{202e}c\\u{0d}d\ne\\u{07}");
  expect(visible('"a\u200b\u{e0061}"', jsonEscape)).toBe('"a\\u200b\\udb40\\udc61"');
  expect(JSON.parse(visible('"a\u200b\u{e0061}"', jsonEscape))).toBe("a\u200b\u{e0061}");
  expect(unseenName(0x200b)).toBe("U+200B (zero width space)");
  expect(unseenName(0x6)).toBe("U+0006");
});

test("whatever is shown holds no control and nothing that turns a line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(/(?![\n\t]|\r\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
