// Random texts, the same for the same seed: soups of the language's words, characters of any kind, and programs that were
// cut, spliced, repeated and sprinkled with signs.

import { createRandom, type Random } from "./random.ts";

export interface RandomText {
  readonly next: () => string;
}

/** Texts made from a seed, or by somebody's choices, and from sample programs. */
export function createRandomText(by: number | Random, samples: readonly string[]): RandomText {
  const { below } = typeof by === "number" ? createRandom(by) : by;
  const pick = <T>(items: readonly T[], fallback: T): T => items[below(items.length)] ?? fallback;
  const many = (limit: number, one: () => string) => Array.from({ length: below(limit) }, one).join("");
  const soup = () => many(120, () => pick(words, "") + pick(gaps, " "));
  const characters = () => many(300, () => String.fromCharCode(below(4) === 0 ? below(0x10000) : below(0x100)));
  const piece = () => {
    const text = pick(samples, "");
    const start = below(text.length);
    return text.slice(start, start + below(800));
  };
  const cut = () => {
    const text = pick(samples, "");
    return below(2) === 0 ? text.slice(0, below(text.length)) : text.slice(below(text.length));
  };
  const sprinkled = () => {
    let text = below(2) === 0 ? piece() : pick(samples, "");
    for (let i = below(12); i >= 0; i--) {
      const at = below(text.length + 1);
      text = text.slice(0, at) + pick(words, "") + text.slice(at + below(3));
    }
    return text;
  };
  const otherLineEnds = () => pick(samples, "").replaceAll("\n", pick(["\r\n", "\r", "\n\r", "\u2028"], "\n"));
  const kinds = [soup, soup, characters, piece, cut, sprinkled, sprinkled, otherLineEnds, () => many(5, piece)];
  return { next: () => pick(kinds, soup)() };
}

const words = [
  ...'= += -= == .. . , ; : { } [ ] ( ) " """ \\ # ## ${ $ @ \0 \u{feff} \ud800 \udc00 é 😀 - -- / % <= != <'.split(
    " ",
  ),
  ..."course hub image group provider storage project policy machine let abstract extends none std.scipy".split(" "),
  ..."conda { | pip { | apt { | cran { | stage prod { | auth google { | during | members = | memory = | term =".split(
    "|",
  ),
  ...'1 0.5 -3 1GiB 2Gi 500m 10min 2026-08-26 2026-02-30 25:00 80% "text" "${n}" "un secret("a/b") file("x.md") team[1..6]'.split(
    " ",
  ),
  "numpy=1.26",
  "git+https://example.edu/a@b",
  "a".repeat(40),
];
const gaps = [" ", " ", "", "\n", "\n  ", "\r\n", "\t", "\r"];
