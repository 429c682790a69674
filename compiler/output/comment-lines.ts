// Comments carry people's words into formats where a comment ends with its line: nothing in the words may end it early.

// Everything that YAML 1.1, Python, Go or an editor takes for the end of a line.
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// Control characters, byte order marks, direction overrides and lone surrogates: unreadable at best, refused by YAML readers at worst.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const unreadable = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** `text` as lines beginning with `#`, one for each of its lines; what can't be shown becomes U+FFFD. */
export function commentLines(text: string): string[] {
  return text.split(lineEnd).map((line) => {
    const shown = line.replace(unreadable, "\ufffd").trimEnd();
    return shown === "" ? "#" : `# ${shown}`;
  });
}
