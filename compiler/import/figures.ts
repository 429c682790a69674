// What an import came to, in figures: which of a hub's own values the program says in words, which in the words of the chart, and which
// it does not have.

import { isAtOrBelow, liesIn } from "../model/chart-leaf.ts";
import { type LeafPath, leavesOf } from "./compare-values.ts";
import { type ImportedHub, isElsewhere, isOfSecret } from "./import-hub.ts";
import type { MovedValue } from "./modern-values.ts";
import { isUsual } from "./usual-values.ts";

export interface DifferentValue {
  readonly path: string;
  readonly today: unknown;
  readonly compiled: unknown;
}

export interface Figures {
  readonly hub: string;
  readonly stage: string;
  /** Leaves of the hub's own files, each item of a list for itself; of what is encrypted, what the program names a secret for. */
  readonly leaves: number;
  /** Of them, those that settings of the language say; values of other charts, in `umbrella`, are among them. */
  readonly vocabulary: number;
  /** Of those, the values of other charts. */
  readonly otherCharts: number;
  /** Of those too, the values that the chart, or the one around it, has by itself, so that nothing says them. */
  readonly usual: number;
  /** Those in `values`, `config`, `python`. */
  readonly past: number;
  /** Encrypted values for which the program names a secret. */
  readonly secrets: readonly string[];
  /** Encrypted values that stay in their file, which goes to helm after the program's values. */
  readonly encrypted: readonly { readonly path: string; readonly file: string }[];
  /** Values that the program does not have. */
  readonly dropped: readonly { readonly path: string; readonly why: string }[];
  /** Values whose keys are of an older chart, and the keys that they have now, under which the other figures know them. */
  readonly moved: readonly MovedValue[];
  readonly different: readonly DifferentValue[];
  readonly added: readonly string[];
  readonly pastPaths: readonly (readonly string[])[];
}

export function figuresOf(imported: ImportedHub): Figures {
  const { environment, pieces, comparison } = imported;
  const { key } = environment;
  const named = pieces.flatMap(({ secrets }) => secrets ?? []);
  const isNamed = (path: readonly string[]) => named.some((one) => isAtOrBelow(path, one));
  const encrypted = environment.encrypted.filter(({ path }) => !isNamed(path));
  const all = leavesOf(environment.own);
  const claims = pieces.flatMap(({ claims }) => claims);
  const ofChart = pieces.filter(isUsual).flatMap((piece) => piece.claims);
  const texts = all.map(({ path }) => path.map(String));
  const isOfChart = (path: readonly string[]) => isAtOrBelow(path, key);
  const isDropped = liesIn(imported.dropped.map((one) => one.path));
  const [isSaid, isUsualOne] = [liesIn(claims), liesIn(ofChart)];
  const isPast = liesIn(pieces.flatMap((piece) => piece.past ?? []));
  const inWords = (path: readonly string[]) => {
    const inner = path.slice(key.length);
    return inner[0] === "custom" || (!isPast(inner) && isSaid(inner));
  };
  const others = texts.filter((path) => !isOfChart(path) && !isDropped(path));
  const chart = texts.filter((path) => isOfChart(path) && !isDropped(path));
  const words = chart.filter(inWords);
  const past = chart.filter((path) => !inWords(path));
  const { hub, stage } = environment.place;
  return {
    hub,
    stage,
    leaves: all.length + environment.encrypted.length - encrypted.length,
    vocabulary: words.length + others.length + (environment.encrypted.length - encrypted.length),
    otherCharts: others.length,
    usual: chart.filter((path) => isUsualOne(path.slice(key.length))).length,
    past: past.length,
    secrets: named.map((path) => path.join(".")),
    encrypted: encrypted.map(({ path, keys }) => ({ path: path.join("."), file: keys[0]?.span.file.path ?? "" })),
    dropped: droppedLeaves(texts, imported),
    moved: environment.moved,
    different: differentValues(imported),
    added: (comparison?.added ?? [])
      .filter(
        ({ path }) =>
          named.length === 0 ||
          !isOfSecret(
            path.slice(key.length),
            named.map((one) => one.slice(key.length)),
          ),
      )
      .map(({ path }) => path.join(".")),
    pastPaths: past.map((path) => path.slice(key.length)),
  };
}

function droppedLeaves(leaves: readonly (readonly string[])[], { dropped }: ImportedHub): Figures["dropped"] {
  const reasons = new Map(dropped.map(({ path, why }) => [path.join("\0"), why]));
  return leaves.flatMap((path) => {
    const found = path.flatMap((_, i) => reasons.get(path.slice(0, i + 1).join("\0")) ?? []);
    return found[0] === undefined ? [] : [{ path: path.join("."), why: found[0] }];
  });
}

/** What was dropped is said as that. */
function differentValues({ comparison, dropped, environment, pieces }: ImportedHub): readonly DifferentValue[] {
  const isDropped = liesIn(dropped.map((one) => one.path));
  const isKept = ({ path }: { readonly path: LeafPath }) =>
    !isDropped(path.map(String)) && !isElsewhere(path.slice(environment.key.length).map(String), pieces);
  const missing = (comparison?.missing ?? []).map(({ path, value }) => ({ path, today: value, compiled: undefined }));
  return [...(comparison?.different ?? []), ...missing]
    .filter(isKept)
    .map(({ path, today, compiled }) => ({ path: path.join("."), today, compiled }));
}
