// The form of the names that a sign-in gives, as a plan says it: where it changes, everybody comes back as somebody else.

import { type FinalSignIn, finalTrait } from "../../model/final-sign-in.ts";
import { nameForm } from "./usernames.ts";

/** Undefined where only the hub knows. Two sign-ins that give whole addresses are of one form. */
export function usernameWords(final: FinalSignIn): string | undefined {
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
