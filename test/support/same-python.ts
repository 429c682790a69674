// Are pairs of Python programs the same but for the texts in them? Asked of Python's own parser, which runs none of them.

import { spawnSync } from "node:child_process";

export interface PythonPair {
  readonly text: string;
  readonly twin: string;
  readonly where: string;
}

/** Pairs with the same texts in them. */
export interface PythonPairs {
  readonly pairs: readonly PythonPair[];
  /** For a text of the twins, the one that stands in its place. */
  readonly twins: ReadonlyMap<string, string>;
}

const program = `
import ast, functools, json, sys
twins = {}
def same(a, b):
    if type(a) is not type(b): return "%s for %s" % (type(a).__name__, type(b).__name__)
    if isinstance(a, ast.AST):
        if isinstance(a, ast.Constant) and isinstance(a.value, str) and isinstance(b.value, str):
            expected = twins.get(b.value)
            if expected is not None and a.value not in (expected, expected.lower()): return repr(a.value)
            return None
        for name in a._fields:
            wrong = same(getattr(a, name, None), getattr(b, name, None))
            if wrong: return wrong
        return None
    if isinstance(a, list):
        if len(a) != len(b): return "%d items for %d" % (len(a), len(b))
        for x, y in zip(a, b):
            wrong = same(x, y)
            if wrong: return wrong
        return None
    if isinstance(a, str): return None if a == b or b in twins else repr(a)
    return None if a == b else "%r for %r" % (a, b)
wrong = []
read = functools.lru_cache(maxsize=256)(ast.parse)
for group in json.load(sys.stdin):
    twins = group["twins"]
    for pair in group["pairs"]:
        try:
            found = same(ast.parse(pair["text"]), read(pair["twin"]))
        except (SyntaxError, ValueError) as error:
            found = str(error)
        if found: wrong.append(pair["where"] + ": " + found)
print(json.dumps(wrong))
`;

/** What is different, in words; nothing where Python finds them the same. */
export function differentPython(python: string, groups: readonly PythonPairs[]): readonly string[] {
  const input = JSON.stringify(groups.map(({ pairs, twins }) => ({ pairs, twins: Object.fromEntries(twins) })));
  const { stdout, stderr, status } = spawnSync(python, ["-c", program], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  const answer: unknown = JSON.parse(stdout);
  if (!Array.isArray(answer)) throw new Error(stdout);
  return answer.map(String);
}
