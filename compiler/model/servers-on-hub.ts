// The servers of a release, whoever gives them: rules, capacity and targets go through these, and through the courses only for what
// courses alone have.

import type { Image, Model, Release } from "./model.ts";
import type { Profile, Server } from "./server.ts";
import type { ServerChoices, SizeChoice } from "./server-choices.ts";
import type { Sourced } from "./sourced.ts";

type OnHub = Pick<Release, "courses" | "permanent">;

/** All that a person's server may be, but for exams: those of courses in order of name, then those that are there always. */
export function serversOn({ courses, permanent }: OnHub): readonly Server[] {
  return [...courses, ...permanent];
}

/** The server whose image and home stand where there is only one for all: the first course's, else the usual of those that are there always. */
export function usualServer(release: OnHub): Server | undefined {
  return release.courses[0] ?? release.permanent.find(isUsual) ?? release.permanent[0];
}

export function isProfile(server: Server): server is Profile {
  return server.of === "profile";
}

function isUsual(server: Server): boolean {
  return isProfile(server) && server.isDefault;
}

/** Does a person choose something within it? */
export function hasChoices({ choices }: Server): boolean {
  return choosesImage(choices) || choices.sizes.length > 0;
}

/** Does a person choose, name or have built the image? */
export function choosesImage({ images, anyImage, anyRepository }: ServerChoices): boolean {
  return images.length > 1 || anyImage.value || anyRepository.value;
}

/** A server, or what it is on some days, in one of its sizes. */
export function inSize<
  T extends Pick<Server, "memory" | "cpu" | "pool"> & Partial<Pick<Server, "gpu" | "environment">>,
>(server: T, size: SizeChoice): T {
  const { memory, cpu, pool, gpu, environment } = size;
  const added = new Set(environment.map(({ name }) => name));
  const others = server.environment?.filter(({ name }) => !added.has(name));
  return {
    ...server,
    memory: memory ?? server.memory,
    cpu: cpu ?? server.cpu,
    pool: pool ?? server.pool,
    ...(gpu === undefined ? {} : { gpu }),
    ...(others === undefined ? {} : { environment: [...others, ...environment] }),
  };
}

/** The server as it starts where nothing is chosen. */
export function asUsual<T extends Server>(server: T): T {
  const usual = server.choices.sizes.find(({ isDefault }) => isDefault);
  return usual === undefined ? server : inSize(server, usual);
}

/** What a server opens in with this image: where images are chosen, what the image says goes before what the server does. */
export function opensWith({ choices, openWith }: Server, image: Image | undefined): Sourced<string> {
  return (choosesImage(choices) ? image?.openWith : undefined) ?? openWith;
}

/** `course `data8``, `profile `gpu``, `hub `datahub``. */
export function serverWords({ of, name }: Server): string {
  return `${of} \`${name}\``;
}

/** What people read where they choose it. */
export function imageTitle({ title, name }: Image): string {
  return title?.value ?? name;
}

/** Those of all courses, whenever they are, and those that hubs have always, of each hub once. */
export function everyServer({ courses, releases }: Model): readonly Server[] {
  return [...courses, ...new Set(releases.flatMap(({ permanent }) => permanent))];
}

// Which images a server is started from over its whole term. What is wrong with one is found long before its day.

/** The names of images where they are said: of the build's date first, then of every window, exam and choice. */
export function imagesOfServer({ image, stretches, exams, choices }: Server): readonly Sourced<string>[] {
  return [
    image,
    ...stretches.map((stretch) => stretch.image),
    ...exams.flatMap((exam) => exam.image ?? []),
    ...choices.images,
  ];
}
