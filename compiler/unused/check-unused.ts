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
  readonly model: Pick<Model, "groups" | "hubs" | "externalHubs">;
  readonly report: Report;
}

/** Reports groups, images and storages that nothing names, in a program with a hub: what others use of a program without, only they know. */
export function checkUnused({ program, trees, assets, model, report }: CheckingUnused): void {
  if (program.incomplete || model.hubs.length + model.externalHubs.length === 0) return;
  const declared = trees.flatMap(({ declarations }) => declarations);
  const used = usedWords(trees, assets);
  for (const node of declared) {
    const { keyword, name, family, abstract, file } = node;
    const definition = definitions[keyword.text];
    // A member of a family is named by its number.
    if (definition === undefined || name === undefined || family !== undefined || abstract) continue;
    if (keyword.text === "group" && givesSomething(model.groups.find((one) => one.name === name.text))) continue;
    if (used.outside(name.text, node)) continue;
    report(diagnose(definition, { name: name.text }, { span: spanOf(file, node.header) }));
  }
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

/** Where words stand that are no names of declarations. */
function usedWords(trees: readonly SyntaxTree[], assets: ReadonlyMap<string, string | null>) {
  const places = new Map<string, { readonly file: SourceFile | undefined; readonly at: number }[]>();
  const add = (text: string, file: SourceFile | undefined) => {
    for (const { 0: word, index } of text.matchAll(/[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/g)) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ file, at: index }]);
      else known.push({ file, at: index });
    }
  };
  for (const text of assets.values()) if (text !== null) add(text, undefined);
  const names = new Set<string>();
  for (const { file, declarations } of trees) {
    add(file.text, file);
    for (const { name } of declarations) if (name !== undefined) names.add(`${file.path} ${name.start}`);
  }
  return {
    /** Does the word stand anywhere but in this declaration and as the name of another one? */
    outside: (word: string, { file, start, end }: Node): boolean =>
      (places.get(word) ?? []).some(
        (one) =>
          one.file === undefined ||
          ((one.file !== file || one.at < start || end <= one.at) && !names.has(`${one.file.path} ${one.at}`)),
      ),
  };
}
