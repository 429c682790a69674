// The real deployments of ../shared/cases as programs: each value of today is in it, or said to be dropped and why. Skipped where the folder
// is absent.

import { expect, test } from "vitest";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { readEnvironment } from "../../compiler/import/environment.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { areCasesThere, caseNames, filesOfCase } from "../support/real-cases.ts";

const on = checkedDate("2026-11-29") ?? 0;

function figuresOf(name: string) {
  const files = new Map(Object.entries(filesOfCase(name)).map(([path, text]) => [path, createSourceFile(path, text)]));
  const { hubs } = findHubs({ paths: [...files.keys()].sort(), read: (path) => files.get(path) });
  const read = hubs.map((hub) => readEnvironment(hub, undefined));
  const programs = importPrograms(
    read.flatMap((one) => ("why" in one ? [] : [one])),
    on,
  );
  return {
    unread: read.flatMap((one) => ("why" in one ? [one.why] : [])),
    errors: programs.flatMap(({ errors }) => errors.map(({ message }) => message)),
    figures: programs.flatMap(({ figures }) => figures),
  };
}

const shares: number[] = [];

test.skipIf(!areCasesThere).each(caseNames)("%s", (name) => {
  const { unread, errors, figures } = figuresOf(name);
  expect(unread).toEqual([]);
  expect(errors).toEqual([]);
  expect(figures).not.toEqual([]);
  for (const { leaves, vocabulary, past, dropped, different } of figures) {
    expect(different).toEqual([]);
    expect(vocabulary + past + dropped.length).toBe(leaves);
    expect(dropped.filter(({ why }) => why.trim() === "")).toEqual([]);
    shares.push(leaves === 0 ? 1 : vocabulary / leaves);
  }
});

test.skipIf(!areCasesThere)("on average four of five values are said in words", () => {
  expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeGreaterThan(0.8);
});
