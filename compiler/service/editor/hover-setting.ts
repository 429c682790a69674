// What there is to tell of a setting in a program: its words in the vocabulary, the value that holds with the way of it, and
// what a size means in people and money.

import type { Examined } from "../../examine.ts";
import type { Block } from "../../model/block.ts";
import type { BlockSchema, Setting } from "../../schema/block.ts";
import type { Range, SettingNode } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { overlayLines, settingPage } from "../explain-value.ts";
import { blockLabel, plainText } from "./body-schema.ts";
import { courseNamed, courseRoom, poolNamed, poolSentences, roomSentences } from "./course-room.ts";
import { blockAlong, evaluatedOf, memberName } from "./effective-block.ts";
import { fenced, settingMarkdown } from "./explain-markdown.ts";
import { fieldsOf } from "./name-sites.ts";
import type { TreePlace } from "./place-at.ts";
import { holds } from "./place-at.ts";

interface At {
  readonly known: Examined;
  readonly file: SourceFile;
  readonly place: TreePlace;
  readonly item: SettingNode;
}

/** The hover of a setting: on its key, and on the parts of its value that have no page of their own. */
export function settingHover(
  at: At,
  offset: number,
): (Range & { readonly range: Range; readonly markdown: string }) | undefined {
  const { item, place } = at;
  const [first] = item.path;
  const key = first && plainText(first);
  const setting = key === undefined ? undefined : settingNamed(place.schema, key);
  if (first === undefined || key === undefined || setting === undefined) return undefined;
  const range = holds(first, offset) ? first : item.value;
  const shown = { ...setting, key };
  const parts = [
    fieldMarkdown(at, setting, offset) ?? settingMarkdown(shown, place.schema?.name ?? ""),
    ...valueParts(at, key),
  ];
  return { ...range, range: { start: range.start, end: range.end }, markdown: parts.join("\n\n---\n\n") };
}

function settingNamed(schema: BlockSchema | undefined, key: string): Setting<unknown> | undefined {
  if (schema === undefined) return undefined;
  return Object.hasOwn(schema.settings, key) ? schema.settings[key] : schema.anySetting;
}

/** Of an entry of a map with known keys, such as `{ path = …, with = lab }`. */
function fieldMarkdown({ item }: At, setting: Setting<unknown>, offset: number): string | undefined {
  if (item.value.kind !== "map") return undefined;
  const fields = fieldsOf(setting.type);
  const entry = item.value.entries.find((item) => holds(item, offset));
  const key = entry?.kind === "setting" && entry.path[0]?.kind === "name" ? entry.path[0].text : undefined;
  const type = key !== undefined && fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
  return type && `**${key}**: ${type.expected}`;
}

function valueParts(at: At, key: string): readonly string[] {
  const { known, place } = at;
  const { declaration, blocks } = place;
  if (declaration === undefined) return [];
  const whole = evaluatedOf(known, declaration)?.block;
  const block = whole && blockAlong(whole, blocks);
  const value = whole && block ? effective(whole, block, { key, at }) : [];
  const room = roomParts(at, key);
  return [...value, ...(room.length > 0 ? [room.join(" ")] : [])];
}

/** The value that holds, and every step by which it came about. */
function effective(
  whole: Block,
  block: Block,
  { key, at }: { readonly key: string; readonly at: At },
): readonly string[] {
  const pathOf = ({ file }: { readonly file: SourceFile }) => file.path;
  const page = settingPage(key, block, key, pathOf);
  const around = at.place.blocks.filter(({ node }) => node.name.text !== "stage" && node.name.text !== "during");
  const words = around.flatMap(({ node }) => [node.name.text, ...[blockLabel(node) ?? []].flat()]);
  const overlays = overlayLines(whole, [...words, key], pathOf);
  const lines = [...(page?.lines ?? []), ...overlays].filter((line) => line !== "");
  const [code, ways] = [
    lines.filter((line) => line.startsWith("    ")),
    lines.filter((line) => !line.startsWith("    ")),
  ];
  const isOverlay = at.place.blocks.some(({ node }) => node.name.text === "stage" || node.name.text === "during");
  const title = isOverlay ? "Around it:" : "Holds:";
  if (lines.length === 0) return [];
  const shown = code.length > 0 ? [title, fenced(code.map((line) => line.slice(4)).join("\n"))] : [];
  return [[...shown, ways.map((line) => `- ${line}`).join("\n")].filter((part) => part !== "").join("\n\n")];
}

const sizeKeys: ReadonlySet<string> = new Set(["memory", "cpu", "peak", "students", "pool"]);
const poolKeys: ReadonlySet<string> = new Set(["machine", "nodes", "hosts", "memory", "cpu", "label", "spot"]);

/** What a size means. */
function roomParts({ known, place }: At, key: string): readonly string[] {
  const { declaration, blocks } = place;
  const kind = declaration?.keyword.text;
  const [block] = blocks;
  if (declaration === undefined) return [];
  if (kind === "course" && sizeKeys.has(key)) {
    const name = memberName(declaration);
    const room = courseRoom(known.sound, name, windowStart(known, name, block?.node.header));
    return room ? roomSentences(room) : [];
  }
  if (kind !== "provider" || block?.node.name.text !== "pool" || !poolKeys.has(key)) return [];
  const [label] = block.node.labels;
  const name = label?.kind === "path" ? (label.names[0]?.text ?? "") : "";
  const member = block.node.family === undefined ? name : `${name}-${block.node.family.first}`;
  const pool = poolNamed(known.sound, memberName(declaration), member);
  return pool ? poolSentences(pool, known.sound) : [];
}

/** The first day of the window or exam whose header this is. */
function windowStart(known: Examined, course: string, header: Range | undefined): number | undefined {
  if (header === undefined) return undefined;
  return courseNamed(known.sound, course)?.windows.find(({ span }) => span.start === header.start)?.from;
}
