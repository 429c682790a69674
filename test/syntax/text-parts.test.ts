import { describe, expect, test } from "vitest";
import { parse } from "../../compiler/syntax/parse.ts";
import type { TextNode } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

describe("one line", () => {
  test.each([
    [String.raw`"a\nb\tc\"d\\e\${f}"`, 'a\nb\tc"d\\e${f}'],
    [String.raw`"\u{1F600}\u{e9}"`, "😀é"],
    [`"$ {a} $a {a}"`, "$ {a} $a {a}"],
    [`""`, ""],
    [`"# no comment"`, "# no comment"],
  ])("%s", (written, meant) => {
    const { text, codes } = read(written);
    expect(codes).toEqual([]);
    expect(text?.parts).toEqual([meant]);
  });

  test("a constant stands between the texts around it, under its own place", () => {
    const { text } = read('"a ${ b-c } d"');
    expect(text?.parts).toEqual(["a ", expect.objectContaining({ text: "b-c", start: 14, end: 17 }), " d"]);
  });

  test.each([
    [String.raw`"\d"`, "syntax/bad-escape"],
    [String.raw`"\u{110000}"`, "syntax/bad-escape"],
    [String.raw`"\u{d800}"`, "syntax/bad-escape"],
    [String.raw`"\u12"`, "syntax/bad-escape"],
    ['"${}"', "syntax/bad-interpolation"],
    ['"${a b}"', "syntax/bad-interpolation"],
    ['"a', "syntax/unterminated-text"],
    [String.raw`"a\"`, "syntax/unterminated-text"],
  ])("%s is refused", (written, code) => {
    expect(read(written).codes).toEqual([code]);
  });

  test("each wrong escape is told by its own place", () => {
    const { places } = read(String.raw`"\d and \w"`);
    expect(places).toEqual([
      [9, 11],
      [16, 18],
    ]);
  });
});

describe("several lines", () => {
  test.each([
    ['"""\n  a\n    b\n  c\n  """', "a\n  b\nc\n"],
    ['"""\n  a\n\n  b"""', "a\n\nb"],
    ['"""a\n  b\n"""', "a\n  b\n"],
    ['"""one line"""', "one line"],
    ['"""\r\n\ta\r\n\t\tb\r\n\t"""', "a\n\tb\n"],
    ['"""\n  say "hi" ""\n  """', 'say "hi" ""\n'],
    ['"""a""""', 'a"'],
    [String.raw`"""a \""" b"""`, 'a """ b'],
  ])("%j", (written, meant) => {
    const { text, codes } = read(written);
    expect(codes).toEqual([]);
    expect(text?.parts).toEqual([meant]);
  });

  test("a text that is never closed ends before the next declaration", () => {
    const file = createSourceFile("p.hub", 'let a = """\n  text\ngroup g {\n  members = ["ada"]\n}\n');
    const codes: string[] = [];
    const tree = parse(file, ({ code }) => codes.push(code));
    expect(codes).toEqual(["syntax/unterminated-text"]);
    expect(tree.declarations.map(({ name }) => name?.text)).toEqual(["g"]);
  });
});

/** A text as the value of a constant; it begins at offset 8. */
function read(written: string) {
  const codes: string[] = [];
  const places: (readonly [number, number])[] = [];
  const tree = parse(createSourceFile("p.hub", `let a = ${written}\n`), ({ code, span }) => {
    codes.push(code);
    places.push([span.start, span.end]);
  });
  const value = tree.lets[0]?.value;
  const text: TextNode | undefined = value?.kind === "text" ? value : undefined;
  return { text, codes, places };
}
