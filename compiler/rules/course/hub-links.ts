// Links to hubs that are typed by hand.

import { partsOf, type WrittenUrl } from "./written-urls.ts";

/** Of the addresses of a course, those of a hub's pages and of a server's. */
export function hubLinks(urls: readonly WrittenUrl[]) {
  return urls
    .filter(({ url }) => url.value.includes("/user"))
    .map((written) => ({ ...written, ...partsOf(written.url.value) }))
    .filter(({ path }) => /^(?:\/[^/]+)*\/hub\/user-redirect\/|^\/user\/[^/]+\//.test(path));
}
