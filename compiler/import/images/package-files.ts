// Lists of packages as conda, pip, Debian and R read them (repo2docker 2024.07, docs/config_files.md).

import { readValues } from "../../audit/read-values.ts";
import { type ChartData, type ChartMap, chartItems } from "../../schema/values/chart-data.ts";
import { parseCondaRequirement } from "../../syntax/requirements/conda-match-spec.ts";
import { parseCranPackages } from "../../syntax/requirements/cran-package.ts";
import { parseDebianPackages } from "../../syntax/requirements/debian-package.ts";
import { parsePipRequirement } from "../../syntax/requirements/pep508.ts";
import { positionAt, type SourceFile } from "../../text/source-file.ts";
import { addPackage, type ImageDraft, leave, type PackageLine } from "./image-draft.ts";

/** `environment.yml`: channels, packages of conda, and those of pip below them. */
export function readEnvironmentFile(file: SourceFile, draft: ImageDraft): void {
  const problems: string[] = [];
  const data = readValues(file, ({ message }) => problems.push(message));
  if (data === undefined) {
    leave(draft, nameOf(file), problems[0] ?? "it is empty");
    return;
  }
  for (const { key, value, keySpan } of data.entries) {
    if (key === "channels") readChannels(value, draft);
    else if (key === "dependencies") for (const item of chartItems(value)) readDependency(item, file, draft);
    else if (key === "variables" && value.kind === "map") readVariables(value, draft);
    // What conda calls the environment, and where it lies: servers have one.
    else if (key !== "name" && key !== "prefix")
      leave(draft, placeAt(file, keySpan.start), `\`${key}\` is no key of an environment`);
  }
}

function readChannels(value: ChartData, draft: ImageDraft): void {
  const channels = chartItems(value).flatMap((data) => textIn(data) ?? []);
  // conda-forge alone is what an image has anyway; `nodefaults` says that there are no others.
  const named = channels.filter((one) => one !== "nodefaults");
  if (named.join() !== "conda-forge") draft.channels.push(...named);
}

function readVariables(value: ChartMap, draft: ImageDraft): void {
  for (const entry of value.entries)
    if (entry.value.kind === "scalar") draft.env.set(entry.key, String(entry.value.value));
}

function readDependency(item: ChartData, file: SourceFile, draft: ImageDraft): void {
  const place = placeAt(file, item.span.start);
  const text = textIn(item);
  if (text !== undefined) {
    const [, version] = /^python\s*={1,2}\s*(3\.\d{1,2}(?:\.\d{1,2})?)(?:\.\*)?$/.exec(text) ?? [];
    if (version !== undefined) draft.python = { text: version, comments: commentsAt(file, item) };
    // An image has pip.
    else if (!/^pip\b(?!-)/.test(text)) readCondaLine(text, { comments: commentsAt(file, item), place }, draft);
    return;
  }
  const pip = item.kind === "map" ? item.entries.find(({ key }) => key === "pip") : undefined;
  if (pip === undefined) leave(draft, place, "it is neither a package nor a list of pip");
  for (const line of chartItems(pip?.value)) {
    const written = textIn(line);
    if (written === undefined) leave(draft, placeAt(file, line.span.start), "it is no line of pip");
    else readPipLine(written, { comments: commentsAt(file, line), place: placeAt(file, line.span.start) }, draft);
  }
}

/** `requirements.txt`. */
export function readRequirementsFile(file: SourceFile, draft: ImageDraft): void {
  for (const { text, comments, line } of linesOf(file))
    readPipLine(text, { comments, place: `${nameOf(file)}:${line}` }, draft);
}

interface LinePlace {
  readonly comments: readonly string[];
  readonly place: string;
}

/** A list for `conda install --file`. */
export function readCondaList(file: SourceFile, draft: ImageDraft): void {
  for (const { text, comments, line } of linesOf(file))
    readCondaLine(text, { comments, place: `${nameOf(file)}:${line}` }, draft);
}

export function readCondaLine(text: string, { comments, place }: LinePlace, draft: ImageDraft): void {
  addPackage(draft, { ecosystem: "conda", line: { text, comments }, place }, parseCondaRequirement);
}

export function readPipLine(text: string, { comments, place }: LinePlace, draft: ImageDraft): void {
  const [, named] = /^(?:-r|--requirement)[ =]*(?:\.\/)?(\S+)$/.exec(text) ?? [];
  const other = named === undefined ? undefined : draft.read(named);
  if (other !== undefined) readRequirementsFile(other, draft);
  else if (text.startsWith("-")) leave(draft, place, `\`${text}\` is an option of pip, which an image has no word for`);
  else addPackage(draft, { ecosystem: "pip", line: { text, comments }, place }, parsePipRequirement);
}

/** `apt.txt`: names, several on a line. */
export function readAptFile(file: SourceFile, draft: ImageDraft): void {
  for (const { text, comments, line } of linesOf(file))
    addNames(draft, { ecosystem: "apt", text, comments, place: `${nameOf(file)}:${line}` });
}

interface Names extends PackageLine {
  readonly ecosystem: "apt" | "cran";
  readonly place: string;
}

/** Names on one line, which stay on one. */
export function addNames(draft: ImageDraft, { ecosystem, text, comments, place }: Names): void {
  const parse = ecosystem === "apt" ? parseDebianPackages : parseCranPackages;
  const wrong = parse(text).flatMap((one) => ("error" in one ? [one.error.message] : []));
  if (wrong[0] !== undefined) leave(draft, place, `\`${text}\`: ${wrong[0]}`);
  else draft.packages[ecosystem].push({ text, comments });
}

const call = `"([^"]*)"|'([^']*)'`;
const names = String.raw`(?:${call}|c\(\s*((?:(?:"[^"]*"|'[^']*')\s*(?:,\s*)?)*)\))`;
const options = String.raw`(?:\s*,\s*[\w.]+\s*=\s*(?:"[^"]*"|'[^']*'|[\w.]+|c\([^()]*\)))*`;
const installs = new RegExp(String.raw`^install\.packages\(\s*${names}${options}\s*\)$`);
const versions = new RegExp(
  String.raw`^(?:remotes|devtools)::install_version\(\s*(?:${call})\s*,\s*(?:version\s*=\s*)?(?:${call})${options}\s*\)$`,
);

/** `install.R` where it only installs packages from CRAN; false where it does more, and is a script. */
export function readInstallFile(file: SourceFile, draft: ImageDraft): boolean {
  const code = file.text.replace(/^\s*#.*$/gm, "").trim();
  const statements = code.split(/\n(?=\S)|;/).map((one) => one.trim());
  const found: string[] = [];
  for (const statement of statements) {
    if (statement === "" || /^(?:library|require)\([\w.]+\)$|^\)$/.test(statement)) continue;
    const many = installs.exec(statement);
    const match = versions.exec(statement);
    if (many !== null) {
      const list = [...(many[3] ?? "").matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? "");
      found.push(...(many[3] === undefined ? [many[1] ?? many[2] ?? ""] : list));
    } else if (match !== null) found.push(`${match[1] ?? match[2]}==${match[3] ?? match[4]}`);
    else return false;
  }
  for (const text of found) addNames(draft, { ecosystem: "cran", text, comments: [], place: nameOf(file) });
  return true;
}

interface FileLine extends PackageLine {
  /** From 1. */
  readonly line: number;
}

/** Lines without their comments, each with those above it and behind it. */
function linesOf(file: SourceFile): readonly FileLine[] {
  let above: string[] = [];
  return file.lineStarts.flatMap((_, index) => {
    const { text, comment } = lineAt(file, index);
    if (text === "") {
      if (comment !== undefined) above.push(comment);
      return [];
    }
    const comments = [...above, comment ?? ""].filter((one) => one !== "");
    above = [];
    return [{ text, comments, line: index + 1 }];
  });
}

/** Comments of YAML above an item and behind it. */
function commentsAt(file: SourceFile, { span }: ChartData): readonly string[] {
  const index = positionAt(file, span.start).line - 1;
  const above: string[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const { text, comment } = lineAt(file, at);
    if (text !== "" || comment === undefined) break;
    above.unshift(comment);
  }
  return [...above, lineAt(file, index).comment ?? ""].filter((one) => one !== "");
}

/** A line, and its comment, which begins with `#` at its start or behind a blank. */
function lineAt({ text, lineStarts }: SourceFile, index: number): { readonly text: string; readonly comment?: string } {
  const line = text.slice(lineStarts[index], lineStarts[index + 1]).trim();
  const at = line.startsWith("#") ? 0 : line.search(/\s#/);
  if (at < 0) return { text: line };
  return { text: line.slice(0, at).trim(), comment: line.slice(at).trim().replace(/^#+/, "").trim() };
}

export function nameOf(file: SourceFile): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1);
}

function placeAt(file: SourceFile, offset: number): string {
  return `${nameOf(file)}:${positionAt(file, offset).line}`;
}

function textIn(value: ChartData): string | undefined {
  return value.kind === "scalar" && typeof value.value === "string" ? value.value.trim() : undefined;
}
