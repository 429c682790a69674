import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import { type FinalSignIn, placeOfTrait } from "../../model/final-sign-in.ts";
import { type NamedPerson, namedPeople } from "./usernames.ts";

export const blockedPeople = defineDiagnostic<{ name: string; as: string }>({
  code: "hub/blocked-people",
  severity: "warning",
  title: "Somebody who has a right and is blocked",
  why: "JupyterHub looks at `blocked_users` first: whoever is in it can't sign in, whatever else the program gives them.",
  message: ({ name, as }) =>
    `\`${name}\` is ${as}, and can't sign in: \`blocked_users\` names them too. Take one of the two away.`,
});

export function checkBlocked(final: FinalSignIn, entry: Entry, report: Report): void {
  for (const blocked of entry.blocked) {
    const person = personCalled(blocked, final);
    if (person === undefined) continue;
    const span =
      placeOfTrait(final, "blocked_users", blocked) ?? placeOfTrait(final, "blocked_users") ?? person.name.span;
    const related = [{ span: person.name.span, message: "They are named here." }];
    report(diagnose(blockedPeople, { name: blocked, as: person.as }, { span, related }));
  }
}

function personCalled(blocked: string, final: FinalSignIn): NamedPerson | undefined {
  for (const person of namedPeople(final)) if (person.name.value === blocked) return person;
  return undefined;
}
