// What people may choose on a hub beside its courses, as its form titles it: a row for each profile.

import type { Hub, Image, Release } from "../../model/model.ts";
import type { Profile } from "../../model/server.ts";
import type { SizeChoice } from "../../model/server-choices.ts";
import { imageTitle, isProfile } from "../../model/servers-on-hub.ts";
import { keysOfValuePath } from "../../schema/values/forms.ts";
import { andList } from "../../text/and-list.ts";
import type { Ink } from "./ink.ts";

/** The profiles of the stage that people use, in order; none where the list is not what the program's profiles come to. */
export function choiceRows(hub: Hub, releases: readonly Release[], images: readonly Image[], ink: Ink): object[] {
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
    const found = images.find((one) => one.name === name);
    return found === undefined ? name : imageTitle(found);
  });
  if (choices.anyImage.value) titles.push("another by its name");
  if (choices.anyRepository.value) titles.push("one built from a repository");
  return titles;
}
