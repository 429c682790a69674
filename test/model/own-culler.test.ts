// When servers are stopped where the hub brings a culler of its own, beside the chart's or in its place.

import { expect, it } from "vitest";
import { cullingOf } from "../../compiler/model/final-values.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const inValues = (command: string) => `cull = none\n  values { hub.services.culler = { command = ${command} } }`;

it.each([
  ["cull = none", "never"],
  [inValues('["python3", "-m", "jupyterhub_idle_culler", "--timeout=1800"]'), { idle: 1800, maxAge: undefined }],
  [inValues('["jupyterhub-idle-culler", "--timeout", "1800", "--max-age=7200"]'), { idle: 1800, maxAge: 7200 }],
  [inValues('["/srv/bin/cull_idle_servers.py"]'), { idle: 600, maxAge: undefined }],
  [inValues('["sh", "-c", "jupyterhub-idle-culler --timeout=900"]'), { idle: 900, maxAge: undefined }],
  [inValues('["jupyterhub-idle-culler", "--timeout=$IDLE"]'), "undecided"],
  [inValues('["python3", "-m", "jupyterhub_announcement"]'), "never"],
  [
    'cull { idle = 1h  max-age = 8h }\n  service other-culler { command = ["jupyterhub-idle-culler", "--timeout=300"] }',
    { idle: 300, maxAge: 28800 },
  ],
])("%s", (hub, expected) => {
  const release = modelOf(smallProgram({ hub: `  ${hub}` })).releases[0];
  expect(release && cullingOf(release)).toEqual(expected);
});
