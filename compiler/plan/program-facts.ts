// A model as the facts that a plan compares.

import type { Content, GitSignIn } from "../model/content.ts";
import { sourceWords } from "../model/group-sources.ts";
import type { Course, CourseStretch, Group, Image, Model } from "../model/model.ts";
import { nbgraderOf } from "../model/nbgrader.ts";
import type { Release } from "../model/release.ts";
import { type CourseSize, isProfile, type Server } from "../model/server.ts";
import { bytesRange, coresRange } from "../output/change-words.ts";
import { printDate, printHours, printMoment, printTime } from "../text/calendar.ts";
import { digest, known, values, variableWords } from "./fact-words.ts";
import { type FactValue, ownServer, type ProgramFacts, type Subject } from "./facts.ts";
import { hubFacts, type SignInFacts } from "./hub-facts.ts";

/** What a hub's sign-in comes to, which takes its configuration as it comes out. */
export type SignInOf = (release: Release) => SignInFacts;

export function programFacts(model: Model, signIn: SignInOf): ProgramFacts {
  return {
    subjects: [
      ...model.releases.map((release) => hubFacts(release, signIn(release))),
      ...model.releases.flatMap((release) => release.permanent.map((server) => profileSubject(server, release))),
      ...model.courses.map(courseSubject),
      ...model.groups.map((group) => groupSubject(group, model)),
      ...model.images.map((image) => imageSubject(image, model)),
    ],
  };
}

function courseSubject(course: Course): Subject {
  const { term, staff, lectures, exams, lms, textbook, links } = course;
  return {
    kind: "course",
    name: course.name,
    hubs: [course.hub.value],
    stage: undefined,
    facts: known({
      ...serverFacts(course),
      hub: course.hub.value,
      term: `${printDate(term.value.from)} to ${printDate(term.value.to)}`,
      staff: values(staff),
      lectures: lectures.map(({ name, days, time }) => `${name} (${values(days).join(", ")} ${timeRange(time.value)})`),
      exams: exams.map(
        ({ name, at, image }) => `${name} (${printHours(at.value)}${image ? `, in the image ${image.value}` : ""})`,
      ),
      assignments: course.grading?.assignments.map(({ name }) => name) ?? [],
      grading: gradingWords(course),
      lms: lms && `${lms.kind} course ${lms.course.value}`,
      textbook: textbook?.url?.value ?? textbook?.repo?.value,
      links: links.map(({ name, url }) => `${name} (${url.value})`),
      "links to material": course.contents.flatMap(materialWords),
      "on some days": dayWords(course),
    }),
  };
}

function materialWords({ name: content, open }: Content): readonly string[] {
  return open.map(({ name, path, app, branch, due }) => {
    const words = [
      `${content}: ${path}`,
      ...(branch === undefined ? [] : [`at ${branch}`]),
      ...(app === undefined ? [] : [`in ${app}`]),
      ...(due === undefined ? [] : [`due ${printMoment(due)}`]),
    ];
    return `${name} (${words.join(", ")})`;
  });
}

/** What windows and exams make of the course, whichever day it is: what differs from what it usually is. */
function dayWords({ stretches }: Course): readonly string[] {
  const usual = stretches.find(({ labels }) => labels.length === 0);
  const usually = usual && sizeWords(usual);
  return stretches.flatMap((stretch) => {
    const words =
      stretch.labels.length === 0 ? [] : sizeWords(stretch).filter((word) => usually?.includes(word) !== true);
    return words.length === 0 ? [] : [`${datesWords(stretch)} (${words.join(", ")})`];
  });
}

function datesWords({ from, to }: Pick<CourseStretch, "from" | "to">): string {
  return from === to ? printDate(from) : `${printDate(from)} to ${printDate(to)}`;
}

function sizeWords({ image, memory, cpu, pool, students, peak }: CourseSize): readonly string[] {
  return [
    image.value,
    memory && bytesRange(memory.value),
    cpu && `${coresRange(cpu.value)} cores`,
    pool && `on ${pool.value.pool}`,
    students && `${students.value} students`,
    peak && `${peak.value} at once`,
  ].filter((word) => word !== undefined);
}

/** Without staff, nobody grades with nbgrader. */
function gradingWords(course: Course): string | undefined {
  const nbgrader = course.staff.length === 0 ? undefined : nbgraderOf(course);
  return nbgrader === undefined ? course.grading?.kind : `nbgrader (course id ${nbgrader.courseId})`;
}

/** A server that is there always differs by stage, as its hub does. */
function profileSubject(server: Server, release: Release): Subject {
  return {
    kind: "profile",
    name: isProfile(server) ? server.name : ownServer,
    hubs: [release.hub],
    stage: release.stage,
    facts: known({
      ...serverFacts(server),
      default: isProfile(server) && server.isDefault ? "chosen where nothing is" : undefined,
    }),
  };
}

/** What a person's server is. */
function serverFacts(server: Server): Readonly<Record<string, FactValue | undefined>> {
  const { memory, cpu, gpu, pool, students, peak, choices } = server;
  return {
    title: server.title.value,
    for: values(server.roster),
    image: server.image.value,
    memory: memory && bytesRange(memory.value),
    cpu: cpu && `${coresRange(cpu.value)} cores`,
    gpu: gpu && String(gpu.value),
    pool: pool?.value.pool,
    students: students && String(students.value),
    peak: peak && String(peak.value),
    opens: server.openWith.value,
    collaboration: server.collaboration.value ? "people work together in it" : undefined,
    environment: server.environment.map(variableWords),
    contents: server.contents.map(
      ({ name, repo, branch }) => `${name} (${repo.value}${branch === undefined ? "" : ` at ${branch.value}`})`,
    ),
    "git's sign-in": server.contents.flatMap(({ name, signIn }) =>
      signIn === undefined ? [] : [`${name} (${signInWords(signIn)})`],
    ),
    folders: server.shared.map(
      ({ name, path, staffWrites }) => `${name} at ${path.value}${staffWrites.value ? ", which staff write" : ""}`,
    ),
    images: choices.images.length > 1 ? values(choices.images) : [],
    "any image": choices.anyImage.value ? "people may name one" : undefined,
    "any repository": choices.anyRepository.value ? "people may have one built" : undefined,
    sizes: choices.sizes.map(({ name, memory: size, cpu: cores, gpu: gpus, pool: of, isDefault, groups }) => {
      const amounts = [
        size && bytesRange(size.value),
        cores && `${coresRange(cores.value)} cores`,
        gpus && `${gpus.value} GPU`,
        of && `on ${of.value.pool}`,
        isDefault ? "chosen where nothing is" : undefined,
      ];
      const only = groups.length === 0 ? [] : [`for ${values(groups).join(", ")}`];
      const words = [...amounts.filter((amount) => amount !== undefined), ...only];
      return words.length === 0 ? name : `${name} (${words.join(", ")})`;
    }),
  };
}

function signInWords(signIn: GitSignIn): string {
  switch (signIn.kind) {
    case "token":
      return `as ${signIn.username.value} with the secret ${signIn.token.value.path}`;
    case "github-app":
      return `as GitHub's app ${signIn.appId.value} with the secret ${signIn.privateKey.value.path}`;
    case "gh-scoped-creds": {
      const at = signIn.appUrl === undefined ? "" : `, ${signIn.appUrl.value}`;
      return `each person by GitHub's app ${signIn.clientId.value}${at}`;
    }
  }
}

function groupSubject(group: Group, { releases }: Model): Subject {
  const on = releases.filter(({ groups }) => groups.some(({ name }) => name === group.name)).map(({ hub }) => hub);
  const { memory, cpu, may, workspace } = group;
  return {
    kind: "group",
    name: group.name,
    hubs: [...new Set([...on, ...group.hubs])].sort(),
    stage: undefined,
    facts: known({
      members: groupPeople(group),
      may: values(may),
      memory: memory && bytesRange(memory.value),
      cpu: cpu && `${coresRange(cpu.value)} cores`,
      workspace: workspace?.account.value,
    }),
  };
}

function imageSubject(image: Image, { releases }: Model): Subject {
  const { conda, pip, apt, cran, env, files, run } = image;
  const packages = (lines: typeof conda) => lines.map(({ requirement }) => requirement.text);
  const usesIt = ({ courses, permanent }: Release) =>
    [...courses, ...permanent].some(
      (server) => server.image.value === image.name || values(server.choices.images).includes(image.name),
    );
  return {
    kind: "image",
    name: image.name,
    hubs: [...new Set(releases.filter(usesIt).map(({ hub }) => hub))].sort(),
    stage: undefined,
    facts: known({
      base: image.base?.value,
      prebuilt: image.prebuilt?.value,
      opens: image.openWith?.value,
      python: image.python?.value,
      channels: values(image.channels),
      conda: packages(conda),
      pip: packages(pip),
      apt: packages(apt),
      cran: packages(cran),
      environment: env.map(({ name, value }) => `${name} (${digest(value)})`),
      files: files.map(({ path, text }) => `${path} (${digest(text)})`),
      steps: run.length === 0 ? undefined : digest(values(run).join("\n")),
      dockerfile: image.dockerfile && digest(image.dockerfile.value),
      home: image.home.value,
      user: image.user.value,
    }),
  };
}

function timeRange({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${printTime(from)} to ${printTime(to)}`;
}

/** A text for each person, secret list and source of a group. Who is in a secret list is not known. */
function groupPeople({ members, secretMembers, sources, adminPage }: Group): readonly string[] {
  return [
    ...members.map(({ value }) => value),
    ...secretMembers.map(({ value }) => `the secret list ${value.path}`),
    ...sources.map(sourceWords),
    ...(adminPage.value ? ["whoever is added on the hub's admin page"] : []),
  ];
}
