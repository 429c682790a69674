// The outline's chunks to nodes of the tree.

import { replaceFix } from "../diagnostics/diagnostic.ts";
import { type BlockChunk, type Chunk, rangeOfChunk, type StatementChunk } from "./chunk.ts";
import {
  blockHead,
  type ConstantParts,
  constant,
  constantHead,
  header,
  requirement,
  setting,
  settingHead,
} from "./grammar.ts";
import { checkLiterals } from "./literals.ts";
import { readHeader } from "./read-header.ts";
import { readStatement, reportMissingValue, reportNoSetting, type StatementInput, sayAt } from "./read-statement.ts";
import * as messages from "./syntax-diagnostics.ts";
import {
  declarationKinds,
  isAssignment,
  isPackageLine,
  isUnterminated,
  isWord,
  kindsWithConditions,
  pathEnd,
  type Token,
  tokensRange,
} from "./tokens.ts";
import type {
  BodyItem,
  DeclarationNode,
  DocLookup,
  LetNode,
  NameNode,
  Range,
  SettingNode,
  SyntaxTree,
  UnreadableNode,
  ValueNode,
} from "./tree.ts";
import { nameOf } from "./value-nodes.ts";

type Readable = Pick<SyntaxTree, "declarations" | "lets" | "unreadableKinds" | "unreadableNames" | "incomplete">;

/**
 * Reads the chunks of one file. The class holds what every reading needs and what was found on the way. Trees live as long as
 * their texts: a list that has grown is copied once it is whole, which leaves it no room that nothing will fill.
 */
export class TreeReader {
  /** Places that are not read and of which the mistake has been told. */
  readonly skipped: Range[] = [];
  private readonly unreadableKinds = new Set<string>();
  private readonly unreadableNames = new Set<string>();
  private readonly input: StatementInput & { readonly docs: DocLookup };

  constructor(input: StatementInput & { readonly docs: DocLookup }) {
    this.input = input;
  }

  /** What the chunks at the top of the file declare. */
  file(chunks: readonly Chunk[]): Readable {
    const declarations: DeclarationNode[] = [];
    const lets: LetNode[] = [];
    let orphaned = false;
    let incomplete = false;
    for (const chunk of chunks) {
      const first = firstToken(chunk);
      const isLet =
        first !== undefined && isWord(first) && first.image === "let" && (chunk.kind === "statement" || chunk.value);
      const isHeader = chunk.kind === "block" && !chunk.value && chunk.head.length > 0;
      if (isLet) {
        const node = this.letNode(chunk);
        if (node) lets.push(node);
        else incomplete = true;
      } else if (isHeader) {
        const node = this.declaration(chunk);
        if (node) declarations.push(node);
        else incomplete = true;
      } else {
        this.orphan(chunk, orphaned);
        orphaned = true;
        incomplete = true;
        continue;
      }
      orphaned = false;
    }
    const { unreadableKinds, unreadableNames } = this;
    return {
      declarations: declarations.slice(),
      lets: lets.slice(),
      unreadableKinds,
      unreadableNames,
      incomplete,
    };
  }

  /** What stands outside every declaration is reported once, however much of it there is. */
  private orphan(chunk: Chunk, again: boolean): void {
    this.skip(chunk);
    const first = firstToken(chunk);
    this.noteForeign(chunk);
    if (again || first === undefined || chunk.reported) return;
    if (chunk.kind === "statement" && isKindWord(first.image)) {
      this.noteUnreadable(chunk.tokens, first.image);
      const parameters = { problem: "A declaration ends its first line with `{`.", form: `${first.image} … {` };
      sayAt(this.input, messages.badHeader, { parameters, range: tokensRange(chunk.tokens) });
      return;
    }
    const last = (chunk.kind === "statement" ? chunk.tokens.at(-1) : first) ?? first;
    const range = { start: first.start, end: last.end };
    sayAt(this.input, messages.outsideDeclaration, { parameters: { setting: settingIn(chunk) }, range });
  }

  private letNode(chunk: Chunk): LetNode | undefined {
    const tokens = chunk.kind === "block" ? chunk.head : chunk.tokens;
    const parts = chunk.kind === "block" ? this.constantOfMap(chunk) : this.constant(chunk);
    if (parts === undefined) {
      if (chunk.kind === "block") this.skip(chunk);
      this.noteUnreadable(tokens, tokens[1] && isWord(tokens[1]) && isAssignmentAt(tokens, 2) ? undefined : "let");
      return undefined;
    }
    const { start, end } = chunk.kind === "block" ? rangeOfBlock(chunk) : tokensRange(tokens);
    return { kind: "let", start, end, file: this.input.file, ...parts, doc: this.input.docs(start) };
  }

  private constant({ tokens, reported }: StatementChunk): ConstantParts | undefined {
    const parts = reported ? undefined : readStatement(tokens, constant, this.input);
    return parts && { ...parts, value: this.checked(parts.value) };
  }

  private constantOfMap(chunk: BlockChunk): ConstantParts | undefined {
    const name = readStatement(chunk.head, constantHead, this.input);
    return name && { name, value: this.mapOf(chunk) };
  }

  private declaration(chunk: BlockChunk): DeclarationNode | undefined {
    const place = tokensRange(chunk.head);
    const parts = readStatement(chunk.head, header, this.input);
    const read =
      parts &&
      readHeader(parts, place, (definition, parameters, at, instead) => {
        const span = { file: this.input.file, start: at.start, end: at.end };
        const fixes = instead === undefined ? [] : [replaceFix(`Write \`${instead}\``, span, instead)];
        sayAt(this.input, definition, { parameters, range: at, fixes });
      });
    if (read === undefined || read.kind === "unreadable") {
      this.noteUnreadable(chunk.head, read?.keyword ?? kindIn(chunk.head));
      this.skip(chunk);
      return undefined;
    }
    const body = this.body(chunk.children, kindsWithConditions.has(read.keyword.text));
    const { start, end } = rangeOfBlock(chunk);
    const { abstract, keyword, variant, name, family, parent } = read;
    return {
      kind: "declaration",
      start,
      end,
      file: this.input.file,
      abstract,
      keyword,
      variant,
      name,
      family,
      parent,
      body: body.items,
      header: place,
      doc: this.input.docs(start),
      broken: chunk.reported || body.broken,
    };
  }

  /** What stands outside may declare something in another language's way: each kind that it names at the start of a line counts. */
  private noteForeign(chunk: Chunk): void {
    const head = chunk.kind === "statement" ? chunk.tokens.slice(0, 2) : chunk.head;
    this.noteUnreadable(head, kindIn(head));
    if (chunk.kind === "block") for (const child of chunk.children) this.noteForeign(child);
  }

  /** A declaration that could not be read: of a known kind, or under any of its words. */
  private noteUnreadable(head: readonly Token[], kind: string | undefined): void {
    if (kind !== undefined && kind !== "abstract") this.unreadableKinds.add(kind);
    for (const token of head) if (isWord(token)) this.unreadableNames.add(token.image);
  }

  private body(
    chunks: readonly Chunk[],
    conditions = false,
  ): { readonly items: readonly BodyItem[]; readonly broken: boolean } {
    const items: BodyItem[] = [];
    let broken = false;
    for (const chunk of chunks) {
      const item = chunk.kind === "statement" ? this.statement(chunk, conditions) : this.block(chunk);
      if (item) items.push(item);
      broken ||= item === undefined || (item.kind === "block" && item.broken);
      broken ||= item?.kind === "setting" && item.value.kind === "unreadable" && mayHoldMore(chunk);
      broken ||= chunk.kind === "statement" && chunk.reported && mayHoldMore(chunk);
    }
    return { items: items.slice(), broken };
  }

  private statement(chunk: StatementChunk, conditions: boolean): BodyItem | undefined {
    const { tokens } = chunk;
    const [first] = tokens;
    if (first === undefined) return undefined;
    const range = tokensRange(tokens);
    const doc = this.input.docs(range.start);
    if (isPackageLine(first)) {
      return { kind: "package-line", start: range.start, end: range.end, text: first.image, doc };
    }
    const key = pathEnd(tokens, 0);
    const operator = tokens[key];
    if (key === 0 || operator === undefined || !isAssignment(operator)) {
      if (!chunk.reported) reportNoSetting(tokens, key, this.input);
      return namedOnly(tokens, key);
    }
    if (key === tokens.length - 1 && !chunk.reported) {
      reportMissingValue(tokens, this.input, conditions && first.image === "require");
      return namedOnly(tokens, key);
    }
    if (chunk.reported) return namedOnly(tokens, key);
    const rule = conditions && first.image === "require" ? requirement : setting;
    const parts = readStatement(tokens, rule, this.input);
    if (parts === undefined) return namedOnly(tokens, key);
    return { kind: "setting", ...range, ...parts, value: this.checked(parts.value), doc };
  }

  private block(chunk: BlockChunk): BodyItem | undefined {
    if (chunk.head.length === 0) {
      this.skip(chunk);
      return undefined;
    }
    const { start, end } = rangeOfBlock(chunk);
    const doc = this.input.docs(start);
    if (chunk.value) return this.mapSetting(chunk, { start, end }, doc);
    const place = tokensRange(chunk.head);
    const parts = readStatement(chunk.head, blockHead, this.input);
    const first = parts?.path[0];
    if (parts === undefined || first === undefined) {
      this.skip(chunk);
      return undefined;
    }
    const name = first.kind === "name" ? first : this.nameAsWritten(first);
    const labels = parts.labels.map((label) => this.checked(label));
    const body = this.body(chunk.children);
    const { path, family, parent } = parts;
    const broken = body.broken || chunk.reported;
    const head = { path, name, labels, family, parent, header: place } as const;
    return { kind: "block", start, end, ...head, body: body.items, doc, broken };
  }

  /** The name of a block that opens with a text: with its quotes, so that it is no word of the vocabulary. */
  private nameAsWritten({ start, end }: Range): NameNode {
    return { kind: "name", text: this.input.file.text.slice(start, end), start, end };
  }

  private mapSetting(chunk: BlockChunk, range: Range, doc: string | undefined): SettingNode | undefined {
    const parts = readStatement(chunk.head, settingHead, this.input);
    if (parts === undefined) {
      this.skip(chunk);
      return undefined;
    }
    const { start, end } = range;
    const { path, operator } = parts;
    return { kind: "setting", start, end, path, operator, value: this.mapOf(chunk), doc };
  }

  private mapOf(chunk: BlockChunk): ValueNode {
    const body = this.body(chunk.children);
    const start = (chunk.open ?? chunk.close)?.start ?? 0;
    const end = (chunk.close ?? chunk.open)?.end ?? 0;
    return chunk.reported || body.broken
      ? unreadable({ start, end })
      : { kind: "map", start, end, entries: body.items };
  }

  private checked(value: ValueNode): ValueNode {
    return checkLiterals(value, (found, what, range) =>
      what === undefined
        ? sayAt(this.input, messages.tooManyDigits, { parameters: {}, range })
        : sayAt(this.input, messages.impossibleDate, { parameters: { found, what }, range }),
    );
  }

  private skip(chunk: Chunk): void {
    this.skipped.push(rangeOfChunk(chunk));
  }
}

function firstToken(chunk: Chunk): Token | undefined {
  return chunk.kind === "statement" ? chunk.tokens[0] : (chunk.head[0] ?? chunk.open);
}

/** From a block's first word to its last brace. */
function rangeOfBlock({ head, open, close }: BlockChunk): Range {
  return { start: (head[0] ?? open ?? close)?.start ?? 0, end: (close ?? open ?? head.at(-1))?.end ?? 0 };
}

function isAssignmentAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isAssignment(token);
}

function isKindWord(word: string): boolean {
  return word === "abstract" || declarationKinds.some((kind) => kind === word);
}

/** The name of the setting that a chunk is, if it is one. */
function settingIn(chunk: Chunk): string | undefined {
  const tokens = chunk.kind === "statement" ? chunk.tokens : chunk.value ? chunk.head : [];
  const end = pathEnd(tokens, 0);
  if (!isAssignmentAt(tokens, end)) return undefined;
  return tokens
    .slice(0, end)
    .map(({ image }) => image)
    .join("");
}

/** The kind of declaration among words, with or without quotes. */
function kindIn(tokens: readonly Token[]): string | undefined {
  return tokens.map(({ image }) => image.replace(/^"(.*)"$/, "$1")).find(isKindWord);
}

function unreadable(range: Range): UnreadableNode {
  return { kind: "unreadable", start: range.start, end: range.end };
}

/** May what could not be read have said more than its first setting? A text without an end may have taken up others on its line. */
function mayHoldMore(chunk: Chunk): boolean {
  if (chunk.kind !== "statement") return true;
  const swallowed = (token: Token) => isUnterminated(token) && /[={}\n]/.test(token.image);
  return chunk.tokens.filter(isAssignment).length > 1 || chunk.tokens.some(swallowed);
}

/** A setting of which only the name could be read, so that it does not count as missing. */
function namedOnly(tokens: readonly Token[], key: number): SettingNode | undefined {
  const [name] = tokens;
  if (key === 0 || name === undefined || !isWord(name)) return undefined;
  const { start, end } = tokensRange(tokens);
  const value: ValueNode = { ...unreadable({ start, end }), ...(tokens.some(isUnterminated) && { isEndless: true }) };
  return { kind: "setting", start, end, path: [nameOf(name)], operator: "=", value, doc: undefined };
}
