import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pythonProblem } from "../../../compiler/syntax/python/python-problem.ts";

/** The message, and what it is about. */
function problem(text: string): string | undefined {
  const found = pythonProblem(text);
  return found && `${text.slice(found.start, found.end)} | ${found.message}`;
}

describe("Python that holds together", () => {
  test.each([
    "",
    "# only a comment",
    "x = 1\n\n\ny = 2",
    "x = 1\r\n\r\nif x:\r\n  y = 2\r\n",
    "if a:\n    b = 1\n    if c:\n        d()\n    # a comment at another depth\n  # and one more\nelse: e()",
    "def f(a, *, b: int = 3, **kw) -> dict[str, int]:\n\treturn {'a': 1}",
    "x = [\n1,\n      2,\n]\ny = (3,\n)",
    "x = 'it''s' \"a\" r'\\\\' '\\'' b'x' rb\"y\" Rb'z'",
    'x = """one\n  two "quoted"\n"""\ny = \'\'\'it\'s\'\'\'',
    "x = f'{a!r:>{width}} {{not}} {d[\"k\"]} {x:%H:%M} {(lambda: 1)()}'",
    'x = f"{d["k"]}" f"""{\n  a  # the first\n}"""',
    "x = f'{a:=^10}' if (n := 3) else f'{x != y}'",
    "x = 0x1F + 0b10 + 0o17 + 1_000 + 1.5e-3 + .5 + 2j + 1if a else 0",
    "x = 1 + \\\n    2",
    "a; b; c = 1",
    "@decorator\nasync def f():\n    async with a as b, c: pass\n    await d",
    "match x:\n    case 1 | 2: pass\n    case {'a': b}: pass\nmatch = 1\ntype = 2\nprint(match, type)",
    "try:\n    a\nexcept* E as e:\n    raise X from e\nfinally:\n    pass",
    "größe = 'é😀'\nprint(größe)",
    "x = not a is not b not in c",
    "c.JupyterHub.x = lambda spawner: spawner.user.name",
    "return_value = yield_ = 3\nx: int = 3\nx[1:2, ...] = y[:, 0]",
  ])("%j", (text) => {
    expect(problem(text)).toBeUndefined();
  });

  test("is all that hubc itself runs in hubs", () => {
    const root = new URL("../../../python/", import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py"));
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) expect(problem(readFileSync(new URL(path, root), "utf8")), path).toBeUndefined();
  });
});

describe("Python that does not", () => {
  test.each([
    ["x = (1,\n  2\ny = 3", "( | This `(` is never closed, or a comma is missing before `y`"],
    ["x = {'a': [1, 2}", "} | This `}` comes where the `[` before it is still open"],
    ["x = 1)", ") | This `)` closes nothing"],
    ["x = 'abc\ny = 1", "'a | The text that begins here is not closed: `'` is missing"],
    ['x = """abc\ny = 1', '"""a | The text that begins here is not closed: `"""` is missing'],
    ["if a:\nb = 1", "b | This line belongs to the block of the line above: indent it further"],
    ["if a:", ": | A block must follow this `:`, indented further than its line"],
    ["a = 1\n  b = 2", "   | This line is indented further than the one above, which opens no block"],
    ["if a:\n    b\n  c", "   | The indent of this line is that of no block around it"],
    ["if a:\n    b\n\tc", "\t | Tabs and blanks are mixed in the indents: use blanks alone"],
    ["if a\n    b", "if | A line that begins with `if` needs a `:`"],
    ["def f()\n    pass", "def | A line that begins with `def` needs a `:`"],
    ["print 'x'", "' | A text can't follow here: an operator, a comma or a bracket is missing before it"],
    ["x = [1 2]", "2 | `2` can't follow here: an operator, a comma or a bracket is missing before it"],
    ["foo bar", "bar | `bar` can't follow here: an operator, a comma or a bracket is missing before it"],
    ["x = f'{a'", "' | The text that begins here is not closed: `'` is missing"],
    ["x = f'a}'", "} | A `}` that is meant as such is written `}}` in an f-string"],
    ["x = f'{}'", "{} | A field of an f-string needs an expression"],
    ["x = f'{(a]}'", "] | This `]` closes nothing"],
    ["x = 3abc", "3abc | `3abc` is neither a number nor a name"],
    ["x = 0777", "0777 | A number has no leading zeros; an octal one begins with `0o`"],
    ["x = $a", "$ | `$` means nothing in Python here"],
    ["x = a ? b : c", "? | `?` means nothing in Python here"],
    ["x = !a", "! | `!` means nothing here: Python writes `not`"],
    ["x = 1 \\ + 2", "\\ | Nothing may follow a `\\` that continues a line"],
  ])("%j", (text, expected) => {
    expect(problem(text)).toBe(expected);
  });

  test("is found at any cut through a bracket, and reading always ends", () => {
    const text = 'c.X.y = {\'a\': [1, f\'{b!r:>{w}}\', (2)], """c\nd""": lambda: 0}\n';
    for (let end = 9; end < text.length - 2; end++)
      expect(problem(text.slice(0, end)), text.slice(0, end)).toBeDefined();
  });
});
