// Where people reach a hub: scheme, name, port and path, as the release comes out. Every link, page and sign-in is given this.

import { isLocalName } from "../knowledge/local-names.ts";
import { ownValue } from "./own-values.ts";
import type { Release } from "./release.ts";

/** The hub's address without a slash at its end, such as `https://hub.example.edu` or `http://localhost:8080/jupyter`. `hub.baseUrl` gives the path. */
export function addressOf(release: Omit<Release, "url">): string {
  const base = ownValue(release, "hub.baseUrl");
  const path = typeof base === "string" ? base.replace(/^\/+|\/+$/g, "") : "";
  return `${originOf(release)}${path === "" ? "" : `/${path}`}`;
}

/** The address as people read it, without its scheme: name, port and path, as in `hub.example.edu` or `localhost:8080/jupyter`. */
export function shownAddress({ url }: Pick<Release, "url">): string {
  return url.replace(/^https?:\/\//, "");
}

/** The path under which the hub answers, without a slash at its end: empty for most. */
export function hubPath(release: Pick<Release, "url">): string {
  return shownAddress(release).replace(/^[^/]*/, "");
}

/**
 * Under a name that is known on this machine or network alone, a hub has no certificate unless the program gives it one; elsewhere something
 * in front of the hub ends TLS.
 */
function originOf({ https, ingress, ports, domain }: Omit<Release, "url">): string {
  const isPlain = isLocalName(domain.value) && https === undefined && ingress === undefined;
  const port = isPlain ? ports?.http.host : ports?.https.host;
  const isUsual = port === undefined || port === (isPlain ? 80 : 443);
  return `${isPlain ? "http" : "https"}://${domain.value}${isUsual ? "" : `:${port}`}`;
}
