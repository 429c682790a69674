// What the shell must know of a .hub text before the compiler sees it: whether it makes its folder a project, where outputs go,
// and which files it names. A scan, not a parse: it steps over comments and texts and is right for every program without mistakes.

/** A `file("…")` in a program. `start` and `end` are offsets of the whole of it; `path` is the text as its escapes read. */
export interface FileReference {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the text holds a `project NAME { … }`. */
export function declaresProject(text: string): boolean {
  if (!text.includes("project")) return false;
  for (const match of text.matchAll(PROJECT)) if (match[1] !== undefined) return true;
  return false;
}

/** The `out` of the project that the text declares; nothing where it declares none or says none. */
export function outSetting(text: string): string | undefined {
  let inProject = false;
  for (const match of text.matchAll(PROJECT)) {
    if (match[1] !== undefined) inProject = true;
    else if (match[2] !== undefined && inProject) return unescaped(match[2]);
  }
  return undefined;
}

/** The folders that the text's `projects` names. */
export function projectsSetting(text: string): readonly string[] {
  if (!declaresProject(text)) return [];
  const list = /^[ \t]*projects[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
  return [...list.matchAll(new RegExp(TEXT, "g"))].map((match) => unescaped(match[1] ?? ""));
}

/** The address of the site with the pages of messages, as the project of the text says it. */
export function docsSetting(text: string): string | undefined {
  if (!declaresProject(text)) return undefined;
  const said = new RegExp(`^[ \\t]*(?:project[^{\\n]*\\{[ \\t]*)?docs[ \\t]*=[ \\t]*${TEXT}`, "m").exec(text)?.[1];
  return said === undefined ? undefined : unescaped(said);
}

/** Every `file("…")`, in order. */
export function fileReferences(text: string): readonly FileReference[] {
  if (!text.includes("file")) return [];
  const found: FileReference[] = [];
  for (const match of text.matchAll(FILE)) {
    if (match[1] === undefined) continue;
    found.push({ path: unescaped(match[1]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const SKIPPED = String.raw`"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*`;
const TEXT = String.raw`"((?:[^"\\\n]|\\.)*)"`;
const FILE = new RegExp(String.raw`\bfile[ \t]*\(\s*${TEXT}\s*\)|${SKIPPED}`, "g");
const PROJECT = new RegExp(
  String.raw`^[ \t]*(project)[ \t]+[A-Za-z][\w-]*[ \t]*(?:\{|$|extends\b)|\bout[ \t]*=[ \t]*${TEXT}|${SKIPPED}`,
  "gm",
);

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
