// hubc explain: the page of a diagnostic's code, of a setting, of a key of the chart, or of a value of a program.

import { diagnosticPages } from "../../diagnostic-pages.ts";
import type { DiagnosticPage } from "../../diagnostics/diagnostic.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { evaluated } from "../../examine.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import { chartKeyMeant, chartPartOf, isSameKey } from "../../service/chart-key-meant.ts";
import { differingLines } from "../../service/differing-lines.ts";
import { explainChartKey } from "../../service/explain-chart-key.ts";
import { explainSetting, type SettingPage } from "../../service/explain-setting.ts";
import { explainValue } from "../../service/explain-value.ts";
import { andList } from "../../text/and-list.ts";
import { closest } from "../../text/edit-distance.ts";
import { printJson } from "../../text/print-json.ts";
import { visible } from "../../text/unseen-characters.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
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
    const { suggestion } = explained;
    // A word of the language that is as long is nearer than a key of the chart.
    const isOurs = suggestion !== undefined && suggestion.split(".").length === word.split(".").length;
    const other = await keyOrValue(word, { path: parsed.positionals[1], cwd: io.cwd, isOurs });
    if (other === undefined) throw new CannotRun(unknownWord(word, pages, explained.suggestion));
    io.stdout(settingPages([other], json, palette));
    return exitCode.fine;
  }
  io.stdout(settingPages(explained, json, palette));
  return exitCode.fine;
}

interface Asked {
  readonly path: string | undefined;
  readonly cwd: string;
  /** The word is like one of the language. */
  readonly isOurs: boolean;
}

/** The page of a key of the chart, or of a value of the program at `path`, or around the folder. @throws CannotRun for what is like a key. */
async function keyOrValue(word: string, { path, cwd, isOurs }: Asked): Promise<SettingPage | undefined> {
  const key = explainChartKey(word);
  if (key !== undefined) return key;
  const meant = chartKeyMeant(word);
  const page = meant !== undefined && isSameKey(word, meant) ? explainChartKey(meant) : undefined;
  if (page !== undefined) return page;
  const unlike = isOurs ? undefined : unknownKey(word, meant);
  const parts = word.includes("/") ? [] : word.split(".");
  const isDeclaration = parts.length === 2 && kindSchema(parts[0] ?? "") !== undefined;
  // A word that is like a key of the chart, or one of the language, needs no program.
  const program =
    parts.length >= 3
      ? await readProgram(path, cwd).catch((error: unknown) => refuse(unlike ?? error))
      : isDeclaration
        ? await readProgram(path, cwd).catch((error: unknown) =>
            error instanceof CannotRun ? undefined : refuse(error),
          )
        : undefined;
  const found = program && valueIn(word, program, pathFrom(cwd, program));
  if (found !== undefined && "title" in found) return found;
  if (found?.suggestion !== undefined || (found !== undefined && unlike === undefined)) {
    const hint = found.suggestion === undefined ? "" : ` Did you mean ${found.suggestion}?`;
    throw new CannotRun(`The program has no ${quoted(word)}.${hint}`);
  }
  return unlike && refuse(unlike);
}

/** What is said of a word that names no key of the chart and is like one, or stands in a part that the chart has. */
function unknownKey(word: string, meant: string | undefined): CannotRun | undefined {
  const says = `The JupyterHub chart has no key ${quoted(word)}.`;
  if (meant !== undefined) return new CannotRun(`${says} Did you mean ${meant}?`);
  const around = chartPartOf(word);
  // The block of the language has the name that a part of the chart has.
  if (around === undefined || around.part === "hub" || around.part === "hub.config") return undefined;
  return new CannotRun(`${says} In ${around.part} it has ${andList(around.names)}.`);
}

function refuse(error: unknown): never {
  throw error;
}

type Program = Awaited<ReturnType<typeof readProgram>>;

function valueIn(word: string, program: Program, shown: ReturnType<typeof pathFrom>) {
  return explainValue(word, evaluated(program.sources), (span) => shown(span.file));
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

/** Code and title, why, the lines in which a wrong and a right program differ. */
export function explainPage(page: DiagnosticPage, palette: Palette): string {
  const { wrong, right } = differingLines(page);
  return [
    `${palette[page.severity](`${page.severity}[${page.code}]`)}${palette.strong(`: ${page.title}`)}`,
    "",
    ...wrapped(page.why),
    "",
    "Wrong:",
    "",
    ...indented(wrong),
    "",
    "Right:",
    "",
    ...indented(right),
    "",
  ].join("\n");
}

/** Every code with its title, in the order of the codes. */
export function explainIndex(pages: readonly DiagnosticPage[]): string {
  const width = Math.max(0, ...pages.map(({ code }) => code.length));
  const rows = [...pages].sort((a, b) => (a.code < b.code ? -1 : 1));
  return rows.map(({ code, title }) => `${code.padEnd(width)}  ${title}\n`).join("");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`.trimEnd());
}

const WIDTH = 92;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
