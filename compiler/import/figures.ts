// What an import came to, in figures: which of a hub's own values the program says in words, which in the words of the chart, and which
// it does not have.

import { isAtOrBelow } from "../model/chart-leaf.ts";
import { leavesOf } from "./compare-values.ts";
import { type ImportedHub, isOfSecret } from "./import-hub.ts";

export interface DifferentValue {
  readonly path: string;
  readonly today: unknown;
  readonly compiled: unknown;
}

export interface Figures {
  readonly hub: string;
  readonly stage: string;
  /** Leaves of the hub's own files, each item of a list for itself. */
  readonly leaves: number;
  /** Of them, those that settings of the language say; values of other charts, in `umbrella`, are among them. */
  readonly vocabulary: number;
  /** Of those, the values of other charts. */
  readonly otherCharts: number;
  /** Those in `values`, `config`, `python`. */
  readonly past: number;
  /** Encrypted values for which the program names a secret. */
  readonly secrets: readonly string[];
  /** Values that the program does not have; encrypted ones stay in their file, and go to helm beside the program's. */
  readonly dropped: readonly { readonly path: string; readonly why: string; readonly isEncrypted: boolean }[];
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
  const texts = all.map(({ path }) => path.map(String));
  const isOfChart = (path: readonly string[]) => isAtOrBelow(path, key);
  const isDropped = (path: readonly string[]) => imported.dropped.some((one) => isAtOrBelow(path, one.path));
  const inWords = (path: readonly string[]) => {
    const inner = path.slice(key.length);
    return inner[0] === "custom" || claims.some((claim) => isAtOrBelow(inner, claim));
  };
  const others = texts.filter((path) => !isOfChart(path));
  const chart = texts.filter((path) => isOfChart(path) && !isDropped(path));
  const words = chart.filter(inWords);
  const past = chart.filter((path) => !inWords(path));
  const { hub, stage } = environment.place;
  return {
    hub,
    stage,
    leaves: all.length + environment.encrypted.length,
    vocabulary: words.length + others.length + (environment.encrypted.length - encrypted.length),
    otherCharts: others.length,
    past: past.length,
    secrets: named.map((path) => path.join(".")),
    dropped: [
      ...imported.dropped.map(({ path, why }) => ({ path: path.join("."), why, isEncrypted: false })),
      ...encrypted.map(({ path, keys }) => {
        const why = encryptedWhy(keys[0]?.span.file.path ?? "");
        return { path: path.join("."), why, isEncrypted: true };
      }),
    ],
    different: [
      ...(comparison?.different ?? []).map(({ path, today, compiled }) => ({ path: path.join("."), today, compiled })),
      ...(comparison?.missing ?? [])
        .filter(({ path }) => !isDropped(path.map(String)))
        .map(({ path, value }) => ({ path: path.join("."), today: value, compiled: undefined })),
    ],
    added: (comparison?.added ?? [])
      .filter(({ path }) => named.length === 0 || !isOfSecret(path.slice(key.length)))
      .map(({ path }) => path.join(".")),
    pastPaths: past.map((path) => path.slice(key.length)),
  };
}

function encryptedWhy(file: string): string {
  return `it is encrypted, and no setting takes a secret there: it stays in ${file}, which helm is to be given after these values`;
}
