// Characters that a format forbids, wherever in a file of it they stand.

/** What every file of text refuses: zeros and halves of a pair. */
const halves = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const anyFile = new RegExp(String.raw`\0|${halves}`);
/** Control characters but tab, line feed and form feed, in what is shown or read by a format that forbids them. */
const controls = String.raw`\u0001-\u0008\u000b\u000e-\u001f`;
const withControls = (more: string) => new RegExp(`[${controls}${more}]`);

/** YAML 1.2.2, section 5.1, c-printable; XML 1.0, section 2.2; HTML, "control characters" and "noncharacters"; RFC 8259, 5545. */
const stricter: readonly { readonly of: RegExp; readonly forbidden: RegExp }[] = [
  { of: /\.ya?ml$/, forbidden: withControls(String.raw`\u007f-\u0084\u0086-\u009f\ufffe\uffff`) },
  { of: /\.html$/, forbidden: withControls(String.raw`\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff`) },
  { of: /\.(?:svg|xml)$/, forbidden: withControls(String.raw`\ufffe\uffff`) },
  { of: /\.ics$/, forbidden: withControls(String.raw`\u007f`) },
  { of: /\.(?:json|md|txt|toml)$/, forbidden: withControls("") },
];

/** What is wrong with the characters of an output, or nothing. */
export function forbiddenIn(path: string, text: string): string | undefined {
  const isCalendar = path.endsWith(".ics");
  // Lines of a calendar end in CRLF (RFC 5545, section 3.1); everything else has no carriage return.
  if (isCalendar && /(?<!\r)\n|\r(?!\n)/.test(text)) return "a line end that is not CRLF";
  const plain = isCalendar ? text.replaceAll("\r\n", "\n") : text;
  const found = anyFile.exec(plain) ?? stricter.find(({ of }) => of.test(path))?.forbidden.exec(plain);
  if (found) return `U+${(found[0].codePointAt(0) ?? 0).toString(16).padStart(4, "0")} at ${found.index}`;
  const long = isCalendar ? plain.split("\n").find((line) => Buffer.byteLength(line) > 75) : undefined;
  return long === undefined ? undefined : `a line of more than 75 octets: ${long.slice(0, 40)}`;
}
