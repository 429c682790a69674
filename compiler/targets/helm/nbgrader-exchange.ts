// The exchange of a course that is graded with nbgrader, as servers mount it. All servers run as one user, so what is mounted is all
// that keeps one person's work from another's.

import { exchangePath, gradingPath, type Nbgrader, nbgraderOf } from "../../model/nbgrader.ts";
import type { Release } from "../../model/release.ts";
import type { Server } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { nbgraderConfigPath } from "./nbgrader-files.ts";
import type { ReleaseContext } from "./release-context.ts";
import { homeOf, type ServerMount, volumeOf } from "./shared-folders.ts";

/** KubeSpawner's name for a person's folder, from which hubc_nbgrader.py reads the person again: the safe names can't be read back. */
const person = "{escaped_username}";

/** What a student's server mounts: what is released and their own feedback, read-only, and what they hand in. */
export function exchangeMounts({ release }: ReleaseContext, course: Server): ServerMount[] {
  const nbgrader = nbgraderOf(course);
  const storage = release.storages.find((storage) => storage.name === (nbgrader?.storage?.value ?? release.homes.name));
  if (nbgrader === undefined || storage === undefined) return [];
  const folder = exchangeFolder(release, course);
  const common = { storage, span: nbgrader.span };
  const path = exchangePath(nbgrader);
  return [
    {
      ...common,
      key: mountKey(nbgrader, "outbound"),
      mountPath: `${path}/outbound`,
      subPath: `${folder}/outbound`,
      readOnly: true,
      owned: [`${folder}/course`, `${folder}/outbound`],
    },
    {
      ...common,
      key: mountKey(nbgrader, "inbound"),
      mountPath: `${path}/inbound`,
      subPath: `${folder}/inbound/${person}`,
      readOnly: false,
      owned: [`${folder}/inbound`, `${folder}/inbound/${person}`],
    },
    {
      ...common,
      key: mountKey(nbgrader, "feedback"),
      mountPath: `${path}/feedback`,
      subPath: `${folder}/feedback/${person}`,
      readOnly: true,
      owned: [`${folder}/feedback`, `${folder}/feedback/${person}`],
    },
  ];
}

function exchangeFolder(release: Release, course: Server): string {
  return `${release.pathPrefix}_grading/${course.name}`;
}

function mountKey({ course }: Nbgrader, part: string): string {
  return `nbgrader-${course.name}-${part}`;
}

/** Jupyter reads a role's configuration before any other. What the hub or the image says of the variable stays, after it. */
function variables(
  role: "student" | "grader",
  { course, span }: Nbgrader,
  context: ReleaseContext,
): Record<string, YamlData> {
  const { release, images } = context;
  const ofHub = release.environment.find(({ name }) => name === configPath)?.value.value;
  const ofImage = images.get(course.image.value)?.image.env.find(({ name }) => name === configPath)?.value;
  const others = typeof ofHub === "string" ? ofHub : ofImage;
  const value = [`${nbgraderConfigPath}/${role}`, ...(others === undefined ? [] : [others])].join(":");
  return { [configPath]: withOrigin(value.replace(/[{}]/g, "$&$&"), span) };
}

const configPath = "JUPYTER_CONFIG_PATH";

/** Variables of the course's servers. None where it is not graded with nbgrader. */
export function studentVariables(course: Server, context: ReleaseContext): Record<string, YamlData> {
  const nbgrader = nbgraderOf(course);
  return nbgrader === undefined ? {} : variables("student", nbgrader, context);
}

/** What the grader's server gets beside a student's, by KubeSpawner's traits: everybody's folders, and the course's own. */
export function graderOverride(course: Server, context: ReleaseContext): YamlData | undefined {
  const nbgrader = nbgraderOf(course);
  const [outbound] = exchangeMounts(context, course);
  if (nbgrader === undefined || outbound === undefined || course.staff.length === 0) return undefined;
  const { release, images } = context;
  const folder = exchangeFolder(release, course);
  const own = {
    name: volumeOf(outbound.storage, release),
    mountPath: withOrigin(gradingPath(nbgrader, homeOf(release, images.get(course.image.value))), nbgrader.idSpan),
    subPath: `${folder}/course`,
  };
  return withOrigin(
    {
      default_url: "/lab",
      environment: variables("grader", nbgrader, context),
      volume_mounts: {
        [mountKey(nbgrader, "outbound")]: { readOnly: false },
        [mountKey(nbgrader, "inbound")]: { subPath: `${folder}/inbound`, readOnly: true },
        [mountKey(nbgrader, "feedback")]: { subPath: `${folder}/feedback`, readOnly: false },
        [mountKey(nbgrader, "course")]: own,
      },
    },
    nbgrader.span,
  );
}

/** The same by JupyterHub's `group_overrides` (5.1 and later), where every server is of one course. */
export function graderOverrides(course: Server, context: ReleaseContext): Record<string, YamlData> {
  const nbgrader = nbgraderOf(course);
  const spawner_override = graderOverride(course, context);
  if (nbgrader === undefined || spawner_override === undefined) return {};
  return { [`30-hubc-${course.name}-grader`]: { groups: [nbgrader.group], spawner_override } };
}
