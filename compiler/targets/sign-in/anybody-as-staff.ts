import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import { ownTrait } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";

export const anybodyAsStaff = defineDiagnostic<{ what: string; reach: string }>({
  code: "hub/anybody-as-staff",
  severity: "warning",
  title: "Rights for a name that anybody can sign in under",
  why: "Where one password is for all, people say who they are and nobody checks it: whoever knows it can sign in as a member of staff, and do all that staff may. Only the names of admins have a password of their own.",
  message: ({ what, reach }) =>
    `Whoever knows the one password can sign in as ${what}, and ${reach}: choose a sign-in that knows people, such as \`auth native\` or the campus's own, or give nobody such rights here.`,
});

export const noSignIn = defineDiagnostic<{ host: string; as: string }>({
  code: "hub/no-sign-in",
  severity: "warning",
  title: "A hub without any sign-in, where others reach it",
  why: "`auth dummy` asks for no password and takes every name. On one's own machine that is fine for trying out; on a host that others reach, anybody is whoever they like, and runs what they like on the cluster.",
  message: ({ host, as }) =>
    `Anybody who reaches \`${host}\` signs in under any name, without a password${as}: choose another \`auth\`, or keep this hub on your own machine (\`provider kind\`).`,
});

/** Sign-ins that check nobody's name, and who has rights there. */
export function checkNamesOfRights(release: Release, report: Report): void {
  const { span } = release.auth;
  if (isLocal(release)) return;
  const variant = variantOf(release);
  // Whoever else has rights, a sign-in without one is wrong.
  const rights = asKnown(() => rightsOf(release));
  if (variant === "dummy") {
    const admins = asKnown(() => release.admins.length > 0) ? "an admin" : undefined;
    const held = [admins, rights?.what].filter((one) => one !== undefined).join(" or ");
    const as = held === "" ? "" : `, so also as ${held}`;
    report(diagnose(noSignIn, { host: release.domain.value, as }, { span }));
  } else if (variant === "shared-password" && rights !== undefined)
    report(
      diagnose(anybodyAsStaff, rights, {
        span,
        related: [{ span: rights.span, message: "These rights are given here." }],
      }),
    );
}

/** The classes of JupyterHub that check nobody's name, by which `auth elsewhere` may say them (jupyterhub 5.5, setup.py and auth.py). */
const uncheckedClasses: ReadonlyMap<unknown, string> = new Map([
  ["dummy", "dummy"],
  ["jupyterhub.auth.DummyAuthenticator", "dummy"],
  ["jupyterhub.authenticators.dummy.DummyAuthenticator", "dummy"],
  ["shared-password", "shared-password"],
  ["jupyterhub.authenticators.shared.SharedPasswordAuthenticator", "shared-password"],
]);

function variantOf(release: Release): string {
  const { variant, settings } = release.auth;
  if (variant !== "elsewhere") return variant;
  const className = settings["class"]?.value ?? ownTrait(release, ["JupyterHub"], "authenticator_class");
  return uncheckedClasses.get(className) ?? variant;
}

/** Is the hub on the machine of whoever tries it out? */
function isLocal({ provider, domain }: Release): boolean {
  return provider.variant === "kind" || /(?:^|\.)localhost$|^127\./.test(domain.value);
}

function rightsOf({ courses, groups, admins }: Release) {
  const isAdmin = (name: string) => admins.some(({ value }) => value === name);
  for (const course of courses)
    for (const { value, span } of course.staff) {
      const group = groups.find(({ name }) => name === value);
      const people = group?.members ?? [];
      const hasOthers = group !== undefined && group.secretMembers.length + group.sources.length > 0;
      if (hasOthers || people.some((one) => !isAdmin(one.value)))
        return { what: `staff of \`${course.name}\``, reach: "open the servers of its students", span };
    }
  for (const { name, may, members } of groups) {
    const [scope] = may;
    if (scope !== undefined && members.some((one) => !isAdmin(one.value)))
      return { what: `somebody in \`${name}\``, reach: `have \`${scope.value}\``, span: scope.span };
  }
  return undefined;
}
