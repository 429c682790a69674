// Dockerfiles as data, and their printer. A text given here stays in its place: it cannot end its instruction, begin another one,
// be taken for a flag, a variable, a here-document or a parser directive. Written for BuildKit's grammar, which buildah shares.

import type { Span } from "../text/span.ts";
import { commentLines } from "./comment-lines.ts";
import { lineBuffer, type PrintedText, printedText, pushLine } from "./output-file.ts";

interface InstructionFacts {
  readonly origin?: Span | undefined;
}

/** `image`, `stage` and `platform` are names that have been checked before. */
export interface DockerFrom extends InstructionFacts {
  readonly kind: "from";
  readonly image: string;
  readonly stage?: string;
  readonly platform?: string;
}

/**
 * A folder of the builder's own that is there while a command runs and is in no layer. Builders share it by `id` between the images of
 * all projects, and make it for its owner, which is root where none is said. `id` and `target` are checked names.
 */
export interface DockerCache {
  readonly id: string;
  readonly target: string;
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** Shell commands in one layer: each runs only if the one before it succeeded. Blank commands are left out. */
export interface DockerRun extends InstructionFacts {
  readonly kind: "run";
  readonly caches?: readonly DockerCache[];
  readonly commands: readonly string[];
}

/** Copies files of exactly these names: patterns and variables mean themselves. `from`, `owner` and `mode` are checked names. */
export interface DockerCopy extends InstructionFacts {
  readonly kind: "copy";
  readonly sources: readonly string[];
  readonly destination: string;
  readonly from?: string;
  readonly owner?: string;
  readonly mode?: string;
}

/** One variable or label. With `expand`, `${NAME}` in the value means the variable of that name; else every character means itself. */
export interface DockerVariable {
  readonly name: string;
  readonly value: string;
  readonly expand?: boolean;
  readonly origin?: Span | undefined;
}

export interface DockerEnv extends InstructionFacts {
  readonly kind: "env" | "label";
  readonly variables: readonly DockerVariable[];
}

/** A user (name, number or `user:group`) or a folder. */
export interface DockerSetting extends InstructionFacts {
  readonly kind: "user" | "workdir";
  readonly value: string;
}

export interface DockerArg extends InstructionFacts {
  readonly kind: "arg";
  readonly name: string;
  readonly value?: string;
}

export interface DockerComment extends InstructionFacts {
  readonly kind: "comment";
  readonly text: string;
}

export interface DockerBlank extends InstructionFacts {
  readonly kind: "blank";
}

/** A person's own Dockerfile text, kept but for a `\` at its end, which would swallow what follows. Its here-documents must be closed. */
export interface DockerRaw extends InstructionFacts {
  readonly kind: "raw";
  readonly lines: readonly OwnLine[];
}

/** A line of a person's own text; one that holds line ends counts as several. */
export interface OwnLine {
  readonly text: string;
  readonly origin?: Span | undefined;
}

export type DockerInstruction =
  | DockerFrom
  | DockerRun
  | DockerCopy
  | DockerEnv
  | DockerSetting
  | DockerArg
  | DockerComment
  | DockerBlank
  | DockerRaw;

/**
 * Prints a Dockerfile; lines whose instruction has no origin have `origin`.
 * @throws Error where a text cannot be said in its place: a malformed name of an image, variable or label, or a line end or NUL in a variable,
 * label, user or folder (the format has no way to write one; `fitsDockerfileValue` tells beforehand).
 */
export function printDockerfile(instructions: readonly DockerInstruction[], origin: Span | undefined): PrintedText {
  const out = lineBuffer();
  for (const instruction of instructions) {
    const nearest = instruction.origin ?? origin;
    for (const line of linesOf(instruction)) pushLine(out, line.text, line.origin ?? nearest);
  }
  if (beginsWithDirective(out.lines)) {
    // Directives count only above the first line that is none: an empty comment is such a line.
    out.lines.unshift("#");
    out.origins.unshift(origin);
  }
  return printedText(out);
}

/** Whether a Dockerfile can set this variable to this text. */
export function fitsDockerfileVariable({ name, value }: DockerVariable): boolean {
  return variableName.test(name) && fitsDockerfileValue(value);
}

/** Whether a Dockerfile can hold this text as the value of a variable or label, as a user or a folder. */
export function fitsDockerfileValue(text: string): boolean {
  return !/[\n\r\0]/.test(text);
}

function linesOf(instruction: DockerInstruction): OwnLine[] {
  switch (instruction.kind) {
    case "from":
      return [{ text: fromLine(instruction) }];
    case "run":
      return continued(runLines(instruction).map((text) => ({ text })));
    case "copy":
      return [{ text: copyLine(instruction) }];
    case "env":
    case "label":
      return continued(variableLines(instruction));
    case "user":
    case "workdir":
      return [{ text: `${instruction.kind.toUpperCase()} ${word(instruction.value)}` }];
    case "arg":
      return [{ text: argLine(instruction) }];
    case "comment":
      return commentLines(instruction.text).map((text) => ({ text }));
    case "blank":
      return [{ text: "" }];
    case "raw":
      return rawLines(instruction.lines);
  }
}

// Variables are allowed in references (`FROM ${BASE}`); a leading `-` would be a flag, a trailing `\` a continuation.
const reference = /^[A-Za-z0-9_$][A-Za-z0-9_.:/@${}-]*$/;
const stageName = /^[a-z][a-z0-9_.-]*$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const labelName = /^[A-Za-z0-9][A-Za-z0-9_./-]*$/;
// Commas part the options of a mount.
const optionValue = /^[A-Za-z0-9_.:/@-]+$/;
const flagValue = /^[A-Za-z0-9_.:/@=,+-]+$/;

function fromLine(from: DockerFrom): string {
  const platform = from.platform === undefined ? "" : `--platform=${checked(from.platform, reference)} `;
  const stage = from.stage === undefined ? "" : ` AS ${checked(from.stage, stageName)}`;
  return `FROM ${platform}${checked(from.image, reference)}${stage}`;
}

function argLine(arg: DockerArg): string {
  const name = checked(arg.name, variableName);
  return arg.value === undefined ? `ARG ${name}` : `ARG ${name}=${word(arg.value)}`;
}

function copyLine(copy: DockerCopy): string {
  let line = "COPY";
  if (copy.from !== undefined) line += ` --from=${checked(copy.from, flagValue)}`;
  if (copy.owner !== undefined) line += ` --chown=${checked(copy.owner, flagValue)}`;
  if (copy.mode !== undefined) line += ` --chmod=${checked(copy.mode, flagValue)}`;
  const paths = [...copy.sources, copy.destination];
  if (paths.every((path) => simplePath.test(path))) return `${line} ${paths.join(" ")}`;
  const sources = copy.sources.map((path) => copyWord(path).replace(/[*?[]/g, "[$&]"));
  return `${line} ${jsonList([...sources, copyWord(copy.destination)])}`;
}

const simplePath = /^[A-Za-z0-9_./@%+=:,][A-Za-z0-9_./@%+=:,-]*$/;

/** The form of RUN and COPY whose words end where JSON says. */
function jsonList(words: readonly string[]): string {
  return `[${words.map((text) => JSON.stringify(text)).join(", ")}]`;
}

function variableLines(instruction: DockerEnv): OwnLine[] {
  const keyword = instruction.kind.toUpperCase();
  return instruction.variables.map((variable, index) => {
    const start = index === 0 ? keyword : " ".repeat(keyword.length);
    const name = checked(variable.name, instruction.kind === "env" ? variableName : labelName);
    return { text: `${start} ${name}=${word(variable.value, variable.expand)}`, origin: variable.origin };
  });
}

const simpleWord = /^[A-Za-z0-9_./:@%+,-]+$/;

/** A text as one word of the builder's own small shell language, in which `\`, quotes and `$` mean something. */
function word(text: string, expand = false): string {
  if (!fitsDockerfileValue(text))
    throw new Error(`invariant: no Dockerfile can hold this value: ${JSON.stringify(text)}`);
  if (simpleWord.test(text)) return text;
  return `"${text.replace(expand ? /["\\]/g : /["\\$]/g, "\\$&")}"`;
}

/** COPY reads its words in that language also when they come as JSON, and `<<NAME` there as a here-document. */
function copyWord(path: string): string {
  const start = /^[A-Za-z_./]|^[0-9]+(?!<|[0-9])/.test(path) ? "" : "./";
  return start + path.replace(/["'\\$]/g, "\\$&");
}

function runLines({ commands, caches = [] }: DockerRun): string[] {
  const [first, ...rest] = commandLines(commands);
  if (first === undefined) return [];
  const flags = caches.map(cacheFlag);
  // The flags stand between the instruction and its first command.
  const lead = [...flags, first].map((line, index) => (index === 0 ? `RUN ${line}` : `    ${line}`));
  return [...lead, ...rest];
}

/** Builds that run at once take turns with a cache. */
function cacheFlag({ id, target, owner }: DockerCache): string {
  const said = [`id=${checked(id, optionValue)}`, `target=${checked(target, optionValue)}`, "sharing=locked"];
  const own = owner === undefined ? [] : [`uid=${owner.uid}`, `gid=${owner.gid}`];
  return `--mount=type=cache,${[...said, ...own].join(",")}`;
}

/** What follows `RUN`. */
function commandLines(all: readonly string[]): string[] {
  const commands = all.map((command) => command.trim()).filter((command) => command !== "");
  const [only] = commands;
  if (only === undefined) return [];
  if (
    commands.some((command, index) => !fitsChain(command, { first: index === 0, last: index === commands.length - 1 }))
  ) {
    return [jsonList(["/bin/sh", "-ec", commands.join("\n")])];
  }
  if (commands.length === 1) return [only];
  return commands.map((command, index) => (index === 0 ? grouped(command) : ` && ${grouped(command)}`));
}

/** Whether a command can stand on its own line of `RUN … && …`, and neither it nor what follows changes its meaning there. */
function fitsChain(command: string, place: { readonly first: boolean; readonly last: boolean }): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line ends and what some reader may take for one.
  if (/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]|<<|\\$/.test(command)) return false;
  // A list, a flag or a comment, to the builder.
  if (place.first && /^(?:\[|--|#)/.test(command)) return false;
  if (place.first && place.last) return true;
  // A comment would swallow the commands after it; a closing `;` or `&` cannot be followed by `&&` or `; }`.
  return !/[;&|]$/.test(command) && !/(?:^|[\s;&|()])#/.test(command);
}

/** Keeps a list of commands together, so that the failure of an earlier command cannot run its second half. */
function grouped(command: string): string {
  return /;|\|\||(?<![>&])&(?![>&])/.test(command) ? `{ ${command}; }` : command;
}

function continued(lines: readonly OwnLine[]): OwnLine[] {
  return lines.map((line, index) => (index < lines.length - 1 ? { ...line, text: `${line.text} \\` } : line));
}

function rawLines(own: readonly OwnLine[]): OwnLine[] {
  const lines = own.flatMap((line) => line.text.split(/\r\n|[\n\r]/).map((text) => ({ ...line, text })));
  // The builder looks past comments and empty lines for what a `\` continues with.
  const last = lines.findLastIndex((line) => !/^\s*(?:#|$)/.test(line.text));
  return lines.map((line, index) => (index === last ? { ...line, text: withoutContinuation(line.text) } : line));
}

function withoutContinuation(line: string): string {
  return /(?:^|[^\\])\\[ \t]*$/.test(line) ? line.slice(0, line.lastIndexOf("\\")).trimEnd() : line;
}

function beginsWithDirective(lines: readonly string[]): boolean {
  return /^\s*#\s*[A-Za-z][A-Za-z0-9]*\s*=|^#!/.test(lines[0] ?? "");
}

function checked(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Error(`invariant: ${JSON.stringify(text)} cannot stand in a Dockerfile here`);
  return text;
}
