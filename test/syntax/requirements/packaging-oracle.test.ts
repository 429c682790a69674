import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parsePipRequirement } from "../../../compiler/syntax/requirements/pep508.ts";
import { fc } from "../../support/properties.ts";
import { pythonWith } from "../../support/python.ts";

// Python's own reader of these lines tells what is valid; ours may refuse more, but only what the list below names.

const script = `
import json, sys
from packaging.requirements import Requirement, InvalidRequirement
def read(line):
    try:
        r = Requirement(line)
        return [r.name, sorted(r.extras), sorted(str(s) for s in r.specifier), r.url, str(r.marker)]
    except InvalidRequirement:
        return None
print(json.dumps([read(line) for line in json.load(sys.stdin)]))
`;

const python = pythonWith("packaging.requirements");

const names = ["numpy", "A.b-C_d", "x", "2to3", "_x", "x-", ""];
const extras = ["", "[a]", "[a, b]", "[]", "[a,]", "[a b]", " [a]", "[-]"];
const operators = ["==", "===", "~=", "!=", "<=", ">=", "<", ">", "=", "=>", "=>=", "~", ""];
const versions = [
  ...[
    "1",
    "1.2",
    "1.2.*",
    "1.*",
    "*",
    "v1.2",
    "1!2.3",
    "1.2rc1",
    "1.2-rc.1",
    "1.2.post1",
    "1.2-1",
    "1.2.dev0",
    "1.2+abc.1",
    "1.2+",
    "1.2.",
    "1..2",
  ],
  ...[
    "2.0a",
    "1.0c2",
    "1.0pre",
    "1.0alpha1.post2.dev3+l",
    "1.2*",
    "abc",
    "1.2.dev1.*",
    "1!1",
    "01.002",
    "1.0_1",
    "1.0.r4",
    "",
  ],
];
const tails = [
  "",
  ";",
  "; os_name == 'a'",
  " ; python_version<'3' and (extra=='x' or os_name not in 'a b')",
  "; foo == 'a'",
  "; os_name 'a'",
  ";os_name=='a' os_name=='b'",
  "; (os_name=='a'",
  "; 'a' in os.name",
  " x",
];

const specifier = fc
  .tuple(fc.constantFrom(...operators), fc.constantFrom("", " "), fc.constantFrom(...versions))
  .map((all) => all.join(""));
const line = fc
  .record({
    name: fc.constantFrom("numpy", "numpy", "numpy", ...names),
    extra: fc.constantFrom("", "", ...extras),
    gap: fc.constantFrom("", " "),
    specifiers: fc.array(specifier, { maxLength: 3 }),
    comma: fc.constantFrom(",", ", ", " , ", " "),
    grouped: fc.constantFrom(false, false, true),
    tail: fc.constantFrom("", "", ...tails),
  })
  .map(({ name, extra, gap, specifiers, comma, grouped, tail }) => {
    const list = specifiers.join(comma);
    return `${name}${extra}${gap}${grouped ? `(${list})` : list}${tail}`.trim();
  });

/** Lines that Python's reader takes and ours refuses, because something was surely forgotten. */
const forgotten: readonly RegExp[] = [/,\s*(?:\)|;|$)/, /;\s*$/, /\[[^\]]*,\s*\]/, /===\s*(?:[,;)]|$)/];

/** Lines that ours takes and Python's reader refuses, since it counts the comma after `===` to the version. */
const commaSwallowed = /===\s*[^\s,;)]*,[^;]*\s/;

function askPython(lines: readonly string[]): readonly unknown[] {
  const run = spawnSync(python ?? "", ["-c", script], {
    input: JSON.stringify(lines),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(run.stderr).toBe("");
  const answers: unknown = JSON.parse(run.stdout);
  return Array.isArray(answers) ? answers : expect.fail("no list of answers");
}

test.skipIf(python === undefined)("reads what Python's packaging reads, and prints what means the same to it", () => {
  const lines = fc.sample(line, { numRuns: 6000, seed: 7 });
  const results = lines.map((text) => parsePipRequirement(text));
  const printed = results.map((result) => ("error" in result ? "" : result.requirement.text));
  const ofLines = askPython(lines);
  const ofPrinted = askPython(printed);
  const wrong: string[] = [];
  let valid = 0;
  lines.forEach((text, index) => {
    const result = results[index];
    const refused = result === undefined || "error" in result;
    if (ofLines[index] !== null) valid += 1;
    if (ofLines[index] === null) {
      if (!refused && !commaSwallowed.test(text)) wrong.push(`read: ${text}`);
    } else if (refused) {
      if (!forgotten.some((pattern) => pattern.test(text))) wrong.push(`refused: ${text}`);
    } else if (JSON.stringify(ofLines[index]) !== JSON.stringify(ofPrinted[index])) {
      wrong.push(`differs: ${text} and ${printed[index]}`);
    }
  });
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(valid).toBeGreaterThan(500);
});
