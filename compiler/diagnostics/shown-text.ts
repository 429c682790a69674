// A text about a program as people are shown it, in a terminal, a log, an editor or a report.

import { visible } from "../text/unseen-characters.ts";
import { maskSecrets, type SecretTexts } from "./secret-mask.ts";

/** Secrets are masked, and characters that nobody sees stand there by their codes. */
export function shownText(text: string, secrets: SecretTexts): string {
  return visible(maskSecrets(text, secrets));
}
