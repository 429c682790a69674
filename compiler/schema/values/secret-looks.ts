// Texts that look like tokens or keys are refused wherever they stand: a repository is no place for them.

import type { Range } from "../../syntax/tree.ts";
import { looksLikeSecret } from "../secret-diagnostics.ts";
import type { ValueReader } from "../value-type.ts";

/** Forms of tokens as their issuers document them, seen 2026-11. */
const forms: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,}/],
  ["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a Google API key", /\bAIza[0-9A-Za-z_-]{35}/],
  ["a Google OAuth client secret", /\bGOCSPX-[A-Za-z0-9_-]{20,}/],
  ["a web token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./],
  ["a password inside a URL", /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/],
];

/** All forms at once: most texts have none, and are asked once. */
const anyForm = new RegExp(forms.map(([, form]) => form.source).join("|"));

/** What a text looks like where it looks like a secret: `a GitHub token`. */
export function looksSecret(text: string): string | undefined {
  if (text.length < 12 || !anyForm.test(text)) return undefined;
  return forms.find(([, form]) => form.test(text))?.[0];
}

/** Reports a text that looks like a secret, of the file `asset` where it is from one. The text itself is not repeated. */
export function refuseSecretLooks(text: string, at: Range, reader: ValueReader, asset?: string): boolean {
  if (text.length < 12 || !anyForm.test(text)) return false;
  const found = forms.find(([, form]) => form.test(text));
  if (found === undefined) return false;
  const where =
    asset === undefined ? "" : ` (line ${text.slice(0, text.search(found[1])).split("\n").length} of \`${asset}\`)`;
  reader.say(looksLikeSecret, { what: `${found[0]}${where}` }, at);
  return true;
}
