// A sample program with some places of it changed: words slip, values and texts become others, statements come, go and are wrapped,
// files that it takes in are altered.

import type { Random } from "../support/random.ts";
import { anyValue, hostileText, quoted } from "./random-values.ts";
import type { Place, Places, Pool, Samples, Texts } from "./sample-programs.ts";

export interface RandomProgram {
  readonly files: Texts;
  readonly assets: Texts;
}

/** One of the samples, changed at one to five places. */
export function changedProgram(random: Random, { programs, pool }: Samples): RandomProgram {
  const sample = random.pick(programs);
  const assets = changedAssets(random, sample.assets);
  const changed = random.below(sample.files.length);
  const files = sample.files.map(({ path, text, places }, i): [string, string] => [
    path,
    i === changed ? changedText({ random, pool, assets: [...assets.keys()] }, text, places) : text,
  ]);
  return { files: new Map(files), assets };
}

interface Changing {
  readonly random: Random;
  readonly pool: Pool;
  readonly assets: readonly string[];
}

function changedText(changing: Changing, text: string, places: Places): string {
  const { below } = changing.random;
  const edits = Array.from({ length: 1 + below(below(3) > 0 ? 1 : 5) }, () => randomEdit(changing, text, places));
  const sorted = edits.flatMap((edit) => edit ?? []).sort((a, b) => b.start - a.start);
  let before = text.length + 1;
  let done = text;
  for (const { start, end, put } of sorted) {
    // What lies in another change is left.
    if (end > before) continue;
    done = done.slice(0, start) + put + done.slice(end);
    before = start;
  }
  return done;
}

type Edit = Place & { readonly put: string };

function randomEdit({ random, pool, assets }: Changing, text: string, places: Places): Edit | undefined {
  const { pick, below } = random;
  const at = (of: keyof Places, change: (written: string) => string): Edit | undefined => {
    if (places[of].length === 0) return undefined;
    const { start, end } = pick(places[of]);
    return { start, end, put: change(text.slice(start, end)) };
  };
  const value = () => anyValue(random, pool, assets);
  switch (below(16)) {
    case 0:
      return at("words", () => "");
    case 1:
      return at("words", (word) => `${word} ${word}`);
    case 2:
      return at("words", (word) => word.slice(1));
    case 3:
      return at("names", () => pick(pool.names));
    case 4:
    case 5:
      return at("values", value);
    case 6:
    case 7:
    case 8:
      return at("texts", () => quoted(hostileText(random)));
    case 9:
      return at("texts", (written) => `${written.slice(0, -1)}${hostileText(random)}"`);
    case 10:
      return at("statements", () => "");
    case 11:
      return at("statements", (written) => `${written}\n${pick(pool.statements)}\n`);
    case 12:
      return at("statements", () => pick(pool.statements));
    case 13:
      return at("statements", (written) => `${pick(wrappers)} {\n${written}\n}\n`);
    case 14:
      return at("declarations", (written) => `${written}\n${pick(pool.declarations)}\n`);
    default:
      return at("values", () => quoted(hostileText(random)));
  }
}

const wrappers = [
  "stage prod",
  "stage staging",
  "stage a",
  "during 2026-10-01 .. 2026-10-09",
  "during 2026-10-05 .. 2026-10-05",
  "exam midterm",
  "values",
  "config",
  "python x",
  "pip",
  "conda",
  "hub",
];

function changedAssets(random: Random, assets: Texts): Texts {
  if (assets.size === 0) return assets;
  const changed = random.below(assets.size * 2);
  return new Map(
    [...assets].map(([path, text], i) => {
      if (i !== changed) return [path, text];
      const at = random.below(text.length + 1);
      return [path, text.slice(0, at) + hostileText(random) + text.slice(at + random.below(4))];
    }),
  );
}
