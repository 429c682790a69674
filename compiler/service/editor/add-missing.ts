// The settings that a block must have and does not, put into it with values to begin from: the only declaration that a reference can
// mean, else the vocabulary's example.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Examined } from "../../examine.ts";
import { type Block, isSaid } from "../../model/block.ts";
import type { BlockSchema, BlockUse, Setting } from "../../schema/block.ts";
import type { BlockNode, DeclarationNode } from "../../syntax/tree.ts";
import { andList } from "../../text/and-list.ts";
import { lineIndexAt, lineText, type SourceFile } from "../../text/source-file.ts";
import { spanOf } from "../../text/span.ts";
import { declarationSchema } from "./body-schema.ts";
import type { CodeAction } from "./code-actions.ts";
import { blockAlong, evaluatedOf } from "./effective-block.ts";
import { treeOf } from "./file-trees.ts";
import { referenceKind } from "./name-sites.ts";
import { placeAt } from "./place-at.ts";
import { type ProgramNames, programNames } from "./program-names.ts";

/** The change that adds what a finding says is missing; nothing where the place is no longer to be found. */
export function addMissing(known: Examined, file: SourceFile, diagnostic: Diagnostic): CodeAction | undefined {
  const place = placeAt(treeOf(known, file), diagnostic.span.start);
  const { declaration, blocks } = place;
  const whole = declaration && evaluatedOf(known, declaration)?.block;
  const node = blocks.at(-1)?.node ?? declaration;
  const schema = blocks.length > 0 ? place.schema : declaration && declarationSchema(declaration);
  const block = whole && blockAlong(whole, blocks);
  if (node === undefined || schema === undefined || block === undefined) return undefined;
  const missing = missingIn(schema, block);
  const edit = insertion(
    node,
    file,
    missing.map((missing) => lineFor(missing, programNames(known, file))),
  );
  if (missing.length === 0 || edit === undefined) return undefined;
  const title = `Add ${andList(missing.map(({ key }) => `\`${key}\``))}`;
  return { title, kind: "quickfix", edits: [edit], diagnostics: [diagnostic], preferred: true };
}

type Missing = Setting<unknown> | BlockUse;

function missingIn(schema: BlockSchema, block: Block): readonly Missing[] {
  const all: readonly Missing[] = [...Object.values(schema.settings), ...Object.values(schema.blocks)];
  const either = schema.oneOf.flatMap((keys) => (keys.some((key) => isSaid(block, key)) ? [] : keys.slice(0, 1)));
  return all.filter(({ key, required }) => (required === true || either.includes(key)) && !isSaid(block, key));
}

function lineFor(missing: Missing, names: ProgramNames): string {
  if (!("type" in missing)) return missing.example;
  return `${missing.key} = ${valueFor(missing, names)}`;
}

function valueFor({ type, example }: Setting<unknown>, names: ProgramNames): string {
  const kind = referenceKind(type);
  const declared =
    kind === undefined ? [] : names.ofKind(kind, false).filter(({ declaration }) => !declaration?.abstract);
  return declared.length === 1 && declared[0] ? declared[0].name : example;
}

/** Lines at the beginning of a body; a body on one line stays on one where it holds something. */
function insertion(node: DeclarationNode | BlockNode, file: SourceFile, lines: readonly string[]) {
  const open = file.text.indexOf("{", node.header.end);
  if (open < 0 || open >= node.end) return undefined;
  const indent = /^[ \t]*/.exec(lineText(file, lineIndexAt(file, node.start)))?.[0] ?? "";
  const inner = lines.map((line) => `\n${line.replace(/^/gm, `${indent}  `)}`).join("");
  const close = file.text[node.end - 1] === "}" ? node.end - 1 : undefined;
  if (close !== undefined && file.text.slice(open + 1, close).trim() === "")
    return { span: spanOf(file, { start: open + 1, end: close }), text: `${inner}\n${indent}` };
  const isOneLine = close !== undefined && !file.text.slice(open, close).includes("\n");
  const at = spanOf(file, { start: open + 1, end: open + 1 });
  return { span: at, text: isOneLine ? ` ${lines.join("  ")} ` : inner };
}
