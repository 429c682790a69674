import { expect, test } from "vitest";
import { pythonSettings, readPythonConfig } from "../../../compiler/syntax/python/python-settings.ts";

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
  ["x = c\nx.A.b = True", [["A.b", "sets", true]]],
  ["get_config().A.b = True", [["A.b", "sets", true]]],
  ["getattr(c, 'A').b = True", [["A.b", "sets", true]]],
  ["c.A.b: bool = True", [["A.b", "sets", true]]],
  ["name = 'b'\nsetattr(c.A, name, True)", [["A.b", "sets", true]]],
  ["set_config_if_not_none(c.A, 'b', 'custom.b')", [["A.b", "sets", undefined]]],
  ["people = {'x'}\nc.A.b = people", [["A.b", "sets", ["x"]]]],
  ["people = {'x'}\npeople.add('y')\nc.A.b = people", [["A.b", "sets", undefined]]],
  ["b = c.A.b\nb.add('x')", [["A.b", "adds", ["x"]]]],
  ["fill(c.A.b)", [["A.b", "changes", undefined]]],
  ["del c.A.b", [["A.b", "changes", undefined]]],
  ["c.A.b['k']['l'] = 1", [["A.b", "adds", { k: { l: 1 } }]]],
  ["c.A.b[k] = 1", [["A.b", "adds", undefined]]],
  ["c.A |= {'b': True}", [["A.b", "sets", true]]],
  ["c.A.setdefault('b', True)", [["A.b", "sets", undefined]]],
  ["c.update({'A': {'b': True}})", [["A.b", "sets", true]]],
  ["c.merge(Config({'A': Config(b=True)}))", [["A.b", "sets", true]]],
  ["z = {'b': True}\nc.A.update(z)", [["A.b", "sets", true]]],
  [
    "c.A.update(b=f(), d=1)",
    [
      ["A.b", "sets", undefined],
      ["A.d", "sets", 1],
    ],
  ],
  [
    "c.A.b, c.A.d = 1, 2",
    [
      ["A.b", "sets", undefined],
      ["A.d", "sets", undefined],
    ],
  ],
  ["def setup(x, auth):\n  auth.b = True\nsetup(1, c.A)", [["A.b", "sets", undefined]]],
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
  "x = len(c.A.b)",
  "if 'b' in c.A: print(c.A.get('b'))",
  "def hook(spawner):\n  spawner.environment['c'] = 1",
  "f(c=2)",
  "x = [f(c) for c in 'abc']",
  "for c in 'abc':\n  f(c)",
])("%s sets nothing", (text) => {
  const { settings, unread } = readPythonConfig(text);
  expect({ settings, unread }).toEqual({ settings: [], unread: [] });
});

test.each([
  ["setup(c)", "c", undefined],
  ["from campus import setup\nsetup(c.A, 1)", "c.A", "A"],
  ["setattr(c.A, name, True)", "setattr(c.A", "A"],
  ["for k, v in all.items():\n  setattr(c.A, k, v)", "setattr(c.A", "A"],
  ["c[name].b = 1", "c[name]", undefined],
  ["c.A[name] = 1", "c.A[name]", "A"],
  ["c.A = Config(x)", "c.A", "A"],
  ["c.A.update(x)", "c.A.update", "A"],
  ["c.A.update({**x})", "c.A.update", "A"],
  ["c.merge(x)", "c.merge", undefined],
  ["exec(open('/x.py').read())", "exec", undefined],
  ["load_subconfig('/x.py')", "load_subconfig", undefined],
  ["for part in (c.A, x):\n  part.b = 1", "c.A", "A"],
  ["GitHubOAuthenticator.check_allowed = f", "GitHubOAuthenticator", "GitHubOAuthenticator"],
])("%s may set what can't be read", (text, place, className) => {
  const { settings, unread } = readPythonConfig(text.replaceAll("\\n", "\n"));
  expect(settings).toEqual([]);
  expect(unread.map((one) => [text.slice(one.start, one.end), one.className])).toEqual([[place, className]]);
});

test("the place is that of the trait's name", () => {
  const text = 'x = "c.A.b = 1"\n  \nc.A.b = 1\n';
  const [found] = pythonSettings(text);
  expect(text.slice(found?.start, found?.end)).toBe("c.A.b");
  expect(found?.start).toBe(text.lastIndexOf("c.A.b"));
});
