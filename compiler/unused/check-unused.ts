// Declarations that nothing uses: what is left behind when a course ends is built, mounted or kept in sync for nobody. A name counts as used
// wherever it stands, be it in a text, in code or in a comment: what is said here has to be sure.

import { type DiagnosticDefinition, defineDiagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Group, Model } from "../model/model.ts";
import type { Declaration, Program } from "../names/bind.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { spanOf } from "../text/span.ts";

interface Named {
  readonly name: string;
}

export const unusedGroup = defineDiagnostic<Named>({
  code: "group/unused",
  severity: "info",
  title: "A group that nothing names and that gives nothing",
  why: "Its members have nothing by it: no course has it as staff or roster, no rule of sign-in, mount or size is for it, and it has no rights of its own. It may be left of a course that ended.",
  message: ({ name }) => `Nothing names the group \`${name}\`, and it gives its members nothing.`,
});

export const unusedImage = defineDiagnostic<Named>({
  code: "image/unused",
  severity: "info",
  title: "An image that nothing names",
  why: "It is built and kept in the registry, and nobody starts a server with it. It may be left of a course that ended.",
  message: ({ name }) => `Nothing names the image \`${name}\`: it is built, and no server starts with it.`,
});

export const unusedStorage = defineDiagnostic<Named>({
  code: "storage/unused",
  severity: "info",
  title: "A storage that nothing names",
  why: "No hub has its homes on it, and no folder of it is mounted. What is on it stays where it is.",
  message: ({ name }) => `Nothing names the storage \`${name}\`: no server mounts it.`,
});

const definitions: Readonly<Record<string, DiagnosticDefinition<Named>>> = {
  group: unusedGroup,
  image: unusedImage,
  storage: unusedStorage,
};

export interface CheckingUnused {
  readonly program: Program;
  readonly trees: readonly SyntaxTree[];
  readonly assets: ReadonlyMap<string, string | null>;
  readonly model: Pick<Model, "courses" | "groups" | "hubs" | "externalHubs">;
  readonly report: Report;
}

/** Reports groups, images and storages that nothing names, in a program with a hub: what others use of a program without, only they know. */
export function checkUnused({ program, trees, assets, model, report }: CheckingUnused): void {
  if (program.incomplete || model.hubs.length + model.externalHubs.length === 0) return;
  const given = namesOfCourses(model);
  const isAsked = (name: string) => !given.has(name);
  const declared = trees.flatMap(({ declarations }) => declarations.filter((node) => named(node).some(isAsked)));
  if (declared.length === 0) return;
  const used = usedWords(trees, assets, new Set(declared.flatMap(named)));
  for (const node of declared) {
    const [name] = named(node);
    const definition = definitions[node.keyword.text];
    if (definition === undefined || name === undefined) continue;
    if (node.keyword.text === "group" && givesSomething(model.groups.find((one) => one.name === name))) continue;
    if (used.outside(name, node)) continue;
    report(diagnose(definition, { name }, { span: spanOf(node.file, node.header) }));
  }
}

/** What courses have, for which no text is searched: nearly all groups and images of a campus. */
function namesOfCourses({ courses }: Pick<Model, "courses">): ReadonlySet<string> {
  return new Set(courses.flatMap(({ image, roster, staff }) => [image, ...roster, ...staff].map(({ value }) => value)));
}

/** Rights, an account and sizes are its members' without anybody naming it; so is what a hub that it names knows of it. */
function givesSomething(group: Group | undefined): boolean {
  if (group === undefined) return true;
  const { may, workspace, memory, cpu, hubs, adminPage, windows } = group;
  return (
    may.length + hubs.length + windows.length > 0 ||
    adminPage.value ||
    [workspace, memory, cpu].some((one) => one !== undefined)
  );
}

type Node = Declaration["node"];

/** The name of a declaration that may be unused. A member of a family is named by its number. */
function named({ keyword, name, family, abstract }: Node): readonly string[] {
  const isAsked = definitions[keyword.text] !== undefined && family === undefined && !abstract;
  return isAsked && name !== undefined ? [name.text] : [];
}

/** Where the names stand as words that are no names of declarations. */
function usedWords(
  trees: readonly SyntaxTree[],
  assets: ReadonlyMap<string, string | null>,
  names: ReadonlySet<string>,
) {
  const places = new Map<string, { readonly file: SourceFile | undefined; readonly at: number }[]>();
  const lengths = new Set([...names].map(({ length }) => length));
  const add = (text: string, file: SourceFile | undefined) => {
    eachWord(text, (start, end) => {
      if (!lengths.has(end - start)) return;
      const word = text.slice(start, end);
      if (!names.has(word)) return;
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ file, at: start }]);
      else known.push({ file, at: start });
    });
  };
  for (const text of assets.values()) if (text !== null) add(text, undefined);
  const declaredAt = new Set<string>();
  for (const { file, declarations } of trees) {
    add(file.text, file);
    for (const { name } of declarations) if (name !== undefined) declaredAt.add(`${file.path} ${name.start}`);
  }
  return {
    /** Does the word stand anywhere but in this declaration and as the name of another one? */
    outside: (word: string, { file, start, end }: Node): boolean =>
      (places.get(word) ?? []).some(
        (one) =>
          one.file === undefined ||
          ((one.file !== file || one.at < start || end <= one.at) && !declaredAt.has(`${one.file.path} ${one.at}`)),
      ),
  };
}

/** Letters, digits and `_`, beginning with a letter, with single `-` between. Without a match for each, which every word of a program would be. */
function eachWord(text: string, look: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (isOfWord(text.charCodeAt(at)) || (text.charCodeAt(at) === HYPHEN && isOfWord(text.charCodeAt(at + 1)))) at++;
    look(start, at);
  }
}

const HYPHEN = 45;

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isOfWord(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95;
}
