// Signs of other languages: comments, assignments, ranges, conditions.

import { byPattern, type LookAlike } from "./look-alike.ts";

/** `// …` behind a value that is complete, or alone on its line. */
export const slashComment: LookAlike = byPattern(/((?:^|(?<=[\]})])|(?<=\s\d[\w.:%-]*))\s*)\/\/+\s?(.*)$/g, {
  write: ([, before = "", text = ""]) => `${before}# ${text}`.trimEnd(),
  say: () => "A comment begins with `#`, not with `//`.",
});

/** `-- …`, `<!-- … -->`, `% …` alone on a line. Behind a value, `--` most likely means a range. */
export const lineComment: LookAlike = (line) => {
  const [, indent = "", sign = "", text = ""] = /^(\s*)(--+|<!--|%|REM)(?:\s+(.*?))?\s*(?:-->)?$/.exec(line) ?? [];
  if (sign === "") return undefined;
  const message = `A comment begins with \`#\`, not with \`${sign}\`.`;
  return { text: `${indent}# ${text}`.trimEnd(), message, certain: true };
};

/** A comment between the signs of C, behind a statement or alone. */
export const blockComment: LookAlike = (line) => {
  const [, before = "", text = "", after = ""] = /^((?:[^"#]|"[^"]*")*?)\/\*+\s*(.*?)\s*\*\/\s*(.*)$/.exec(line) ?? [];
  if (text === "") return undefined;
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const code = `${before.trim()} ${after.trim()}`.trim();
  return {
    text: code === "" ? `${indent}# ${text}` : `${indent}${code}  # ${text}`,
    message: "A comment begins with `#` and ends with its line; it does not stand between `/*` and `*/`.",
    certain: true,
  };
};

/** `name: value`, `name := value`, `name <- value`, `name is value`. */
export const otherAssignment: LookAlike = byPattern(
  /^(\s*(?:[\w-]+\.)*[\w-]+)\s*(:=|:|=>|->|<-|==|＝|：|\sis\s|\sare\s)\s*/g,
  {
    write: ([, name = ""]) => `${name} = `,
    say: (found) => {
      const [, name = "", sign = ""] = /^([\w.-]+)\s*(.*)$/.exec(found) ?? [];
      return `A setting is written with \`=\`, not with \`${sign.trim()}\`: \`${name} = …\`.`;
    },
  },
);

/** `set name = value`, as in other languages; here only `let` stands before a name. */
export const keywordBefore: LookAlike = byPattern(
  /^(\s*)(set|var|const|export|my|val|def|the|your|course|hub|lecture|exam)\s+(?=[\w.-]+\s*[+-]?=)/g,
  {
    write: ([, indent = ""]) => indent,
    say: (found) => `A setting begins with its name: \`${found}\` does not belong before it.`,
  },
);

const end = String.raw`[\w.:-]*\w`;

/** `a – b`, `a...b`, `a to b`, `a - b` between two dates, times or quantities. */
export const otherRange: LookAlike = byPattern(
  new RegExp(
    String.raw`(?:\b(?:from|between|vom|von|du|del?|dal)\s+)?(\d${end}|\d)(\s*(?:–|—|−|→|->|…|\.{3,})\s*|\s+(?:-{1,2}|to|until|till|through|thru|bis|au|à|al|hasta|and)\s+|(?<=[A-Za-z]|:\d\d)-(?=\d))(?=\d)`,
    "g",
  ),
  {
    write: ([, from = "", sign = ""]) => (sign.trim() === "and" ? undefined : `${from} .. `),
    say: (found, written) => {
      const sign = found.slice(found.indexOf(written.replace(/ ?\.\.$/, "")) + written.length - 3).trim();
      return `A range is written with \`..\`, not with \`${sign}\`.`;
    },
  },
);

/** `&&`, `||`, `<>`, `≥` in conditions. */
export const otherOperator: LookAlike = (line) => (/^\s*require\b/.test(line) ? operator(line) : undefined);

const operator = byPattern(/\s*(&&|\|\||<>|≠|≥|≤|=<|=>)\s*/g, {
  write: ([, sign = ""]) => ` ${operators.get(sign) ?? sign} `,
  say: (found, written) => `\`${found}\` is written \`${written}\` here.`,
});

const operators: ReadonlyMap<string, string> = new Map([
  ["&&", "and"],
  ["||", "or"],
  ["<>", "!="],
  ["≠", "!="],
  ["≥", ">="],
  ["≤", "<="],
  ["=<", "<="],
  ["=>", ">="],
]);

const listItem = String.raw`(?:"[^"]*"|[\w-]+)`;
const bracketed = new RegExp(
  String.raw`([\w.-]+\s*[+-]?=\s*)([{(])\s*(${listItem}(?:\s*,\s*${listItem})*)\s*,?\s*[})]`,
);

/** `{"a", "b"}` or `("a", "b")` for a list. */
export const otherBrackets: LookAlike = (line) => {
  const [found = "", head = "", open = "", items = ""] = bracketed.exec(line) ?? [];
  if (items === "") return undefined;
  const pair = open === "{" ? "`{` and `}`" : "`(` and `)`";
  return {
    text: line.replace(found, `${head}[${items}]`),
    message: `A list stands between \`[\` and \`]\`, not between ${pair}.`,
    certain: true,
  };
};

/** `term = (2026-08-26 .. 2026-12-18)`. */
export const parentheses: LookAlike = byPattern(/(=\s*)\(([^()]*\d[^()]*)\)\s*$/g, {
  write: ([, sign = "", value = ""]) => sign + value.trim(),
  say: () => "A value needs no parentheses around it.",
});
