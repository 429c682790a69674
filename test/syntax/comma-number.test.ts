// A comma inside a number: nobody but the author knows which number it is, so it is offered and never written unasked.

import { describe, expect, it } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function said(program: { readonly hub?: string; readonly course?: string }) {
  return checkProgram(programOf(smallProgram(program)))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, fixes }) => [code, ...fixes.map(({ title, applies }) => `${applies}: ${title}`)]);
}

const offered = (number: string) => [["syntax/grouped-digits", `when-chosen: Write \`${number}\``]];

describe("a comma inside a number", () => {
  it.each([
    ['budget { month = 4,000  currency = "USD" }', "4000"],
    ['budget { month = 4,000.50  currency = "USD" }', "4000.50"],
    ['budget { month = 1,250,000  currency = "USD" }', "1250000"],
    ['budget { month = 4,5  currency = "USD" }', "4.5"],
    ['budget { month = 4,000, currency = "USD" }', "4000"],
    ["cull { idle = 1,5h  max-age = 12h }", "1.5h"],
    ["named-servers = 1,000  concurrent-starts = 64", "1000"],
    ["named-servers = 1,000;", "1000"],
  ])("is one message with the number offered: %s", (hub, number) => {
    expect(said({ hub: `  ${hub}\n` })).toEqual(offered(number));
  });

  it.each([
    ["students = 1,800 peak = 90", "1800"],
    ["memory = 1,5GiB .. 2GiB", "1.5GiB"],
    ["memory = 1GiB .. 2,048MiB", "2048MiB"],
    ["cpu = 0,5 .. 2", "0.5"],
  ])("is so in a course: %s", (course, number) => {
    expect(said({ course: `  ${course}\n` })).toEqual(offered(number));
  });

  it("is none after a number, where another setting begins", () => {
    const stray = [["syntax/stray-separator", "always: Remove `,`"]];
    expect(said({ hub: '  budget { month = 4, currency = "USD" }\n' })).toEqual(stray);
  });
});
