// A plan as data for other programs; docs/schemas/plan.schema.json says its form.

import type { Plan, PlanWeight } from "../plan/plan.ts";
import { printJson } from "../text/print-json.ts";

/** Raised where a reader of the form before could not read it. */
const VERSION = 1;

/** `against`: what the program is compared with, as people read it. */
export function planJson({ changes, releases }: Plan, against: string): string {
  const count = (weight: PlanWeight) => changes.filter((change) => change.weight === weight).length;
  return printJson({
    version: VERSION,
    against,
    summary: {
      changes: changes.length,
      refused: count("error"),
      warnings: count("warning"),
      restarts: releases.filter(({ restarts }) => restarts).length,
    },
    releases,
    changes,
  });
}
