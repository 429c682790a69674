// First lines of declarations and blocks that open otherwise than with `{`: a section of TOML, and a parenthesis as of a function.

import type { Fix } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { declarationKinds, isCloseBrace, isLineEnd, isText, isWord, type Token } from "./tokens.ts";
import type { TokenStretch } from "./value-tokens.ts";

/** What opens a block in place of `{`. */
export interface ForeignHeader {
  /** The words that the language's own header has. */
  readonly head: readonly Token[];
  /** The index behind what opens the block. */
  readonly next: number;
  /** The index of the parenthesis that closes it, where one does. */
  readonly close: number | undefined;
  /** The first and the last token of what was written. */
  readonly first: Token;
  readonly last: Token;
  /** What is wrong: a sentence. */
  readonly problem: string;
}

/** What opens a block otherwise than with `{` at a token; `isOutside` where no block is open there. */
export function foreignHeader(
  { tokens, lines }: Pick<TokenStretch, "tokens" | "lines">,
  at: number,
  { end, isOutside }: { readonly end: number; readonly isOutside: boolean },
): ForeignHeader | undefined {
  const segment = { tokens, lines, end };
  const outside = isOutside ? (sectionHeader(tokens, at) ?? indentedHeader(segment, at)) : undefined;
  return outside ?? parenthesisHeader(segment, at);
}

/** `course intro:` and `course intro`, with what belongs to it further to the right below, as in Python; an `end` may close it. */
function indentedHeader({ tokens, lines, end }: TokenStretch, at: number): ForeignHeader | undefined {
  let next = at;
  while (next < end && isHeaderWord(tokens[next])) next++;
  const head = tokens.slice(at, next);
  const [first, colon] = [head[0], tokens[next]];
  if (first === undefined || !kinds.has(first.image) || head.length < 2) return undefined;
  const isColon = colon?.image === ":";
  if (isColon) next++;
  const [lineEnd, last] = [tokens[next], tokens[next - 1]];
  if (lineEnd === undefined || !isLineEnd(lineEnd) || last === undefined) return undefined;
  const inside = firstBelow(tokens, next, end);
  if (inside === undefined || lines.indent(inside) <= lines.indent(at)) return undefined;
  const below = firstOutside({ tokens, lines, end }, at, inside);
  const closing = below === undefined ? undefined : tokens[below];
  // With a brace at the end it is the one at the start that is missing.
  if (closing !== undefined && isCloseBrace(closing) && !isColon) return undefined;
  const problem = `${isColon ? "No `:` opens a block: what" : "What"} belongs to \`${first.image}\` stands between \`{\` and \`}\`.`;
  const close = closing?.image === "end" ? below : undefined;
  return { head, next, close, first, last, problem };
}

function isHeaderWord(token: Token | undefined): token is Token {
  return token !== undefined && (isWord(token) || token.type === ".");
}

function firstBelow(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let i = from; i < end; i++) {
    const token = tokens[i];
    if (token !== undefined && !isLineEnd(token)) return i;
  }
  return undefined;
}

/** The first token of a line that stands no further to the right than the header. */
function firstOutside({ lines, end }: TokenStretch, at: number, from: number): number | undefined {
  for (let i = from; i < end; i++) if (lines.isFirst(i) && lines.indent(i) <= lines.indent(at)) return i;
  return undefined;
}

/** What is said of it, with the header and the brace at the block's end as the fix. `end` is the index behind what it holds. */
export function toldForeign(
  { head, first, last, problem }: ForeignHeader,
  { file, tokens, close, end }: { file: SourceFile; tokens: readonly Token[]; close: Token | undefined; end: number },
): { readonly problem: string; readonly form: string; readonly fix: Fix } {
  const form = `${head
    .map(({ image }) => image)
    .join(" ")
    .replaceAll(" . ", ".")} {`;
  let before = end - 1;
  while (before > 0 && isLineEnd(tokens[before] ?? last)) before--;
  const at = (tokens[before] ?? last).end;
  const brace =
    close === undefined
      ? { span: { file, start: at, end: at }, text: "\n}" }
      : { span: { file, start: close.start, end: close.end }, text: "}" };
  const edits = [{ span: { file, start: first.start, end: last.end }, text: form }, brace];
  return { problem, form, fix: { title: `Write \`${form} … }\``, edits, applies: "always" } };
}

const kinds = new Set<string>(declarationKinds);

/** `[course.intro]` and `[course "intro"]`, which begin a section of TOML. Nothing where the section has no name. */
export function sectionHeader(tokens: readonly Token[], at: number): ForeignHeader | undefined {
  const [open, kind, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (open?.image !== "[" || kind === undefined || !kinds.has(kind.image)) return undefined;
  const isDotted = second?.type === ".";
  const name = isDotted ? third : second;
  const next = at + (isDotted ? 4 : 3);
  const [close, after] = [tokens[next], tokens[next + 1]];
  if (name === undefined || close?.image !== "]" || (after !== undefined && !isLineEnd(after))) return undefined;
  const word = asWord(name);
  if (word === undefined) return undefined;
  const written = tokens
    .slice(at, next + 1)
    .map(({ image }, i) => (i === 2 && !isDotted ? ` ${image}` : image))
    .join("");
  const problem = `\`${written}\` is how TOML begins a section.`;
  return { head: [kind, word], next: next + 1, close: undefined, first: open, last: close, problem };
}

/** A name that may stand in quotes, as the word that it is. */
function asWord(token: Token): Token | undefined {
  if (isWord(token)) return token;
  const name = /^"([A-Za-z][\w-]*)"$/.exec(token.image)?.[1];
  return isText(token) && name !== undefined ? { ...token, type: "name", image: name } : undefined;
}

/** `course intro (` at the end of a line, with the parenthesis that closes it at the start of a later one. */
export function parenthesisHeader({ tokens, lines, end }: TokenStretch, at: number): ForeignHeader | undefined {
  let open = at;
  for (; open < end; open++) {
    const token = tokens[open];
    if (token === undefined || token.image === "(") break;
    if (!isWord(token) && !isText(token) && token.type !== "." && token.type !== "date") return undefined;
  }
  const after = tokens[open + 1];
  if (open === at || open >= end || (after !== undefined && !isLineEnd(after))) return undefined;
  const [first, last] = [tokens[at], tokens[open]];
  const close = closeAt({ tokens, lines, end }, at, open);
  if (close === undefined || first === undefined || last === undefined) return undefined;
  const problem = `What belongs to \`${first.image}\` stands between \`{\` and \`}\`, not between \`(\` and \`)\`.`;
  return {
    head: tokens.slice(at, open),
    next: open + 1,
    close: tokens[close]?.image === ")" ? close : undefined,
    first,
    last,
    problem,
  };
}

/** The index of the `)` or `}` that begins a line as far to the right as the header does. */
function closeAt(segment: TokenStretch, at: number, open: number): number | undefined {
  const below = firstOutside(segment, at, open + 1);
  const token = below === undefined ? undefined : segment.tokens[below];
  return token !== undefined && (token.image === ")" || isCloseBrace(token)) ? below : undefined;
}
