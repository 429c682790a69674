// Secrets that a value of one's own holds in clear: the chart's own, those of traits, and what Python sets such a trait to.

import { insteadOfSecretAt, insteadOfSecretTrait } from "../knowledge/chart-secrets.ts";
import { type ChartData, printPath } from "../schema/values/chart-data.ts";
import { pythonSettings } from "../syntax/python/python-settings.ts";
import type { Span } from "../text/span.ts";
import type { ChartLeaf } from "./chart-leaf.ts";
import { spanInText } from "./span-in-text.ts";

export interface WrittenSecret {
  /** Of the text itself, so that it can be hidden wherever it is shown. */
  readonly span: Span;
  readonly path: string;
  readonly instead: string;
}

/** Every secret in clear in a value. */
export function writtenSecrets({ path, data }: ChartLeaf): WrittenSecret[] {
  if (path[0] === "hub" && path[1] === "extraConfig") return inPython(data);
  return inData(data, path);
}

function inData(data: ChartData, path: readonly string[]): WrittenSecret[] {
  switch (data.kind) {
    case "list":
      return data.items.flatMap((item) => inData(item, path));
    case "map":
      return data.entries.flatMap(({ key, value }) => inData(value, [...path, key]));
    case "secret":
      return [];
    case "scalar": {
      const isWritten = typeof data.value === "string" ? data.value !== "" : typeof data.value === "number";
      const instead = isWritten ? insteadOfSecretAt(path) : undefined;
      return instead === undefined ? [] : [{ span: data.span, path: printPath(path), instead }];
    }
  }
}

function inPython(data: ChartData): WrittenSecret[] {
  if (data.kind !== "scalar" || typeof data.value !== "string") return [];
  const text = data.value;
  let from = 0;
  return pythonSettings(text).flatMap(({ className, trait, value }): WrittenSecret[] => {
    if (typeof value !== "string" || value === "") return [];
    const instead = insteadOfSecretTrait(trait);
    if (instead === undefined) return [];
    const at = text.indexOf(value, from);
    from = at + value.length;
    return [{ span: placeOf(data, at, value.length), path: `c.${className}.${trait}`, instead }];
  });
}

/** The place within a text that is written out; the whole of one from another file. */
function placeOf(data: ChartData & { readonly kind: "scalar" }, at: number, length: number): Span {
  if (data.from !== "quotes") return data.span;
  return spanInText(data.span, { start: at, end: at + length }) ?? data.span;
}
