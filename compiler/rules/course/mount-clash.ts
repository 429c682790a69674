import { hubcFolder, kernelConfigFile, serverConfigFile } from "../../knowledge/server-files.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import { contentFolder } from "../../model/content-folder.ts";
import { coursesAsKnown } from "../../model/courses-on-hub.ts";
import type { Course, Model } from "../../model/model.ts";
import { exchangePath, gradingPath, nbgraderOf } from "../../model/nbgrader.ts";
import type { Release } from "../../model/release.ts";
import { homePath, mountPathOf } from "../../model/server-folders.ts";
import { oneForm } from "../../text/one-form.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly path: string;
  readonly other: string;
  readonly same: boolean;
  readonly how: "fetched" | "mounted";
}

/** Each folder that a server mounts has a path of its own. */
export const mountClash = defineRule<Parameters>({
  code: "course/mount-clash",
  title: "Two folders in one place",
  why: "Kubernetes refuses a server that mounts one path twice, and a folder inside another that is read-only can't be made: no server of the course would start. Where a folder of the course is mounted, nbgitpuller can't fetch a repository either: what is there is read-only, and no repository.",
  message: ({ path, other, same, how }) =>
    same
      ? `\`${path}\` is where ${other} is ${how}: choose another path.`
      : `\`${path}\` and the path of ${other} lie inside one another: keep them apart.`,
  judges: "parts",
  each: "releases",
  check: (release, report, model) => {
    for (const course of coursesAsKnown(release, model))
      asFarAsKnown(() => checkCourse(course, { release, model }, report));
  },
});

/** Files that a hub needs in its servers. */
const hubcsOwn = [serverConfigFile, kernelConfigFile, hubcFolder];

interface Mount {
  readonly path: string;
  readonly what: string;
  readonly span: Span;
  /** Folders may lie inside a home, not the other way round. */
  readonly home: boolean;
  /** By nbgitpuller, when somebody opens a link. */
  readonly isFetched?: boolean;
}

interface Around {
  readonly release: Release;
  readonly model: Model;
}

function checkCourse(course: Course, { release, model }: Around, report: ReportOf<Parameters>): void {
  if (course.shared.length === 0) return;
  const image = model.images.find((image) => image.name === course.image.value);
  const home = homePath(release, image?.home.value);
  const mounts: Mount[] = [
    { path: home.replace(/\/+$/, ""), what: "the home", span: release.homes.span, home: true },
    ...hubcsOwn.map((path) => ({ path, what: "what hubc puts into servers", span: release.span, home: false })),
  ];
  mounts.push(...exchangeOf(course, home), ...fetchedOf(course, home), ...hubsOf(release, home));
  for (const folder of course.shared) {
    const mount: Mount = {
      path: mountPathOf(folder, home),
      what: `the folder \`${folder.name}\``,
      span: folder.path.span,
      home: false,
    };
    const other = mounts.find((one) => clash(one, mount));
    if (other) {
      const related = [{ span: other.span, message: `This is ${other.what}.` }];
      const same = oneForm(other.path) === oneForm(mount.path);
      const how = other.isFetched === true ? "fetched" : "mounted";
      report({ path: mount.path, other: other.what, same, how }, { span: mount.span, related });
    }
    mounts.push(mount);
  }
}

/** Where nbgrader's exchange and the folder that grades are mounted, the latter in the grader's server only. */
function exchangeOf(course: Course, home: string): Mount[] {
  const nbgrader = nbgraderOf(course);
  if (nbgrader === undefined) return [];
  const { idSpan: span } = nbgrader;
  return [
    { path: exchangePath(nbgrader), what: "the exchange of nbgrader", span, home: false },
    { path: gradingPath(nbgrader, home), what: "the folder that nbgrader grades in", span, home: false },
  ];
}

/** What the hub itself puts into every server, or into some. */
function hubsOf({ files, mounts }: Release, home: string): Mount[] {
  const inServers = files.filter((file) => file.in.value === "servers");
  return [
    ...inServers.map(({ name, path }) => ({ path, what: `the hub's file \`${name}\`` })),
    ...mounts.map(({ name, path }) => ({ path, what: `the hub's mount \`${name}\`` })),
  ].map(({ path: { value, span }, what }) => ({
    path: value.startsWith("/") ? value.replace(/\/+$/, "") : `${home.replace(/\/+$/, "")}/${value}`,
    what,
    span,
    home: false,
  }));
}

/** The folders of the home that the course's links fetch repositories into. */
function fetchedOf({ contents }: Course, home: string): Mount[] {
  return contents.flatMap((content) => {
    const branches = new Set([undefined, ...content.open.map(({ branch }) => branch)]);
    return [...branches].map((branch) => ({
      path: `${home.replace(/\/+$/, "")}/${contentFolder(content, branch)}`,
      what: `the repository of content \`${content.name}\``,
      span: content.repo.span,
      home: false,
      isFetched: true,
    }));
  });
}

function clash(earlier: Mount, later: Mount): boolean {
  const [one, other] = [oneForm(earlier.path), oneForm(later.path)];
  if (one === other || one.startsWith(`${other}/`)) return true;
  return !earlier.home && other.startsWith(`${one}/`);
}
