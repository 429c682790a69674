import { describe, expect, test } from "vitest";
import { check } from "../../../compiler/check.ts";
import { compile } from "../../../compiler/compile.ts";
import { readTemplate } from "../../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile, positionAt } from "../../../compiler/text/source-file.ts";
import { courseProgram } from "../../support/course-program.ts";

const on = checkedDate("2026-10-05") ?? 0;

function sourcesOf(pages: string, assets: Readonly<Record<string, string>>, course = "") {
  const text = `project p {\n  pages { ${pages} }\n}\n${courseProgram({ course })}`;
  return { files: [createSourceFile("p.hub", text)], assets: new Map(Object.entries(assets)), readTemplate };
}

/** `code path:line:column`, and the message. */
function found(template: string, path = "students.md.hbs"): string[] {
  const sources = sourcesOf(`students = file("${path}")`, { [path]: template });
  return check(sources, { on })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message, span }) => {
      const { line, column } = positionAt(span.file, span.start);
      return `${code} ${span.file.path}:${line}:${column} ${message}`;
    });
}

function rendered(template: string, path = "students.md.hbs", course = ""): string {
  const compiled = compile(sourcesOf(`students = file("${path}")`, { [path]: template }, course), { on });
  const file = compiled.files.find(
    (one) => one.path === `courses/data8/pages/students.${path.includes("html") ? "html" : "md"}`,
  );
  if (file === undefined) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return file.text;
}

test("a template takes the place of ours, for its form alone", () => {
  expect(rendered("# {{title}}\n\n{{term.from.iso}}\n")).toBe("# Foundations of Data Science\n\n2026-08-26\n");
  const html = rendered("<h1>{{title}}</h1><p>ours</p>", "p/students.html.hbs");
  expect(html).toMatch(
    /<main id="content" tabindex="-1">\n<h1>Foundations of Data Science<\/h1><p>ours<\/p>\n<\/main>/,
  );
  expect(html).toContain('<a class="skip"');
});

test("values are escaped in both forms, also inside blocks", () => {
  const course = '  links { a = "https://e.edu/a\'b?c=(d)&e=f" }\n';
  expect(rendered('<a href="{{#each pages}}{{url}}{{/each}}">a</a>', "s.html.hbs", course)).toContain(
    '<a href="https://e.edu/a%27b?c&#x3D;%28d%29&amp;e&#x3D;f">',
  );
  expect(rendered("{{#each pages}}[x]({{url}}){{/each}}", "s.md.hbs", course)).toBe(
    "[x](https://e.edu/a%27b?c=%28d%29&e=f)\n",
  );
  const exam = '  exam final { title = "a_b_c"  at = 2026-10-16 19:00 .. 21:00 }\n  ## <i> *x*\n';
  expect(rendered("{{#each dates}}{{what}}{{/each}}", "s.md.hbs", exam)).toBe("a_b_c\n");
});

describe("mistakes are told at their place in the template's file", () => {
  test.each([
    ["a\n\n{{#if about}}\n", "file/template-syntax students.md.hbs:4:1"],
    ["a\n{{title\n}\n", "file/template-syntax students.md.hbs:"],
    ["{{#if about}}\n{{/each}}", "file/template-syntax students.md.hbs:1:"],
    ["a\n  {{> part}}", "file/template-unsafe students.md.hbs:2:3"],
    ["a\n {{log title}}", "file/template-unsafe students.md.hbs:2:2"],
    ["{{#if about}}\n{{#title}}x{{/title}}{{/if}}", "file/template-unsafe students.md.hbs:2:1"],
    ["{{#each pages as |p|}}{{/each}}", "file/template-unsafe students.md.hbs:1:1"],
    ["{{#each (lookup . 'x')}}{{/each}}", "file/template-unsafe students.md.hbs:1:1"],
    ["{{* inline}}", "file/template-unsafe students.md.hbs:1:1"],
    ["a\n\n {{titel}}", "file/template-name students.md.hbs:3:4"],
    ["{{#if about}}{{else}}\n{{term.from.isoo}}{{/if}}", "file/template-name students.md.hbs:2:3"],
    ["{{#each server.facts}}\n{{nam}}{{/each}}", "file/template-name students.md.hbs:2:3"],
    ["{{constructor.name}}", "file/template-name students.md.hbs:1:3"],
    ["{{title.constructor}}", "file/template-name students.md.hbs:1:3"],
    ["{{__proto__}}", "file/template-name students.md.hbs:1:3"],
    ["{{server.facts.map}}", "file/template-name students.md.hbs:1:3"],
  ])("%j", (template, expected) => {
    const errors = found(template);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.startsWith(expected), errors[0]).toBe(true);
  });

  test("three braces are fine where nothing is escaped by them, and an error where they would undo it", () => {
    expect(found("{{{title}}}")).toEqual([]);
    expect(found("<p>\n{{{title}}}</p>", "s.html.hbs")[0]).toMatch(/^file\/template-unsafe s\.html\.hbs:2:1 /);
    expect(found("<p>{{&title}}</p>", "s.html.hbs")[0]).toMatch(/^file\/template-unsafe s\.html\.hbs:1:4 /);
  });

  test("a name that is close is offered", () => {
    expect(found("{{titel}}")[0]).toContain("did you mean `title`?");
  });

  test("all of them in one run", () => {
    expect(found("{{titel}}\n{{hub.uri}}\n{{#if nothing}}{{/if}}")).toHaveLength(3);
  });

  test.each([
    "{{../x}}",
    "{{../../title}}",
    "{{@index}}",
    "{{@../index}}",
    "{{@x}}",
    "{{#if title}}{{../title}}{{/if}}",
    "{{#with @root}}{{../title}}{{/with}}",
    "{{#with this}}{{../title}}{{/with}}",
  ])("%s leads nowhere", (template) => {
    expect(found(`a\n${template}`)).toEqual([expect.stringMatching(/^file\/template-name students\.md\.hbs:2:/)]);
  });

  test("what is sound is silent", () => {
    expect(
      found("{{#each dates}}{{@index}} {{what}} {{../title}} {{@root.hub.url}}{{else}}-{{/each}}{{! note }}"),
    ).toEqual([]);
    expect(
      found(
        "{{#with term}}{{#with from}}{{iso}}{{../to.iso}}{{/with}}{{/with}}{{#unless about}}{{this.title}}{{/unless}}",
      ),
    ).toEqual([]);
  });
});

test.each([
  ["an escape", "# {{title}}\u001b[31m\n"],
  ["a form feed", "# {{title}}\f\n"],
  ["a zero width space", "# {{title}}\u200b\n"],
])("a template holds no character that a page may not hold: %s", (_what, template) => {
  expect(found(template)).toEqual([expect.stringMatching(/^text\/unseen-character p\.hub:/)]);
});

test("line ends of Windows and tabs are fine", () => {
  expect(found("# {{title}}\r\n\r\n{{#each dates}}\r\n\t{{what}}\r\n{{/each}}\r\n")).toEqual([]);
});

test("a text in the program is Markdown, and its mistakes say their line", () => {
  const sources = sourcesOf('students = "# {{title}}\\n{{nothing}}"', {});
  const [error] = check(sources, { on }).diagnostics.filter(({ code }) => code === "file/template-name");
  expect(error?.span.file.path).toBe("p.hub");
  expect(error?.message).toContain("(line 2)");
});

test("one page in one form has one template", () => {
  const both = { "a.md.hbs": "a", "b.md.hbs": "b", "c.html.hbs": "c" };
  const codes = (pages: string) =>
    check(sourcesOf(pages, both), { on })
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code }) => code);
  expect(codes('staff = [file("a.md.hbs"), file("c.html.hbs")]')).toEqual([]);
  expect(codes('staff = [file("a.md.hbs"), file("b.md.hbs")]')).toEqual(["file/template-twice"]);
});

test("an error in a template keeps everything from being written", () => {
  const compiled = compile(sourcesOf('staff = file("s.md.hbs")', { "s.md.hbs": "{{x}}" }), { on });
  expect(compiled.files).toEqual([]);
});

test("a caller who gives no reader is told which one is missing", () => {
  const { readTemplate: _, ...sources } = sourcesOf('staff = file("s.md.hbs")', { "s.md.hbs": "{{title}}" });
  expect(() => check(sources, { on })).toThrow(/readTemplate/);
});
