// Characters that come along when something is copied: signs that nobody sees, letters in full width, entities of web pages, stars of Markdown.

import { signOfEntity } from "../../text/html-entities.ts";
import { asText, byPattern, inCode, type LookAlike } from "./look-alike.ts";

/** Marks of direction, joiners and blanks without width. */
export const invisible: LookAlike = byPattern(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, {
  write: () => "",
  say: () => "A character that can't be seen stands here, which came along with what was copied: delete it.",
});

/** `ｔｉｔｌｅ＝`, `１２`: signs as wide as a Chinese character. */
export const fullWidth: LookAlike = byPattern(/[\uff01-\uff5e\u3000]+/g, {
  write: ([found = ""]) => found.normalize("NFKC"),
  say: (found, written) => `Letters and digits have their usual width: \`${written}\`, not \`${found}\`.`,
});

/** `&quot;Data 8&quot;`, as the source of a web page writes signs. */
export const entity: LookAlike = byPattern(/&(#?\w+);/g, {
  write: ([, name = ""]) => signOfEntity(name),
  say: (found, written) => `\`${found}\` is how web pages write a sign: write the sign itself, \`${written || " "}\`.`,
});

const asSetting = /^(\s*)(?:\*{1,2}|__?)([A-Za-z][\w -]*?)(?:(\s*[:=])\s*(?:\*{1,2}|__?)|(?:\*{1,2}|__?)(\s*[:=]))/;

/** `**title** = …`, `**Title:** …`, `title = **Data 8**`. */
export const stars: LookAlike = (line) => {
  const name = line.replace(asSetting, "$1$2$3$4 ");
  const text = inCode(name, (code) =>
    code.replace(/(=\s*)(\*{1,2})([^*\s][^*]*)\2(?=\s*$)/, (_, sign: string, _stars: string, words: string) => {
      return `${sign}${asText(words)}`;
    }),
  );
  if (text === line) return undefined;
  return { text, message: "Nothing is made bold here: leave out the `*` of Markdown.", certain: true };
};

/** `title = Data 8"`: the quote at the end without the one at the start. */
export const openingQuote: LookAlike = (line) => {
  const [, head = "", words = ""] = /^(\s*[\w.-]+\s*=\s*)([^"'\s[{(][^"]*)"\s*$/.exec(line) ?? [];
  if (words === "") return undefined;
  const text = `${head}${asText(words)}`;
  return { text, message: `A text has a quote at its start as well: \`${asText(words)}\`.`, certain: true };
};

/** `"title": "Data 8",` of JSON and `title: "Data 8",` of JavaScript and Python. */
export const jsonEntry: LookAlike = (line) => {
  const [, indent = "", quote = "", name = "", value = "", comma = ""] =
    /^(\s*)(["']?)([A-Za-z][\w-]*)\2\s*:\s*([^\s].*?)\s*([,;]?)\s*$/.exec(line) ?? [];
  if (name === "" || (quote === "" && comma === "") || /^[/{]/.test(value)) return undefined;
  const found = line.trim().slice(0, line.trim().indexOf(":") + 1);
  const end = comma === "" ? "" : ` and no \`${comma}\` at its end`;
  const message = `A setting is written with \`=\`${end}: \`${name} = …\`, not \`${found} …${comma}\`.`;
  return { text: `${indent}${name} = ${value}`, message, certain: true };
};

/** `students = 12 (estimated)`: a remark behind a value that is complete. */
export const remark: LookAlike = (line) => {
  const [, before = "", words = ""] =
    /^(\s*[\w.-]+\s*=\s*(?:\d[\w.:%-]*(?:\s*\.\.\s*\d[\w.:%-]*)?|"[^"]*"))\s*\(([^()"]+)\)\s*$/.exec(line) ?? [];
  if (words === "") return undefined;
  return {
    text: `${before}  # ${words.trim()}`,
    message: `A remark stands behind a \`#\`: \`# ${words.trim()}\`.`,
    certain: true,
  };
};

/** `… .. 2027-01-25.`: a full stop behind the last value. */
export const fullStop: LookAlike = byPattern(/(\d{4}-\d\d-\d\d|\d\d:\d\d)\.(?=\s*$)/g, {
  write: ([, value = ""]) => value,
  say: (_, written) => `No \`.\` stands behind \`${written}\`: a setting ends with its line.`,
});
