// Values to put where one stands: hostile texts, wrong types, edges of numbers and dates, and what other programs say.

import { payloads } from "../support/payloads.ts";
import type { Random } from "../support/random.ts";
import type { Pool } from "./sample-programs.ts";

const odd = [
  "\u0000",
  "\ud800",
  "\udc00x",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\uffff",
  "\r",
  "\r\n",
  "\n",
  "\t",
  "%",
  "%E0%A4%A",
  "%zz",
  "{{../x}}",
  "{{#each a}}{{../../../x}}{{/each}}",
  "{{",
  "}}",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "é",
  "😀",
  "İ",
  "ß",
  "\u202e",
  "\u0301",
  " ",
  "",
  "/",
  "..",
  "../..",
  "*",
  "?",
  "#",
  "@",
  ":",
  "://",
  "[::1]",
  "https://",
  "https://%",
  "https://a.example.edu/%",
  "https://a.example.edu:99999/",
  "git+https://x",
  "-",
  "-x",
  "'",
  "\\",
  "${x}",
  "$",
];

const literals = [
  ..."0 1 -1 0.5 0.0001 1e9 999999999999999 65535 65536 1B 1KiB 2GiB 1000TiB 500m 0m 1s 0s 10min 90d 1y 80% 0% 101%".split(
    " ",
  ),
  ..."2026-08-26 1970-01-01 9999-12-31 0001-01-01 2026-02-29 2024-02-29 00:00 24:00 23:59 2026-08-26 true false none".split(
    " ",
  ),
  ..."everyone mon [] {} [[]] [{}] {a=1} a b.c std.scipy std.jupyterlab img h k homes c all x[1] x[0] team[2]".split(
    " ",
  ),
  "2026-10-09 19:00 .. 21:00",
  "2026-08-26 .. 2026-12-18",
  "2026-12-18 .. 2026-08-26",
  "1GiB .. 2GiB",
  "2GiB .. 1GiB",
  "0 .. 0",
  "0.05 .. 2",
  "10:00 .. 11:00",
  "1 .. 1000000",
  'secret("a/b")',
  'secret("")',
  "[mon, tue]",
  '"x" .. "y"',
  "not true",
  "a == b",
  "{ a = { b = [1, { c = 2 }] } }",
];

/** A text as somebody writes it between quotes. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(/\$\{/g, "\\${")}"`;
}

/** A text that something may trip over, or a harmless one with such a piece in it. */
export function hostileText({ pick, below, onceIn }: Random): string {
  const piece = onceIn(2) ? pick(payloads) : pick(odd);
  switch (below(5)) {
    case 0:
      return `x${piece}`;
    case 1:
      return `https://a.example.edu/${piece}`;
    case 2:
      return `${piece}${pick(odd)}`;
    case 3:
      return `ab${piece}yz`;
    default:
      return piece;
  }
}

/** Any value. `assets` are paths of files that the program can take in. */
export function anyValue(random: Random, pool: Pool, assets: readonly string[]): string {
  const { pick, below } = random;
  switch (below(8)) {
    case 0:
      return pick(literals);
    case 1:
      return quoted(hostileText(random));
    case 2:
      return assets.length > 0 ? `file("${pick(assets)}")` : pick(literals);
    case 3:
      return `[${anyValue(random, pool, assets)}, ${anyValue(random, pool, assets)}]`;
    case 4:
      return `"""\n${hostileText(random)}\n  ${hostileText(random)}\n"""`;
    default:
      return pick(pool.values);
  }
}
