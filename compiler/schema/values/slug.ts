// Names in lists that KubeSpawner has.

import { textType } from "./scalars.ts";

/** A name by which KubeSpawner's list holds something, and JupyterHub remembers what people chose. */
export const slug = textType({
  name: "name in the list of profiles",
  expected: 'a name of small letters, digits and hyphens, such as `"cpu-only"`',
  what: "a name in the list of profiles: small letters, digits and hyphens",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/.test(value),
});
