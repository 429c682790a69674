// Where a shared folder appears in a server.

import type { SharedFolder } from "./content.ts";

/** The absolute path of a shared folder: its own, or one under the image's home. */
export function mountPathOf(folder: SharedFolder, home: string): string {
  const path = folder.path.value.replace(/\/+$/, "");
  return path.startsWith("/") ? path : `${home.replace(/\/+$/, "")}/${path}`;
}
