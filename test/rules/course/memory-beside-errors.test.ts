// A server that no node holds is found whatever is wrong with the homes, and not where the size of nodes is what is wrong.

import { expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const whole = courseProgram({ course: "memory = 900GiB" });
const isFound = (from: string, to: string) => {
  expect(whole).toContain(from);
  const { diagnostics } = checkProgram(programOf(whole.replace(from, to)));
  return diagnostics.some(({ code }) => code === "course/memory-above-node");
};

test.each([
  ["nothing is wrong", "homes    = homes", "homes    = homes"],
  ["the homes have another name", "homes    = homes", "homes    = hoomes"],
  ["their kind is misspelt", "storage dynamic homes", "storage dynamc homes"],
  ["their size has no unit", "size = 5GiB", "size = 5"],
  ["the cluster's name is misspelt", "provider = k\n", "provider = kk\n"],
  ["the address is none", '"data8.datahub.berkeley.edu"', '"data8 datahub"'],
])("where %s", (_name, from, to) => expect(isFound(from, to)).toBe(true));

test.each([
  ["the node's memory has no unit", "memory = 64GiB", "memory = 64"],
  ["there is no such cluster", "provider = k\n", "provider = elsewhere\n"],
  ["it fits", "memory = 900GiB", "memory = 9GiB"],
])("not where %s", (_name, from, to) => expect(isFound(from, to)).toBe(false));
