import { describe, expect, test } from "vitest";
import { printDate } from "../../compiler/text/calendar.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

function stretches(course: string, on = "2026-10-05") {
  const model = modelOf(smallProgram({ course }), { on });
  return (model.courses[0]?.stretches ?? []).map(({ from, to, labels, memory, peak }) => ({
    days: `${printDate(from)} ${printDate(to)}`,
    labels: labels.length,
    memory: (memory?.value.from ?? 0) / 2 ** 30,
    peak: peak?.value,
  }));
}

describe("the stretches of a course", () => {
  test("are one where nothing changes, from grace to grace", () => {
    expect(stretches("  grace = 1w\n  students = 9\n")).toEqual([
      { days: "2026-08-19 2026-12-25", labels: 0, memory: 0, peak: 9 },
    ]);
  });

  test("are cut where windows and exams begin and end, whatever the date", () => {
    const course = `  grace = 0d
  memory = 1GiB .. 2GiB
  students = 100
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }
  during 2026-11-15 .. 2026-11-22 { peak = 50 }
  exam midterm { at = 2026-10-09 19:00 .. 21:00  memory = 3GiB .. 4GiB }
`;
    const expected = [
      { days: "2026-08-26 2026-10-08", labels: 0, memory: 1, peak: 100 },
      { days: "2026-10-09 2026-10-09", labels: 1, memory: 3, peak: 100 },
      { days: "2026-10-10 2026-11-01", labels: 0, memory: 1, peak: 100 },
      { days: "2026-11-02 2026-11-14", labels: 1, memory: 2, peak: 100 },
      { days: "2026-11-15 2026-11-20", labels: 2, memory: 2, peak: 50 },
      { days: "2026-11-21 2026-11-22", labels: 1, memory: 1, peak: 50 },
      { days: "2026-11-23 2026-12-18", labels: 0, memory: 1, peak: 100 },
    ];
    expect(stretches(course)).toEqual(expected);
    expect(stretches(course, "2026-11-16")).toEqual(expected);
  });
});

test("lectures and exams reach the model", () => {
  const course = `  lecture main { days = [mon, fri]  time = 10:00 .. 11:30 }
  exam final { at = 2026-12-14 08:00 .. 11:00 }
`;
  const [found] = modelOf(smallProgram({ course })).courses;
  expect(found?.lectures).toMatchObject([
    { name: "main", days: [{ value: "mon" }, { value: "fri" }], time: { value: { from: 600, to: 690 } } },
  ]);
  expect(found?.exams).toMatchObject([
    { name: "final", at: { value: { from: { minutes: 480 }, to: { minutes: 660 } } } },
  ]);
});

test("a machine of the program's own reaches the model", () => {
  const more =
    'machine big { type = "x9.large" memory = 64GiB cpu = 8 price = 0.5 currency = "EUR" price-date = 2026-08-01 }\n';
  const { machines } = modelOf(smallProgram({ more }));
  expect(machines).toMatchObject([
    {
      name: "big",
      type: { value: "x9.large" },
      memory: { value: 64 * 2 ** 30 },
      price: { value: 0.5 },
      currency: { value: "EUR" },
    },
  ]);
  expect(modelOf(smallProgram({ more: "machine m1-large { memory = 8GiB cpu = 4 }\n" })).machines[0]?.type.value).toBe(
    "m1-large",
  );
});
