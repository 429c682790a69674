// What an image holds that it did not, package by package.

import { andList } from "../text/and-list.ts";
import { changeWords, said } from "./change-words.ts";
import { type FactChange, gainsAndLosses, type SubjectChange } from "./compare-facts.ts";
import type { Subject } from "./facts.ts";
import type { PlanChange } from "./plan.ts";

const ecosystems = new Set(["conda", "pip", "apt", "cran"]);

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
    const lines = changes.flatMap((one) => (ecosystems.has(one.key) ? packageLines(one) : [changeWords(one)]));
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
    for (const one of packagesIn(change)) counts[one.how] += 1;
  const words = Object.entries(counts).flatMap(([how, count]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? "package" : "packages"} ${how}`],
  );
  const others = changes.flatMap(({ key }) => (ecosystems.has(key) ? [] : [`another ${key}`]));
  return andList([...words, ...others]);
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

function nameOf(line: string): string {
  return line
    .replace(/^.*::/, "")
    .replace(/[\s=<>!~;[@].*$/s, "")
    .toLowerCase();
}
