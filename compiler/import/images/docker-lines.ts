// The instructions of a Dockerfile as they are written (Dockerfile reference, syntax 1.19: continuations, comments between them, here-documents).

/** One instruction. */
export interface DockerLine {
  /** In capitals: `RUN`. */
  readonly word: string;
  /** What follows it, its lines joined. */
  readonly rest: string;
  /** As it is written, without the comments above it. */
  readonly text: string;
  readonly comments: readonly string[];
  /** Of its first line, from 1. */
  readonly line: number;
}

/** The instructions, in order; undefined where the file changes how its lines go on. */
export function dockerLines(text: string): readonly DockerLine[] | undefined {
  if (/^#\s*escape\s*=\s*`/im.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const found: DockerLine[] = [];
  let comments: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = (lines[at] ?? "").trim();
    if (first === "" || first.startsWith("#")) {
      if (first.startsWith("#")) comments.push(first.replace(/^#+/, "").trim());
      at++;
      continue;
    }
    const end = endOf(lines, at);
    const own = lines.slice(at, end);
    const joined = own
      .filter((one, i) => i === 0 || !one.trim().startsWith("#"))
      .map((one) => one.trim().replace(/\\$/, "").trim())
      .join(" ");
    const [, word = "", rest = ""] = /^(\w+)\s*([\s\S]*)$/.exec(joined) ?? [];
    found.push({ word: word.toUpperCase(), rest, text: own.join("\n").trim(), comments, line: at + 1 });
    comments = [];
    at = end;
  }
  return found;
}

/** The index behind the last line of the instruction that begins at `at`. */
function endOf(lines: readonly string[], at: number): number {
  let end = at + 1;
  const goesOn = (line: string) => line.trimEnd().endsWith("\\");
  const isSkipped = (line: string) => line.trim() === "" || line.trim().startsWith("#");
  let open = goesOn(lines[at] ?? "");
  while (open && end < lines.length) {
    const line = lines[end] ?? "";
    if (!isSkipped(line)) open = goesOn(line);
    end++;
  }
  const words = lines.slice(at, end).join("\n");
  for (const [, name = ""] of words.matchAll(/<<-?["']?(\w+)["']?/g)) {
    if (!/^\s*(?:RUN|COPY|ADD)\b/i.test(words)) break;
    while (end < lines.length && (lines[end] ?? "").trim() !== name) end++;
    end++;
  }
  return Math.min(end, lines.length);
}
