import { describe, expect, test } from "vitest";
import { nextUpScript } from "../../../compiler/output/next-up-script.ts";
import { allPrograms, compileProgram } from "../../support/compiled-programs.ts";
import { compiledCourse, courseText } from "../../support/course-program.ts";

const fixture = allPrograms.find(({ name }) => name === "pages-and-dates");
if (fixture === undefined) throw new Error("the fixture is missing");
const files = new Map(compileProgram(fixture).files.map(({ path, text }) => [path, text]));

function page(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

interface Build {
  readonly paths: ReadonlySet<string>;
  readonly isOnLaptop: boolean;
}

const everyHtml = allPrograms.flatMap((program) =>
  compileProgram(program)
    .files.filter(({ path }) => /\/pages\/[a-z]+\.html$/.test(path))
    .map(({ path, text }): [string, string, Build] => [
      `${program.name}: ${path}`,
      text,
      {
        paths: new Set(compileProgram(program).files.map((one) => one.path)),
        isOnLaptop: compileProgram(program).files.some((one) => one.text.includes("kind.x-k8s.io")),
      },
    ]),
);

test("every course has its pages, and every hub", () => {
  expect([...files.keys()].filter((path) => path.includes("/pages/"))).toEqual([
    "courses/stats/pages/staff.html",
    "courses/stats/pages/staff.md",
    "courses/stats/pages/students.html",
    "courses/stats/pages/students.md",
    "hubs/campus/pages/operators.html",
    "hubs/campus/pages/operators.md",
  ]);
  expect(everyHtml.length).toBeGreaterThan(30);
});

describe.each(everyHtml)("%s", (title, html, { paths, isOnLaptop }) => {
  test("is one document with its language, title, landmarks and a way past the navigation", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<main id="content"/g)).toHaveLength(1);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<a class="skip" href="#content">');
    expect(html.match(/<th(?=[ >])/g)?.length ?? 0).toBe(html.match(/<th scope="(?:col|row)"/g)?.length ?? 0);
  });

  test("takes nothing from elsewhere, and runs nothing", () => {
    // The one script is ours, and named by its digest.
    const script = html.match(/<script[^>]*>[^<]*<\/script>/g) ?? [];
    expect(script.length).toBe(html.includes('id="next-up"') ? 1 : 0);
    expect(script.every((one) => one === `<script>${nextUpScript.text}</script>`)).toBe(true);
    expect(html.includes("script-src")).toBe(script.length > 0);
    expect(script.reduce((rest, one) => rest.replace(one, ""), html)).not.toMatch(
      /<script|<iframe|<img (?!class="day" src="data:image\/svg\+xml,)|<object|<form|javascript:|\son[a-z]+=|@import|url\(/i,
    );
    expect(html.match(/<link [^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
    expect(html).toContain("default-src 'none'");
  });

  test("leads to files of the build, or to addresses by https or of people; on a laptop by http", () => {
    const path = title.slice(title.indexOf(": ") + 2);
    for (const [, target = ""] of html.matchAll(/ href="([^"]*)"/g)) {
      if (/^(?:https:\/\/|mailto:|#|data:,)/.test(target) || (isOnLaptop && target.startsWith("http://"))) continue;
      const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
      expect(paths.has(resolved), target).toBe(true);
    }
  });
});

describe("words of a program stay words", () => {
  test("in HTML", () => {
    const html = page("courses/stats/pages/staff.html");
    expect(html).toContain("<h1>Statistics &lt;script&gt;alert(1)&lt;/script&gt; | I: for staff</h1>");
    expect(html).toContain("for &lt;everybody&gt; who *likes* them");
    expect(html).toContain('href="https://example.edu/grades?a&#x3D;1&amp;b&#x3D;2"');
  });

  test("in Markdown", () => {
    const markdown = page("courses/stats/pages/staff.md");
    expect(markdown).toContain("# Statistics \\<script\\>alert(1)\\</script\\> \\| I: for staff");
    expect(markdown).toContain("for \\<everybody\\> who \\*likes\\* them \\| or not.");
  });
});

describe("the page for students", () => {
  const html = page("courses/stats/pages/students.html");

  test("says what to open, when, and whom to ask", () => {
    expect(html).toContain(">week01</a>");
    expect(html).toContain("Tuesdays and Thursdays, 08:30 to 10:00");
    expect(html).toContain("Mon 5 Oct 2026, 18:00 to 20:00");
    expect(html).toMatch(/Getting help[\s\S]*>Ed<\/a>[\s\S]*More of the course[\s\S]*>Grades<\/a>/);
    expect(html).toContain("In Berlin time");
  });

  test("says what a server is on usual days, whatever day it is built for", () => {
    expect(html).toContain("<dd>512 MiB guaranteed, up to 2 GiB</dd>");
    expect(html).toContain("memory 2 GiB to 4 GiB");
    expect(html).toContain("It stops after 90 minutes without activity.");
    expect(html).toContain("<code>/home/jovyan/shared-data</code>. Everybody reads it, and staff write it.");
    expect(html).toContain("numpy");
  });

  test("says nothing of groups, secrets or nodes", () => {
    expect(html).not.toMatch(/teachers|secret|pool|node-1|ada|grace|peak/i);
  });

  test("says where nothing is kept", () => {
    const text = courseText({ more: "", hub: "", course: "" }, "pages/students.html");
    expect(text).toContain("is kept when the server stops");
    const built = compiledCourse({
      more: "storage memory scratch { size = 1GiB }\n",
      hub: "  stage prod { homes = scratch }\n",
    });
    expect(built.get("courses/data8/pages/students.html")?.text).toContain("Nothing is kept");
  });

  test("without links to a forum names the staff", () => {
    expect(courseText({}, "pages/students.md")).toContain("Ask the staff of the course.");
  });
});

describe("the page for staff", () => {
  const html = page("courses/stats/pages/staff.html");

  test("says how a student's server is reached, on every stage, and by whom", () => {
    expect(html).toContain('href="https://hub.example.edu/hub/admin"');
    expect(html).toContain('href="https://hub-staging.example.edu/hub/admin"');
    expect(html).toContain("the people of its roster");
  });

  test("names groups and where their people come from, but nobody", () => {
    expect(html).toContain("<code>teachers</code>: one listed person and a list that only the hub reads");
    expect(html).not.toMatch(/\bada\b|\bgrace\b|stats\/teachers|stats\.teachers/);
  });

  test("says what changes when", () => {
    expect(html).toMatch(/Mon 9 Nov 2026<\/time><\/dt>\n<dd>Another server size ends/);
    expect(html).toContain("Homework 1");
  });

  test("leads to the workspaces of teams", () => {
    const more = 'group team { members = ["bo"]  workspace { account = "team-space" } }\n';
    const text = courseText({ more }, "pages/staff.html");
    expect(text).toContain('href="https://data8.datahub.berkeley.edu/hub/spawn/team-space"');
  });

  test("without staff says who reaches servers", () => {
    expect(courseText({}, "pages/staff.html")).toContain("The course names no staff");
  });
});

describe("the page for operators", () => {
  const markdown = page("hubs/campus/pages/operators.md");

  test("has stages, commands, keys of secrets, copies and days", () => {
    expect(markdown).toContain("| [prod](../prod/README.md) |");
    expect(markdown).toContain("```sh\nhubc deploy campus --stage staging\n```");
    expect(markdown).toContain("```sh\nbash out/hubs/campus/staging/deploy.sh\n```");
    expect(markdown).toContain("- `stats.students`: list of people, a username a line");
    expect(markdown).toContain(
      "by the schedule `0 3 * * *` (Europe/Berlin) to the storage `homes`, each kept for 28 days",
    );
    expect(markdown).toContain("| Sat 10 Oct 2026 | staging | window of campus, staging begins |");
  });

  test("deploys as the stage's own page says", () => {
    const own = page("hubs/campus/prod/README.md");
    expect(own).toContain("```sh\nhubc deploy campus --stage prod\n```");
    expect(own).toContain("```sh\nbash ./deploy.sh\n```");
    expect(markdown).toContain("hubc deploy campus --stage prod");
  });
});

test("a stage's page lists the days on which a deploy changes something there", () => {
  const days = (stage: string) =>
    [...page(`hubs/campus/${stage}/README.md`).matchAll(/^- (\d{4}-\d\d-\d\d): /gm)].map(([, one]) => one);
  expect(days("staging")).toContain("2026-10-10");
  expect(days("prod")).not.toContain("2026-10-10");
  expect(days("prod")).toContain("2026-10-06");
});

test("pages are the same whatever day they are built for", () => {
  if (fixture === undefined) return;
  const later = compileProgram({ ...fixture, on: "2026-10-06", folder: `${fixture.folder}/` });
  const pages = later.files.filter(({ path }) => path.includes("/pages/"));
  expect(pages.length).toBe(6);
  for (const { path, text } of pages) expect(text, path).toBe(page(path));
});
