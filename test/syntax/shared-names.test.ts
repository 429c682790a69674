import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedName } from "../../compiler/syntax/shared-names.ts";

test("a name is what is written between the two offsets, whatever was asked for before", () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `name-${n.toString(36)}-${"x".repeat(n % 50)}`);
  for (const name of [...names, ...names]) expect(sharedName(`<${name}>`, 1, name.length + 1)).toBe(name);
});

test("so it is for any characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      expect(sharedName(text, start, end)).toBe(text.slice(start, end));
    }),
  );
});
