import { expect, test } from "vitest";
import { pythonSettings } from "../../../compiler/syntax/python/python-settings.ts";

const said = (text: string) =>
  pythonSettings(text).map(({ className, trait, how, value }) => [`${className}.${trait}`, how, value]);

test.each([
  ["c.A.b = True", [["A.b", "sets", true]]],
  ["c.A.b = 'x'  # why\n", [["A.b", "sets", "x"]]],
  ['c["A"].b = 3', [["A.b", "sets", 3]]],
  ['c["A"]["b"] = None', [["A.b", "sets", null]]],
  ["c.A.b = {'x', \"y\"}", [["A.b", "sets", ["x", "y"]]]],
  ["c.A.b = set(['x'])", [["A.b", "sets", ["x"]]]],
  ["c.A.b = set()", [["A.b", "sets", []]]],
  ["c.A.b = [\n  'x',  # one\n  'y',\n]\n", [["A.b", "sets", ["x", "y"]]]],
  ["c.A.b = {'k': {'l': ['m']}}", [["A.b", "sets", { k: { l: ["m"] } }]]],
  ["c.A.b = 'x y'.split()", [["A.b", "sets", ["x", "y"]]]],
  ["c.A.b = ('x')", [["A.b", "sets", "x"]]],
  ["c.A.b = ('x',)", [["A.b", "sets", ["x"]]]],
  ["c.A.b.add('x')", [["A.b", "adds", ["x"]]]],
  ["c.A.b.append('x')", [["A.b", "adds", ["x"]]]],
  ["c.A.b.update({'x'})", [["A.b", "adds", ["x"]]]],
  ["c.A.b.extend(['x', 'y'])", [["A.b", "adds", ["x", "y"]]]],
  ["c.A.b += ['x']", [["A.b", "adds", ["x"]]]],
  ["c.A.b['k'] = {}", [["A.b", "adds", { k: {} }]]],
  ["c.A.b |= {'x'}", [["A.b", "adds", ["x"]]]],
  ["c.A.b.discard('x')", [["A.b", "changes", undefined]]],
  [
    "c.A.update({'b': True, 'd': 'x'})",
    [
      ["A.b", "sets", true],
      ["A.d", "sets", "x"],
    ],
  ],
  [
    "c.A.update(b=True, d=['x'])",
    [
      ["A.b", "sets", true],
      ["A.d", "sets", ["x"]],
    ],
  ],
  ["setattr(c.A, 'b', True)", [["A.b", "sets", true]]],
  ["a = c.A\na.b = True", [["A.b", "sets", true]]],
])("what %s sets is read", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  ["if x:\n  c.A.b = True", "below an if"],
  ["c.A.b = f()", "by a call"],
  ["c.A.b = x + ['y']", "by an expression"],
  ["c.A.b = 'x' + y", "by a sum"],
  ["c.A.b = 'x' 'y'", "by two texts"],
  ["c.A.b = f'{x}'", "by a field"],
  ["c.A.b = os.environ['X']", "by a variable"],
])("what %s sets is left open", (text) => {
  expect(said(text)).toEqual([["A.b", "sets", undefined]]);
});

test.each([
  "# c.A.b = True",
  '"""\nc.A.b = True\n"""',
  "x = 'c.A.b = True'",
  "print(c.A.b)",
  "x = c.A.b == True",
  "abc.A.b = True",
  "x.c.A.b = True",
])("%s sets nothing", (text) => {
  expect(said(text)).toEqual([]);
});

test("the place is that of the trait's name", () => {
  const text = 'x = "c.A.b = 1"\n  \nc.A.b = 1\n';
  const [found] = pythonSettings(text);
  expect(text.slice(found?.start, found?.end)).toBe("c.A.b");
  expect(found?.start).toBe(text.lastIndexOf("c.A.b"));
});
