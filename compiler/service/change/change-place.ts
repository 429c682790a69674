// What `hubc set` and `hubc add` write: the new text of one file, in the ways in which what was typed can be meant.

import { format } from "../../format/format.ts";
import { quote } from "../../schema/values/scalars.ts";
import { type BlockNode, packageBlocks, type SettingNode, type SyntaxTree } from "../../syntax/tree.ts";
import { createSourceFile, type SourceFile } from "../../text/source-file.ts";
import { declarationAt, type FoundPlace, findPlace, type Holder, placeWords, treeOf } from "./find-place.ts";

/** One way of doing it: the file, and its text afterwards. */
export interface Changed {
  readonly file: SourceFile;
  readonly text: string;
}

/** The ways, the likeliest first; or why there is none, in a sentence. */
export type Changes = readonly Changed[] | { readonly problem: string };

/** Sets the setting at `place` to `value`: as it is typed, or as a text. */
export function setPlace(trees: readonly SyntaxTree[], place: string, value: string): Changes {
  const found = foundFor(trees, place, "a setting");
  if ("problem" in found) return found;
  if (found.item?.kind === "block") return { problem: `${place} is a block: name a setting of it.` };
  const { holder } = found;
  if (holder.kind === "block" && isPackageBlock(holder.name.text)) {
    const block = place.slice(0, place.lastIndexOf("."));
    return { problem: `${block} holds lines of packages: hubc add ${block} changes the line of a package too.` };
  }
  return ways([value]).map(([written = value]) => changed(found, settingEdit(found, written)));
}

function settingEdit(place: FoundPlace, value: string): Edit {
  const { file, holder, item, missing } = place;
  if (item?.kind === "setting") {
    const key = item.path.at(-1);
    return { start: key?.end ?? item.start, end: item.value.end, text: ` = ${value}` };
  }
  return intoBody(
    file,
    holder,
    nested(missing, (key) => `${key} = ${value}`),
    missing.length === 1 ? "settings" : "everything",
  );
}

/** `cull { idle = 1h }` for two words. */
function nested([word = "", ...rest]: readonly string[], setting: (key: string) => string): string {
  return rest.length === 0 ? setting(keyText(word)) : `${keyText(word)} { ${nested(rest, setting)} }`;
}

/** A key as it is written: in quotes where it is no name. */
function keyText(word: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(word) ? word : quote(word);
}

/** Adds to the list or the packages at `place`, or declares what `place` names with these settings. */
export function addTo(trees: readonly SyntaxTree[], place: string, values: readonly string[]): Changes {
  const words = placeWords(place);
  if (words.length === 2) return declared(trees, words, values);
  if (values.length === 0) return { problem: `Say what to add to ${place}.` };
  const found = foundFor(trees, place, "a list or a block of packages");
  if ("problem" in found) return found;
  const { item, missing, file, holder } = found;
  const block = item?.kind === "block" ? item.name.text : missing.length === 1 ? (missing[0] ?? "") : "";
  if (item?.kind !== "setting" && isPackageBlock(block)) {
    const other = values.find((value) => !isPackageLine(block, value));
    if (other !== undefined) return { problem: `${JSON.stringify(other)} is no line of ${block}.` };
    if (item !== undefined) return [packages(found, item, values)];
    return [changed(found, intoBody(file, holder, `${block} {\n${values.join("\n")}\n}`, "everything"))];
  }
  if (item?.kind === "block") return { problem: `${place} is a block: name a list of it.` };
  return ways(values).map((items) =>
    changed(found, item === undefined ? newList(found, items) : longerList(item, items, file)),
  );
}

const isPackageBlock = (word: string) => packageBlocks.some((one) => one === word);

/** Is it one line of such a block, and nothing beside it, such as a comment that allows a finding? */
function isPackageLine(block: string, line: string): boolean {
  if (/[\r\n]|#\s*hubc:/.test(line)) return false;
  const [only, ...more] = treeOf(createSourceFile("", `image it {\n${block} {\n${line}\n}\n}\n`)).declarations;
  const [inner, ...others] = only?.body ?? [];
  if (more.length > 0 || others.length > 0 || inner?.kind !== "block") return false;
  return inner.body.length > 0 && inner.body.every(({ kind }) => kind === "package-line");
}

function newList(place: FoundPlace, items: readonly string[]): Edit {
  const { file, holder, missing } = place;
  const list = `[${items.join(", ")}]`;
  return intoBody(
    file,
    holder,
    nested(missing, (key) => `${key} = ${list}`),
    missing.length === 1 ? "settings" : "everything",
  );
}

/** The items that are not there yet, behind those that are. */
function longerList({ value }: SettingNode, items: readonly string[], { text }: SourceFile): Edit {
  if (value.kind !== "list") {
    return {
      start: value.start,
      end: value.end,
      text: `[${[text.slice(value.start, value.end), ...items].join(", ")}]`,
    };
  }
  const there = new Set(value.items.map(({ start, end }) => text.slice(start, end)));
  const fresh = items.filter((item) => !there.has(item));
  const last = value.items.at(-1);
  if (fresh.length === 0) return { start: value.end, end: value.end, text: "" };
  if (last === undefined) return { start: value.start, end: value.end, text: `[${fresh.join(", ")}]` };
  const separator = text.slice(value.start, value.end).includes("\n") ? ",\n" : ", ";
  return { start: last.end, end: last.end, text: fresh.map((item) => `${separator}${item}`).join("") };
}

/** Each package once: one that is there gets the new line. */
function packages(place: FoundPlace, block: BlockNode, lines: readonly string[]): Changed {
  let { file } = place;
  let text = file.text;
  let holder = block;
  for (const line of lines) {
    const same = holder.body.find(
      (item) => item.kind === "package-line" && packageName(item.text) === packageName(line),
    );
    text = edited(file, same === undefined ? intoBody(file, holder, line, "everything") : { ...same, text: line });
    file = createSourceFile(file.path, text);
    const again = blockAgain(file, place, block);
    if (again === undefined) break;
    holder = again;
  }
  return { file: place.file, text };
}

/** The package's name at the beginning of a line, as pip and conda compare names: without case, and `-`, `_` and `.` the same. */
function packageName(line: string): string {
  const [name = line] = /^\s*(?:[^\s:]+::)?[A-Za-z0-9][A-Za-z0-9._-]*/.exec(line) ?? [];
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[-_.]+/g, "-");
}

function blockAgain(file: SourceFile, { declaration }: FoundPlace, block: BlockNode): BlockNode | undefined {
  const holder = declarationAt([treeOf(file)], declaration.keyword.text, declaration.name?.text ?? "");
  return holder?.body.find((item): item is BlockNode => item.kind === "block" && item.name.text === block.name.text);
}

/** A declaration, behind the last one of its kind. */
function declared(
  trees: readonly SyntaxTree[],
  [kind = "", name = ""]: readonly string[],
  values: readonly string[],
): Changes {
  if (declarationAt(trees, kind, name) !== undefined)
    return { problem: `There is ${kind} ${name} already: hubc set changes a setting of it.` };
  if (!isBareWord(kind) || !isDeclared(name))
    return {
      problem: `${JSON.stringify([kind, name].join("."))} names no declaration: a kind and a name, such as course.data8.`,
    };
  const pairs: (readonly [string, string])[] = [];
  for (const value of values) {
    const [, key, said] = /^([A-Za-z][A-Za-z0-9-]*)\s*=\s*([\s\S]+)$/.exec(value) ?? [];
    if (key === undefined || said === undefined)
      return { problem: `${JSON.stringify(value)} is no setting: write KEY=VALUE, such as title='Statistics'.` };
    if (headerWords.has(key) && !isReference(said))
      return { problem: `${JSON.stringify(said)} is no name for ${key}.` };
    pairs.push([key, said]);
  }
  const beside = trees
    .flatMap(({ declarations }) => declarations)
    .filter((declaration) => declaration.keyword.text === kind)
    .at(-1);
  const file = beside?.file ?? trees[0]?.file;
  if (file === undefined) return { problem: "There is no .hub file to write into." };
  const header = pairs.filter(([key]) => headerWords.has(key));
  const settings = pairs.filter(([key]) => !headerWords.has(key));
  const variant = header.find(([key]) => key === "variant")?.[1];
  const parent = header.find(([key]) => key === "extends")?.[1];
  const head = [kind, variant, name, ...(parent === undefined ? [] : ["extends", parent])].filter(
    (word) => word !== undefined,
  );
  // Each value may be a text or not, so each is decided by itself, as the setting's type wants it.
  return combinations(settings.map(([, said]) => said)).map((written) => {
    const lines = settings.map(([key], i) => `  ${key} = ${written[i] ?? ""}`);
    const text = `${head.join(" ")} {\n${lines.join("\n")}${lines.length === 0 ? "" : "\n"}}\n`;
    const at = beside === undefined ? file.text.length : endOfLine(file.text, beside.end);
    const before =
      at === 0 || file.text.slice(0, at).endsWith("\n\n") ? "" : file.text.slice(0, at).endsWith("\n") ? "\n" : "\n\n";
    return { file, text: edited(file, { start: at, end: at, text: `${before}${text}` }) };
  });
}

const headerWords: ReadonlySet<string> = new Set(["extends", "variant"]);

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** All as typed; all as texts. */
function ways(values: readonly string[]): readonly (readonly string[])[] {
  const texts = values.map(quote);
  const typed = values.every(isWritten);
  return typed ? [values, texts] : [texts];
}

/** The ways of several values, of which each may be a text; what is surely one or surely none has one way. */
function combinations(values: readonly string[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>(
    (all, value) => {
      const own = !isWritten(value) ? [quote(value)] : isBareWord(value) ? [value, quote(value)] : [value];
      return all.flatMap((before) => own.map((one) => [...before, one])).slice(0, MOST_WAYS);
    },
    [[]],
  );
}

const MOST_WAYS = 64;

/** A name, or a family's name with its range. */
const isDeclared = (name: string) => /^[A-Za-z][A-Za-z0-9_-]*(?:\[\d+\.\.\d+\])?$/.test(name);

const isReference = (value: string) => /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*$/.test(value);

const isBareWord = (value: string) => /^[A-Za-z][A-Za-z0-9_.-]*$/.test(value);

/** Can it stand in a program as it is? Whether it is meant so, the check says. */
function isWritten(value: string): boolean {
  const tree = treeOf(createSourceFile("", `let it = ${value}\n`));
  const [only] = tree.lets;
  return (
    tree.lets.length === 1 &&
    !tree.incomplete &&
    only?.value.kind !== "unreadable" &&
    only?.value.end === 9 + value.length
  );
}

function changed({ file }: FoundPlace, edit: Edit): Changed {
  return { file, text: edited(file, edit) };
}

function foundFor(
  trees: readonly SyntaxTree[],
  place: string,
  what: string,
): FoundPlace | { readonly problem: string } {
  const words = placeWords(place);
  if (words.length < 3)
    return {
      problem: `${JSON.stringify(place)} names no place: a kind, a name and ${what}, such as course.data8.memory.`,
    };
  return findPlace(trees, words) ?? { problem: `The program has no ${words[0]} ${words[1]}.` };
}

// Putting lines into a body so that what stands around them, comments too, stays as it is.

/** A replacement in one file. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after the edit, laid out as hubc fmt does it where the file was so before. */
function edited(file: SourceFile, { start, end, text }: Edit): string {
  const changed = file.text.slice(0, start) + text + file.text.slice(end);
  return format(file).changed ? changed : format(createSourceFile(file.path, changed)).text;
}

/** The lines, put behind the last setting of the body that is one, else at its beginning. */
function intoBody(file: SourceFile, holder: Holder, lines: string, after: "settings" | "everything"): Edit {
  const items = after === "everything" ? holder.body : holder.body.filter(({ kind }) => kind === "setting");
  const last = items.at(-1);
  const open = file.text.indexOf("{", holder.header.end);
  if (last === undefined) {
    const isEmpty = file.text.slice(open + 1, holder.end - 1).trim() === "";
    return isEmpty
      ? {
          start: open + 1,
          end: holder.end - 1,
          text: `\n${indent(file, holder.start)}  ${lines}\n${indent(file, holder.start)}`,
        }
      : atBeginning(file, holder, { open, lines });
  }
  const isOneLine = !file.text.slice(open, holder.end).includes("\n");
  if (isOneLine && after === "settings") return { start: last.end, end: last.end, text: `  ${lines}` };
  const endOfLine = file.text.indexOf("\n", last.end);
  const end = isOneLine || endOfLine < 0 || endOfLine >= holder.end ? last.end : endOfLine;
  return { start: end, end, text: `\n${indent(file, last.start)}${lines}` };
}

/** Behind the brace and a comment that stands with it; what else stands there goes to a line of its own. */
function atBeginning(
  file: SourceFile,
  holder: Holder,
  { open, lines }: { readonly open: number; readonly lines: string },
): Edit {
  const own = indent(file, holder.start);
  const end = file.text.indexOf("\n", open);
  const rest = file.text.slice(open + 1, end < 0 ? undefined : end).trim();
  const text = `\n${own}  ${lines}`;
  if (rest === "" || rest.startsWith("#")) return { start: end, end, text };
  return { start: open + 1, end: open + 1, text: `${text}\n${own} ` };
}

/** The blanks before what stands at `offset`, where it is the first of its line. */
function indent({ text }: SourceFile, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? "";
}
