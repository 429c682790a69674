// What can be wrong with names: declared twice, not declared, or not fit for where they end up.

import { type DiagnosticDefinition, defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { limits } from "../text/limits.ts";

export const duplicateName = defineDiagnostic<{ kind: string; name: string }>({
  code: "names/duplicate",
  title: "Declared twice",
  why: "A name is declared once per kind in a project, whichever file it stands in; nothing says which of two declarations is meant.",
  message: ({ kind, name }) => `There is already ${articleOf(kind)} ${kind} \`${name}\`.`,
});

type UnknownName = DiagnosticDefinition<{
  name: string;
  suggestion: string | undefined;
  known: readonly string[];
  /** A hub of this name may be one that somebody else runs. */
  mayBeExternal?: boolean;
}>;

function articleOf(kind: string): string {
  return /^[aeiou]/.test(kind) ? "an" : "a";
}

function unknownName(kind: string): UnknownName {
  return defineDiagnostic({
    code: `names/unknown-${kind}`,
    title: `No ${kind} of this name`,
    why: `The name must be that of ${articleOf(kind)} ${kind} declared in the project, or in the standard library with \`std.\` before it.`,
    message: ({ name, suggestion, known, mayBeExternal }) => {
      if (suggestion !== undefined) return `There is no ${kind} \`${name}\`: did you mean \`${suggestion}\`?`;
      const list =
        known.length > 0 && known.length <= 8 ? `; there are ${known.map((one) => `\`${one}\``).join(", ")}` : "";
      const external =
        mayBeExternal === true
          ? ` Where somebody else runs it, declare it by \`hub ${name} { external = true  domain = "…" }\`.`
          : "";
      return `There is no ${kind} \`${name}\`${list}.${external}`;
    },
  });
}

/** One definition for each kind that can be referred to. */
export const unknownNames: Readonly<Record<string, UnknownName>> = {
  image: unknownName("image"),
  hub: unknownName("hub"),
  provider: unknownName("provider"),
  storage: unknownName("storage"),
  group: unknownName("group"),
  course: unknownName("course"),
  pool: unknownName("pool"),
  policy: unknownName("policy"),
  expect: unknownName("expect"),
  project: unknownName("project"),
  machine: unknownName("machine"),
};

export const unknownConstant = defineDiagnostic<{
  name: string;
  suggestion: string | undefined;
  /** Texts of a hub have the name. */
  ofHub: boolean;
}>({
  code: "names/unknown-constant",
  title: "No constant of this name",
  why: "`${name}` and bare words stand for a `let` of the project; inside a family `n` is the number, and in texts of a hub `${domain}`, `${stage}`, `${namespace}` and `${release}` are the release's own. A `${` that is meant is written `\\${`.",
  message: ({ name, suggestion, ofHub }) =>
    ofHub
      ? `There is no \`let ${name}\`; only texts of a hub that is deployed have \`\${${name}}\` of their release.`
      : `There is no \`let ${name}\`${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const constantCycle = defineDiagnostic<{ name: string }>({
  code: "names/constant-cycle",
  title: "A constant that stands for itself",
  why: "A `let` may use other `let`s, but not, by way of them, itself; nor may `domain`, `namespace` and `release` of a hub.",
  message: ({ name }) => `\`${name}\` stands for itself.`,
});

export const extendsCycle = defineDiagnostic<{ names: readonly string[] }>({
  code: "names/extends-cycle",
  title: "A declaration that extends itself",
  why: "A child starts as its parent; in a circle nothing is first.",
  message: ({ names }) => `${names.map((name) => `\`${name}\``).join(" extends ")}: this goes in a circle.`,
});

export const extendsVariant = defineDiagnostic<{ child: string; parent: string; kind: string }>({
  code: "names/extends-variant",
  title: "A parent of another variant",
  why: "Variants have different settings, so only a parent of the same variant can be a start.",
  message: ({ child, parent, kind }) => `A ${kind} of variant \`${child}\` can't extend one of variant \`${parent}\`.`,
});

export const notALabel = defineDiagnostic<{ name: string; suggestion: string }>({
  code: "names/not-a-label",
  title: "A name that can't be a name in a cluster",
  why: "Kubernetes names are lower-case letters, digits and `-`; a release `<hub>-<stage>` has at most 53 characters.",
  message: ({ name, suggestion }) =>
    `\`${name}\` becomes a name in a cluster: use lower-case letters, digits and \`-\`, and at most 53 characters, such as \`${suggestion}\`.`,
});

export const familyNotAllowed = defineDiagnostic<{ kind: string }>({
  code: "names/family-not-allowed",
  title: "A family of something that can't be one",
  why: "Numbered families exist for groups, courses, hubs and pools.",
  message: ({ kind }) => `A ${kind} can't be declared as a numbered family.`,
});

export const constantsTooDeep = defineDiagnostic<{ name: string; limit: number }>({
  code: "names/constants-too-deep",
  title: "Constants that hold each other too deep",
  why: "A constant that holds another, which holds another, is read one inside of the other. Real programs go two or three deep; beyond the limit nothing is read of them.",
  message: ({ name, limit }) =>
    `Constants in \`${name}\` hold others more than ${limit} levels deep: write a value where it is used, or fewer constants between.`,
});

export const extendsTooDeep = defineDiagnostic<{ name: string; limit: number }>({
  code: "names/extends-too-deep",
  title: "Too many declarations that extend one another",
  why: "Each declaration is laid over the one that it extends, and every value remembers all that it passed. Real programs extend two or three times; beyond the limit nothing is taken over.",
  message: ({ name, limit }) =>
    `\`${name}\` is the last of more than ${limit} declarations that extend one another: extend one nearer the first.`,
});

export const familyRange = defineDiagnostic<{ found: string }>({
  code: "names/family-range",
  title: "A family without members, or with too many",
  why: `\`team[1..6]\` declares \`team-1\` to \`team-6\`: whole numbers, the smaller first, at most ${limits.family}.`,
  message: ({ found }) =>
    `\`${found}\` declares nothing: write whole numbers, the smaller first, at most ${limits.family} of them.`,
});

export const familyNeedsNumber = defineDiagnostic<{ name: string }>({
  code: "names/family-needs-number",
  title: "One member of a family is meant, and none is named",
  why: "Where one declaration is expected, a family needs the number of a member.",
  message: ({ name }) => `\`${name}\` is a family: name one of it, such as \`${name}[1]\`.`,
});

export const abstractReference = defineDiagnostic<{ kind: string; name: string }>({
  code: "names/abstract",
  title: "An abstract declaration is used",
  why: "An `abstract` declaration serves only as a parent; nothing is made of it.",
  message: ({ kind, name }) => `The ${kind} \`${name}\` is abstract: extend it, and name the child here.`,
});

export const reservedName = defineDiagnostic<{ name: string }>({
  code: "names/reserved",
  title: "A name that the language keeps for itself",
  why: "`conda`, `pip`, `apt` and `cran` begin blocks of requirement lines wherever they stand before a brace, so nothing else can be called so.",
  message: ({ name }) => `\`${name}\` begins a block of requirement lines and can't be a name: choose another.`,
});
