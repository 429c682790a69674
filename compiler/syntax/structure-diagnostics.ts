// What can be wrong with braces, brackets, separators and nesting.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { countWords } from "../text/and-list.ts";

export const mergeConflict = defineDiagnostic<{ more: number }>({
  code: "syntax/merge-conflict",
  title: "Markers of a merge",
  why: "Where two people changed the same lines, git writes both ways into the file, between `<<<<<<<`, `=======` and `>>>>>>>`, and leaves the choice to a person. Until it is made, what stands above `=======` is checked.",
  message: ({ more }) =>
    `A merge was left open here${more === 0 ? "" : `, and at ${countWords(more, "more place")} below`}: keep one of the two ways, and take out the lines of \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
});

export const unclosedBlock = defineDiagnostic({
  code: "syntax/unclosed-block",
  title: "A brace is never closed",
  why: "Everything up to the next `}` would belong to this block. The opening brace is named, since its partner is what is missing.",
  message: () => "This `{` is never closed: add `}` where the block ends.",
});

export const strayBrace = defineDiagnostic<{ sign: string }>({
  code: "syntax/stray-brace",
  title: "A brace has no partner",
  why: "A `}` closes the block that was opened last; a `{` follows the name of a block or a `=`. One too many shifts everything below it.",
  message: ({ sign }) =>
    sign === "}"
      ? "This `}` closes nothing: remove it."
      : "This `{` follows no block name: remove it, or name the block.",
});

export const missingBrace = defineDiagnostic<{ word: string }>({
  code: "syntax/missing-brace",
  title: "A block's opening brace is missing",
  why: "A block's header ends with `{` on its own line; the lines below belong to it.",
  message: ({ word }) => `\`{\` is missing at the end of this \`${word}\` line.`,
});

export const braceOnNextLine = defineDiagnostic({
  code: "syntax/brace-on-next-line",
  title: "The opening brace stands on a line of its own",
  why: "Line ends count: a header and its `{` stand on one line, so that a missing brace is noticed where it is missing.",
  message: () => "Put this `{` at the end of the line above.",
});

export const straySeparator = defineDiagnostic<{ sign: string }>({
  code: "syntax/stray-separator",
  title: "A comma or semicolon where none belongs",
  why: "Settings end with their line. Commas separate the items of lists and the entries of maps, and nothing else.",
  message: ({ sign }) => `No \`${sign}\` belongs here: a setting ends with its line.`,
});

export const unclosedBracket = defineDiagnostic<{ sign: string }>({
  code: "syntax/unclosed-bracket",
  title: "A bracket is never closed",
  why: "Inside `[ ]` and `( )` line ends don't count, so what follows would all belong to it.",
  message: ({ sign }) => `This \`${sign}\` is never closed: add \`${sign === "[" ? "]" : sign === "(" ? ")" : "}"}\`.`,
});

export const tooDeep = defineDiagnostic<{ limit: number }>({
  code: "syntax/too-deep",
  title: "Nested too deeply",
  why: "Blocks, lists and maps nest a few levels in any real program. Beyond the limit the rest of the declaration is not read.",
  message: ({ limit }) => `This is nested more than ${limit} levels deep: nothing beyond it is read.`,
});

export const groupedDigits = defineDiagnostic<{ written: string; number: string }>({
  code: "syntax/grouped-digits",
  title: "A comma inside a number",
  why: "A comma separates the items of a list, so a number is written without one: `1800`. Its fraction begins with a point: `1.8`.",
  message: ({ written, number }) => `A number has no comma: write \`${number}\` if \`${written}\` is one number.`,
});

export const unbracketedList = defineDiagnostic({
  code: "syntax/unbracketed-list",
  title: "A list without its brackets",
  why: "Several values of one setting stand between `[` and `]`; without them a setting ends with its first value.",
  message: () => "Several values stand between `[` and `]`.",
});
