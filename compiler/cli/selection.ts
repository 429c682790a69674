// `--hub` and `--stage`: a name that the program does not have is a mistake of the request, not of the program.

import type { CompileOptions } from "../examine.ts";
import type { Model } from "../model/model.ts";
import { closest } from "../text/edit-distance.ts";
import { type ParsedArguments, quoted } from "./arguments.ts";
import { CannotRun } from "./io.ts";

export type Selection = Pick<CompileOptions, "hub" | "stage">;

/** What was asked for. */
export function selectionOf({ values }: ParsedArguments): Selection {
  const hub = values.get("hub");
  const stage = values.get("stage");
  return { ...(hub === undefined ? {} : { hub }), ...(stage === undefined ? {} : { stage }) };
}

/** @throws CannotRun where the program has no such hub or stage. */
export function requireSelected(model: Model, { hub, stage }: Selection): void {
  const hubs = [...model.hubs, ...model.externalHubs].map(({ name }) => name);
  if (hub !== undefined && !hubs.includes(hub)) throw new CannotRun(absent("hub", hub, hubs));
  if (stage === undefined) return;
  const stages = new Set(
    model.releases.filter((release) => hub === undefined || release.hub === hub).map((release) => release.stage),
  );
  if (!stages.has(stage)) throw new CannotRun(absent("stage", stage, [...stages]));
}

function absent(kind: string, name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  const hint =
    meant !== undefined
      ? `Did you mean ${meant}?`
      : names.length > 0
        ? `There is ${names.join(", ")}.`
        : "There is none.";
  return `There is no ${kind} ${quoted(name)}. ${hint}`;
}
