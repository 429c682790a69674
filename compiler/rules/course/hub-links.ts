// Links to hubs that are typed by hand.

import type { Course } from "../../model/model.ts";
import { partsOf, writtenUrls } from "./written-urls.ts";

/** Addresses of a hub's pages, and of those of a server. */
export function hubLinks(course: Course) {
  return writtenUrls(course)
    .filter(({ url }) => url.value.includes("/user"))
    .map((written) => ({ ...written, ...partsOf(written.url.value) }))
    .filter(({ path }) => /^(?:\/[^/]+)*\/hub\/user-redirect\/|^\/user\/[^/]+\//.test(path));
}
