// Who may start which server, and what their groups add to it: the data of python/hubc_hub/servers.py, which decides when a server starts.

import type { Workspace } from "../../model/build-group.ts";
import { isChosen } from "../../model/exams-on-day.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Exam, Group } from "../../model/model.ts";
import { nbgraderOf, nbgraders } from "../../model/nbgrader.ts";
import type { Release } from "../../model/release.ts";
import { isProfile, type Server } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { printDate, printTime } from "../../text/calendar.ts";
import { accountCollaboration } from "./collaboration.ts";
import { ownerContainer } from "./home-storage.ts";
import { graderOverride } from "./nbgrader-exchange.ts";
import { type Entry, entriesOf } from "./profile-list.ts";
import { optionKeys } from "./profile-options.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { gpuTolerations, serverIds } from "./server-values.ts";
import { sharedMounts, staffMounts, usualImage } from "./shared-folders.ts";
import { serverMounts } from "./volumes.ts";

/** `custom.hubc.servers`: what the hub's Python reads. Absent where every server is alike, whoever starts it. */
export function serverRules(context: ReleaseContext): YamlData | undefined {
  const { release, model } = context;
  const raises = release.groups.flatMap(raiseOf);
  const chosen = isChosen(release, model.on) && !isLeftOut(release, "choice-rules");
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

function rulesOf({ title, server, exam }: Entry, context: ReleaseContext): YamlData {
  const { release } = context;
  const pulled = context.images.get(server.image.value);
  const mounts = serverMounts(context, server);
  const writable = staffMounts(sharedMounts(context, server));
  const owner = ownerContainer(context, pulled, mounts);
  const tolerations = gpuTolerations(server);
  const accounts = accountCollaboration(release, server, pulled)?.accounts;
  const grading = graderOverride(server, context);
  return withOrigin(
    {
      title: from(server.title, title),
      profile: server.of === "course" ? undefined : true,
      default: isProfile(server) && server.isDefault ? true : undefined,
      groups: release.adminsOnly ? [] : release.byCourse && server.roster.length > 0 ? peopleOf(server) : undefined,
      opens: exam && from(exam.at, isoMoment(exam.at.value.from)),
      closes: exam && from(exam.at, isoMoment(exam.at.value.to)),
      staff: writable && server.staff.map((one) => from(one)),
      staffOverride: writable && { volume_mounts: writable },
      accountOverride: accounts,
      grader: exam === undefined && grading !== undefined ? nbgraderOf(server)?.account : undefined,
      graderOverride: exam === undefined ? grading : undefined,
      choices: guardedChoices(server),
      tolerations: tolerations.length > 0 ? tolerations : undefined,
      owner: mounts.length > 0 || isOtherUser(server, context) ? owner : undefined,
    },
    exam?.span ?? server.span,
  );
}

/** For whom servers are on a day without a course: titles of the courses whose people's they are, none for admins only. */
function outsideTerms({ courses, adminsOnly }: Release): string {
  return adminsOnly ? "" : courses.map(({ title }) => title.value).join(", ");
}

/** Choices within it that are for some people only: the groups whose members may choose them. */
function guardedChoices(server: Server): YamlData {
  const { choices } = server;
  const guarded = choices.sizes.filter(({ groups }) => groups.length > 0);
  if (guarded.length === 0) return undefined;
  const size = guarded.map(({ name, groups }) => [name, groups.map((one) => from(one))]);
  return { [optionKeys(server).size]: Object.fromEntries(size) };
}

/** The groups whose members may choose the server: its roster and its staff. */
function peopleOf(server: Server): YamlData {
  const all = [...server.roster, ...server.staff];
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

/** Does the server run as another user than the hub's usual container makes folders for? */
function isOtherUser(server: Server, context: ReleaseContext): boolean {
  return serverIds(context.images.get(server.image.value)).uid !== serverIds(usualImage(context)).uid;
}
