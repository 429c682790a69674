import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

function told(course: string): readonly (readonly [message: string, ...fixes: string[]])[] {
  return checkProgram(programOf(smallProgram({ course })))
    .diagnostics.filter(({ code }) => code === "course/too-little-memory")
    .map(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
}

test("a limit below what opens one notebook is told, with the unit above where that is a size of a server", () => {
  expect(told("memory = 1MiB .. 2MiB")).toEqual([
    ["A server is stopped at 2 MiB, and needs 134 MiB to open one notebook.", "Write `1GiB .. 2GiB`"],
  ]);
  expect(told("memory = 512KiB")).toEqual([[expect.stringContaining("512 KiB"), "Write `512MiB`"]]);
  expect(told("memory = 100MiB")).toEqual([[expect.stringContaining("100 MiB")]]);
});

test("the limit counts, not the guarantee, and windows and exams are looked at too", () => {
  expect(told("memory = 64MiB .. 1GiB")).toEqual([]);
  expect(told("memory = 134MiB")).toEqual([]);
  expect(told("memory = 1GiB\nduring 2026-11-02 .. 2026-11-20 { memory = 4MiB }")).toHaveLength(1);
  expect(told("memory = 1GiB\nexam final { at = 2026-12-10 09:00 .. 11:00  memory = 4MiB }")).toHaveLength(1);
});
