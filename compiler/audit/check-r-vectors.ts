// Lists of packages in R: a comma between each two texts, and none behind the last. R reads neither slip, and the build ends there (R 4.4, gram.y;
// `c("a",)` is `argument 2 is empty`).

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { imageFile } from "./audit-diagnostics.ts";

interface Sign {
  readonly kind: "text" | "," | "(" | ")" | "other";
  /** For `(`: what is called. */
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

/** Texts, brackets and commas; comments and blanks are left out. */
const signs = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*|[A-Za-z.][\w.]*|[(),]|[^\s]/g;

export function checkRVectors(file: SourceFile, report: Report): void {
  const vectors: boolean[] = [];
  let before: Sign | undefined;
  let last: Sign | undefined;
  for (const match of file.text.matchAll(signs)) {
    const [word] = match;
    if (word.startsWith("#")) continue;
    const sign = signOf(word, match.index);
    if (sign.kind === "(") vectors.push(last?.name === "c");
    const within = vectors.at(-1) === true;
    if (within && sign.kind === "text" && last?.kind === "text")
      say(file, last, "A comma is missing behind this text: R stops here, and the image is not built.", report);
    if (within && sign.kind === ")" && last?.kind === "," && before?.kind === "text")
      say(
        file,
        last,
        "No comma stands behind the last text of a vector: R stops here, and the image is not built.",
        report,
      );
    if (sign.kind === ")") vectors.pop();
    before = last;
    last = sign;
  }
}

function signOf(word: string, start: number): Sign {
  const end = start + word.length;
  if (/^["']./.test(word)) return { kind: "text", start, end };
  if (word === "," || word === "(" || word === ")") return { kind: word, start, end };
  return { kind: "other", name: word, start, end };
}

function say(file: SourceFile, { start, end }: Sign, problem: string, report: Report): void {
  report(diagnose(imageFile, { problem }, { span: { file, start, end } }));
}
