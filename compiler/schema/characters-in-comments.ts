// Characters in comments that mislead: doc comments go into the outputs, and in any comment a mark of direction can make code look like
// another than it is.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import { unseenCharacters } from "../text/unseen-characters.ts";
import { unseenCharacter, unseenWords } from "./text-diagnostics.ts";

/** Reports the first of each comment. */
export function findCharactersInComments(
  { file, comments }: Pick<SyntaxTree, "file" | "comments">,
  report: Report,
): void {
  for (const { image, start } of comments) {
    const isDoc = image.startsWith("##");
    const found = unseenCharacters(image, "prose").filter(({ kind }) => isDoc || kind === "direction");
    const [first] = found;
    if (first === undefined) continue;
    const span = { file, start: start + first.start, end: start + first.end };
    const edits = found.map((one) => ({ span: { file, start: start + one.start, end: start + one.end }, text: "" }));
    const text = isDoc ? "This doc comment" : "This comment";
    const fixes = [{ title: found.length === 1 ? "Remove it" : "Remove them", edits, applies: "always" as const }];
    report(diagnose(unseenCharacter, { text, ...unseenWords(found) }, { span, fixes }));
  }
}
