// hubc explain: the page of a diagnostic's code, of a setting, of a key of the chart, or of a value of a program.

import { diagnosticPages } from "../../diagnostic-pages.ts";
import type { DiagnosticPage } from "../../diagnostics/diagnostic.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { evaluated } from "../../examine.ts";
import { explainChartKey } from "../../service/explain-chart-key.ts";
import { explainSetting, type SettingPage } from "../../service/explain-setting.ts";
import { explainValue } from "../../service/explain-value.ts";
import { closest } from "../../text/edit-distance.ts";
import { printJson } from "../../text/print-json.ts";
import { visible } from "../../text/unseen-characters.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { CannotRun } from "../cannot-run.ts";
import { paletteFor } from "../colours.ts";
import { explainIndex, explainPage } from "../explain-page.ts";
import { exitCode, type Io } from "../io.ts";
import { pathFrom, readProgram } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  return explain(parsed, io, diagnosticPages);
}

/** Prints what `pages`, or else the vocabulary, say of the word that was asked for. @throws CannotRun where they say nothing. */
export async function explain(parsed: ParsedArguments, io: Io, pages: readonly DiagnosticPage[]): Promise<number> {
  const [asked] = parsed.positionals;
  const json = parsed.values.get("format") === "json";
  if (asked === undefined) {
    io.stdout(json ? printJson({ version: 1, codes: [...pages].map(codeData).sort(byCode) }) : explainIndex(pages));
    return exitCode.fine;
  }
  // Pasted from a message, a code may still wear its severity: error[names/unknown-image].
  const word = asked.replace(/^\w+\[(.*)\]:?$/, "$1");
  const palette = paletteFor(io, "stdout");
  const page = pages.find((candidate) => candidate.code === word);
  if (page !== undefined) {
    io.stdout(
      json
        ? printJson({ version: 1, ...codeData(page), why: page.why, wrong: page.wrong, right: page.right })
        : explainPage(page, palette),
    );
    return exitCode.fine;
  }
  const explained = explainSetting(word);
  if ("suggestion" in explained) {
    const key = explainChartKey(word);
    if (key !== undefined) {
      io.stdout(settingPages([key], json, palette));
      return exitCode.fine;
    }
    const value = await valuePage(word, parsed.positionals[1], io.cwd);
    if (value !== undefined) {
      io.stdout(settingPages([value], json, palette));
      return exitCode.fine;
    }
  }
  if ("suggestion" in explained) throw new CannotRun(unknownWord(word, pages, explained.suggestion));
  io.stdout(settingPages(explained, json, palette));
  return exitCode.fine;
}

/** The page of a value of the program at `path`, or around the folder, if the word is the path of one. */
async function valuePage(word: string, path: string | undefined, cwd: string): Promise<SettingPage | undefined> {
  if (word.includes("/") || word.split(".").length < 3) return undefined;
  const program = await readProgram(path, cwd);
  const shown = pathFrom(cwd, program);
  const found = explainValue(word, evaluated(program.sources), (span) => shown(span.file));
  if (found === undefined || "title" in found) return found;
  const hint = found.suggestion === undefined ? "" : ` Did you mean ${found.suggestion}?`;
  throw new CannotRun(`The program has no ${quoted(word)}.${hint}`);
}

function codeData({ code, severity, title }: DiagnosticPage): {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
} {
  return { code, severity, title };
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);

function settingPages(pages: readonly SettingPage[], json: boolean, palette: Palette): string {
  if (json) return printJson({ version: 1, pages: pages.map(({ title, lines }) => ({ title, lines })) });
  return pages.map((one) => settingPage(one, palette)).join("\n");
}

function settingPage({ title, lines }: SettingPage, palette: Palette): string {
  return `${[palette.strong(visible(title)), "", ...lines.map((line) => visible(line))].join("\n")}\n`;
}

function unknownWord(word: string, pages: readonly DiagnosticPage[], setting: string | undefined): string {
  const codes = pages.map(({ code }) => code);
  const bySecondPart = codes.find((code) => code.split("/")[1] === word);
  const code = bySecondPart ?? closest(word, codes);
  const meant = word.includes("/") ? code : (bySecondPart ?? setting ?? code);
  const hint =
    meant === undefined
      ? "hubc explain lists all codes; hubc explain course says what a course takes."
      : `Did you mean ${meant}?`;
  return `There is no code or setting ${quoted(word)}. ${hint}`;
}
