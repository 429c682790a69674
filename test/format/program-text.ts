// What of a program its layout must not change, in a form in which two programs can be compared.

import { lex } from "../../compiler/syntax/lexer.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { isComma, isLineEnd, isPackageLine, type Token } from "../../compiler/syntax/tokens.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** The comments, in order. */
export function commentsOf(text: string): string[] {
  return lex(text).comments.map((comment) => comment.image.trimEnd());
}

/** The tokens but line ends and commas; list marks of package lines are left out. */
export function tokensOf(text: string): string[] {
  return lex(text)
    .tokens.filter((token) => !isLineEnd(token) && !isComma(token))
    .map((token) => imageOf(token));
}

/** The syntax tree without places, and the codes of what is wrong. */
export function meaningOf(text: string): { readonly tree: unknown; readonly codes: readonly string[] } {
  const codes: string[] = [];
  const { declarations, lets, unreadableKinds } = parse(createSourceFile("p.hub", text), ({ code }) =>
    codes.push(code),
  );
  const bare = JSON.stringify({ declarations, lets, kinds: [...unreadableKinds] }, (key, value: unknown) => {
    if (["start", "end", "file", "header"].includes(key)) return undefined;
    if (isPackageNode(value)) return { ...value, text: withoutMark(value.text), kind: "package" };
    return value;
  });
  return { tree: JSON.parse(bare), codes };
}

function imageOf(token: Token): string {
  if (isPackageLine(token)) return withoutMark(token.image);
  const text = token.image.replace(/\r\n?/g, "\n");
  return token.type === "unterminated-long-text" ? text.trimEnd() : text;
}

function withoutMark(line: string): string {
  return line.replace(/^(?:-[ \t]+)+/, "");
}

function isPackageNode(value: unknown): value is { kind: "package-line"; text: string } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "package-line";
}
