// What a person may choose when their server starts: an entry for each course, for each exam of the day that has an image of its own,
// and for each server that the hub has always. What choosing it sets stands in KubeSpawner's profile list; who may choose it stands in
// server-rules.ts. Nothing of an entry stands in the hub's defaults, since the others would have it too.

import { type ImageExam, imageExamsOn } from "../../model/exams-on-day.ts";
import type { Server } from "../../model/model.ts";
import { isProfile } from "../../model/servers-on-hub.ts";
import { htmlText } from "../../output/html-text.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { printDate, printTime } from "../../text/calendar.ts";
import { amountTraits } from "./amount-traits.ts";
import { accountCollaboration, commandOf } from "./collaboration.ts";
import { gpuResources } from "./gpus.ts";
import { homeMount } from "./home-storage.ts";
import { pageOf } from "./pages.ts";
import { poolSelector } from "./pools.ts";
import { profileOptions } from "./profile-options.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { otherIds } from "./server-ids.ts";
import { serverMounts } from "./server-mounts.ts";
import { serverVariables } from "./server-variables.ts";
import { homeOf, sharedVolumeMounts, sharedVolumes, usualImage } from "./shared-folders.ts";

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
  return entriesOf(context).map((entry) => profile(entry, context));
}

function profile(entry: Entry, context: ReleaseContext): YamlData {
  const { server, exam } = entry;
  return withOrigin(
    {
      display_name: from(server.title, htmlText(entry.title)),
      slug: entry.slug,
      description: exam ? openHours(exam) : descriptionOf(server),
      default: isProfile(server) && server.isDefault ? true : undefined,
      kubespawner_override: override(server, context),
      profile_options: profileOptions(server, context),
    },
    exam?.span ?? server.span,
  );
}

function descriptionOf({ description }: Server): YamlData {
  return description && from(description, htmlText(description.value.trim().split(/\r?\n|\r/)[0] ?? ""));
}

function openHours({ at }: ImageExam): string {
  const { from, to } = at.value;
  const until = from.day === to.day ? "" : `${printDate(to.day)} `;
  return `Open from ${printDate(from.day)} ${printTime(from.minutes)} to ${until}${printTime(to.minutes)}.`;
}

/** KubeSpawner's traits, by their own names. Lists replace the hub's, maps are merged into it. */
function override(server: Server, context: ReleaseContext): YamlData {
  const { release } = context;
  const pulled = context.images.get(server.image.value);
  const command = pulled && commandOf(server, pulled);
  const gpu = gpuResources(server);
  const { uid, gid } = otherIds(release, pulled);
  const mounts = serverMounts(context, server);
  const environment = serverVariables(server, context);
  const volumes = sharedVolumes(mounts, release);
  const volumeMounts = { ...homeElsewhere(server, context), ...sharedVolumeMounts(mounts, release) };
  return {
    image: pulled && withOrigin(`${pulled.name}:${pulled.tag}`, server.image.span),
    ...amountTraits(server),
    extra_resource_guarantees: gpu,
    extra_resource_limits: gpu,
    cmd: command && withOrigin(command, server.collaboration.span),
    ...accountCollaboration(release, server, pulled)?.people,
    default_url: from(server.openWith, pageOf(server.openWith.value)),
    environment: Object.keys(environment).length > 0 ? environment : undefined,
    node_selector: poolSelector(release, server),
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
  return home === usual ? {} : { [homeMount(release)]: { mountPath: home } };
}
