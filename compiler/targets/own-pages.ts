// The pages of a model, put together from what the other targets know, and the check of the templates that a project brings for them.

import { capacities, fullestDay } from "../capacity/capacity-report.ts";
import { type Diagnostic, type DiagnosticDefinition, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { changeDays } from "../model/change-days.ts";
import type { Course, ExternalHub, Model } from "../model/model.ts";
import { bringsOwnPages } from "../model/own-parts.ts";
import type { Release } from "../model/release.ts";
import type { Sourced } from "../model/sourced.ts";
import { type OutputFile, textFile } from "../output/output-file.ts";
import { framed } from "../output/page-frame.ts";
import { templateName, templateSyntax, templateTwice, templateUnsafe } from "../schema/page-diagnostics.ts";
import type { PageTemplateText } from "../schema/values/page-template.ts";
import { createSourceFile, lineText } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { linkLists } from "./course/course-files.ts";
import { handIns, pagesOf } from "./course/course-pages.ts";
import { type LinkLists, linksOn } from "./course/hub-link.ts";
import type { CoursePageInput, CourseStage } from "./pages/course-page-input.ts";
import renderIndex from "./pages/index.html.hbs";
import { datesOf, dateView } from "./pages/page-dates.ts";
import { coursePages, hubPages, type PageDraft, pageFile } from "./pages/page-files.ts";
import { type OwnTemplate, pageKinds, type ReadTemplate, type TemplateProblem } from "./pages/page-template.ts";

/** Every page of the releases' courses and hubs. */
export function pageFiles(model: Model, hubs: Hubs, given: ReadTemplate | undefined): OutputFile[] {
  const drafts = draftsOf(model, hubs);
  // A build of a part does not know the rest.
  const isWhole = hubs.length === model.releases.length + model.externalHubs.length;
  const index = drafts.length === 0 || !isWhole ? [] : [indexPage(model, drafts)];
  return [...index, ...drafts.map((draft) => ownPage(draft, model, given))];
}

function ownPage(draft: PageDraft, model: Model, given: ReadTemplate | undefined): OutputFile {
  const template = model.project.pages[draft.kind].find(({ value }) => value.format === draft.format);
  if (template === undefined) return pageFile(draft, undefined);
  const read = needsReader(given)(template.value.text, draft.format);
  if ("problems" in read) throw new Error("invariant: a template that can't be read was found by the check");
  return pageFile(draft, read.render);
}

/** Checks the templates that the project brings, with the pages of all its courses and hubs. */
export function checkOwnPages(model: Model, given: ReadTemplate | undefined, report: Report): void {
  if (!bringsOwnPages(model)) return;
  const { pages } = model.project;
  const read = needsReader(given);
  const drafts = draftsOf(model, [...model.releases, ...model.externalHubs]);
  for (const kind of pageKinds) {
    const seen = new Map<string, Sourced<PageTemplateText>>();
    for (const template of pages[kind]) {
      const { format } = template.value;
      const before = seen.get(format);
      if (before) report(twice(template, before));
      else
        checkTemplate(template, {
          read,
          drafts: drafts.filter((pageDraft) => pageDraft.kind === kind && pageDraft.format === format),
          report,
        });
      seen.set(format, template);
    }
  }
}

function twice({ value, span }: Sourced<PageTemplateText>, before: Sourced<PageTemplateText>): Diagnostic {
  const related = [{ span: before.span, message: "The other one is here." }];
  return diagnose(templateTwice, { format: value.format === "md" ? "Markdown" : "HTML" }, { span, related });
}

function checkTemplate(
  template: Sourced<PageTemplateText>,
  {
    read,
    drafts,
    report,
  }: { readonly read: ReadTemplate; readonly drafts: readonly PageDraft[]; readonly report: Report },
): void {
  const { text, format } = template.value;
  const found = read(text, format);
  const problems = "problems" in found ? found.problems : namesIn(found, drafts);
  for (const problem of problems) {
    const { span, line } = placeOf(template, problem);
    report(diagnose(definitions[problem.kind], { reason: problem.reason, line }, { span }));
  }
}

/** What one page or another lacks, each once. */
function namesIn(template: OwnTemplate, drafts: readonly PageDraft[]): TemplateProblem[] {
  const found = drafts.flatMap(({ view }) => template.problemsWith(view));
  return [
    ...new Map(
      found.map((templateProblem) => [`${templateProblem.line} ${templateProblem.column}`, templateProblem]),
    ).values(),
  ];
}

const definitions: Readonly<
  Record<TemplateProblem["kind"], DiagnosticDefinition<{ reason: string; line: number | undefined }>>
> = { syntax: templateSyntax, unsafe: templateUnsafe, "unknown-name": templateName };

/** The place in the template's own file; of a text in the program, its value and the line within. */
function placeOf(
  { value, span }: Sourced<PageTemplateText>,
  { line, column }: TemplateProblem,
): { readonly span: Span; readonly line: number | undefined } {
  if (value.path === undefined) return { span, line: line + 1 };
  const file = createSourceFile(value.path, value.text);
  const words = lineText(file, line);
  const start = (file.lineStarts[line] ?? value.text.length) + Math.min(column, words.length);
  const rest = words.slice(column);
  // The whole `{{…}}`, or to the end of the line.
  const length = /^\{\{.*?\}\}+/.exec(rest)?.[0].length ?? /^[\w./@-]+/.exec(rest)?.[0].length ?? rest.length;
  return { span: { file, start, end: start + length }, line: undefined };
}

/** Stages of the program's hubs, and hubs that somebody else runs. */
type Hubs = readonly (Release | ExternalHub)[];

function draftsOf(model: Model, among: Hubs): PageDraft[] {
  const changes = changeDays(model);
  const capacityOf = capacities(model, fullestDay);
  const courses = model.courses.flatMap((course) => {
    const lists = linkLists(course, among, model);
    return lists === undefined ? [] : [courseInput(course, lists, { model, changes })];
  });
  const coursesWithPages = new Set(courses.map(({ course }) => course.name));
  const releases = among.filter((one) => one.auth !== undefined);
  const hubs = model.hubs.flatMap((hub) => {
    const built = hub.stages.flatMap(
      (stage) => releases.find((release) => release.hub === hub.name && release.stage === stage) ?? [],
    );
    return built.length === 0
      ? []
      : hubPages({
          model,
          hub,
          releases: built,
          capacities: built.map(capacityOf),
          changes,
          coursesWithPages,
        });
  });
  return [...courses.flatMap(coursePages), ...hubs];
}

function courseInput(
  course: Course,
  lists: LinkLists,
  { model, changes }: Pick<CoursePageInput, "model" | "changes">,
): CoursePageInput {
  const stageOf = (hub: Release | ExternalHub): CourseStage => ({
    hub,
    release: hub.auth === undefined ? undefined : hub,
    links: linksOn(course, hub).map(({ title, ...link }) => ({ ...link, name: title })),
  });
  const [first, ...others] = lists.hubs;
  return {
    model,
    course,
    image: model.images.find(({ name }) => name === course.image.value),
    stages: [stageOf(first), ...others.map(stageOf)],
    changes,
    pages: pagesOf(course),
    work: handIns(course),
  };
}

function needsReader(given: ReadTemplate | undefined): ReadTemplate {
  if (given === undefined) throw new Error("a program with `pages` needs `readTemplate` among its sources");
  return given;
}

/** `index.html`. Pages for students are linked for everybody, those for staff and operators beside them. */
function indexPage(model: Model, drafts: readonly PageDraft[]): OutputFile {
  const dates = datesOf(model);
  const has = (path: string) => drafts.some((draft) => draft.path === path);
  const courses = model.courses.flatMap(({ name, title, description, term }) => {
    const folder = `courses/${name}`;
    if (!has(`${folder}/pages/students.html`)) return [];
    return [
      {
        title: title.value,
        about: description?.value,
        from: dateView(term.value.from, dates),
        to: dateView(term.value.to, dates),
        students: `${folder}/pages/students.html`,
        staff: `${folder}/pages/staff.html`,
        links: `${folder}/links.html`,
      },
    ];
  });
  const hubs = [...new Set(model.releases.map(({ hub }) => hub))].flatMap((hub) => {
    const release = model.releases.find((release) => release.hub === hub && release.forPeople.value);
    const page = `hubs/${hub}/pages/operators.html`;
    return has(page) ? [{ name: hub, url: release && `${release.url}/`, page }] : [];
  });
  const content = renderIndex({ courses, hubs });
  const lines = framed({ title: "Hubs and courses", nav: [] }, content);
  return textFile("index.html", lines, model.project.span);
}
