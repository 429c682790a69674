// Every diagnostic that hubc can give. With their examples they are in `diagnostic-pages.ts`.

import { areaPages } from "./areas/check-areas.ts";
import * as audit from "./audit/audit-diagnostics.ts";
import * as auditGrants from "./audit/course-grants-diagnostics.ts";
import * as yaml from "./audit/yaml-diagnostics.ts";
import * as ciPackage from "./diagnostics/ci-no-package.ts";
import type { DiagnosticKind } from "./diagnostics/diagnostic.ts";
import * as files from "./diagnostics/file-diagnostics.ts";
import * as leftOutFiles from "./diagnostics/file-left-out.ts";
import * as expectations from "./expect/expect-diagnostics.ts";
import * as lock from "./lock/lock-diagnostics.ts";
import * as release from "./model/release-diagnostics.ts";
import * as names from "./names/names-diagnostics.ts";
import * as plan from "./plan/plan-diagnostics.ts";
import * as policies from "./policy/policy-diagnostics.ts";
import * as allowances from "./rules/allowances.ts";
import type { Rule } from "./rules/rule.ts";
import * as rules from "./rules/rules.ts";
import * as assets from "./schema/asset-diagnostics.ts";
import * as ciSystems from "./schema/ci-not-written.ts";
import * as manifests from "./schema/manifest-diagnostics.ts";
import * as packages from "./schema/package-diagnostics.ts";
import * as pages from "./schema/page-diagnostics.ts";
import * as schema from "./schema/schema-diagnostics.ts";
import * as secrets from "./schema/secret-diagnostics.ts";
import * as texts from "./schema/text-diagnostics.ts";
import * as values from "./schema/values-diagnostics.ts";
import * as structure from "./syntax/structure-diagnostics.ts";
import * as syntax from "./syntax/syntax-diagnostics.ts";
import * as leftOutUsed from "./targets/left-out-used.ts";
import * as anybodyAsStaff from "./targets/sign-in/anybody-as-staff.ts";
import * as blockedPeople from "./targets/sign-in/blocked-people.ts";
import * as entryNotJudged from "./targets/sign-in/entry-not-judged.ts";
import * as noStudents from "./targets/sign-in/no-students.ts";
import * as nobodyMaySignIn from "./targets/sign-in/nobody-may-sign-in.ts";
import * as openToThePublic from "./targets/sign-in/open-to-the-public.ts";
import * as openidScope from "./targets/sign-in/openid-scope.ts";
import * as outsideDomain from "./targets/sign-in/outside-domain.ts";
import * as sharedUsername from "./targets/sign-in/shared-username.ts";
import * as staffShutOut from "./targets/sign-in/staff-shut-out.ts";
import * as teamSlug from "./targets/sign-in/team-slug.ts";
import * as usernameForm from "./targets/sign-in/username-form.ts";
import * as usernamePattern from "./targets/sign-in/username-pattern.ts";
import * as withoutEffect from "./targets/sign-in/without-effect.ts";
import * as unused from "./unused/check-unused.ts";

const modules: readonly object[] = [
  audit,
  auditGrants,
  yaml,
  syntax,
  structure,
  files,
  names,
  schema,
  packages,
  assets,
  leftOutFiles,
  ciPackage,
  ciSystems,
  secrets,
  texts,
  values,
  manifests,
  pages,
  release,
  lock,
  plan,
  expectations,
  unused,
  policies,
  allowances,
  anybodyAsStaff,
  blockedPeople,
  entryNotJudged,
  noStudents,
  nobodyMaySignIn,
  openToThePublic,
  openidScope,
  sharedUsername,
  usernamePattern,
  outsideDomain,
  staffShutOut,
  leftOutUsed,
  teamSlug,
  usernameForm,
  withoutEffect,
];

/** In order of code. */
export const catalogue: readonly DiagnosticKind[] = [
  ...modules.flatMap((module) => Object.values(module).flatMap(kindsIn)),
  ...Object.values(rules).flatMap(({ diagnostic }: Rule) => diagnostic ?? []),
  ...areaPages,
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** All codes, in order. */
export const codes: readonly string[] = catalogue.map(({ code }) => code);

/** The diagnostics among what a module exports: a definition, or a table of them. */
function kindsIn(exported: unknown): DiagnosticKind[] {
  if (typeof exported !== "object" || exported === null) return [];
  if (isKind(exported)) return [exported];
  return Object.values(exported).filter(isKind);
}

function isKind(value: unknown): value is DiagnosticKind {
  return typeof value === "object" && value !== null && "code" in value && "why" in value && "message" in value;
}
