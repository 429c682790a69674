// How CodeMirror reads .hub files: in each place of a line the first rule that matches says the colour, and what the next place is.
import { rules } from "./rules.js";

const places = Object.fromEntries(
  Object.entries(rules).map(([place, list]) => [
    place,
    list.map(([style, pattern, next]) => ({ style, pattern: new RegExp(pattern, "y"), next: next ?? place })),
  ]),
);

/** A reader of tokens for CodeMirror's StreamLanguage. */
export const hubParser = {
  name: "hub",
  startState: () => ({ place: "code" }),
  copyState: ({ place }) => ({ place }),
  token(stream, state) {
    // Only long texts and blocks of requirements go on in the next line.
    if (stream.sol() && (state.place === "text" || state.place === "header")) state.place = "code";
    if (stream.eatSpace()) return null;
    for (const { style, pattern, next } of places[state.place]) {
      pattern.lastIndex = stream.pos;
      const found = pattern.exec(stream.string);
      if (found === null) continue;
      stream.pos += found[0].length;
      state.place = next;
      return style;
    }
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{", '"'] } },
};
