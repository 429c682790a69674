// Hints within lines: how many people a node holds, how many nodes that is at peak, and the limit where only one size is written.

import type { Examined } from "../../examine.ts";
import type { BodyItem, DeclarationNode, Range, SettingNode } from "../../syntax/tree.ts";
import { countWords } from "../../text/and-list.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { blockLabel } from "./body-schema.ts";
import {
  type CourseRoom,
  courseNamed,
  courseRoom,
  nodesWords,
  peakNodes,
  peopleWords,
  poolNamed,
  poolSentences,
  roomSentences,
} from "./course-room.ts";
import { memberName } from "./effective-block.ts";
import { treeOf } from "./file-trees.ts";

export interface InlayHint {
  /** Shown at its end; a blank stands between. */
  readonly after: Span;
  readonly text: string;
  /** More of it, in Markdown. */
  readonly tooltip: string;
}

/** The hints of a stretch of a file. */
export function inlayHints(known: Examined, file: SourceFile, within: Range): readonly InlayHint[] {
  const hints = treeOf(known, file).declarations.flatMap((node) => {
    if (node.start > within.end || node.end < within.start || node.name === undefined) return [];
    if (node.keyword.text === "course") return courseHints(node, known, file);
    return node.keyword.text === "provider" ? poolHints(node, known, file) : [];
  });
  return hints.filter(({ after }) => within.start <= after.end && after.end <= within.end);
}

function courseHints(node: DeclarationNode, known: Examined, file: SourceFile): readonly InlayHint[] {
  const name = memberName(node);
  const usual = courseRoom(known.sound, name);
  const own = usual ? sizeHints(node.body, usual, file) : [];
  const whole = usual && own.length === 0 ? headerHint(node, usual, file) : [];
  const windows = node.body.flatMap((item) => {
    if (item.kind !== "block" || (item.name.text !== "during" && item.name.text !== "exam")) return [];
    const day = courseNamed(known.sound, name)?.windows.find(({ span }) => span.start === item.header.start)?.from;
    const room = day === undefined ? undefined : courseRoom(known.sound, name, day);
    return room ? sizeHints(item.body, room, file) : [];
  });
  return [...own, ...(whole ?? []), ...windows];
}

/** Where the size is inherited, one hint says it all. */
function headerHint(node: DeclarationNode, room: CourseRoom, file: SourceFile): readonly InlayHint[] {
  if (room.people === undefined && room.size.memory === undefined) return [];
  const words = [peopleWords(room), nodesWords(room)].filter((part) => part !== undefined);
  return [hint({ file, after: node.header, text: words.join(", ") }, room)];
}

function sizeHints(body: readonly BodyItem[], room: CourseRoom, file: SourceFile): readonly InlayHint[] {
  const hasPeak = body.some((item) => keyOf(item) === "peak");
  return body.flatMap((item) => {
    if (item.kind !== "setting") return [];
    const text = sizeText(item, keyOf(item), { room, hasPeak });
    return text === undefined ? [] : [hint({ file, after: item.value, text }, room)];
  });
}

function sizeText(
  item: SettingNode,
  key: string | undefined,
  { room, hasPeak }: { readonly room: CourseRoom; readonly hasPeak: boolean },
): string | undefined {
  switch (key) {
    case "memory":
      return [...limitOf(item), peopleWords(room)].join(", ");
    case "cpu":
      return room.aNode.limit === "cpu" ? [...limitOf(item), peopleWords(room)].join(", ") : limitOf(item)[0];
    case "peak":
      return nodesWords(room);
    case "students":
      return hasPeak || room.size.peak?.span.start !== item.value.start ? undefined : nodesWords(room);
    default:
      return undefined;
  }
}

/** One size alone is guarantee and limit at once. */
function limitOf({ value }: SettingNode): readonly string[] {
  return value.kind === "literal" ? [`limit ${value.raw}`] : [];
}

function keyOf(item: BodyItem): string | undefined {
  const [first] = item.kind === "setting" && item.operator === "=" && item.path.length === 1 ? item.path : [];
  return first?.kind === "name" ? first.text : undefined;
}

function hint(
  { file, after, text }: { readonly file: SourceFile; readonly after: Range; readonly text: string },
  room: CourseRoom,
): InlayHint {
  return { after: spanOf(file, after), text, tooltip: roomSentences(room).join(" ") };
}

function poolHints(node: DeclarationNode, known: Examined, file: SourceFile): readonly InlayHint[] {
  return node.body.flatMap((item) => {
    if (item.kind !== "block" || item.name.text !== "pool" || item.family !== undefined) return [];
    const pool = poolNamed(known.sound, memberName(node), blockLabel(item) ?? "");
    const nodes = item.body.find((item) => keyOf(item) === "nodes" || keyOf(item) === "hosts");
    if (pool === undefined || pool.core || nodes?.kind !== "setting") return [];
    const peak = peakNodes(pool, known.sound);
    if (peak === 0) return [];
    const tooltip = poolSentences(pool, known.sound).join(" ");
    return [{ after: spanOf(file, nodes.value), text: `${countWords(peak, "node")} at peak`, tooltip }];
  });
}
