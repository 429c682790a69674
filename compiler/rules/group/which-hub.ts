import type { Group, Model } from "../../model/model.ts";
import { defineRule } from "../rule.ts";

/** Each workspace is on a hub. */
export const whichHub = defineRule<{ group: string }>({
  code: "group/which-hub",
  title: "A workspace on no hub",
  why: "A group's workspace is on the hubs of the courses that name the group, else on those that its `hub` names, else on the project's only hub.",
  message: ({ group }) => `Nothing says on which hub the workspace of \`${group}\` is: name it with \`hub\`.`,
  judges: "whole",
  check: (model, report) => {
    for (const group of homeless(model)) report({ group: group.name }, { span: group.workspace?.span ?? group.span });
  },
});

function homeless(model: Model): Group[] {
  const homes = model.groups.filter((group) => group.workspace !== undefined && group.hubs.length === 0);
  if (model.releases.length === 0 || homes.length === 0) return [];
  const placed = new Set(model.releases.flatMap((release) => release.groups.map((group) => group.name)));
  const named = new Set(
    model.courses.flatMap((course) => [...course.staff, ...course.roster].map(({ value }) => value)),
  );
  return homes.filter(({ name }) => !placed.has(name) && !named.has(name));
}
