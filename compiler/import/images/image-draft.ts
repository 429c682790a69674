// An image as it is being written from the files of a folder: what they say, in the words of an `image` block, and what no word says.

import type { LeftOut } from "../../audit/layouts.ts";
import { quote } from "../../schema/values/scalars.ts";
import type { Ecosystem, ParsedRequirement } from "../../syntax/requirements/requirement.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { visible } from "../../text/unseen-characters.ts";
import { printText, printTexts } from "../print-data.ts";

/** A line of a package block, with the comments that stood at it. */
export interface PackageLine {
  readonly text: string;
  readonly comments: readonly string[];
}

/** The files of a folder, by their paths from it. */
export interface FolderFiles {
  readonly paths: readonly string[];
  readonly read: (path: string) => SourceFile | undefined;
}

export interface ImageDraft {
  readonly name: string;
  readonly folder: FolderFiles;
  /** Reads a file that lies in the folder. */
  readonly read: (path: string) => SourceFile | undefined;
  /** `std.jupyterlab`; absent where there is a base. */
  parent: string | undefined;
  base: string | undefined;
  python: PackageLine | undefined;
  readonly channels: string[];
  readonly packages: Readonly<Record<Ecosystem, PackageLine[]>>;
  readonly env: Map<string, string>;
  /** Files of the folder that are put into the image, by their path in it. */
  readonly files: Map<string, string>;
  readonly run: string[];
  /** Lines of a Dockerfile that say more than packages. */
  readonly dockerfile: string[];
  readonly left: LeftOut[];
}

export function imageDraft(name: string, folder: FolderFiles): ImageDraft {
  return {
    name,
    folder,
    read: folder.read,
    parent: undefined,
    base: undefined,
    python: undefined,
    channels: [],
    packages: { conda: [], pip: [], apt: [], cran: [] },
    env: new Map(),
    files: new Map(),
    run: [],
    dockerfile: [],
    left: [],
  };
}

/** Says what of the folder is not in the program: a file's name, with its line where it has one, and why. */
export function leave(draft: ImageDraft, place: string, why: string): void {
  draft.left.push({ path: place, why });
}

/** Adds a line that its tool takes; one that it refuses is left, with the tool's reason. */
export function addPackage(
  draft: ImageDraft,
  { ecosystem, line, place }: { readonly ecosystem: Ecosystem; readonly line: PackageLine; readonly place: string },
  parse: (text: string) => ParsedRequirement,
): void {
  const parsed = parse(line.text);
  if ("error" in parsed) leave(draft, place, `\`${line.text}\`: ${parsed.error.message}`);
  else draft.packages[ecosystem].push(line);
}

/** Where the image's own files lie in it, and in the program. */
export const folderInImage = ({ name }: ImageDraft): string => `/opt/${name}`;
export const folderInProgram = ({ name }: ImageDraft): string => `images/${name}`;

/** The declaration, not laid out. */
export function printImage(draft: ImageDraft): string {
  const settings = [
    ...(draft.base === undefined ? [] : [`base = ${quote(draft.base)}`]),
    ...(draft.python === undefined ? [] : [...commentLines(draft.python), `python = ${quote(draft.python.text)}`]),
    ...(draft.channels.length === 0 ? [] : [`channels = ${printTexts(draft.channels)}`]),
  ];
  const packages = (["conda", "pip", "apt", "cran"] as const).flatMap((key) => blockOf(key, packageLines(draft, key)));
  const env = [...draft.env].map(([key, value]) => `${/^[A-Za-z]\w*$/.test(key) ? key : quote(key)} = ${quote(value)}`);
  const files = [...draft.files].map(([path, source]) => `${quote(path)} = ${fileOf(draft, source)}`);
  const commands = [
    ...(draft.run.length === 0 ? [] : [`run = [\n${draft.run.map((one) => `${quote(one)},`).join("\n")}\n]`]),
    ...(draft.dockerfile.length === 0
      ? []
      : [`dockerfile = ${inOwnFile(draft) ? fileOf(draft, DOCKER_LINES) : printText(dockerText(draft))}`]),
  ];
  const body = [...settings, ...packages, ...blockOf("env", env), ...blockOf("files", files), ...commands];
  const parent = draft.parent === undefined ? "" : ` extends ${draft.parent}`;
  return `image ${draft.name}${parent} {\n${body.join("\n")}\n}\n`;
}

function blockOf(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${head} {\n${lines.join("\n")}\n}`];
}

function packageLines({ packages }: ImageDraft, key: Ecosystem): readonly string[] {
  return packages[key].flatMap((packageLine) => [...commentLines(packageLine), packageLine.text]);
}

function commentLines({ comments }: PackageLine): readonly string[] {
  return comments.map((one) => `# ${visible(one)}`);
}

function fileOf(draft: ImageDraft, path: string): string {
  return `file(${quote(pathInProgram(draft, path))})`;
}

/** A program reads no hidden file: `.condarc` lies in it as `dot-condarc`. */
function pathInProgram(draft: ImageDraft, path: string): string {
  return `${folderInProgram(draft)}/${path.replace(/(^|\/)\./g, "$1dot-")}`;
}

/** Where lines of a Dockerfile lie that a text of the program can't show as they are. */
const DOCKER_LINES = "lines.Dockerfile";

function dockerText({ dockerfile }: ImageDraft): string {
  return `${dockerfile.join("\n")}\n`;
}

function inOwnFile(draft: ImageDraft): boolean {
  return draft.dockerfile.length > 0 && !printText(dockerText(draft)).startsWith('"""');
}

/** Files beside the declaration, by their path in the program. */
export function filesBeside(draft: ImageDraft): readonly { readonly path: string; readonly text: string }[] {
  const copied = [...new Set(draft.files.values())].flatMap((source) => {
    const text = draft.read(source)?.text;
    return text === undefined ? [] : [{ path: pathInProgram(draft, source), text }];
  });
  return inOwnFile(draft) ? [...copied, { path: pathInProgram(draft, DOCKER_LINES), text: dockerText(draft) }] : copied;
}
