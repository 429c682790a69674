// Declarations to blocks: each read once against the vocabulary, then merged onto its parents, then asked what is missing.

import { type Diagnostic, diagnose, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { type Chart, chartFor, newestChart } from "../knowledge/charts/charts.ts";
import type { Declaration, Program } from "../names/bind.ts";
import { exampleName, type ReleaseNames } from "../names/release-names.ts";
import { type Surroundings, surroundingsIn } from "../names/surroundings.ts";
import type { BlockSchema } from "../schema/block.ts";
import { project } from "../schema/blocks/project.ts";
import { unknownVariant } from "../schema/schema-diagnostics.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { closest } from "../text/edit-distance.ts";
import { spanOf } from "../text/span.ts";
import { type Block, type OwnBlock, valueIn } from "./block.ts";
import type { BodyContext } from "./body-scope.ts";
import { checkConstants } from "./check-constants.ts";
import { createReader, nothingFilled } from "./constants.ts";
import { hubBySide, onHubBySide } from "./external-hub.ts";
import { hubByStage } from "./hub-by-stage.ts";
import { isAsBefore, type Known, type Merged, nothingKnown, notingConstants, outcomeOf } from "./kept.ts";
import { mergeOnto } from "./merge.ts";
import { requireSettings } from "./missing-settings.ts";
import { readBody } from "./read-body.ts";
import { isSound } from "./sound-model.ts";

/** A declaration and what holds for it; absent where its kind, variant or parent has an error. */
export interface Evaluated {
  readonly declaration: Declaration;
  readonly block: Block | undefined;
  /** False where a required setting is missing, which has been reported. */
  readonly complete: boolean;
  /** True where nothing in it has an error and nothing that is required is missing. */
  readonly sound: boolean;
  /** Of a hub with texts that differ by release, such as `${domain}`: what holds for it in each stage. `block` is as people's stage has it. */
  readonly byStage?: ReadonlyMap<string, Block>;
}

/** The declarations of a file. */
export interface EvaluatedFile {
  readonly evaluated: readonly Evaluated[];
  /** Those of them that are not sound. */
  readonly unsound: readonly Evaluated[];
}

/** What evaluation needs beside the program. `known` is what is known of declarations that did not change. */
export interface EvaluationInput {
  readonly known?: Known;
  /** Texts that `file("…")` may name, by path. */
  readonly assets: ReadonlyMap<string, string | null>;
  readonly report: Report;
}

/** Evaluates every declaration, those of the project before those of the library. Each finding is reported once, where it was written. */
export function evaluate(program: Program, input: EvaluationInput): readonly EvaluatedFile[] {
  const { known = nothingKnown() } = input;
  const report = reportOnce(input.report);
  const surroundings = surroundingsIn(program, input.assets);
  const { constants, excessive } = program;
  const readable = [...constants.values()].filter(({ name }) => !excessive.has(name.text));
  checkConstants(readable, surroundings, report);
  const chart = namedChart(program, surroundings);
  const judge = evaluator({ surroundings, chart, program, known }, report);
  const evaluateFile = (declared: readonly Declaration[]): EvaluatedFile => {
    const judged = declared.map(judge);
    for (const { missing } of judged) missing.forEach(report);
    const evaluated = judged.map(({ evaluated }) => evaluated);
    return { evaluated, unsound: evaluated.filter(({ sound }) => !sound) };
  };
  return [...program.files, ...program.standardFiles].map(evaluateFile);
}

/** What declarations are read in. */
interface Around {
  readonly surroundings: Surroundings;
  readonly chart: Chart;
  readonly program: Program;
  readonly known: Known;
  /** Of the one stage whose hub is read. */
  readonly release?: ReleaseNames | undefined;
}

/** What values of the chart are checked by; the newest where no project names one, and where that has an error. */
function namedChart(program: Program, surroundings: Surroundings): Chart {
  const judge = evaluator({ surroundings, chart: newestChart, program, known: nothingKnown() }, () => {});
  const projects = program.files.flatMap((declared) =>
    declared.filter((declaration) => declaration.kind === "project"),
  );
  const blocks = projects.flatMap((declaration) =>
    declaration.node.abstract ? [] : [judge(declaration).evaluated.block],
  );
  const named = blocks[0] && valueIn(blocks[0], project.settings.chart);
  return named === undefined ? newestChart : chartFor(named.value);
}

interface Judged {
  readonly evaluated: Evaluated;
  /** Findings about settings that are missing, which are reported after all others. */
  readonly missing: readonly Diagnostic[];
}

/** What holds for a declaration, each worked out once: it may be the parent of others. */
function evaluator(around: Around, report: Report): (declaration: Declaration) => Judged {
  const { ofPart } = around.known;
  const judged = new Map<Declaration, Judged>();
  /** Hubs with a text that names something of the release. */
  const naming = new Set<Declaration>();
  const namesOfRelease = (declaration: Declaration): ReleaseNames | undefined => {
    if (declaration.kind !== "hub") return undefined;
    const { release = exampleName } = around;
    return (name) => {
      naming.add(declaration);
      return release(name);
    };
  };
  const compute = (declaration: Declaration, report: Report): Judged => {
    const { parent: above, node, standard, kind } = declaration;
    const parent = above && (above === "unknown" ? above : (judge(above).evaluated.block ?? "unknown"));
    const { value: merged, found } = merge(declaration, parent, { ...around, release: namesOfRelease(declaration) });
    found.forEach(report);
    const block = merged && !node.abstract ? bySide(merged, kind, report) : merged;
    const isUsed = block !== undefined && !node.abstract && !standard;
    const missing = isUsed ? ofPart(missingIn, block) : [];
    const complete = missing.length === 0;
    const sound = complete && block !== undefined && ofPart(isSound, block);
    return { evaluated: { declaration, block, complete, sound }, missing };
  };
  /** The block by the schema that holds for the side on which the hub is: the program's, or somebody else's. */
  const bySide = (block: Block, kind: string, report: Report): Block => {
    if (kind === "hub") return hubBySide(block, report);
    if (kind !== "course") return block;
    return onHubBySide(block, (hub) => {
      const [found] = around.program.find("hub", hub, false);
      return found && judge(found).evaluated.block;
    });
  };
  const judge = (declaration: Declaration): Judged => {
    const before = judged.get(declaration);
    if (before !== undefined) return before;
    const now = isDeployed(declaration) ? computeHub(declaration) : compute(declaration, report);
    judged.set(declaration, now);
    return now;
  };
  /** A hub that is not looked at in one stage, and is one of its own. */
  const isDeployed = ({ kind, node }: Declaration) => kind === "hub" && !node.abstract && around.release === undefined;
  /** The hub, read for each stage where its texts differ by release: what is wrong is then found there. */
  const computeHub = (declaration: Declaration): Judged => {
    const { value: hub, found } = outcomeOf((report) => compute(declaration, report));
    const isNaming = lineOf(declaration).some((declaration) => naming.has(declaration));
    if (isNaming) return { ...hub, evaluated: inEachStage(hub.evaluated, around, report) };
    found.forEach(report);
    return hub;
  };
  return judge;
}

/** The declaration read and merged onto its parent: what is known of it, where that is the parent it had. */
function merge(declaration: Declaration, parent: Merged["parent"], around: Around): Merged {
  const { node, kind, family } = declaration;
  const { chart, known, surroundings } = around;
  const before = known.merged.get(node);
  if (before !== undefined && before.parent === parent && before.chart === chart && isAsBefore(before, surroundings))
    return before;
  const { noting, constants } = notingConstants(surroundings);
  const outcome = outcomeOf((report) => {
    const own = readDeclaration(declaration, { ...around, surroundings: noting }, report);
    return own && (parent === "unknown" ? withoutParent(own, report) : mergeOnto(parent, own, own.by, report));
  });
  const merged = { ...outcome, parent, chart, constants };
  // Each member of a family is read with its number, and a hub with the names of its release.
  if (family === undefined && kind !== "hub") known.merged.set(node, merged);
  return merged;
}

/** What is said of settings that the block needs and does not have. */
function missingIn(block: Block): readonly Diagnostic[] {
  return outcomeOf((report) => requireSettings(block, block.by, report)).found;
}

/** What a declaration says whose parent is not known. */
function withoutParent(block: OwnBlock, report: Report): Block {
  return { ...mergeOnto(undefined, { ...block, broken: true }, block.by, report), orphan: true };
}

/** A hub as each of its stages has it: what is wrong is found there. */
function inEachStage(evaluated: Evaluated, around: Around, report: Report): Evaluated {
  const { block, declaration, complete } = evaluated;
  if (block === undefined) return evaluated;
  const read = (release: ReleaseNames, report: Report) =>
    evaluator({ ...around, release }, report)(declaration).evaluated.block;
  const byStage = hubByStage(block, read, report);
  const ofPeople = byStage.get("prod") ?? [...byStage.values()].at(-1);
  return { ...evaluated, block: ofPeople, sound: complete && [...byStage.values()].every(isSound), byStage };
}

/** The declaration and its parents. */
function lineOf(declaration: Declaration): Declaration[] {
  const { parent } = declaration;
  return [declaration, ...(parent === undefined || parent === "unknown" ? [] : lineOf(parent))];
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

function readDeclaration(
  declaration: Declaration,
  { surroundings, chart, release }: Around,
  report: Report,
): OwnBlock | undefined {
  const { node, kind, name, standard } = declaration;
  const read = schemaFor(declaration, report);
  if (read === undefined) return undefined;
  const { schema, variant } = read;
  const number = declaration.family?.number;
  const base = { surroundings, report, number, release, following: [], filled: nothingFilled() };
  const context: BodyContext = {
    ...base,
    chart,
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

/** What a declaration is read by. One of a misspelt variant is read as the one that is most likely meant. */
function schemaFor(
  { kind, variant, node }: Declaration,
  report: Report,
): { readonly schema: BlockSchema; readonly variant: string | undefined } | undefined {
  const entry = kindSchema(kind);
  if (entry?.variants === undefined) return entry?.schema && { schema: entry.schema, variant };
  if (variant === undefined) return undefined;
  const known = entry.variants;
  const read = (name: string) => {
    const schema = Object.hasOwn(known, name) ? known[name] : undefined;
    return schema && { schema, variant: name };
  };
  const found = read(variant);
  if (found !== undefined || node.variant === undefined) return found;
  const suggestion = closest(variant, Object.keys(known));
  const span = spanOf(node.file, node.variant);
  const fixes = suggestion === undefined ? [] : [replaceFix(`Write \`${suggestion}\``, span, suggestion)];
  const variants = Object.keys(known)
    .map((one) => `\`${one}\``)
    .join(", ");
  report(diagnose(unknownVariant, { found: variant, block: kind, variants, suggestion }, { span, fixes }));
  return suggestion === undefined ? undefined : read(suggestion);
}
