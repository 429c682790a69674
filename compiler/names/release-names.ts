// The names that texts of a hub have without a `let`: what differs by release.

import type { Unknown } from "../schema/value-type.ts";

/** What a name stands for; `unknown` where that has an error, undefined where texts have no such name. */
export type ReleaseNames = (name: string) => string | Unknown | undefined;

/** Each with what it stands for, in words. */
export const releaseNames = {
  domain: "The host name of the release: `domain` of the stage, else of the hub.",
  stage: "The name of the stage.",
  namespace: "The namespace that the release is deployed in.",
  release: "What helm calls the release.",
} as const;
export type ReleaseName = keyof typeof releaseNames;

export function isReleaseName(name: string): name is ReleaseName {
  return Object.hasOwn(releaseNames, name);
}

/** Where no stage is looked at, as in an abstract hub: values of the same form. */
export const exampleNames: Readonly<Record<ReleaseName, string>> = {
  domain: "hub.example.org",
  stage: "prod",
  namespace: "hub-prod",
  release: "hub-prod",
};

export const exampleName: ReleaseNames = (name) => (isReleaseName(name) ? exampleNames[name] : undefined);

/** Names that a text can use there, for suggestions. */
export function namesOf(release: ReleaseNames | undefined): readonly string[] {
  return release === undefined ? [] : Object.keys(releaseNames).filter((name) => release(name) !== undefined);
}
