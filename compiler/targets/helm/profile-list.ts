// What a person may choose when their server starts: an entry for each course, for each exam of the day that has an image of its own,
// and for each server that the hub has always. What choosing it sets stands in KubeSpawner's profile list; who may choose it stands in
// server-rules.ts. Nothing of an entry stands in the hub's defaults, since the others would have it too.

import type { OwnValue } from "../../model/chart-leaf.ts";
import { type ImageExam, imageExamsOn } from "../../model/exams-on-day.ts";
import { choosesImage, isProfile, type Server } from "../../model/server.ts";
import { htmlText } from "../../output/xml.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { printHours } from "../../text/calendar.ts";
import { differingAmounts } from "./amount-traits.ts";
import { accountCollaboration, commandOf } from "./collaboration.ts";
import { homeMount } from "./home-storage.ts";
import { movedMounts } from "./hub-mounts.ts";
import { type LaidValues, layOwnValues, mappingOf, type ValueClash } from "./own-values.ts";
import { poolSelector, usualPoolSelector } from "./pools.ts";
import { allowedGroups, hasPoolsOfSizes, profileOptions } from "./profile-options.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { gpuLimit, otherIds, pageOf } from "./server-values.ts";
import { serverVariables } from "./server-variables.ts";
import { homeOf, sharedVolumeMounts, sharedVolumes, usualImage } from "./shared-folders.ts";
import { serverMounts } from "./volumes.ts";

/** What can be chosen. */
export interface Entry {
  /** Course names have no dots, so no entry of one course is named as another's. */
  readonly slug: string;
  readonly title: string;
  /** With the image of the entry. */
  readonly server: Server;
  readonly exam: ImageExam | undefined;
}

/** The slug of the hub's own server: no course or profile can have a name with `_` in it. */
const slugOfHub = "usual_server";

/** In order of the courses' names, the exams of each after it; then those that are there always, in order of the program. */
export function entriesOf({ release, model }: ReleaseContext): Entry[] {
  const ofCourses = release.courses.flatMap((course): Entry[] => [
    { slug: course.name, title: course.title.value, server: course, exam: undefined },
    ...imageExamsOn(course, model.on).map((exam) => ({
      slug: `${course.name}.${exam.name}`,
      title: `${course.title.value}: exam ${exam.name}`,
      server: inExam(course, exam),
      exam,
    })),
  ]);
  const permanent = release.permanent.map((server): Entry => {
    const slug = isProfile(server) ? server.slug : slugOfHub;
    return { slug, title: server.title.value, server, exam: undefined };
  });
  return [...ofCourses, ...permanent];
}

/** In an exam everybody has its image. */
function inExam(server: Server, { image }: ImageExam): Server {
  const { choices } = server;
  return { ...server, image, choices: { ...choices, images: [], anyImage: { ...choices.anyImage, value: false } } };
}

/** `singleuser.profileList`. Titles and descriptions go into the page as HTML (kubespawner 7.0). */
export function profileList(context: ReleaseContext): YamlData {
  return entriesOf(context).map((entry) => profileOf(entry, context).values);
}

/** A profile's own keys that can't be merged onto what the vocabulary writes. */
export function profileClashes(context: ReleaseContext): readonly ValueClash[] {
  return entriesOf(context).flatMap((entry) => profileOf(entry, context).clashes);
}

/** The profiles' own keys, where they stand in the chart's values. */
export function ownValuesInList(context: ReleaseContext): readonly OwnValue[] {
  return entriesOf(context).flatMap(({ server }, i) => {
    const own = isProfile(server) ? server.ownValues : [];
    return own.map(({ leaf, adds }) => {
      const path = ["singleuser", "profileList", String(i), ...leaf.value.path];
      return { leaf: { ...leaf, value: { ...leaf.value, path } }, adds };
    });
  });
}

function profileOf(entry: Entry, context: ReleaseContext): LaidValues {
  const { server } = entry;
  const emitted = mappingOf(profile(entry, context));
  const own = isProfile(server) ? server.ownValues : [];
  return own.length === 0 ? { values: emitted, clashes: [] } : layOwnValues(emitted, context.release, own);
}

function profile(entry: Entry, context: ReleaseContext): YamlData {
  const { server, exam } = entry;
  return withOrigin(
    {
      display_name: from(server.title, htmlText(entry.title)),
      slug: entry.slug,
      description: exam ? `Open from ${printHours(exam.at.value)}.` : descriptionOf(server),
      default: isProfile(server) && server.isDefault ? true : undefined,
      allowed_groups: allowedGroups(context.release, server.roster),
      kubespawner_override: overrideOrNone(server, context),
      profile_options: profileOptions(server, context),
    },
    exam?.span ?? server.span,
  );
}

function descriptionOf({ description }: Server): YamlData {
  return description && from(description, htmlText(description.value.trim().split(/\r?\n|\r/)[0] ?? ""));
}

function overrideOrNone(server: Server, context: ReleaseContext): YamlData {
  const node = mappingOf(override(server, context));
  return node.entries.length === 0 ? undefined : node;
}

/** KubeSpawner's traits, by their own names. Lists replace the hub's, maps are merged into it. */
function override(server: Server, context: ReleaseContext): YamlData {
  const { release } = context;
  const { hubServer } = release;
  const pulled = context.images.get(server.image.value);
  // Where an image is chosen, each choice brings its own.
  // A profile without one of its own has what all servers of the hub have.
  const isHubs = isProfile(server) && server.image.span === hubServer.image?.span && pulled === usualImage(context);
  const image = pulled && !choosesImage(server.choices) && !isHubs ? `${pulled.name}:${pulled.tag}` : undefined;
  const opens = pageOf(server.openWith.value);
  const isHubsPool = server.pool?.value.pool === hubServer.pool?.value.pool && usualPoolSelector(release) !== undefined;
  const command = pulled && commandOf(server, pulled);
  const { uid, gid } = otherIds(release, pulled);
  const mounts = serverMounts(context, server);
  const environment = serverVariables(server, context);
  const volumes = sharedVolumes(mounts, release);
  const volumeMounts = { ...homeElsewhere(server, context), ...sharedVolumeMounts(mounts, release) };
  return {
    image: image && withOrigin(image, server.image.span),
    ...differingAmounts(server, hubServer),
    extra_resource_limits: gpuLimit(server),
    cmd: command && withOrigin(command, server.collaboration.span),
    ...accountCollaboration(release, server, pulled)?.people,
    default_url: opens === pageOf(hubServer.openWith.value) ? undefined : from(server.openWith, opens),
    environment: Object.keys(environment).length > 0 ? environment : undefined,
    node_selector: isHubsPool || hasPoolsOfSizes(server) ? undefined : poolSelector(release, server),
    uid,
    fs_gid: gid,
    volumes: Object.keys(volumes).length > 0 ? volumes : undefined,
    volume_mounts: Object.keys(volumeMounts).length > 0 ? volumeMounts : undefined,
  };
}

/** The home where the server's image has it, if the hub's default is elsewhere. */
function homeElsewhere(server: Server, context: ReleaseContext): Record<string, YamlData> {
  const { release, images } = context;
  const home = homeOf(release, images.get(server.image.value));
  const usual = homeOf(release, usualImage(context));
  return home === usual ? {} : { [homeMount(release)]: { mountPath: home }, ...movedMounts(release, home) };
}
