// What of an import can't be read or proven, and how that is said.

import { expect, test } from "vitest";
import { unknownPlace } from "../../compiler/audit/layouts.ts";
import { readEnvironment } from "../../compiler/import/environment.ts";
import { renderProof } from "../../compiler/import/render-proof.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { imported, signIn } from "../support/imported-values.ts";

/** What is said of a hub with these files, after which it is called where it has no other name. */
function unreadable(texts: Readonly<Record<string, string>>, name = Object.keys(texts).join(", ")) {
  const files = Object.entries(texts).map(([path, text]) => ({ file: createSourceFile(path, text), under: [] }));
  return readEnvironment({ name, place: unknownPlace("h"), files, version: undefined }, undefined);
}

const flow = "This is not YAML: flow sequence in block collection must be sufficiently indented and end with a ].";

test("a file that is no YAML is named once, with its line", () => {
  expect(unreadable({ "bad.yaml": "a: [1\nb: }\n" })).toEqual({ name: "bad.yaml:2:1", why: flow });
});

test("of several files the one that can't be read is named beside the hub", () => {
  expect(unreadable({ "a.yaml": "a: 1\na: 2\n", "b.yaml": "a: [1\nb: }\n" }, "campus")).toEqual({
    name: "campus",
    why: `b.yaml:2:1: ${flow}`,
  });
});

test("what stops a file from being read is said, and not what else is found above it", () => {
  const text = "a: 1\na: 2\nb: *nowhere\n";
  expect(unreadable({ "bad.yaml": text })).toEqual({
    name: "bad.yaml:3:4",
    why: "This is not YAML: no anchor `nowhere` stands above it.",
  });
});

test("a file that is nested too deeply is called that", () => {
  expect(unreadable({ "deep.yaml": "[".repeat(20000) })).toEqual({
    name: "deep.yaml:1:1",
    why: "This is not YAML: it is nested too deeply to be read.",
  });
});

test("of a program with errors it is not said that nothing differs", () => {
  const { figures } = imported(signIn);
  const lastColumns = (hasErrors: boolean) =>
    renderProof([figures], hasErrors).split("\n")[1]?.split(/ {2,}/).slice(-2);
  expect(lastColumns(false)).toEqual(["0", "0"]);
  expect(lastColumns(true)).toEqual(["unknown", "unknown"]);
});
