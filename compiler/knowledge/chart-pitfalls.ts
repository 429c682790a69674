// Values that helm takes and that do not work: the hub does not start, no server starts, data is lost, or nothing happens and
// nothing says so. Only what can be told from the values is here. Sources: templates and files/hub/jupyterhub_config.py of the
// chart 4.4.0; jupyterhub 5.5.0, roles.py and scopes.py; jupyterhub-idle-culler 1.4.0; each was run, 2026-11.

import { andList } from "../text/and-list.ts";
import { closest } from "../text/edit-distance.ts";
import { authenticators, lti11 } from "./authenticators.ts";
import { kubernetesPartPitfalls } from "./chart-kubernetes-parts.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import type { Chart } from "./charts/charts.ts";
import { zeroTimeout } from "./idle-culler.ts";
import { classAnnotation } from "./ingress-annotations.ts";
import { ingressPitfalls } from "./ingress-pitfalls.ts";
import { isList, isMap, type Json, type JsonMap, type JsonPath, listAt, mapAt, valueAt } from "./json-schema.ts";
import { mountPitfalls } from "./mount-pitfalls.ts";
import { overrideMountPitfalls } from "./override-mounts.ts";
import { overridePitfalls } from "./override-pitfalls.ts";
import { parseScope, scopeFilters, scopesOf } from "./scopes.ts";
import { serverPitfalls } from "./server-pitfalls.ts";
import { lineOf } from "./sign-in-classes.ts";

/** What does not work in values that are merged onto the chart's defaults. */
export function chartPitfalls(values: JsonMap, chart: Chart): ChartPitfall[] {
  return pitfallChecks().flatMap((find) => find(values, chart));
}

/** The same, each by itself: one looks at some of the values only. */
export function pitfallChecks(): readonly ((values: JsonMap, chart: Chart) => ChartPitfall[])[] {
  return [
    signInPitfalls,
    canvasScopes,
    rolePitfalls,
    cullPitfalls,
    durationPitfalls,
    databasePitfalls,
    proxyPitfalls,
    ingressPitfalls,
    renderingPitfalls,
    serverPitfalls,
    groupOverridePitfalls,
    mountPitfalls,
    overrideMountPitfalls,
    kubernetesPartPitfalls,
    identityProviderPitfalls,
  ];
}

/** CanvasOAuthenticator asks Canvas for the courses of whoever signs in; a key of Canvas that is held to scopes needs that one (12fcbbb, __init__.py). */
function canvasScopes(values: JsonMap): ChartPitfall[] {
  const path = ["hub", "config", "CanvasOAuthenticator", "scope"];
  const scopes = listAt(values, path.join(".")).filter((json) => typeof json === "string");
  const courses = "url:GET|/api/v1/courses";
  if (!scopes.some((one) => one.startsWith("url:")) || scopes.includes(courses)) return [];
  const problem = `lacks \`${courses}\`, with which the hub asks for the courses of whoever signs in, so that nobody new gets in`;
  return [{ paths: [path], problem }];
}

function signInPitfalls(values: JsonMap): ChartPitfall[] {
  const chosen = valueAt(values, "hub.config.JupyterHub.authenticator_class");
  const known = [...Object.values(authenticators), lti11].filter(({ className }) => className === chosen);
  if (known.length === 0) return classPitfalls(chosen);
  const sections = [...Object.values(authenticators), lti11].map(({ section }) => section);
  return Object.keys(mapAt(values, "hub.config")).flatMap((section): ChartPitfall[] => {
    // A class reads the traits of those that it is made of, too.
    if (!sections.includes(section) || known.some((one) => lineOf(one.section).includes(section))) return [];
    const problem = `is about a sign-in that this hub does not have, and does nothing: this hub signs people in by \`${chosen}\``;
    return [{ paths: [["hub", "config", section]], problem, kind: "no-effect" }];
  });
}

/** A class by its path, a letter or two beside one that the hub's image has. */
function classPitfalls(chosen: Json | undefined): ChartPitfall[] {
  if (typeof chosen !== "string" || !chosen.includes(".")) return [];
  const names = [...Object.values(authenticators), lti11].flatMap(({ className, section }) => [
    className,
    `oauthenticator.${className.replace("-oauth", "")}.${section}`,
  ]);
  const meant = closest(
    chosen,
    names.filter((one) => one.split(".").at(-1) === chosen.split(".").at(-1)),
  );
  if (meant === undefined || meant === chosen) return [];
  const problem = `names a class that no package of the hub's image has, so that the hub does not start: did you mean \`${meant}\`?`;
  return [{ paths: [["hub", "config", "JupyterHub", "authenticator_class"]], problem, marks: "value" }];
}

/** What servers of a group's members are given (jupyterhub 5.5, spawner.py: `group_overrides`). */
function groupOverridePitfalls(values: JsonMap, chart: Chart): ChartPitfall[] {
  return ["KubeSpawner", "Spawner"].flatMap((section) => {
    const path = ["hub", "config", section, "group_overrides"];
    return Object.entries(mapAt(values, path.join("."))).flatMap(([name, one]) => {
      const override = isMap(one) ? one["spawner_override"] : undefined;
      return isMap(override)
        ? overridePitfalls(override, [...path, name, "spawner_override"], { chart, how: "plain" })
        : [];
    });
  });
}

const roleName = /^[a-z][a-z0-9\-_~.]{1,253}[a-z0-9]$/;
const culler = "jupyterhub-idle-culler";

function rolePitfalls(values: JsonMap, chart: Chart): ChartPitfall[] {
  const services = new Set([culler]);
  for (const [key, service] of Object.entries(mapAt(values, "hub.services"))) services.add(nameOf(key, service));
  const seen = new Set(valueAt(values, "cull.enabled") === true ? [culler] : []);
  return Object.entries(mapAt(values, "hub.loadRoles")).flatMap(([key, role]) => {
    const path = ["hub", "loadRoles", key];
    const name = nameOf(key, role);
    const again = seen.has(name);
    seen.add(name);
    const say = (problem: string, ...more: JsonPath): ChartPitfall => ({ paths: [[...path, ...more]], problem });
    return [
      ...(roleName.test(name)
        ? []
        : [
            say(
              "is no name that a role can have, so that the hub does not start: 3 or more of a-z, 0-9, `-`, `_`, `~` and `.`, with a letter first",
            ),
          ]),
      ...(again ? [say("is the name of two roles, so that the hub does not start: give one of them another")] : []),
      ...(name === "admin" && isMap(role) && "scopes" in role
        ? [say("can't be changed, so that the hub does not start: leave its scopes out", "scopes")]
        : []),
      ...textsOf(role, "scopes").flatMap(([index, scope]) =>
        isScope(scope, chart)
          ? []
          : [
              say(
                `holds \`${scope}\`, which JupyterHub does not know, so that the hub does not start`,
                "scopes",
                index,
              ),
            ],
      ),
      ...textsOf(role, "services").flatMap(([index, service]) =>
        services.has(service)
          ? []
          : [
              {
                ...say(
                  `names the service \`${service}\`, which \`hub.services\` does not have, so that the hub does not start`,
                  "services",
                  index,
                ),
                lacks: true as const,
              },
            ],
      ),
    ];
  });
}

function nameOf(key: string, json: Json): string {
  return isMap(json) && typeof json["name"] === "string" ? json["name"] : key;
}

function textsOf(map: Json, key: string): [number, string][] {
  const list = isMap(map) ? map[key] : undefined;
  return isList(list)
    ? list.flatMap((json, i): [number, string][] => (typeof json === "string" ? [[i, json]] : []))
    : [];
}

/** Scopes of one's own are declared in `JupyterHub.custom_scopes`, which Python may set too. */
function isScope(scope: string, chart: Chart): boolean {
  if (scope.startsWith("custom:")) return true;
  const { name, filter } = parseScope(scope);
  return scopesOf(chart).has(name) && (filter === undefined || scopeFilters.some((kind) => kind === filter.kind));
}

function cullPitfalls(values: JsonMap): ChartPitfall[] {
  if (valueAt(values, "cull.enabled") !== true) return [];
  const pitfalls: ChartPitfall[] = [];
  const keeps = mapAt(values, "hub.config.KubeSpawner")["delete_pvc"] === false;
  if (valueAt(values, "cull.users") === true && valueAt(values, "singleuser.storage.type") === "dynamic" && !keeps)
    pitfalls.push({
      paths: [["cull", "users"]],
      problem:
        "removes people who are away, and with each of them their home and all in it: set the trait `KubeSpawner.delete_pvc` to `false` too, or take this away",
    });
  if (valueAt(values, "cull.timeout") === 0)
    pitfalls.push({
      paths: [["cull", "timeout"]],
      problem: `does not mean never at \`0\`: ${zeroTimeout}. \`cull.enabled = false\` means never`,
    });
  return pitfalls;
}

/** Seconds and counts that mean nothing below what they begin with. */
function durationPitfalls(values: JsonMap): ChartPitfall[] {
  const least: readonly (readonly [path: string, from: number, what: string])[] = [
    ["cull.timeout", 0, "every server would count as idle"],
    ["cull.maxAge", 0, "every server would count as too old"],
    ["cull.every", 0, "the culler would never wait"],
    ["cull.concurrency", 1, "the culler would stop nothing"],
    ["singleuser.startTimeout", 1, "every start of a server would fail"],
  ];
  return least.flatMap(([path, from, what]): ChartPitfall[] => {
    const value = valueAt(values, path);
    if (typeof value !== "number" || value >= from) return [];
    return [
      {
        paths: [path.split(".")],
        problem: `is \`${value}\`, with which ${what}: give ${from} or more`,
        marks: "value",
      },
    ];
  });
}

function databasePitfalls(values: JsonMap): ChartPitfall[] {
  const type = valueAt(values, "hub.db.type");
  const pitfalls: ChartPitfall[] = [];
  const elsewhere = type === "mysql" || type === "postgres" || type === "other";
  if (elsewhere && !valueAt(values, "hub.db.url") && !valueAt(values, "hub.existingSecret"))
    pitfalls.push({
      paths: [["hub", "db", "type"]],
      problem: `is \`${type}\` without \`hub.db.url\`: the hub then keeps its database in its pod, and loses it at each restart`,
    });
  if (type === "sqlite-pvc" && valueAt(values, "hub.deploymentStrategy.type") === "RollingUpdate")
    pitfalls.push({
      paths: [["hub", "deploymentStrategy", "type"]],
      problem:
        "starts the new hub beside the old one, and both would have the one disk of the database: leave `Recreate`, or use another `hub.db.type`",
    });
  return pitfalls;
}

function proxyPitfalls(values: JsonMap): ChartPitfall[] {
  const pitfalls: ChartPitfall[] = [];
  const how = valueAt(values, "proxy.https.type");
  // Without names the chart asks for no certificate, and encrypts nothing (templates/proxy/service.yaml, 3.3.8 to 4.4.0).
  const isNamed = how !== "letsencrypt" || listAt(values, "proxy.https.hosts").length > 0;
  const encrypts = valueAt(values, "proxy.https.enabled") === true && isNamed;
  if (valueAt(values, "proxy.service.disableHttpPort") === true && (!encrypts || how === "letsencrypt"))
    pitfalls.push({
      paths: [["proxy", "service", "disableHttpPort"]],
      problem: encrypts
        ? "closes the port by which Let's Encrypt checks the name, so that there is never a certificate"
        : "closes the only port of the hub, since it does no encryption itself",
    });
  for (const way of ["ingress", "httpRoute"])
    if (valueAt(values, `${way}.enabled`) === true && encrypts && how !== "offload")
      pitfalls.push({
        paths: [
          [way, "enabled"],
          ["proxy", "https", "enabled"],
        ],
        problem:
          "gives plain http to a hub that answers it with a redirect to itself, for ever: keep one of the two places that end TLS",
      });
  const annotations = valueAt(values, "ingress.annotations");
  if (
    typeof valueAt(values, "ingress.ingressClassName") === "string" &&
    isMap(annotations) &&
    annotations[classAnnotation] !== undefined
  )
    pitfalls.push({
      paths: [
        ["ingress", "ingressClassName"],
        ["ingress", "annotations", classAnnotation],
      ],
      problem: "says the class of the ingress twice, which Kubernetes refuses: keep one of the two",
    });
  const balancer = valueAt(values, "proxy.service.type") === "LoadBalancer";
  if (!balancer && listAt(values, "proxy.service.loadBalancerSourceRanges").length > 0)
    pitfalls.push({
      paths: [["proxy", "service", "loadBalancerSourceRanges"]],
      problem:
        "does nothing where `proxy.service.type` is not `LoadBalancer`: everybody who reaches the service gets in",
    });
  return pitfalls;
}

const removed = [
  ["hub", "fsGid"],
  ["rbac", "enabled"],
] as const;

const configFile = "/usr/local/etc/jupyterhub/jupyterhub_config.py";

/** What is said of a value that the chart has no longer. */
export const takenOut = "was taken out of the chart, which refuses it";

/** Where helm itself gives up, or Kubernetes refuses what it made. */
function renderingPitfalls(values: JsonMap): ChartPitfall[] {
  const gone = removed.filter((path) => valueAt(values, path.join(".")) !== undefined);
  const templated = ["hub.command", "hub.args", "proxy.chp.extraCommandLineFlags"].flatMap((path) =>
    listAt(values, path).flatMap((json, i) =>
      typeof json === "string" && json.includes("{{") ? [[...path.split("."), i]] : [],
    ),
  );
  return [
    ...gone.map((path): ChartPitfall => ({ paths: [path], problem: takenOut })),
    ...templated.map(
      (path): ChartPitfall => ({
        paths: [path],
        problem: "is a template to helm, which reads `{{` as the start of an action",
      }),
    ),
    ...unreadConfiguration(values),
    ...openAndClosed(values),
    ...unfitNames(values),
  ];
}

/** Arguments of the hub without its file of configuration. */
function unreadConfiguration(values: JsonMap): ChartPitfall[] {
  const given = listAt(values, "hub.args");
  if (given.length === 0 || given.some((json) => typeof json === "string" && json.includes(configFile))) return [];
  const problem = `takes the place of all arguments, and has no \`--config ${configFile}\`: the hub would read nothing of its configuration, not who may enter either. Begin it with \`"jupyterhub", "--config", "${configFile}"\``;
  return [{ paths: [["hub", "args"]], problem }];
}

/** The way to the cloud's metadata, which one value opens and another closes. */
function openAndClosed(values: JsonMap): ChartPitfall[] {
  const opened = ["singleuser", "networkPolicy", "egressAllowRules", "cloudMetadataServer"];
  const closed = ["singleuser", "cloudMetadata", "blockWithIptables"];
  const all = [opened.join("."), closed.join("."), "singleuser.networkPolicy.enabled"];
  if (!all.every((path) => valueAt(values, path) === true)) return [];
  const problem =
    "opens what `singleuser.cloudMetadata.blockWithIptables` closes, and the chart refuses both: keep one";
  return [{ paths: [opened, closed], problem }];
}

/** Keys that become names in a cluster, or keys of a Secret, and can't. */
function unfitNames(values: JsonMap): ChartPitfall[] {
  const images = Object.keys(mapAt(values, "prePuller.extraImages")).filter(
    (key) => !/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/.test(key),
  );
  const files = Object.keys(mapAt(values, "hub.extraFiles")).filter(isUnfitFile);
  return [
    ...images.map(
      (key): ChartPitfall => ({
        paths: [["prePuller", "extraImages", key]],
        problem: "becomes a name in a cluster: use at most 52 of a-z, 0-9 and `-`",
      }),
    ),
    ...files.map(
      (key): ChartPitfall => ({
        paths: [["hub", "extraFiles", key]],
        problem:
          "becomes a key beside the hub's own in its Secret: use a-z, A-Z, 0-9, `-`, `_` and `.`, and none of the chart's keys",
      }),
    ),
  ];
}

function isUnfitFile(key: string): boolean {
  return !/^[-._a-zA-Z0-9]+$/.test(key) || key === "values.yaml" || /^hub\.(?:config|db|services)\./.test(key);
}

/**
 * What CILogon's class says of an identity provider, and what it refuses before the hub starts (oauthenticator 17.4, cilogon-schema.yaml,
 * which has been so since 15.0).
 */
const options = ["allow_all", "allowed_domains", "allowed_domains_claim", "default", "username_derivation"];
const derivations = ["action", "domain", "prefix", "username_claim"];

function identityProviderPitfalls(values: JsonMap): ChartPitfall[] {
  return ["idps", "allowed_idps"].flatMap((trait) => {
    const at = ["hub", "config", "CILogonOAuthenticator", trait];
    return Object.entries(mapAt(values, at.join("."))).flatMap(([id, about]): ChartPitfall[] => {
      if (!isMap(about)) return [];
      const pitfalls = unknownIn(about, options, [...at, id]);
      return [
        ...pitfalls,
        ...unknownIn(mapAt(about, "username_derivation"), derivations, [...at, id, "username_derivation"]),
      ];
    });
  });
}

function unknownIn(map: JsonMap, known: readonly string[], at: readonly string[]): ChartPitfall[] {
  return Object.keys(map).flatMap((key): ChartPitfall[] => {
    if (known.includes(key)) return [];
    const suggestion = closest(key, known);
    const problem = `is no option of an identity provider, so that the hub does not start: there are ${andList(known.map((one) => `\`${one}\``))}`;
    return [{ paths: [[...at, key]], problem, ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}
