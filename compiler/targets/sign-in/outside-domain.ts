import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { isPublicDomain } from "../../knowledge/public-sign-in.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import { type FinalSignIn, finalTexts } from "../../model/final-sign-in.ts";
import type { Sourced } from "../../model/sourced.ts";
import { namedPeople } from "./usernames.ts";

export const outsideDomain = defineDiagnostic<{
  name: string;
  more: number;
  as: string;
  hosted: readonly string[];
  sure: boolean;
}>({
  code: "hub/outside-domain",
  severity: "warning",
  title: "Somebody of another domain than those that may sign in",
  why: "Where sign-in is narrowed to domains, it narrows everybody: admins, staff and people who are listed can't sign in from elsewhere, whatever else the program gives them.",
  message: ({ name, more, as, hosted, sure }) =>
    `\`${name}\`${more === 0 ? "" : ` and ${more} more`}, ${as}, can't sign in${sure ? "" : ", unless this is a second domain of the same Workspace"}: \`hosted-domains\` lets in only ${hosted.map((one) => `\`${one}\``).join(", ")}.`,
});

/** Somebody whom the sign-in's own domains keep out. */
export interface Outsider {
  readonly name: Sourced<string>;
  readonly as: string;
  /** Everybody can have an address there, so that it is no second domain of the institution's Workspace. */
  readonly sure: boolean;
}

/** People with an address of a domain that sign-in with Google does not let in; a subdomain may be of the same Workspace. */
export function* outsiders(final: FinalSignIn): Generator<Outsider> {
  const hosted = hostedDomains(final);
  if (hosted.length === 0) return;
  const isOutside = (domain: string) =>
    !hosted.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`));
  for (const { name, as } of namedPeople(final)) {
    const domain = name.value.includes("@") ? name.value.slice(name.value.lastIndexOf("@") + 1) : undefined;
    if (domain !== undefined && isOutside(domain)) yield { name, as, sure: isPublicDomain(domain) };
  }
}

function hostedDomains(final: FinalSignIn): readonly string[] {
  const hosted = final.release.auth.variant === "google" ? finalTexts(final, "hosted_domain") : [];
  return hosted === "undecided" ? [] : hosted;
}

export function checkDomains(final: FinalSignIn, report: Report): void {
  const lists = new Map<string, Outsider[]>();
  asFarAsKnown(() => {
    for (const outsider of outsiders(final)) lists.set(outsider.as, [...(lists.get(outsider.as) ?? []), outsider]);
  });
  for (const [as, people] of lists) {
    const [first] = people;
    if (first === undefined) continue;
    const more = people.length - 1;
    const found = { name: first.name.value, more, as, hosted: hostedDomains(final), sure: first.sure };
    report(diagnose(outsideDomain, found, { span: first.name.span }));
  }
}
