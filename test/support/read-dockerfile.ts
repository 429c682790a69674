// Takes a Dockerfile apart as BuildKit's line reader does, independently of the printer: comments and blank lines fall out, a `\` at
// a line's end joins the next line.

export interface ReadInstruction {
  /** In upper case. */
  readonly keyword: string;
  readonly rest: string;
}

/** The instructions in order. Here-documents are not known: nothing tested with this may hold one. */
export function readDockerfile(text: string): readonly ReadInstruction[] {
  const instructions: ReadInstruction[] = [];
  let open: string | undefined;
  for (const line of text.split("\n")) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const joined = (open ?? "") + line;
    if (/\\[ \t]*$/.test(line)) {
      open = joined.replace(/\\[ \t]*$/, "");
      continue;
    }
    open = undefined;
    const [, keyword = "", rest = ""] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(joined) ?? [];
    instructions.push({ keyword: keyword.toUpperCase(), rest: rest.trim() });
  }
  if (open !== undefined) throw new Error(`a continued line ends the file: ${open}`);
  return instructions;
}
