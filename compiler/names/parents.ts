// What each declaration extends.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { PathNode } from "../syntax/tree.ts";
import { limits } from "../text/limits.ts";
import { spanOf } from "../text/span.ts";
import { extendsCycle, extendsTooDeep, extendsVariant, familyNeedsNumber } from "./names-diagnostics.ts";
import type { Named } from "./tree-names.ts";
import { type KnownNames, nameIn, reportUnknown } from "./unknown-name.ts";

/** The parents of those that extend something; `unknown` where that has an error, which has been reported. */
export type Parents = Map<Named, Named | "unknown">;

/** The names of a program, and where to report what is wrong with a use of one. */
export interface Names extends KnownNames {
  find(kind: string, name: string, standard: boolean): readonly Named[];
  readonly report: Report;
}

/** Adds the parents of `children` to `parents`. */
export function findParents(children: readonly Named[], names: Names, parents: Parents): void {
  for (const child of children) {
    const path = child.node.parent;
    if (path !== undefined) parents.set(child, findParent(child, path, names));
  }
}

/** Reports each circle of parents, and makes the parents of those on it unknown. */
export function breakCycles(children: readonly Named[], parents: Parents, report: Report): void {
  const done = new Set<Named>();
  for (const child of children) {
    const passed = new Set<Named>();
    let at: Named | "unknown" | undefined = child;
    while (at !== undefined && at !== "unknown" && !done.has(at) && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && at !== "unknown" && passed.has(at)) {
      const way = [...passed];
      const circle = way.slice(way.indexOf(at));
      const names = [...circle, circle[0]].map((one) => one?.name ?? "");
      const span = spanOf(child.node.file, child.node.parent ?? child.node.header);
      report(diagnose(extendsCycle, { names }, { span }));
      for (const one of circle) parents.set(one, "unknown");
    }
    for (const one of passed) done.add(one);
  }
}

/** Makes the parents of those unknown that stand too deep in a row of parents; the first of each row is reported. */
export function breakLongChains(children: readonly Named[], parents: Parents, report: Report): void {
  const depths = new Map<Named, number>();
  const parentOf = (one: Named) => {
    const parent = parents.get(one);
    return parent === "unknown" ? undefined : parent;
  };
  for (const child of children) {
    const row: Named[] = [];
    for (let at: Named | undefined = child; at !== undefined && !depths.has(at); at = parentOf(at)) row.push(at);
    for (const one of row.reverse()) {
      const parent = parentOf(one);
      const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
      depths.set(one, depth);
      if (depth <= limits.parents) continue;
      parents.set(one, "unknown");
      if (depth > limits.parents + 1) continue;
      const span = spanOf(one.node.file, one.node.parent ?? one.node.header);
      report(diagnose(extendsTooDeep, { name: one.name, limit: limits.parents }, { span }));
    }
  }
}

function findParent(child: Named, path: PathNode, names: Names): Named | "unknown" {
  const { report } = names;
  const span = spanOf(child.node.file, path);
  const written = nameIn(path);
  const found = written === undefined ? [] : names.find(child.kind, written.name, written.standard);
  const [parent] = found;
  if (parent === undefined) {
    reportUnknown({ path, kind: child.kind, span, except: child.name }, names, report);
    return "unknown";
  }
  if (found.length > 1) {
    report(diagnose(familyNeedsNumber, { name: path.names[0]?.text ?? "" }, { span }));
    return "unknown";
  }
  if (parent.variant !== child.variant) {
    report(
      diagnose(
        extendsVariant,
        { child: child.variant ?? "", parent: parent.variant ?? "", kind: child.kind },
        { span },
      ),
    );
    return "unknown";
  }
  return parent;
}
