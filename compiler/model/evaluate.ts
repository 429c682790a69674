// Declarations to blocks: each read once against the vocabulary, then laid over its parents, then asked what is missing.

import { type Diagnostic, diagnose, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "../diagnostics/memory.ts";
import type { Declaration, DeclaredInFile, Program } from "../names/bind.ts";
import {
  type AskedOfSource,
  areAnsweredAlike,
  bySource,
  isAnsweredAlike,
  type Noting,
  type Question,
  questioner,
  type Surroundings,
  surroundingsIn,
} from "../names/surroundings.ts";
import type { BlockSchema } from "../schema/block.ts";
import { unknownVariant } from "../schema/schema-diagnostics.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import type { Block, OwnBlock } from "./block.ts";
import type { BodyContext } from "./body-scope.ts";
import { checkConstants } from "./check-constants.ts";
import { createReader, nothingFilled } from "./constants.ts";
import { isSound } from "./is-sound.ts";
import { layOver } from "./merge.ts";
import { requireSettings } from "./missing-settings.ts";
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

/** The declarations of a file; the same object for as long as all that holds for them is the same. */
export interface EvaluatedFile {
  readonly evaluated: readonly Evaluated[];
  /** Those of them that are not sound. */
  readonly unsound: readonly Evaluated[];
}

/** What evaluation needs beside the program. */
export interface EvaluationInput {
  /** Texts that `file("…")` may name, by path. */
  readonly assets: ReadonlyMap<string, string | null>;
  readonly report: Report;
  readonly memory: Memory;
}

/** Evaluates every declaration, those of the project before those of the library. Each finding is reported once, where it was written. */
export function evaluate(program: Program, input: EvaluationInput): readonly EvaluatedFile[] {
  const { assets, memory } = input;
  const report = reportOnce(input.report);
  const surroundings = surroundingsIn(program, assets);
  const noting = questioner(surroundings);
  const { constants, excessive } = program;
  const readable = excessive.size === 0 ? constants : constants.filter(({ name }) => !excessive.has(name.text));
  checkConstants(readable, { surroundings, noting, memory, report });
  const { holds, compute } = fileEvaluator({ surroundings, noting, memory });
  const own = memory.recallEach({ each: program.files, step: "evaluate file", holds, report }, compute);
  const library = program.standardFiles(); // known only now, since the first use of a name of it loads it
  const standard = memory.recallEach({ each: library, step: "evaluate library", holds, report }, compute);
  return [...own, ...standard];
}

/** Evaluates one declaration by itself, in whatever surrounds it, for what is found in it. */
export function evaluateOne(declaration: Declaration, surroundings: Surroundings, report: Report): void {
  const noting = questioner(surroundings);
  const { missing } = evaluator({ surroundings, noting, memory: createMemory() })(declaration, report);
  missing.forEach(report);
}

interface Outcome {
  readonly evaluated: Evaluated;
  /** What reading it asked. */
  readonly questions: readonly Question[];
  /** Findings about settings that are missing, which are told after all others. */
  readonly missing: readonly Diagnostic[];
}

interface Evaluation {
  readonly surroundings: Surroundings;
  /** The surroundings, with what is asked of them noted. */
  readonly noting: Noting;
  readonly memory: Memory;
}

interface FileOutcome extends EvaluatedFile {
  /** What reading it asked. */
  readonly asked: readonly AskedOfSource[];
  /** What is extended that other files declare, with what held for it. */
  readonly parents: readonly { readonly parent: Declaration; readonly block: Block | undefined }[];
}

/** What holds for the declarations of a file, and whether it still does: one look at a file that nothing has touched. */
function fileEvaluator(evaluation: Evaluation): {
  readonly holds: (outcome: FileOutcome) => boolean;
  readonly compute: (report: Report, declared: DeclaredInFile) => FileOutcome;
} {
  const { surroundings } = evaluation;
  const outcomeOf = evaluator(evaluation);
  const blockOf = (parent: Declaration) => outcomeOf(parent, nowhere).evaluated.block;
  return {
    holds: ({ asked, parents }) =>
      isAnsweredAlike(asked, surroundings) && parents.every(({ parent, block }) => blockOf(parent) === block),
    compute: (report, declared) => {
      const outcomes = declared.map((declaration) => outcomeOf(declaration, report));
      for (const { missing } of outcomes) missing.forEach(report);
      const parents = declared.flatMap(({ parent, node }) =>
        parent === undefined || parent === "unknown" || parent.node.file === node.file
          ? []
          : [{ parent, block: blockOf(parent) }],
      );
      const evaluated = outcomes.map((outcome) => outcome.evaluated);
      const asked = bySource(
        outcomes.flatMap(({ questions }) => questions),
        surroundings,
      );
      return { evaluated, unsound: evaluated.filter(({ sound }) => !sound), asked, parents };
    },
  };
}

/** What holds for a declaration: the same as before where its parent's block and all answers that it got are. */
function evaluator(evaluation: Evaluation): (declaration: Declaration, report: Report) => Outcome {
  const { surroundings, memory } = evaluation;
  const parents = new Map<Declaration, readonly [Block | undefined]>();
  const under = ({ parent }: Declaration): readonly [Block | undefined] => {
    if (parent === undefined || parent === "unknown") return nothing;
    const known = parents.get(parent) ?? ([outcomeOf(parent, nowhere).evaluated.block] as const);
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
  const outcomeOf = (declaration: Declaration, report: Report): Outcome =>
    memory.recall({ about: declaration, step: "evaluate", inputs: under(declaration), holds, report }, compute);
  return outcomeOf;
}

const nothing = [undefined] as const;

/** What is wrong with a parent is told where it is declared. */
const nowhere: Report = () => {};

/** What a declaration itself says, which a change of its parent leaves as it is. */
function recallOwn(
  declaration: Declaration,
  { surroundings, noting, memory, report }: Evaluation & { readonly report: Report },
): { readonly own: OwnBlock | undefined; readonly questions: readonly Question[] } {
  const { node, family } = declaration;
  const read = (found: Report) => {
    const questions: Question[] = [];
    return { own: readDeclaration(declaration, noting(questions, node.file), found), questions };
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
  const base = { surroundings, report, number: declaration.family?.number, following: [], filled: nothingFilled() };
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
  const fixes = suggestion === undefined ? [] : [replaceFix(`Write \`${suggestion}\``, span, suggestion)];
  const variants = known.map((one) => `\`${one}\``).join(", ");
  report(diagnose(unknownVariant, { found: variant, block: kind, variants, suggestion }, { span, fixes }));
  return undefined;
}
