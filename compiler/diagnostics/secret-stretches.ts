// Where a text holds a secret. The one place that decides it: what a program may hold, what a file that it takes in may hold,
// and what is hidden of everything that is printed, follow from it alike.

import { namedSecret, secretForms } from "../knowledge/secret-forms.ts";

/** A secret in a text. Offsets are UTF-16. */
export interface SecretStretch {
  /** What it looks like, with its article: `a GitHub token`. */
  readonly what: string;
  /** Only the name before it tells that it is one: `cookie_secret = "…"`. */
  readonly byName: boolean;
  /** Of all that makes it one, such as the address around a password; at most the first line. */
  readonly start: number;
  readonly end: number;
  /** Of what must not be shown. */
  readonly hidden: { readonly start: number; readonly end: number };
}

/** The secrets in a text, in order, without overlaps. */
export function secretStretches(text: string): readonly SecretStretch[] {
  if (text.length < SHORTEST || !anyForm.test(text)) return none;
  const stretches = [
    ...searches.flatMap(({ what, search }) =>
      matchesOf(text, search).map((match) => stretch(match, text, { what, byName: false })),
    ),
    ...matchesOf(text, named).flatMap((match) =>
      isRandom(match.groups?.["secret"] ?? "")
        ? [stretch(match, text, { what: "a secret by its name", byName: true })]
        : [],
    ),
  ].filter(({ hidden }) => !isBlank(text.slice(hidden.start, hidden.end)));
  if (stretches.length < 2) return stretches;
  const ends = { reached: 0 };
  return stretches
    .sort((a, b) => a.start - b.start || b.hidden.end - a.hidden.end)
    .filter(({ start, hidden }) => {
      if (start < ends.reached && hidden.end <= ends.reached) return false;
      ends.reached = Math.max(ends.reached, hidden.end);
      return true;
    });
}

/** No form is shorter. */
const SHORTEST = 8;

const none: readonly SecretStretch[] = [];

const searches = secretForms.map(({ what, pattern }) => ({ what, search: new RegExp(pattern.source, "dg") }));
const named = new RegExp(namedSecret.source, "dg");

/** All forms at once: most texts have none, and are asked once. */
const anyForm = new RegExp(
  [...secretForms.map(({ pattern }) => pattern), namedSecret]
    .map(({ source }) => source.replaceAll("(?<secret>", "(?:"))
    .join("|"),
);

function matchesOf(text: string, search: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(search)];
}

function stretch(
  match: RegExpExecArray,
  text: string,
  { what, byName }: Pick<SecretStretch, "what" | "byName">,
): SecretStretch {
  const start = match.index;
  const whole = start + match[0].length;
  const [from, to] = match.indices?.groups?.["secret"] ?? [start, whole];
  const lineEnd = text.slice(start, whole).search(/[\r\n]/);
  return { what, byName, start, end: lineEnd < 0 ? whole : start + lineEnd, hidden: { start: from, end: to } };
}

/** Stand-ins in examples: `ghp_xxxxxxxxxxxxxxxxxxxx`, `user:***@`, `sk-…`. */
function isBlank(secret: string): boolean {
  return (
    /(?:^|[^A-Za-z0-9])(?:[xX]{3,}|[*.•]{2,}|…)(?:[xX*.•…_-]*)$/.test(secret) ||
    /^[A-Za-z_-]{2,14}[_-][xX]{8,}$/.test(secret)
  );
}

/**
 * Was a text made by a machine to be guessed by nobody? Hexadecimal digits of 128 bits and more, or letters of both cases with
 * digits, at least 3.5 bits for each; no path, address, version or name of a thing.
 */
function isRandom(text: string): boolean {
  const bare = text.replace(/=+$/, "");
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare)) return false;
  if (/^[0-9a-fA-F]{32,}$/.test(bare)) return entropy(bare) > 2;
  if (/^\/|\/.*\/.*\/|:\/\/|\.[a-z]{2,6}$|\.(?:[a-z]{2,6})\//.test(bare)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(bare)).length;
  return kinds === 3 && (bare.match(/[0-9]/g) ?? []).length >= 2 && entropy(bare) >= 3.5;
}

/** Bits for each character, by how often each is there. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
