// The folders that all servers of a course mount beside the home.

import type { Server } from "../../model/server.ts";
import { exchangeMounts } from "./nbgrader-exchange.ts";
import type { ReleaseContext } from "./release-context.ts";
import { type ServerMount, sharedMounts } from "./shared-folders.ts";

/** Its shared folders, and the exchange where nbgrader grades it. */
export function serverMounts(context: ReleaseContext, course: Server): ServerMount[] {
  return [...sharedMounts(context, course), ...exchangeMounts(context, course)];
}
