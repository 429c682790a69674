import {
  type DiagnosticDefinition,
  defineDiagnostic,
  diagnose,
  offerFix,
  type Report,
} from "../../diagnostics/diagnostic.ts";
import { authenticators } from "../../knowledge/authenticators.ts";
import type { Group, Release } from "../../model/model.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Rule } from "../rule.ts";

const nobody = defineDiagnostic({
  code: "hub/nobody-may-sign-in",
  severity: "error",
  title: "A hub that nobody can enter",
  why: "Where nothing is said, members of the hub's rosters, its staff and its admins may sign in; a written `allow` alone decides. Here that is nobody.",
  wrong: exampleHub({ auth: "" }),
  right: exampleHub({ auth: "    allow = everyone\n" }),
  message: () => "Nobody may sign in: write `allow`, or give the hub `admins` or its courses a `roster`.",
});

const usernameForm: DiagnosticDefinition<{ name: string; form: string }> = defineDiagnostic({
  code: "hub/username-form",
  severity: "error",
  title: "A username in another form than sign-in gives",
  why: "JupyterHub compares names letter by letter: `ada` and `ada@example.edu` are two people, and a right given to one is never the other's.",
  wrong: exampleHub({ hub: '  admins = ["ada@berkeley.edu"]\n' }),
  right: exampleHub({ hub: '  admins = ["ada"]\n' }),
  message: ({ name, form }: { name: string; form: string }) => `\`${name}\` can't be a username here: ${form}.`,
});

/** Somebody may sign in, by a variant that is compiled, under names of the right form. */
export const whoMaySignIn: Rule = {
  diagnostics: [nobody, usernameForm],
  check: (model, report, memory) => {
    const told = new Set<unknown>();
    for (const about of model.releases) {
      if (told.has(about.auth.span)) continue;
      told.add(about.auth.span);
      memory.recall({ about, step: "who may sign in", report }, checkRelease);
    }
  },
};

function checkRelease(report: Report, release: Release): void {
  if (isEmptyHub(release)) report(diagnose(nobody, {}, { span: release.auth.span }));
  checkNames(release, report);
}

function isEmptyHub(release: Release): boolean {
  const { allow } = release.auth;
  if (allow.how === "everyone" || allow.how === "narrowed" || release.admins.length > 0) return false;
  const listed = allow.how === "listed";
  if (listed && (allow.people.length > 0 || allow.domains.length > 0)) return false;
  const named = listed ? allow.groups : release.courses.flatMap((course) => [...course.roster, ...course.staff]);
  return named.every(({ value }) => release.groups.some((group) => group.name === value && holdsNobody(group)));
}

function holdsNobody({ members, secretMembers, sources }: Group): boolean {
  return members.length === 0 && secretMembers.length === 0 && sources.length === 0;
}

function checkNames(release: Release, report: Report): void {
  const authenticator = authenticators[release.auth.variant];
  if (authenticator === undefined || release.auth.settings["username"] !== undefined) return;
  const domain = strippedDomain(release);
  const names: Sourced<string>[] = [
    ...release.admins,
    ...release.auth.allow.people,
    ...release.groups.flatMap((group) => group.members),
  ];
  const told = new Set<number>();
  for (const name of names) {
    const isAddress = name.value.includes("@");
    const form = wrongForm(authenticator.emailNames, domain, name.value);
    if (form === undefined || told.has(name.span.start)) continue;
    told.add(name.span.start);
    const plain = isAddress && domain !== undefined ? name.value.slice(0, name.value.indexOf("@")) : undefined;
    const fixes = plain === undefined ? [] : [offerFix(`Write "${plain}"`, name.span, `"${plain}"`)];
    report(diagnose(usernameForm, { name: name.value, form }, { span: name.span, fixes }));
  }
}

/** What is wrong with a name's form; other domains than the stripped one keep theirs. */
function wrongForm(addresses: boolean | "either", domain: string | undefined, name: string): string | undefined {
  if (addresses === "either") return undefined;
  if (!addresses) return name.includes("@") ? "this sign-in gives names without `@`" : undefined;
  if (domain !== undefined) return name.endsWith(`@${domain}`) ? `this sign-in drops \`@${domain}\`` : undefined;
  return name.includes("@") ? undefined : "this sign-in gives whole addresses, with `@`";
}

/** Google drops the domain where only one is hosted (oauthenticator 17.4, google.py: strip_domain). */
function strippedDomain(release: Release): string | undefined {
  const strip = release.auth.settings["strip-domain"]?.value;
  if (typeof strip === "string") return strip.toLowerCase();
  const hosted = release.auth.settings["hosted-domains"]?.value;
  return Array.isArray(hosted) && hosted.length === 1 ? String(hosted[0]).toLowerCase() : undefined;
}
