// Windows of time: `during` blocks and exams merged onto the block that holds them, for one day.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { exam as examSchema } from "../schema/blocks/course.ts";
import { windowsOverlap } from "../schema/schema-diagnostics.ts";
import { type Unknown, unknown } from "../schema/value-type.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import type { Moment } from "../schema/values/moments.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { lookUp } from "../text/look-up.ts";
import { spanOf } from "../text/span.ts";
import { type Block, blocksOf, type OwnBlock, writtenName } from "./block.ts";
import { applyLayer } from "./merge.ts";
import type { CourseWindow } from "./model.ts";
import { readerOf } from "./reader.ts";
import type { Sourced } from "./sourced.ts";

/** What is wrong in a window is reported where it is applied. */
const ignore: Report = () => {};

/** The block with the windows and the exam of the day merged onto it. */
export function onDay(block: Block, on: Day, report: Report): Block {
  if (block.overlays.length > 1) checkOverlaps(block, report);
  let effective = block;
  for (const window of block.overlays) {
    if (window.key !== "during" || !holds(window, on)) continue;
    const laid = applyLayer(effective, window, `${block.by}, ${writtenName(window)}`, report);
    effective = changedOnly(effective, laid);
  }
  const sizes = blocksOf(block, "exam").flatMap(sizeOfExam);
  if (sizes.length > 1) checkExams(sizes, report);
  for (const { from, to, memory } of sizes) {
    if (from > on || to < on) continue;
    const during = { ...effective, settings: new Map(effective.settings).set("memory", memory) };
    effective = changedOnly(effective, during);
  }
  return effective;
}

function holds(window: OwnBlock, on: Day): boolean {
  return window.window !== undefined && window.window.from <= on && on <= window.window.to;
}

/** When an exam is. Absent where that has an error. */
export function examTime(exam: Block): Sourced<RangeValue<Moment>> | undefined {
  return readerOf(examSchema, exam)("at");
}

function checkOverlaps(block: Block, report: Report): void {
  const windows = block.overlays.filter((block) => block.key === "during" && block.window !== undefined);
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
    const related = [{ span: spanOf(other.span.file, other), message: "The other window sets it here." }];
    const span = spanOf(setting.span.file, setting);
    report(diagnose(windowsOverlap, { name: key, other: earlier.label ?? "" }, { span, related }));
  }
  for (const inner of later.blocks) {
    const name = writtenName(inner);
    const other = earlier.blocks.find((block) => writtenName(block) === name);
    if (other === undefined) continue;
    const related = [{ span: other.span, message: "The other window sets it here." }];
    report(diagnose(windowsOverlap, { name, other: earlier.label ?? "" }, { span: inner.span, related }));
  }
}

/** The days of an exam that sets memory, and how much. */
interface ExamSize {
  readonly by: string;
  readonly from: Day;
  readonly to: Day;
  readonly memory: Sourced<RangeValue<number>>;
}

/** Nothing where it sets no memory, or its time has an error. */
function sizeOfExam(exam: Block): readonly ExamSize[] {
  const at = examTime(exam)?.value;
  const memory = readerOf(examSchema, exam)("memory");
  return at === undefined || memory === undefined
    ? []
    : [{ by: writtenName(exam), from: at.from.day, to: at.to.day, memory }];
}

/** Servers have one memory on a day. An image of its own may stand beside another exam's: each is offered by itself. */
function checkExams(exams: readonly ExamSize[], report: Report): void {
  const print = ({ memory }: ExamSize) => examSchema.settings.memory.type.print(memory.value);
  exams.forEach((later, i) => {
    const sharesDay = ({ from, to }: ExamSize) => from <= later.to && later.from <= to;
    const other = exams.slice(0, i).find((earlier) => sharesDay(earlier) && print(earlier) !== print(later));
    if (other === undefined) return;
    const related = [{ span: other.memory.span, message: "The other exam sets it here." }];
    const examDay = printDate(Math.max(other.from, later.from));
    report(
      diagnose(windowsOverlap, { name: "memory", other: other.by, examDay }, { span: later.memory.span, related }),
    );
  });
}

/** When a window or an exam is, and what people read as its name. */
type Dates = Pick<CourseWindow, "from" | "to" | "label">;

const noDates: readonly Dates[] = [];

/** When the windows and exams of a block are, in order of date. */
export function windowDates(block: Block): readonly Dates[] {
  const exams = blocksOf(block, "exam");
  if (block.overlays.length + exams.length === 0) return noDates;
  return [...block.overlays.flatMap(datesOfWindow), ...exams.flatMap(datesOfExam)].sort(byDate);
}

/** The windows of a course, a group or a hub, and a course's exams, in order of date. */
export function windowsOf(block: Block, on: Day): readonly CourseWindow[] {
  const isActive = ({ from, to }: Dates) => from <= on && on <= to;
  const windows = block.overlays.flatMap((one) =>
    datesOfWindow(one).map((dates): CourseWindow => {
      const sets = [...new Set([...one.settings.keys(), ...one.blocks.map(({ key }) => key)])];
      const changes = changedOnly(block, applyLayer(block, one, block.by, ignore)) !== block;
      return { ...dates, active: isActive(dates), changes, sets, span: one.span };
    }),
  );
  const exams = blocksOf(block, "exam").flatMap((block) =>
    datesOfExam(block).map((dates): CourseWindow => {
      const sets = ["image", "memory"].filter((key) => block.settings.has(key));
      return { ...dates, active: isActive(dates), changes: true, sets, span: block.span };
    }),
  );
  return [...windows, ...exams].sort(byDate);
}

/** Nothing where that has an error. */
function datesOfWindow({ window, label = "" }: OwnBlock): readonly Dates[] {
  return window === undefined ? [] : [{ from: window.from, to: window.to, label }];
}

/** Nothing where that has an error. */
function datesOfExam(exam: Block): readonly Dates[] {
  const at = examTime(exam)?.value;
  if (at === undefined) return [];
  const from = at.from.day;
  return [{ from, to: at.to.day, label: `exam ${exam.label ?? ""} on ${printDate(from)}` }];
}

function byDate(a: Dates, b: Dates): number {
  return a.from - b.from || a.to - b.to;
}

// A layer over a block, as far as it changes something: what says the value that holds already is where it was said before.

/** `after` with the settings of `before` wherever they print alike; `before` itself where nothing is another. */
function changedOnly(before: Block, after: Block): Block {
  if (!isSameList(after.packages, before.packages) || after.schema.free) return after;
  const settings = changedSettings(before, after);
  const blocks = after.blocks.map((block, i) => {
    const old = before.blocks[i];
    if (old === block || old === undefined) return block;
    return old.key === block.key && old.label === block.label && old.variant === block.variant
      ? changedOnly(old, block)
      : block;
  });
  const isAll =
    settings === before.settings &&
    blocks.length === before.blocks.length &&
    blocks.every((block, i) => block === before.blocks[i]) &&
    isSameList(after.overlays, before.overlays) &&
    after.broken === before.broken &&
    after.flawed === before.flawed;
  return isAll ? before : { ...after, settings, blocks };
}

/** The settings of `after`, each that prints alike as `before` has it; all of `before` where no other is left. */
function changedSettings(before: Block, after: Block): Block["settings"] {
  if (after.settings === before.settings) return before.settings;
  const settings: Map<string, Sourced<unknown> | Unknown> = new Map(after.settings);
  let changed = settings.size !== before.settings.size;
  for (const [key, value] of after.settings) {
    const old = before.settings.get(key);
    if (old === value) continue;
    if (old !== undefined && printsAlike(key, value, old, before)) settings.set(key, old);
    else changed = true;
  }
  return changed ? settings : before.settings;
}

/** Neither is changed in its place. */
function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || one.length + other.length === 0;
}

function printsAlike(
  key: string,
  value: Sourced<unknown> | Unknown,
  old: Sourced<unknown> | Unknown,
  { schema }: Block,
): boolean {
  const type = (lookUp(schema.settings, key) ?? schema.anySetting)?.type;
  if (old === unknown || value === unknown || type === undefined) return false;
  return type.print(old.value) === type.print(value.value);
}
