import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { GroupSource } from "../../model/group-source.ts";
import type { Model } from "../../model/model.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import type { Sourced } from "../../model/sourced.ts";
import { lookOf } from "../../text/look-alikes.ts";
import { compareSpans } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const people = (...names: string[]) => `group friends { members = [${names.map((name) => `"${name}"`).join(", ")}] }\n`;

const definition = defineDiagnostic<{ name: string; other: string; what: string }>({
  code: "group/look-alike-names",
  severity: "error",
  title: "Two names that look the same",
  why: "Names are compared letter by letter, so these are two, with rights of their own, and whoever reads the program takes them for one: a letter is of another script, or written once as one character and once as a letter with its mark.",
  wrong: exampleHub({ more: people("zoë", "zoe\u0308") }),
  right: exampleHub({ more: people("zoë") }),
  message: ({ name, other, what }) =>
    `\`${name}\` and \`${other}\` are two ${what} that look the same: write one of them.`,
});

/** No two people, and no two groups of one sign-in, have names that can't be told apart by reading. */
export const lookAlikeNames: Rule = {
  diagnostics: [definition],
  check: (model, report) => {
    const sources = model.groups.flatMap((group) => group.sources.flatMap(namesOfSource));
    for (const [what, names] of [
      ["people", peopleOf(model)],
      ["groups", sources],
    ] as const) {
      const seen = new Map<string, Sourced<string>>();
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

function isPlain({ value }: Sourced<string>): boolean {
  return /^[\x20-\x7e]*$/.test(value);
}

function peopleOf({ groups, releases }: Model): readonly Sourced<string>[] {
  return [
    ...groups.flatMap(({ members }) => members),
    ...releases.flatMap(({ admins, auth }) => [...admins, ...auth.allow.people]),
  ];
}

function namesOfSource(source: GroupSource): readonly Sourced<string>[] {
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
