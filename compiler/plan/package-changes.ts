// What an image holds that it did not, package by package.

import { andList } from "../text/and-list.ts";
import { changeWords, said } from "./change-words.ts";
import { type FactChange, gainsAndLosses, type SubjectChange } from "./compare-facts.ts";
import { solvedBy } from "./fact-vocabulary.ts";
import type { Subject } from "./facts.ts";
import type { PlanChange } from "./plan.ts";

const ecosystems = new Set(["conda", "pip", "apt", "cran"]);

const solves = new Set<string>(Object.values(solvedBy));

/** A sentence for each image that changes, with its packages below. */
export function packageChanges(compared: readonly SubjectChange[]): readonly PlanChange[] {
  return compared.flatMap((change): PlanChange[] => {
    if (change.kind === "added") {
      return change.after.kind === "image" ? [about(change.after, "image-added", "is new", [])] : [];
    }
    if (change.kind === "removed") {
      return change.before.kind === "image" ? [about(change.before, "image-removed", "is gone", [])] : [];
    }
    const { after, changes } = change;
    if (after.kind !== "image") return [];
    const lines = changes.flatMap((change) =>
      ecosystems.has(change.key)
        ? packageLines(change)
        : solves.has(change.key)
          ? solvedLines(change)
          : [changeWords(change)],
    );
    return [about(after, "image-changed", `holds other things: ${summary(changes)}`, lines)];
  });
}

function about(subject: Subject, code: string, text: string, lines: readonly string[]): PlanChange {
  const details = lines.map((line) => `${line}.`);
  return { ...said(subject, { code, text: `The image ${subject.name} ${text}.`, details }), section: "running" };
}

function summary(changes: readonly FactChange[]): string {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const change of changes.filter(({ key }) => ecosystems.has(key)))
    for (const packageChange of packagesIn(change)) counts[packageChange.how] += 1;
  const words = Object.entries(counts).flatMap(([how, count]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? "package" : "packages"} ${how}`],
  );
  const others = changes.flatMap(({ key }) => (ecosystems.has(key) || solves.has(key) ? [] : [`another ${key}`]));
  const solved = changes.flatMap((change) =>
    solves.has(change.key) && isSolvedTwice(change) ? packagesIn(change) : [],
  ).length;
  const locks = changes.some((change) => solves.has(change.key) && !isSolvedTwice(change)) ? ["another lock"] : [];
  const solvedWords = solved === 0 ? [] : [`${solved} of all packages that a lock fixes`];
  return andList([...words, ...others, ...solvedWords, ...locks]);
}

interface PackageChange {
  readonly how: "added" | "removed" | "changed";
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Two lines are about one package where their names are the same. */
function packagesIn(change: FactChange): readonly PackageChange[] {
  const { gained, lost } = gainsAndLosses(change);
  const byName = new Map(lost.map((line) => [nameOf(line), line]));
  const found = gained.map((after): PackageChange => {
    const name = nameOf(after);
    const before = byName.get(name);
    byName.delete(name);
    return { how: before === undefined ? "added" : "changed", before, after };
  });
  return [
    ...found,
    ...[...byName.values()].map((before): PackageChange => ({ how: "removed", before, after: undefined })),
  ];
}

function packageLines(change: FactChange): readonly string[] {
  return packagesIn(change).map(({ how, before, after }) => {
    const words = how === "changed" ? `${after} instead of ${before}` : `${after ?? before} ${how}`;
    return `${change.key}: ${words}`;
  });
}

/** A lock that comes or goes says nothing of each package. */
function isSolvedTwice({ before, after }: FactChange): boolean {
  return before !== undefined && after !== undefined;
}

function solvedLines(change: FactChange): readonly string[] {
  if (isSolvedTwice(change)) return packageLines(change);
  return [`${change.key}: ${change.before === undefined ? "fixed by a lock now" : "fixed by no lock any more"}`];
}

function nameOf(line: string): string {
  return line
    .replace(/^.*::/, "")
    .replace(/[\s=<>!~;[@].*$/s, "")
    .toLowerCase();
}
