// What a `secret/…` diagnostic found must not be spread by the message about it, nor by any other: build logs are read by more
// people than repositories. Every text that is shown passes this mask, whichever diagnostic it belongs to.

import type { Replacement } from "../text/display-cells.ts";
import type { SourceFile } from "../text/source-file.ts";
import { visible } from "../text/unseen-characters.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { secretStretches } from "./secret-stretches.ts";
import { secretsByName, wordsOf } from "./secrets-by-name.ts";

/** It points at the path of an encrypted file, which is no secret. */
const FILE_TAKEN = "secret/file-taken";

/** The texts to hide, the longest first. */
export type SecretTexts = readonly string[];

/** What stands for a hidden text; its length says nothing. */
const MASK = "•••";

/**
 * What the texts about these diagnostics must not show: what `secret/…` diagnostics point at, whole, without quotes, and by line;
 * and what stands in their files where the name of a setting asks for a secret, even on lines that could not be read.
 */
export function secretTexts(diagnostics: readonly Diagnostic[]): SecretTexts {
  const found = new Set<string>();
  const add = (text: string) => {
    for (const line of text.split(/\r\n|\n|\r|\\[nr]/)) {
      for (const part of literalsOf(line)) if (part.length >= SHORTEST) found.add(part);
    }
  };
  for (const { code, span, hidden = [] } of diagnostics) {
    hidden.forEach(add);
    const text = span.file.text.slice(span.start, span.end);
    if (code === FILE_TAKEN) continue;
    // A reference, `secret("…")`, is how a secret is written rightly: its path is no secret. Of an address only the password is one.
    if (!code.startsWith("secret/") || text.startsWith("secret(") || text.startsWith("file(")) continue;
    if (!hidden.some((one) => text.includes(one.split(/[\r\n]/, 1)[0] ?? ""))) add(text);
  }
  for (const file of filesOf(diagnostics)) {
    for (const { start, end } of secretsByName(file.text)) {
      for (const word of wordsOf(file.text.slice(start, end))) found.add(word);
    }
  }
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The text with every secret in it masked: those that were found, and whatever looks like one. */
export function maskSecrets(text: string, secrets: SecretTexts): string {
  return masked(text, maskedPlaces(text, secrets));
}

/** The text with whatever looks like a secret masked, where no check has told which texts are. */
export function maskLookalikes(text: string): string {
  return maskSecrets(text, []);
}

/** The stretches of a line of a program to hide, in order, without overlaps. */
export function secretPlaces(line: string, secrets: SecretTexts): readonly Replacement[] {
  return maskedPlaces(line, secrets, secretsByName(line));
}

/** Lines of a program, such as those of a patch, with every secret in them masked. */
export function maskLines(text: string, secrets: SecretTexts): string {
  return text
    .split("\n")
    .map((line) => masked(line, secretPlaces(line, secrets)))
    .join("\n");
}

function filesOf(diagnostics: readonly Diagnostic[]): ReadonlySet<SourceFile> {
  return new Set(diagnostics.flatMap(({ span, related }) => [span.file, ...related.map((place) => place.span.file)]));
}

function masked(text: string, places: readonly Replacement[]): string {
  return places.reduceRight((shown, { start, end }) => shown.slice(0, start) + MASK + shown.slice(end), text);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function maskedPlaces(text: string, secrets: SecretTexts, more: readonly Stretch[] = []): readonly Replacement[] {
  const stretches = [...secretStretches(text).map(({ hidden }) => hidden), ...more];
  for (const secret of secrets) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
      stretches.push({ start: at, end: at + secret.length });
    }
  }
  const places: Replacement[] = [];
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = places.at(-1);
    if (last === undefined || start >= last.end) places.push({ start, end, text: MASK });
    else if (end > last.end) places[places.length - 1] = { ...last, end };
  }
  return places;
}

/** Shorter texts are words of the program more often than parts of a secret; hiding them would garble the message. */
const SHORTEST = 4;

/** Of a line that a span covers, what could be the secret: what stands in quotes, else all of it. */
function literalsOf(line: string): readonly string[] {
  const quoted = [...line.matchAll(/"((?:[^"\\]|\\.)*)"?/g)]
    .map((match) => match[1] ?? "")
    .filter((part) => part !== "");
  return quoted.length > 0 ? quoted.map((part) => part.trim()) : [line.trim()];
}

// A text about a program as people are shown it, in a terminal, a log, an editor or a report.

/** Secrets are masked, and characters that nobody sees stand there by their codes. */
export function shownText(text: string, secrets: SecretTexts): string {
  return visible(maskSecrets(text, secrets));
}
