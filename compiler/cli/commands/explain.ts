// hubc explain: the page of a diagnostic's code, or of a setting.

import { catalogue } from "../../catalogue.ts";
import type { DiagnosticPage } from "../../diagnostics/diagnostic.ts";
import { closest } from "../../text/edit-distance.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import { paletteFor } from "../colours.ts";
import { explainIndex, explainPage } from "../explain-page.ts";
import { exitCode, type Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  return explain(parsed, io, catalogue);
}

/** Prints what `pages` say of the word that was asked for. @throws CannotRun where they say nothing. */
export function explain(parsed: ParsedArguments, io: Io, pages: readonly DiagnosticPage[]): number {
  const [asked] = parsed.positionals;
  if (asked === undefined) {
    io.stdout(explainIndex(pages));
    return exitCode.fine;
  }
  // Pasted from a message, a code may still wear its severity: error[names/unknown-image].
  const code = asked.replace(/^\w+\[(.*)\]:?$/, "$1");
  const page = pages.find((candidate) => candidate.code === code);
  if (page === undefined) throw new CannotRun(unknownWord(code, pages));
  io.stdout(explainPage(page, paletteFor(io, "stdout")));
  return exitCode.fine;
}

function unknownWord(word: string, pages: readonly DiagnosticPage[]): string {
  const codes = pages.map(({ code }) => code);
  const bySecondPart = codes.find((code) => code.split("/")[1] === word);
  const meant = bySecondPart ?? closest(word, codes);
  const hint = meant === undefined ? "hubc explain lists all codes." : `Did you mean ${meant}?`;
  return `There is no code or setting ${quoted(word)}. ${hint}`;
}
