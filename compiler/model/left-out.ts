// What hubc adds to every hub by itself, and a hub can leave out; and what no longer holds then.

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
