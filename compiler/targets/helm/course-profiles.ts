// What a person may choose when their server starts: an entry for each course, and for each exam of the day that has an image of
// its own. What choosing it sets stands in KubeSpawner's profile list; who may choose it stands in server-rules.ts. Nothing of an entry stands in the hub's defaults, since the others would have it too.

import { type ImageExam, imageExamsOn } from "../../model/exams-on-day.ts";
import type { Course } from "../../model/model.ts";
import { htmlText } from "../../output/html-text.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { printDate, printTime } from "../../text/calendar.ts";
import { accountCollaboration, commandOf } from "./collaboration.ts";
import { gitVariables } from "./git-sign-in.ts";
import { gpuResources } from "./gpus.ts";
import { homeMount } from "./home-storage.ts";
import { studentVariables } from "./nbgrader-exchange.ts";
import { pageOf } from "./pages.ts";
import { poolSelector } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { otherIds } from "./server-ids.ts";
import { serverMounts } from "./server-mounts.ts";
import { homeOf, sharedVolumeMounts, sharedVolumes } from "./shared-folders.ts";

/** What can be chosen. */
export interface Entry {
  /** Course names have no dots, so no entry of one course is named as another's. */
  readonly slug: string;
  readonly title: string;
  /** With the image of the entry. */
  readonly course: Course;
  readonly exam: ImageExam | undefined;
}

/** In order of the courses' names, the exams of each after it. */
export function entriesOf({ release, model }: ReleaseContext): Entry[] {
  return release.courses.flatMap((course) => [
    { slug: course.name, title: course.title.value, course, exam: undefined },
    ...imageExamsOn(course, model.on).map((exam) => ({
      slug: `${course.name}.${exam.name}`,
      title: `${course.title.value}: exam ${exam.name}`,
      course: { ...course, image: exam.image },
      exam,
    })),
  ]);
}

/** `singleuser.profileList`. Titles and descriptions go into the page as HTML (kubespawner 7.0). */
export function courseProfiles(context: ReleaseContext): YamlData {
  return entriesOf(context).map((entry) => profile(entry, context));
}

function profile(entry: Entry, context: ReleaseContext): YamlData {
  const { course, exam } = entry;
  return withOrigin(
    {
      display_name: from(course.title, htmlText(entry.title)),
      slug: entry.slug,
      description: exam ? openHours(exam) : descriptionOf(course),
      kubespawner_override: override(course, context),
    },
    exam?.span ?? course.span,
  );
}

function descriptionOf({ description }: Course): YamlData {
  return description && from(description, htmlText(description.value.trim().split("\n")[0] ?? ""));
}

function openHours({ at }: ImageExam): string {
  const { from, to } = at.value;
  const until = from.day === to.day ? "" : `${printDate(to.day)} `;
  return `Open from ${printDate(from.day)} ${printTime(from.minutes)} to ${until}${printTime(to.minutes)}.`;
}

/** KubeSpawner's traits, by their own names. Lists replace the hub's, maps are merged into it. */
function override(course: Course, context: ReleaseContext): YamlData {
  const { release } = context;
  const pulled = context.images.get(course.image.value);
  const { memory, cpu } = course;
  const command = pulled && commandOf(course, pulled);
  const gpu = gpuResources(course);
  const { uid, gid } = otherIds(pulled);
  const mounts = serverMounts(context, course);
  const environment = { ...studentVariables(course, context), ...gitVariables(course, context) };
  const volumes = sharedVolumes(mounts, release);
  const volumeMounts = { ...homeElsewhere(course, context), ...sharedVolumeMounts(mounts, release) };
  return {
    image: pulled && withOrigin(`${pulled.name}:${pulled.tag}`, course.image.span),
    mem_guarantee: memory && from(memory, jupyterhubBytes(memory.value.from)),
    mem_limit: memory && from(memory, jupyterhubBytes(memory.value.to)),
    cpu_guarantee: cpu && from(cpu, cpu.value.from),
    cpu_limit: cpu && from(cpu, cpu.value.to),
    extra_resource_guarantees: gpu,
    extra_resource_limits: gpu,
    cmd: command && withOrigin(command, course.collaboration.span),
    ...accountCollaboration(release, course, pulled)?.people,
    default_url: from(course.openWith, pageOf(course.openWith.value)),
    environment: Object.keys(environment).length > 0 ? environment : undefined,
    node_selector: poolSelector(release, course),
    uid,
    fs_gid: gid,
    volumes: Object.keys(volumes).length > 0 ? volumes : undefined,
    volume_mounts: Object.keys(volumeMounts).length > 0 ? volumeMounts : undefined,
  };
}

/** The home where the course's image has it, if the hub's default is elsewhere. */
function homeElsewhere(course: Course, { release, images }: ReleaseContext): Record<string, YamlData> {
  const home = homeOf(release, images.get(course.image.value));
  const usual = homeOf(release, images.get(release.courses[0]?.image.value ?? ""));
  return home === usual ? {} : { [homeMount(release.homes)]: { mountPath: home } };
}
