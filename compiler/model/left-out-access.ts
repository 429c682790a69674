// Values by which people enter a hub and get what they may there, and which a hub leaves out: what is said of access holds then only as far
// as the hub's own values say it again.

import type { Release } from "./model.ts";

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

/** The paths that a release leaves out of those, as they are written. */
export function leftOutOfAccess({ leftOutValues }: Pick<Release, "leftOutValues">): readonly string[] {
  const paths = leftOutValues.map(({ value }) => value);
  return [...new Set(paths.filter((path) => !harmless.test(path) && deciding.some((one) => meets(path, one))))];
}

/** Is one of the two at the other, or around it? */
function meets(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`);
}
