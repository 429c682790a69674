import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { isPublicDomain } from "../../knowledge/public-sign-in.ts";
import { type FinalSignIn, finalTexts } from "../../model/final-sign-in.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
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
  wrong: exampleHub({ hub: '  admins = ["ada@gmail.com"]\n' }),
  right: exampleHub({ hub: '  admins = ["ada"]\n' }),
  message: ({ name, more, as, hosted, sure }) =>
    `\`${name}\`${more === 0 ? "" : ` and ${more} more`}, ${as}, can't sign in${sure ? "" : ", unless this is a second domain of the same Workspace"}: \`hosted-domains\` lets in only ${hosted.map((one) => `\`${one}\``).join(", ")}.`,
});

/** People with an address of a domain that sign-in with Google does not let in; a subdomain may be of the same Workspace. */
export function checkDomains(final: FinalSignIn, report: Report): void {
  if (final.release.auth.variant !== "google") return;
  const hosted = finalTexts(final, "hosted_domain");
  if (hosted === "undecided" || hosted.length === 0) return;
  const isOutside = (domain: string) =>
    !hosted.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`));
  const outside = namedPeople(final).flatMap(({ name, as }) => {
    const domain = name.value.includes("@") ? name.value.slice(name.value.lastIndexOf("@") + 1) : undefined;
    return domain !== undefined && isOutside(domain) ? [{ name, as, domain }] : [];
  });
  const lists = new Map<string, { name: Sourced<string>; domain: string }[]>();
  for (const { as, ...one } of outside) lists.set(as, [...(lists.get(as) ?? []), one]);
  for (const [as, people] of lists) {
    const [first] = people;
    if (first === undefined) continue;
    const found = { name: first.name.value, more: people.length - 1, as, hosted, sure: isPublicDomain(first.domain) };
    report(diagnose(outsideDomain, found, { span: first.name.span }));
  }
}
