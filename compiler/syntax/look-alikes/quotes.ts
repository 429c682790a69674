// Texts between other quotes, and texts without any.

import { asText, byPattern, inCode, type LookAlike } from "./look-alike.ts";

const pairs: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[“”„‟″]([^“”„‟″"]*)["“”„‟″]|"([^“”„‟″"]*)[“”„‟″]/g, "typographic quotes"],
  [/«\s?([^«»]*?)\s?»/g, "guillemets"],
  [/[‘’‚‛′]([^‘’‚‛′]*)[‘’‚‛′]/g, "typographic quotes"],
  [/'([^']*)'/g, "single quotes"],
  [/`([^`]*)`/g, "backticks"],
];

const wholeTypographic = /^[^"#]*["“”„‟″][^"#]*$/;
const wholeSingle = /^[^"'#]*'[^'#]*'\s*$/;

/** Texts between quotes that are not `"`. */
export const otherQuotes: LookAlike = (line) => {
  let text = line;
  let message: string | undefined;
  for (const [pattern, name] of pairs) {
    const write = (code: string) =>
      code.replace(pattern, (found: string, ...groups: unknown[]) => {
        const inner = groups.find((group) => typeof group === "string") ?? "";
        message ??= `A text stands between straight quotes, \`"\`, not between ${name}: \`${found}\`.`;
        return asText(String(inner));
      });
    // Straight quotes inside of others, or one that another closes, mislead whoever looks for texts.
    const isWhole = name === "typographic quotes" ? wholeTypographic.test(text) : wholeSingle.test(text);
    text = isWhole ? write(text) : inCode(text, write);
  }
  return message === undefined ? undefined : { text, message, certain: true };
};

const mailAddress = /(?<![\w@.-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w@])/g;
const webAddress = /(?<![\w"/])(?:https?|ssh|git):\/\/[^\s,\]]+/g;
const item = /^[\p{L}@][^"'[\]{}(),#]*$/u;

/** Mail and web addresses without quotes. */
export const unquotedAddress: LookAlike = (line) => {
  let found: string | undefined;
  const text = inCode(line, (code) =>
    code
      .replace(webAddress, quote)
      .replace(/"[^"]*"|[^"]+/g, (part) => (part.startsWith('"') ? part : part.replace(mailAddress, quote))),
  );
  return found === undefined
    ? undefined
    : { text, message: `\`${found}\` is a text: write it in quotes.`, certain: true };

  function quote(address: string): string {
    found ??= address;
    return `"${address}"`;
  }
};

/** `title = Intro to Statistics`: words after the sign up to the end of the line; or words as the items of a list. */
export const unquotedWords: LookAlike = (line) => {
  const [, head = "", value = "", rest = ""] = /^(\s*[\w.-]+\s*[+-]?=\s*)([^#]*?)(\s*(?:#.*)?)$/.exec(line) ?? [];
  // A condition of a policy is no text, nor is a date, a time or a count.
  if (value === "" || /^\s*(?:require|term|at|due|time|days|students|peak|memory|cpu)\b/.test(head)) return undefined;
  const inside = /^\[(.*)\]$/.exec(value)?.[1];
  if (inside === undefined) {
    // A number with words behind it is a quantity that nothing here can read.
    if (!/^[\p{L}@][^"[\]{}=]*$/u.test(value) || !/[^\w-]/.test(value) || value.includes("..")) return undefined;
    return {
      text: `${head}${asText(value)}${rest}`,
      message: `Words that are not one name stand in quotes: \`${value}\`.`,
      certain: true,
    };
  }
  const items = inside.split(",").map((part) => part.trim());
  const bare = items.find((part) => item.test(part) && /[^\w-]/.test(part));
  if (bare === undefined || items.some((part) => part !== "" && !item.test(part) && !/^"[^"]*"$/.test(part)))
    return undefined;
  const quoted = items.map((part) => (part === "" || part.startsWith('"') ? part : asText(part)));
  const message = `\`${bare}\` is a text: write it in quotes.`;
  return { text: `${head}[${quoted.join(", ")}]${rest}`, message, certain: true };
};

/** `staff = @tutors`: a declaration is named without a sign before it. */
/** `secret(google/client-id)`, `$GOOGLE_SECRET`, `${{ secrets.GOOGLE_SECRET }}`: a secret by its path, which is a text. */
export const secretPath: LookAlike = byPattern(
  /(=\s*)(?:secret\s*\(\s*([\w./-]+)\s*\)|\$\{?([A-Z][A-Z0-9_]+)\}?|\$\{{1,2}\s*(?:secrets|env|vars?)\.(\w+)\s*\}{1,2})(?=\s*(?:$|[,}]))/g,
  {
    write: ([, sign = "", path = "", variable = "", kept = ""]) =>
      `${sign}secret("${path || (variable || kept).toLowerCase().replaceAll("_", "-")}")`,
    say: (found, written) =>
      `A secret is named by its path, a text in parentheses: \`${written.replace(/^=\s*/, "")}\`, not \`${found.replace(/^=\s*/, "")}\`.`,
    certain: false,
  },
);

export const atName: LookAlike = byPattern(/(=\s*|\[\s*|,\s*)[@$&*]([A-Za-z][\w-]*)(?=\s*(?:$|[\],#}]))/g, {
  write: ([, before = "", name = ""]) => before + name,
  say: (found, written) =>
    `A declaration is named by its name alone: \`${written.replace(/^\W*/, "")}\`, not \`${found.replace(/^[=[,]\s*/, "")}\`.`,
});
