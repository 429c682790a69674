// Asks every requirement of every expectation, on the days, in the stages and for the people that it is about.

import type { Subject } from "../access/membership.ts";
import { personAccess } from "../access/person-access.ts";
import { type Diagnostic, diagnose, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { Verdict } from "../policy/verdict.ts";
import { facts as schema } from "../schema/blocks/facts.ts";
import type { ConditionNode, PathNode, ValueNode } from "../syntax/tree.ts";
import { andList, firstOf } from "../text/and-list.ts";
import { type Day, printDate } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import { costBlock, putCapacity } from "./capacity-facts.ts";
import { type DaysOfProgram, daysOfProgram, daysToTest, type TestedDay } from "./days-to-test.ts";
import { failed, notKnown } from "./expect-diagnostics.ts";
import { type Expectation, type Requirement, writtenIn } from "./expectation.ts";
import { type Facts, factBlock, gathering, type Reason } from "./fact-block.ts";
import { type OfPerson, putPerson } from "./person-facts.ts";

export interface Testing {
  /** The program's model on a day. */
  readonly modelOn: (day: Day) => Model;
  /** Who may enter a release in the end. */
  readonly entryOf: (release: Release) => Entry;
  /** Any day of the program, by which the days that matter are found. */
  readonly on: Day;
  /** The only day to ask about; all where it is undefined. */
  readonly only: Day | undefined;
}

export interface TestedExpectation {
  readonly expectation: Expectation;
  /** Days that stand for all that it is about; none where it is about other days than the one that was asked for. */
  readonly days: readonly TestedDay[];
  readonly requirements: readonly TestedRequirement[];
}

export interface TestedRequirement {
  readonly requirement: Requirement;
  readonly status: "holds" | "fails" | "not-known";
  /** One for each way in which it fails. */
  readonly findings: readonly Diagnostic[];
}

/** In the order of the expectations. */
export function testExpectations(expectations: readonly Expectation[], testing: Testing): readonly TestedExpectation[] {
  if (expectations.length === 0) return [];
  const program = daysOfProgram(testing.modelOn(testing.on));
  const entries = new Map<Release, Entry>();
  const entryOf = (release: Release): Entry => {
    const entry = entries.get(release) ?? testing.entryOf(release);
    entries.set(release, entry);
    return entry;
  };
  return expectations.map((expectation) => testOne(expectation, { ...testing, entryOf }, program));
}

function testOne(expectation: Expectation, testing: Testing, program: DaysOfProgram): TestedExpectation {
  const days = daysToTest(expectation, program, testing.only);
  const asked = days.flatMap((day) => situationsOn(day, expectation, testing));
  const requirements = expectation.requirements.map((requirement) =>
    judgeAll(requirement, { expectation, asked, days }),
  );
  return { expectation, days, requirements };
}

function situationsOn(day: TestedDay, expectation: Expectation, { modelOn, entryOf }: Testing): readonly Asked[] {
  const { hub, stage, course, requirements } = expectation;
  const model = modelOn(day.day);
  const conditions = requirements.map(({ node }) => node);
  const releases = model.releases.filter(
    (release) => release.hub === hub && (stage ?? release.stage) === release.stage,
  );
  return releases.flatMap((release) => {
    const entry = entryOf(release);
    return subjectsOf(expectation, model).map((subject): Asked => {
      const access = personAccess(subject, release, { model, entry });
      return { day, release, subject, facts: factsOf({ access, model, course }, conditions) };
    });
  });
}

/** Who is named; else the students of the course: a member of each group of its roster. */
function subjectsOf({ subject, course }: Expectation, { courses }: Model): readonly Subject[] {
  if (subject !== undefined) return [subject];
  const roster = courses.find(({ name }) => name === course)?.roster ?? [];
  if (roster.length === 0) return [{ kind: "member", groups: [] }];
  return roster.map(({ value }) => ({ kind: "member", groups: [value] }));
}

interface InExpectation {
  readonly expectation: Expectation;
  readonly asked: readonly Asked[];
  readonly days: readonly TestedDay[];
}

interface Failure {
  readonly verdict: Verdict;
  readonly facts: Facts;
  readonly asked: Asked[];
}

/** What fails in the same way in several situations is one finding. */
function judgeAll(requirement: Requirement, within: InExpectation): TestedRequirement {
  const failures = new Map<string, Failure>();
  for (const asked of within.asked) {
    const verdict = requirement.judge({ declaration: asked.facts.block, variables: new Map() });
    if (verdict.holds === true) continue;
    const key = [
      verdict.holds,
      whoWords(asked.subject, within.expectation),
      ...causesOf(verdict),
      ...reasonsOf(requirement, asked.facts),
    ].join("\n");
    const known = failures.get(key) ?? { verdict, facts: asked.facts, asked: [] };
    known.asked.push(asked);
    failures.set(key, known);
  }
  const all = [...failures.values()];
  const status = all.some(({ verdict }) => verdict.holds === false) ? "fails" : all.length > 0 ? "not-known" : "holds";
  return { requirement, status, findings: all.map((failure) => findingOf(failure, requirement, within)) };
}

function findingOf(
  { verdict, facts, asked }: Failure,
  requirement: Requirement,
  { expectation, asked: all, days }: InExpectation,
): Diagnostic {
  const written = writtenIn(requirement);
  const common = {
    expectation: expectation.name,
    requires: written.length > 120 ? `${written.slice(0, 120)}…` : written,
    who: whoWords(asked[0]?.subject, expectation),
    where: whereWords(asked, { all, days }),
    message: expectation.message,
  };
  const related = relatedTo(requirement, verdict, facts);
  const place = { span: requirement.span, related };
  const reasons = reasonsOf(requirement, facts);
  if (verdict.holds === "unknown") return diagnose(notKnown, { ...common, reasons }, place);
  return diagnose(failed, { ...common, causes: causesOf(verdict), reasons }, place);
}

/** `conditions`: those that will be asked. Nodes and costs are worked out only where one of them names them. */
function factsOf({ access, model, course }: OfPerson, conditions: readonly ConditionNode[]): Facts {
  const { release } = access;
  const reasons = new Map<string, Reason>();
  const to = gathering("", reasons);
  const blocks = [...putPerson(to, { access, model, course })];
  const asks = (...wanted: readonly string[]) => conditions.some((conditionNode) => names(conditionNode, ...wanted));
  const of = { model, hub: release.hub, course };
  if (asks("fits", "nodes")) putCapacity(to, of);
  if (asks("cost")) blocks.push(...costBlock(of, reasons));
  return { block: factBlock(schema, to, { key: "expect", span: release.span, blocks }), reasons };
}

/** One situation in which a requirement was asked. */
interface Asked {
  readonly day: TestedDay;
  readonly release: Release;
  readonly subject: Subject;
  readonly facts: Facts;
}

/** `ada`, `a member of data8-staff`, `a student of data8`, `somebody in no group`. */
function whoWords(subject: Subject | undefined, { course, subject: said }: Expectation): string {
  if (subject?.kind === "person") return `\`${subject.name}\``;
  const groups = subject?.groups ?? [];
  if (groups.length === 0 && said === undefined && course !== undefined) return `a student of \`${course}\``;
  return groups.length === 0 ? "somebody in no group" : `a member of ${andList(groups.map((group) => `\`${group}\``))}`;
}

/** Each value once: "`server.memory.to` is `2GiB`". */
function causesOf({ causes }: Verdict): readonly string[] {
  return [...new Set(causes.map(({ words }) => words))];
}

/** Why facts that the requirement names are as they are, where that is not their own value. */
function reasonsOf(requirement: Requirement, facts: Facts): readonly string[] {
  return [...new Set(reasonsFor(requirement, facts).map(({ because }) => because))];
}

function reasonsFor({ node }: Requirement, { reasons }: Facts): readonly Reason[] {
  const paths = namedFacts(node);
  return [...reasons].flatMap(([name, reason]) =>
    paths.some((path) => path === name || path.startsWith(`${name}.`)) ? [reason] : [],
  );
}

/** The places of the values and of the reasons, each once. */
function relatedTo(requirement: Requirement, { causes }: Verdict, facts: Facts): readonly RelatedPlace[] {
  const values = causes.map(({ span, words }): RelatedPlace => ({ span, message: `${capital(words)}.` }));
  const because = reasonsFor(requirement, facts).flatMap(({ because: words, places }) =>
    places.map((span): RelatedPlace => ({ span, message: `${capital(words)}.` })),
  );
  const found = new Map<string, RelatedPlace>();
  for (const relatedPlace of [...values, ...because]) {
    const key = placeKey(relatedPlace.span);
    if (!found.has(key) && !isSame(relatedPlace.span, requirement.span)) found.set(key, relatedPlace);
  }
  return [...found.values()].slice(0, mostPlaces);
}

const mostPlaces = 5;

function placeKey({ file, start, end }: Span): string {
  return `${file.path} ${start} ${end}`;
}

function isSame(span: Span, other: Span): boolean {
  return span.file === other.file && span.start === other.start;
}

/** On which days and in which stage, where that is not all that was asked. */
function whereWords(
  failing: readonly Asked[],
  { all, days }: { readonly all: readonly Asked[]; readonly days: readonly TestedDay[] },
): string {
  const found = new Set(failing.map(({ day }) => day));
  const ranges = days.filter((day) => found.has(day)).map(dayWords);
  const onDays = found.size === days.length && days.length > 1 ? "on every day" : `on ${firstOf(ranges, 3)}`;
  const stages = new Set(failing.map(({ release }) => release.name));
  const isEverywhere = stages.size === new Set(all.map(({ release }) => release.name)).size;
  return isEverywhere ? onDays : `${onDays}, in ${andList([...stages])}`;
}

function dayWords({ day, to }: TestedDay): string {
  if (to === day) return printDate(day);
  return Number.isFinite(to) ? `${printDate(day)} to ${printDate(to)}` : `${printDate(day)} and later`;
}

function capital(text: string): string {
  return /^[a-z]+ /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}

/** The paths in a condition, as written, those of `all` and `any` variables among them. */
function namedFacts(node: ConditionNode): readonly string[] {
  const { condition } = node;
  switch (condition.kind) {
    case "not":
      return namedFacts(condition.operand);
    case "and":
    case "or":
      return condition.operands.flatMap(namedFacts);
    case "all":
    case "any":
      return [...pathsOf(condition.list), ...namedFacts(condition.operand)];
    case "present":
      return [pathWords(condition.path)];
    case "truth":
      return pathsOf(condition.value);
    case "comparison":
      return [condition.left, condition.right].flatMap(pathsOf);
  }
}

/** Does a condition need what is below this name? */
function names(node: ConditionNode, ...facts: readonly string[]): boolean {
  return namedFacts(node).some((path) => facts.some((fact) => path === fact || path.startsWith(`${fact}.`)));
}

function pathsOf(node: ValueNode): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(pathsOf);
  return node.kind === "path" ? [pathWords(node)] : [];
}

function pathWords({ names: parts }: PathNode): string {
  return parts.map(({ text }) => text).join(".");
}
