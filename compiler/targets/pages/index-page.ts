// The page that leads to all others: the courses of a build, and its hubs for those who run them.

import type { Model } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { framed } from "../../output/page-frame.ts";
import renderIndex from "./index.html.hbs";
import { datesOf, dateView } from "./page-dates.ts";
import type { PageDraft } from "./page-files.ts";

/** `index.html`. Pages for students are linked for everybody, those for staff and operators beside them. */
export function indexPage(model: Model, drafts: readonly PageDraft[]): OutputFile {
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
    const release = model.releases.find((one) => one.hub === hub && one.forPeople.value);
    const page = `hubs/${hub}/pages/operators.html`;
    return has(page) ? [{ name: hub, url: release && `${release.url}/`, page }] : [];
  });
  const content = renderIndex({ courses, hubs });
  const lines = framed({ title: "Hubs and courses", nav: [] }, content);
  return textFile("index.html", lines, model.project.span);
}
