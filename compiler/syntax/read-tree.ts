// The outline's chunks to nodes of the tree.

import type { IToken } from "chevrotain";
import type { BlockChunk, Chunk, StatementChunk } from "./chunk.ts";
import type { SettingParts } from "./grammar.ts";
import { endOf } from "./lexer.ts";
import { checkLiterals } from "./literals.ts";
import { readHeader } from "./read-header.ts";
import {
  quoted,
  readStatement,
  reportMissingValue,
  reportNoSetting,
  type StatementInput,
  sayAt,
} from "./read-statement.ts";
import * as messages from "./syntax-diagnostics.ts";
import { tokensRange } from "./token-range.ts";
import { isAssignment, isPackageLine, isWord, pathEnd } from "./token-shapes.ts";
import { declarationKinds } from "./tokens.ts";
import type {
  BodyItem,
  DeclarationNode,
  DocLookup,
  LetNode,
  Range,
  SettingNode,
  SyntaxTree,
  ValueNode,
} from "./tree.ts";

type Readable = Pick<SyntaxTree, "declarations" | "lets" | "unreadableKinds" | "unreadableNames" | "incomplete">;

/** Reads the chunks of one file. The class holds what every reading needs and what was found on the way. */
export class TreeReader {
  /** Places that are not read and of which the mistake has been told. */
  readonly skipped: Range[] = [];
  private readonly unreadableKinds = new Set<string>();
  private readonly unreadableNames = new Set<string>();
  private readonly input: StatementInput & { readonly docs: DocLookup };

  constructor(input: StatementInput & { readonly docs: DocLookup }) {
    this.input = input;
    input.parser.source = input.file.text;
  }

  /** What the chunks at the top of the file declare. */
  file(chunks: readonly Chunk[]): Readable {
    const declarations: DeclarationNode[] = [];
    const lets: LetNode[] = [];
    let orphaned = false;
    let incomplete = false;
    for (const chunk of chunks) {
      const first = firstToken(chunk);
      const isLet = first?.image === "let" && (chunk.kind === "statement" || chunk.value);
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
    return { declarations, lets, unreadableKinds, unreadableNames, incomplete };
  }

  /** What stands outside every declaration is reported once, however much of it there is. */
  private orphan(chunk: Chunk, again: boolean): void {
    this.skip(chunk);
    const first = firstToken(chunk);
    this.noteUnreadable(chunk.kind === "statement" ? chunk.tokens.slice(0, 2) : chunk.head, undefined);
    if (again || first === undefined || chunk.reported) return;
    if (chunk.kind === "statement" && isKindWord(first.image)) {
      this.noteUnreadable(chunk.tokens, first.image);
      const parameters = { problem: "A declaration ends its first line with `{`.", form: `${first.image} … {` };
      sayAt(this.input, messages.badHeader, { parameters, range: tokensRange(chunk.tokens) });
      return;
    }
    const last = (chunk.kind === "statement" ? chunk.tokens.at(-1) : first) ?? first;
    const range = { start: first.startOffset, end: endOf(last) };
    sayAt(this.input, messages.outsideDeclaration, { parameters: { kinds: "`course NAME {`" }, range });
  }

  private letNode(chunk: Chunk): LetNode | undefined {
    const [tokens, rule] =
      chunk.kind === "block" ? [chunk.head, this.input.parser.letHead] : [chunk.tokens, this.input.parser.letStatement];
    const broken = chunk.kind === "statement" && chunk.reported;
    const parts = broken
      ? undefined
      : readStatement<{ name: LetNode["name"]; value?: ValueNode }>(tokens, rule, this.input);
    if (parts === undefined) {
      if (chunk.kind === "block") this.skip(chunk);
      this.noteUnreadable(tokens, tokens[1] && isWord(tokens[1]) && isAssignmentAt(tokens, 2) ? undefined : "let");
      return undefined;
    }
    const range = chunk.kind === "block" ? tokensRange([...chunk.head, chunk.open, chunk.close]) : tokensRange(tokens);
    const value = chunk.kind === "block" ? this.mapOf(chunk) : this.checked(parts.value ?? unreadable(range));
    return { kind: "let", file: this.input.file, ...range, name: parts.name, value, doc: this.input.docs(range.start) };
  }

  private declaration(chunk: BlockChunk): DeclarationNode | undefined {
    const range = tokensRange([...chunk.head, chunk.open, chunk.close]);
    const header = tokensRange(chunk.head);
    const parts = readStatement(chunk.head, this.input.parser.header, this.input);
    const read =
      parts &&
      readHeader(parts, header, (definition, parameters, at) =>
        sayAt(this.input, definition, { parameters, range: at }),
      );
    if (read === undefined || read.kind === "unreadable") {
      this.noteUnreadable(chunk.head, read?.keyword ?? chunk.head.find(({ image }) => isKindWord(image))?.image);
      this.skip(chunk);
      return undefined;
    }
    const body = this.body(chunk.children, read.keyword.text === "policy");
    const broken = chunk.reported || body.broken;
    const doc = this.input.docs(range.start);
    return { ...read, kind: "declaration", file: this.input.file, ...range, header, body: body.items, doc, broken };
  }

  /** A declaration that could not be read: of a known kind, or under any of its words. */
  private noteUnreadable(head: readonly IToken[], kind: string | undefined): void {
    if (kind !== undefined && kind !== "abstract") this.unreadableKinds.add(kind);
    for (const token of head) if (isWord(token)) this.unreadableNames.add(token.image);
  }

  private body(chunks: readonly Chunk[], conditions = false): { items: BodyItem[]; broken: boolean } {
    const items: BodyItem[] = [];
    let broken = false;
    for (const chunk of chunks) {
      const item = chunk.kind === "statement" ? this.statement(chunk, conditions) : this.block(chunk);
      if (item) items.push(item);
      broken ||= item === undefined || (chunk.kind === "statement" && chunk.reported);
      broken ||= item?.kind === "block" && item.broken;
      broken ||= item?.kind === "setting" && item.value.kind === "unreadable";
    }
    return { items, broken };
  }

  private statement(chunk: StatementChunk, conditions: boolean): BodyItem | undefined {
    const { parser, docs } = this.input;
    const { tokens } = chunk;
    const [first] = tokens;
    if (first === undefined) return undefined;
    const range = tokensRange(tokens);
    const doc = docs(range.start);
    if (isPackageLine(first)) return { kind: "package-line", ...range, text: first.image, doc };
    const key = pathEnd(tokens, 0);
    const operator = tokens[key];
    if (key === 0 || operator === undefined || !isAssignment(operator)) {
      if (!chunk.reported) reportNoSetting(tokens, key, this.input);
      return namedOnly(tokens, key);
    }
    if (key === tokens.length - 1 && !chunk.reported) {
      reportMissingValue(tokens, this.input);
      return namedOnly(tokens, key);
    }
    if (chunk.reported) return namedOnly(tokens, key);
    const rule = conditions && first.image === "require" ? parser.settingWithCondition : parser.setting;
    const parts = readStatement(tokens, rule, this.input);
    return parts ? this.setting(parts, range, doc) : namedOnly(tokens, key);
  }

  private setting({ path, operator, value }: SettingParts, range: Range, doc: string | undefined): SettingNode {
    return { kind: "setting", ...range, path, operator, value: value ? this.checked(value) : unreadable(range), doc };
  }

  private block(chunk: BlockChunk): BodyItem | undefined {
    if (chunk.head.length === 0) {
      this.skip(chunk);
      return undefined;
    }
    const range = tokensRange([...chunk.head, chunk.open, chunk.close]);
    const doc = this.input.docs(range.start);
    if (chunk.value) return this.mapSetting(chunk, range, doc);
    const header = tokensRange(chunk.head);
    const parts = readStatement(chunk.head, this.input.parser.blockHead, this.input);
    const name = parts?.path[0];
    if (parts === undefined || name === undefined || name.kind !== "name") {
      if (parts) {
        const found = quoted(this.input.file.text.slice(header.start, header.end));
        sayAt(this.input, messages.notAStatement, { parameters: { found }, range: header });
      }
      this.skip(chunk);
      return undefined;
    }
    const labels = parts.labels.map((label) => this.checked(label));
    const body = this.body(chunk.children);
    const broken = body.broken || chunk.reported;
    return { kind: "block", ...range, ...parts, labels, name, header, doc, body: body.items, broken };
  }

  private mapSetting(chunk: BlockChunk, range: Range, doc: string | undefined): SettingNode | undefined {
    const parts = readStatement(chunk.head, this.input.parser.setting, this.input);
    if (parts === undefined) {
      this.skip(chunk);
      return undefined;
    }
    return { kind: "setting", ...range, path: parts.path, operator: parts.operator, value: this.mapOf(chunk), doc };
  }

  private mapOf(chunk: BlockChunk): ValueNode {
    const body = this.body(chunk.children);
    const braces = tokensRange([chunk.open, chunk.close]);
    return chunk.reported || body.broken ? unreadable(braces) : { kind: "map", ...braces, entries: body.items };
  }

  private checked(value: ValueNode): ValueNode {
    return checkLiterals(value, (found, what, range) =>
      sayAt(this.input, messages.impossibleDate, { parameters: { found, what }, range }),
    );
  }

  private skip(chunk: Chunk): void {
    this.skipped.push(tokensRange(flat(chunk)));
  }
}

function firstToken(chunk: Chunk): IToken | undefined {
  return chunk.kind === "statement" ? chunk.tokens[0] : (chunk.head[0] ?? chunk.open);
}

function flat(chunk: Chunk): (IToken | undefined)[] {
  if (chunk.kind === "statement") return [...chunk.tokens];
  return [...chunk.head, chunk.open, ...chunk.children.flatMap(flat), chunk.close];
}

function isAssignmentAt(tokens: readonly IToken[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isAssignment(token);
}

function isKindWord(word: string): boolean {
  return word === "abstract" || declarationKinds.some((kind) => kind === word);
}

function unreadable(range: Range): ValueNode {
  return { kind: "unreadable", start: range.start, end: range.end };
}

/** A setting of which only the name could be read, so that it does not count as missing. */
function namedOnly(tokens: readonly IToken[], key: number): SettingNode | undefined {
  const [name] = tokens;
  if (key === 0 || name === undefined || !isWord(name)) return undefined;
  const range = tokensRange(tokens);
  const path = [{ kind: "name" as const, text: name.image, start: name.startOffset, end: endOf(name) }];
  return { kind: "setting", ...range, path, operator: "=", value: unreadable(range), doc: undefined };
}
