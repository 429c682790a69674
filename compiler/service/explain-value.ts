// Where the value of a setting in a program comes from: every step, with its place, for `hubc explain`.

import { type Block, type OwnBlock, type OwnSetting, writtenName } from "../model/block.ts";
import type { Evaluated } from "../model/evaluate.ts";
import { type Step, stepsOf } from "../model/sourced.ts";
import { type BlockSchema, mayRepeat, type Setting } from "../schema/block.ts";
import { unknown } from "../schema/value-type.ts";
import type { PathNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { lookUp } from "../text/look-up.ts";
import { positionAt } from "../text/source-file.ts";
import { type Span, spanOf } from "../text/span.ts";

export interface ValuePage {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How a place is shown: by its file's path as the reader finds it. */
export type PathOf = (span: Span) => string;

/**
 * Explains a path such as `course.data8`, `course.data8.memory` or `hub.datahub.auth.hosted-domains`: kind, name, blocks, setting. Gives
 * the nearest path where there is none, and nothing where the program declares nothing of the name, nor of one like it.
 */
export function explainValue(
  path: string,
  evaluated: readonly Evaluated[],
  pathOf: PathOf,
): ValuePage | { readonly suggestion: string | undefined } | undefined {
  const [kind, name, ...rest] = path.split(".");
  const found = evaluated.find(({ declaration }) => declaration.kind === kind && declaration.name === name);
  if (found?.block === undefined) return nearDeclaration(path, evaluated);
  if (rest.length === 0) return declarationPage(path, found.block, found.declaration.node.parent, pathOf);
  const ofStage = stagePage(path, found.block, rest, pathOf);
  if (ofStage) return ofStage;
  const holder = inner(found.block, rest.slice(0, -1));
  const key = rest.at(-1) ?? "";
  const page =
    holder &&
    (settingPage(path, holder, key, pathOf) ??
      packagesPage(path, holder, key, pathOf) ??
      blockPage(path, inner(found.block, rest), pathOf));
  const unwritten = holder === undefined ? unwrittenPage(path, found.block, rest) : undefined;
  if (unwritten) return { ...unwritten, lines: [...unwritten.lines, ...overlayLines(found.block, rest, pathOf)] };
  if (page) return { ...page, lines: [...page.lines, ...overlayLines(found.block, rest, pathOf)] };
  const known = holder ? [...Object.keys(holder.schema.settings), ...holder.blocks.map((block) => block.key)] : [];
  const near = closest(
    key,
    known.filter((one) => one !== key),
  );
  return { suggestion: near && [kind, name, ...rest.slice(0, -1), near].join(".") };
}

/** The nearest path where the program declares something of the kind by a name that is like it. */
function nearDeclaration(path: string, evaluated: readonly Evaluated[]): { readonly suggestion: string } | undefined {
  const [kind, name = "", ...rest] = path.split(".");
  const ofKind = evaluated.filter(({ declaration }) => declaration.kind === kind && !declaration.standard);
  const near = closest(
    name,
    ofKind.map(({ declaration }) => declaration.name),
  );
  // A name of a letter or two is like any other.
  return near === undefined || name.length < 3 ? undefined : { suggestion: [kind, near, ...rest].join(".") };
}

/** All that a declaration says, and what its parents and windows add. */
function declarationPage(path: string, block: Block, parent: PathNode | undefined, pathOf: PathOf): ValuePage {
  const { lines = [] } =
    blockPage(path, block.variant === undefined ? block : { ...block, variant: undefined }, pathOf) ?? {};
  const variant = block.variant === undefined ? "" : ` ${block.variant}`;
  const under = parent === undefined ? "" : ` extends ${parent.names.map(({ text }) => text).join(".")}`;
  const layers = [...new Set(block.overlays.map(writtenName))];
  const more = layers.length === 0 ? [] : ["", `On some days, or in some stage: ${layers.join(", ")}.`];
  return {
    title: path,
    lines: [`    ${block.key}${variant} ${block.label ?? ""}${under}, ${place(block.span, pathOf)}`, ...lines, ...more],
  };
}

/** The block that the words lead to; labels and variants may be named or left out. */
function inner(block: Block, words: readonly string[]): Block | undefined {
  const [word, ...rest] = words;
  if (word === undefined) return block;
  const next = block.blocks.find((block) => block.key === word);
  if (next === undefined) return undefined;
  const named = block.blocks.find(
    (block) => block.key === word && (block.label === rest[0] || block.variant === rest[0]) && rest[0] !== undefined,
  );
  return named ? inner(named, rest.slice(1)) : inner(next, rest);
}

export function settingPage(path: string, block: Block, key: string, pathOf: PathOf): ValuePage | undefined {
  const setting = Object.hasOwn(block.schema.settings, key) ? block.schema.settings[key] : undefined;
  const value = block.settings.get(key);
  const type = setting ?? (value === undefined ? undefined : block.schema.anySetting);
  if (type === undefined) return undefined;
  if (value === unknown) return { title: path, lines: ["It has an error: hubc check says which."] };
  if (value === undefined) return { title: path, lines: [defaultLine(type)] };
  const lines = stepsOf(value).map((step) => stepLine(step, pathOf));
  return { title: path, lines: [`    ${key} = ${type.type.print(value.value)}`, "", ...lines] };
}

/** A setting of a block that is not written, and can be there once. */
function unwrittenPage(path: string, whole: Block, words: readonly string[]): ValuePage | undefined {
  const written = words.slice(0, -1).findLastIndex((_, i) => inner(whole, words.slice(0, i + 1)) !== undefined);
  if (written >= 0)
    return unwrittenPage(path, inner(whole, words.slice(0, written + 1)) ?? whole, words.slice(written + 1));
  const setting = settingBelow(whole.schema, words);
  return setting && { title: path, lines: [defaultLine(setting)] };
}

function settingBelow(schema: BlockSchema, [word = "", ...rest]: readonly string[]): Setting<unknown> | undefined {
  if (rest.length === 0) return lookUp(schema.settings, word);
  const use = lookUp(schema.blocks, word);
  if (use?.schema === undefined || mayRepeat(use)) return undefined;
  return settingBelow(typeof use.schema === "function" ? use.schema() : use.schema, rest);
}

function defaultLine(setting: Setting<unknown>): string {
  if (setting.default !== undefined) return `Not set: the default is ${setting.type.print(setting.default)}.`;
  return setting.defaultDoc === undefined ? "Not set." : `Not set: ${setting.defaultDoc.replaceAll("`", "")}.`;
}

const verbs: Readonly<Record<Step["how"], string>> = {
  set: "set by",
  added: "added to by",
  removed: "removed from by",
  default: "starts from the",
  derived: "worked out from",
};

function stepLine(step: Step, pathOf: PathOf): string {
  return `${verbs[step.how]} ${step.by}, ${place(step.span, pathOf)}`;
}

function place(span: Span, pathOf: PathOf): string {
  return `${pathOf(span)}:${positionAt(span.file, span.start).line}`;
}

function packagesPage(path: string, block: Block, key: string, pathOf: PathOf): ValuePage | undefined {
  const packages = block.blocks.find((block) => block.key === key && block.schema.packages !== undefined)?.packages;
  if (packages === undefined) return undefined;
  const width = Math.max(...packages.map(({ requirement }) => requirement.text.length), 0);
  const lines = packages.map((one) => `    ${one.requirement.text.padEnd(width)}  ${place(one.span, pathOf)}`);
  return { title: path, lines };
}

/** What a stage says itself: `stage.prod.domain`, or all of it by `stage.prod`. */
function stagePage(path: string, block: Block, words: readonly string[], pathOf: PathOf): ValuePage | undefined {
  const [key, label, ...rest] = words;
  const stage =
    key === "stage" ? block.overlays.find((block) => block.key === key && block.label === label) : undefined;
  if (stage === undefined) return undefined;
  const setting = settingIn(stage, rest);
  const own = rest.length === 0 ? [...stage.settings.values()] : setting === undefined ? [] : [setting];
  if (own.length > 0) return { title: path, lines: own.map((each) => ownLine(each, pathOf)) };
  if (rest.length === 0) return { title: path, lines: ["It sets nothing itself."] };
  if (inner(block, rest.slice(0, -1)) === undefined) return undefined;
  return {
    title: path,
    lines: [`The stage does not say it. What the hub says: ${path.replace(`.stage.${label}`, "")}.`],
  };
}

function ownLine(setting: OwnSetting, pathOf: PathOf): string {
  const { key, type } = setting.setting;
  if (setting.value === unknown) return `    ${key} has an error: hubc check says which.`;
  const value = setting.operator === "none" ? "dropped" : `${setting.operator} ${type.print(setting.value)}`;
  return `    ${key} ${value}, ${place(spanOf(setting.span.file, setting), pathOf)}`;
}

/** What a block says, a line for each setting of it; its own blocks are asked for by their names. */
function blockPage(path: string, block: Block | undefined, pathOf: PathOf): ValuePage | undefined {
  if (block === undefined) return undefined;
  const lines = [...block.settings].map(([key, value]) => {
    if (value === unknown) return `    ${key} has an error: hubc check says which.`;
    const type = lookUp(block.schema.settings, key) ?? block.schema.anySetting;
    return `    ${key} = ${type?.type.print(value.value) ?? ""}, ${place(value.span, pathOf)}`;
  });
  if (block.variant !== undefined) lines.unshift(`    ${block.key} ${block.variant}, ${place(block.span, pathOf)}`);
  const inside = [...new Set(block.blocks.map((block) => `${path}.${block.key}`))];
  const more = inside.length === 0 ? [] : ["", `Inside of it: ${inside.join(", ")}.`];
  return { title: path, lines: lines.length === 0 ? ["It sets nothing itself.", ...more] : [...lines, ...more] };
}

/** Stages, windows and exams that set it. */
export function overlayLines(block: Block, words: readonly string[], pathOf: PathOf): string[] {
  const key = words.at(-1) ?? "";
  const exams = words.length === 1 ? block.blocks.filter((block) => block.key === "exam") : [];
  const lines = [
    ...block.overlays.flatMap((overlay) => overlayLine(overlay, words, pathOf)),
    ...exams.flatMap((block) => examLine(block, key, pathOf)),
  ];
  return lines.length > 0 ? ["", ...lines] : [];
}

/** An exam changes its course's settings of the same names while it lasts. */
function examLine(exam: Block, key: string, pathOf: PathOf): string[] {
  const value = exam.settings.get(key);
  const setting = Object.hasOwn(exam.schema.settings, key) ? exam.schema.settings[key] : undefined;
  if (value === undefined || value === unknown || setting === undefined) return [];
  return [`exam ${exam.label ?? ""}: ${key} = ${setting.type.print(value.value)}, ${place(value.span, pathOf)}`];
}

function overlayLine(overlay: OwnBlock, words: readonly string[], pathOf: PathOf): string[] {
  const key = words.at(-1) ?? "";
  const inside = overlay.overlays.flatMap((block) =>
    overlayLine(block, words, pathOf).map((line) => `${writtenName(overlay)}, ${line}`),
  );
  const setting = settingIn(overlay, words);
  if (setting === undefined || setting.value === unknown) return inside;
  const value =
    setting.operator === "none" ? "dropped" : `${setting.operator} ${setting.setting.type.print(setting.value)}`;
  return [`${writtenName(overlay)}: ${key} ${value}, ${place(spanOf(setting.span.file, setting), pathOf)}`, ...inside];
}

/** What the words lead to in a stage or a window; labels and variants may be named or left out. */
function settingIn(block: OwnBlock, [word = "", ...rest]: readonly string[]): OwnSetting | undefined {
  if (rest.length === 0) return block.settings.get(word);
  const inner = block.blocks.filter((block) => block.key === word);
  const named =
    rest.length > 1 ? inner.find((block) => block.label === rest[0] || block.variant === rest[0]) : undefined;
  const next = named ?? inner[0];
  return next && settingIn(next, named ? rest.slice(1) : rest);
}
