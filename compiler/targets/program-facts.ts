// The facts of a program, with each hub's sign-in as it comes out.

import { entryOf } from "../model/entry.ts";
import { type FinalSignIn, finalTrait } from "../model/final-sign-in.ts";
import type { Model } from "../model/model.ts";
import type { ProgramFacts } from "../plan/facts.ts";
import { programFacts } from "../plan/program-facts.ts";
import { signInOf } from "./check-sign-in.ts";
import { nameForm } from "./sign-in/usernames.ts";

export function factsOf(model: Model): ProgramFacts {
  return programFacts(model, (release) => {
    const final = signInOf(release);
    return { enter: entryOf(final), usernames: usernameWords(final) };
  });
}

/** The form of the names that a sign-in gives, as a plan says it: where it changes, everybody comes back as somebody else. Undefined where only the hub knows. Two sign-ins that give whole addresses are of one form. */
function usernameWords(final: FinalSignIn): string | undefined {
  const form = nameForm(final);
  const { variant } = final.release.auth;
  if (form === undefined) {
    const claim = finalTrait(final, "username_claim") ?? finalTrait(final, "username_key");
    return typeof claim === "string" ? `${claim} of ${variant}` : undefined;
  }
  if (form.addresses === "either") return "as people choose them";
  if (!form.addresses) return `as ${variant} gives them`;
  const domains = [...form.stripped].sort();
  return domains.length === 0 ? "whole addresses" : `addresses without ${domains.map((one) => `@${one}`).join(", ")}`;
}
