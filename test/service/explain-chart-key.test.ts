import { describe, expect, it } from "vitest";
import { defaultsOf, schemaOf } from "../../compiler/knowledge/charts/chart-tables.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { JsonSchema } from "../../compiler/knowledge/json-schema.ts";
import { chartKeyMeant, chartPartOf, isSameKey } from "../../compiler/service/chart-key-meant.ts";
import { explainChartKey } from "../../compiler/service/explain-chart-key.ts";
import { exampleHub } from "../support/example-programs.ts";
import { errorCodes, programOf } from "../support/programs.ts";

const textOf = (key: string) => explainChartKey(key)?.lines.join("\n");
const flat = (key: string) => textOf(key)?.replace(/\s+/g, " ");

it("names the word of the language, the type, the default and the first chart", () => {
  expect(flat("hub.concurrentSpawnLimit")).toBe(
    "A value of the JupyterHub chart. hubc writes it from the hub's concurrent-starts. takes a whole number or null default 64 since chart 3.3.8 or before",
  );
  expect(flat("httpRoute.enabled")).toMatch(/write it in the hub's block values\..* since chart 4\.3\.5/);
  expect(textOf("singleuser.storage.dynamic.subPath")).toContain("chart 4.0.0");
  expect(explainChartKey("hub.concurrentSpawnLimt")).toBeUndefined();
  expect(explainChartKey("__proto__.x")).toBeUndefined();
  expect(defaultsOf(newestChart)).toBeDefined();
});

it("says which traits are deprecated", () => {
  expect(flat("hub.config.KubeSpawner.hub_connect_port")).toContain("Its own documentation calls it deprecated.");
  expect(flat("hub.config.KubeSpawner.start_timeout")).not.toContain("deprecated");
});

/** Every key that the schema names and that holds no named keys. */
function keys(schema: JsonSchema, path: readonly string[] = []): string[] {
  const inner = Object.entries(schema.properties ?? {});
  return inner.length === 0 ? [path.join(".")] : inner.flatMap(([key, one]) => keys(one, [...path, key]));
}

describe("a key that no setting says", () => {
  const all = keys(schemaOf(newestChart));
  const examples = all.flatMap((key) => /^ {4}(values \{.*\})$/m.exec(textOf(key) ?? "")?.[1] ?? []);

  it("is one of many", () => {
    expect(all.length).toBeGreaterThan(250);
    expect(examples.length).toBeGreaterThan(80);
  });

  it("has an example that its schema takes", () => {
    const wrong = examples.filter((values) => {
      const codes = errorCodes(programOf(exampleHub({ hub: `  ${values}\n` })));
      return codes.some((code) => /unknown-key|wrong-type|schema|syntax/.test(code));
    });
    expect(wrong).toEqual([]);
  });
});

// The fifty keys that values of hubs in use set most.
it.each(
  `proxy.chp.resources proxy.traefik.resources hub.resources scheduling.userScheduler.resources singleuser.memory.guarantee hub.image.name
  hub.image.tag scheduling.podPriority.enabled scheduling.userScheduler.enabled hub.concurrentSpawnLimit hub.extraConfig singleuser.memory.limit
  singleuser.storage.static.pvcName hub.extraEnv singleuser.cpu.guarantee ingress.hosts ingress.enabled singleuser.cmd hub.loadRoles
  hub.networkPolicy.interNamespaceAccessLabels singleuser.storage.type singleuser.networkPolicy.enabled singleuser.extraEnv
  singleuser.storage.static.subPath hub.networkPolicy.enabled hub.networkPolicy.ingress singleuser.extraFiles proxy.service.type
  singleuser.networkPolicy.egress singleuser.startTimeout ingress.annotations ingress.tls singleuser.nodeSelector singleuser.defaultUrl
  ingress.ingressClassName singleuser.cpu.limit custom singleuser.image.tag singleuser.image.name prePuller.continuous.enabled
  scheduling.userScheduler.replicas hub.nodeSelector scheduling.userScheduler.nodeSelector proxy.https.enabled
  singleuser.storage.extraVolumeMounts scheduling.podPriority.defaultPriority prePuller.hook.pullOnlyOnChanges
  scheduling.podPriority.globalDefault hub.livenessProbe hub.config`
    .trim()
    .split(/\s+/),
)("%s has a page", (key) => {
  expect(flat(key)).toMatch(/hubc writes it from|write it in the hub's block values/);
});

// What else values of hubs in use set most: traits of the sign-in, and keys of maps that the chart leaves open.
it.each([
  ["hub.config.JupyterHub.authenticator_class", "the block auth"],
  ["hub.config.Authenticator.admin_users", "the hub's admins"],
  ["hub.config.CILogonOAuthenticator.client_id", "client-id in the block auth cilogon"],
  ["hub.config.CILogonOAuthenticator.allowed_idps", "idps, or blocks idp, in the block auth cilogon"],
  ["hub.config.GitHubOAuthenticator.allowed_organizations", "organizations in the block auth github"],
  ["hub.config.GitHubOAuthenticator.scope", "the block auth"],
  ["proxy.chp.resources.requests.cpu", "the hub's block pods"],
  ["hub.resources.limits.memory", "the hub's block pods"],
  ["hub.config.CanvasOAuthenticator.client_id", "client-id in the block auth canvas"],
  ["hub.config.CanvasOAuthenticator.canvas_url", "url in the block auth canvas"],
  ["hub.config.CILogonOAuthenticator.username_claim", "username in the block auth cilogon"],
  ["hub.config.KubeSpawner.mem_limit", "memory of the hub, its courses or its profiles"],
  ["hub.config.KubeSpawner.start_timeout", "the hub's start-timeout"],
  ["debug.enabled", "the hub's debug"],
  ["singleuser.extraFiles.gitconfig.stringData", "the hub's block file"],
  ["singleuser.extraEnv.GH_SCOPED_CREDS_CLIENT_ID", "sign-in in a course's content"],
  ["singleuser.storage.extraVolumeMounts.mount-shared.subPath", "the hub's block mount"],
  ["singleuser.storage.extraVolumes.volume-scratch.emptyDir", "the hub's block volume"],
  ["hub.cookieSecret", "fixed-keys in the hub's block secrets"],
  ["proxy.secretToken", "fixed-keys in the hub's block secrets"],
  ["hub.config.CanvasOAuthenticator.oauth_callback_url", "the hub's domain"],
  ["singleuser.memory.limit", "memory of the hub, its courses or its profiles"],
  ["singleuser.extraFiles", "the hub's blocks file and cull"],
  ["hub.extraFiles", "the hub's blocks file and templates"],
  ["hub.extraConfig", "the hub's block python"],
  ["hub.extraVolumes", "the hub's blocks volume and file"],
  ["singleuser.storage.extraVolumeMounts", "the hub's homes, its blocks mount, volume and file"],
  ["hub.loadRoles", "the hub's blocks role, scopes and service"],
  ["hub.config.KubeSpawner.group_overrides", "the course's collaboration, shared or grading, or the hub's block mount"],
  ["custom", "the hub's block custom"],
  ["custom.org.name", "the hub's block custom"],
  ["singleuser.profileList", "the courses of the hub, their exams and the hub's profiles"],
])("%s is written from %s", (key, words) => {
  expect(flat(key)).toContain(`hubc writes it from ${words}`);
});

it.each([
  ["hub.concurentSpawnLimit", "hub.concurrentSpawnLimit"],
  ["Hub.concurrentspawnlimit", "hub.concurrentSpawnLimit"],
  ["jupyterhub.singleuser.memory.limit", "singleuser.memory.limit"],
  ["singleuser.mem.limit", "singleuser.memory.limit"],
  ["prepuler.hook.enabled", "prePuller.hook.enabled"],
  ["KubeSpawner.mem_limit", "hub.config.KubeSpawner.mem_limit"],
  ["hub.config.GoogleOauthenticator.hosted_domian", "hub.config.GoogleOAuthenticator.hosted_domain"],
  ["profileList", "singleuser.profileList"],
  ["concurentSpawnLimit", "hub.concurrentSpawnLimit"],
  ["memroy", undefined],
  ["singleuser.nothing", undefined],
  ["course.memroy", undefined],
])("%s is %s by a slip", (word, key) => {
  expect(chartKeyMeant(word)).toBe(key);
});

it("answers for a key but for its capitals, and for the name of an umbrella chart's part", () => {
  expect(isSameKey("Hub.concurrentspawnlimit", "hub.concurrentSpawnLimit")).toBe(true);
  expect(isSameKey("jupyterhub.cull.timeout", "cull.timeout")).toBe(true);
  expect(isSameKey("KubeSpawner.mem_limit", "hub.config.KubeSpawner.mem_limit")).toBe(true);
  expect(isSameKey("hub.concurentSpawnLimit", "hub.concurrentSpawnLimit")).toBe(false);
  expect(chartPartOf("proxy.https.letsencrypt.email")).toEqual({
    part: "proxy.https.letsencrypt",
    names: ["contactEmail", "acmeServer"],
  });
});

it("leads nobody to a variable of the hub's pod, or a kind of database, that no setting says", () => {
  for (const key of ["hub.extraEnv.FOO", "hub.db.type"]) expect(flat(key)).toContain("No setting of hubc says it");
  expect(flat("hub.extraEnv")).toContain("the hub's block values takes any variable");
});

it.each(["create", "registry", "username", "password"])("imagePullSecret.%s is written past the vocabulary", (key) => {
  expect(flat(`imagePullSecret.${key}`)).toContain("write it in the hub's block values");
});

it("says where a trait without a word is written, and knows no class or key that is none", () => {
  expect(flat("hub.config.KubeSpawner.http_timeout")).toContain("write it in the hub's block config");
  expect(flat("hub.config.CILogonOAuthenticator.allowed_idps")).not.toContain("default");
  expect(flat("hub.config.JupyterHub.cleanup_servers")).toContain("write it in the hub's block config");
  expect(explainChartKey("hub.config.KubeSpawner.http_timeot")).toBeUndefined();
  expect(explainChartKey("hub.nothing.at.all")).toBeUndefined();
  expect(explainChartKey("hub.config.CanvasOAuthenticator.canvas_uri")).toBeUndefined();
});
