// Room before lectures, day by day, and the same said in runs of weeks: both against a plain simulation.

import { describe, expect, it } from "vitest";
import { changesOn, coursesAhead, type LevelChange, levelOn } from "../../compiler/capacity/room-ahead.ts";
import { weeklyRuns } from "../../compiler/capacity/weekly-runs.ts";
import type { Release } from "../../compiler/model/release.ts";
import { checkedDate, printTime, weekdayOf } from "../../compiler/text/calendar.ts";
import { skippedTimes } from "../../compiler/text/time-zone.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { fc } from "../support/properties.ts";

const day = (text: string): number => {
  const found = checkedDate(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
};

interface Sketch {
  readonly courses: readonly string[];
  readonly spare?: string;
  readonly users?: string;
  readonly term?: string;
}

function releaseOf({
  courses,
  spare = "",
  users = "nodes = 0..40",
  term = "2026-08-26 .. 2026-12-18",
}: Sketch): Release {
  const declared = courses.map(
    (body, i) => `course c${i} { title = "C"  hub = h  image = img  pool = g.users  term = ${term}\n  ${body}\n}`,
  );
  const { model, diagnostics } = checkProgram(
    programOf(`${declared.join("\n")}
project p { registry = "ghcr.io/campus/hubs" }
image img extends std.jupyterlab { }
provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-8"  ${users} }
}
storage dynamic homes { size = 5GiB }
hub h {
  provider = g
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  https { letsencrypt = "help@example.edu" }
  auth google { hosted-domains = ["berkeley.edu"]  client-id = secret("a/id")  client-secret = secret("a/secret") }
  ${spare}
}
`),
  );
  const [release] = model?.releases ?? [];
  if (release === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return release;
}

const lecture = "lecture main { days = [mon, wed]  time = 10:00 .. 11:00 }";
const [monday, tuesday] = [day("2026-10-05"), day("2026-10-06")];

describe("room before lectures", () => {
  it("is there half an hour before, for all who work at once, and is given back when they come", () => {
    const release = releaseOf({ courses: [`peak = 60\n${lecture}`], spare: "spare { users = 2 }" });
    expect(changesOn(release, monday)).toEqual([
      { minute: 570, level: 62 },
      { minute: 600, level: 2 },
    ]);
    expect(changesOn(release, tuesday)).toEqual([]);
  });

  it("is for students where no peak is said, and for nobody where neither is", () => {
    expect(changesOn(releaseOf({ courses: [`students = 30\n${lecture}`] }), monday)[0]?.level).toBe(30);
    expect(changesOn(releaseOf({ courses: [lecture] }), monday)).toEqual([]);
  });

  it("follows the windows, and ends with the term", () => {
    const release = releaseOf({ courses: [`peak = 60\n${lecture}\nduring 2026-10-05 .. 2026-10-06 { peak = 80 }`] });
    const levelOn = (date: string) => changesOn(release, day(date))[0]?.level;
    expect([levelOn("2026-10-05"), levelOn("2026-10-07"), levelOn("2026-12-16")]).toEqual([80, 60, 60]);
    expect([levelOn("2026-08-24"), levelOn("2026-12-21")]).toEqual([undefined, undefined]);
  });

  it("is not doubled for two lectures of one course at once, and adds up over courses", () => {
    const sections =
      "lecture a { days = [mon]  time = 10:00 .. 11:00 }\nlecture b { days = [mon]  time = 10:15 .. 11:00 }";
    expect(changesOn(releaseOf({ courses: [`peak = 20\n${sections}`] }), monday)).toEqual([
      { minute: 570, level: 20 },
      { minute: 615, level: 0 },
    ]);
    const two = releaseOf({
      courses: [`peak = 20\n${lecture}`, `peak = 30\nlecture x { days = [mon]  time = 10:20 .. 11:00 }`],
    });
    expect(changesOn(two, monday)).toEqual([
      { minute: 570, level: 20 },
      { minute: 590, level: 50 },
      { minute: 600, level: 30 },
      { minute: 620, level: 0 },
    ]);
  });

  it("is made before an exam, on its day alone", () => {
    const release = releaseOf({ courses: ["peak = 40\nexam final { at = 2026-12-15 9:00 .. 12:00 }"] });
    expect(changesOn(release, day("2026-12-15"))).toEqual([
      { minute: 510, level: 40 },
      { minute: 540, level: 0 },
    ]);
    for (const other of ["2026-12-14", "2026-12-16"]) expect(changesOn(release, day(other))).toEqual([]);
  });

  it.each([
    ["at midnight", "0:00 .. 2:00", [{ minute: 1410, level: 40 }], [{ minute: 0, level: 0 }]],
    ["soon after it", "0:20 .. 2:00", [{ minute: 1430, level: 40 }], [{ minute: 20, level: 0 }]],
    [
      "half an hour after it",
      "0:30 .. 2:00",
      [],
      [
        { minute: 0, level: 40 },
        { minute: 30, level: 0 },
      ],
    ],
  ])("is made on the evening before for what begins %s, on the first day of the term too", (_, time, before, on) => {
    const exam = releaseOf({ courses: [`peak = 40\nexam final { at = 2026-12-15 ${time} }`] });
    expect([changesOn(exam, day("2026-12-14")), changesOn(exam, day("2026-12-15"))]).toEqual([before, on]);
    const first = releaseOf({ courses: [`peak = 40\nlecture a { days = [wed]  time = ${time} }`] });
    expect([changesOn(first, day("2026-08-25")), changesOn(first, day("2026-08-26"))]).toEqual([before, on]);
    expect(changesOn(first, day("2026-12-22"))).toEqual([]);
    const level = levelOn(exam, day("2026-12-15"));
    expect([0, 10, 19, 20, 29, 30, 720].map(level)).toEqual(
      [0, 10, 19, 20, 29, 30, 720].map((minute) => (minute < (on.at(-1)?.minute ?? 0) ? 40 : 0)),
    );
  });

  it("is neither made nor given back at a time that clocks skip", () => {
    const skipped = skippedTimes("America/Los_Angeles", day("2027-03-13"), day("2027-03-15"));
    expect(skipped).toEqual([{ from: day("2027-03-14") * 1440 + 120, to: day("2027-03-14") * 1440 + 180 }]);
    const changes = (time: string) => {
      const release = releaseOf({
        courses: [`peak = 40\nlecture night { days = [sun]  time = ${time} }`],
        term: "2027-01-20 .. 2027-05-14",
      });
      return changesOn(release, day("2027-03-14"), skipped).map(({ minute, level }) => [printTime(minute), level]);
    };
    // What stands in the hour that is skipped begins an hour later by the clock, and half an hour before 03:15 it is 01:45.
    expect(changes("2:15 .. 4:00")).toEqual([
      ["01:45", 40],
      ["03:15", 0],
    ]);
    expect(changes("3:15 .. 4:00")).toEqual([
      ["01:45", 40],
      ["03:15", 0],
    ]);
    expect(changes("3:00 .. 4:00")).toEqual([
      ["01:30", 40],
      ["03:00", 0],
    ]);
    expect(changes("3:30 .. 4:00")).toEqual([
      ["03:00", 40],
      ["03:30", 0],
    ]);
    expect(changes("2:00 .. 4:00")).toEqual([
      ["01:30", 40],
      ["03:00", 0],
    ]);
  });

  it("is not made where nodes do not come and go", () => {
    const fixed = releaseOf({ courses: [`peak = 60\n${lecture}`], users: "nodes = 9..9" });
    expect(coursesAhead(fixed)).toEqual([]);
  });
});

describe("runs of weeks", () => {
  const change: LevelChange = { minute: 570, level: 60 };
  const runs = (...dates: readonly string[]) => weeklyRuns(dates.map((one) => ({ day: day(one), changes: [change] })));

  it("join days of the week, and are cut where a week is left out", () => {
    expect(runs("2026-10-05", "2026-10-07", "2026-10-12", "2026-10-14")).toEqual([
      { ...change, weekdays: ["mon", "wed"], from: day("2026-10-05"), to: day("2026-10-14") },
    ]);
    expect(runs("2026-10-05", "2026-10-12", "2026-10-26")).toEqual([
      { ...change, weekdays: ["mon"], from: day("2026-10-05"), to: day("2026-10-12") },
      { ...change, weekdays: ["mon"], from: day("2026-10-26"), to: day("2026-10-26") },
    ]);
  });

  it("are exactly the days that they were made from", () => {
    const changes = fc.uniqueArray(fc.record({ minute: fc.nat(3), level: fc.nat(2) }), {
      selector: ({ minute }) => minute,
      maxLength: 3,
    });
    const calendar = fc.array(changes, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(calendar, (days) => {
        const found = weeklyRuns(days.map((own, i) => ({ day: monday + i, changes: own })));
        days.forEach((own, i) => {
          const here = found.filter(
            ({ from, to, weekdays }) =>
              from <= monday + i && monday + i <= to && weekdays.includes(weekdayOf(monday + i)),
          );
          const key = (one: LevelChange) => `${one.minute} ${one.level}`;
          expect(here.map(key).sort()).toEqual(own.map(key).sort());
        });
      }),
    );
  });
});
