// Pages for the people of a hub: for each course one for students and one for staff, for each hub one for operators, each as Markdown and as a
// page for a browser that needs nothing from elsewhere.

import { hubFolder } from "../../model/release-folder.ts";
import { nextUpScript } from "../../output/next-up-script.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { framed, linesOf, type PageScript } from "../../output/page-frame.ts";
import type { Span } from "../../text/span.ts";
import type { CoursePageInput } from "./course-page-input.ts";
import { type Ink, inkOf, type PageFormat } from "./ink.ts";
import { type OperatorPageInput, operatorView } from "./operator-view.ts";
import operatorsHtml from "./operators.html.hbs";
import operatorsMarkdown from "./operators.md.hbs";
import type { PageKind, RenderPage } from "./page-template.ts";
import staffHtml from "./staff.html.hbs";
import staffMarkdown from "./staff.md.hbs";
import { staffView } from "./staff-view.ts";
import { studentView } from "./student-view.ts";
import studentsHtml from "./students.html.hbs";
import studentsMarkdown from "./students.md.hbs";

/** One page in one format, before a template is put around its words. */
export interface PageDraft {
  readonly kind: PageKind;
  readonly format: PageFormat;
  readonly path: string;
  /** For the browser's title, as text. */
  readonly title: string;
  /** The other pages beside it. */
  readonly nav: readonly { readonly title: string; readonly url: string; readonly current: boolean }[];
  readonly view: object;
  readonly span: Span;
}

const formats: readonly PageFormat[] = ["html", "md"];

/** `courses/<course>/pages/{students,staff}.{html,md}`. */
export function coursePages(input: CoursePageInput): PageDraft[] {
  const { course } = input;
  const title = course.title.value;
  const folder = `courses/${course.name}/pages`;
  const kinds: readonly (readonly [PageKind, string, (ink: Ink) => object])[] = [
    ["students", title, (ink) => studentView(input, ink)],
    ["staff", `${title}: for staff`, (ink) => staffView(input, ink)],
  ];
  return kinds.flatMap(([kind, name, view]) =>
    formats.map((format) => ({
      kind,
      format,
      path: `${folder}/${kind}.${format}`,
      title: name,
      // Students find their page alone; staff see both.
      nav:
        kind === "students"
          ? []
          : [
              { title: "For students", url: "students.html", current: false },
              { title: "For staff", url: "staff.html", current: true },
              ...(input.stages[0].release === undefined
                ? []
                : [
                    {
                      title: "For operators",
                      url: `../../../${hubFolder(course.hub.value)}/pages/operators.html`,
                      current: false,
                    },
                  ]),
            ],
      view: view(inkOf(format)),
      span: course.span,
    })),
  );
}

/** `hubs/<hub>/pages/operators.{html,md}`. */
export function hubPages(input: OperatorPageInput): PageDraft[] {
  const { hub } = input;
  return formats.map((format) => ({
    kind: "operators",
    format,
    path: `${hubFolder(hub.name)}/pages/operators.${format}`,
    title: `Hub ${hub.name}`,
    nav: [],
    view: operatorView(input, inkOf(format)),
    span: hub.span,
  }));
}

/** The file of a page, by our own template or by another. */
export function pageFile(draft: PageDraft, own: RenderPage | undefined): OutputFile {
  const { kind, format, path, title, nav, view, span } = draft;
  const content = (own ?? templates[kind][format])(view);
  return textFile(
    path,
    format === "md" ? linesOf(content) : framed({ title, nav, script: scriptFor(content) }, content),
    span,
  );
}

/** Where a page has what it shows; a project's own template may have it, too. */
function scriptFor(content: string): PageScript | undefined {
  return content.includes('id="next-up"') ? nextUpScript : undefined;
}

const templates: Readonly<Record<PageKind, Readonly<Record<PageFormat, RenderPage>>>> = {
  students: { md: studentsMarkdown, html: studentsHtml },
  staff: { md: staffMarkdown, html: staffHtml },
  operators: { md: operatorsMarkdown, html: operatorsHtml },
};
