import { describe, expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";

function imageText(name: string, body: string): string {
  return `image ${name} {\n  base = "quay.io/jupyter/minimal-notebook:2026-01-05"\n${body}\n}\n`;
}

/** What is said of `one`, which is to agree with `two`. */
function drift(one: string, two: string, except = ""): readonly string[] {
  const text = imageText("one", `${one}\n  in-sync { with = two ${except} }`) + imageText("two", two);
  return found(text).map(({ message }) => message);
}

function found(text: string) {
  const { diagnostics } = checkProgram(programOf(text));
  const others = diagnostics.filter(({ code, severity }) => severity === "error" && code !== "image/out-of-sync");
  expect(others.map(({ message }) => message)).toEqual([]);
  return diagnostics.filter(({ code }) => code === "image/out-of-sync");
}

describe("images in sync", () => {
  it.each([
    ["the same lines", "conda {\n numpy=1.26\n}", "conda {\n numpy=1.26\n}"],
    ["another order", "conda {\n numpy=1.26\n scipy\n}", "conda {\n scipy\n numpy=1.26\n}"],
    ["another spelling of a series", "conda {\n numpy=1.26\n}", "conda {\n numpy=1.26.*\n}"],
    ["conda in one and pip in the other", "conda {\n numpy=1.26\n}", "pip {\n numpy==1.26.*\n}"],
    ["one name written in two ways", "pip {\n Jupyter_Client==8.6.3\n}", "pip {\n jupyter-client==8.6.3\n}"],
    ["Python as a setting and as a line", 'python = "3.11"', "conda {\n python=3.11\n}"],
    ["bounds in another order", "conda {\n numpy>=1,<2\n}", "conda {\n numpy<2,>=1\n}"],
  ])("may have %s", (_, one, two) => {
    expect(drift(one, two)).toEqual([]);
    expect(drift(two, one)).toEqual([]);
  });

  it.each([
    ["other versions", "conda {\n numpy=1.26\n}", "conda {\n numpy=2.3\n}", "numpy", "`numpy=1.26`", "`numpy=2.3`"],
    [
      "exactly and a series",
      "conda {\n numpy==1.26.4\n}",
      "conda {\n numpy=1.26\n}",
      "numpy",
      "`numpy==1.26.4`",
      "`numpy=1.26`",
    ],
    ["a package of one alone", "pip {\n altair\n}", "", "altair", "`altair`", "none"],
    ["a package of the other alone", "", "apt {\n git\n}", "git", "none", "`git`"],
    [
      "other extras",
      "pip {\n dask[array]==2025.1\n}",
      "pip {\n dask==2025.1\n}",
      "dask",
      "`dask[array]==2025.1`",
      "`dask==2025.1`",
    ],
    ["other Pythons", 'python = "3.11"', 'python = "3.12"', "python", '`python = "3.11"`', '`python = "3.12"`'],
    ["other R packages", "cran { sf==1.0-16 }", "cran { sf==1.0-17 }", "sf", "`sf==1.0-16`", "`sf==1.0-17`"],
  ])("may not have %s, unless excepted", (_, one, two, name, here, there) => {
    const message = `\`${name}\` is out of sync: \`one\` has ${here} and \`two\` ${there}. Make them agree, or add it to \`except\`.`;
    expect(drift(one, two)).toEqual([message]);
    expect(drift(one, two, `except = ["${name.toUpperCase()}"]`)).toEqual([]);
    expect(drift(one, two, 'except = ["other"]')).toEqual([message]);
  });

  it("are told apart package by package, at the block, with both lines", () => {
    const text =
      imageText("one", "  conda {\n numpy=1.26\n scipy=1.15\n}\n  in-sync { with = two }") +
      imageText("two", "  conda {\n numpy=2.3\n scipy=1.16\n}");
    const all = found(text);
    expect(all.length).toBe(2);
    for (const { span } of all) expect(text.slice(span.start).startsWith("in-sync")).toBe(true);
    const related = all[0]?.related.map(({ span }) => text.slice(span.start, span.end));
    expect(related).toEqual(["numpy=2.3", "numpy=1.26"]);
    expect(all[0]?.fixes.map(({ title }) => title)).toEqual(["Write `numpy=2.3`"]);
  });

  it("may be with an image of the standard library, which need not be built", () => {
    const own = (body: string) => imageText("one", `${body}\n  in-sync { with = std.julia }`);
    const drifted = found(own("conda {\n jupyterlab=4.4\n}")).map(({ message }) => message);
    expect(drifted.length).toBeGreaterThan(1);
    expect(drifted.join("\n")).toContain("`jupyterlab` is out of sync: `one` has `jupyterlab=4.4` and `std-julia`");
  });

  it("are not compared with one that has an error, nor with themselves", () => {
    const broken = imageText("one", "  in-sync { with = two }") + imageText("two", "  conda {\n numpy==\n}");
    expect(checkProgram(programOf(broken)).diagnostics.map(({ code }) => code)).not.toContain("image/out-of-sync");
    const child = `${imageText("two", "conda {\n numpy\n}\n  in-sync { with = one }")}image one extends two { }\n`;
    expect(found(child)).toEqual([]);
  });

  it("may each name the other", () => {
    const text =
      imageText("one", "conda {\n numpy=1\n}\n  in-sync { with = two }") +
      imageText("two", "conda {\n numpy=2\n}\n  in-sync { with = one }");
    expect(found(text).length).toBe(2);
  });
});
