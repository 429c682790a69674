import { expect, test } from "vitest";
import { firstOf } from "../../compiler/text/and-list.ts";

test("a short list is told whole, and of a long one how much is left out", () => {
  expect(firstOf([], 2)).toBe("");
  expect(firstOf(["a", "b"], 2)).toBe("a, b");
  expect(firstOf(["a", "b", "c"], 2)).toBe("a, b and 1 more");
});
