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
  const texts = textsOf(trees, assets);
  for (const node of declared) {
    const [name] = named(node);
    const definition = definitions[node.keyword.text];
    if (definition === undefined || name === undefined) continue;
    if (node.keyword.text === "group" && givesSomething(model.groups.find((group) => group.name === name))) continue;
    if (isUsed(name, node, texts)) continue;
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

/** A text in which names may stand. */
interface Searched {
  readonly text: string;
  /** Absent for a text that `file("…")` names. */
  readonly file: SourceFile | undefined;
  /** Where names of declarations begin. */
  readonly declaredAt: ReadonlySet<number>;
}

function textsOf(trees: readonly SyntaxTree[], assets: ReadonlyMap<string, string | null>): readonly Searched[] {
  const files = trees.map(({ file, declarations }) => ({
    text: file.text,
    file,
    declaredAt: new Set(declarations.flatMap(({ name }) => name?.start ?? [])),
  }));
  const named = [...assets.values()].filter((text) => text !== null);
  return [...files, ...named.map((text) => ({ text, file: undefined, declaredAt: new Set<number>() }))];
}

/** Does the word stand anywhere but in its declaration and as the name of another one? Most are used in the file that declares them. */
function isUsed(word: string, node: Node, texts: readonly Searched[]): boolean {
  const isOutside = ({ text, file, declaredAt }: Searched) =>
    hasWord(text, word, (at) => (file !== node.file || at < node.start || node.end <= at) && !declaredAt.has(at));
  const [own, others] = [
    texts.filter(({ file }) => file === node.file),
    texts.filter(({ file }) => file !== node.file),
  ];
  return own.some(isOutside) || others.some(isOutside);
}

/** Does the text hold the word at a place that counts? A word is letters, digits and `_`, beginning with a letter, with single `-` between. */
function hasWord(text: string, word: string, counts: (at: number) => boolean): boolean {
  let end = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, end)) {
    end = at + word.length;
    const isWhole = !goesOn(text, end);
    if (isWhole && beginsWord(text, at) && counts(at)) return true;
    // Within one word there is no other.
    while (goesOn(text, end)) end++;
  }
  return false;
}

/** Does a word begin here, and not before? */
function beginsWord(text: string, at: number): boolean {
  let start = at;
  while (goesOn(text, start - 1)) start--;
  while (!isLetter(text.charCodeAt(start))) start++;
  return start === at;
}

/** Does a word that has come to here have more of it? */
function goesOn(text: string, at: number): boolean {
  return isOfWord(text.charCodeAt(at)) || (text[at] === "-" && isOfWord(text.charCodeAt(at + 1)));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isOfWord(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95;
}
