// What hubc adds to every hub by itself, and a hub can leave out; and what no longer holds then.

import type { Release } from "./release.ts";
import type { Sourced } from "./sourced.ts";

const additions = ["home-owner", "server-settings", "server-ids", "exact-people", "choice-rules"] as const;

export type Addition = (typeof additions)[number];

/** What no longer holds, in a sentence, for the page of those who run the hub. */
export const withoutAddition: Readonly<Record<Addition, string>> = {
  "home-owner":
    "A fresh home on shared storage belongs to root until somebody changes that: whoever comes for the first time cannot write into it.",
  "server-settings":
    "Servers have only the settings of their images: on network storage, databases of Jupyter lie in the homes and can lock up, and kernels that nobody uses keep a server from being idle.",
  "server-ids":
    "Servers run with the chart's numbers of user and group, whatever those of the account in their image are.",
  "exact-people":
    "Who is taken out of the admins stays one until somebody changes that on the hub's admin page. A group is the one of that name at sign-in, and who is in it is what sign-in last said.",
  "choice-rules":
    "For whom a profile or a size is, is said in the list of profiles as `allowed_groups`, and the hub's own Python, or the umbrella chart's, has to hold it: JupyterHub itself lets everybody start any of them. Nothing opens nodes with GPUs to servers that use them, where the cluster does not do that itself.",
};

/** Is it left out? */
export function isLeftOut(
  { leftOut }: { readonly leftOut: readonly Sourced<Addition>[] },
  addition: Addition,
): boolean {
  return leftOut.some(({ value }) => value === addition);
}

/** Where hubc writes who enters, what roles allow, what people choose between, and the Python that holds all of it. */
const deciding: readonly string[] = [
  "hub.config",
  "hub.loadRoles",
  "hub.services",
  "hub.extraConfig",
  "hub.extraFiles",
  "singleuser.profileList",
];

/** Traits of sign-in that say where people are sent, and not who enters. */
const harmless = /^hub\.config\.\w+\.(?:oauth_callback_url|login_service)$/;

/** The paths that a release leaves out of those, as they are written: what is said of access then holds only as far as the hub's own values say it again. */
export function leftOutOfAccess({ leftOutValues }: Pick<Release, "leftOutValues">): readonly string[] {
  const paths = leftOutValues.map(({ value }) => value);
  return [...new Set(paths.filter((path) => !harmless.test(path) && deciding.some((one) => meets(path, one))))];
}

/** Is one of the two at the other, or around it? */
function meets(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`);
}
