import { describe, expect, test } from "vitest";
import { kept } from "../../compiler/text/kept-list.ts";

describe("a kept list", () => {
  test("holds what the list held, and does not grow with it", () => {
    const list = ["a", "b"];
    const stays = kept(list);
    list.push("c");
    expect(stays).toEqual(["a", "b"]);
  });

  test("is the same for all that are empty", () => {
    expect(kept([])).toBe(kept([].filter(Boolean)));
    expect(kept([])).toEqual([]);
  });
});
