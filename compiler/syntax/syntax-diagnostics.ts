// What can be wrong inside a statement: its words, its values and its texts.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { limits } from "../text/limits.ts";

export const unexpected = defineDiagnostic<{ found: string; expected: string }>({
  code: "syntax/unexpected",
  title: "Something stands where it can't",
  why: "A statement is `name = value`, `name += value`, `name -= value`, or a block `name { … }`, and ends with its line.",
  message: ({ found, expected }) => `${expected} is expected here, not ${found}.`,
});

export const missingValue = defineDiagnostic<{ name: string }>({
  code: "syntax/missing-value",
  title: "A setting has no value",
  why: "A value starts on the line of its setting. To drop an inherited setting, write `none`.",
  message: ({ name }) => `\`${name}\` has no value: write it on this line, after the \`=\`.`,
});

export const singleEquals = defineDiagnostic<{ name: string }>({
  code: "syntax/single-equals",
  title: "`=` where a condition compares",
  why: "`=` says what a setting is, and `==` asks whether two values are the same.",
  message: ({ name }) => `A condition compares by \`==\`: write \`${name} == …\`.`,
});

export const missingEquals = defineDiagnostic<{ name: string }>({
  code: "syntax/missing-equals",
  title: "`=` is missing between a setting and its value",
  why: "A setting is `name = value`; without the sign a name and a value can't be told apart from a block's header.",
  message: ({ name }) => `\`=\` is missing after \`${name}\`.`,
});

export const trailing = defineDiagnostic<{ found: string }>({
  code: "syntax/trailing",
  title: "More stands on the line than its statement",
  why: "A value ends with its line, or where another setting or block begins on it.",
  message: ({ found }) => `${found} belongs to no setting: the value ends before it.`,
});

export const notAStatement = defineDiagnostic<{ found: string }>({
  code: "syntax/not-a-statement",
  title: "A line that is neither a setting nor a block",
  why: "Inside a declaration every line is `name = value` or the header of a block.",
  message: ({ found }) => `${found} is neither a setting (\`name = value\`) nor a block (\`name { … }\`).`,
});

export const outsideDeclaration = defineDiagnostic<{ setting: string | undefined }>({
  code: "syntax/outside-declaration",
  title: "A setting or block stands outside every declaration",
  why: "At top level a file holds declarations and `let`s only; a brace too many or a lost header leaves settings without one.",
  message: ({ setting }) =>
    setting === undefined
      ? "This belongs to no declaration: it needs a header above it, such as `course NAME {`."
      : `\`${setting}\` belongs to no declaration: put its line between the \`{\` and \`}\` of one, such as \`course NAME { … }\`.`,
});

export const unknownKind = defineDiagnostic<{ found: string; suggestion: string | undefined; kinds: string }>({
  code: "syntax/unknown-kind",
  title: "No such kind of declaration",
  why: "A declaration begins with its kind, which decides which settings it may have.",
  message: ({ found, suggestion, kinds }) =>
    suggestion
      ? `No declaration is a \`${found}\`: did you mean \`${suggestion}\`?`
      : `No declaration is a \`${found}\`; there are ${kinds}.`,
});

export const badHeader = defineDiagnostic<{ problem: string; form: string }>({
  code: "syntax/header",
  title: "A declaration's first line is not complete",
  why: "A declaration is `[abstract] kind [variant] name [extends parent] { … }`: `provider`, `storage` and `policy` have a variant, the others none.",
  message: ({ problem, form }) => `${problem} Write \`${form}\`.`,
});

export const unterminatedText = defineDiagnostic<{ quotes: string }>({
  code: "syntax/unterminated-text",
  title: "A text is not closed",
  why: 'A text in `"` ends on its own line; one over several lines is written between `"""` and `"""`.',
  message: ({ quotes }) => `This text is never closed: add \`${quotes}\` at its end.`,
});

export const badEscape = defineDiagnostic<{ found: string }>({
  code: "syntax/bad-escape",
  title: "An unknown escape in a text",
  why: 'A backslash begins one of `\\n`, `\\t`, `\\"`, `\\\\`, `\\$` and `\\u{…}`; a backslash that is meant is written `\\\\`.',
  message: ({ found }) => `\`${found}\` is no escape; for a backslash write \`\\\\\`.`,
});

export const badInterpolation = defineDiagnostic({
  code: "syntax/bad-interpolation",
  title: "`${` is not followed by a name and `}`",
  why: "`${name}` puts the value of a `let` into a text; nothing else can stand between the braces. For the two characters themselves write `\\${`.",
  message: () => "`${` needs a name and `}`; for the characters themselves write `\\${`.",
});

export const impossibleDate = defineDiagnostic<{ found: string; what: string }>({
  code: "syntax/impossible-date",
  title: "No such date or time",
  why: "Dates are `2026-08-26` (year, month, day) and times `19:00`; both must exist.",
  message: ({ found, what }) => `\`${found}\` is no ${what}.`,
});

export const tooManyDigits = defineDiagnostic({
  code: "syntax/too-many-digits",
  title: "A number with too many digits",
  why: "What reads JSON and YAML keeps numbers exactly up to 15 digits and changes the last digits of longer ones. A long number is mostly a name, and a name is a text.",
  message: () =>
    `A number has at most ${limits.digits} digits before its point: put it in quotes where it is a name, or write a larger unit.`,
});

export const unexpectedCharacter = defineDiagnostic<{ found: string }>({
  code: "syntax/unexpected-character",
  title: "A character that means nothing here",
  why: "Outside texts and comments only names, numbers, dates and the signs of the language may stand.",
  message: ({ found }) => {
    const word = conditionWords[found.trim()];
    return word === undefined
      ? `\`${found}\` means nothing here; texts are written between \`"\`.`
      : `\`${found}\` means nothing here: a condition has \`${word}\` for it.`;
  },
});

/** Signs of other languages by the words of conditions. */
const conditionWords: Readonly<Record<string, string>> = { "!": "not", "&": "and", "&&": "and", "|": "or", "||": "or" };

export const lookAlike = defineDiagnostic<{ message: string }>({
  code: "syntax/look-alike",
  title: "Something is written as it is elsewhere",
  why: "Texts stand between straight quotes, a setting and its value are joined by `=`, a range stands between `..`, a comment begins with `#`, dates are year, month and day, times have 24 hours, and a unit stands at its number. What was copied from a mail, a word processor, a terminal or another language is often written in another way.",
  message: ({ message }) => message,
});

export const controlCharacter = defineDiagnostic<{ name: string; what: string }>({
  code: "syntax/control-character",
  title: "A control character",
  why: "Control characters, halves of surrogate pairs and code points that are no characters can't be seen, change what a terminal shows, and are forbidden in YAML, HTML and other files that are written. They come in by copying, or by a file that was read in another encoding. Delete it, or write the character that was meant.",
  message: ({ name, what }) => `\`${name}\` is ${what}, which no output may hold: delete it.`,
});

export const missingComma = defineDiagnostic({
  code: "syntax/missing-comma",
  title: "Two items of a list stand side by side",
  why: "The items of a list are separated by commas or stand on lines of their own.",
  message: () => "A comma is missing before this item.",
});

export const tooManyErrors = defineDiagnostic<{ limit: number }>({
  code: "syntax/too-many-errors",
  title: "Too many syntax errors in one file",
  why: "After this many mistakes the rest of a file is most likely not meant as `.hub`; the first ones are worth mending first.",
  message: ({ limit }) => `More than ${limit} syntax errors: the others are not listed.`,
});
