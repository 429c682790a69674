// What there is to tell of something that has a name: how it is declared, its doc comment, and what it comes to.

import type { Examined } from "../../examine.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import type { DeclarationNode } from "../../syntax/tree.ts";
import { lineIndexAt } from "../../text/source-file.ts";
import { courseRoom, roomSentences } from "./course-room.ts";
import { evaluatedOf, memberName } from "./effective-block.ts";
import { fenced } from "./explain-markdown.ts";
import type { Declared } from "./name-sites.ts";
import { poolNamed, poolSentences } from "./pool-room.ts";
import type { NamedThing } from "./program-names.ts";

/** The page of a declaration, constant or labelled block. */
export function thingMarkdown({ declared, standard }: NamedThing, known: Examined): string {
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
