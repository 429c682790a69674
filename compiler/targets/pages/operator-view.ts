// What those who run a hub need: its stages, what each needs, the commands, room and cost, copies, and what changes when.

import { costSpan, type PoolCapacity, type ReleaseCapacity } from "../../capacity/capacity-report.ts";
import type { ReleaseCost } from "../../capacity/release-needs.ts";
import { type ChangeDay, changeWords } from "../../model/change-days.ts";
import { shownAddress } from "../../model/hub-address.ts";
import { withoutAddition } from "../../model/left-out.ts";
import type { Course, Hub, Image, Model } from "../../model/model.ts";
import { neededSecrets } from "../../model/needed-secrets.ts";
import type { Release } from "../../model/release.ts";
import { secretKeys } from "../../model/secret-keys.ts";
import { imageTitle, isProfile, type Profile, type SizeChoice } from "../../model/server.ts";
import { nodesPicture } from "../../output/nodes-picture.ts";
import { shellCommand } from "../../output/shell-script.ts";
import { keysOfValuePath } from "../../schema/values/forms.ts";
import { andList } from "../../text/and-list.ts";
import { dateWords, timeWords } from "../../text/date-words.ts";
import { deployScriptName } from "../deploy-script.ts";
import type { Ink } from "./ink.ts";
import { datesOf, dateView, zoneWords } from "./page-dates.ts";

export interface OperatorPageInput {
  readonly model: Model;
  readonly hub: Hub;
  /** The stages that are built, in order of declaration. */
  readonly releases: readonly Release[];
  /** What each of them needs of its pools. */
  readonly capacities: readonly ReleaseCapacity[];
  /** The days on which what is deployed changes, of all hubs. */
  readonly changes: readonly ChangeDay[];
  /** Courses that have pages of their own. */
  readonly coursesWithPages: ReadonlySet<string>;
}

/** The names that a template for operators gives its words by. */
export function operatorView(input: OperatorPageInput, ink: Ink): object {
  const { model, hub, releases, changes, coursesWithPages } = input;
  const out = model.project.out.value;
  const dates = datesOf(model);
  const built = new Set(releases.map(({ stage }) => stage));
  const courses = model.courses.filter((course) => course.hub.value === hub.name);
  return {
    title: ink.text(`Hub ${hub.name}`),
    about: hub.doc === undefined ? undefined : ink.text(hub.doc),
    chart: ink.code(model.project.chart.value),
    timezone: ink.text(zoneWords(model.project.timezone.value)),
    out: ink.code(`${out}/`),
    stages: releases.map((release) => stageView(release, model, ink)),
    needs: releases.flatMap((release) => needsOf(release, ink)).filter(({ secrets }) => secrets.length > 0),
    courses: courses.map((course) => ({
      title: ink.text(course.title.value),
      name: ink.code(course.name),
      from: dateView(course.term.value.from, dates),
      to: dateView(course.term.value.to, dates),
      peak: course.peak === undefined ? "" : String(course.peak.value),
      page: coursesWithPages.has(course.name) ? ink.url(`../../../courses/${course.name}/pages/staff`) : undefined,
    })),
    notes: notesOn(courses, ink),
    profiles: choiceRows(hub, releases, model.images, ink),
    capacity: input.capacities.flatMap((capacity) => capacityOf(capacity, model, ink)),
    leftOut: releases.flatMap((release) => leftOutOf(release, ink)),
    backups: releases.flatMap((release) => backupOf(release, model, ink)),
    areas: model.project.areas.map(({ name, folder, owners }) => ({
      name: ink.code(name),
      folder: ink.code(`${folder.value}/`),
      owners: owners.map(({ value }) => ink.code(value)),
    })),
    operators: model.project.operators.map(({ value }) => ink.code(value)),
    changes: changes
      .filter((change) => change.hub === hub.name && change.stages.some((stage) => built.has(stage)))
      .map(({ day, stages, what }) => ({
        ...dateView(day, dates),
        stages: ink.text(stages.filter((stage) => built.has(stage)).join(", ")),
        what: ink.text(what.map(changeWords).join(", ")),
      })),
  };
}

/** What the declarations of courses say to those who edit and operate. */
function notesOn(courses: readonly Course[], ink: Ink): object[] {
  return courses.flatMap(({ doc, title }) =>
    doc === undefined ? [] : [{ course: ink.text(title.value), text: ink.text(doc.replace(/\s+/g, " ")) }],
  );
}

function leftOutOf({ stage, leftOut, leftOutValues }: Release, ink: Ink): object[] {
  const byValues =
    "What the other settings promise by this value does not hold: the chart's own holds, or what `values` and `config` say.";
  const row = (what: string, without: string) => ({
    stage: ink.text(stage),
    what: ink.code(what),
    without: ink.text(without),
  });
  return [
    ...leftOut.map(({ value }) => row(value, withoutAddition[value])),
    ...leftOutValues.map(({ value }) => row(value, byValues)),
  ];
}

function stageView(release: Release, { project }: Model, ink: Ink): object {
  return {
    name: ink.text(release.stage),
    release: ink.code(release.releaseName),
    host: ink.text(shownAddress(release)),
    url: ink.url(`${release.url}/`),
    readme: ink.url(`../${release.stage}/README.md`),
    command: shellCommand(["hubc", "deploy", release.hub, "--stage", release.stage]),
    script: shellCommand(["bash", `${project.out.value}/${release.folder}/${deployScriptName}`]),
    provider: ink.code(release.provider.name),
    homes: ink.code(release.homes.name),
    kept:
      release.homes.variant === "memory"
        ? "nothing is kept"
        : release.homes.keep.value
          ? "kept"
          : "deleted with the release",
  };
}

/** The release's own Secret, and those beside it. */
function needsOf(release: Release, ink: Ink) {
  const of = (name: string, secrets: readonly { readonly key: string; readonly use: string }[]) => ({
    stage: ink.text(release.stage),
    secret: ink.code(name),
    namespace: ink.code(release.namespace),
    secrets: secrets.map(({ key, use }) => ({ key: ink.code(key), use: ink.text(use) })),
  });
  return [
    of(release.secretName, secretKeys(release)),
    ...neededSecrets(release).map(({ name, keys, use, maker }) =>
      of(
        name,
        keys.map((key) => ({ key, use: maker === undefined ? use : `${use}, made by ${maker.replaceAll("`", "")}` })),
      ),
    ),
  ];
}

/** A row for each pool of a stage where people are counted. */
function capacityOf(capacity: ReleaseCapacity, model: Model, ink: Ink): object[] {
  const { release, forPeople, pools, cost } = capacity;
  if (!forPeople) return [];
  const budget = release.budget;
  return [
    {
      stage: ink.text(release.stage),
      pools: pools.map((pool) => poolView(pool, ink)),
      picture: pictureOf(capacity, model),
      cost: cost && ink.text(totalWords(cost, release)),
      budget: budget && ink.text(`${money(budget.month.value, budget.currency.value)} a month`),
    },
  ];
}

/** The fullest day as a picture, which the page holds. */
function pictureOf(capacity: ReleaseCapacity, model: Model): object | undefined {
  const as = datesOf(model);
  const { value: timezone } = model.project.timezone;
  const title = `Nodes of ${capacity.release.name} on the fullest day`;
  const picture = nodesPicture(
    { releases: [capacity], title, timezone: zoneWords(timezone) },
    { date: (day) => dateWords(day, as), time: (minutes) => timeWords(minutes, as) },
  );
  if (picture === undefined) return undefined;
  const { svg, words, width, height } = picture;
  const encoded = encodeURIComponent(svg).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return { src: `data:image/svg+xml,${encoded}`, words, width, height };
}

function poolView({ pool, bounds, nodesAtPeak, classes, cost }: PoolCapacity, ink: Ink): object {
  const nodes = bounds.from === bounds.to ? String(bounds.to) : `${bounds.from} to ${bounds.to}`;
  const aNode = classes.length === 0 ? [] : [Math.min(...classes.map((capacity) => capacity.aNode))];
  return {
    name: ink.code(pool.name),
    machine: pool.machine === undefined ? "" : ink.code(pool.machine.value),
    nodes,
    people: aNode[0] === undefined ? "" : String(aNode[0]),
    peak: nodesAtPeak === undefined ? "" : String(nodesAtPeak),
    cost: cost === undefined ? "" : ink.text(money(cost.month, cost.price.currency)),
  };
}

function totalWords({ month, term, currency, elsewhere }: ReleaseCost, release: Release): string {
  const place = elsewhere === undefined ? "" : ` (${elsewhere})`;
  return `${money(month, currency)} a month, ${money(term, currency)} a ${costSpan(release)}${place}`;
}

/** Whole units: it is an estimate. */
function money(amount: number, currency: string): string {
  return `${Math.round(amount)} ${currency}`;
}

function backupOf(release: Release, { project }: Model, ink: Ink): object[] {
  const { backup } = release;
  if (backup === undefined) return [];
  const days = Math.round((backup.keep.value / 86400) * 10) / 10;
  return [
    {
      stage: ink.text(release.stage),
      schedule: ink.code(backup.schedule.value),
      timezone: ink.text(project.timezone.value),
      storage: ink.code(backup.storage?.value ?? release.homes.name),
      keep: days === 1 ? "1 day" : `${days} days`,
    },
  ];
}

/** The profiles of the stage that people use, in order; none where the list is not what the program's profiles come to. */
function choiceRows(hub: Hub, releases: readonly Release[], images: readonly Image[], ink: Ink): object[] {
  const release = releases.find(({ stage }) => stage === hub.peoplesStage) ?? releases[0];
  if (release === undefined || hasOtherList(release)) return [];
  return release.permanent.filter(isProfile).map((profile) => ({
    title: ink.text(profile.title.value),
    name: ink.code(profile.name),
    about: profile.description === undefined ? "" : ink.text(profile.description.value),
    who:
      profile.roster.length === 0
        ? "everybody"
        : `${andList(profile.roster.map(({ value }) => ink.code(value)))}, and admins`,
    images: ink.text(imagesOf(profile, images).join(", ")),
    sizes: ink.text(profile.choices.sizes.map(sizeWords).join(", ")),
  }));
}

/** Values of the program's own, or what it leaves out, make another list of it. */
function hasOtherList({ ownValues, leftOutValues }: Release): boolean {
  const isList = (path: readonly string[]) => path[0] === "singleuser" && (path[1] ?? "profileList") === "profileList";
  return (
    ownValues.some(({ leaf }) => isList(leaf.value.path)) ||
    leftOutValues.some(({ value }) => isList(keysOfValuePath(value)))
  );
}

function sizeWords({ title, groups }: SizeChoice): string {
  return groups.length === 0 ? title.value : `${title.value} (for ${andList(groups.map(({ value }) => value))})`;
}

function imagesOf({ image, choices }: Profile, images: readonly Image[]): string[] {
  const names = choices.images.length > 0 ? choices.images.map(({ value }) => value) : [image.value];
  const titles = names.map((name) => {
    const found = images.find((image) => image.name === name);
    return found === undefined ? name : imageTitle(found);
  });
  if (choices.anyImage.value) titles.push("another by its name");
  if (choices.anyRepository.value) titles.push("one built from a repository");
  return titles;
}
