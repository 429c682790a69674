// What the blocks of a hub give everybody's server, where it is more than anybody should have.

import { expect, test } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const inHub = (hub: string) => findings(smallProgram({ hub: `  ${hub}` }));

const wrong: readonly (readonly [string, string])[] = [
  ["secret/hub-in-servers", 'file x { path = "/etc/x"  text = secret("github/client-secret") }'],
  ["secret/hub-in-servers", 'file x { path = "/etc/x"  secret = "hub"  key = "hub.config.JupyterHub.cookie_secret" }'],
  ["secret/hub-in-servers", 'file x { path = "/etc/x"  secret = "hubc-h"  key = "github.client-secret" }'],
  ["secret/hub-in-servers", 'environment { X = secret("github/client-secret") }'],
  ["secret/hub-in-servers", 'values { singleuser.extraEnv.X = secret("github/client-secret") }'],
  ["server/system-path", 'file x { path = "/var/run/secrets/kubernetes.io/serviceaccount/token"  text = "x" }'],
  ["server/system-path", 'file x { path = "/etc/ld.so.preload"  text = "/srv/x.so" }'],
  ["server/system-path", 'file x { path = "/etc/sudoers.d/all"  text = "ALL" }'],
  ["server/as-root", 'container c { image = "docker.io/library/postgres:16.4"  user = 0 }'],
  ["server/variable", 'container c { image = "docker.io/library/postgres:16.4"  environment { LD_PRELOAD = "/x" } }'],
];

test.each(wrong)("%s: %s", (code, hub) => expect(inHub(hub)).toEqual([code]));

const right = [
  'file x { path = "/etc/x"  text = secret("campus/key") }',
  'file x { path = "/etc/x"  secret = "user-files"  key = "x" }',
  'file x { path = "/srv/x"  text = secret("github/client-secret")  in = hub }',
  'file x { path = "/srv/x"  secret = "hub"  key = "values.yaml"  in = hub }',
  'environment { X = secret("github/client-id") }',
  'values { hub.extraEnv.X = secret("github/client-secret") }',
  'file gitconfig { path = "/etc/gitconfig"  text = "[safe]" }',
  'container c { image = "docker.io/library/postgres:16.4"  user = 1000  environment { POSTGRES_DB = "class" } }',
];

test.each(right)("%s is fine", (hub) => expect(inHub(hub)).toEqual([]));

test("a folder of a hub's mount is not laid over the system's own", () => {
  const mount = (path: string) =>
    smallProgram({ hub: `  mount m { path = "${path}"  folder = "_m" }` }).replace(
      "storage dynamic homes { size = 5GiB }",
      'storage nfs homes { server = "10.0.0.2"  export = "/homes" }',
    );
  for (const path of ["/etc", "/usr", "/var/run/secrets", "/proc/x", "/opt/conda"])
    expect(findings(mount(path)), path).toEqual(["server/system-path"]);
  for (const path of ["shared", "/srv/m", "/etc/skel/course"]) expect(findings(mount(path)), path).toEqual([]);
});

test("a secret in clear is one in the environment of a course, too", () => {
  const environment = (line: string) => findings(smallProgram({ course: `  environment { ${line} }` }));
  expect(environment('DATABASE_PASSWORD = "hunter2hunter2"')).toEqual(["secret/in-clear"]);
  expect(environment('DATABASE_PASSWORD = secret("c/database")')).toEqual([]);
  expect(environment('TZ = "UTC"')).toEqual([]);
});
