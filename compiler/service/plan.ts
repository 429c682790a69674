// What a change does, from two programs that were compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { isCompared } from "../plan/cluster-objects.ts";
import { solvedBy } from "../plan/fact-vocabulary.ts";
import { known } from "../plan/fact-words.ts";
import type { ProgramFacts } from "../plan/facts.ts";
import { poolFacts } from "../plan/node-changes.ts";
import { type Plan, type PlanChange, planOf, type Snapshot } from "../plan/plan.ts";
import { refusedChanges, type WorkFinding } from "../plan/refused-changes.ts";
import { withRenamedHubs } from "../plan/renamed-hubs.ts";
import { factsOf } from "../targets/program-facts.ts";
import type { ReadYaml } from "../text/yaml-document.ts";

/** A program without errors, as it comes out. */
export interface BuiltProgram {
  readonly model: Model;
  readonly files: readonly OutputFile[];
  /** What locks fix of its images: lines `conda numpy 2.1.3`, by the image's name. */
  readonly solved?: ReadonlyMap<string, readonly string[]>;
}

/** Without a program there is nothing: all of the other is new. */
export function snapshotOf(built: BuiltProgram | undefined): Snapshot {
  if (built === undefined) return { facts: { subjects: [] }, texts: new Map(), pools: [] };
  return {
    facts: withSolved(factsOf(built.model), built.solved),
    texts: new Map(built.files.filter(({ path }) => isCompared(path)).map(({ path, text }) => [path, text])),
    pools: poolFacts(built.model),
  };
}

/** An image is what a solver makes of it, where a lock says that. */
function withSolved({ subjects }: ProgramFacts, solved: BuiltProgram["solved"] = new Map()): ProgramFacts {
  return {
    subjects: subjects.map((subject) => {
      const lines = subject.kind === "image" ? solved.get(subject.name) : undefined;
      if (lines === undefined) return subject;
      const by = (manager: keyof typeof solvedBy) =>
        lines.flatMap((line) => (line.startsWith(`${manager} `) ? [line.slice(manager.length + 1)] : []));
      const facts = known({ [solvedBy.conda]: by("conda"), [solvedBy.pip]: by("pip") });
      return { ...subject, facts: { ...subject.facts, ...facts } };
    }),
  };
}

export interface Planned {
  readonly plan: Plan;
  /** What of the change is refused, at its place in the program; said in the plan too. */
  readonly refused: readonly Diagnostic[];
}

export interface Planning {
  readonly readYaml: ReadYaml;
  /** Leaves out what the program allows. */
  readonly settle: (found: readonly Diagnostic[]) => readonly Diagnostic[];
}

export function planned(earlier: Snapshot, next: BuiltProgram, planning: Planning): Planned {
  const { settle } = planning;
  const readYaml = readOnce(planning.readYaml);
  const before = withRenamedHubs(earlier, next.model);
  const after = snapshotOf(next);
  const { findings, moved } = refusedChanges(before, { ...next, facts: after.facts }, readYaml);
  const refused = settle(findings.map(({ diagnostic }) => diagnostic));
  const work = [...findings.map((finding) => refusal(finding, refused)), ...moved.map(movement)];
  return { plan: planOf(before, after, { readYaml, work }), refused };
}

/** Refusals and what runs look at the same texts. */
function readOnce(readYaml: ReadYaml): ReadYaml {
  const known = new Map<string, ReturnType<ReadYaml>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = readYaml(text);
    known.set(text, read);
    return read;
  };
}

/** As the program's levels and allowances have it. What is said of a release in its place is not said again in the sentence. */
function refusal({ hub, stage, diagnostic }: WorkFinding, refused: readonly Diagnostic[]): PlanChange {
  const { code, message, span } = diagnostic;
  const left = refused.find(
    (diagnostic) => diagnostic.code === code && diagnostic.message === message && diagnostic.span === span,
  );
  const text = message.replace(new RegExp(` (?:of|on) ${hub}-${stage}(?![\\w-])`), "");
  const place = { section: "work", code, hubs: [hub], stages: [stage], details: [] } as const;
  if (left === undefined) return { ...place, weight: "warning", text: `Allowed: ${text}` };
  return { ...place, weight: left.severity === "info" ? "note" : left.severity, text };
}

function movement({ hub, stage, was, is, diagnostic }: WorkFinding): PlanChange {
  const text = `The program says that work was moved from \`${was}\` to \`${is}\`.`;
  return { section: "work", weight: "warning", code: diagnostic.code, hubs: [hub], stages: [stage], text, details: [] };
}
