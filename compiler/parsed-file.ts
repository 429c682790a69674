// A file's tree, with what is wrong in it whatever other files hold. It follows from the file alone: whoever holds a program that changes keeps it by file.

import { type Diagnostic, diagnose, type Report } from "./diagnostics/diagnostic.ts";
import { secretStretches } from "./diagnostics/secret-stretches.ts";
import { looksLikeSecret } from "./schema/secret-diagnostics.ts";
import { unseenCharacter, unseenWords } from "./schema/text-diagnostics.ts";
import { parse } from "./syntax/parse.ts";
import type { SyntaxTree } from "./syntax/tree.ts";
import type { SourceFile } from "./text/source-file.ts";
import { unseenCharacters } from "./text/unseen-characters.ts";

export interface ParsedFile {
  readonly tree: SyntaxTree;
  readonly found: readonly Diagnostic[];
}

export type ParseFile = (file: SourceFile) => ParsedFile;

/** Parses a file, whether it was parsed before or not. */
export function parseFile(file: SourceFile): ParsedFile {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  const tree = parse(file, report);
  findSecrets(file, report);
  findCharactersInComments(tree, report);
  return { tree, found };
}

/** Parses each file once, for as long as something holds it. */
export function keepParsed(): ParseFile {
  const known = new WeakMap<SourceFile, ParsedFile>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const parsed = parseFile(file);
    known.set(file, parsed);
    return parsed;
  };
}

/** Reports each secret once, at its own place, wherever it stands: in values, keys and names, in lines of packages, in comments, and on lines that can't be read. */
function findSecrets(file: SourceFile, report: Report): void {
  for (const { what, start, end, hidden } of secretStretches(file.text)) {
    const texts = [file.text.slice(hidden.start, hidden.end)];
    report(diagnose(looksLikeSecret, { what }, { span: { file, start, end }, hidden: texts }));
  }
}

/**
 * Reports the first misleading character of each comment: doc comments go into the outputs, and in any comment a mark of direction can
 * make code look like another than it is.
 */
function findCharactersInComments({ file, comments }: Pick<SyntaxTree, "file" | "comments">, report: Report): void {
  for (const { image, start } of comments) {
    const isDoc = image.startsWith("##");
    const characters = unseenCharacters(image, "prose").filter(({ kind }) => isDoc || kind === "direction");
    const [first] = characters;
    if (first === undefined) continue;
    const span = { file, start: start + first.start, end: start + first.end };
    const edits = characters.map((character) => ({
      span: { file, start: start + character.start, end: start + character.end },
      text: "",
    }));
    const text = isDoc ? "This doc comment" : "This comment";
    const fixes = [{ title: characters.length === 1 ? "Remove it" : "Remove them", edits, applies: "always" as const }];
    report(diagnose(unseenCharacter, { text, ...unseenWords(characters) }, { span, fixes }));
  }
}
