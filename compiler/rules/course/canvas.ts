import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Course, Group, Model } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Rule } from "../rule.ts";
import { partsOf } from "./written-urls.ts";

const elsewhere = defineDiagnostic<{ host: string; hub: string }>({
  code: "course/canvas-elsewhere",
  severity: "error",
  title: "A course in another Canvas than its hub's",
  why: "Course ids mean something in their own Canvas only: groups and rosters by id would be those of some other course, or of none.",
  message: ({ host, hub }) =>
    `The course is in the Canvas at ${host}, and its hub signs people in through ${hub}: a course's id means nothing there.`,
});

const otherCourse = defineDiagnostic<{ group: string; id: number; own: number }>({
  code: "course/other-canvas-course",
  severity: "warning",
  title: "People of another Canvas course",
  why: "Canvas gives a course a new id each term. A group that still names the last one's gives last term's people this term's course.",
  message: ({ group, id, own }) =>
    `Group \`${group}\` is of the Canvas course ${id}, and this course is ${own}: give both the same \`let\`, or allow it if the other is meant.`,
});

/** Canvas is one Canvas, and a course's people are those of its own course there. */
export const canvas: Rule = {
  diagnostics: [elsewhere, otherCourse],
  check: (model, report) => {
    const groups = new Map(model.groups.map((one) => [one.name, one]));
    for (const course of model.courses) {
      if (course.lms === undefined) continue;
      const host = partsOf(course.lms.url.value).host;
      const hub = hubsCanvas(model, course);
      if (hub !== undefined && hub !== host) report(diagnose(elsewhere, { host, hub }, { span: course.lms.url.span }));
      const own = course.lms.course.value;
      for (const { name, id } of [...course.staff, ...course.roster].flatMap(({ value }) => idsOf(groups.get(value)))) {
        if (id.value === own) continue;
        const related = [{ span: course.lms.course.span, message: "The course's own id." }];
        report(diagnose(otherCourse, { group: name, id: id.value, own }, { span: id.span, related }));
      }
    }
  },
};

function hubsCanvas({ releases }: Model, course: Course): string | undefined {
  const release = releases.find(({ hub, auth }) => hub === course.hub.value && auth.variant === "canvas");
  const url = release?.auth.settings["url"]?.value;
  return typeof url === "string" ? partsOf(url).host : undefined;
}

function idsOf(group: Group | undefined): { readonly name: string; readonly id: Sourced<number> }[] {
  return (group?.sources ?? []).flatMap((source) =>
    source.kind === "canvas" ? [{ name: group?.name ?? "", id: source.course }] : [],
  );
}
