// Patterns of Python, such as `username_pattern`, followed by the engine of policies' patterns: no pattern and no text makes a check slow.

import { readPattern } from "./pattern.ts";

/** What Python's `re.match` takes of a pattern that can be followed without looking back; undefined for others. */
export function pythonMatch(text: string): ((name: string) => boolean) | undefined {
  // An anchor beside an alternative holds for that one alone.
  if (hasChoiceOutside(text)) return undefined;
  const [, inner = "", end = ""] = /^\^?(.*?)((?<!\\)(?:\\\\)*\$)?$/s.exec(text) ?? [];
  const pattern = readPattern(end === "" ? `${inner}(?:.|\n)*` : `${inner}${end.slice(0, -1)}`);
  return "problem" in pattern ? undefined : pattern.accepts;
}

/** Does a `|` stand outside of all brackets? */
function hasChoiceOutside(text: string): boolean {
  let plain = text.replace(/\\./gs, "").replace(/\[\^?\]?[^\]]*\]/g, "");
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, "");
  }
  return plain.includes("|");
}
