// Links against addresses made by nbgitpuller's own link generator, and by the rules of its handlers where the generator is wrong.

import { describe, expect, test } from "vitest";
import { pullPath } from "../../../compiler/targets/course/hub-link.ts";
import { type CourseParts, courseText } from "../../support/course-program.ts";

const materials = (body: string): CourseParts => ({
  course: `  content materials {\n    repo = "https://github.com/data-8/materials-fa26"\n${body}  }\n`,
});

interface Listed {
  readonly links: readonly {
    readonly stage: string;
    readonly name: string;
    readonly url: string;
    readonly launch?: string;
  }[];
}

function linksOf(parts: CourseParts): Listed["links"] {
  const data: Listed = JSON.parse(courseText(parts, "links.json"));
  return data.links;
}

function urlOf(body: string): string | undefined {
  return linksOf(materials(body))[0]?.url;
}

const pull = "https://data8.datahub.berkeley.edu/hub/user-redirect/git-pull";
const repo = "repo=https%3A%2F%2Fgithub.com%2Fdata-8%2Fmaterials-fa26";

describe("a link", () => {
  test("is what the official generator makes", () => {
    expect(urlOf('    branch = "main"\n    open { lec01 = "lec/lec01.ipynb" }\n')).toBe(
      `${pull}?${repo}&urlpath=lab%2Ftree%2Fmaterials-fa26%2Flec%2Flec01.ipynb&branch=main`,
    );
  });

  test("opens the folder that it fetches into, where the generator opens the repository's name", () => {
    expect(urlOf('    branch = "main"\n    folder = "data8"\n    open { lec01 = "lec/lec01.ipynb" }\n')).toBe(
      `${pull}?${repo}&urlpath=lab%2Ftree%2Fdata8%2Flec%2Flec01.ipynb&branch=main&targetPath=data8`,
    );
  });

  test.each([
    ["lab", "lab%2Ftree%2Fmaterials-fa26%2Fa.ipynb", "ipywidgets>=8"],
    ["notebook", "tree%2Fmaterials-fa26%2Fa.ipynb", "notebook>=7.2"],
    ["rstudio", "rstudio%2F", "jupyter-rsession-proxy==2.3.0"],
    ["vscode", "vscode%2F", "jupyter-vscode-proxy==0.7"],
    ["desktop", "desktop%2F", "jupyter-remote-desktop-proxy==3.0.1"],
  ])("opens in %s", (app, page, pip) => {
    const parts = materials(`    open { a = { path = "a.ipynb", with = ${app} } }\n`);
    expect(linksOf({ ...parts, pip })[0]?.url).toBe(`${pull}?${repo}&urlpath=${page}`);
  });

  test("opens in RetroLab, and strips what the address ends in, which the generator leaves", () => {
    const pulled = { branch: undefined, depth: undefined, folder: undefined };
    expect(pullPath({ ...pulled, repo: "https://github.com/o/r.git" }, "a.ipynb", "retro")).toBe(
      "/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Fr&urlpath=retro%2Ftree%2Fr%2Fa.ipynb",
    );
  });

  test("names its own branch, fetches it into a folder of its own, and how deep", () => {
    expect(urlOf('    branch = "main"\n    depth = 0\n    open { a = { path = "/a.ipynb", branch = "fix" } }\n')).toBe(
      `${pull}?${repo}&urlpath=lab%2Ftree%2Fmaterials-fa26-fix%2Fa.ipynb&branch=fix&depth=0&targetPath=materials-fa26-fix`,
    );
  });

  test("is read back by a browser as what was meant", () => {
    const url = new URL(urlOf(`    open { a = "it's/(a)~b!&c=d+e%20#f.ipynb" }\n`) ?? "");
    const page = new URL(url.searchParams.get("urlpath") ?? "", "https://h.example.edu/user/ada/");
    expect(decodeURIComponent(page.pathname)).toBe("/user/ada/lab/tree/materials-fa26/it's/(a)~b!&c=d+e%20#f.ipynb");
    expect(page.hash + page.search + url.hash).toBe("");
  });

  test.each([".", "/", "./"])("opens the repository itself by %s", (path) => {
    expect(urlOf(`    open { a = "${path}" }\n`)).toBe(`${pull}?${repo}&urlpath=lab%2Ftree%2Fmaterials-fa26`);
  });

  test("keeps a blank as `%20`", () => {
    expect(urlOf('    open { a = "./my notes/a b.ipynb" }\n')).toBe(
      `${pull}?${repo}&urlpath=lab%2Ftree%2Fmaterials-fa26%2Fmy%20notes%2Fa%20b.ipynb`,
    );
  });

  test("is made for every stage, that for people first", () => {
    const hub = '  stage staging { domain = "staging.example.edu" }\n  stage prod { }\n';
    const links = linksOf({ ...materials('    open { a = "a.ipynb" }\n'), hub });
    expect(links.map(({ stage, url }) => [stage, new URL(url).host])).toEqual([
      ["prod", "data8.datahub.berkeley.edu"],
      ["staging", "staging.example.edu"],
    ]);
  });
});

describe("a launch from a learning management system", () => {
  const lti13 = `auth lti {
    platforms = ["https://canvas.instructure.com"]
    client-id = "10000000000001"
    authorize-url = "https://sso.canvaslms.com/api/lti/authorize_redirect"
    jwks-url = "https://sso.canvaslms.com/api/lti/security/jwks"
    allow = everyone
  }`;
  const lti11 = `auth lti {
    consumer-key = "datahub"
    consumer-secret = secret("lti/consumer-secret")
    allow = everyone
  }`;
  const next = materials('    open { a = "next/steps.ipynb" }\n');

  test("of LTI 1.3 holds the path so that ltiauthenticator finds it, also where it says `next`", () => {
    const link = linksOf({ ...next, auth: lti13 })[0];
    // As lti13/handlers.py reads it: all after the first `next=`, decoded once.
    const found = /next=(.*)/i.exec(link?.launch ?? "")?.[1] ?? "";
    expect(`https://data8.datahub.berkeley.edu${decodeURIComponent(found)}`).toBe(link?.url);
    expect(new URL(link?.launch ?? "").host).toBe("data8.datahub.berkeley.edu");
  });

  test("of LTI 1.1 holds it as custom_next", () => {
    const link = linksOf({ ...next, auth: lti11 })[0];
    const url = new URL(link?.launch ?? "");
    expect(url.pathname).toBe("/hub/lti/launch");
    expect(`https://data8.datahub.berkeley.edu${url.searchParams.get("custom_next")}`).toBe(link?.url);
  });

  test("is not there where the hub signs people in otherwise", () => {
    expect(linksOf(next)[0]?.launch).toBeUndefined();
  });
});
