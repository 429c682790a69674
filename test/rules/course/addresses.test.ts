// What is found in the addresses that a course names.

import { describe, expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function found(course: string, hub = "") {
  const { diagnostics } = checkProgram(programOf(courseProgram({ course, hub })));
  return diagnostics.filter(({ code }) => /^course\//.test(code));
}

/** Each finding as its code and the text that it points at. */
function places(course: string, hub = ""): string[] {
  return found(course, hub).map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

const link = (url: string, name = "page") => `  links { ${name} = "${url}" }\n`;
const content = (repo: string, more = "") => `  content m {\n    repo = "${repo}"\n${more}  }\n`;

describe("a name of another term", () => {
  test.each([
    ["https://github.com/data-8/materials-fa25", "materials-fa26"],
    ["https://github.com/data-8/materials-FA2025", "materials-FA2026"],
    ["https://github.com/data-8/fall-25", "fall-26"],
    ["https://github.com/data-8/sp21_stuff/x", undefined],
    ["https://github.com/data-8/2025-fall", "2026-fall"],
  ])("is found in %s", (repo, mended) => {
    const [one] = found(content(repo));
    const isOther = repo.includes("sp21_");
    expect(one?.code).toBe("course/wrong-term");
    if (isOther) return;
    const [edit] = one?.fixes[0]?.edits ?? [];
    const text = one?.span.file.text ?? "";
    expect(text.slice(0, edit?.span.start) + (edit?.text ?? "") + text.slice(edit?.span.end)).toContain(mended);
  });

  test.each([
    "https://github.com/data-8/materials-fa26",
    "https://github.com/data-8/su26-and-fa26",
    "https://github.com/data-8/materials",
    "https://github.com/data-8/alfa25",
    "https://github.com/data-8/fa2",
    "https://github.com/data-8/cs61a-sp",
  ])("is not %s", (repo) => {
    expect(places(content(repo))).toEqual([]);
  });

  // The course is from 2026-08-26 to 2026-12-18.
  test.each([
    ["https://github.com/cs/labs-2025fa", true],
    ["https://github.com/cs/labs-2026fa", false],
    ["https://gitlab.uni.de/physik-ws2526", true],
    ["https://gitlab.uni.de/physik-WiSe25-26", true],
    ["https://gitlab.uni.de/physik-ws2025-26", true],
    ["https://gitlab.uni.de/physik-sose26", true],
    ["https://gitlab.uni.de/physik-ws2627", false],
    ["https://gitlab.uni.de/physik-ws26", false],
    ["https://github.com/campus/autumn2025", true],
    ["https://github.com/campus/ht25-labs", true],
    ["https://github.com/campus/ht26-labs", false],
    ["https://github.com/campus/labs-2025-26", true],
    ["https://github.com/campus/labs_2025-2026", true],
    ["https://github.com/campus/labs-2026-27", false],
    // Neither a month, a day, nor two years that do not follow one another.
    ["https://github.com/campus/labs-2009-10", false],
    ["https://github.com/campus/labs-2025-26-01", false],
    ["https://github.com/campus/labs-2020-26", false],
    ["https://github.com/campus/physics-2025", true],
    ["https://physics-2025.berkeley.edu/labs", true],
    ["https://www.berkeley.edu/physics/2024/labs", true],
    ["https://github.com/campus/physics-2026", false],
    ["https://github.com/campus/physics-2027", false],
    ["https://github.com/campus/2025-and-2026", false],
    ["https://github.com/campus/census-2020", false],
    ["https://www.berkeley.edu/news/2025/03/labs", false],
    ["https://www.berkeley.edu/news/2025-03-01-labs", false],
    ["https://github.com/campus/math2025", false],
    ["https://doi.org/10.1038/s41586-2025-1", false],
    ["https://github.com/campus/ws2528", false],
  ])("%s: %s", (repo, isOther) => {
    expect(places(content(repo))).toEqual(isOther ? [`course/wrong-term: "${repo}"`] : []);
  });

  test("is the term that a course only touches", () => {
    expect(places(content("https://github.com/data-8/materials-su26"))).toEqual([
      'course/wrong-term: "https://github.com/data-8/materials-su26"',
    ]);
  });

  test("may be a branch's, a site's or a forum's", () => {
    expect(places(content("https://github.com/o/r", '    branch = "sp25"\n'))).toEqual(['course/wrong-term: "sp25"']);
    expect(places('  site { url = "https://www.data8.org/sp26" }\n')).toEqual([
      'course/wrong-term: "https://www.data8.org/sp26"',
    ]);
    expect(places(link("https://piazza.com/berkeley/fall2025/data8", "piazza"))).toEqual([
      'course/wrong-term: "https://piazza.com/berkeley/fall2025/data8"',
    ]);
  });

  test("has no fix where it stands in a constant", () => {
    const text = courseProgram({
      course: "  content m { repo = where }\n",
      more: 'let where = "https://github.com/o/fa25"\n',
    });
    const [one] = checkProgram(programOf(text)).diagnostics.filter(({ code }) => code === "course/wrong-term");
    expect(one?.message).toContain("`fa25`");
    for (const { edits } of one?.fixes ?? []) {
      for (const { span } of edits) expect(text.slice(span.start, span.end)).toBe("fa25");
    }
  });
});

describe("a link to a hub", () => {
  const own = "https://data8.datahub.berkeley.edu";

  test.each([
    [`${own}/hub/user-redirect/interact?repo=r&path=p`, ["course/old-hub-link"]],
    [`${own}/hub/user-redirect/git-sync?repo=r`, ["course/old-hub-link"]],
    [`${own}/hub/user-redirect/git-pull?repo=r&subPath=p`, ["course/old-hub-link"]],
    [`${own}/hub/user-redirect/git-pull?repo=r&app=lab`, ["course/old-hub-link"]],
    [`${own}/hub/user-redirect/git-pull?repo=r&urlpath=lab`, []],
    ["https://DATA8.datahub.berkeley.edu/hub/user-redirect/git-pull?repo=r", []],
    ["https://old.berkeley.edu/hub/user-redirect/git-pull?repo=r", ["course/other-hub-link"]],
    ["https://old.berkeley.edu/jupyter/hub/user-redirect/git-pull?repo=r", ["course/other-hub-link"]],
    ["https://old.berkeley.edu/hub/user-redirect/interact?repo=r", ["course/old-hub-link", "course/other-hub-link"]],
    ["https://github.com/jupyterhub/hub", []],
  ])("%s", (url, codes) => {
    expect(found(link(url)).map(({ code }) => code)).toEqual(codes);
  });

  test("may be to any stage of its own hub", () => {
    const stages = '  stage staging { domain = "staging.example.edu" }\n  stage prod { }\n';
    const url = "https://staging.example.edu/hub/user-redirect/git-pull?repo=r";
    expect(places(link(url), stages)).toEqual([]);
    expect(places(link(url))).toHaveLength(1);
  });
});

describe("a link without encryption", () => {
  test("is mended where it stands", () => {
    const [one] = found(link("http://notes.example.edu/"));
    expect(one?.code).toBe("course/insecure-link");
    expect(one?.fixes[0]?.edits[0]?.text).toBe("https");
  });
});

describe("a link named after a service", () => {
  test.each([
    ["piazza", "https://piazza.com/berkeley/fall2026/data8", []],
    ["piazza", "https://piazza.com/class/abc123?cid=4", []],
    ["piazza", "https://piazza.com/", ["course/link-form"]],
    ["piazza", "https://notpiazza.com/berkeley/fall2026/data8", ["course/link-elsewhere"]],
    ["ed", "https://edstem.org/us/courses/12345/discussion/99", []],
    ["ed", "https://edstem.org/us", ["course/link-form"]],
    ["slack", "https://data8.slack.com/archives/C123", []],
    ["slack", "https://join.slack.com/t/data8/shared_invite/zt-1", ["course/slack-invitation"]],
    ["slack", "https://slack.com.example.edu/", ["course/link-elsewhere"]],
    ["gradescope", "https://www.gradescope.com/courses/812345", []],
    ["gradescope", "https://www.gradescope.com/", ["course/link-form"]],
    ["toString", "https://example.edu/", []],
    ["notes", "https://example.edu/", []],
  ])("%s is %s", (name, url, codes) => {
    expect(found(link(url, name)).map(({ code }) => code)).toEqual(codes);
  });
});

describe("an address that is kept for examples", () => {
  test.each([
    "example.com",
    "www.example.org",
    "forum.campus.example.net",
    "campus.example",
    "slack.com.example.org",
    "a.invalid",
  ])("%s", (host) => {
    for (const name of ["notes", "slack"])
      expect(found(link(`https://${host}/t/1`, name)).map(({ code }) => code)).toEqual(["course/example-link"]);
  });

  test.each(["campus.example.edu", "example.campus.edu", "myexample.org", "example.org.uk", "example"])(
    "not %s",
    (host) => {
      expect(found(link(`https://${host}/t/1`, "notes")).map(({ code }) => code)).toEqual([]);
    },
  );
});

describe("a branch", () => {
  const branches = '    branches = ["main", "v1"]\n';

  test("is one of those that are declared, wherever it is named", () => {
    const open =
      '    open {\n      a = { path = "a.ipynb", branch = "v2" }\n      b = { path = "b.ipynb", branch = "v1" }\n    }\n';
    expect(places(content("https://github.com/o/r", `    branch = "main"\n${branches}${open}`))).toEqual([
      'course/undeclared-branch: { path = "a.ipynb", branch = "v2" }',
    ]);
    expect(places(content("https://github.com/o/r", `    branch = "mian"\n${branches}`))).toEqual([
      'course/undeclared-branch: "mian"',
    ]);
  });

  test("may be any where none is declared", () => {
    expect(places(content("https://github.com/o/r", '    branch = "mian"\n'))).toEqual([]);
  });
});

describe("a private repository", () => {
  const closed = content("https://github.com/o/r", "    private = true\n");

  test("needs what signs git in", () => {
    const check = (pip: string) =>
      checkProgram(programOf(courseProgram({ course: closed, pip })))
        .diagnostics.filter(({ severity }) => severity === "error")
        .map(({ code, message }) => `${code}: ${message}`);
    expect(check("")).toEqual([
      expect.stringContaining("image/missing-feature: The repository of content `m` is private"),
    ]);
    expect(check("gh-scoped-creds==4.1")).toEqual([]);
  });
});

describe("an address of the reader's own machine", () => {
  test.each([
    "http://localhost:8888/notebooks/lab01.ipynb",
    "https://localhost/",
    "http://127.0.0.1:8888/tree",
    "http://0.0.0.0:8000",
    "http://notes.localhost/",
    "http://hub.127.0.0.1.nip.io/x",
  ])("%s", (url) => {
    expect(places(link(url))).toEqual([`course/own-machine-link: "${url}"`]);
  });

  test.each([
    "https://localhost.berkeley.edu/",
    "https://mylocalhost/",
    "https://10.1.2.3/notes",
    "https://berkeley.edu/localhost",
  ])("not %s", (url) => {
    expect(places(link(url))).toEqual([]);
  });

  test("may be linked to where the hub itself is tried on one machine", () => {
    const text = courseProgram({ course: link("http://localhost:8888/x") }).replace(
      "data8.datahub.berkeley.edu",
      "localhost",
    );
    const { diagnostics } = checkProgram(programOf(text));
    expect(diagnostics.filter(({ code }) => code.startsWith("course/"))).toEqual([]);
  });
});
