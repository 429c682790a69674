import type { Course, Model } from "../../model/model.ts";
import { defineRule } from "../rule.ts";
import { partsOf } from "./written-urls.ts";

/** A course is in the Canvas that its hub signs people in through. */
export const canvasElsewhere = defineRule<{ host: string; hub: string }>({
  code: "course/canvas-elsewhere",
  title: "A course in another Canvas than its hub's",
  why: "Course ids mean something in their own Canvas only: groups and rosters by id would be those of some other course, or of none.",
  message: ({ host, hub }) =>
    `The course is in the Canvas at ${host}, and its hub signs people in through ${hub}: a course's id means nothing there.`,
  check: (model, report) => {
    for (const course of model.courses) {
      if (course.lms === undefined) continue;
      const host = partsOf(course.lms.url.value).host;
      const hub = hubsCanvas(model, course);
      if (hub !== undefined && hub !== host) report({ host, hub }, { span: course.lms.url.span });
    }
  },
});

function hubsCanvas({ releases }: Model, course: Course): string | undefined {
  const release = releases.find(({ hub, auth }) => hub === course.hub.value && auth.variant === "canvas");
  const url = release?.auth.settings["url"]?.value;
  return typeof url === "string" ? partsOf(url).host : undefined;
}
