// Which of a hub's stages people use, so that links, pages, capacity and calendars all mean the same one.

import type { Release } from "./model.ts";

/** Of the stages of one hub, that for people, else the last one; undefined where there is none. */
export function peoplesStage<T extends Pick<Release, "forPeople">>(stages: readonly T[]): T | undefined {
  return stages.find(({ forPeople }) => forPeople.value) ?? stages.at(-1);
}
