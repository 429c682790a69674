// hubc links: the links of a course, to read or to paste.

import type { Course, Model } from "../../model/model.ts";
import { courseLinks } from "../../service/course-links.ts";
import { type LinkFormat, linkFormats } from "../../targets/course/links.ts";
import { andList } from "../../text/and-list.ts";
import { closest } from "../../text/edit-distance.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { checkedModel } from "../checked-model.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate } from "../load-program.ts";
import { requireSelected, selectionOf } from "../selection.ts";
import { nameAndPath } from "../shared-options.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const { name, path } = nameAndPath(parsed.positionals);
  const model = await checkedModel(path, { on, ...selection }, io);
  if (model === undefined) return exitCode.found;
  requireSelected(model, selection);
  const courses = coursesNamed(model, name).filter(({ hub }) => (selection.hub ?? hub.value) === hub.value);
  const format = formatOf(parsed);
  io.stdout(courseLinks(model, courses, { stage: selection.stage, format }));
  if (format === "text") noteWithout(courses, io);
  return exitCode.fine;
}

/** A course without links is told what gives it some. */
function noteWithout(courses: readonly Course[], io: Io): void {
  const without = courses.filter(({ contents, textbook }) => contents.length === 0 && textbook === undefined);
  if (without.length === 0) return;
  const names = andList(without.map(({ name }) => name));
  io.note(`No material of ${names} opens by a link: say it by \`content NAME { repo = "https://…"  open { … } }\`.\n`);
}

/** @throws CannotRun where the program has no such course. */
function coursesNamed({ courses }: Model, name: string | undefined): readonly Course[] {
  if (name === undefined) return courses;
  const found = courses.filter((course) => course.name === name);
  if (found.length > 0) return found;
  const names = courses.map((course) => course.name);
  const meant = closest(name, names);
  const hint = meant === undefined ? `There is ${names.join(", ") || "none"}.` : `Did you mean ${meant}?`;
  throw new CannotRun(`There is no course ${quoted(name)}. ${hint}`);
}

function formatOf({ values }: ParsedArguments): LinkFormat | "text" {
  const format = values.get("format");
  return linkFormats.find((one) => one === format) ?? "text";
}
