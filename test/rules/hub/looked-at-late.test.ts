// A culler that looks at servers more seldom than they are to be stopped.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const found = (hub: string) =>
  checkProgram(programOf(smallProgram({ hub }))).diagnostics.flatMap(({ code, message, span }) =>
    code === "hub/looked-at-late" ? [`${span.file.text.slice(span.start, span.end)}: ${message}`] : [],
  );

const late = (time: string) =>
  `${time}: Servers are looked at every 2 hours only: one that \`idle\` ends after 1 hour may run for 3 hours. Leave \`every\` out, or say a time below that.`;

test.each([
  ["cull { idle = 1h  every = 2h }", [late("2h")]],
  ["cull { every = 2h }", [late("2h")]],
  ["cull { idle = 1h  every = 1h }", []],
  ["cull { idle = 1h  every = 5min }", []],
  ["cull { enabled = false  idle = 1h  every = 2h }", []],
  ["cull { idle = 1h }", []],
])("%s", (hub, expected) => {
  expect(found(hub)).toEqual(expected);
});

test("an age that comes before is named", () => {
  expect(found("cull { idle = 3h  max-age = 2h  every = 4h }")[0]).toContain("one that `max-age` ends after 2 hours");
});
