// Text to syntax tree. Always returns a tree; what could not be read is reported and left out of it.

import type { IRecognitionException, IToken } from "chevrotain";
import {
  type Diagnostic,
  type DiagnosticDefinition,
  diagnose,
  type Fix,
  type Report,
  replaceFix,
} from "../diagnostics/diagnostic.ts";
import { closest } from "../text/edit-distance.ts";
import type { SourceFile } from "../text/source-file.ts";
import { docComments } from "./doc-comments.ts";
import { type SettingParts, StatementParser } from "./grammar.ts";
import { endOf, lex } from "./lexer.ts";
import { checkLiterals } from "./literals.ts";
import { type BlockChunk, type Chunk, outline, type StatementChunk } from "./outline.ts";
import { readHeader } from "./read-header.ts";
import * as messages from "./syntax-diagnostics.ts";
import { isAssignment, isPackageLine, isWord, pathEnd } from "./token-shapes.ts";
import { declarationKinds, packageBlocks } from "./tokens.ts";
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

/** After this many syntax errors in one file the rest are not listed. */
const maximumErrors = 100;

let sharedParser: StatementParser | undefined;

/** Parses one file. Never throws; every mistake is reported once, where it was made. */
export function parse(file: SourceFile, report: Report): SyntaxTree {
  const lexed = lex(file.text);
  const limited = limitErrors(file, report);
  sharedParser ??= new StatementParser();
  const reader = new Reader(file, sharedParser, docComments(file, lexed.comments), limited);
  const tree = reader.file(outline(file, lexed.tokens, limited));
  for (const range of lexed.unexpected) {
    if (!reader.skipped.some((skip) => skip.start <= range.start && range.end <= skip.end)) {
      const found = file.text.slice(range.start, range.end).slice(0, 20);
      limited(diagnose(messages.unexpectedCharacter, { found }, { span: { file, ...range } }));
    }
  }
  return { file, comments: lexed.comments, ...tree };
}

function limitErrors(file: SourceFile, report: Report): Report {
  let count = 0;
  return (diagnostic: Diagnostic) => {
    count++;
    if (count <= maximumErrors) report(diagnostic);
    if (count === maximumErrors + 1) {
      report(diagnose(messages.tooManyErrors, { limit: maximumErrors }, { span: { ...diagnostic.span, file } }));
    }
  };
}

/** Turns chunks into nodes. The class holds what every reading needs and what was found on the way. */
class Reader {
  readonly skipped: Range[] = [];
  private readonly unreadableKinds = new Set<string>();
  private readonly file_: SourceFile;
  private readonly parser: StatementParser;
  private readonly docs: DocLookup;
  private readonly report: Report;

  constructor(file: SourceFile, parser: StatementParser, docs: DocLookup, report: Report) {
    this.file_ = file;
    this.parser = parser;
    this.parser.source = file.text;
    this.docs = docs;
    this.report = report;
  }

  file(chunks: readonly Chunk[]): Pick<SyntaxTree, "declarations" | "lets" | "unreadableKinds"> {
    const declarations: DeclarationNode[] = [];
    const lets: LetNode[] = [];
    let orphaned = false;
    for (const chunk of chunks) {
      const first = firstToken(chunk);
      const isLet = first?.image === "let" && (chunk.kind === "statement" || chunk.value);
      const isHeader = chunk.kind === "block" && !chunk.value;
      if (isLet) {
        const node = this.letNode(chunk);
        if (node) lets.push(node);
      } else if (isHeader && (isKind(chunk) || this.startsColumn(first))) {
        const node = this.declaration(chunk);
        if (node) declarations.push(node);
      } else {
        this.orphan(chunk, orphaned);
        orphaned = true;
        continue;
      }
      orphaned = false;
    }
    return { declarations, lets, unreadableKinds: this.unreadableKinds };
  }

  private startsColumn(token: IToken | undefined): boolean {
    if (token === undefined) return true;
    const before = this.file_.text[token.startOffset - 1];
    return before === undefined || before === "\n" || before === "\r" || before === "}" || before === " ";
  }

  /** What stands outside every declaration is reported once, however much of it there is. */
  private orphan(chunk: Chunk, again: boolean): void {
    this.skip(chunk);
    const first = firstToken(chunk);
    if (again || first === undefined || (chunk.kind === "statement" && chunk.reported)) return;
    if (chunk.kind === "statement" && isKindWord(first.image)) {
      this.unreadableKinds.add(first.image);
      this.say(
        messages.badHeader,
        { problem: "A declaration ends its first line with `{`.", form: `${first.image} … {` },
        rangeOf(chunk.tokens),
      );
      return;
    }
    const last = chunk.kind === "statement" ? chunk.tokens.at(-1) : first;
    this.say(
      messages.outsideDeclaration,
      { kinds: "`course NAME {`" },
      { start: first.startOffset, end: endOf(last ?? first) },
    );
  }

  private letNode(chunk: Chunk): LetNode | undefined {
    if (chunk.kind === "block") return this.letMap(chunk);
    if (chunk.reported) return undefined;
    const parts = this.read(chunk.tokens, this.parser.letStatement);
    const range = rangeOf(chunk.tokens);
    if (parts === undefined) return undefined;
    const doc = this.docs(range.start);
    return { kind: "let", file: this.file_, ...range, name: parts.name, value: this.checked(parts.value), doc };
  }

  private letMap(chunk: BlockChunk): LetNode | undefined {
    const parts = this.read(chunk.head, this.parser.letHead);
    if (parts === undefined) {
      this.skip(chunk);
      return undefined;
    }
    const range = rangeOf([...chunk.head, chunk.open, chunk.close]);
    const doc = this.docs(range.start);
    return { kind: "let", file: this.file_, ...range, name: parts.name, value: this.mapOf(chunk), doc };
  }

  private declaration(chunk: BlockChunk): DeclarationNode | undefined {
    const range = rangeOf([...chunk.head, chunk.open, chunk.close]);
    const header = chunk.head.length > 0 ? rangeOf(chunk.head) : range;
    const parts = this.read(chunk.head, this.parser.header);
    if (parts === undefined) {
      const kind = chunk.head.find((token) => isKindWord(token.image));
      if (kind) this.unreadableKinds.add(kind.image);
      this.skip(chunk);
      return undefined;
    }
    const read = readHeader(parts, header, (definition, parameters, at, fixes) =>
      this.say(definition, parameters, at, fixes),
    );
    if (read.kind === "unreadable") {
      if (read.keyword !== undefined) this.unreadableKinds.add(read.keyword);
      this.skip(chunk);
      return undefined;
    }
    const body = this.body(chunk.children, read.keyword.text === "policy");
    const broken = chunk.reported || body.broken;
    const doc = this.docs(range.start);
    return { ...read, kind: "declaration", file: this.file_, ...range, header, body: body.items, doc, broken };
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
    const first = chunk.tokens[0];
    if (first === undefined) return undefined;
    const range = rangeOf(chunk.tokens);
    const doc = this.docs(range.start);
    if (isPackageLine(first)) return { kind: "package-line", ...range, text: first.image, doc };
    const key = pathEnd(chunk.tokens, 0);
    const operator = chunk.tokens[key];
    if (key === 0 || operator === undefined || !isAssignment(operator)) {
      if (!chunk.reported) this.notASetting(chunk.tokens, key);
      return this.namedOnly(chunk.tokens, key, range);
    }
    if (key === chunk.tokens.length - 1 && !chunk.reported) {
      this.missingValue(chunk.tokens);
      return this.namedOnly(chunk.tokens, key, range);
    }
    const rule = conditions && first.image === "require" ? this.parser.settingWithCondition : this.parser.setting;
    const parts = chunk.reported
      ? this.parser.read(chunk.tokens.slice(0, key + 1), this.parser.setting).node
      : this.read(chunk.tokens, rule);
    this.parser.problems.length = 0;
    return parts ? this.setting(parts, range, doc) : this.namedOnly(chunk.tokens, key, range);
  }

  private setting(parts: SettingParts, range: Range, doc: string | undefined): SettingNode {
    const { path, operator, value } = parts;
    return {
      kind: "setting",
      ...range,
      path,
      operator,
      value: value ? this.checked(value) : { kind: "unreadable", ...range },
      doc,
    };
  }

  /** A setting of which only the name could be read, so that it does not count as missing. */
  private namedOnly(tokens: readonly IToken[], key: number, range: Range): SettingNode | undefined {
    const name = tokens[0];
    if (key === 0 || name === undefined || !isWord(name)) return undefined;
    const path = [{ kind: "name" as const, text: name.image, start: name.startOffset, end: endOf(name) }];
    return { kind: "setting", ...range, path, operator: "=", value: { kind: "unreadable", ...range }, doc: undefined };
  }

  private notASetting(tokens: readonly IToken[], key: number): void {
    const [first, next] = [tokens[0], tokens[key]];
    if (first === undefined) return;
    if (key > 0 && next !== undefined && (!isWord(next) || tokens.length === key + 1)) {
      const wrongSign = /^(?:==|:|\.\.|<=|>=)$/.test(next.image);
      const at = wrongSign
        ? tokenRange(next)
        : { start: endOf(tokens[key - 1] ?? first), end: endOf(tokens[key - 1] ?? first) };
      const fix = replaceFix("Write `=`", { file: this.file_, ...at }, wrongSign ? "=" : " =");
      const shown = wrongSign ? at : rangeOf(tokens);
      this.say(
        messages.missingEquals,
        { name: this.file_.text.slice(first.startOffset, endOf(tokens[key - 1] ?? first)) },
        shown,
        [fix],
      );
      return;
    }
    this.say(
      messages.notAStatement,
      { found: quoted(this.file_.text.slice(first.startOffset, endOf(tokens.at(-1) ?? first))) },
      rangeOf(tokens),
    );
  }

  private block(chunk: BlockChunk): BodyItem | undefined {
    if (chunk.head.length === 0) {
      this.skip(chunk);
      return undefined;
    }
    const range = rangeOf([...chunk.head, chunk.open, chunk.close]);
    const doc = this.docs(range.start);
    if (chunk.value) return this.mapSetting(chunk, range, doc);
    const parts = this.read(chunk.head, this.parser.blockHead);
    const name = parts?.path[0];
    if (parts === undefined || name === undefined || name.kind !== "name") {
      if (parts) this.say(messages.notAStatement, { found: "A text" }, rangeOf(chunk.head));
      this.skip(chunk);
      return undefined;
    }
    const header = rangeOf(chunk.head);
    const labels = parts.labels.map((label) => this.checked(label));
    if (isMisspeltPackageBlock(name.text, chunk.children)) {
      this.skip(chunk);
      return { kind: "block", ...range, ...parts, labels, name, header, doc, body: [], broken: true };
    }
    const body = this.body(chunk.children);
    return {
      kind: "block",
      ...range,
      ...parts,
      labels,
      name,
      header,
      doc,
      body: body.items,
      broken: body.broken || chunk.reported,
    };
  }

  private mapSetting(chunk: BlockChunk, range: Range, doc: string | undefined): SettingNode | undefined {
    const parts = this.read(chunk.head, this.parser.setting);
    if (parts === undefined) {
      this.skip(chunk);
      return undefined;
    }
    return { kind: "setting", ...range, path: parts.path, operator: parts.operator, value: this.mapOf(chunk), doc };
  }

  private mapOf(chunk: BlockChunk): ValueNode {
    const body = this.body(chunk.children);
    const braces = rangeOf([chunk.open, chunk.close]);
    return chunk.reported ? { kind: "unreadable", ...braces } : { kind: "map", ...braces, entries: body.items };
  }

  /** Reads by a rule of the grammar, reporting its mistake if there is one. */
  private read<T>(tokens: readonly IToken[], rule: () => T): T | undefined {
    this.parser.problems.length = 0;
    const { node, error } = this.parser.read(tokens, rule);
    const problems = this.parser.problems.splice(0);
    const first = problems[0];
    if (first !== undefined) {
      for (const problem of problems) this.problem(problem);
      return first.problem === "comma" ? node : undefined;
    }
    if (error) this.grammarError(error, tokens);
    return node;
  }

  private problem(problem: (typeof this.parser.problems)[number]): void {
    const found = this.file_.text.slice(problem.start, problem.end);
    const at = { start: problem.start, end: problem.end };
    if (problem.problem === "unterminated") {
      const quotes = found.startsWith('"""') ? '"""' : '"';
      const insert = { file: this.file_, start: at.end, end: at.end };
      this.say(messages.unterminatedText, { quotes }, at, [replaceFix("Close the text", insert, quotes)]);
    } else if (problem.problem === "escape") {
      this.say(messages.badEscape, { found }, at, [
        replaceFix("Double the backslash", { file: this.file_, ...at }, `\\${found}`),
      ]);
    } else if (problem.problem === "comma") {
      this.say(messages.missingComma, {}, at, [
        replaceFix("Add a comma", { file: this.file_, start: at.start, end: at.start }, ", "),
      ]);
    } else {
      this.say(messages.badInterpolation, {}, at);
    }
  }

  private grammarError(error: IRecognitionException, tokens: readonly IToken[]): void {
    const found = error.token;
    const previous = tokens.at(-1);
    const atEnd = found.tokenType.name === "EOF" || previous === undefined;
    if (atEnd && previous && isAssignment(previous)) {
      this.missingValue(tokens);
      return;
    }
    const at = atEnd && previous ? tokenRange(previous) : tokenRange(found);
    const what = atEnd ? "the end of the line" : quoted(this.file_.text.slice(at.start, at.end));
    if (error.name === "NotAllInputParsedException") {
      this.say(messages.trailing, { found: what }, at);
      return;
    }
    this.say(messages.unexpected, { found: what, expected: expectedBy(error) }, at);
  }

  private missingValue(tokens: readonly IToken[]): void {
    const range = rangeOf(tokens);
    const name = this.file_.text.slice(range.start, rangeOf(tokens.slice(0, -1)).end);
    this.say(messages.missingValue, { name }, range);
  }

  private checked(value: ValueNode): ValueNode {
    return checkLiterals(value, (found, what, at) => this.say(messages.impossibleDate, { found, what }, at));
  }

  private skip(chunk: Chunk): void {
    const tokens = chunk.kind === "statement" ? chunk.tokens : [...chunk.head, chunk.open, chunk.close];
    const range = rangeOf(tokens);
    const children = chunk.kind === "block" ? chunk.children : [];
    this.skipped.push({
      start: range.start,
      end: Math.max(range.end, ...children.map((child) => rangeOf(flat(child)).end)),
    });
  }

  private say<P>(definition: DiagnosticDefinition<P>, parameters: P, range: Range, fixes: readonly Fix[] = []): void {
    const span = { file: this.file_, start: range.start, end: range.end };
    this.report(diagnose(definition, parameters, { span, fixes }));
  }
}

function firstToken(chunk: Chunk): IToken | undefined {
  return chunk.kind === "statement" ? chunk.tokens[0] : (chunk.head[0] ?? chunk.open);
}

function flat(chunk: Chunk): (IToken | undefined)[] {
  if (chunk.kind === "statement") return [...chunk.tokens];
  return [...chunk.head, chunk.open, ...chunk.children.flatMap(flat), chunk.close];
}

function isKindWord(word: string): boolean {
  return word === "abstract" || declarationKinds.some((kind) => kind === word);
}

function isKind(chunk: BlockChunk): boolean {
  return isKindWord(chunk.head[0]?.image ?? "");
}

function tokenRange(token: IToken): Range {
  return { start: token.startOffset, end: endOf(token) };
}

function rangeOf(tokens: readonly (IToken | undefined)[]): Range {
  const present = tokens.filter((token) => token !== undefined);
  const [first, last] = [present[0], present.at(-1)];
  return { start: first?.startOffset ?? 0, end: last ? endOf(last) : 0 };
}

function quoted(found: string): string {
  const line = found.split(/[\r\n]/)[0] ?? "";
  return `\`${line.length > 40 ? `${line.slice(0, 37)}…` : line}\``;
}

/** A block whose name is a slip from a package block's and which holds lines that are no settings. */
function isMisspeltPackageBlock(name: string, children: readonly Chunk[]): boolean {
  if (packageBlocks.some((known) => known === name) || closest(name, packageBlocks) === undefined) return false;
  return children.some((child) => child.kind === "statement" && !child.tokens.some(isAssignment));
}

const expectations: Readonly<Record<string, string>> = {
  primary: "A value",
  value: "A value",
  text: "A text",
  literal: "A number or a date",
  key: "A name",
  keyPath: "A name",
  assignment: "`=`, `+=` or `-=`",
  label: "A label",
  path: "A name",
  comparison: "A comparison",
  conditionTerm: "A condition",
};

function expectedBy(error: IRecognitionException): string {
  const rule = error.context.ruleStack.at(-1) ?? "";
  const label = /--> (.+?) <--/.exec(error.message)?.[1];
  if (error.name === "MismatchedTokenException" && label !== undefined)
    return label.charAt(0).toUpperCase() + label.slice(1);
  return expectations[rule] ?? "Something else";
}
