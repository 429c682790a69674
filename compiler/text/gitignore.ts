// The patterns of a .gitignore file: which paths below its folder it names. As gitignore(5) of git 2.47 says it; a test holds it
// against git itself. Patterns are matched without regular expressions, so that none takes more than its length times the path's.

/** What a file of patterns says of a path: ignored, taken back by a pattern that begins with `!`, or nothing. */
export type IgnoreVerdict = "ignored" | "included" | undefined;

export interface IgnorePattern {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Of the path's parts, or of its last part alone. */
  readonly parts: readonly Part[];
  readonly anywhere: boolean;
}

/** `**`, or what one name must be. */
type Part = "folders" | readonly Sign[];
type Sign = "any-number" | "any" | { readonly accepts: (character: string) => boolean };

export function readIgnorePatterns(text: string): readonly IgnorePattern[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const pattern = line.replace(/(?<!\\)(?:\\\\)* +$/, (end) => end.trimEnd());
    if (pattern === "" || pattern.startsWith("#")) return [];
    const negated = pattern.startsWith("!");
    const path = (negated ? pattern.slice(1) : pattern).replace(/^\\(?=[!#])/, "");
    const foldersOnly = path.endsWith("/");
    const body = foldersOnly ? path.slice(0, -1) : path;
    if (body === "") return [];
    const parts = body
      .replace(/^\//, "")
      .split("/")
      .map((part): Part => (part === "**" ? "folders" : signsOf(part)));
    return [{ negated, foldersOnly, parts, anywhere: !body.includes("/") }];
  });
}

/** What the patterns say of a path that is relative to their folder; the last one that matches decides. */
export function ignoreVerdict(patterns: readonly IgnorePattern[], path: string, isFolder: boolean): IgnoreVerdict {
  const names = path.split("/");
  const last = names.slice(-1);
  const ignorePattern = patterns.findLast(
    ({ foldersOnly, anywhere, parts }) => (isFolder || !foldersOnly) && matchesParts(parts, anywhere ? last : names),
  );
  return ignorePattern === undefined ? undefined : ignorePattern.negated ? "included" : "ignored";
}

/** Row by row: which beginnings of the names the first parts match. */
function matchesParts(parts: readonly Part[], names: readonly string[]): boolean {
  let reached = names.map(() => false);
  reached = [true, ...reached];
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    const next = reached.map(() => false);
    for (let at = 0; at <= names.length; at += 1) {
      if (part === "folders") {
        // At the end, `**` is everything inside; elsewhere it is any number of folders, or none.
        const from = reached.slice(0, isLast && index > 0 ? at : at + 1);
        next[at] = from.includes(true);
      } else next[at] = at > 0 && reached[at - 1] === true && matchesName(part, names[at - 1] ?? "");
    }
    reached = next;
  });
  return reached.at(-1) === true;
}

function matchesName(signs: readonly Sign[], name: string): boolean {
  const characters = [...name];
  let [sign, at] = [0, 0];
  let star: { readonly sign: number; readonly at: number } | undefined;
  while (at < characters.length) {
    const wanted = signs[sign];
    if (wanted === "any-number") {
      star = { sign, at };
      sign += 1;
    } else if (wanted !== undefined && (wanted === "any" || wanted.accepts(characters[at] ?? ""))) {
      sign += 1;
      at += 1;
    } else if (star !== undefined) {
      star = { sign: star.sign, at: star.at + 1 };
      sign = star.sign + 1;
      at = star.at;
    } else return false;
  }
  return signs.slice(sign).every((rest) => rest === "any-number");
}

function signsOf(part: string): Sign[] {
  const signs: Sign[] = [];
  const characters = [...part];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    const set = character === "[" ? setAt(characters, at) : undefined;
    if (character === "*") signs.push("any-number");
    else if (character === "?") signs.push("any");
    else if (set !== undefined) {
      signs.push({ accepts: set.accepts });
      at = set.end;
    } else if (character === "\\" && at + 1 < characters.length) {
      at += 1;
      signs.push(literal(characters[at] ?? ""));
    } else if (character === "[" || character === "\\") signs.push({ accepts: () => false });
    else signs.push(literal(character));
  }
  return signs;
}

function literal(wanted: string): Sign {
  return { accepts: (character) => character === wanted };
}

/** `[a-z]`, `[!x]`, `[[:digit:]]`; nothing where the bracket does not close, which git takes for a pattern that matches nothing. */
function setAt(
  characters: readonly string[],
  open: number,
): { readonly end: number; readonly accepts: (character: string) => boolean } | undefined {
  let at = open + 1;
  const negated = characters[at] === "!" || characters[at] === "^";
  if (negated) at += 1;
  const members: ((character: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    const character = characters[at];
    if (character === undefined) return undefined;
    if (character === "]" && !first) break;
    const named = /^\[:([a-z]+):\]/.exec(characters.slice(at, at + 12).join(""));
    if (named !== null) {
      const inClass = classes[named[1] ?? ""];
      if (inClass === undefined) return undefined;
      members.push((one) => inClass.test(one));
      at += named[0].length;
      continue;
    }
    const low = character === "\\" ? characters[++at] : character;
    at += 1;
    let high = low;
    if (characters[at] === "-" && characters[at + 1] !== undefined && characters[at + 1] !== "]") {
      high = characters[at + 1] === "\\" ? characters[at + 2] : characters[at + 1];
      at += characters[at + 1] === "\\" ? 3 : 2;
    }
    if (low === undefined || high === undefined) return undefined;
    members.push((one) => low <= one && one <= high);
  }
  return { end: at, accepts: (character) => members.some((accepts) => accepts(character)) !== negated };
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /^[A-Za-z0-9]$/,
  alpha: /^[A-Za-z]$/,
  blank: /^[ \t]$/,
  cntrl: /^[\p{Cc}]$/u,
  digit: /^[0-9]$/,
  graph: /^[!-~]$/,
  lower: /^[a-z]$/,
  print: /^[ -~]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^\s$/,
  upper: /^[A-Z]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};
