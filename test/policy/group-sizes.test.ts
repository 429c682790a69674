// A group's memory and cores are held against the policies of the courses that its members are in.

import { expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const policy =
  "policy course small {\n  require = [not present(memory) or memory.to <= 8GiB, not present(cpu) or cpu.to <= 2]\n}\n";

function broken(groups: string, course = "memory = 1GiB .. 2GiB\nstaff = ta\nroster = pupils"): string[] {
  const people = /group ta/.test(groups) ? "" : 'group ta {\n  members = ["ta1"]\n}\n';
  const text = smallProgram({ course, more: `${policy}${people}group pupils {\n  members = ["amy"]\n}\n${groups}` });
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics
    .filter(({ code }) => code === "policy/broken")
    .map(({ span }) => span.file.text.slice(span.start, span.end).trim());
}

const ta = (lines: string) => `group ta {\n  members = ["ta1"]\n  ${lines}\n}\n`;

it("is found at the group's own setting", () => {
  expect(broken(ta("memory = 4GiB .. 64GiB"))).toEqual(["4GiB .. 64GiB"]);
  expect(broken(ta("cpu = 1 .. 16"))).toEqual(["1 .. 16"]);
  expect(broken(ta("during 2026-11-02 .. 2026-11-20 { memory = 4GiB .. 64GiB }"))).toEqual(["4GiB .. 64GiB"]);
});

it("is found where the course itself says nothing", () => {
  expect(broken(ta("memory = 4GiB .. 64GiB"), "staff = ta\nroster = pupils")).toEqual(["4GiB .. 64GiB"]);
});

it("is found for a group that no course names, since its members may be in any", () => {
  expect(broken('group extra {\n  members = ["amy"]\n  memory = 4GiB .. 64GiB\n}\n')).toEqual(["4GiB .. 64GiB"]);
});

it("is not what keeps the policy, nor what the course breaks by itself", () => {
  expect(broken(ta("memory = 2GiB .. 8GiB"))).toEqual([]);
  expect(broken(ta("memory = 2GiB .. 3GiB"), "memory = 1GiB .. 32GiB\nstaff = ta\nroster = pupils")).toEqual([
    "1GiB .. 32GiB",
  ]);
});
