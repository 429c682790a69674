import { describe, expect, test } from "vitest";
import { type CourseParts, compiledCourse, courseText } from "../../support/course-program.ts";

const parts: CourseParts = {
  course: `  content m {
    repo = "https://github.com/o/r"
    open { "=a, \\"b\\" | <c>" = "x<y>/a|b.ipynb" }
  }
  links { ed = "https://edstem.org/us/courses/12345/discussion/?a=1&b=2" }
  grading otter {
    gradescope = 812345
    assignment hw01 { notebook = "hw01.ipynb"  title = "Homework <1>"  gradescope = 5123456  due = 2026-09-09 23:59 }
  }
`,
  pip: "otter-grader==6.1.6",
};

describe("links.csv", () => {
  test("is a table that a spreadsheet reads, and does not calculate with", () => {
    const [head, row] = courseText(parts, "links.csv").split("\n");
    expect(head).toBe("stage,content,name,path,app,url,launch");
    expect(row).toMatch(/^prod,m,"'=a, ""b"" \| <c>",x<y>\/a\|b\.ipynb,lab,https:\/\/[^,]+,$/);
  });
});

describe("links.json", () => {
  test("is data with material, work and pages", () => {
    const data = JSON.parse(courseText(parts, "links.json"));
    expect(data.links[0]).toMatchObject({ stage: "prod", name: '=a, "b" | <c>', app: "lab" });
    expect(data.assignments).toEqual([
      {
        name: "hw01",
        title: "Homework <1>",
        notebook: "hw01.ipynb",
        due: "2026-09-09 23:59",
        url: "https://www.gradescope.com/courses/812345/assignments/5123456",
      },
    ]);
    expect(data.pages).toEqual([{ name: "ed", url: "https://edstem.org/us/courses/12345/discussion/?a=1&b=2" }]);
  });
});

describe("links.html", () => {
  const page = courseText(parts, "links.html");

  test("shows what was written as it was written", () => {
    expect(page).toContain("<td><a href=");
    expect(page).toContain("x&lt;y&gt;/a|b.ipynb</code>");
    expect(page).toContain("Homework &lt;1&gt;");
    expect(page).not.toMatch(/<[cy1]>/);
    expect(page).toContain('href="https://edstem.org/us/courses/12345/discussion/?a=1&amp;b=2"');
  });

  test("takes nothing from elsewhere", () => {
    expect(page.replace('<link rel="icon" href="data:,">', "")).not.toMatch(
      /<(?:script|link|img|iframe)|url\(|@import/,
    );
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test("closes what it opens", () => {
    const open: string[] = [];
    for (const [, end, name = ""] of page.matchAll(/<(\/?)([a-z0-9]+)(?:\s[^>]*)?>/g)) {
      if (name === "meta" || name === "link") continue;
      if (end === "") open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

test("every line of every list knows where it is from", () => {
  for (const [path, file] of compiledCourse(parts)) {
    if (!path.startsWith("courses/")) continue;
    expect(file.origins.length, path).toBe(file.text.split("\n").length - 1);
    expect(file.origins, path).not.toContain(undefined);
  }
});
