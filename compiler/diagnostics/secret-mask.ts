// What a `secret/…` diagnostic found must not be spread by the message about it: build logs are read by more people than
// repositories. Every text that is shown passes this mask, whichever diagnostic it belongs to.

import type { Replacement } from "../text/display-cells.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The texts to hide, the longest first. */
export type SecretTexts = readonly string[];

/** What stands for a hidden text; its length says nothing. */
export const MASK = "•••";

/** The texts that the `secret/…` diagnostics among these point at: whole, without quotes, and by line. */
export function secretTexts(diagnostics: readonly Diagnostic[]): SecretTexts {
  const found = new Set<string>();
  for (const { code, span } of diagnostics) {
    const text = span.file.text.slice(span.start, span.end);
    // A reference, `secret("…")`, is how a secret is written rightly: its path is no secret.
    if (!code.startsWith("secret/") || text.startsWith("secret(")) continue;
    for (const line of text.split(/\r\n|\n|\r/)) {
      for (const part of literalsOf(line)) if (part.length >= SHORTEST) found.add(part);
    }
  }
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The text with every secret in it masked. */
export function maskSecrets(text: string, secrets: SecretTexts): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

/** The stretches of a line to hide, in order, without overlaps. */
export function secretPlaces(line: string, secrets: SecretTexts): readonly Replacement[] {
  const places: Replacement[] = [];
  for (const secret of secrets) {
    for (let at = line.indexOf(secret); at >= 0; at = line.indexOf(secret, at + secret.length)) {
      const end = at + secret.length;
      if (places.every((place) => end <= place.start || at >= place.end)) places.push({ start: at, end, text: MASK });
    }
  }
  return places.sort((a, b) => a.start - b.start);
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
