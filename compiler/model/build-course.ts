// A course's block to the model, for one date.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Declaration } from "../names/bind.ts";
import { course as schema } from "../schema/blocks/course.ts";
import { windowsOverlap } from "../schema/schema-diagnostics.ts";
import type { Target } from "../schema/value-type.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import type { Moment } from "../schema/values/moments.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { type Block, blockOf, blocksOf, freeSettings, type OwnBlock, valueIn } from "./block.ts";
import { itemsOf, required, settingNamed } from "./build-parts.ts";
import { applyLayer } from "./merge.ts";
import type { App, Content, Course, CourseWindow, NamedUrl, Range } from "./model.ts";
import { mapSourced, type Sourced } from "./sourced.ts";

/** The course as it is on the day `on`: windows and exams of that day are applied. */
export function buildCourse(declaration: Declaration, block: Block, on: Day, report: Report): Course {
  const effective = onDay(block, on, report);
  const { settings } = schema;
  const term = required(valueIn(effective, settings.term), { from: on, to: on }, block);
  const grace = required(valueIn(effective, settings.grace), 14 * 86400, block);
  const students = valueIn(effective, settings.students);
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    title: required(valueIn(effective, settings.title), declaration.name, block),
    hub: nameIn(valueIn(effective, settings.hub), block),
    image: nameIn(valueIn(effective, settings.image), block),
    term,
    grace,
    students,
    peak: valueIn(effective, settings.peak) ?? students,
    memory: valueIn(effective, settings.memory),
    cpu: valueIn(effective, settings.cpu),
    gpu: undefined,
    pool: poolIn(valueIn(effective, settings.pool)),
    staff: itemsOf(valueIn(effective, settings.staff)).map((item) => mapSourced(item, (target) => target.name)),
    roster: itemsOf(valueIn(effective, settings.roster)).map((item) => mapSourced(item, (target) => target.name)),
    openWith: required(valueIn(effective, settings["open-with"]), "lab", block),
    needs: itemsOf(valueIn(effective, settings.needs)),
    collaboration: required(valueIn(effective, settings.collaboration), false, block),
    contents: blocksOf(effective, "content").map(buildContent),
    textbook: urls(blockOf(effective, "textbook")),
    site: urls(blockOf(effective, "site")),
    grading: grading(blockOf(effective, "grading")),
    links: freeSettings<string>(blockOf(effective, "links")).map(({ name, value }): NamedUrl => ({ name, url: value })),
    windows: windowsOf(effective, on),
    applies: applies(term.value, grace.value, on),
  };
}

function nameIn(target: Sourced<Target> | undefined, block: Block): Sourced<string> {
  return target === undefined
    ? { value: "", span: block.span, steps: [] }
    : mapSourced(target, ({ name, standard }) => (standard ? `std-${name}` : name));
}

function poolIn(target: Sourced<Target> | undefined): Course["pool"] {
  return target && mapSourced(target, ({ name, part }) => ({ provider: name, pool: part ?? "" }));
}

/** A term widened by its grace holds the day. The grace counts whole days. */
export function applies(term: Range<Day>, grace: number, on: Day): boolean {
  const days = Math.ceil(grace / 86400);
  return term.from - days <= on && on <= term.to + days;
}

/** The block with the windows and the exam of the day laid over it. */
export function onDay(block: Block, on: Day, report: Report): Block {
  checkOverlaps(block, report);
  let effective = block;
  for (const window of block.overlays) {
    if (window.key !== "during" || !holds(window, on)) continue;
    effective = applyLayer(effective, window, `${block.by}, ${window.by}`, report);
  }
  for (const exam of blocksOf(block, "exam")) {
    const at = examTime(exam)?.value;
    const memory = settingNamed<RangeValue<number>>(exam, "memory");
    if (at === undefined || memory === undefined || at.from.day > on || at.to.day < on) continue;
    effective = { ...effective, settings: new Map(effective.settings).set("memory", memory) };
  }
  return effective;
}

function holds(window: OwnBlock, on: Day): boolean {
  return window.window !== undefined && window.window.from <= on && on <= window.window.to;
}

function examTime(exam: Block): Sourced<RangeValue<Moment>> | undefined {
  return settingNamed<RangeValue<Moment>>(exam, "at");
}

function checkOverlaps(block: Block, report: Report): void {
  const windows = block.overlays.filter((one) => one.key === "during" && one.window !== undefined);
  windows.forEach((later, i) => {
    for (const earlier of windows.slice(0, i)) {
      if (earlier.window === undefined || later.window === undefined) continue;
      if (earlier.window.to < later.window.from || later.window.to < earlier.window.from) continue;
      reportOverlap(earlier, later, report);
    }
  });
}

function reportOverlap(earlier: OwnBlock, later: OwnBlock, report: Report): void {
  for (const [key, setting] of later.settings) {
    const other = earlier.settings.get(key);
    if (other === undefined) continue;
    const related = [{ span: other.span, message: "The other window sets it here." }];
    report(diagnose(windowsOverlap, { name: key, other: earlier.label ?? "" }, { span: setting.span, related }));
  }
  for (const inner of later.blocks) {
    const other = earlier.blocks.find((one) => one.by === inner.by);
    if (other === undefined) continue;
    const related = [{ span: other.span, message: "The other window sets it here." }];
    report(diagnose(windowsOverlap, { name: inner.by, other: earlier.label ?? "" }, { span: inner.span, related }));
  }
}

function windowsOf(block: Block, on: Day): CourseWindow[] {
  const windows = block.overlays.flatMap((one) =>
    one.window === undefined ? [] : [{ ...one.window, label: one.label ?? "", active: holds(one, on), span: one.span }],
  );
  const exams = blocksOf(block, "exam").flatMap((exam) => {
    const at = examTime(exam)?.value;
    if (at === undefined) return [];
    const { from, to } = { from: at.from.day, to: at.to.day };
    return [
      {
        from,
        to,
        label: `exam ${exam.label ?? ""} on ${printDate(from)}`,
        active: from <= on && on <= to,
        span: exam.span,
      },
    ];
  });
  return [...windows, ...exams].sort((a, b) => a.from - b.from || a.to - b.to);
}

function buildContent(block: Block): Content {
  return {
    name: block.label ?? "",
    repo: required(settingNamed<string>(block, "repo"), "", block),
    branch: settingNamed(block, "branch"),
    depth: settingNamed(block, "depth"),
    open: freeSettings<string | { readonly path: string; readonly with?: App }>(blockOf(block, "open")).map(
      ({ name, value }) => ({
        name,
        path: typeof value.value === "string" ? value.value : value.value.path,
        app: typeof value.value === "string" ? undefined : value.value.with,
        span: value.span,
      }),
    ),
    span: block.span,
  };
}

function urls(block: Block | undefined): Course["textbook"] {
  return block && { url: settingNamed(block, "url"), repo: settingNamed(block, "repo") };
}

function grading(block: Block | undefined): Course["grading"] {
  return block && { kind: block.variant ?? "", endpoint: settingNamed(block, "endpoint"), span: block.span };
}
