import { expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

/** Where the limit is written, of each finding, and what it says. */
function found(hub: string, course = "students = 120"): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  ${hub}`, course: `  ${course}` })));
  return diagnostics
    .filter(({ code }) => code === "values/server-limit")
    .map(({ span, message }) => `${span.file.text.slice(span.start, span.end)}: ${message.split(":")[0]}`);
}

const says = (place: string, people = 120) => [
  `${place}: The hub lets 100 servers run at once, and ${people} people work there at once`,
];

it.each([
  ["values { hub.activeServerLimit = 100 }", says("100")],
  ["config { JupyterHub.active_server_limit = 100 }", says("100")],
  ['python { "1" = "c.JupyterHub.active_server_limit = 100" }', says("c.JupyterHub.active_server_limit")],
  ["values { hub.activeServerLimit = 120 }", []],
  ["values { hub.activeServerLimit = 0 }", []],
  ['python { "1" = "c.JupyterHub.active_server_limit = limit()" }', []],
  ["named-servers = 2", []],
])("%s", (hub, expected) => {
  expect(found(hub)).toEqual(expected);
});

it("counts those who work at once, in every window", () => {
  const limit = "values { hub.activeServerLimit = 100 }";
  expect(found(limit, "students = 120\n  peak = 80")).toEqual([]);
  const [window] = found(limit, "students = 120\n  peak = 80\n  during 2026-11-02 .. 2026-11-20 { peak = 110 }");
  expect(window).toContain("110 people work there at once from 2026-11-02 to 2026-11-20");
});

it("counts courses of one hub together on the days that they share", () => {
  const other = (term: string) => `course other {
  title    = "Other"
  hub      = h
  image    = img
  term     = ${term}
  students = 70
}
`;
  const codes = (term: string) => {
    const text = smallProgram({
      course: "  students = 60",
      hub: "  choose = by-choice\n  values { hub.activeServerLimit = 100 }",
      more: other(term),
    });
    return checkProgram(programOf(text)).diagnostics.filter(({ code }) => code === "values/server-limit").length;
  };
  expect([codes("2026-08-26 .. 2026-12-18"), codes("2027-01-20 .. 2027-05-14")]).toEqual([1, 0]);
});
