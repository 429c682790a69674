// Hubs that a site of somebody else's shows in a frame: who may, and cookies that browsers send there.

import type { Release } from "../../model/release.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";

/**
 * `JupyterHub.tornado_settings`: without it the hub says `frame-ancestors 'none'`. JupyterHub gives `cookie_options` to its own cookies, to that of
 * its forms, and to the servers for those of their sign-in (jupyterhub 5.5, handlers/base.py, app.py, user.py). The chart's own
 * `slow_spawn_timeout` stands in the same option, which is replaced as a whole (jupyterhub chart 4.4.0, jupyterhub_config.py). None where no site may.
 */
export function hubFrames(release: Release): Record<string, YamlData> {
  return tornadoSettings(release, { slow_spawn_timeout: 0, cookie_options: cookies });
}

/** `ServerApp.tornado_settings`: the cookie of a server's own forms is set by Jupyter Server (jupyter_server 2, serverapp.py). */
export function serverFrames(release: Release): Record<string, YamlData> {
  return tornadoSettings(release, { xsrf_cookie_kwargs: cookies });
}

/** Browsers send cookies into a frame of another site only where they say so, and take such cookies over https alone. */
const cookies = { samesite: "None", secure: true };

function tornadoSettings({ frameAncestors }: Release, more: Record<string, YamlData>): Record<string, YamlData> {
  const [first] = frameAncestors;
  if (first === undefined) return {};
  const origins = frameAncestors.map(({ value }) => value).join(" ");
  const headers = { "Content-Security-Policy": `frame-ancestors 'self' ${origins}` };
  return { tornado_settings: withOrigin({ headers, ...more }, first.span) };
}
