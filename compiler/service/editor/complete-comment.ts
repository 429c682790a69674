// Completions in a comment: the allowance of a finding, with the codes that are found on the line below first.

import type { Examined } from "../../examine.ts";
import type { Token } from "../../syntax/tokens.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";
import { type Completion, completionsOf, type Offer } from "./completion.ts";
import { turnableCodes } from "./known-texts.ts";

/** The comment that the offset is in, or at the end of. */
export function commentAt(comments: readonly Token[], offset: number): Token | undefined {
  return comments.find(({ start, end }) => start < offset && offset <= end);
}

/** What a comment may say to the compiler; a doc comment says nothing to it. */
export function completeComment(
  known: Examined,
  file: SourceFile,
  at: { readonly comment: Token; readonly offset: number },
): readonly Completion[] {
  const { image } = at.comment;
  const inComment = at.offset - at.comment.start;
  const before = image.slice(0, inComment);
  const code = /^#\s*hubc:\s*allow\s+([\w/-]*)$/.exec(before)?.[1];
  if (code !== undefined) {
    const start = at.offset - code.length;
    const rest = /^[\w/-]*/.exec(image.slice(inComment))?.[0].length ?? 0;
    const isReasoned = /\bbecause\b/.test(image);
    const offers = ordered(codesBelow(known, file, at.offset)).map(
      (known): Offer => ({
        ...known,
        kind: "code",
        ...(isReasoned ? {} : { insert: `${known.label} because ""`, snippet: `${known.label} because "$0"` }),
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
  return [...turnableCodes.filter(isFirst), ...turnableCodes.filter((known) => !isFirst(known))];
}
