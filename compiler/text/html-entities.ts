// Signs as the source of a web page writes them: the names of HTML that come along when text is copied from one, and numbers.
// Source: the named character references of the HTML standard, https://html.spec.whatwg.org/multipage/named-characters.html, read 2026-11.

const named: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["apos", "'"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["nbsp", " "],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["middot", "·"],
  ["bull", "•"],
  ["eacute", "é"],
  ["egrave", "è"],
  ["auml", "ä"],
  ["ouml", "ö"],
  ["uuml", "ü"],
  ["szlig", "ß"],
  ["ntilde", "ñ"],
  ["ccedil", "ç"],
]);

const entity = /&(#\d{1,6}|#[xX][\dA-Fa-f]{1,5}|[A-Za-z]{2,8});/g;

/** The sign that an entity without its `&` and `;` stands for; `undefined` where it is none that is known. */
export function signOfEntity(name: string): string | undefined {
  if (!name.startsWith("#")) return named.get(name) ?? named.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code === 0xa0) return " ";
  return code >= 0x20 && code < 0xd800 && (code < 0x7f || code > 0x9f) ? String.fromCodePoint(code) : undefined;
}

/** An entity in a text, and the sign that it stands for; `start` and `end` are offsets into the text. */
export interface FoundEntity {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly sign: string;
}

/** The entities of a text, in order. */
export function entitiesIn(text: string): readonly FoundEntity[] {
  if (!text.includes("&")) return [];
  return Array.from(text.matchAll(entity)).flatMap(({ 0: written, 1: name = "", index }) => {
    const sign = signOfEntity(name);
    return sign === undefined ? [] : [{ start: index, end: index + written.length, written, sign }];
  });
}
