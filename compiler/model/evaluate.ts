// Declarations to blocks: each read once against the vocabulary, then laid over its parents, then asked what is missing.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "../diagnostics/memory.ts";
import type { Declaration, Program } from "../names/bind.ts";
import {
  areAnsweredAlike,
  type Question,
  questioner,
  type Surroundings,
  surroundingsIn,
} from "../names/surroundings.ts";
import type { BlockSchema } from "../schema/block.ts";
import { missingSetting, unknownVariant } from "../schema/schema-diagnostics.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import { type Block, isSaid, type OwnBlock } from "./block.ts";
import type { BodyContext } from "./body-scope.ts";
import { checkConstants } from "./check-constants.ts";
import { createReader } from "./constants.ts";
import { isSound } from "./is-sound.ts";
import { layOver } from "./merge.ts";
import { readBody } from "./read-body.ts";

/** A declaration and what holds for it; absent where its kind, variant or parent has an error. */
export interface Evaluated {
  readonly declaration: Declaration;
  readonly block: Block | undefined;
  /** False where a required setting is missing, which has been reported. */
  readonly complete: boolean;
  /** True where nothing in it has an error and nothing that is required is missing. */
  readonly sound: boolean;
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
  const outcomeOf = evaluator({ surroundings, noting: questioner(surroundings), memory, report });
  checkConstants(program, { surroundings, report, number: undefined, following: [] });
  const own = program.declarations.map((declaration) => {
    const { evaluated, missing } = outcomeOf(declaration);
    if (missing.length > 0) missing.forEach(report);
    return evaluated;
  });
  const standard = program.standardDeclarations().map((declaration) => outcomeOf(declaration).evaluated);
  return [...own, ...standard];
}

interface Outcome {
  readonly evaluated: Evaluated;
  /** What reading it asked. */
  readonly questions: readonly Question[];
  /** Findings about settings that are missing, which are told after all others of its parents. */
  readonly missing: readonly Diagnostic[];
}

interface Evaluation {
  readonly surroundings: Surroundings;
  /** The surroundings, with what is asked of them noted. */
  readonly noting: (questions: Question[]) => Surroundings;
  readonly memory: Memory;
  readonly report: Report;
}

/** What holds for a declaration: the same as before where its parent's block and all answers that it got are. */
function evaluator(evaluation: Evaluation): (declaration: Declaration) => Outcome {
  const { surroundings, memory, report } = evaluation;
  const parents = new Map<Declaration, readonly [Block | undefined]>();
  const under = ({ parent }: Declaration): readonly [Block | undefined] => {
    if (parent === undefined || parent === "unknown") return nothing;
    const known = parents.get(parent) ?? ([outcomeOf(parent).evaluated.block] as const);
    parents.set(parent, known);
    return known;
  };
  const holds = ({ questions }: Outcome) => areAnsweredAlike(questions, surroundings);
  const compute = (found: Report, declaration: Declaration): Outcome => {
    const { own, questions } = recallOwn(declaration, { ...evaluation, report: found });
    const [parent] = under(declaration);
    const isOrphan = declaration.parent !== undefined && parent === undefined;
    const block = own && layOver(parent, isOrphan ? { ...own, broken: true } : own, own.by, found);
    const missing: Diagnostic[] = [];
    const isUsed = block !== undefined && !declaration.node.abstract && !declaration.standard;
    const complete = !isUsed || requireSettings(block, block.by, (diagnostic) => missing.push(diagnostic));
    const sound = complete && block !== undefined && isSound(block);
    return { evaluated: { declaration, block, complete, sound }, questions, missing };
  };
  const outcomeOf = (declaration: Declaration): Outcome =>
    memory.recall({ about: declaration, step: "evaluate", inputs: under(declaration), holds, report }, compute);
  return outcomeOf;
}

const nothing = [undefined] as const;

/** What a declaration itself says, which a change of its parent leaves as it is. */
function recallOwn(
  declaration: Declaration,
  { surroundings, noting, memory, report }: Evaluation,
): { readonly own: OwnBlock | undefined; readonly questions: readonly Question[] } {
  const { node, family } = declaration;
  const read = (found: Report) => {
    const questions: Question[] = [];
    return { own: readDeclaration(declaration, noting(questions), found), questions };
  };
  const holds = ({ questions }: ReturnType<typeof read>) => areAnsweredAlike(questions, surroundings);
  const step = family === undefined ? "own" : `own ${family.number}`;
  return memory.recall({ about: node, step, holds, report }, read);
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
  const base = { surroundings, report, number: declaration.family?.number, following: [] };
  const context: BodyContext = {
    ...base,
    reader: createReader(node.file, base),
    by: `${kind} ${standard ? "std." : ""}${name}`,
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
