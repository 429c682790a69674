import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { features } from "../../compiler/knowledge/features.ts";
import { type Line, pipText, readImage, replaceLines } from "../../scripts/stdlib-versions/lines.mjs";
import { type Answer, type Job, propose } from "../../scripts/stdlib-versions/propose.mjs";

const folder = new URL("../../stdlib/", import.meta.url);
const library = readdirSync(folder)
  .filter((name) => name.endsWith(".hub"))
  .map((name) => readImage(readFileSync(new URL(name, folder), "utf8")));

const science = `## For science.
image science extends std.ground {
  conda {
    ## Arrays.
    numpy=2.3
    tables=1.1
    ## Held: plots of tables 1 fail with the next.
    plots=3.10
  }
}
`;
const images = [readImage("image ground {\n  conda {\n    lab>=4\n  }\n}\n"), readImage(science)];

/** A world in which NumPy 2.5 needs Python 3.12, and Tables 2 does not take NumPy 1. */
async function solve(jobs: readonly Job[]): Promise<readonly Answer[]> {
  return jobs.map(({ python, lines }) => {
    const newest = python === "3.11" ? "2.4.6" : "2.5.1";
    const numpy = lines.includes("numpy=1.26") ? "1.26.4" : newest;
    if (lines.includes("numpy=2.5") && python === "3.11") return { reason: "no NumPy 2.5 for Python 3.11" };
    if (lines.some((line) => line.startsWith("tables=2") || line.endsWith("<2.1")) && numpy.startsWith("1."))
      return { reason: "tables 2 needs NumPy 2" };
    return { versions: new Map(Object.entries({ numpy, tables: "1.1.3", plots: "3.10.2", lab: "4.6.0" })) };
  });
}

it("writes a span where an older Python can't have the newest series, and a series where all can", async () => {
  const { texts, left } = await propose(images, new Map([["numpy", "2.5"]]), solve);
  expect([...texts.values()]).toEqual(["numpy>=2.4,<2.6"]);
  expect(left).toEqual([]);
});

it("leaves what does not solve with all others, says why, and takes the rest", async () => {
  const newest = new Map(Object.entries({ numpy: "2.5", tables: "2.0" }));
  const { texts, left } = await propose(images, newest, solve);
  expect([...texts.values()]).toEqual(["numpy>=2.4,<2.6"]);
  expect(left.map(({ line, reason }) => [line.text, reason])).toEqual([
    ["tables=1.1", "std.science, Python 3.12, numpy=1.26: tables 2 needs NumPy 2"],
  ]);
});

it("does not touch a line that is held", async () => {
  const { texts } = await propose(images, new Map([["plots", "3.11"]]), solve);
  expect([...texts]).toEqual([]);
});

it("says that the library does not solve, instead of proposing anything", async () => {
  const broken = async () => [{ reason: "nothing goes together" }];
  await expect(propose(images, new Map(), broken)).rejects.toThrow("the library as it is does not solve");
});

it("writes lines, and keeps comments and all other lines", () => {
  const texts = new Map([["numpy=2.3", "numpy>=2.4,<2.6"]]);
  expect(replaceLines(science, texts)).toBe(science.replace("numpy=2.3", "numpy>=2.4,<2.6"));
});

it("refuses a line of the library that it can't raise", () => {
  expect(() => readImage("image one {\n  conda {\n    numpy\n  }\n}\n")).toThrow("`numpy` is neither a series");
});

it("reads every line of the library, and the reason of each that is held", () => {
  const lines = library.flatMap((image) => image.lines);
  expect(lines.length).toBeGreaterThan(15);
  for (const { held } of lines) if (held !== undefined) expect(held).toMatch(/^Held: .{20,}\.$/);
});

it("fixes propose the lines that the library has", () => {
  const lines = new Map<string, Line>(library.flatMap((image) => image.lines).map((line) => [line.name, line]));
  const conda = Object.values(features).flatMap(({ lines: { conda, pip } }) =>
    conda === undefined ? [] : [[conda, pip]],
  );
  const shared = conda.filter(([text]) => lines.has(nameIn(text)) && !/=3\.6|=6\.5/.test(String(text)));
  expect(shared.length).toBeGreaterThan(5);
  for (const [text, pip] of shared) {
    const line = lines.get(nameIn(text));
    expect(text).toBe(line?.text);
    // PyPI has the hub's server under another name, and widgets keep their interface within a major version.
    if (pip === undefined || !pip.includes("<") || pip.endsWith("<9")) continue;
    expect(line?.low === undefined || pip.endsWith(pipText("", line.low, line.high ?? ""))).toBe(true);
  }
});

function nameIn(text: string | undefined): string {
  return /^[a-z0-9-]+/.exec(text ?? "")?.[0] ?? "";
}
