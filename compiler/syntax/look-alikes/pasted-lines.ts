// What comes along when lines are copied from a document, a mail or a page: signs of lists, links of Markdown, names of several words.

import { asText, byPattern, type LookAlike } from "./look-alike.ts";

/** `• title = …`, `- title = …`. */
export const bullet: LookAlike = byPattern(/^(\s*)[•◦▪‣·*–—-]\s+(?=[A-Za-z][\w.-]*\s*[=:{])/g, {
  write: ([, indent = ""]) => indent,
  say: (found) => `A setting begins with its name: no \`${found}\` stands before it.`,
});

/** `Lecture 1 = …`, `office hours = …`. */
export const nameOfWords: LookAlike = (line) => {
  const [, indent = "", name = ""] = /^(\s*)([A-Za-z]\w*(?:[ \t]+\w+)+)(?=\s*[=:])/.exec(line) ?? [];
  if (name === "" || /^(?:let|require|during|abstract)\b/.test(name)) return undefined;
  const written = name
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:the|total|number|no|max)\s+)+(?:of\s+)?/, "")
    .replace(/\s+/g, "-");
  return {
    text: indent + written + line.slice(indent.length + name.length),
    message: `A name is one word: \`${written}\`, not \`${name}\`.`,
    certain: false,
  };
};

/** `{ path: "a", due: … }`. */
export const colonInBraces: LookAlike = byPattern(/([{,]\s*)([A-Za-z][\w-]*)\s*:(?!\/)\s*/g, {
  write: ([, before = "", name = ""]) => `${before}${name} = `,
  say: (found) => {
    const name = /[A-Za-z][\w-]*/.exec(found)?.[0] ?? "";
    return `An entry is written with \`=\`, not with \`:\`: \`${name} = …\`.`;
  },
});

/** `"Introduction to "Modern" Statistics"`. */
export const quotesWithin: LookAlike = (line) => {
  const [, head = "", inner = "", rest = ""] = /^(\s*[\w.-]+\s*=\s*)"(.+)"(\s*)$/.exec(line) ?? [];
  const isText =
    /^[^"\\]*(?:"[^"\\]*"[^"\\]*)+$/.test(inner) &&
    !/"\s*(?:[,;+:&|)\]}]|\.\.|and\b|or\b|to\b)\s*"/.test(inner) &&
    !/"\s*[,;]?\s*[\w.-]+\s*[=:]\s*"/.test(inner);
  if (!isText) return undefined;
  const message = 'A `"` within a text is written `\\"`, since a `"` alone ends the text.';
  return { text: `${head}${asText(inner)}${rest}`, message, certain: true };
};

/** A line of Markdown that begins or ends code, with the language's name. */
export const fence: LookAlike = (line) => {
  if (!/^\s*(?:`{3,}|~{3,})[\w-]*\s*$/.test(line)) return undefined;
  const message = `\`${line.trim().replaceAll("`", "'")}\` is how Markdown marks code, and stays out of a program: delete it.`;
  return { text: "", message, certain: true };
};

/** `hw01 = "hw01.ipynb", due = 2026-09-11 23:59`: more than the path of an entry. */
export const entryWithMore: LookAlike = (line) => {
  const [, indent = "", name = "", path = "", more = ""] =
    /^(\s*)([A-Za-z][\w-]*)\s*=\s*("[^"]+\.\w+")((?:\s*,\s*(?:title|due|opens?|from|until)\s*=\s*(?:"[^"]*"|[^",]+))+)$/.exec(
      line,
    ) ?? [];
  if (name === "") return undefined;
  const text = `${indent}${name} = { path = ${path}${more} }`;
  const message = `What belongs to an entry beside its path stands in braces with it: \`${name} = { path = …, … }\`.`;
  return { text, message, certain: true };
};

/** `[the course](https://…)` and `<https://…>`, as Markdown writes links. */
export const markdownLink: LookAlike = byPattern(
  /(=\s*)(?:\[[^\]"]*\]\(([^\s)"]+)\)|<((?:https?:\/\/|mailto:)[^\s>"]+)>)/g,
  {
    write: ([, sign = "", one = "", other = ""]) => `${sign}"${one || other}"`,
    say: (found) => `An address stands alone in quotes, not as a link of Markdown: \`${found.replace(/^=\s*/, "")}\`.`,
  },
);
