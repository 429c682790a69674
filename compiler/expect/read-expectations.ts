// Expectations, read and bound: what is wrong with one is reported here, wherever a program is checked; whether it holds is asked by
// `hubc test`.

import type { Subject } from "../access/membership.ts";
import { diagnose, offerFix, type Report } from "../diagnostics/diagnostic.ts";
import type { Block } from "../model/block.ts";
import { createReader, nothingFilled, type ReadingContext } from "../model/constants.ts";
import type { Evaluated, EvaluatedFile } from "../model/evaluate.ts";
import type { Model } from "../model/model.ts";
import { readerOf } from "../model/reader.ts";
import type { Program } from "../names/bind.ts";
import { surroundingsIn } from "../names/surroundings.ts";
import { bindCondition, conditionsIn } from "../policy/condition.ts";
import { expectation as schema } from "../schema/blocks/expect.ts";
import { facts } from "../schema/blocks/facts.ts";
import { unknown } from "../schema/value-type.ts";
import { closest } from "../text/edit-distance.ts";
import { courseElsewhere, externalHub, twoPeople, unknownStage, whichHub } from "./expect-diagnostics.ts";
import type { Expectation, Requirement } from "./expectation.ts";

export interface ReadingExpectations {
  readonly program: Program;
  /** Texts that `file("…")` names. */
  readonly assets: ReadonlyMap<string, string | null>;
  /** Its hubs and courses, as far as they are known. */
  readonly model: Pick<Model, "hubs" | "externalHubs" | "courses">;
  readonly report: Report;
}

/** In the order of the program. Those with a mistake in them are left out. */
export function readExpectations(files: readonly EvaluatedFile[], given: ReadingExpectations): readonly Expectation[] {
  const own = files.flatMap(({ evaluated }) => evaluated.filter(({ declaration }) => declaration.kind === "expect"));
  if (own.length === 0) return [];
  const context = { ...given, knowsHubs: knowsHubs(files, given) };
  const surroundings = surroundingsIn(context.program, context.assets);
  const reading: ReadingContext = {
    surroundings,
    report: context.report,
    number: undefined,
    following: [],
    filled: nothingFilled(),
  };
  return own.flatMap((one) => readOne(one, reading, context) ?? []);
}

interface Context extends ReadingExpectations {
  /** Is every hub that is declared in the model? */
  readonly knowsHubs: boolean;
}

/** Where a hub can't be read, an expectation may be about that one. */
function knowsHubs(files: readonly EvaluatedFile[], { program, model }: ReadingExpectations): boolean {
  const declared = files.flatMap(({ evaluated }) =>
    evaluated.filter(({ declaration: { kind, node } }) => kind === "hub" && !node.abstract),
  );
  return !program.incomplete && declared.length <= model.hubs.length + model.externalHubs.length;
}

function readOne(
  { declaration, block, complete }: Evaluated,
  reading: ReadingContext,
  context: Context,
): Expectation | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(schema, block);
  const requirements = requirementsIn(read("require"), reading);
  if (declaration.node.abstract) return undefined;
  const about = aboutOf(block, context);
  if (about === undefined || requirements === undefined || !complete || block.broken) return undefined;
  const { name } = declaration;
  return { name, span: block.span, ...about, on: read("on")?.value, requirements, message: read("message")?.value };
}

function requirementsIn(
  require: ReturnType<ReturnType<typeof readerOf<typeof schema>>>,
  reading: ReadingContext,
): readonly Requirement[] | undefined {
  const file = require?.span.file;
  if (require === undefined || file === undefined) return undefined;
  const context = {
    reader: createReader(file, reading),
    kind: "expect",
    declaration: { kind: "block", schemas: [facts], variants: [] },
    variables: new Map(),
  } as const;
  const nodes = conditionsIn(require.value);
  const requirements = nodes.flatMap((node): Requirement[] => {
    const judge = bindCondition(node, context);
    return judge === unknown ? [] : [{ judge, node, span: { file, start: node.start, end: node.end } }];
  });
  return requirements.length < nodes.length ? undefined : requirements;
}

type About = Pick<Expectation, "hub" | "course" | "subject" | "stage">;

/** Whom and what it is about; undefined where that has a mistake, or names something that has one. */
function aboutOf(block: Block, context: Context): About | undefined {
  const read = readerOf(schema, block);
  const course = read("course")?.value.name;
  const hub = hubOf(block, context);
  const subject = subjectOf(block, context.report);
  const hasErrors = ["course", "hub", "person", "group", "stage", "on"].some(
    (key) => block.settings.get(key) === unknown,
  );
  if (hub === undefined || subject === "both" || hasErrors) return undefined;
  const stage = stageOf(block, hub, context);
  return stage === "unknown" ? undefined : { hub, course, subject, stage };
}

function hubOf(block: Block, { model, knowsHubs, report }: Context): string | undefined {
  const read = readerOf(schema, block);
  const [said, course] = [read("hub"), read("course")];
  if (block.settings.get("hub") === unknown || block.settings.get("course") === unknown) return undefined;
  const ofCourse = course && model.courses.find(({ name }) => name === course.value.name);
  // A course with an error may be on any hub.
  if (course !== undefined && ofCourse === undefined) return undefined;
  const hubs = model.hubs.map(({ name }) => name);
  const hub = said?.value.name ?? ofCourse?.hub.value ?? (hubs.length === 1 ? hubs[0] : undefined);
  if (hub === undefined) {
    if (knowsHubs) report(diagnose(whichHub, { hubs }, { span: block.span }));
    return undefined;
  }
  if (said !== undefined && ofCourse !== undefined && ofCourse.hub.value !== hub) {
    const related = [{ span: ofCourse.hub.span, message: "The course says so here." }];
    const parameters = { course: ofCourse.name, hub: ofCourse.hub.value, other: hub };
    report(diagnose(courseElsewhere, parameters, { span: said.span, related }));
    return undefined;
  }
  if (model.externalHubs.some(({ name }) => name === hub)) {
    report(diagnose(externalHub, { hub }, { span: said?.span ?? course?.span ?? block.span }));
    return undefined;
  }
  return hubs.includes(hub) ? hub : undefined;
}

function subjectOf(block: Block, report: Report): Subject | undefined | "both" {
  const read = readerOf(schema, block);
  const [person, group] = [read("person"), read("group")];
  if (person !== undefined && group !== undefined) {
    report(
      diagnose(
        twoPeople,
        {},
        { span: group.span, related: [{ span: person.span, message: "The person is named here." }] },
      ),
    );
    return "both";
  }
  if (person !== undefined) return { kind: "person", name: person.value };
  return group && { kind: "member", groups: group.value.map(({ value }) => value.name) };
}

function stageOf(block: Block, hub: string, { model, report }: ReadingExpectations): string | undefined | "unknown" {
  const stage = readerOf(schema, block)("stage");
  const stages = model.hubs.find(({ name }) => name === hub)?.stages ?? [];
  if (stage === undefined || stages.includes(stage.value)) return stage?.value;
  const suggestion = closest(stage.value, stages);
  const fixes = suggestion === undefined ? [] : [offerFix(`Write \`${suggestion}\``, stage.span, suggestion)];
  report(diagnose(unknownStage, { stage: stage.value, hub, stages, suggestion }, { span: stage.span, fixes }));
  return "unknown";
}
