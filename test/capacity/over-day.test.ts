import { describe, expect, test } from "vitest";
import { dayKinds, nodesOverDay } from "../../compiler/capacity/nodes-over-day.ts";
import { peopleOn } from "../../compiler/capacity/people-over-day.ts";
import { poolCost } from "../../compiler/capacity/pool-cost.ts";
import { loadsOf } from "../../compiler/capacity/pool-load.ts";
import { knownMachine } from "../../compiler/knowledge/machines/known-machines.ts";
import { checkedDate, checkedTime, weekdayOf } from "../../compiler/text/calendar.ts";
import { courseOnGke } from "../support/course-on-gke.ts";
import { modelOf } from "../support/small-program.ts";

function day(text: string): number {
  const found = checkedDate(text);
  if (found === undefined) throw new Error(text);
  return found;
}

const lecture = "  peak = 200\n  memory = 1GiB .. 1GiB\n  lecture main { days = [mon]  time = 10:00 .. 11:00 }\n";

function people(date: string, time: string, course = lecture): number {
  const [found] = modelOf(courseOnGke({ course, nodes: "0..20" })).courses;
  if (found === undefined) throw new Error("no course");
  return peopleOn(found, found, { day: day(date), idle: 3600 }).at(checkedTime(time) ?? 0);
}

describe("people over a day", () => {
  test("the days of the week", () => {
    expect(
      ["2026-10-05", "2026-10-10", "2026-10-11", "1970-01-01", "1969-12-31"].map((one) => weekdayOf(day(one))),
    ).toEqual(["mon", "sat", "sun", "thu", "wed"]);
  });

  test("all are there in the lecture, and until idle servers are stopped", () => {
    expect(["9:59", "10:00", "10:59", "11:59", "12:00"].map((time) => people("2026-10-05", time))).toEqual([
      50, 200, 200, 200, 50,
    ]);
  });

  test("some are there at other times, half of them at weekends", () => {
    expect(["3:00", "12:00", "20:00"].map((time) => people("2026-10-06", time))).toEqual([10, 50, 70]);
    expect(["3:00", "12:00", "20:00"].map((time) => people("2026-10-10", time))).toEqual([5, 25, 35]);
  });

  test("outside the term there is no lecture", () => {
    expect(people("2026-12-21", "10:30")).toBe(10);
  });

  test("a course without lectures is full in the afternoon of weekdays", () => {
    const course = "  peak = 200\n";
    expect(["13:59", "14:00", "16:59", "17:00"].map((time) => people("2026-10-06", time, course))).toEqual([
      50, 200, 200, 50,
    ]);
    expect(people("2026-10-10", "14:30", course)).toBe(25);
  });

  test("an exam is a time when all are there", () => {
    const course = `${lecture}  exam midterm { at = 2026-10-06 19:00 .. 21:00 }\n`;
    expect(["18:59", "19:00", "21:59", "22:00"].map((time) => people("2026-10-06", time, course))).toEqual([
      70, 200, 200, 70,
    ]);
  });
});

describe("nodes over a day", () => {
  const dayOf = (nodes: string, hub = "", course = lecture) => {
    const model = modelOf(courseOnGke({ course, nodes, hub }));
    const [release] = model.releases;
    const pool = release?.provider.pools.find(({ name }) => name === "users");
    if (release === undefined || pool === undefined) throw new Error("no pool");
    return { pool, loads: loadsOf(release, model), release };
  };

  test("follow the people, and are given back a little later", () => {
    const { nodes } = nodesOverDay(dayOf("0..20"), day("2026-10-05"));
    expect(nodes).toHaveLength(96);
    expect([0, 37, 41, 47, 48, 49, 72].map((slot) => nodes[slot])).toEqual([1, 2, 8, 8, 8, 2, 3]);
  });

  test("are there before the lecture begins", () => {
    const { nodes, wanted } = nodesOverDay(dayOf("0..20"), day("2026-10-05"));
    expect([37, 38, 39, 41].map((slot) => nodes[slot])).toEqual([2, 10, 10, 8]);
    expect([37, 38, 39, 41].map((slot) => wanted[slot])).toEqual([2, 2, 2, 8]);
  });

  test("stay within the pool's bounds", () => {
    const { nodes, wanted } = nodesOverDay(dayOf("2..8"), day("2026-10-05"));
    expect([Math.min(...nodes), Math.max(...nodes), Math.max(...wanted)]).toEqual([2, 8, 8]);
  });

  test("room kept free is room", () => {
    const { nodes } = nodesOverDay(dayOf("0..20", "  spare { users = 30 }\n"), day("2026-10-06"));
    expect([nodes[0], nodes[40], nodes[90]]).toEqual([2, 3, 4]);
  });

  test("days of one kind are alike, whatever begins or ends between them", () => {
    const course = `${lecture}  exam midterm { at = 2026-10-06 19:00 .. 2026-10-14 12:00 }
  during 2026-11-02 .. 2026-11-20 { peak = 90 }
`;
    const load = dayOf("0..20", "", course);
    const kindOf = dayKinds(load);
    const [first, last] = [day("2026-08-01"), day("2027-01-31")];
    const alike = new Map<string, unknown>();
    for (let date = first; date <= last; date++) {
      const nodes = nodesOverDay(load, date);
      const known = alike.get(kindOf(date));
      if (known === undefined) alike.set(kindOf(date), nodes);
      else expect(nodes, kindOf(date)).toEqual(known);
    }
    expect(alike.size).toBeLessThan((last - first) / 2);
  });

  test("a server that no node holds makes none", () => {
    const load = dayOf("0..20");
    const none = load.loads.map((one) => ({ ...one, aNode: { people: 0, limit: "memory" as const } }));
    const { nodes, wanted } = nodesOverDay({ ...load, loads: none }, day("2026-10-05"));
    expect([Math.max(...nodes), Math.max(...wanted)]).toEqual([0, 0]);
  });

  test("cost what their hours cost", () => {
    const machine = knownMachine("gke", "n2-highmem-4");
    if (machine === undefined) throw new Error("not known");
    const idle = { ...dayOf("2..20"), loads: [] };
    const cost = poolCost(idle, machine, { from: day("2026-10-01"), to: day("2026-10-10") });
    expect(cost?.nodeHours).toBe(2 * 24 * 10);
    expect(cost?.term).toBeCloseTo(480 * 0.262, 1);
    expect(cost?.month).toBeCloseTo((480 * 0.262 * 365) / 12 / 10, 1);
    expect(poolCost(idle, { ...machine, price: undefined }, { from: 0, to: 9 })).toBeUndefined();
  });
});
