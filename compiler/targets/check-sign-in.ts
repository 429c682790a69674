// Who may enter in the end, held against what the program says: for every release, whatever it lays over the vocabulary.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { JsonMap } from "../knowledge/json-schema.ts";
import { entryOf } from "../model/entry.ts";
import { type FinalSignIn, finalSignIn } from "../model/final-sign-in.ts";
import { asFarAsKnown } from "../model/known-model.ts";
import type { Model, Release } from "../model/model.ts";
import { plainData, type YamlMapping } from "../output/yaml-tree.ts";
import type { Span } from "../text/span.ts";
import { layOwnValues, valuesOf } from "./helm/own-values.ts";
import { settingOfValue } from "./helm/settings-of-values.ts";
import { signIn } from "./helm/sign-in.ts";
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
import { checkSlugs } from "./sign-in/team-slug.ts";
import { checkNames } from "./sign-in/username-form.ts";
import { nameForm } from "./sign-in/usernames.ts";
import { checkEffect } from "./sign-in/without-effect.ts";

/** Sign-in as the hub reads it in the end. */
export function signInOf(release: Release): FinalSignIn {
  return finalSignIn(release, plainConfig(writtenConfig(release)));
}

/** Checks the sign-in of every release of a sound model; what several stages share is said once. */
export function checkSignIn(model: Model, report: Report): void {
  const told = new Set<string>();
  const once: Report = (diagnostic) => {
    const { code, span, message } = diagnostic;
    const id = `${code} ${span.file.path} ${span.start} ${message}`;
    if (told.has(id)) return;
    told.add(id);
    report(diagnostic);
  };
  for (const release of model.releases) asFarAsKnown(() => checkRelease(release, once));
}

function checkRelease(release: Release, report: Report): void {
  const written = writtenConfig(release);
  const final = finalSignIn(release, plainConfig(written));
  const entry = entryOf(final);
  let isRefused = layOwnValues(valuesOf({ hub: { config: written } }), release).clashes.length > 0;
  const refused: Span[] = [];
  const refusing: Report = (diagnostic) => {
    isRefused = true;
    refused.push(diagnostic.span);
    report(diagnostic);
  };
  checkPython(release, { config: written, settingOf: (path) => settingOfValue(path, release)?.words }, refusing);
  checkNamesOfRights(release, report);
  checkSlugs(final, report);
  checkJudged(final, refused, report);
  // What contradicts itself has no final values that could be judged.
  if (isRefused) return;
  checkOpen(final, refusing);
  checkSomebody(release, entry, report);
  checkEffect(final, report);
  checkBlocked(final, entry, report);
  checkStudents(release, entry, report);
  checkOpenid(final, report);
  checkClaim(final, report);
  // What opens the hub may change the form of names too, and is to be taken away first.
  const form = isRefused ? undefined : nameForm(final);
  if (form === undefined) return;
  checkNames(final, form, report);
  checkDomains(final, report);
  checkStaff(release, entry, form, report);
}

function writtenConfig(release: Release): YamlMapping {
  return valuesOf(signIn(release).config);
}

function plainConfig(config: YamlMapping): JsonMap {
  return plainData(config) as JsonMap; // a mapping is a map
}
