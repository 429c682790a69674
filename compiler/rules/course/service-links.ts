// Links of a course that are named after a service whose addresses are known.

import { isExampleHost } from "../../knowledge/example-hosts.ts";
import { linkServices } from "../../knowledge/link-services.ts";
import type { Course } from "../../model/model.ts";
import { partsOf } from "./written-urls.ts";

/** The links whose name is that of a service, with where they lead. */
export function serviceLinks({ links }: Course) {
  return links.flatMap(({ name, url }) => {
    const service = Object.hasOwn(linkServices, name) ? linkServices[name] : undefined;
    if (service === undefined || url.value.startsWith("mailto:")) return [];
    const { host, path } = partsOf(url.value);
    // What leads to an example's address is said to do so, whatever it is named after.
    if (isExampleHost(host)) return [];
    return [{ name, url, host, path, service }];
  });
}
