// Completions for names of packages: those that teaching hubs ask for, also by the name under which a program imports them.

import { importCheck } from "../../knowledge/import-names.ts";
import { popularPackages } from "../../knowledge/popular-packages.ts";
import type { PackageBlock } from "../../syntax/tree.ts";
import { type Completions, completionsOf, type Offer } from "./completion.ts";
import type { Cursor } from "./cursor.ts";

type PackageCursor = Extract<Cursor, { readonly at: "package" }>;

const most = 100;

/** Names that begin with what is typed, in the block's own order of names; at most a hundred. */
export function completePackages({ format, typed, keys }: PackageCursor): Completions {
  const word = wordAt(format, typed.text);
  if (word === undefined) return { items: [], incomplete: false };
  const present = new Set([...keys].flatMap((line) => wordsOf(format, line)));
  const entries = tableFor(format).filter(
    ({ name, module }) => !present.has(name) && (begins(name, word) || (module !== undefined && begins(module, word))),
  );
  const offers = entries.slice(0, most).map(({ name, module }): Offer => {
    const isByImport = module !== undefined && !begins(name, word);
    return {
      label: isByImport ? `${module} (${name})` : name,
      kind: "package",
      insert: name,
      ...(module === undefined ? {} : { detail: `import ${module}` }),
    };
  });
  const start = typed.start + typed.text.length - word.length;
  const replace = { text: word, start, end: start + word.length };
  return { items: completionsOf(offers, replace, 0), incomplete: entries.length > most };
}

/** The name that is being typed; nothing where the cursor is in a version or an address. */
function wordAt(format: PackageBlock, before: string): string | undefined {
  const takesMany = format === "apt" || format === "cran";
  const pattern = takesMany ? /(?:^|\s)([\w.+-]*)$/ : /^(?:-\s+)?(?:[\w-]+::)?([\w.-]*)$/;
  return pattern.exec(before)?.[1];
}

function wordsOf(format: PackageBlock, line: string): readonly string[] {
  const words = format === "apt" || format === "cran" ? line.split(/\s+/) : [line];
  return words.flatMap((word) => /^(?:-\s+)?([\w.+-]*\w)/.exec(word)?.[1] ?? []);
}

function begins(name: string, word: string): boolean {
  return plain(name).startsWith(plain(word));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

interface Entry {
  readonly name: string;
  /** What a program imports, where that is called otherwise. */
  readonly module: string | undefined;
}

const tables = new Map<PackageBlock, readonly Entry[]>();

function tableFor(format: PackageBlock): readonly Entry[] {
  const before = tables.get(format);
  if (before !== undefined) return before;
  const table = popularPackages[format].map((name) => ({ name, module: moduleOf(format, name) }));
  tables.set(format, table);
  return table;
}

function moduleOf(ecosystem: PackageBlock, name: string): string | undefined {
  if (ecosystem === "apt") return undefined;
  const check = importCheck({ ecosystem, name, written: name, text: name, nameStart: 0, nameEnd: name.length });
  return check.kind === "python" && plain(check.module) !== plain(name) ? check.module : undefined;
}
