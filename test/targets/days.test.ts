// A build changes on the days of the calendar and on no other: programs are built for every day around their terms, and the days on which a
// build differs from that of the day before are held against those that the calendar names.

import { describe, expect, it } from "vitest";
import { check } from "../../compiler/check.ts";
import { compile } from "../../compiler/compile.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { calendarEvents } from "../../compiler/model/calendar-events.ts";
import { changeDays } from "../../compiler/model/change-days.ts";
import type { Model } from "../../compiler/model/model.ts";
import { findProject } from "../../compiler/node/find-project.ts";
import { loadSources } from "../../compiler/node/load-sources.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { emit } from "../../compiler/targets/emit.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate, type Day, printDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { examplePrograms, fixturePrograms, type ProgramCase } from "../support/compiled-programs.ts";
import { courseProgram } from "../support/course-program.ts";

function modelOn({ folder }: ProgramCase): (on: Day) => Model {
  const place = findProject(folder, "/");
  if ("problem" in place) throw new Error(place.problem);
  const sources = { ...loadSources(place).sources, readYaml, readTemplate };
  return (on) => {
    const { model } = check(sources, { on });
    if (model === undefined) throw new Error(`${folder} has errors on ${printDate(on)}`);
    return model;
  };
}

const filesOf = (model: Model) => emit(model, { readYaml, readTemplate });

/** Values, manifests and whatever else is brought to a cluster. */
function deployed(files: readonly OutputFile[]): string {
  const kept = files.filter(({ path }) => path.startsWith("hubs/") && !/\.(?:md|html)$/.test(path));
  return JSON.stringify(kept.map(({ path, text }) => [path, text]));
}

const everything = (files: readonly OutputFile[]) => JSON.stringify(files.map(({ path, text }) => [path, text]));

/** Those of the days on which what is deployed, and on which any byte, is another than the day before. */
function differing(days: readonly Day[], build: (on: Day) => readonly OutputFile[]) {
  const found: { deployed: string[]; bytes: string[] } = { deployed: [], bytes: [] };
  const known = new Map<Day, { deployed: string; bytes: string }>();
  const of = (on: Day) => {
    const files = build(on);
    return known.get(on) ?? { deployed: deployed(files), bytes: everything(files) };
  };
  for (const on of days) {
    const before = known.get(on - 1) ?? of(on - 1);
    const now = of(on);
    known.set(on, now).delete(on - 1);
    if (before.deployed !== now.deployed) found.deployed.push(printDate(on));
    if (before.bytes !== now.bytes) found.bytes.push(printDate(on));
  }
  return found;
}

const named = (model: Model) => [...new Set(changeDays(model).map(({ day }) => printDate(day)))];

describe.each(examplePrograms)("$name", (program) => {
  it("differs on the days of the calendar, and on no other day from before its terms to after them", () => {
    const model = modelOn(program);
    const start = model(checkedDate(program.on) ?? 0);
    const [first, last] = [start.courses[0]?.stretches[0]?.from ?? 0, start.courses[0]?.stretches.at(-1)?.to ?? 0];
    const days = Array.from({ length: last - first + 15 }, (_, i) => first - 6 + i);
    const found = differing(days, (on) => filesOf(model(on)));
    expect(found.deployed).toEqual(named(start));
    expect(found.bytes).toEqual(named(start));
  });
});

describe.each(fixturePrograms)("$name", (program) => {
  it("differs on the days of the calendar among those on which something begins or ends", () => {
    const model = modelOn(program);
    const start = model(checkedDate(program.on) ?? 0);
    const events = calendarEvents(start).flatMap(({ from, to }) => [from, to + 1]);
    const days = [...new Set(events)].sort((a, b) => a - b);
    const { deployed: found } = differing(days, (on) => filesOf(model(on)));
    expect(found).toEqual(named(start));
  });
});

describe("a group's window", () => {
  const of = (window: string, course: string) => {
    const more = `group gsis { members = ["ada"]  memory = 2GiB .. 4GiB  during ${window} }`;
    const files = [createSourceFile("p.hub", courseProgram({ course, more }))];
    return (on: Day) =>
      check({ files, assets: new Map() }, { on }).model ?? expect.fail(`it has errors on ${printDate(on)}`);
  };
  const days = Array.from({ length: 40 }, (_, i) => (checkedDate("2026-12-20") ?? 0) + i);

  it.each([
    [
      "that raises memory ends with the course",
      "2026-12-28 .. 2027-01-15 { memory = 8GiB }",
      ["2026-12-28", "2027-01-02"],
    ],
    ["that is over before", "2026-12-28 .. 2026-12-30 { memory = 8GiB }", ["2026-12-28", "2026-12-31", "2027-01-02"]],
    ["that begins afterwards", "2027-01-10 .. 2027-01-15 { memory = 8GiB }", ["2027-01-02"]],
  ])("%s", (_name, window, expected) => {
    const model = of(window, "staff = gsis");
    const found = differing(days, (on) => filesOf(model(on))).deployed;
    expect(found).toEqual(expected);
    expect(named(model(days[0] ?? 0)).filter((day) => day > "2026-12-20")).toEqual(expected);
  });
});

describe("a window that says again what is said", () => {
  const whole = (more: { course?: string; hub?: string }) => {
    const files = [createSourceFile("p.hub", courseProgram(more))];
    return (on: Day) => {
      const { files: outputs } = compile({ files, assets: new Map(), readYaml, readTemplate }, { on });
      return outputs.length > 0 ? outputs : expect.fail(`it has errors on ${printDate(on)}`);
    };
  };
  const days = Array.from({ length: 8 }, (_, i) => (checkedDate("2026-10-11") ?? 0) + i);

  it.each([
    ["of a course", { course: "memory = 1GiB .. 2GiB\nduring 2026-10-12 .. 2026-10-16 { memory = 1GiB .. 2GiB }" }],
    ["of a hub", { hub: "cull { idle = 2h }\nduring 2026-10-12 .. 2026-10-16 { cull { idle = 2h } }" }],
    ["of an exam", { course: "memory = 2GiB .. 2GiB\nexam one { at = 2026-10-14 10:00 .. 12:00  memory = 2GiB }" }],
  ])("%s changes no byte, its lines in the manifest neither", (_name, more) => {
    expect(differing(days, whole(more)).bytes).toEqual([]);
  });

  it("and one that says another value does", () => {
    const hub = "cull { idle = 2h }\nduring 2026-10-12 .. 2026-10-16 { cull { idle = 3h } }";
    expect(differing(days, whole({ hub })).deployed).toEqual(["2026-10-12", "2026-10-17"]);
  });
});
