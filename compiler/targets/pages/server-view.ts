// What a person's server is, in words that need no knowledge of Kubernetes.

import {
  type Amount,
  type Amounts,
  finalCpu,
  finalMemory,
  hasCourseDevices,
  isOwnImage,
  ownImageOf,
  runsCourseImage,
} from "../../model/final-server.ts";
import { cullingOf } from "../../model/final-values.ts";
import type { Course, Image, PackageRequirement } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { type CourseSize, choosesImage, imageTitle, inSize, type SizeChoice } from "../../model/server.ts";
import { homePath, mountPathOf } from "../../model/server-folders.ts";
import { durationWords, readableBytes } from "../../output/quantities.ts";
import { andList } from "../../text/and-list.ts";
import type { CoursePageInput } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";

/** Rows of "what it has", and what is installed. */
export function serverView({ course, image, stages, model }: CoursePageInput, ink: Ink): object {
  const { release } = stages[0];
  if (release === undefined) return serverElsewhere(image, ink);
  const own = runsCourseImage(release) && !choosesImage(course.choices) ? image : undefined;
  const prebuilt = ownImageOf(release) ?? own?.prebuilt?.value;
  return {
    known: true,
    facts: facts(course, image, { release, images: model.images }).map(([name, value]) => ({
      name: ink.text(name),
      value: ink.text(value),
    })),
    packages: packageGroups(own, ink),
    image: prebuilt === undefined ? undefined : ink.code(prebuilt),
    shared: course.shared.map((folder) => ({
      path: ink.code(mountPathOf(folder, homeOf(image, release))),
      who: folder.staffWrites.value ? "Everybody reads it, and staff write it." : "Everybody reads it.",
    })),
  };
}

/** On a hub that somebody else runs, only what the course's image says is known. */
function serverElsewhere(image: Image | undefined, ink: Ink): object {
  return {
    known: image !== undefined,
    facts: language(image).map(([name, value]) => ({ name: ink.text(name), value: ink.text(value) })),
    packages: packageGroups(image, ink),
    image: image?.prebuilt === undefined ? undefined : ink.code(image.prebuilt.value),
    shared: [],
  };
}

type Fact = readonly [string, string];

function facts(
  course: Course,
  image: Image | undefined,
  { release, images }: { readonly release: Release; readonly images: readonly Image[] },
): Fact[] {
  return [
    ...room(course, release),
    ...software(course, image, release),
    ...choiceRows(course, images),
    ...rest(release),
    ...files(image, release),
    ...together(course),
  ];
}

/** As it is on days without windows and exams, which a page lists with their own sizes. */
export function usualSize(course: Course): CourseSize {
  return course.stretches.find(({ labels }) => labels.length === 0) ?? course;
}

function room(course: Course, release: Release): Fact[] {
  const { gpu } = course;
  const usual = usualSize(course);
  const { sizes } = course.choices;
  const all = sizes.length === 0 ? [usual] : sizes.map((size) => inSize(usual, size));
  const memory = eachOnce(all.map((size) => finalMemory(release, size.memory?.value)));
  const cpu = eachOnce(all.map((size) => finalCpu(release, size.cpu?.value)));
  const rows: Fact[] = [...amountRow("Memory", memory, readableBytes), ...amountRow("Processor", cpu, cores)];
  if (gpu && gpu.value > 0 && hasCourseDevices(release))
    rows.push(["Graphics", gpu.value === 1 ? "1 GPU" : `${gpu.value} GPUs`]);
  return rows;
}

/** The amounts of several sizes, where none is decided elsewhere and each says some. */
function eachOnce(found: readonly Amounts[]): Amounts {
  const all: Amount[] = [];
  for (const amounts of found) {
    if (amounts === "undecided") return amounts;
    if (amounts.length === 0) return [];
    all.push(...amounts);
  }
  return [...new Map(all.map((amount) => [`${amount.from} ${amount.to}`, amount])).values()];
}

/** One amount as it is; of several, each limit. Nothing where one of them has none, or is not known. */
function amountRow(name: string, amounts: Amounts, words: (amount: number) => string): Fact[] {
  if (amounts === "undecided") return [];
  const [only, ...others] = amounts;
  if (only === undefined) return [];
  if (others.length === 0)
    return only.to === undefined ? guaranteeRow(name, only.from, words) : [[name, upTo(only.from, only.to, words)]];
  const limits = amounts.map(({ to }) => to).filter((to) => to !== undefined);
  const inOrder = [...new Set(limits)].sort((a, b) => a - b).map(words);
  if (limits.length < amounts.length) return [];
  const last = inOrder.at(-1) ?? "";
  if (inOrder.length === 1) return [[name, `up to ${last}`]];
  return [[name, `up to ${inOrder.slice(0, -1).join(", ")} or ${last}, as chosen when it starts`]];
}

function guaranteeRow(name: string, from: number, words: (amount: number) => string): Fact[] {
  return from > 0 ? [[name, `${words(from)} guaranteed`]] : [];
}

/** `1 GiB guaranteed, up to 2 GiB`. */
function upTo(from: number, to: number, words: (amount: number) => string): string {
  if (from === to) return words(to);
  return from > 0 ? `${words(from)} guaranteed, up to ${words(to)}` : `up to ${words(to)}`;
}

function cores(amount: number): string {
  if (amount >= 1) return amount === 1 ? "1 core" : `${amount} cores`;
  return `${Math.round(amount * 100)} % of a core`;
}

/** Where people choose among images, each brings its own. */
function software(course: Course, image: Image | undefined, release: Release): Fact[] {
  if (isOwnImage(release)) return [];
  if (!runsCourseImage(release) || choosesImage(course.choices))
    return [["Software", "It depends on what is chosen when it starts."]];
  return language(image);
}

function language(image: Image | undefined): Fact[] {
  return image?.python === undefined ? [] : [["Language", `Python ${image.python.value}`]];
}

/** What a person chooses on the form, as it is titled there. Where the release brings a list of its own, that is not known here. */
function choiceRows({ choices }: Course, images: readonly Image[]): Fact[] {
  const titles = choices.images.map(({ value }) => {
    const image = images.find(({ name }) => name === value);
    return image === undefined ? value : imageTitle(image);
  });
  if (choices.anyImage.value) titles.push("another image by its name");
  if (choices.anyRepository.value) titles.push("one that is built from a repository");
  const rows: Fact[] = [];
  if (titles.length > 1) rows.push(["Images to choose", andList(titles)]);
  if (choices.sizes.length > 1) rows.push(["Sizes to choose", andList(choices.sizes.map(sizeWords))]);
  return rows;
}

function sizeWords({ title, groups }: SizeChoice): string {
  return groups.length === 0 ? title.value : `${title.value} (for some)`;
}

function rest(release: Release): Fact[] {
  const culling = cullingOf(release);
  if (culling === "undecided") return [];
  if (culling === "never") return [["When idle", "It goes on running: stop it when your work is done."]];
  const { idle, maxAge } = culling;
  const most = maxAge === undefined ? "" : `, and ${durationWords(maxAge)} after its start in any case`;
  return [
    ["When idle", `It stops after ${durationWords(idle)} without activity${most}. Opening it again starts it anew.`],
  ];
}

function files(image: Image | undefined, release: Release): Fact[] {
  const home = homeOf(image, release);
  if (release.homes.variant === "memory")
    return [["Files", `Nothing is kept: what is in ${home} is gone when the server stops. Download what matters.`]];
  return [["Files", `What is in ${home} is kept when the server stops. What is elsewhere is not.`]];
}

function homeOf(image: Image | undefined, { homes }: Release): string {
  return homePath({ homes }, image?.home.value);
}

function together({ collaboration }: Course): Fact[] {
  return collaboration.value ? [["Working together", "Several people can edit a notebook at the same time."]] : [];
}

/** What the program adds to the image's base, by what installs it. */
function packageGroups(image: Image | undefined, ink: Ink): object[] {
  if (image === undefined) return [];
  const groups: [string, readonly PackageRequirement[]][] = [
    ["Python and more", [...image.conda, ...image.pip]],
    ["R", image.cran],
    ["System", image.apt],
  ];
  return groups
    .filter(([, packages]) => packages.length > 0)
    .map(([title, packages]) => ({ title, packages: ink.text(andList(packages.map(packageWords))) }));
}

function packageWords({ requirement: { written, exact, version } }: PackageRequirement): string {
  const which = exact ?? version?.replace(/^==?/, "");
  return which === undefined || which === "" ? written : `${written} ${which}`;
}
