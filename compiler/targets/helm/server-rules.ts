// Who may start which server, and what their groups add to it: the data of python/hubc_hub/servers.py, which decides when a server starts.

import { isChosen } from "../../model/exams-on-day.ts";
import type { Course, Exam, Group, Release, Workspace } from "../../model/model.ts";
import { nbgraderOf, nbgraders } from "../../model/nbgrader.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { printDate, printTime } from "../../text/calendar.ts";
import { accountCollaboration } from "./collaboration.ts";
import { type Entry, entriesOf } from "./course-profiles.ts";
import { gpuTolerations } from "./gpus.ts";
import { ownerContainer } from "./home-storage.ts";
import { graderOverride } from "./nbgrader-exchange.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { serverIds } from "./server-ids.ts";
import { serverMounts } from "./server-mounts.ts";
import { sharedMounts, staffMounts } from "./shared-folders.ts";

/** `custom.hubc.servers`: what the hub's Python reads. Absent where every server is alike, whoever starts it. */
export function serverRules(context: ReleaseContext): YamlData | undefined {
  const { release, model } = context;
  const raises = release.groups.flatMap(raiseOf);
  const chosen = isChosen(release, model.on);
  if (!chosen && raises.length === 0) return undefined;
  const accounts = [
    ...release.groups.flatMap(({ name, workspace }) =>
      workspace ? [[workspace.account.value, accountData(name, workspace)] as const] : [],
    ),
    ...nbgraders(release).map(
      ({ account, course, span }) => [account, withOrigin({ course: course.name }, span)] as const,
    ),
  ];
  const entries = chosen ? entriesOf(context) : [];
  return {
    timezone: entries.some(({ exam }) => exam !== undefined) ? from(model.project.timezone) : undefined,
    entries: chosen ? Object.fromEntries(entries.map((entry) => [entry.slug, rulesOf(entry, context)])) : undefined,
    outsideTerms: chosen && release.outsideTerms ? outsideTerms(release) : undefined,
    accounts: chosen && accounts.length > 0 ? Object.fromEntries(accounts) : undefined,
    raises: raises.length > 0 ? Object.fromEntries(raises) : undefined,
  };
}

function accountData(group: string, { collaboration, span }: Workspace): YamlData {
  return withOrigin({ group, collaborates: collaboration.value ? from(collaboration) : undefined }, span);
}

function rulesOf({ title, course, exam }: Entry, context: ReleaseContext): YamlData {
  const { release } = context;
  const pulled = context.images.get(course.image.value);
  const mounts = serverMounts(context, course);
  const writable = staffMounts(sharedMounts(context, course));
  const owner = ownerContainer(context, pulled, mounts);
  const tolerations = gpuTolerations(course);
  const accounts = accountCollaboration(release, course, pulled)?.accounts;
  const grading = graderOverride(course, context);
  return withOrigin(
    {
      title: from(course.title, title),
      groups: release.adminsOnly ? [] : release.byCourse && course.roster.length > 0 ? peopleOf(course) : undefined,
      opens: exam && from(exam.at, isoMoment(exam.at.value.from)),
      closes: exam && from(exam.at, isoMoment(exam.at.value.to)),
      staff: writable && course.staff.map((one) => from(one)),
      staffOverride: writable && { volume_mounts: writable },
      accountOverride: accounts,
      grader: exam === undefined && grading !== undefined ? nbgraderOf(course)?.account : undefined,
      graderOverride: exam === undefined ? grading : undefined,
      tolerations: tolerations.length > 0 ? tolerations : undefined,
      owner: mounts.length > 0 || isOtherUser(course, context) ? owner : undefined,
    },
    exam?.span ?? course.span,
  );
}

/** For whom servers are on a day without a course: titles of the courses whose people's they are, none for admins only. */
function outsideTerms({ courses, adminsOnly }: Release): string {
  return adminsOnly ? "" : courses.map(({ title }) => title.value).join(", ");
}

/** The groups whose members may choose the course: its roster and its staff. */
function peopleOf(course: Course): YamlData {
  const all = [...course.roster, ...course.staff];
  return all.filter((one, i) => all.findIndex(({ value }) => value === one.value) === i).map((one) => from(one));
}

/** What a group's members get at least, by KubeSpawner's traits. */
function raiseOf({ name, memory, cpu, span }: Group): readonly (readonly [string, YamlData])[] {
  if (memory === undefined && cpu === undefined) return [];
  const amounts = {
    mem_guarantee: memory && from(memory, memory.value.from),
    mem_limit: memory && from(memory, memory.value.to),
    cpu_guarantee: cpu && from(cpu, cpu.value.from),
    cpu_limit: cpu && from(cpu, cpu.value.to),
  };
  return [[name, withOrigin(amounts, span)]];
}

function isoMoment({ day, minutes }: Exam["at"]["value"]["from"]): string {
  return `${printDate(day)}T${printTime(minutes)}`;
}

/** Does the course run as another user than the hub's usual container makes folders for? */
function isOtherUser(course: Course, { release, images }: ReleaseContext): boolean {
  const usual = images.get(release.courses[0]?.image.value ?? "");
  return serverIds(images.get(course.image.value)).uid !== serverIds(usual).uid;
}
