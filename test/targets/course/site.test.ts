import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { type CourseParts, compiledCourse, courseText } from "../../support/course-program.ts";

const parts: CourseParts = {
  course: `  site {
    url = "https://www.data8.org/fa26/"
    theme = just-the-class
    staff ani {
      name = "Ani {{ x }} <b>"
      role = teaching-assistant
      about = "Hi {% include secrets %}\\n---\\n<script>"
    }
  }
  content m {
    repo = "https://github.com/o/r"
    open { "{{ page }}" = "a.ipynb" }
  }
  lecture main {
    days = [mon, sat]
    time = 09:45 .. 12:10
  }
  exam midterm { at = 2026-10-09 19:00 .. 21:00 }
  exam early { at = 2026-10-09 08:00 .. 09:00 }
`,
};

describe("a site on Just the Class", () => {
  test("is written to files of its own, which nobody writes by hand", () => {
    const paths = [...compiledCourse(parts).keys()].filter((path) => path.startsWith("courses/data8/site/"));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(path.slice("courses/data8/site/".length)).toMatch(/hubc/);
  });

  test("says where it is read", () => {
    expect(load(courseText(parts, "site/_config.hubc.yml"))).toMatchObject({
      title: "Foundations of Data Science",
      url: "https://www.data8.org",
      baseurl: "/fa26",
    });
    expect(courseText(parts, "site/.github/workflows/hubc-site.yml")).toContain(
      "--config _config.hubc.yml,_config.yml\n",
    );
  });

  test("has every event within the timeline, in the theme's own form of a time", () => {
    const { timeline, schedule } = frontMatter(courseText(parts, "site/_schedules/hubc-weekly.md"));
    expect(timeline).toEqual(["9:30 AM", "10:00 AM", "10:30 AM", "11:00 AM", "11:30 AM", "12:00 PM", "12:30 PM"]);
    expect(schedule).toHaveLength(7);
    expect(schedule).toContainEqual({
      name: "Saturday",
      events: [{ name: "Lecture", start: "9:45 AM", end: "12:10 PM", class: "lecture" }],
    });
    expect(schedule).toContainEqual({ name: "Tuesday" });
  });

  test("has its dates in order, a day once", () => {
    const text = courseText(parts, "site/_modules/hubc-dates.md");
    expect(text.match(/^2026-10-09$/gm)).toHaveLength(1);
    expect(text.indexOf("early, 08:00 to 09:00")).toBeLessThan(text.indexOf("midterm, 19:00 to 21:00"));
    expect(text.indexOf("early")).toBeGreaterThan(0);
  });

  test("gives the theme names as HTML, and runs nothing that stands in a text", () => {
    const text = courseText(parts, "site/_staffers/hubc-ani.md");
    expect(frontMatter(text)).toMatchObject({ name: "Ani {{ x }} &lt;b&gt;", role: "Teaching Assistant" });
    const body = text.slice(text.indexOf("---\n", 4) + 4);
    expect(body).not.toMatch(/\{[{%]|<script>/);
    expect(courseText(parts, "site/hubc-links.md").split("---\n")[2]).not.toMatch(/\{[{%]/);
  });

  test("names no member of a group", () => {
    const more = 'group ta { members = ["very-private"] }\n';
    const course = `${parts.course}  staff = ta\n`;
    for (const [path, { text }] of compiledCourse({ ...parts, course, more })) {
      if (path.startsWith("courses/")) expect(text, path).not.toContain("very-private");
    }
  });
});

test("nothing is written for a site without a theme", () => {
  const paths = [...compiledCourse({ course: '  site { url = "https://www.data8.org/fa26" }\n' }).keys()];
  expect(paths.filter((path) => path.includes("/site/"))).toEqual([]);
});

function frontMatter(text: string): { timeline?: unknown; schedule?: unknown } {
  const [, yaml = ""] = text.split("---\n");
  return load(yaml) as { timeline?: unknown; schedule?: unknown }; // a mapping between the dashes
}
