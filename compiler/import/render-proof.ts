// The proof of an import as people read it: a table of hubs, and below it all that is not as it was.

import type { Figures } from "./figures.ts";
import type { FolderImage } from "./images/image-folders.ts";

/** A program with errors comes to no values that could be compared, so that nothing is said of what is different or added. */
export function renderProof(figures: readonly Figures[], hasErrors: boolean): string {
  const rows = [
    ["hub", "stage", "values", "in words", "past them", "dropped", "different", "added"],
    ...figures.map((figures) => [
      figures.hub,
      figures.stage,
      String(figures.leaves),
      `${figures.vocabulary} (${share(figures)} %)`,
      String(figures.past),
      String(figures.dropped.length),
      ...[figures.different, figures.added].map(({ length }) => (hasErrors ? "unknown" : String(length))),
    ]),
  ];
  return [...tableOf(rows), ...notes(figures)].map((line) => `${line}\n`).join("");
}

/** What the images of folders came to, as a table, and below it what of their files is not in the program; nothing without images. */
export function renderImages(images: readonly FolderImage[]): readonly string[] {
  if (images.length === 0) return [];
  const rows = [
    ["image", "folder", "conda", "pip", "apt", "cran", "lines", "left out"],
    ...images.map(({ name, path, packages, lines, left }) => [
      name,
      path === "" ? "." : path,
      ...[packages.conda, packages.pip, packages.apt, packages.cran, lines, left.length].map(String),
    ]),
  ];
  const leftOut = images
    .filter(({ left }) => left.length > 0)
    .flatMap(({ name, left }) => ["", name, ...left.map(({ path, why }) => `  left out: ${path}: ${why}`)]);
  return [[...tableOf(rows), ...leftOut].map((line) => `${line}\n`).join("")];
}

/** The first two columns are words, the others numbers. */
function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function share({ vocabulary, leaves }: Figures): number {
  return leaves === 0 ? 100 : Math.floor((100 * vocabulary) / leaves);
}

/** The same of several hubs is said once. */
function notes(figures: readonly Figures[]): readonly string[] {
  const said = new Map<string, string[]>();
  const say = (line: string, { hub, stage }: Figures) => said.set(line, [...(said.get(line) ?? []), `${hub} ${stage}`]);
  for (const one of figures) {
    for (const { path, today, compiled } of one.different)
      say(`different: ${path} is ${shown(today)} today and would be ${shown(compiled)}`, one);
    for (const { from, to } of one.moved) say(`of an older chart: ${from} is ${to} now`, one);
    for (const path of one.added) say(`added: ${path}`, one);
    for (const { path, why } of one.dropped) say(`dropped: ${path}: ${why}`, one);
    const files = new Set(one.encrypted.map(({ file }) => file));
    for (const file of files) {
      const paths = one.encrypted.filter((value) => value.file === file).map(({ path }) => path);
      say(
        `encrypted: ${paths.join(", ")}: no setting takes a secret there, so give helm ${file} after these values`,
        one,
      );
    }
  }
  return [...said].flatMap(([line, hubs]) => {
    const more = hubs.length > 3 ? ` and ${hubs.length - 3} more` : "";
    return ["", `${hubs.slice(0, 3).join(", ")}${more}`, `  ${line}`];
  });
}

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
