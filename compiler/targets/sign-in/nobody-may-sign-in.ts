import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { type Entry, mayHoldSomebody } from "../../model/entry.ts";
import type { Release } from "../../model/release.ts";

export const nobody = defineDiagnostic({
  code: "hub/nobody-may-sign-in",
  title: "A hub that nobody can enter",
  why: "Where nothing is said, members of the hub's rosters, its staff and its admins may sign in; a written `allow` alone decides. Here that is nobody.",
  message: () => "Nobody may sign in: write `allow`, or give the hub `admins` or its courses a `roster`.",
});

export function checkSomebody(release: Release, entry: Entry, report: Report): void {
  if (isEmptyHub(release, entry)) report(diagnose(nobody, {}, { span: release.auth.span }));
}

function isEmptyHub(release: Release, entry: Entry): boolean {
  // Outside of terms a course's staff are no longer let in by it, which is meant: `course/term-over` says what holds then.
  if (release.auth.allow.how === "rosters" && release.outsideTerms) return false;
  if (entry.how !== "listed" || entry.undecided.length > 0 || entry.also.length > 0 || entry.alsoAdmins.length > 0)
    return false;
  const people = [...release.admins.map(({ value }) => value), ...entry.people];
  if (people.some((name) => !entry.blocked.includes(name)) || release.auth.allow.domains.length > 0) return false;
  return entry.groups.every((name) => release.groups.some((group) => group.name === name && !mayHoldSomebody(group)));
}
