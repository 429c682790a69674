// Who is in a group: names as the program writes them, and where the others come from.

import type { Group } from "../model/model.ts";
import { sourceWords } from "../model/source-words.ts";

/** A text for each person, secret list and source. Who is in a secret list is not known. */
export function groupPeople({ members, secretMembers, sources, adminPage }: Group): readonly string[] {
  return [
    ...members.map(({ value }) => value),
    ...secretMembers.map(({ value }) => `the secret list ${value.path}`),
    ...sources.map(sourceWords),
    ...(adminPage.value ? ["whoever is added on the hub's admin page"] : []),
  ];
}
