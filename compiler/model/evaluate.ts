// Declarations to blocks: each read once against the vocabulary, then laid over its parents, then asked what is missing.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "../diagnostics/memory.ts";
import type { Declaration, Program } from "../names/bind.ts";
import { areAnsweredAlike, noting, type Question, type Surroundings, surroundingsIn } from "../names/surroundings.ts";
import type { BlockSchema } from "../schema/block.ts";
import { missingSetting, notSupportedYet, recordedOnly, unknownVariant } from "../schema/schema-diagnostics.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import { type Block, isSaid, type OwnBlock } from "./block.ts";
import type { BodyContext } from "./body-scope.ts";
import { checkConstants } from "./check-constants.ts";
import { createReader } from "./constants.ts";
import { layOver } from "./merge.ts";
import { readBody } from "./read-body.ts";

/** A declaration and what holds for it; absent where its kind, variant or parent has an error. */
export interface Evaluated {
  readonly declaration: Declaration;
  readonly block: Block | undefined;
  /** False where a required setting is missing, which has been reported. */
  readonly complete: boolean;
}

/** What evaluation needs beside the program. */
export interface EvaluationInput {
  /** Texts that `file("…")` may name, by path. */
  readonly assets: ReadonlyMap<string, string>;
  readonly report: Report;
  readonly memory?: Memory;
}

/** Evaluates every declaration. Each finding is reported once, where it was written. */
export function evaluate(program: Program, input: EvaluationInput): readonly Evaluated[] {
  const { assets, memory = createMemory() } = input;
  const report = reportOnce(input.report);
  const surroundings = surroundingsIn(program, assets);
  const blocks = new Map<Declaration, Block | undefined>();
  const blockFor = (declaration: Declaration): Block | undefined => {
    if (blocks.has(declaration)) return blocks.get(declaration);
    const under = declaration.parent && declaration.parent !== "unknown" ? blockFor(declaration.parent) : undefined;
    const own = recallOwn(declaration, { surroundings, memory, report });
    const isOrphan = declaration.parent !== undefined && under === undefined;
    const lay = (own: OwnBlock, report: Report) =>
      layOver(under, isOrphan ? { ...own, broken: true } : own, own.by, report);
    const block =
      own &&
      memory.recall({ about: own, step: "over parent", inputs: [under, isOrphan], report }, (found) => lay(own, found));
    blocks.set(declaration, block);
    return block;
  };
  checkConstants(program, { surroundings, report, number: undefined, following: [] });
  const isComplete = (block: Block) =>
    memory.recall({ about: block, step: "is complete", report }, (found) => requireSettings(block, block.by, found));
  const own = program.declarations.map((declaration) => {
    const block = blockFor(declaration);
    const isUsed = block !== undefined && !declaration.node.abstract;
    return { declaration, block, complete: !isUsed || isComplete(block) };
  });
  const standard = program
    .standardDeclarations()
    .map((declaration) => ({ declaration, block: blockFor(declaration), complete: true }));
  return [...own, ...standard];
}

interface Reading {
  readonly surroundings: Surroundings;
  readonly memory: Memory;
  readonly report: Report;
}

/** What a declaration itself says: read again only where something that it asked of its surroundings has another answer. */
function recallOwn(declaration: Declaration, { surroundings, memory, report }: Reading): OwnBlock | undefined {
  const { node, family } = declaration;
  const read = (found: Report) => {
    const questions: Question[] = [];
    return { own: readDeclaration(declaration, noting(surroundings, questions), found), questions };
  };
  const holds = ({ questions }: ReturnType<typeof read>) => areAnsweredAlike(questions, surroundings);
  return memory.recall(
    { about: node, step: family === undefined ? "own" : `own ${family.number}`, holds, report },
    read,
  ).own;
}

function reportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.span.file.path} ${diagnostic.span.start} ${diagnostic.span.end}`;
    if (seen.has(key)) return;
    seen.add(key);
    report(diagnostic);
  };
}

function readDeclaration(declaration: Declaration, surroundings: Surroundings, report: Report): OwnBlock | undefined {
  const { node, kind, name, variant, standard } = declaration;
  const schema = schemaFor(declaration, report);
  if (schema === undefined) return undefined;
  const status = kindSchema(kind)?.status;
  if (status !== undefined && !standard && !node.abstract) {
    const definition = status === "unsupported" ? notSupportedYet : recordedOnly;
    report(diagnose(definition, { what: `\`${kind}\`` }, { span: spanOf(node.file, node.header) }));
  }
  const base = { surroundings, report, number: declaration.family?.number, following: [] };
  const context: BodyContext = {
    ...base,
    reader: createReader(node.file, base),
    by: `${kind} ${standard ? "std." : ""}${name}`,
    quiet: standard || status !== undefined,
  };
  const identity = {
    schema,
    key: kind,
    label: name,
    variant,
    window: undefined,
    by: context.by,
    span: spanOf(node.file, node.header),
    doc: node.doc,
    broken: node.broken,
  };
  return readBody(node.body, identity, context);
}

function schemaFor(declaration: Declaration, report: Report): BlockSchema | undefined {
  const { kind, variant, node } = declaration;
  const entry = kindSchema(kind);
  if (entry?.variants === undefined) return entry?.schema;
  const schema = variant !== undefined && Object.hasOwn(entry.variants, variant) ? entry.variants[variant] : undefined;
  if (schema !== undefined || variant === undefined || node.variant === undefined) return schema;
  const known = Object.keys(entry.variants);
  const suggestion = closest(variant, known);
  const span = spanOf(node.file, node.variant);
  const fixes =
    suggestion === undefined ? [] : [{ title: `Write \`${suggestion}\``, edits: [{ span, text: suggestion }] }];
  const variants = known.map((one) => `\`${one}\``).join(", ");
  report(diagnose(unknownVariant, { found: variant, block: kind, variants, suggestion }, { span, fixes }));
  return undefined;
}

/** Is all there? One finding a block for what is missing in it; none where something in it could not be read. */
function requireSettings(block: Block, name: string, report: Report): boolean {
  const inner = block.blocks.map((one) => requireSettings(one, nameOf(one), report));
  const missing = block.broken ? [] : missingIn(block);
  if (missing.length > 0) report(diagnose(missingSetting, { block: name, missing }, { span: block.span }));
  return missing.length === 0 && inner.every((complete) => complete);
}

function missingIn(block: Block): string[] {
  const { settings, blocks, oneOf } = block.schema;
  const required = [...Object.values(settings), ...Object.values(blocks)].filter((one) => one.required);
  return [
    ...required.filter(({ key }) => !isSaid(block, key)).map(({ key }) => `\`${key}\``),
    ...oneOf
      .filter((keys) => !keys.some((key) => isSaid(block, key)))
      .map((keys) => keys.map((key) => `\`${key}\``).join(" or ")),
  ];
}

function nameOf(block: Block): string {
  return [block.key, block.variant ?? block.label].filter((part) => part !== undefined).join(" ");
}
