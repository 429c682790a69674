// Real-time collaboration: what a server's command needs, in the servers of a course or in those of shared accounts only.

import { type Capabilities, capabilitiesOf } from "../../knowledge/capabilities.ts";
import type { Release } from "../../model/release.ts";
import { collaborationGroup } from "../../model/reserved-names.ts";
import type { Server } from "../../model/server.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import type { PulledImage, ReleaseContext } from "./release-context.ts";

/** The command of a course's servers, where the image's own needs arguments. */
export function commandOf(course: Server, pulled: PulledImage): string[] | undefined {
  return course.collaboration.value ? collaborationCommand(capabilitiesOf(pulled.image)) : undefined;
}

/** JupyterLab 3 is told by a flag; in 4 the package itself turns it on, and the flag would stop the server. */
function collaborationCommand(capabilities: Capabilities): string[] | undefined {
  const store = capabilities.ystore === undefined ? [] : [`--YDocExtension.ystore_class=${capabilities.ystore}`];
  if (capabilities.lab === 3) return ["jupyterhub-singleuser", "--LabApp.collaborative=true", ...store];
  return store.length > 0 ? ["jupyterhub-singleuser", ...store] : undefined;
}

/** Accounts whose servers collaborate where those of people don't: with one course on the hub, not where it collaborates anyway. */
export function collaboratingAccounts(release: Release): ReadonlySet<string> {
  if (!release.byCourse && release.courses.some((course) => course.collaboration.value)) return new Set();
  return new Set(
    release.groups.flatMap(({ workspace }) => (workspace?.collaboration.value ? [workspace.account.value] : [])),
  );
}

/** KubeSpawner's traits for the servers of people and, over them, for those of accounts that collaborate. */
export interface AccountCollaboration {
  readonly people: Readonly<Record<string, YamlData>>;
  readonly accounts: Readonly<Record<string, YamlData>>;
}

/** Absent where no account differs from people in a course's servers. */
export function accountCollaboration(
  release: Release,
  course: Server,
  pulled: PulledImage | undefined,
): AccountCollaboration | undefined {
  if (pulled === undefined || course.collaboration.value || collaboratingAccounts(release).size === 0) return undefined;
  const capabilities = capabilitiesOf(pulled.image);
  if (capabilities.lab === 3) return { people: {}, accounts: { cmd: collaborationCommand(capabilities) } };
  return {
    people: { args: ["--YDocExtension.disable_rtc=True"] },
    accounts: { args: ["--YDocExtension.disable_rtc=False"] },
  };
}

/** The same by JupyterHub's `group_overrides` (5.1 and later), where every server is of one course. */
export function collaborationOverride(
  context: ReleaseContext,
  course: Server,
): { readonly people: Readonly<Record<string, YamlData>>; readonly overrides: Readonly<Record<string, YamlData>> } {
  const found = accountCollaboration(context.release, course, context.images.get(course.image.value));
  if (found === undefined) return { people: {}, overrides: {} };
  const override = { groups: [collaborationGroup], spawner_override: found.accounts };
  return { people: found.people, overrides: { "10-hubc-collaboration": override } };
}
