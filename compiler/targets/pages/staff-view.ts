// What those who teach a course need: how to reach a student's server, who may do what, where to try things, and what changes when.

import { type Change, changeWords } from "../../model/change-days.ts";
import type { GroupSource } from "../../model/group-sources.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Course, CourseHub, Group } from "../../model/model.ts";
import { nbgraderOf } from "../../model/nbgrader.ts";
import type { CourseSize } from "../../model/server.ts";
import { andList } from "../../text/and-list.ts";
import { momentWords } from "../../text/date-words.ts";
import type { CoursePageInput, CourseStage } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";
import { dated, datesOf, dateView, shortTitle, weekly, zoneWords } from "./page-dates.ts";
import { serverView, usualSize } from "./server-view.ts";
import { courseHead, materialOf, pageView } from "./student-view.ts";

/** The names that a template for staff gives its words by. */
export function staffView(input: CoursePageInput, ink: Ink): object {
  const { course, model, stages, changes, pages, work } = input;
  const [{ hub, release }] = stages;
  const dates = datesOf(model);
  return {
    ...courseHead(input, ink),
    people: countWords(usualSize(course)),
    hub: { name: ink.code(hub.hub), host: ink.text(shownAddress(hub)), url: ink.url(`${hub.url}/`) },
    external: release === undefined,
    admin: ink.url(`${hub.url}/hub/admin`),
    hasStaff: course.staff.length > 0,
    hasLists: [...course.staff, ...course.roster].some(({ value }) => isListed(hub, value)),
    staff: groupsOf(course.staff, hub, ink),
    students: groupsOf(course.roster, hub, ink),
    reach: course.roster.length > 0 ? "the people of its roster" : "everybody who signs in, but staff and admins",
    workspaces: workspacesOf(hub, course, ink),
    stages: stages.map((stage, i) => ({ ...stageView(stage, i, ink), material: materialOf(stage.links, dates, ink) })),
    weekly: weekly(course, model, ink),
    dates: dated(course, model, { ink, forStaff: true }),
    timezone: ink.text(zoneWords(model.project.timezone.value)),
    changes: changes
      .filter(({ hub }) => hub === course.hub.value)
      .map(({ day, what }) => ({ day, what: what.filter((change) => ofCourse(course, change)) }))
      .filter(({ what }) => what.length > 0)
      .map(({ day, what }) => ({
        ...dateView(day, dates),
        what: ink.text(what.map((change) => changeOf(course, change)).join(", ")),
      })),
    work: work.map(({ title, due, url }) => ({
      title: ink.text(title),
      due: due === undefined ? "" : ink.text(momentWords(due, dates)),
      url: url === undefined ? undefined : ink.url(url),
    })),
    contact: hub.contact && contactView(hub.contact.value, ink),
    pages: pages.filter(({ audience }) => audience !== "students").map((page) => pageView(page, ink)),
    server: serverView(input, ink),
  };
}

/** Does a list, written or secret, say who is in the group? */
function isListed(hub: CourseHub, name: string): boolean {
  const group = hub.groups.find((group) => group.name === name);
  return group !== undefined && group.members.length + group.secretMembers.length > 0;
}

/** What the course's people see of a change of the hub: nothing of one that is another course's alone. */
function ofCourse(course: Course, { event: { owner } }: Change): boolean {
  return owner.kind !== "course" || owner.course.name === course.name;
}

/** Of the page's own course as people say it: `Midterm exam begins`. */
function changeOf(course: Course, change: Change): string {
  const { event, how } = change;
  if (event.owner.kind !== "course" || event.owner.course.name !== course.name) return changeWords(change);
  return event.kind === "course" ? `The course ${how} on the hub` : `${shortTitle(event, course)} ${how}`;
}

/** By its address: without `mailto:`, or without the scheme. */
function contactView(target: string, ink: Ink): object {
  return { url: ink.url(target), title: ink.text(target.replace(/^(?:mailto:|https?:\/\/)/, "")) };
}

function countWords({ students, peak }: CourseSize): string | undefined {
  if (students === undefined) return undefined;
  const atOnce = peak === undefined || peak.value === students.value ? "" : `, ${peak.value} of them at work at once`;
  return `${students.value} students${atOnce}`;
}

function stageView({ hub }: CourseStage, i: number, ink: Ink): object {
  return {
    name: ink.code(hub.stage),
    url: ink.url(`${hub.url}/`),
    host: ink.text(shownAddress(hub)),
    admin: ink.url(`${hub.url}/hub/admin`),
    use: i === 0 ? "where students work" : "to try things first",
    isFirst: i === 0,
    external: hub.auth === undefined,
  };
}

/** Groups by name, and where their people come from; nobody is named. */
function groupsOf(names: readonly { readonly value: string }[], hub: CourseHub, ink: Ink): object[] {
  return names.map(({ value }) => {
    const group = hub.groups.find(({ name }) => name === value);
    return { name: ink.code(value), from: ink.text(group === undefined ? "" : fromWords(group)) };
  });
}

function fromWords({ members, secretMembers, sources, adminPage }: Group): string {
  const listed =
    members.length === 0 ? [] : [members.length === 1 ? "one listed person" : `${members.length} listed people`];
  const secret = secretMembers.length === 0 ? [] : ["a list that only the hub reads"];
  return andList([
    ...listed,
    ...secret,
    ...sources.map(sourceWords),
    ...(adminPage.value ? ["whoever is added on the hub's admin page"] : []),
  ]);
}

function sourceWords(source: GroupSource): string {
  switch (source.kind) {
    case "canvas":
      return `Canvas course ${source.course.value}${source.role ? `, role ${source.role.value}` : ""}`;
    case "github":
      return `GitHub ${source.organization.value}${source.team ? `, team ${source.team.value}` : ""}`;
    case "google":
      return `the Google group ${source.email.value}`;
    case "lti":
      return `launches with the role ${source.role.value}`;
    case "claim":
      return `the claim ${source.name.value} at sign-in`;
  }
}

/** Those of groups, and the account that grades this course. */
function workspacesOf(hub: CourseHub, course: Course, ink: Ink): object[] {
  const ofGroups = hub.groups.flatMap(({ name, workspace }) =>
    workspace === undefined ? [] : [{ account: workspace.account.value, group: name }],
  );
  const nbgrader = nbgraderOf(course);
  const ofGraders = course.staff.flatMap(({ value }) =>
    nbgrader === undefined ? [] : [{ account: nbgrader.account, group: value }],
  );
  return [...ofGroups, ...ofGraders].map(({ account, group }) => ({
    account: ink.code(account),
    group: ink.code(group),
    url: ink.url(`${hub.url}/hub/spawn/${encodeURIComponent(account)}`),
  }));
}
