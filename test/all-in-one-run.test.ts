// All findings in one run: of two mistakes both are found, wherever they are made, and nothing else; but for what follows from
// something that can't be known because of the other one. That each alone is one finding is in one-mistake.test.ts.

import { expect, test } from "vitest";
import { type Mistake, mistakes, programWith } from "./support/independent-mistakes.ts";
import { findingsIn, findingsOf } from "./support/mistake-findings.ts";

/** What a mistake leaves open, and what is not found beside it for that reason. */
const leftOpen: readonly (readonly [mistake: RegExp, hidden: RegExp, why: string])[] = [
  [/^hub\/no-certificate/, /^values\/does-not-work in hub lab/, "an ingress of one's own is wrong only beside `https`"],
  [
    /in hub garden: (?:provider|domain) =|^schema\/unknown-variant/,
    /in hub garden: ingress/,
    "what `proxy` holds follows from the provider and the address, and decides whether an ingress is wrong",
  ],
  [/in course physics: stdents/, /^policy\/broken/, "how many students there are"],
  [/^names\/unknown-image/, /^course\/pool-too-small/, "what else may be chosen beside the image"],
  [/in hub lab: (?:cull|idle)/, /^values\/clash in hub lab: cull/, "what says the same is no clash"],
  [/^syntax\/header in storage archive/, /in storage archive/, "which settings it has follows from its first line"],
  [/^syntax\/unknown-kind/, /in group readers/, "which settings it has, and what kind it is declared as"],
  [/^syntax\/unknown-kind/, /^names\/unknown-group/, "which groups there are"],
  [
    /^syntax\/unclosed-block in course botany/,
    /course\/mount-clash in course botany|in hub garden: ingress/,
    "what is inside of which",
  ],
];

function isLeftOpen(one: Mistake, other: Mistake): boolean {
  return leftOpen.some(([mistake, hidden]) => mistake.test(one.name) && hidden.test(other.name));
}

test.each(mistakes.map((one) => [one.name, one] as const))("%s hides no other and is hidden by none", (_name, one) => {
  const wrong: string[] = [];
  for (const other of mistakes.slice(mistakes.indexOf(one) + 1)) {
    const both = programWith([one, other]);
    if (both === undefined || isLeftOpen(one, other) || isLeftOpen(other, one)) continue;
    const expected = [...findingsOf(one), ...findingsOf(other)].sort();
    const found = findingsIn(both);
    if (found.join("\n") !== expected.join("\n")) wrong.push(`${other.name}: ${found.join(", ")}`);
  }
  expect(wrong).toEqual([]);
});

test("what is left open is never taken for something else", () => {
  for (const one of mistakes)
    for (const other of mistakes) {
      if (!isLeftOpen(one, other)) continue;
      const both = programWith([one, other]);
      const known = new Set([...findingsOf(one), ...findingsOf(other)]);
      if (both !== undefined && one.in !== other.in)
        expect(findingsIn(both).filter((finding) => !known.has(finding))).toEqual([]);
    }
});

test("there are many pairs, and hardly any is left open", () => {
  const pairs = mistakes.flatMap((one, i) =>
    mistakes.slice(i + 1).flatMap((other) => (programWith([one, other]) === undefined ? [] : [[one, other] as const])),
  );
  const open = pairs.filter(([one, other]) => isLeftOpen(one, other) || isLeftOpen(other, one));
  expect(pairs.length).toBeGreaterThan(1400);
  expect(open.length).toBeLessThan(25);
});

test("a text without an end may hold what is missing, and so may a second `=` of a line", () => {
  const course = (line: string) => findingsIn(`course c {\n  title = ${line}\n  students = 5\n}\n`);
  const codes = (line: string) => course(line).map((one) => one.split(" ")[0]);
  expect(codes('"Foundations  hub = h')).toEqual(["syntax/unterminated-text"]);
  expect(codes('"Foundations')).toEqual(["syntax/unterminated-text"]);
  expect(course('"A" hub = = h').map((one) => one.split(" ")[0])).not.toContain("schema/missing-setting");
});
