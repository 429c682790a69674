// Who may enter in the end, held against what the program says: for every release, whatever it merges onto the vocabulary.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { JsonMap } from "../knowledge/json-schema.ts";
import { asFarAsKnown, asKnown } from "../model/as-far-as-known.ts";
import { entryOf } from "../model/entry.ts";
import { type FinalSignIn, finalSignIn } from "../model/final-sign-in.ts";
import { withOpen } from "../model/known-values.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { plainData, type YamlMapping } from "../output/yaml-tree.ts";
import type { Span } from "../text/span.ts";
import { layOwnValues, valuesOf } from "./helm/own-values.ts";
import { settingOfValue } from "./helm/settings-of-values.ts";
import { knownSignIn, signIn } from "./helm/sign-in.ts";
import { checkLeftOut } from "./left-out-used.ts";
import { checkNamesOfRights } from "./sign-in/anybody-as-staff.ts";
import { checkBlocked } from "./sign-in/blocked-people.ts";
import { checkJudged } from "./sign-in/entry-not-judged.ts";
import { checkStudents } from "./sign-in/no-students.ts";
import { checkSomebody } from "./sign-in/nobody-may-sign-in.ts";
import { checkOpen } from "./sign-in/open-to-the-public.ts";
import { checkOpenid } from "./sign-in/openid-scope.ts";
import { checkDomains } from "./sign-in/outside-domain.ts";
import { checkPython } from "./sign-in/python-clash.ts";
import { checkClaim } from "./sign-in/shared-username.ts";
import { checkStaff } from "./sign-in/staff-shut-out.ts";
import { checkSlugs, checkSlugTraits } from "./sign-in/team-slug.ts";
import { checkNames } from "./sign-in/username-form.ts";
import { checkPattern } from "./sign-in/username-pattern.ts";
import { nameForm } from "./sign-in/usernames.ts";
import { checkEffect } from "./sign-in/without-effect.ts";

/** Sign-in as the hub reads it in the end. */
export function signInOf(release: Release): FinalSignIn {
  return finalSignIn(release, plainData(valuesOf(signIn(release).config)) as JsonMap); // a mapping is a map
}

/** Checks the sign-in of every release of a sound model. */
export function checkSignIn(model: Model, report: Report): void {
  for (const release of model.releases) {
    asFarAsKnown(() => checkLeftOut(release, model, report));
    checkRelease(release, report);
  }
}

/** Each check goes as far as what it looks at is known. */
function checkRelease(release: Release, report: Report): void {
  asFarAsKnown(() => checkNamesOfRights(release, report));
  asFarAsKnown(() => checkSlugs(release, report));
  asFarAsKnown(() => {
    const known = knownSignIn(release);
    const written = valuesOf(known.config);
    const plain = plainData(written) as JsonMap; // a mapping is a map
    checkFinal(finalSignIn(release, withOpen(plain, known.open)), written, report);
  });
}

function checkFinal(final: FinalSignIn, written: YamlMapping, report: Report): void {
  const { release } = final;
  const refused: Span[] = [];
  const refusing: Report = (diagnostic) => {
    refused.push(diagnostic.span);
    report(diagnostic);
  };
  const isClashing = layOwnValues(valuesOf({ hub: { config: written } }), release).clashes.length > 0;
  checkPython(release, { config: written, settingOf: (path) => settingOfValue(path, release)?.words }, refusing);
  asFarAsKnown(() => checkSlugTraits(final, report));
  asFarAsKnown(() => checkJudged(final, refused, report));
  // What contradicts itself has no final values that could be judged.
  if (isClashing || refused.length > 0) return;
  asFarAsKnown(() => checkOpen(final, refusing));
  checkPeople(final, report);
  for (const look of [checkEffect, checkOpenid, checkClaim]) asFarAsKnown(() => look(final, report));
  asFarAsKnown(() => checkPattern(final, report));
  // What opens the hub may change the form of names too, and is to be taken away first.
  const form = refused.length > 0 ? undefined : asKnown(() => nameForm(final));
  if (form === undefined) return;
  asFarAsKnown(() => checkNames(final, form, report));
  asFarAsKnown(() => checkDomains(final, report));
  asFarAsKnown(() => checkStaff(release, entryOf(final), form, report));
}

/** Whether those may enter who have to. */
function checkPeople(final: FinalSignIn, report: Report): void {
  asFarAsKnown(() => {
    const entry = entryOf(final);
    asFarAsKnown(() => checkSomebody(final.release, entry, report));
    asFarAsKnown(() => checkBlocked(final, entry, report));
    asFarAsKnown(() => checkStudents(final.release, entry, report));
  });
}
