// Where servers have the home, and the folders that are shared.

import type { SharedFolder } from "./content.ts";
import type { Release } from "./release.ts";

/** As the storage of the homes says; else where the server's image has it. */
export function homePath({ homes }: Pick<Release, "homes">, ofImage: string | undefined): string {
  return homes.mount?.value ?? ofImage ?? "/home/jovyan";
}

/** The absolute path of a shared folder: its own, or one under the image's home. */
export function mountPathOf(folder: SharedFolder, home: string): string {
  const path = folder.path.value.replace(/\/+$/, "");
  return path.startsWith("/") ? path : `${home.replace(/\/+$/, "")}/${path}`;
}
