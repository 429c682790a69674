// The program that examples of rules about profiles are made of.

import { exampleHub } from "../../model/release-diagnostics.ts";

/** A hub with these profiles, and whatever else. */
export function exampleProfiles(profiles: string, more = ""): string {
  return exampleHub({ hub: `  choose = by-choice\n${profiles}`, more });
}
