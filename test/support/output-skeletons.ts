// What of an output is structure and not text, for comparing two that differ in texts alone. Each is a small reader of its format.

/** The headings, lists, quotes, tables, fences, links and tags of Markdown, in order (CommonMark 0.31 and GitHub's tables). */
export function markdownSkeleton(text: string): readonly string[] {
  const found: string[] = [];
  let fence: string | undefined;
  for (const line of text.replace(/^---\n[\s\S]*?\n---\n/, "---\n").split("\n")) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && /^[ `~]*$/.test(line)) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      found.push("fence");
      continue;
    }
    const [, block] =
      /^ {0,3}(#{1,6}(?= |$)|[-+*](?= |$)|\d{1,9}[.)](?= )|>|={2,}\s*$|-{3,}\s*$|\[[^\]]*\]:)/.exec(line) ?? [];
    if (block !== undefined) found.push(block.replace(/\d+/, "1").replace(/\[.*/, "definition"));
    found.push(...inlineSkeleton(line));
  }
  return found;
}

function inlineSkeleton(line: string): readonly string[] {
  const isRow = /^\s*\|/.test(line);
  // A bar behind a backslash parts no cells, in code neither.
  const cells = isRow ? [`cells ${line.split(/(?<!\\)\|/).length}`] : [];
  const plain = withoutCode(isRow ? line.replaceAll("\\|", "|") : line);
  const links = [...plain.matchAll(/!?\]\(([^)]*)\)/g)].map(([, target = ""]) => `link ${schemeOf(target)}`);
  const tags = [...plain.matchAll(/<(\/?[A-Za-z!?][\w-]*)/g)].map(([, name]) => `tag ${name}`);
  return [...cells, ...links, ...tags];
}

/** A line without its escapes and its stretches of code, in which a backslash means itself. */
function withoutCode(line: string): string {
  let plain = "";
  for (let at = 0; at < line.length; ) {
    if (/^\\[!-/:-@[-`{-~]/.test(line.slice(at, at + 2))) {
      at += 2;
      continue;
    }
    const run = /^`+/.exec(line.slice(at))?.[0] ?? "";
    const end = run === "" ? undefined : new RegExp(`(?<!\`)${run}(?!\`)`).exec(line.slice(at + run.length));
    if (end) at += run.length + end.index + run.length;
    else {
      plain += line[at] ?? "";
      at += 1;
    }
  }
  return plain;
}

function schemeOf(target: string): string {
  return /^\s*<?([A-Za-z][A-Za-z0-9+.-]*):/.exec(target)?.[1]?.toLowerCase() ?? "";
}

/** The rows of a table (RFC 4180). */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const cell =
      quoted === null ? (/^[^,\r\n]*/.exec(text.slice(at))?.[0] ?? "") : (quoted[1] ?? "").replaceAll('""', '"');
    rows.at(-1)?.push(cell);
    at += quoted?.[0].length ?? cell.length;
    if (text[at] === ",") at += 1;
    else if (at < text.length) {
      const end = /^\r?\n/.exec(text.slice(at));
      if (end === null) throw new Error(`no end of a cell at ${at}`);
      at += end[0].length;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/** The words and signs of a program in R, with its strings as one sign each. */
export function rSkeleton(text: string): readonly string[] {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*|[\w.]+|[^\s\w.]/g) ?? [];
  return tokens.filter((token) => !token.startsWith("#")).map((token) => (/^["']/.test(token) ? "string" : token));
}

/** A Dockerfile without the bodies of its here-documents. */
export function withoutHereDocuments(text: string): string {
  const kept: string[] = [];
  let ends: string[] = [];
  for (const line of text.split("\n")) {
    if (ends.length > 0) {
      if (line === ends[0]) ends = ends.slice(1);
      continue;
    }
    kept.push(line);
    if (/^\s*(?:#|$)/.test(line)) continue;
    ends = [...line.matchAll(/<<-?(["']?)([A-Za-z_][A-Za-z0-9_]*)\1/g)].map(([, , word = ""]) => word);
  }
  if (ends.length > 0) throw new Error(`no end of ${ends[0]}`);
  return kept.join("\n");
}

/** What acts in a shell script: signs outside of quotes, comments and quoted here-documents, counted. */
export function shellSigns(text: string): Readonly<Record<string, number>> {
  const bare = withoutHereDocuments(text)
    .replace(/^[ \t]*#[^\n]*$/gm, "")
    .replace(/'[^']*'|\\./g, "")
    .replace(/(?<=[\s;])#[^\n]*/g, "");
  const counts: Record<string, number> = {};
  for (const [sign] of bare.matchAll(/\$\(|`|[;|&<>]/g)) counts[sign] = (counts[sign] ?? 0) + 1;
  return counts;
}

/** The lines of a list, without comments: requirements, names of packages, owners. */
export function listLines(text: string): number {
  return text.split("\n").filter((line) => !/^\s*(?:#|$)/.test(line)).length;
}

/** Bicep with its strings as one sign each. */
export function bicepSkeleton(text: string): string {
  return text
    .replace(/'''[\s\S]*?'''|'(?:[^'\\]|\\.)*'/g, "''")
    .replace(/\/\/[^\n]*/g, "")
    .replace(/\s+/g, " ");
}
