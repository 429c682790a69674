// Here-documents of a Dockerfile: one that is never closed takes in every line that is printed after it.

/**
 * The word of the first here-document in these lines of a Dockerfile that nothing closes. Source: BuildKit's parser, which reads them in RUN,
 * COPY and ADD, also behind ONBUILD.
 */
export function unclosedHereDocument(dockerfile: string): string | undefined {
  const lines = dockerfile.split(/\r\n|[\n\r]/);
  let at = 0;
  while (at < lines.length) {
    const { text, next } = instructionAt(lines, at);
    at = next;
    for (const { word, tabs } of hereDocuments(text)) {
      const end = lines.findIndex((line, index) => index >= at && (tabs ? line.replace(/^\t+/, "") : line) === word);
      if (end < 0) return word;
      at = end + 1;
    }
  }
  return undefined;
}

/** An instruction with the lines that a `\` continues it with; comments and empty lines between them don't count. */
function instructionAt(lines: readonly string[], start: number): { readonly text: string; readonly next: number } {
  let text = "";
  let next = start;
  while (next < lines.length) {
    const line = lines[next] ?? "";
    next += 1;
    if (text !== "" && /^\s*(?:#|$)/.test(line)) continue;
    if (/^\s*#/.test(line)) return { text: "", next };
    const continued = /\\[ \t]*$/.exec(line);
    text += continued === null ? line : `${line.slice(0, continued.index)} `;
    if (continued === null) break;
  }
  return { text, next };
}

interface HereDocument {
  readonly word: string;
  /** `<<-`: tabs before the last line don't count. */
  readonly tabs: boolean;
}

function hereDocuments(instruction: string): HereDocument[] {
  if (!/^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(instruction)) return [];
  const words = instruction.match(/(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\])+/g) ?? [];
  return words.flatMap((each) => {
    const [, dash, , word] = /^\d*<<(-?)(["']?)([^<"'\s]+)\2$/.exec(each) ?? [];
    return word === undefined ? [] : [{ word, tabs: dash === "-" }];
  });
}
