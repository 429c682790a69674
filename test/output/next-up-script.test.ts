import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { nextUpScript } from "../../compiler/output/next-up-script.ts";

test("its digest is that of its text, or no browser would run it", () => {
  const digest = `sha256-${createHash("sha256").update(nextUpScript.text).digest("base64")}`;
  expect(nextUpScript.digest).toBe(digest);
  expect(nextUpScript.text).not.toMatch(/[\n<&]/);
});

/** Which items the script shows at a moment, on a page that has these. */
function shownAt(now: string, items: readonly { readonly over: string; readonly series?: string }[]): number[] {
  const list = items.map((dataset) => ({ dataset, hidden: true }));
  const section = { hidden: true, querySelectorAll: () => list };
  class Clock extends Date {
    constructor(text?: string) {
      super(text ?? now);
    }
  }
  runInNewContext(nextUpScript.text, { document: { querySelectorAll: () => [section] }, Set, Date: Clock });
  expect(section.hidden).toBe(list.every(({ hidden }) => hidden));
  return list.flatMap(({ hidden }, i) => (hidden ? [] : [i]));
}

const items = [
  { over: "2026-10-05T18:00Z", series: "lecture" },
  { over: "2026-10-07T18:00Z", series: "lecture" },
  { over: "2026-10-09T07:00Z" },
  { over: "2026-10-12T18:00Z", series: "lab" },
  { over: "2026-10-16T04:00Z" },
  { over: "2026-10-20T04:00Z" },
];

test("shows the first four that are not over, and of each series one", () => {
  expect(shownAt("2026-10-05T17:59Z", items)).toEqual([0, 2, 3, 4]);
  expect(shownAt("2026-10-05T18:00Z", items)).toEqual([1, 2, 3, 4]);
  expect(shownAt("2026-10-12T18:00Z", items)).toEqual([4, 5]);
  expect(shownAt("2026-12-01T00:00Z", items)).toEqual([]);
});
