// Links to hubs that are typed by hand, and the names of hubs that they may lead to.

import type { Model } from "../../model/model.ts";
import type { WrittenUrl } from "./written-urls.ts";

/** Of the addresses of a course, those of a hub's pages and of a server's. */
export function hubLinks(urls: readonly WrittenUrl[]) {
  return urls.filter(({ path }) => /^(?:\/[^/]+)*\/hub\/user-redirect\/|^\/user\/[^/]+\//.test(path));
}

/** The host names of a hub in all its stages, in lower case. */
export function hostsOf(model: Model, hub: string): string[] {
  return [...model.releases, ...model.externalHubs]
    .filter((one) => one.hub === hub)
    .map(({ domain }) => domain.value.toLowerCase());
}
