// Where servers have the home.

import type { Release } from "./model.ts";

/** As the storage of the homes says; else where the server's image has it. */
export function homePath({ homes }: Pick<Release, "homes">, ofImage: string | undefined): string {
  return homes.mount?.value ?? ofImage ?? "/home/jovyan";
}
