// Random valid programs in careless layout: blanks, line ends and comments wherever the language allows them.

import { fc } from "../support/properties.ts";

/** Texts of programs without syntax errors. */
export const randomProgram: fc.Arbitrary<string> = fc
  .gen()
  .map((draw) => program((limit) => draw(fc.nat, { max: limit - 1 })));

/** A whole number from 0 up to, not including, the limit. */
type Draw = (limit: number) => number;

function program(draw: Draw): string {
  const start = pick(draw, ["", "\ufeff", "# a file\n", "\n\n## about nothing\n\n"]);
  return start + times(draw, 5, () => declaration(draw) + lineEnd(draw)) + pick(draw, ["", "# the end", "\n\n"]);
}

function declaration(draw: Draw): string {
  switch (draw(5)) {
    case 0:
      return `let${gap(draw)}${name(draw)}${maybeGap(draw)}=${maybeGap(draw)}${value(draw, 2)}`;
    case 1:
      return `policy course ${name(draw)} {${lineEnd(draw)}${times(draw, 3, () => policyLine(draw))}}`;
    case 2:
      return `image ${name(draw)}${gap(draw)}extends std.scipy {${lineEnd(draw)}${times(draw, 4, () => packages(draw))}}`;
    default:
      return `${pick(draw, ["course a", "abstract  hub b", "group team[ 1 .. 6 ]", "provider gke g"])} ${body(draw, 3)}`;
  }
}

function policyLine(draw: Draw): string {
  if (draw(4) === 0) return `except = [${anyGap(draw)}a${comma(draw)}b-c]${lineEnd(draw)}`;
  return `require = ${condition(draw, 3, false)}${lineEnd(draw)}`;
}

function condition(draw: Draw, depth: number, inBrackets: boolean): string {
  const space = () => (inBrackets ? anyGap(draw) : gap(draw));
  const plain = () =>
    pick(draw, [
      "memory.to <= 8GiB",
      'x matches "a.*"',
      "present(gpu)",
      "n in [1..3, 4]",
      "not a.b == 2026-01-02 10:00",
    ]);
  if (depth === 0) return plain();
  switch (draw(5)) {
    case 0:
      return `(${space()}${condition(draw, depth - 1, true)}${anyGap(draw)})`;
    case 1:
      return `${condition(draw, depth - 1, inBrackets)}${space()}and${space()}(${condition(draw, depth - 1, true)})`;
    case 2:
      return `all x in pools:${space()}(${condition(draw, depth - 1, true)})${space()}or true`;
    default:
      return plain();
  }
}

function packages(draw: Draw): string {
  const line = () =>
    pick(draw, ["numpy=1.26", "- pandas", "a  >=2,<3", "git+https://x.org/a@b#egg=c", "- - twice"]) + lineEnd(draw);
  const block = pick(draw, ["pip", "conda", "apt", "cran"]);
  if (draw(3) === 0) return `${block}${maybeGap(draw)}{ a${gap(draw)}}${lineEnd(draw)}`;
  return `${block}${maybeGap(draw)}{${lineEnd(draw)}${times(draw, 4, line)}}${lineEnd(draw)}`;
}

function body(draw: Draw, depth: number): string {
  const oneLine = draw(3) === 0;
  const between = () => (oneLine ? gap(draw) : draw(8) === 0 ? gap(draw) : lineEnd(draw));
  return `{${between()}${times(draw, oneLine ? 3 : 6, () => statement(draw, depth) + between())}}`;
}

function statement(draw: Draw, depth: number): string {
  if (depth > 0 && draw(3) === 0) {
    return (
      pick(draw, ["pool p", 'open "x"', "allow", "during 2026-01-02 .. 2026-02-03", "\na.b"]) +
      gap(draw) +
      body(draw, depth - 1)
    );
  }
  const sign = pick(draw, ["=", "+=", "-="]);
  return `${pick(draw, ["x", "client-id", '"a b".c', "k . l", "let-it"])} ${sign}${maybeGap(draw)}${value(draw, 2)}`;
}

function value(draw: Draw, depth: number): string {
  switch (draw(depth > 0 ? 9 : 6)) {
    case 0:
      return pick(draw, ['"a # b"', '"${n} \\" \\n"', '""', '"""one"""', `"${"long ".repeat(18)}"`]);
    case 1:
      return pick(draw, ["5", "-5..5", "1 .. 3", "1GiB..2GiB", "0.05 .. 2", "80%", "10min"]);
    case 2:
      return pick(draw, ["2026-01-02", "10:00", "2026-10-09 19:00 .. 21:00", "lab", "std.scipy", "team [ 2 ]"]);
    case 3:
      return pick(draw, ['"""\n  a  \n\n    b\n  """', '"""x\r\n y"""', '"""\n"""']);
    case 4:
      return `secret(${maybeGap(draw)}"a/b"${maybeGap(draw)})`;
    case 5:
      return pick(draw, ["true", "none", "everyone"]);
    case 6:
      return `{${maybeGap(draw)}${times(draw, 3, () => `k = ${value(draw, 0)}${pick(draw, [", ", "  ", " ,"])}`)}}`;
    default:
      return `[${anyGap(draw)}${times(draw, 5, () => listItem(draw, depth - 1))}]`;
  }
}

/** An item and what separates it from the next: a comma, or a line end, which a bracket may not follow after a word. */
function listItem(draw: Draw, depth: number): string {
  const item = value(draw, depth);
  const newLine = draw(4) === 0 && !item.startsWith("[") ? `${maybeGap(draw)}\n` : "";
  return newLine === "" ? item + comma(draw) : `${item}${newLine}"x"${comma(draw)}`;
}

function comma(draw: Draw): string {
  return `${anyGap(draw)},${anyGap(draw)}`;
}

function name(draw: Draw): string {
  return pick(draw, ["a", "data-8", "let2", "pip-x"]);
}

/** Blanks. */
function gap(draw: Draw): string {
  return pick(draw, [" ", "  ", "\t"]);
}

function maybeGap(draw: Draw): string {
  return draw(2) === 0 ? "" : gap(draw);
}

/** Blanks, line ends and comments, as brackets allow them; never nothing. */
function anyGap(draw: Draw): string {
  return draw(4) === 0 ? lineEnd(draw) : gap(draw);
}

function lineEnd(draw: Draw): string {
  const own = () => pick(draw, ["# own", "## doc", "#", "#   trailing blanks  "]);
  switch (draw(6)) {
    case 0:
      return ` ${own()}\n`;
    case 1:
      return `\n  ${own()}\n`;
    case 2:
      return `\n\n\n${own()}${draw(2) === 0 ? "\n" : "\r\n"}`;
    case 3:
      return "  \r\n";
    case 4:
      return "\n\n \n";
    default:
      return "\n";
  }
}

function times(draw: Draw, limit: number, make: () => string): string {
  let text = "";
  for (let left = draw(limit); left > 0; left--) text += make();
  return text;
}

function pick(draw: Draw, choices: readonly string[]): string {
  return choices[draw(choices.length)] ?? "";
}
