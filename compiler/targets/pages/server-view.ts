// What a person's server is, in words that need no knowledge of Kubernetes.

import type { Course, CourseSize, Image, PackageRequirement, Release } from "../../model/model.ts";
import { mountPathOf } from "../../model/shared-mounts.ts";
import { readableBytes } from "../../output/quantities.ts";
import type { CoursePageInput } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";
import { list } from "./page-dates.ts";

/** Rows of "what it has", and what is installed. */
export function serverView({ course, image, stages }: CoursePageInput, ink: Ink): object {
  const { release } = stages[0];
  return {
    facts: facts(course, image, release).map(([name, value]) => ({ name: ink.text(name), value: ink.text(value) })),
    packages: packageGroups(image, ink),
    image: image?.prebuilt === undefined ? undefined : ink.code(image.prebuilt.value),
    shared: course.shared.map((folder) => ({
      path: ink.code(mountPathOf(folder, homeOf(image, release))),
      who: folder.staffWrites.value ? "Everybody reads it, and staff write it." : "Everybody reads it.",
    })),
  };
}

type Fact = readonly [string, string];

function facts(course: Course, image: Image | undefined, release: Release): Fact[] {
  return [
    ...room({ ...usualSize(course), gpu: course.gpu }),
    ...python(image),
    ...rest(release),
    ...files(image, release),
    ...together(course),
  ];
}

/** As it is on days without windows and exams, which a page lists with their own sizes. */
export function usualSize(course: Course): CourseSize {
  return course.stretches.find(({ labels }) => labels.length === 0) ?? course;
}

function room({ memory, cpu, gpu }: Pick<Course, "memory" | "cpu" | "gpu">): Fact[] {
  const rows: Fact[] = [];
  if (memory) rows.push(["Memory", upTo(memory.value, readableBytes)]);
  if (cpu) rows.push(["Processor", upTo(cpu.value, cores)]);
  if (gpu && gpu.value > 0) rows.push(["Graphics", gpu.value === 1 ? "1 GPU" : `${gpu.value} GPUs`]);
  return rows;
}

/** `1 GiB guaranteed, up to 2 GiB`. */
function upTo({ from, to }: { readonly from: number; readonly to: number }, words: (amount: number) => string): string {
  if (from === to) return words(to);
  return from > 0 ? `${words(from)} guaranteed, up to ${words(to)}` : `up to ${words(to)}`;
}

function cores(amount: number): string {
  if (amount >= 1) return amount === 1 ? "1 core" : `${amount} cores`;
  return `${Math.round(amount * 100)} % of a core`;
}

function python(image: Image | undefined): Fact[] {
  return image?.python === undefined ? [] : [["Language", `Python ${image.python.value}`]];
}

/** The chart's own rule is an hour where the program says nothing (jupyterhub chart 4.4.0: cull.timeout). */
function rest({ cull }: Release): Fact[] {
  const after = `It stops after ${durationWords(cull?.idle?.value ?? 3600)} without activity`;
  const most =
    cull?.maxAge === undefined ? "" : `, and ${durationWords(cull.maxAge.value)} after its start in any case`;
  return [["When idle", `${after}${most}. Opening it again starts it anew.`]];
}

/** `90 minutes`, `12 hours`. */
function durationWords(seconds: number): string {
  for (const [unit, size] of [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0 && !(unit === "day" && seconds === size)) {
      const count = seconds / size;
      return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
    }
  }
  return `${seconds} seconds`;
}

function files(image: Image | undefined, release: Release): Fact[] {
  const home = homeOf(image, release);
  if (release.homes.variant === "memory")
    return [["Files", `Nothing is kept: what is in ${home} is gone when the server stops. Download what matters.`]];
  return [["Files", `What is in ${home} is kept when the server stops. What is elsewhere is not.`]];
}

function homeOf(image: Image | undefined, { homes }: Release): string {
  return homes.mount?.value ?? image?.home.value ?? "/home/jovyan";
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
    .map(([title, packages]) => ({ title, packages: ink.text(list(packages.map(packageWords))) }));
}

function packageWords({ requirement: { written, exact, version } }: PackageRequirement): string {
  const which = exact ?? version?.replace(/^==?/, "");
  return which === undefined || which === "" ? written : `${written} ${which}`;
}
