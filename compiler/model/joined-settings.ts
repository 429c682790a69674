// Settings that people write apart and the vocabulary has as one: the two ends of a range, or a date and its times.

import type { Fix } from "../diagnostics/diagnostic.ts";
import { joinedSetting } from "../schema/schema-diagnostics.ts";
import type { SettingNode } from "../syntax/tree.ts";
import { endWords, startWords } from "../text/range-ends.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type BodyScope, headOf, keyOf } from "./body-scope.ts";

const allParts = ["date", "from", "to", "times"] as const;
type Part = (typeof allParts)[number];

/** What a word is a part of, in small letters with `-`. */
const words: Readonly<Record<Part, ReadonlySet<string>>> = {
  date: new Set(["date", "day"]),
  from: startWords,
  to: endWords,
  times: new Set(["time", "times", "hours"]),
};

/** The settings that such parts make, the likeliest first. */
const ranges = ["term", "time", "at"];

/** What several settings of a body are, each a part of one. */
interface Joined {
  /** The setting that they are. */
  readonly key: string;
  readonly nodes: readonly SettingNode[];
  /** Its value. */
  readonly value: string;
}

/**
 * Is the setting, whose name the schema does not have, a part of one that the schema has? Reported at the first of its parts. Returns the key
 * of that setting.
 */
export function readJoined(node: SettingNode, scope: BodyScope): string | undefined {
  if (partOf(node, scope) === undefined) return undefined;
  const joined = joinedIn(scope);
  if (joined === undefined || !joined.nodes.includes(node)) return undefined;
  const { key, nodes, value } = joined;
  if (node === nodes[0]) {
    const { reader } = scope.context;
    const names = nodes.map((setting) => keyOf(setting) ?? "");
    const fixes = [fixFor(joined, reader.file)];
    reader.say(joinedSetting, { names, form: `${key} = ${value}` }, headOf(node), { fixes });
  }
  return key;
}

function joinedIn({ schema, body, context }: BodyScope): Joined | undefined {
  const settings = body.filter((item): item is SettingNode => item.kind === "setting");
  const found = new Map<Part, SettingNode>();
  for (const setting of settings) {
    const part = partOf(setting, { schema });
    if (part !== undefined && !found.has(part)) found.set(part, setting);
  }
  const [date, from, to, times] = allParts.map((part) => found.get(part));
  const text = (node: SettingNode) =>
    context.reader.file.text.slice(node.value.start, node.value.end).replace(/^"([^"]*)"$/, "$1");
  const clock = from && to ? `${text(from)} .. ${text(to)}` : times && date && text(times);
  if (clock === undefined) return undefined;
  // Only what stands at a date of its own has one.
  const key = ranges.find((one) => Object.hasOwn(schema.settings, one) && (date === undefined || one === "at"));
  if (key === undefined || settings.some((setting) => keyOf(setting) === key)) return undefined;
  const nodes = [date, ...(from && to ? [from, to] : [times])].filter((setting) => setting !== undefined);
  return {
    key,
    nodes: nodes.sort((a, b) => a.start - b.start),
    value: date === undefined ? clock : `${text(date)} ${clock}`,
  };
}

function partOf(node: SettingNode, { schema }: Pick<BodyScope, "schema">): Part | undefined {
  const key = keyOf(node);
  if (key === undefined || node.operator !== "=" || node.value.kind === "unreadable") return undefined;
  if (Object.hasOwn(schema.settings, key) || Object.hasOwn(schema.blocks, key)) return undefined;
  const word = key.toLowerCase().replaceAll("_", "-");
  return allParts.find((part) => words[part].has(word));
}

/** The first becomes the setting; the others go, with their lines where nothing else stands there. */
function fixFor({ key, nodes: [first, ...others], value }: Joined, file: SourceFile): Fix {
  const form = `${key} = ${value}`;
  const at = (start: number, end: number) => ({ file, start, end });
  const edits = first === undefined ? [] : [{ span: at(headOf(first).start, first.value.end), text: form }];
  return {
    title: `Write \`${form}\``,
    edits: [...edits, ...others.map((setting) => ({ span: at(...stretchOf(setting, file.text)), text: "" }))],
    applies: "always",
  };
}

function stretchOf(node: SettingNode, text: string): [start: number, end: number] {
  const { start } = headOf(node);
  const { end } = node.value;
  const before = /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))?.[0].length ?? 0;
  const line = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  const isAlone = start - before === 0 || text[start - before - 1] === "\n";
  return isAlone && line > 0 ? [start - before, end + line] : [start - before, end];
}
