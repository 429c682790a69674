// Completions in a comment: the allowance of a finding, with the codes that are found on the line below first.

import type { IToken } from "chevrotain";
import type { Examined } from "../../check.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";
import type { Completion } from "./completion.ts";
import { completionsOf, type Offer } from "./completion-list.ts";
import { turnableCodes } from "./known-texts.ts";

/** The comment that the offset is in, or at the end of. */
export function commentAt(comments: readonly IToken[], offset: number): IToken | undefined {
  return comments.find(({ startOffset, image }) => startOffset < offset && offset <= startOffset + image.length);
}

/** What a comment may say to the compiler; a doc comment says nothing to it. */
export function completeComment(
  known: Examined,
  file: SourceFile,
  at: { readonly comment: IToken; readonly offset: number },
): readonly Completion[] {
  const { image, startOffset } = at.comment;
  const before = image.slice(0, at.offset - startOffset);
  const code = /^#\s*hubc:\s*allow\s+([\w/-]*)$/.exec(before)?.[1];
  if (code !== undefined) {
    const start = at.offset - code.length;
    const rest = /^[\w/-]*/.exec(image.slice(at.offset - startOffset))?.[0].length ?? 0;
    const isReasoned = /\bbecause\b/.test(image);
    const offers = ordered(codesBelow(known, file, at.offset)).map(
      (one): Offer => ({
        ...one,
        kind: "code",
        ...(isReasoned ? {} : { insert: `${one.label} because ""`, snippet: `${one.label} because "$0"` }),
      }),
    );
    return completionsOf(offers, { text: code, start, end: at.offset + rest }, 0);
  }
  const word = /^#\s*([a-z: ]*)$/.exec(before)?.[1];
  if (word === undefined || !allowance.startsWith(word)) return [];
  const offer: Offer = {
    label: allowance,
    kind: "keyword",
    detail: "accept a finding of the next line",
    doc: 'Silences one code on the line below. A reason is required: `# hubc: allow area/code because "…"`.',
    insert: `${allowance} `,
    snippet: `${allowance} $0`,
  };
  return completionsOf([offer], { text: word, start: at.offset - word.length, end: at.offset }, 0);
}

const allowance = "hubc: allow";

/** Codes that are found on the next lines, as far as comments go. */
function codesBelow({ diagnostics }: Examined, file: SourceFile, offset: number): ReadonlySet<string> {
  const line = lineIndexAt(file, offset);
  const near = diagnostics.filter(({ span }) => {
    const at = span.file.path === file.path ? lineIndexAt(span.file, span.start) : -1;
    return line < at && at <= line + 2;
  });
  return new Set(near.map(({ code }) => code));
}

function ordered(first: ReadonlySet<string>): typeof turnableCodes {
  const isFirst = ({ label }: (typeof turnableCodes)[number]) => first.has(label);
  return [...turnableCodes.filter(isFirst), ...turnableCodes.filter((one) => !isFirst(one))];
}
