// What courses and hubs need of images, each with the place that says so. A course is asked as it is on the build's date, in the
// windows of other days and in its exams, so that an image which only one of them names is not found wanting on its first day.

import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { type Provision, provision } from "../../knowledge/capabilities.ts";
import { type Feature, isFeature } from "../../knowledge/features.ts";
import { isOnGitHub } from "../../knowledge/repository-pages.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import type { App } from "../../model/content.ts";
import type { Course, Exam, Group, Image, Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { opensWith, type Server, serverWords } from "../../model/server.ts";
import type { Sourced } from "../../model/sourced.ts";
import { printDate } from "../../text/calendar.ts";
import type { Span } from "../../text/span.ts";
import { placeKey } from "./distinct-lines.ts";

/** A feature that something needs of an image. */
export interface Need {
  readonly feature: Feature;
  readonly image: Image;
  readonly span: Span;
  /** What needs it, as the beginning of a sentence: "Course `c` is graded with it". */
  readonly reason: string;
  /** When another image than that of the build's date is meant. */
  readonly when: RelatedPlace | undefined;
}

/** The image's declaration, and when it is used where that is not said by the need's own place. */
export function placesOf({ image, when }: Need): readonly RelatedPlace[] {
  const declared = { span: image.span, message: `Image \`${image.name}\` is declared here.` };
  return when === undefined ? [declared] : [when, declared];
}

/** Of needs that are not met, those to which their image answers so, each feature of an image once for what needs it. */
export function needsAnswered(unmet: readonly Unmet[], answer: Exclude<Provision, "yes">): Need[] {
  const found = new Map<string, Need>();
  for (const one of unmet) {
    if (one.answer !== answer) continue;
    const { owner, need } = one;
    const key = `${owner} ${need.image.name} ${need.feature}`;
    const place = `${need.image.name} ${need.feature} ${placeKey(need.span)}`;
    if (!found.has(key) && !found.has(place)) found.set(key, need).set(place, need);
  }
  return [...new Set(found.values())];
}

/** A need that its image is not known to meet. */
export interface Unmet {
  readonly owner: string;
  readonly need: Need;
  readonly answer: Provision;
}

/** The needs of courses and hubs that their images do not meet, or are not known to. */
export function unmetNeeds({ images: all, courses, releases }: Model): readonly Unmet[] {
  const images = new Map(all.map((image) => [image.name, image]));
  // What is not known of one part, such as its days, leaves the needs of the others.
  const each = <T>(parts: readonly T[], needsOf: (part: T) => readonly Unmet[]) =>
    parts.flatMap((part) => asKnown(() => needsOf(part)) ?? []);
  return [
    ...each(asKnown(() => hubServers(releases)) ?? [], (server) => unmetByServer(server, images)),
    ...each(courses, (course) => unmetByChoices(course, images)),
    ...courses.flatMap((course) => [
      ...each([course], (course) => unmetByCourse(course, images)),
      ...each([course], (course) =>
        onOtherDays(course).flatMap((other) => at(other.when, unmetByCourse(other.course, images))),
      ),
      ...each(asKnown(() => course.exams) ?? [], (exam) => unmetInExam(course, exam, images)),
    ]),
    ...each(releases, (release) => unmetByHub(release, images)),
  ];
}

/** Servers that hubs have always, of each hub once. */
function hubServers(releases: readonly Release[]): readonly Server[] {
  return [...new Set(releases.flatMap(({ permanent }) => permanent))];
}

/** Each image that a server of a hub or a profile may have starts, and opens what it says. */
function unmetByServer(server: Server, images: Images): readonly Unmet[] {
  const named = server.choices.images.length > 0 ? server.choices.images : [server.image];
  return named.flatMap((one) => {
    const image = images.get(one.value);
    return image === undefined
      ? []
      : unmetOf(serverWords(server), [...openWith(server, image), startedBy(server, one)], image);
  });
}

/** The images that people may choose in a course beside the usual one start, open and have what the usual one does. */
function unmetByChoices(course: Course, images: Images): readonly Unmet[] {
  return course.choices.images.slice(1).flatMap((one) => {
    const image = images.get(one.value);
    if (image === undefined) return [];
    const when = { span: one.span, message: `People may choose it in \`${course.name}\`.` };
    return at(when, unmetOf(serverWords(course), courseNeeds({ ...course, image: one }, image), image));
  });
}

function unmetByHub(release: Release, images: Images): readonly Unmet[] {
  return release.groups.filter(isTogether).flatMap((group) =>
    workspaceImages(group, release).flatMap((name) => {
      const image = images.get(name);
      return image === undefined ? [] : unmetOf(`hub ${release.hub}`, workspaceNeeds(group), image);
    }),
  );
}

function isTogether({ workspace }: Group): boolean {
  return workspace?.collaboration?.value === true;
}

type Images = ReadonlyMap<string, Image>;

function unmetByCourse(course: Course, images: Images): readonly Unmet[] {
  const image = images.get(course.image.value);
  return image === undefined ? [] : unmetOf(`course ${course.name}`, courseNeeds(course, image), image);
}

/** The course with each image that it has on other days than the build's. A window can change no other need. */
function onOtherDays(course: Course) {
  const others = course.stretches.filter(({ image }) => image.value !== course.image.value);
  const distinct = new Map(others.map((stretch) => [stretch.image.value, stretch])).values();
  return [...distinct].map(({ from, to, image }) => ({
    course: { ...course, image },
    when: {
      span: image.span,
      message: `It is the image of \`${course.name}\` from ${printDate(from)} to ${printDate(to)}.`,
    },
  }));
}

/**
 * The image of an exam is for the exam's servers: it starts, opens and has what the course's own does. Links to content and grading
 * are not asked of it, since an exam may well do without.
 */
function unmetInExam(course: Course, { name, image: named }: Exam, images: Images): readonly Unmet[] {
  const image = named && images.get(named.value);
  if (named === undefined || image === undefined) return [];
  const reason = `The hub starts it in each server of exam \`${name}\``;
  const start: CourseNeed = { feature: "jupyterhub", span: named.span, reason };
  const needs = [...togetherNeeds(course), ...namedNeeds(course), ...openWith(course), start];
  const when = { span: named.span, message: `It is the image of exam \`${name}\`.` };
  return at(when, unmetOf(`course ${course.name}`, needs, image));
}

function at(when: RelatedPlace, unmet: readonly Unmet[]): readonly Unmet[] {
  return unmet.map((unmet) => ({ ...unmet, need: { ...unmet.need, when } }));
}

function unmetOf(owner: string, needs: readonly CourseNeed[], image: Image): readonly Unmet[] {
  return needs.flatMap((need) => {
    const answer = provision(image, need.feature);
    return answer === "yes" ? [] : [{ owner, need: { ...need, image, when: undefined }, answer }];
  });
}

type CourseNeed = Omit<Need, "image" | "when">;

/** The most telling places first. */
function courseNeeds(course: Course, image: Image): readonly CourseNeed[] {
  const [content] = course.contents;
  const fetched: CourseNeed[] =
    content === undefined
      ? []
      : [{ feature: "nbgitpuller", span: content.span, reason: `The links of content \`${content.name}\` fetch it` }];
  return [
    ...fetched,
    ...togetherNeeds(course),
    ...namedNeeds(course),
    ...openWith(course, image),
    ...openedApps(course),
    ...bookPages(course),
    ...privateContent(course),
    ...gradedWith(course),
    startedBy(course),
  ];
}

function togetherNeeds({ name, collaboration }: Course): CourseNeed[] {
  if (!collaboration.value) return [];
  return [{ feature: "rtc", span: collaboration.span, reason: `Course \`${name}\` works together in real time` }];
}

function namedNeeds({ name, needs }: Course): CourseNeed[] {
  return needs.flatMap(({ value, span }): CourseNeed[] =>
    isFeature(value) ? [{ feature: value, span, reason: `Course \`${name}\` needs it` }] : [],
  );
}

/** A configured book has links to the hub, unless its pages run elsewhere only. */
function bookPages({ textbook }: Course): CourseNeed[] {
  const builder = textbook?.builder;
  const onHub = textbook?.launch.length === 0 || textbook?.launch.some(({ value }) => value === "hub");
  if (builder === undefined || textbook?.repo === undefined || !onHub) return [];
  return [{ feature: "nbgitpuller", span: textbook.repo.span, reason: "The links of the book fetch it" }];
}

function privateContent({ contents }: Course): CourseNeed[] {
  return contents.flatMap(({ name, repo, private: closed, signIn }): CourseNeed[] => {
    // A token needs git alone, and the programs that sign git in know GitHub alone.
    if (!closed.value || signIn?.kind === "token" || (signIn === undefined && !isOnGitHub(repo.value))) return [];
    const reason = `The repository of content \`${name}\` is private`;
    return [{ feature: signIn?.kind ?? "git-credentials", span: signIn?.span ?? closed.span, reason }];
  });
}

function openedApps(course: Course): CourseNeed[] {
  const needs = new Map<App, CourseNeed>();
  for (const { open } of course.contents)
    for (const { name, app, span } of open)
      if (app !== undefined && !needs.has(app))
        needs.set(app, { feature: app, span, reason: `The link \`${name}\` opens it` });
  return [...needs.values()];
}

/** The app that servers begin with, where that is said: by its name, or by an address below its own. */
function openWith(server: Server, image?: Image): CourseNeed[] {
  const opens = opensWith(server, image);
  const app = /^\/(lab|rstudio|vscode|desktop|retro)(?:\/|$)/.exec(opens.value)?.[1] ?? opens.value;
  if (opens.how !== "set" || !isFeature(app)) return [];
  return [{ feature: app, span: opens.span, reason: `Servers of ${serverWords(server)} open it` }];
}

function gradedWith(course: Course): CourseNeed[] {
  const { grading } = course;
  if (grading === undefined || !isFeature(grading.kind)) return [];
  return [{ feature: grading.kind, span: grading.span, reason: `Course \`${course.name}\` is graded with it` }];
}

function startedBy(server: Server, image: Sourced<string> = server.image): CourseNeed {
  return {
    feature: "jupyterhub",
    span: image.span,
    reason: `The hub starts it in each server of ${serverWords(server)}`,
  };
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
