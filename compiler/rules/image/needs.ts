// What courses and hubs need of images, each with the place that says so. The image of the build's date is the one that is asked.

import { type Provision, provision } from "../../knowledge/capabilities.ts";
import { type Feature, isFeature } from "../../knowledge/features.ts";
import type { Course, Image, Model, Release } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Span } from "../../text/span.ts";
import { placeKey } from "./distinct-lines.ts";

/** A feature that something needs of an image. */
export interface Need {
  readonly feature: Feature;
  readonly image: Image;
  readonly span: Span;
  /** What needs it, as the beginning of a sentence: "Course `c` is graded with it". */
  readonly reason: string;
}

/** Needs to which their image answers so, each feature once for what needs it. */
export function needsAnswered(model: Model, answer: Provision): Need[] {
  const images = new Map(model.images.map((image) => [image.name, image]));
  const found = new Map<string, Need>();
  const add = (owner: string, need: Need) => {
    const key = `${owner} ${need.feature}`;
    const place = `${need.image.name} ${need.feature} ${placeKey(need.span)}`;
    if (found.has(key) || found.has(place) || provision(need.image, need.feature) !== answer) return;
    found.set(key, need).set(place, need);
  };
  for (const course of model.courses) {
    const image = images.get(course.image.value);
    if (image === undefined) continue;
    for (const need of courseNeeds(course)) add(`course ${course.name}`, { ...need, image });
  }
  for (const release of model.releases) {
    const image = images.get(release.courses[0]?.image.value ?? "");
    if (image === undefined) continue;
    for (const need of workspaceNeeds(release)) add(`hub ${release.hub}`, { ...need, image });
  }
  return [...new Set(found.values())];
}

type CourseNeed = Omit<Need, "image">;

/** The most telling places first. */
function courseNeeds(course: Course): CourseNeed[] {
  const name = `Course \`${course.name}\``;
  const [content] = course.contents;
  const fetched: CourseNeed[] =
    content === undefined
      ? []
      : [{ feature: "nbgitpuller", span: content.span, reason: `The links of content \`${content.name}\` fetch it` }];
  const together: CourseNeed[] = course.collaboration.value
    ? [{ feature: "rtc", span: course.collaboration.span, reason: `${name} works together in real time` }]
    : [];
  const named = course.needs.flatMap(({ value, span }): CourseNeed[] =>
    isFeature(value) ? [{ feature: value, span, reason: `${name} needs it` }] : [],
  );
  return [...fetched, ...together, ...named, ...openedApps(course), ...gradedWith(course), startedBy(course)];
}

function openedApps(course: Course): CourseNeed[] {
  const { openWith } = course;
  const links = course.contents.flatMap(({ open }) => open);
  const opened = links.flatMap(({ name, app, span }): CourseNeed[] =>
    app === undefined ? [] : [{ feature: app, span, reason: `The link \`${name}\` opens it` }],
  );
  const said = openWith.steps.some(({ how }) => how === "set");
  const servers: CourseNeed[] = said
    ? [{ feature: openWith.value, span: openWith.span, reason: `Servers of course \`${course.name}\` open it` }]
    : [];
  return [...servers, ...opened];
}

function gradedWith(course: Course): CourseNeed[] {
  const { grading } = course;
  if (grading === undefined || !isFeature(grading.kind)) return [];
  return [{ feature: grading.kind, span: grading.span, reason: `Course \`${course.name}\` is graded with it` }];
}

function startedBy({ name, image }: Course): CourseNeed {
  return { feature: "jupyterhub", span: image.span, reason: `The hub starts it in each server of course \`${name}\`` };
}

function workspaceNeeds(release: Release): CourseNeed[] {
  return release.groups.flatMap(({ name, workspace }): CourseNeed[] => {
    const together: Sourced<boolean> | undefined = workspace?.collaboration;
    if (!together?.value) return [];
    return [
      { feature: "rtc", span: together.span, reason: `The workspace of \`${name}\` works together in real time` },
    ];
  });
}
