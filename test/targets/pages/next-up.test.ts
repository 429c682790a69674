import { expect, test } from "vitest";
import { courseText } from "../../support/course-program.ts";

const course = `
  lecture main { days = [mon, wed]  time = 10:00 .. 11:00  place = "Hall 1" }
  holiday break { on = 2026-11-02  title = "Fall break" }
  exam final { at = 2026-11-12 22:00 .. 2026-11-13 01:00 }
`;

const more = 'project campus { registry = "ghcr.io/campus/hubs"  timezone = "America/New_York" }';

/** What `#next-up` holds, as `moment what when`. */
function itemsOf(html: string): string[] {
  const list = /<ul class="next">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? "";
  return [...list.matchAll(/<li data-over="([^"]*)"[^>]* hidden><strong>([^<]*)<\/strong><br>([^<]*)<\/li>/g)].map(
    ([, over, what, when]) => `${over} ${what}: ${when}`,
  );
}

test("what comes next is there by the zone's clocks, over their change, without the days that are free", () => {
  const html = courseText({ course, more }, "pages/students.html");
  const around = itemsOf(html).filter((item) => item >= "2026-10-26" && item < "2026-11-14");
  expect(around).toEqual([
    "2026-10-26T15:00Z Lecture: Mon, Oct 26, 2026, 10:00 to 11:00 am, Hall 1",
    "2026-10-28T15:00Z Lecture: Wed, Oct 28, 2026, 10:00 to 11:00 am, Hall 1",
    "2026-11-03T05:00Z Fall break, no class: Mon, Nov 2, 2026",
    "2026-11-04T16:00Z Lecture: Wed, Nov 4, 2026, 10:00 to 11:00 am, Hall 1",
    "2026-11-09T16:00Z Lecture: Mon, Nov 9, 2026, 10:00 to 11:00 am, Hall 1",
    "2026-11-11T16:00Z Lecture: Wed, Nov 11, 2026, 10:00 to 11:00 am, Hall 1",
    "2026-11-13T06:00Z Final exam: Thu, Nov 12, 2026, 10:00 pm to Fri, Nov 13, 2026, 1:00 am",
  ]);
  expect(html).toContain('<section id="next-up" aria-labelledby="next" hidden>');
});

test("a course without dates has no such part, and no script", () => {
  const html = courseText({}, "pages/students.html");
  expect(html).not.toContain("next-up");
  expect(html).not.toContain("<script");
});
