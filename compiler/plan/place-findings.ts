// Places of work that are others than before, from the facts of both programs.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Model, Release } from "../model/model.ts";
import type { ProgramFacts } from "./facts.ts";
import { placeKey } from "./hub-facts.ts";
import { type Place, placesOf } from "./places.ts";
import { folderElsewhere, namesDiffer, otherRelease } from "./plan-diagnostics.ts";
import type { WorkFinding } from "./work-finding.ts";

/** Nothing where the earlier build does not say its facts. What only one of them has is no change here. */
export function placeFindings(
  earlier: ProgramFacts | undefined,
  { model, facts }: { readonly model: Model; readonly facts: ProgramFacts },
): readonly WorkFinding[] {
  const usernames = placeKey("people's names");
  return model.releases.flatMap((release) => {
    const before = factsIn(earlier, release);
    const names = factsIn(facts, release)?.[usernames];
    if (before === undefined) return [];
    return placesOf(release, typeof names === "string" ? names : undefined).flatMap((place): WorkFinding[] => {
      const was = before[placeKey(place.of)];
      if (typeof was !== "string" || was === place.where) return [];
      const { hub, stage } = release;
      return [{ hub, stage, was, is: place.where, diagnostic: finding(place, was, release) }];
    });
  });
}

function factsIn(facts: ProgramFacts | undefined, { hub, stage }: Release) {
  return facts?.subjects.find((one) => one.kind === "hub" && one.name === hub && one.stage === stage)?.facts;
}

function finding({ kind, of, where, span }: Place, was: string, { name }: Release): Diagnostic {
  const change = { what: of, release: name, was, is: where };
  if (kind === "release") return diagnose(otherRelease, change, { span });
  return kind === "names" ? diagnose(namesDiffer, change, { span }) : diagnose(folderElsewhere, change, { span });
}
