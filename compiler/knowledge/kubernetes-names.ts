// Names and ports that are of the right type and that Kubernetes still refuses. Source: Kubernetes 1.34, looked at 2026-11:
// pkg/apis/core/validation/validation.go (validateContainerCommon, validateInitContainers, validateContainerPorts, validateVolumes, ValidateService,
// validateServicePort, ValidatePortNumOrName), pkg/apis/core/v1/defaults.go (SetDefaults_Service), and IsValidPortNum, IsValidPortName and
// IsDNS1123Label of apimachinery, pkg/util/validation.

import { isDnsLabel } from "../text/dns-label.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong, at a path from the object; `problem` completes a sentence about it. */
export interface NameProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** The first such thing in an object of a type of Kubernetes' own, in it and not in what has a type of its own. */
export function nameProblem(object: Fields, type: string): NameProblem | undefined {
  return checks[type]?.(object);
}

const checks: Readonly<Record<string, ((object: Fields) => NameProblem | undefined) | undefined>> = {
  "core.v1.Container": (object) => label(object, "name") ?? twice(object, "ports", ["name"]),
  "core.v1.EphemeralContainer": (object) => label(object, "name"),
  "core.v1.ContainerPort": (object) =>
    portNumber(object, "containerPort") ?? portNumber(object, "hostPort", 0) ?? unlessEmpty(portName, object, "name"),
  // A `targetPort` of 0 is the same as `port`.
  "core.v1.ServicePort": (object) =>
    portNumber(object, "port") ??
    unlessEmpty(label, object, "name") ??
    portNumber(object, "targetPort", 0) ??
    unlessEmpty(portName, object, "targetPort"),
  "core.v1.HTTPGetAction": probePort,
  "core.v1.TCPSocketAction": probePort,
  "core.v1.GRPCAction": (object) => portNumber(object, "port"),
  "core.v1.Service": serviceName,
  "core.v1.ServiceSpec": (object) =>
    unnamedPort(object) ?? twice(object, "ports", ["name"]) ?? twice(object, "ports", ["port", "protocol"]),
  "core.v1.PodSpec": (object) => containersTwice(object) ?? volumeName(object),
};

function probePort(object: Fields): NameProblem | undefined {
  return portNumber(object, "port") ?? portName(object, "port");
}

/** An empty name of a port is none, and an empty `targetPort` the same as `port`. */
function unlessEmpty(check: typeof portName, object: Fields, key: string): NameProblem | undefined {
  return object[key] === "" ? undefined : check(object, key);
}

/** KubeSpawner fills in fields such as `{username}`. */
const isFilledIn = (text: string) => text.includes("{");

function label(object: Fields, key: string): NameProblem | undefined {
  const value = object[key];
  if (typeof value !== "string" || isFilledIn(value) || isDnsLabel(value)) return undefined;
  return {
    path: [key],
    problem: `is 1 to 63 lower-case letters, digits and \`-\`, and begins and ends with a letter or a digit, not \`${value}\``,
  };
}

function portName(object: Fields, key: string): NameProblem | undefined {
  const value = object[key];
  if (typeof value !== "string" || isFilledIn(value)) return undefined;
  const isName = /^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(value) && /[a-z]/.test(value) && !value.includes("--");
  if (isName) return undefined;
  const problem = `is the name of a port: 1 to 15 lower-case letters, digits and single \`-\`, at least one of them a letter, not \`${value}\``;
  return { path: [key], problem };
}

function portNumber(object: Fields, key: string, least = 1): NameProblem | undefined {
  const value = object[key];
  if (typeof value !== "number" || (value >= least && value <= 65535)) return undefined;
  return { path: [key], problem: `is the number of a port, from 1 to 65535, not ${value}` };
}

/** Two items of a list that have the same in all of these fields; in the first of them at all. */
function twice(object: Fields, list: string, keys: readonly [string, ...string[]]): NameProblem | undefined {
  const seen = new Set<string>();
  for (const [i, item] of recordsIn(object[list]).entries()) {
    const first = item[keys[0]];
    if (first === undefined || first === "") continue;
    const known = JSON.stringify(keys.map((key) => item[key] ?? (key === "protocol" ? "TCP" : null)));
    if (seen.has(known)) return { path: [list, i, keys[0]], problem: `is \`${String(first)}\` a second time` };
    seen.add(known);
  }
  return undefined;
}

/**
 * A Service is found under its name, which begins with a letter. Clusters whose feature gate `RelaxedServiceNameValidation` is on (new in 1.34, and
 * off there by itself) take a digit too.
 */
function serviceName(object: Fields): NameProblem | undefined {
  const [metadata] = recordsIn([object["metadata"]]);
  const name = metadata?.["name"];
  if (typeof name !== "string" || /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return undefined;
  const problem = `of a Service is at most 63 lower-case letters, digits and \`-\`, and begins with a letter, not \`${name}\``;
  return { path: ["metadata", "name"], problem };
}

function unnamedPort(object: Fields): NameProblem | undefined {
  const ports = recordsIn(object["ports"]);
  const unnamed = ports.length > 1 ? ports.findIndex(({ name }) => name === undefined || name === "") : -1;
  return unnamed < 0
    ? undefined
    : { path: ["ports", unnamed], problem: "needs a `name`, since the Service has several ports" };
}

function containersTwice(object: Fields): NameProblem | undefined {
  const seen = new Set<unknown>();
  for (const list of ["initContainers", "containers"])
    for (const [i, { name }] of recordsIn(object[list]).entries()) {
      if (typeof name !== "string") continue;
      if (seen.has(name)) return { path: [list, i, "name"], problem: `is the name of a second container, \`${name}\`` };
      seen.add(name);
    }
  return undefined;
}

/** Volumes of the chart's values, which are no whole pod, are judged by what is known of the chart. */
function volumeName(object: Fields): NameProblem | undefined {
  for (const [i, volume] of recordsIn(object["volumes"]).entries()) {
    const nameProblem = label(volume, "name");
    if (nameProblem !== undefined) return { ...nameProblem, path: ["volumes", i, ...nameProblem.path] };
  }
  return undefined;
}

function recordsIn(value: unknown): readonly Fields[] {
  const isRecord = (one: unknown): one is Fields => typeof one === "object" && one !== null && !Array.isArray(one);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
