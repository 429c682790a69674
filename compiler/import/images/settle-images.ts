// Images of folders as a program takes them: what an image may not have, by the checks of every build, is taken back with the reason, so
// that one line of one folder stops neither the image nor the hubs beside it.

import { check } from "../../check.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { maskSecrets, secretTexts } from "../../diagnostics/secret-mask.ts";
import { format } from "../../format/format.ts";
import type { Day } from "../../text/calendar.ts";
import { createSourceFile } from "../../text/source-file.ts";
import type { FolderImage } from "./image-folders.ts";

export function settleImages(images: readonly FolderImage[], on: Day): readonly FolderImage[] {
  return images.map((image) => settled(image, on));
}

/** Each round takes something back; more would be a folder of which little is left. */
const mostRounds = 12;

function settled(image: FolderImage, on: Day): FolderImage {
  let now = image;
  for (let round = 0; round < mostRounds; round++) {
    if (now.text === undefined) return now;
    const text = format(createSourceFile(pathOf(now), now.text)).text;
    const errors = errorsIn({ ...now, text }, on);
    if (errors.length === 0) return { ...now, text };
    now = mended({ ...now, text }, errors);
  }
  return now.text === undefined || errorsIn({ ...now, text: now.text }, on).length === 0 ? now : withoutAll(now, []);
}

interface WrittenImage extends FolderImage {
  readonly text: string;
}

function pathOf({ name }: FolderImage): string {
  return `images/${name}.hub`;
}

function errorsIn(image: WrittenImage, on: Day): readonly Diagnostic[] {
  const project = createSourceFile("project.hub", "project images {\n}\n");
  const files = [project, createSourceFile(pathOf(image), image.text)];
  const assets = new Map(image.files.map(({ path, text }) => [path, text]));
  return check({ files, assets }, { on }).diagnostics.filter(({ severity }) => severity === "error");
}

function mended(image: WrittenImage, errors: readonly Diagnostic[]): FolderImage {
  const lines = image.text.split("\n");
  const gone = new Map<number, string>();
  const allowed = new Set<number>();
  for (const error of errors) {
    const at = lineOf(error, image);
    const line = at === undefined ? "" : (lines[at] ?? "");
    if (at !== undefined && error.code === movingTag && /^ {2}base\b/.test(line)) allowed.add(at);
    else if (at !== undefined && isAlone(line)) gone.set(at, error.message);
    else return withoutAll(image, errors);
  }
  const secrets = secretTexts(errors);
  const left = [...gone].map(([at, why]) => ({ path: maskSecrets((lines[at] ?? "").trim(), secrets), why }));
  const kept = lines.flatMap((line, at): readonly string[] => {
    if (gone.has(at) || isCommentOf(at, { lines, gone })) return [];
    return allowed.has(at) ? [allowance, line] : [line];
  });
  const text = withoutEmptyBlocks(kept.join("\n"));
  return {
    ...image,
    text,
    files: image.files.filter(({ path }) => text.includes(`"${path}"`)),
    left: [...image.left, ...left],
  };
}

const movingTag = "image/floating-tag";
const allowance = `  # hubc: allow ${movingTag} because "so it is today: name a tag that stays"`;

/** The line of the declaration that an error is about: its own, or the one that brings its file. */
function lineOf({ span }: Diagnostic, image: WrittenImage): number | undefined {
  const before = image.text.slice(0, span.file.path === pathOf(image) ? span.start : 0);
  if (before !== "") return before.split("\n").length - 1;
  const at = image.text.split("\n").findIndex((line) => line.includes(`file("${span.file.path}")`));
  return at < 0 ? undefined : at;
}

/** Can it go without what stands around it? A package, a file, a variable, the version of Python. */
function isAlone(line: string): boolean {
  return /^ {4}\S/.test(line) || /^ {2}python\b/.test(line);
}

interface Gone {
  readonly lines: readonly string[];
  readonly gone: ReadonlyMap<number, string>;
}

/** Comments go with the line below them. */
function isCommentOf(at: number, { lines, gone }: Gone): boolean {
  let below = at;
  while (/^\s*#/.test(lines[below] ?? "")) below++;
  return below > at && gone.has(below);
}

function withoutEmptyBlocks(text: string): string {
  return text.replace(/^ {2}[a-z]+ +\{\n {2}\}\n/gm, "");
}

/** An image of which a part can't be taken back is left as a whole. */
function withoutAll(image: FolderImage, errors: readonly Diagnostic[]): FolderImage {
  const why = errors.map(({ message }) => message).join(" ") || "it can't be said as an image of a program";
  return { ...image, text: undefined, files: [], left: [...image.left, { path: "the image", why }] };
}
