// All servers of a program, on all days.

import type { Model } from "./model.ts";
import type { Server } from "./server.ts";

/** Those of all courses, whenever they are, and those that hubs have always, of each hub once. */
export function everyServer({ courses, releases }: Model): readonly Server[] {
  return [...courses, ...new Set(releases.flatMap(({ permanent }) => permanent))];
}
