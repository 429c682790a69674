// What courses and hubs need of images, each with the place that says so. The image of the build's date is the one that is asked.

import { type Provision, provision } from "../../knowledge/capabilities.ts";
import { type Feature, isFeature } from "../../knowledge/features.ts";
import type { Course, Group, Image, Model, Release } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { computedOnce } from "../../text/computed-once.ts";
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
export function needsAnswered(model: Model, answer: Exclude<Provision, "yes">): Need[] {
  const found = new Map<string, Need>();
  for (const unmet of unmetNeeds(model)) {
    if (unmet.answer !== answer) continue;
    const { owner, need } = unmet;
    const key = `${owner} ${need.feature}`;
    const place = `${need.image.name} ${need.feature} ${placeKey(need.span)}`;
    if (!found.has(key) && !found.has(place)) found.set(key, need).set(place, need);
  }
  return [...new Set(found.values())];
}

/** A need that its image is not known to meet. */
interface Unmet {
  readonly owner: string;
  readonly need: Need;
  readonly answer: Provision;
}

const unmetNeeds = computedOnce((model: Model): readonly Unmet[] => {
  const images = new Map(model.images.map((image) => [image.name, image]));
  const ofCourses = model.courses.flatMap((course) => {
    const image = images.get(course.image.value);
    return image === undefined ? [] : unmetBy(image)(course);
  });
  const ofHubs = model.releases.flatMap((release) =>
    release.groups.flatMap((group) => {
      const needs = workspaceNeeds(group);
      const names = needs.length === 0 ? [] : workspaceImages(group, release);
      return names.flatMap((name) => {
        const image = images.get(name);
        return image === undefined ? [] : unmetOf(`hub ${release.hub}`, needs, image);
      });
    }),
  );
  return [...ofCourses, ...ofHubs];
});

/** What each course misses in an image: the same until one of the two changes. */
const unmetBy = computedOnce((image: Image) =>
  computedOnce((course: Course) => unmetOf(`course ${course.name}`, courseNeeds(course), image)),
);

function unmetOf(owner: string, needs: readonly CourseNeed[], image: Image): readonly Unmet[] {
  return needs.flatMap((need) => {
    const answer = provision(image, need.feature);
    return answer === "yes" ? [] : [{ owner, need: { ...need, image }, answer }];
  });
}

type CourseNeed = Omit<Need, "image">;

/** The most telling places first. */
function courseNeeds(course: Course): readonly CourseNeed[] {
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
  return [
    ...fetched,
    ...together,
    ...named,
    ...openedApps(course),
    ...bookPages(course),
    ...privateContent(course),
    ...gradedWith(course),
    startedBy(course),
  ];
}

/** A configured book has links to the hub, unless its pages run elsewhere only. */
function bookPages({ textbook }: Course): CourseNeed[] {
  const builder = textbook?.builder;
  const onHub = textbook?.launch.length === 0 || textbook?.launch.some(({ value }) => value === "hub");
  if (builder === undefined || textbook?.repo === undefined || !onHub) return [];
  return [{ feature: "nbgitpuller", span: textbook.repo.span, reason: "The links of the book fetch it" }];
}

function privateContent({ contents }: Course): CourseNeed[] {
  return contents.flatMap(({ name, private: closed }): CourseNeed[] =>
    closed.value
      ? [{ feature: "git-credentials", span: closed.span, reason: `The repository of content \`${name}\` is private` }]
      : [],
  );
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

function workspaceNeeds({ name, workspace }: Group): CourseNeed[] {
  const together: Sourced<boolean> | undefined = workspace?.collaboration;
  if (!together?.value) return [];
  return [{ feature: "rtc", span: together.span, reason: `The workspace of \`${name}\` works together in real time` }];
}

/** Images of the courses that name the group. Where none does, its members decide which course it may start, and nothing is said. */
function workspaceImages({ name }: Group, { courses, byCourse }: Release): string[] {
  const naming = courses.filter(({ staff, roster }) => [...staff, ...roster].some(({ value }) => value === name));
  return (byCourse ? naming : courses.slice(0, 1)).map(({ image }) => image.value);
}
