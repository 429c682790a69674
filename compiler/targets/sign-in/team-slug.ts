import { type Diagnostic, defineDiagnostic, diagnose, offerFix, type Report } from "../../diagnostics/diagnostic.ts";
import { slugTraits } from "../../knowledge/entry-traits.ts";
import { type FinalSignIn, finalTexts, placeOfTrait } from "../../model/final-sign-in.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";

export const teamSlug = defineDiagnostic<{ name: string; what: string; slug: string | undefined }>({
  code: "hub/team-slug",
  severity: "warning",
  title: "A team or group by its shown name",
  why: "The provider is asked by the name in the address of the team's page, its slug: for a shown name it answers that there is no such team, and nobody is in it.",
  message: ({ name, what, slug }) =>
    `${what} is known by the name in its address, and \`${name}\` can't be one${slug === undefined ? "." : `: write \`${slug}\`, if that is what the address of its page says.`}`,
});

/** What the vocabulary names. */
export function checkSlugs(release: Release, report: Report): void {
  const { auth } = release;
  const say = (diagnostic: Diagnostic | undefined) => diagnostic && report(diagnostic);
  if (auth.variant === "github")
    for (const { value, span } of auth.items["organizations"] ?? []) say(organizationComplaint(value, span));
  for (const { sources } of release.groups)
    for (const source of sources) {
      if (source.kind !== "github") continue;
      say(organizationComplaint(source.organization.value, source.organization.span));
      if (source.team !== undefined)
        say(complaint({ name: source.team.value, what: "A team of GitHub", span: source.team.span }));
    }
}

/** What configuration and Python name. */
export function checkSlugTraits(final: FinalSignIn, report: Report): void {
  for (const [trait, what] of Object.entries(slugTraits)) {
    const names = finalTexts(final, trait);
    for (const name of names === "undecided" ? [] : names) {
      const span = placeOfTrait(final, trait, name);
      const diagnostic = span && configured(trait, { name, what, span });
      if (diagnostic !== undefined) report(diagnostic);
    }
  }
}

interface Named {
  readonly name: string;
  readonly what: string;
  readonly span: Span;
}

/** `organization`, or `organization:team`. */
function organizationComplaint(name: string, span: Span): Diagnostic | undefined {
  const [organization = "", team] = name.split(/:(?!\/\/)/);
  if (team !== undefined && !isSlug(team)) {
    const slug = `${organization}:${slugOf(team)}`;
    return found({ name, what: "A team of GitHub", span }, slug);
  }
  if (/^[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/.test(organization)) return undefined;
  const login = /^(?:@|(?:https?:\/\/)?github\.com\/(?:orgs\/)?)([A-Za-z\d-]+)\/?$/.exec(organization)?.[1];
  return found({ name, what: "An organization of GitHub", span }, login);
}

function complaint(named: Named): Diagnostic | undefined {
  return isSlug(named.name) ? undefined : found(named, slugOf(named.name));
}

function configured(trait: string, named: Named): Diagnostic | undefined {
  if (trait === "allowed_organizations") return organizationComplaint(named.name, named.span);
  // GitLab's are paths of groups within groups, with capitals as they were given.
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(named.name) ? undefined : found(named, undefined);
}

function found(named: Named, slug: string | undefined): Diagnostic {
  const { name, what, span } = named;
  const fixes =
    slug === undefined || slug === "" || span.file.text.slice(span.start, span.end) !== `"${name}"`
      ? []
      : [offerFix(`Write "${slug}"`, span, `"${slug}"`)];
  return diagnose(teamSlug, { name, what, slug: slug === "" ? undefined : slug }, { span, fixes });
}

function isSlug(name: string): boolean {
  return /^[a-z\d_-]+$/.test(name);
}

/** As GitHub makes it: small letters and digits, with a hyphen for all else; of an address, its last part. */
function slugOf(name: string): string {
  const last = name.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return last
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z\d_-]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
