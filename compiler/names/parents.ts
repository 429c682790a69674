// What each declaration extends.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { PathNode } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import { extendsCycle, extendsVariant, familyNeedsNumber } from "./names-diagnostics.ts";
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
    const way: Named[] = [];
    let at: Named | "unknown" | undefined = child;
    while (at !== undefined && at !== "unknown" && !done.has(at) && !way.includes(at)) {
      way.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && at !== "unknown" && way.includes(at)) {
      const circle = way.slice(way.indexOf(at));
      const names = [...circle, circle[0]].map((one) => one?.name ?? "");
      const span = spanOf(child.node.file, child.node.parent ?? child.node.header);
      report(diagnose(extendsCycle, { names }, { span }));
      for (const one of circle) parents.set(one, "unknown");
    }
    for (const one of way) done.add(one);
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
