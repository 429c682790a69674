import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { textsOf } from "../../knowledge/json-schema.ts";
import type { GroupSource } from "../../model/group-sources.ts";
import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { lookAlikeLetters, lookAlikeName } from "../../schema/text-diagnostics.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import { disguisedNames, lookOf } from "../../text/look-alikes.ts";
import { compareSpans, type Span } from "../../text/span.ts";
import { unseenName } from "../../text/unseen-characters.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ name: string; other: string; what: string }>({
  code: "group/look-alike-names",
  title: "Two names that look the same",
  why: "Names are compared letter by letter, so these are two, with rights of their own, and whoever reads the program takes them for one: a letter is of another script, or written once as one character and once as a letter with its mark.",
  message: ({ name, other, what }) =>
    `\`${name}\`${oddLetters(name, other)} and \`${other}\`${oddLetters(other, name)} are two ${what} that look the same: write one of them.`,
});

/** The letters that only one of the two has, where they are not on every keyboard. */
function oddLetters(name: string, other: string): string {
  const odd = [...new Set(name)].filter((letter) => letter > "\u007f" && !other.includes(letter));
  if (odd.length === 0) return "";
  return ` (with ${odd
    .slice(0, 3)
    .map((letter) => unseenName(letter.codePointAt(0) ?? 0))
    .join(", ")})`;
}

/** No two people, and no two groups of one sign-in, have names that can't be told apart by reading. */
export const lookAlikeNames: Rule = {
  diagnostic: definition,
  check: (model, report) => {
    const configured = model.releases.flatMap(configuredPeople);
    for (const { value, span } of configured) {
      const [first] = disguisedNames(value);
      if (first === undefined) continue;
      const { word, like, letters } = first;
      report(diagnose(lookAlikeName, { word, like, letters: lookAlikeLetters(letters) }, { span }));
    }
    const sources = model.groups.flatMap((group) => group.sources.flatMap(namesOfSource));
    for (const [what, names] of [
      ["people", [...peopleOf(model), ...configured.filter(({ value }) => disguisedNames(value).length === 0)]],
      ["groups", sources],
    ] as const) {
      const seen = new Map<string, Name>();
      // Names of plain letters first: it is the other one that is not what it looks like.
      const inOrder = [...names].sort(
        (a, b) => Number(!isPlain(a)) - Number(!isPlain(b)) || compareSpans(a.span, b.span),
      );
      const told = new Set<string>();
      for (const name of inOrder) {
        const look = lookOf(name.value);
        const other = seen.get(look);
        if (other === undefined) seen.set(look, name);
        else if (!isSame(name.value, other.value) && !told.has(name.value)) {
          told.add(name.value);
          const related = [{ span: other.span, message: "The other one is here." }];
          report(diagnose(definition, { name: name.value, other: other.value, what }, { span: name.span, related }));
        }
      }
    }
  },
};

/** JupyterHub takes capitals of a name for small letters. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

interface Name {
  readonly value: string;
  readonly span: Span;
}

function isPlain({ value }: Name): boolean {
  return /^[\x20-\x7e]*$/.test(value);
}

/** Traits of an authenticator that name people (JupyterHub 5.4, auth.py). */
const traitsOfPeople: ReadonlySet<string> = new Set(["admin_users", "allowed_users", "blocked_users"]);

/** People whom configuration and Python name past the vocabulary. */
function configuredPeople(release: Release): readonly Name[] {
  const values = release.ownValues.flatMap(({ leaf: { value } }) => {
    const [hub, config, , trait = ""] = value.path;
    return hub === "hub" && config === "config" && traitsOfPeople.has(trait) ? textsIn(value.data) : [];
  });
  const python = release.ownCode.settings.flatMap(({ trait, value, span }) =>
    traitsOfPeople.has(trait) ? textsOf(value).map((text) => ({ value: text, span })) : [],
  );
  return [...values, ...python];
}

function textsIn(data: ChartData): readonly Name[] {
  if (data.kind === "list") return data.items.flatMap(textsIn);
  return data.kind === "scalar" && typeof data.value === "string" ? [{ value: data.value, span: data.span }] : [];
}

function peopleOf({ groups, releases }: Model): readonly Name[] {
  return [
    ...groups.flatMap(({ members }) => members),
    ...releases.flatMap(({ admins, auth }) => [...admins, ...auth.allow.people]),
  ];
}

function namesOfSource(source: GroupSource): readonly Name[] {
  switch (source.kind) {
    case "canvas":
      return source.group === undefined ? [] : [source.group];
    case "github":
      return source.team === undefined ? [source.organization] : [source.organization, source.team];
    case "google":
      return [source.email];
    case "lti":
      return source.context === undefined ? [] : [source.context];
    case "claim":
      return [source.value];
  }
}
