// What there is to tell of the place under the pointer: a word of the vocabulary, a name, a package, a code, a value.

import { diagnosticPages } from "../../diagnostic-pages.ts";
import type { Examined } from "../../examine.ts";
import { chartDefault } from "../../knowledge/chart-values.ts";
import { type Chart, chartFor } from "../../knowledge/charts/charts.ts";
import { traitsOf } from "../../knowledge/hub-traits.ts";
import { isReleaseName, type ReleaseName, releaseNames } from "../../names/release-names.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import type { Comment, DeclarationNode, PackageLineNode, Range, SettingNode, SyntaxTree } from "../../syntax/tree.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { plainText } from "./body-schema.ts";
import { courseRoom, poolNamed, poolSentences, roomSentences } from "./course-room.ts";
import { evaluatedOf, memberName } from "./effective-block.ts";
import { blockMarkdown, codeMarkdown, fenced, schemaMarkdown } from "./explain-markdown.ts";
import { treeOf } from "./file-trees.ts";
import { conditionHover } from "./hover-condition.ts";
import { packageMarkdown } from "./hover-package.ts";
import { settingHover } from "./hover-setting.ts";
import { thingAt } from "./name-places.ts";
import type { Declared } from "./name-sites.ts";
import { type BlockAround, holds, placeAt, type TreePlace } from "./place-at.ts";
import type { NamedThing } from "./program-names.ts";

export interface Hover {
  /** The thing. */
  readonly span: Span;
  readonly markdown: string;
}

/** The hover of an offset; nothing where there is nothing to tell. */
export function hoverAt(known: Examined, file: SourceFile, offset: number): Hover | undefined {
  const tree = treeOf(known, file);
  const found = inComment(tree, offset) ?? named(known, file, offset);
  if (found !== undefined) return hover(file, found);
  const place = placeAt(tree, offset);
  const hub = place.declaration?.keyword.text === "hub" ? place.declaration.name?.text : undefined;
  const ofRelease = hub === undefined ? undefined : releaseNameAt(known, hub, { file, offset });
  const told =
    ofRelease ?? inHeader(place, offset) ?? inBlocks(place, offset) ?? inItem({ known, file, place }, offset);
  return told && hover(file, told);
}

interface Told {
  readonly range: Range;
  readonly markdown: string;
}

function hover(file: SourceFile, { range, markdown }: Told): Hover {
  return { span: spanOf(file, range), markdown };
}

function inComment(tree: SyntaxTree, offset: number): Told | undefined {
  const comment = tree.comments.find((comment) => holds(comment, offset));
  const code = comment && codeIn(comment);
  const page = code && holds(code, offset) ? diagnosticPages.find((page) => page.code === code.text) : undefined;
  return code && page && { range: code, markdown: codeMarkdown(page) };
}

function named(known: Examined, file: SourceFile, offset: number): Told | undefined {
  const found = thingAt(known, file, offset);
  return found && { range: found.site.whole, markdown: thingMarkdown(found.thing, known) };
}

function inHeader({ declaration }: TreePlace, offset: number): Told | undefined {
  if (declaration === undefined || !holds(declaration.header, offset)) return undefined;
  const { keyword, variant } = declaration;
  const entry = kindSchema(keyword.text);
  if (entry === undefined) return undefined;
  const schema =
    variant && entry.variants && Object.hasOwn(entry.variants, variant.text) ? entry.variants[variant.text] : undefined;
  if (variant && schema && holds(variant, offset))
    return { range: variant, markdown: schemaMarkdown(`${keyword.text} ${variant.text}`, schema) };
  return holds(keyword, offset) ? { range: keyword, markdown: schemaMarkdown(entry.kind, entry) } : undefined;
}

function inBlocks({ blocks, declaration }: TreePlace, offset: number): Told | undefined {
  const last = blocks.at(-1);
  if (last?.use === undefined || !holds(last.node.header, offset)) return undefined;
  const { node, use, schema } = last;
  if (holds(node.name, offset)) return { range: node.name, markdown: blockMarkdown(use, ownerOf(blocks, declaration)) };
  const label = node.labels.find((value) => holds(value, offset));
  if (label === undefined || use.label !== "variant" || schema === undefined) return undefined;
  return { range: label, markdown: schemaMarkdown(schema.name, schema) };
}

function ownerOf(blocks: readonly BlockAround[], declaration: TreePlace["declaration"]): string {
  return blocks.at(-2)?.node.name.text ?? declaration?.keyword.text ?? "";
}

interface At {
  readonly known: Examined;
  readonly file: SourceFile;
  readonly place: TreePlace;
}

function inItem({ known, file, place }: At, offset: number): Told | undefined {
  const { item, schema } = place;
  if (item?.kind === "package-line") return inPackage(item, place, offset);
  const free = item && wayOutHover(place, item, { offset, chart: chartFor(known.sound.project.chart.value) });
  if (free) return free;
  const ofCondition = conditionHover(place, offset);
  if (ofCondition) return ofCondition;
  if (item === undefined || schema === undefined) return undefined;
  const page = schema.name === "lint" ? pageOfKey(item) : undefined;
  const key = item.path[0];
  if (page && key && holds(key, offset)) return { range: key, markdown: codeMarkdown(page) };
  return settingHover({ known, file, place, item }, offset);
}

function pageOfKey({ path: [first] }: SettingNode): (typeof diagnosticPages)[number] | undefined {
  const code = first && plainText(first);
  return diagnosticPages.find((page) => page.code === code);
}

function inPackage(item: PackageLineNode, { schema }: TreePlace, offset: number): Told | undefined {
  const format = schema?.packages;
  const told = format && packageMarkdown(item.text, format, offset - item.start);
  return told && { range: { start: item.start + told.start, end: item.start + told.end }, markdown: told.markdown };
}

/** The code that a comment `# hubc: allow area/code because "…"` names, and its place; for a comment that is no allowance, nothing. */
function codeIn(comment: Comment): (Range & { readonly text: string }) | undefined {
  const match = /^(#\s*hubc:\s*allow\s+)(\S+)/.exec(comment.image);
  const [before, text] = [match?.[1], match?.[2]];
  if (before === undefined || text === undefined) return undefined;
  const start = comment.start + before.length;
  return { text, start, end: start + text.length };
}

/** The name at an offset of a text of hub `hub`, and what is said of it. */
function releaseNameAt(
  known: Examined,
  hub: string,
  { file, offset }: { readonly file: SourceFile; readonly offset: number },
): { readonly range: Range; readonly markdown: string } | undefined {
  const before = /(?<!\\)\$\{[ \t]*([a-z]*)$/.exec(file.text.slice(Math.max(0, offset - 40), offset))?.[1];
  if (before === undefined) return undefined;
  const start = offset - before.length;
  const name = /^[a-z]+(?=[ \t]*\})/.exec(file.text.slice(start, start + 40))?.[0] ?? "";
  if (!isReleaseName(name) || known.program.constants.has(name)) return undefined;
  const releases = known.sound.releases.filter((release) => release.hub === hub);
  const values = releases.map((release) => `- \`${release.stage}\`: \`${standsFor(name, release)}\``);
  return {
    range: { start, end: start + name.length },
    markdown: [releaseNames[name], "", ...values].join("\n").trim(),
  };
}

function standsFor(name: ReleaseName, release: Examined["sound"]["releases"][number]): string {
  const { domain, stage, namespace, releaseName } = release;
  return { domain: domain.value, stage, namespace, release: releaseName }[name];
}

/** The page of the key at an offset; nothing outside a block that holds anything, and where the key is not known. */
function wayOutHover(
  { blocks }: TreePlace,
  { path }: SettingNode,
  { offset, chart }: { readonly offset: number; readonly chart: Chart },
): { readonly range: Range; readonly markdown: string } | undefined {
  const at = blocks.findIndex(({ schema }) => schema?.free !== undefined);
  const root = blocks[at]?.schema?.unchecked ? undefined : blocks[at]?.schema?.free;
  const hit = path.findIndex((part) => holds(part, offset));
  const part = path[hit];
  if (root === undefined || part === undefined) return undefined;
  const around = blocks.slice(at + 1).flatMap(({ node }) => node.path);
  const keys = [...around, ...path.slice(0, hit + 1)].map(plainText);
  const names = keys.filter((key) => key !== undefined);
  const markdown = names.length === keys.length ? chartKeyPage(root, names, chart) : undefined;
  return markdown === undefined ? undefined : { range: part, markdown };
}

/** The chart's default of a value, or the type and default of a trait. */
function chartKeyPage(root: readonly string[], names: readonly string[], chart: Chart): string | undefined {
  const [className = "", trait] = names;
  const title = `**${names.join(".")}**`;
  if (root.at(-1) === "config") {
    const known = trait === undefined ? undefined : traitsOf(chart, className)?.[trait];
    if (known === undefined) return undefined;
    const lines = [`Type: \`${known.type}\``, `Default: \`${JSON.stringify(known.default)}\``];
    if (known.deprecated) lines.push("Its own documentation calls it deprecated.");
    return `${title}: trait of \`${className}\`\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
  }
  const standing = root.length === 0 ? chartDefault(chart, names) : undefined;
  if (standing === undefined) return undefined;
  const text = JSON.stringify(standing, null, 2);
  const shown = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  return `${title}: value of the JupyterHub chart, by default\n\n\`\`\`json\n${shown.replaceAll("```", "`` `")}\n\`\`\``;
}

// What there is to tell of something that has a name: how it is declared, its doc comment, and what it comes to.

/** The page of a declaration, constant or labelled block. */
function thingMarkdown({ declared, standard }: NamedThing, known: Examined): string {
  const place = `${declared.file.path}:${lineIndexAt(declared.file, declared.nameRange.start) + 1}`;
  const parts = [
    fenced(headOf(declared)),
    ...(declared.doc === undefined ? [] : [declared.doc]),
    ...told(declared, known, standard),
    standard ? `From the standard library, \`${place}\`.` : `Declared in \`${place}\`.`,
  ];
  return parts.join("\n\n");
}

/** The line that declares it. */
function headOf({ kind, file, node, name }: Declared): string {
  const text = (range: { readonly start: number; readonly end: number }) => file.text.slice(range.start, range.end);
  if ("header" in node) return `${text(node.header)} { … }`;
  const [line = `${kind} ${name}`, ...more] = text(node).split("\n");
  return more.length > 0 ? `${line} …` : line;
}

function told(declared: Declared, known: Examined, standard: boolean): readonly string[] {
  const { declaration, kind, name, path } = declared;
  if (declaration === undefined) return [];
  if (path.length > 0) {
    const pool = kind === "pool" ? poolNamed(known.sound, memberName(declaration), name) : undefined;
    return pool ? [poolSentences(pool, known.sound).join(" ")].filter((text) => text !== "") : [];
  }
  const facts = standard ? undefined : factsOf(declaration, known);
  const room = kind === "course" && !standard ? courseRoom(known.sound, memberName(declaration)) : undefined;
  return [
    ...(declared.doc === undefined ? [kindSchema(kind)?.doc ?? ""] : []),
    ...(facts === undefined ? [] : [facts]),
    ...(room ? [roomSentences(room).join(" ")] : []),
  ];
}

/** The required settings that hold, and those of its size, each on a line. */
function factsOf(node: DeclarationNode, known: Examined): string | undefined {
  const block = evaluatedOf(known, node)?.block;
  if (block === undefined) return undefined;
  const lines = [...block.settings].flatMap(([key, value]) => {
    const setting = Object.hasOwn(block.schema.settings, key) ? block.schema.settings[key] : undefined;
    if (setting === undefined || typeof value === "symbol") return [];
    const text = setting.type.print(value.value);
    return text.length > 80 || text.includes("\n") ? [] : [`${key} = ${text}`];
  });
  return lines.length === 0 ? undefined : fenced(lines.slice(0, 12).join("\n"));
}
