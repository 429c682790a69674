// Links by whom they are for, mailboxes, forms of lectures, and whom to ask about the hub.

import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { checkProgram, errorCodes, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

function outputs(text: string): ReadonlyMap<string, string> {
  const on = checkedDate("2026-10-05") ?? expect.fail("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

const viewform = "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform";

describe("what is shown to whom", () => {
  const files = outputs(
    smallProgram({
      course: `  links {
    help    = "mailto:help@example.edu"
    grading = { url = "https://grading.example.edu/c", audience = staff }
    survey  = { url = "https://survey.example.edu/c", audience = students }
  }
  site { url = "https://site.example.edu"  theme = just-the-class }
  lecture main { days = [mon]  time = 10:00 .. 11:00  form = "${viewform}" }`,
      hub: '  contact = "mailto:datahub@example.edu"',
    }),
  );
  const text = (path: string) => files.get(`courses/c/${path}`) ?? expect.fail(`no ${path}`);

  test.each([
    "pages/students.md",
    "pages/students.html",
    "links.md",
    "links.html",
    "links.json",
    "site/hubc-links.md",
    "site/_data/hubc/course.yml",
  ])("%s is for students: nothing of the staff's", (path) => {
    expect(text(path)).toContain("survey.example.edu");
    expect(text(path)).toContain("mailto:help@example.edu");
    expect(text(path)).not.toContain("grading.example.edu");
    expect(text(path)).not.toContain("datahub@example.edu");
  });

  test.each(["pages/staff.md", "pages/staff.html"])("%s is for staff, with whom to ask about the hub", (path) => {
    expect(text(path)).toContain("grading.example.edu");
    expect(text(path)).toContain("mailto:help@example.edu");
    expect(text(path)).toContain("mailto:datahub@example.edu");
    expect(text(path)).not.toContain("survey.example.edu");
  });

  test("the form of a lecture stands beside it", () => {
    expect(text("pages/students.md")).toContain(`- Lecture: Mondays, 10:00 to 11:00, [form](${viewform})`);
    expect(text("pages/students.html")).toContain(`<a href="${viewform}">form for Lecture</a>`);
    expect(text("links.md")).toContain(`[Lecture form](${viewform})`);
  });
});

test("an address without `mailto:` gets it by a fix", () => {
  const text = smallProgram({ course: '  links { help = "help@example.edu" }' });
  const [found] = checkProgram(programOf(text)).diagnostics;
  expect(found).toMatchObject({ code: "schema/bad-text" });
  expect(found?.fixes?.[0]?.edits[0]?.text).toBe('"mailto:help@example.edu"');
});

test.each(["mailto:", "mailto:help", "mailto:a@b", "ftp://example.edu", "mailto:a@example.edu?subject=x"])(
  "%s is no link",
  (address) => {
    expect(errorCodes(programOf(smallProgram({ course: `  links { x = "${address}" }` })))).toEqual([
      "schema/bad-text",
    ]);
  },
);

test("the edit link of a lecture's form is found", () => {
  const course =
    '  lecture main { days = [mon]  time = 10:00 .. 11:00  form = "https://docs.google.com/forms/d/1abc/edit" }';
  expect(errorCodes(programOf(smallProgram({ course })))).toEqual(["course/form-edit-link"]);
});

test.each(["travis", '"Travis-CI"', "circleci"])("ci for %s says what to use", (system) => {
  const { diagnostics } = checkProgram(programOf(`project p { ci { systems = [${system}] } }\n`));
  expect(diagnostics.map(({ code }) => code)).toEqual(["project/ci-not-written"]);
  expect(diagnostics[0]?.message).toContain("use `github` (GitHub Actions) or `gitlab`");
});
