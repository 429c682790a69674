// Escaping for Markdown (CommonMark with GitHub's tables and autolinks, MyST's roles and maths), so that people's words stay words.

/** Text within a paragraph, a heading or a list item: no word of it is markup, and its line ends become blanks. */
export function markdownText(text: string): string {
  const line = oneLine(text);
  const escaped = line.replace(/[\\`*[\]<>&|~${}]|_+/g, (found: string, at: number) =>
    found.startsWith("_") && insideWord(line, at, found.length) ? found : found.replace(/./g, "\\$&"),
  );
  // What only means something at the start of a line: headings, lists, rules, definitions, numbered lists.
  return escaped.replace(/^(?:[#+=:%-]|(?:[0-9]+)(?=[.)]))/, (start) =>
    /^[0-9]/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

/** The text of a table's cell; a column is parted by `|` even within code. */
export function markdownCell(text: string): string {
  return markdownText(text).trim();
}

/**
 * A line of text in a page that a template engine reads first, such as Jekyll's Liquid: whatever would be markup for either is written by
 * its number, which kramdown and CommonMark take for the character alone.
 */
export function markdownByNumbers(text: string): string {
  const numbered = (character: string) => `&#${character.charCodeAt(0)};`;
  return oneLine(text)
    .replace(/[&<>"'\\`*_[\]|~${}]/g, numbered)
    .replace(/^(?:[#+=:-]|[0-9]+[.)])/, (start) => start.slice(0, -1) + numbered(start.slice(-1)));
}

/** Code within a line, shown exactly but for line ends, which become blanks. In a table use `markdownCellCode`. */
export function markdownCode(text: string): string {
  const line = text.replace(/\r\n|[\n\r\u2028\u2029]/g, " ");
  if (line === "") return "` `";
  const fence = "`".repeat(longestRun(line, "`") + 1);
  const padded = /^`|`$/.test(line) || (/^ .* $/.test(line) && line.trim() !== "") ? ` ${line} ` : line;
  return fence + padded + fence;
}

/** Code within a table's cell. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll("|", "\\|");
}

/** A block of code, whatever it holds. `language` keeps only letters, digits and `+ - _ .`. */
export function markdownCodeBlock(text: string, language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(text, "`") + 1));
  const body = text.endsWith("\n") || text === "" ? text : `${text}\n`;
  return `${fence}${language.replace(/[^A-Za-z0-9+_.-]/g, "")}\n${body}${fence}\n`;
}

/** A link. */
export function markdownLink(text: string, target: string): string {
  return `[${markdownText(text)}](${markdownTarget(target)})`;
}

/** A link's target: http, https, mailto, or a path; any other scheme (`javascript:`) is made a path, so that it does nothing. */
export function markdownTarget(target: string): string {
  const scheme = /^[\0-\x20]*([A-Za-z][A-Za-z0-9+.-]*):/.exec(target)?.[1]?.toLowerCase();
  const known = scheme === undefined || ["http", "https", "mailto"].includes(scheme);
  return (known ? target.trim() : `./${target.trim()}`).replace(/[^A-Za-z0-9\-._~:/?#@!$%&+,;=]/gu, percentEncoded);
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a document.
  return text.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g, " ").trimStart();
}

function insideWord(text: string, at: number, length: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && /[\p{L}\p{N}]/u.test(text[at + length] ?? " ");
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const found of text) {
    run = found === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function percentEncoded(character: string): string {
  // encodeURIComponent leaves ' ( ) * and throws on half a surrogate pair.
  if (/['()*]/.test(character)) return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(/\p{Surrogate}/u.test(character) ? "\ufffd" : character);
}
