// Names and ports that are of the right type and that Kubernetes refuses: in the chart's values, in traits, and in objects of one's own.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const found = (hub: string) =>
  checkProgram(programOf(smallProgram({ hub })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ message }) => /`([^`]*)`/.exec(message)?.[1]);

const container = (text: string) => `{ name = "box"  image = "x/y:1.2"  ${text} }`;
const values = (path: string, items: string) => `  values { ${path} = [${items}] }`;
const port = (text: string) => values("hub.extraContainers", container(`ports = [${text}]`));

test.each([
  [
    values("singleuser.extraContainers", '{ name = "My_Box"  image = "x/y:1.2" }'),
    "singleuser.extraContainers[0].name",
  ],
  [values("hub.initContainers", '{ name = "a.b"  image = "x/y:1.2" }'), "hub.initContainers[0].name"],
  [values("hub.extraContainers", '{ name = "hub"  image = "x/y:1.2" }'), "hub.extraContainers[0]"],
  [values("hub.extraContainers", `${container("")}, ${container("")}`), "hub.extraContainers[1]"],
  [port("{ containerPort = 99999 }"), "hub.extraContainers[0].ports[0].containerPort"],
  [port("{ containerPort = 0 }"), "hub.extraContainers[0].ports[0].containerPort"],
  [port('{ containerPort = 80  name = "Web" }'), "hub.extraContainers[0].ports[0].name"],
  [port('{ containerPort = 80  name = "sixteen-letters-" }'), "hub.extraContainers[0].ports[0].name"],
  [port('{ containerPort = 80  name = "8080" }'), "hub.extraContainers[0].ports[0].name"],
  [
    port('{ containerPort = 80  name = "a" }, { containerPort = 81  name = "a" }'),
    "hub.extraContainers[0].ports[1].name",
  ],
  [
    values("hub.extraContainers", container("livenessProbe = { tcpSocket = { port = 99999 } }")),
    "hub.extraContainers[0].livenessProbe.tcpSocket.port",
  ],
  [
    values("hub.extraContainers", container('livenessProbe = { httpGet = { port = ""  path = "/" } }')),
    "hub.extraContainers[0].livenessProbe.httpGet.port",
  ],
  [values("proxy.service.extraPorts", '{ name = "x"  port = 70000 }'), "proxy.service.extraPorts[0].port"],
  [values("hub.extraVolumes", '{ name = "My_Data"  emptyDir = {} }'), "hub.extraVolumes[0]"],
  [
    '  config { KubeSpawner.extra_containers = [{ name = "A_B"  image = "x:1.2" }] }',
    "hub.config.KubeSpawner.extra_containers[0].name",
  ],
])("%s", (hub, place) => {
  expect(found(hub)).toEqual([place]);
});

test.each([
  port('{ containerPort = 65535  name = "fifteen-letters" }, { containerPort = 1  name = "a1" }'),
  port('{ containerPort = 53  name = "dns"  protocol = "UDP" }, { containerPort = 53  name = "dns-tcp" }'),
  values("singleuser.extraContainers", '{ name = "db-{username}"  image = "x/y:1.2" }'),
  values("hub.extraContainers", container('livenessProbe = { httpGet = { port = "web"  path = "/" } }')),
  values("proxy.service.extraPorts", '{ name = "a-name-of-more-than-fifteen"  port = 81  targetPort = "http" }'),
  port('{ containerPort = 80  name = "" }, { containerPort = 81  name = "" }'),
])("not %s", (hub) => {
  expect(found(hub)).toEqual([]);
});

const service = (name: string, ports: string) =>
  `  manifests = ["apiVersion: v1\\nkind: Service\\nmetadata: {name: ${name}}\\nspec: {selector: {a: b}, ports: [${ports}]}\\n"]`;

test.each([
  [service("tool", "{port: 99999}"), ["spec.ports[0].port"]],
  [service("9tool", "{port: 80}"), ["metadata.name"]],
  [service("tool", "{port: 80}, {port: 81}"), ["spec.ports[0]"]],
  [service("tool", "{port: 80, name: a}, {port: 80, name: b}"), ["spec.ports[1].port"]],
  [service("tool", "{port: 80, name: a}, {port: 80, name: b, protocol: UDP}"), []],
  [service("tool", "{port: 80, targetPort: a-long-port-name}"), ["spec.ports[0].targetPort"]],
  [service("tool", "{port: 80, targetPort: two--hyphens}"), ["spec.ports[0].targetPort"]],
  [service("tool", '{port: 80, name: \\"\\", targetPort: 0}'), []],
  [service("tool", '{port: 80, targetPort: \\"\\"}'), []],
  [service("tool", '{port: 80, name: a}, {port: 81, name: \\"\\"}'), ["spec.ports[1]"]],
])("an object of one's own: %s", (hub, places) => {
  expect(found(hub)).toEqual(places);
});

test("containers of one pod have names of their own", () => {
  const pod = (names: string) =>
    `  manifests = ["apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec: {containers: [${names}]}\\n"]`;
  expect(found(pod('{name: a, image: \\"x:1\\"}, {name: a, image: \\"y:1\\"}'))).toEqual(["spec.containers[1].name"]);
  expect(found(pod('{name: a, image: \\"x:1\\"}, {name: b, image: \\"y:1\\"}'))).toEqual([]);
});
