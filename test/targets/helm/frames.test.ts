// A hub that Moodle shows in a frame.

import { describe, expect, it } from "vitest";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const moodle = '  frame-ancestors = ["https://moodle.example.edu", "https://*.instructure.com"]\n';

function values(hub: string): string {
  const text = compiledCourse({ hub }).get("hubs/datahub/prod/values.yaml")?.text;
  if (text === undefined) throw new Error("no values");
  return text;
}

function errors(hub: string): string[] {
  return checkProgram(programOf(courseProgram({ hub })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

describe("frame-ancestors", () => {
  it("lets these sites show the hub and its servers, and sends the cookies there", () => {
    const policy = "frame-ancestors 'self' https://moodle.example.edu https://*.instructure.com";
    const text = values(moodle);
    expect(text.match(/Content-Security-Policy: .*/g)).toEqual([
      `Content-Security-Policy: ${policy}`,
      `Content-Security-Policy: ${policy}`,
    ]);
    expect(text).toMatch(/cookie_options:\s+samesite: None\s+secure: true/);
    expect(text).toMatch(/ServerApp:\s+tornado_settings:[\s\S]*xsrf_cookie_kwargs:\s+samesite: None\s+secure: true/);
  });

  it("writes nothing where no site may", () => {
    expect(values("")).not.toMatch(/tornado_settings|frame-ancestors/);
  });

  it("is one site, too, and differs by stage", () => {
    const stages =
      '  stage trial { domain = "trial.example.edu"  frame-ancestors = "https://test.example.edu" }\n  stage prod { }\n';
    const files = compiledCourse({ hub: `${moodle}${stages}` });
    expect(files.get("hubs/datahub/trial/values.yaml")?.text).toContain("'self' https://test.example.edu");
    expect(files.get("hubs/datahub/prod/values.yaml")?.text).toContain("https://moodle.example.edu");
  });

  it.each([
    "http://moodle.example.edu",
    "moodle.example.edu",
    "https://moodle.example.edu/",
    "https://moodle.example.edu/mod/lti",
    "*",
    "https:",
    "https://*",
    "https://a.edu; script-src *",
    "https://a.edu https://b.edu",
    "'self'",
  ])("refuses %s", (site) => {
    expect(errors(`  frame-ancestors = ["${site}"]\n`)).toEqual([`schema/bad-text: "${site}"`]);
  });

  it("clashes with settings of one's own for the same", () => {
    const own =
      '  config { JupyterHub.tornado_settings = { headers = { "Content-Security-Policy" = "frame-ancestors *" } } }\n';
    expect(errors(moodle + own)).toHaveLength(1);
  });
});
