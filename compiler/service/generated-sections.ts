// Parts of a document that are written by a program: each between two marks, so that the words around them stay.

/**
 * The document with the text between `<!-- generated: NAME -->` and `<!-- end of NAME -->` replaced by the section of that name.
 * @throws where a mark has no section, a section no mark, or a mark no end: a mistake of who edits the document.
 */
export function replaceGenerated(document: string, sections: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  const marks = /<!-- generated: ([a-z]+) -->\n(?:[\s\S]*?)<!-- end of \1 -->/g;
  const replaced = document.replace(marks, (_, name: string) => {
    const text = sections.get(name);
    if (text === undefined) throw new Error(`nothing generates the section ${name}`);
    used.add(name);
    return `<!-- generated: ${name} -->\n\n${text.trimEnd()}\n\n<!-- end of ${name} -->`;
  });
  const missing = [...sections.keys()].filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`the document has no place for ${missing.join(", ")}`);
  return replaced;
}
