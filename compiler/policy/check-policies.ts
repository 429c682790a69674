// Policies: every declaration of the kind that a policy governs, in every stage and every window, against its conditions.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { type Block, valueIn } from "../model/block.ts";
import { createReader, nothingFilled, type ReadingContext } from "../model/constants.ts";
import type { Evaluated, EvaluatedFile } from "../model/evaluate.ts";
import type { Program } from "../names/bind.ts";
import { type Surroundings, surroundingsIn } from "../names/surroundings.ts";
import { reportUnknown } from "../names/unknown-name.ts";
import { policy as schema } from "../schema/blocks/policy.ts";
import { unknown } from "../schema/value-type.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { bindCondition, conditionsIn } from "./condition.ts";
import { raisedCourses } from "./group-sizes.ts";
import type { Meaning } from "./meaning.ts";
import { broken } from "./policy-diagnostics.ts";
import { type Situation, situationsOf } from "./situations.ts";
import type { Judge } from "./verdict.ts";

/** What policies are checked with beside the declarations. */
export interface PolicyContext {
  readonly program: Program;
  /** Texts that `file("…")` names. */
  readonly assets: ReadonlyMap<string, string | null>;
  readonly report: Report;
}

interface Policy {
  readonly name: string;
  readonly kind: string;
  readonly abstract: boolean;
  readonly conditions: readonly { readonly judge: Judge; readonly span: Span }[];
  readonly message: string | undefined;
  readonly except: ReadonlySet<string>;
}

/** Reports conditions that make no sense, and every setting that breaks a policy: once, wherever it is inherited to. */
export function checkPolicies(files: readonly EvaluatedFile[], { program, assets, report }: PolicyContext): void {
  const evaluated = files.flatMap((file) => file.evaluated);
  const surroundings = surroundingsIn(program, assets);
  const policies = evaluated
    .filter(({ declaration }) => declaration.kind === "policy")
    .flatMap((one) => readPolicy(one, surroundings, report) ?? []);
  const governing = policies.filter(({ abstract }) => !abstract);
  if (governing.length === 0) return;
  const library = program.standardFiles.flatMap(([first]) => first?.node.file ?? []);
  const judging = { policies: governing, library: new Set(library) };
  const findings = new Map<string, Finding>();
  for (const one of evaluated) judgeDeclaration(one, judging, findings);
  judgeGroups(files, judging, findings);
  for (const finding of findings.values()) reportFinding(finding, report);
}

/** What policies are judged with. */
interface Judging {
  readonly policies: readonly Policy[];
  /** Files of the standard library. */
  readonly library: ReadonlySet<SourceFile>;
}

/** Adds what a declaration breaks. */
function judgeDeclaration(
  { declaration, block, byStage, complete }: Evaluated,
  { policies, library }: Judging,
  findings: Map<string, Finding>,
): void {
  const { kind, name, node, standard } = declaration;
  const own = policies.filter((policy) => policy.kind === kind && !policy.except.has(name));
  if (own.length === 0 || block === undefined || standard || node.abstract) return;
  const situations = situationsOf(block, byStage).map((situation) =>
    complete ? situation : { ...situation, block: asBroken(situation.block) },
  );
  for (const policy of own) judge({ policy, name, header: block.span }, situations, { library, findings });
}

/** Courses as they are for members of groups that raise servers: where the course alone keeps the policy, the group breaks it. */
function judgeGroups(
  files: readonly EvaluatedFile[],
  { policies, library }: Judging,
  findings: Map<string, Finding>,
): void {
  const ofCourses = policies.filter(({ kind }) => kind === "course");
  if (ofCourses.length === 0) return;
  for (const { name, usual, raised, label } of raisedCourses(files)) {
    for (const policy of ofCourses.filter(({ except }) => !except.has(name))) {
      const kept = policy.conditions.filter(
        ({ judge }) => judge({ declaration: usual, variables: new Map() }).holds !== false,
      );
      const asked = { policy: { ...policy, conditions: kept }, name, header: raised.span };
      judge(
        asked,
        [
          { block: usual, label: undefined },
          { block: raised, label },
        ],
        { library, findings },
      );
    }
  }
}

/** One finding for each place, with the names of all declarations that have it from there. */
function addFinding(key: string, finding: Finding, findings: Map<string, Finding>): void {
  const known = findings.get(key);
  findings.set(key, known === undefined ? finding : { ...known, names: [...known.names, ...finding.names] });
}

/** What is missing in it has been reported. */
function asBroken(block: Block): Block {
  return { ...block, broken: true, blocks: block.blocks.map(asBroken) };
}

interface Finding {
  readonly policy: Policy;
  readonly requirement: Span;
  readonly span: Span;
  readonly words: string;
  readonly names: readonly string[];
  readonly where: ReadonlySet<string>;
}

function judge(
  { policy, name, header }: { readonly policy: Policy; readonly name: string; readonly header: Span },
  situations: readonly Situation[],
  { library, findings }: { readonly library: ReadonlySet<SourceFile>; readonly findings: Map<string, Finding> },
): void {
  policy.conditions.forEach(({ judge: asks, span: requirement }, i) => {
    const own = new Map<
      string,
      { readonly span: Span; readonly words: string; readonly labels: (string | undefined)[] }
    >();
    for (const { block, label } of situations) {
      const { holds, causes } = asks({ declaration: block, variables: new Map() });
      if (holds !== false) continue;
      const [cause] = causes;
      // The standard library is not the project's to change: what it sets is shown where it is taken over.
      const span = cause === undefined || library.has(cause.span.file) ? header : cause.span;
      const key = `${policy.name} ${i} ${span.file.path} ${span.start}`;
      const known = own.get(key) ?? { span, words: cause?.words ?? "This is not so", labels: [] };
      known.labels.push(label);
      own.set(key, known);
    }
    for (const [key, { span, words, labels }] of own) {
      const always = labels.length === situations.length || labels.includes(undefined);
      const where = always ? [] : labels.filter((label) => label !== undefined);
      addFinding(key, { policy, requirement, span, words, names: [name], where: new Set(where) }, findings);
    }
  });
}

function reportFinding({ policy, requirement, span, words, names, where }: Finding, report: Report): void {
  const written = requirement.file.text.slice(requirement.start, requirement.end).replace(/\s+/g, " ");
  const requires = written.length > 120 ? `${written.slice(0, 120)}…` : written;
  const { kind, name, message } = policy;
  const parameters = { kind, names, policy: name, requires, cause: words, where: [...where], message };
  const related = [{ span: requirement, message: "The policy requires it here." }];
  report(diagnose(broken, parameters, { span, related }));
}

function readPolicy({ declaration, block }: Evaluated, surroundings: Surroundings, report: Report): Policy | undefined {
  const kind = declaration.variant;
  const governed = kind === undefined ? undefined : meaningOf(kind);
  if (block === undefined || kind === undefined || !governed) return undefined;
  const requirement = valueIn(block, schema.settings.require);
  const reading: ReadingContext = { surroundings, report, number: undefined, following: [], filled: nothingFilled() };
  const conditions = conditionsIn(requirement?.value).flatMap((node) => {
    const file = requirement?.span.file;
    if (file === undefined) return [];
    const reader = createReader(file, reading);
    const bound = bindCondition(node, { reader, kind, declaration: governed, variables: new Map() });
    return bound === unknown ? [] : [{ judge: bound, span: { file, start: node.start, end: node.end } }];
  });
  const message = valueIn(block, schema.settings.message)?.value;
  const except = exceptions(block, kind, reading);
  return { name: declaration.name, kind, abstract: declaration.node.abstract, conditions, message, except };
}

function meaningOf(kind: string): Meaning | undefined {
  const entry = kindSchema(kind);
  if (entry === undefined) return undefined;
  const schemas = entry.schema ? [entry.schema] : Object.values(entry.variants ?? {});
  return { kind: "block", schemas, variants: [] };
}

function exceptions(block: Block, kind: string, { surroundings, report }: ReadingContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value, file, start, end } of valueIn(block, schema.settings.except)?.value ?? []) {
    const found = surroundings.find(kind, value, false);
    for (const name of found) names.add(name);
    if (found.length > 0) continue;
    const path = {
      kind: "path",
      names: [{ kind: "name", text: value, start, end }],
      index: undefined,
      start,
      end,
    } as const;
    reportUnknown({ path, kind, span: { file, start, end } }, surroundings, report);
  }
  return names;
}
