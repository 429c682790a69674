import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { lettingTraits } from "../../knowledge/entry-traits.ts";
import { passesOver, traitOfVariable } from "../../knowledge/sign-in-classes.ts";
import { blockedNames, nameIn } from "../../model/entry.ts";
import { configuredTrait, type FinalSignIn, finalTrait, placeOfTrait } from "../../model/final-sign-in.ts";
import { decidedByPython } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";

export const withoutEffect = defineDiagnostic<{ name: string; reason: string }>({
  code: "hub/without-effect",
  severity: "warning",
  title: "A setting of the sign-in that does nothing",
  why: "What lets people in adds to who may enter: it narrows nothing where everybody may. A variable of the hub's pod counts only where the trait that it stands for is not configured. Nothing says so when the hub starts.",
  message: ({ name, reason }) => `\`${name}\` has no effect: ${reason}.`,
});

export function checkEffect(final: FinalSignIn, report: Report): void {
  if (finalTrait(final, "allow_all") === true && isOpen(final.release))
    for (const trait of ["allowed_users", ...Object.keys(lettingTraits)]) {
      const span = placeOfTrait(final, trait);
      const reason =
        "everybody who can sign in may enter already, and it only lets people in. Say who may enter in `allow { … }` of the block `auth`, or take it away";
      if (span !== undefined) report(diagnose(withoutEffect, { name: trait, reason }, { span }));
    }
  for (const name of blockedNames(final)) {
    const given = nameIn(final.release, name);
    const span = given === name ? undefined : placeOfTrait(final, "blocked_users", name);
    const reason = `usernames of this sign-in have small letters, and JupyterHub compares \`blocked_users\` as written. Write \`${given}\``;
    if (span !== undefined) report(diagnose(withoutEffect, { name, reason }, { span }));
  }
  checkVariables(final, report);
}

function isOpen({ auth: { allow } }: Release): boolean {
  return allow.how === "everyone" || allow.how === "narrowed";
}

function checkVariables(final: FinalSignIn, report: Report): void {
  const { line, release } = final;
  for (const { leaf } of release.ownValues) {
    const [hub, env, name, ...rest] = leaf.value.path;
    if (hub !== "hub" || env !== "extraEnv" || name === undefined || rest.length > 0) continue;
    const span = leaf.value.keys.at(-1)?.span ?? leaf.span;
    const passing = passesOver(line, name);
    if (passing !== undefined) {
      const words = `\`${passing}\` takes usernames from a claim of its own. Say another as \`OAuthenticator.username_claim\` in \`config\``;
      report(diagnose(withoutEffect, { name, reason: words }, { span }));
      continue;
    }
    const trait = traitOfVariable(line, name);
    const value = trait === undefined ? undefined : configuredTrait(final, trait);
    if (trait === undefined || value === undefined || value === decidedByPython) continue;
    const reason = `\`hub.config\` says \`${trait}\` itself, and goes before the variable. Change what the block \`auth\` says`;
    report(diagnose(withoutEffect, { name, reason }, { span }));
  }
}
