// Values that helm takes and that do not work: each is found, and what stands beside it and works is not.

import { describe, expect, test } from "vitest";
import { chartPitfalls } from "../../compiler/knowledge/chart-pitfalls.ts";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { Json } from "../../compiler/knowledge/json-schema.ts";

/** Each finding: the value that it speaks of, and how it begins. */
function found(values: Json): string[] {
  return chartPitfalls(withDefaults(newestChart, values), newestChart).map(
    ({ paths: [path], problem }) => `${path.join(".")} ${problem.split(" ").slice(0, 3).join(" ")}`,
  );
}

const servers = (singleuser: Json) => ({ singleuser });
const role = (name: string, spec: Json) => ({ hub: { loadRoles: { [name]: spec } } });
const storage = (more: Record<string, Json>) => ({ singleuser: { storage: more } });
const mount = (name: string, mountPath: string) => ({
  extraVolumes: { a: { name: "a", emptyDir: {} } },
  extraVolumeMounts: { one: { name, mountPath } },
});
const env = (X: string) => ({ singleuser: { extraEnv: { X } } });

test("the chart's own defaults have none", () => {
  expect(found({})).toEqual([]);
});

describe("what keeps the hub from starting", () => {
  test.each<[Json, string[]]>([
    [role("graders", { scopes: ["access:servers!group=g", "custom:a:b"], services: [] }), []],
    [role("TA", { scopes: ["self"] }), ["hub.loadRoles.TA is no name"]],
    [role("ta", { scopes: ["self"] }), ["hub.loadRoles.ta is no name"]],
    [role("ta", { name: "tas", scopes: ["self"] }), []],
    [role("tas", { scopes: ["self", "access:server"] }), ["hub.loadRoles.tas.scopes.1 holds `access:server`, which"]],
    [role("tas", { scopes: ["servers!team=x"] }), ["hub.loadRoles.tas.scopes.0 holds `servers!team=x`, which"]],
    [role("tas", { services: ["reports"] }), ["hub.loadRoles.tas.services.0 names the service"]],
    [{ hub: { services: { reports: {} }, loadRoles: { tas: { services: ["reports"] } } } }, []],
    [role("admin", { users: ["ada"] }), []],
    [role("admin", { scopes: ["self"] }), ["hub.loadRoles.admin.scopes can't be changed,"]],
    [role("jupyterhub-idle-culler", {}), ["hub.loadRoles.jupyterhub-idle-culler is the name"]],
    [{ ...role("jupyterhub-idle-culler", {}), cull: { enabled: false } }, []],
    [{ hub: { loadRoles: { one: { name: "two" }, two: {} } } }, ["hub.loadRoles.two is the name"]],
    [{ hub: { fsGid: 1000 } }, ["hub.fsGid was taken out"]],
    [
      { hub: { args: ["--config", "/usr/local/etc/jupyterhub/jupyterhub_config.py", "--x={{y}}"] } },
      ["hub.args.2 is a template"],
    ],
    [{ hub: { args: ["jupyterhub", "--debug"] } }, ["hub.args takes the place"]],
    [{ cull: { timeout: -5 } }, ["cull.timeout is `-5`, with"]],
    [{ singleuser: { startTimeout: 0 } }, ["singleuser.startTimeout is `0`, with"]],
    [{ cull: { every: 0, maxAge: 0 }, singleuser: { startTimeout: 30 } }, []],
    [{ hub: { extraFiles: { "values.yaml": {} } } }, ["hub.extraFiles.values.yaml becomes a key"]],
    [
      { hub: { extraFiles: { "hub.config.X": {}, "a b": {}, "a-b.py": {} } } },
      ["hub.extraFiles.hub.config.X becomes a key", "hub.extraFiles.a b becomes a key"],
    ],
    [
      { prePuller: { extraImages: { My_Image: {}, "my-image": {} } } },
      ["prePuller.extraImages.My_Image becomes a name"],
    ],
    [
      servers({ networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } }),
      [
        "singleuser.networkPolicy.egressAllowRules.cloudMetadataServer opens what `singleuser.cloudMetadata.blockWithIptables`",
      ],
    ],
    [
      servers({
        networkPolicy: { egressAllowRules: { cloudMetadataServer: true } },
        cloudMetadata: { blockWithIptables: false },
      }),
      [],
    ],
  ])("%j", (values, expected) => {
    expect(found(values)).toEqual(expected);
  });
});

const signIn = (authenticator_class: string, section: string) => ({
  hub: { config: { JupyterHub: { authenticator_class }, [section]: { allow_all: true } } },
});

describe("what is lost, or does nothing", () => {
  test.each<[Json, string[]]>([
    [signIn("github", "GitHubOAuthenticator"), []],
    [signIn("github", "OAuthenticator"), []],
    [signIn("github", "GoogleOAuthenticator"), ["hub.config.GoogleOAuthenticator is about a"]],
    [signIn("ltiauthenticator.lti11.auth.LTI11Authenticator", "LTI11Authenticator"), []],
    [signIn("own.Class", "GoogleOAuthenticator"), []],
    [{ cull: { users: true } }, ["cull.users removes people who"]],
    [{ cull: { users: true }, singleuser: { storage: { type: "none" } } }, []],
    [{ cull: { users: true }, hub: { config: { KubeSpawner: { delete_pvc: false } } } }, []],
    [{ cull: { timeout: 0 } }, ["cull.timeout does not mean"]],
    [{ cull: { timeout: 0, enabled: false } }, []],
    [{ hub: { db: { type: "postgres" } } }, ["hub.db.type is `postgres` without"]],
    [{ hub: { db: { type: "postgres", url: "postgresql://db/hub" } } }, []],
    [{ hub: { db: { type: "postgres" }, existingSecret: "s" } }, []],
    [{ hub: { deploymentStrategy: { type: "RollingUpdate" } } }, ["hub.deploymentStrategy.type starts the new"]],
    [{ hub: { deploymentStrategy: { type: "RollingUpdate" }, db: { type: "mysql", url: "mysql://db" } } }, []],
    [{ proxy: { service: { disableHttpPort: true } } }, ["proxy.service.disableHttpPort closes the only"]],
    [
      { proxy: { service: { disableHttpPort: true }, https: { enabled: true, hosts: ["h.example.edu"] } } },
      ["proxy.service.disableHttpPort closes the port"],
    ],
    [{ proxy: { service: { disableHttpPort: true }, https: { enabled: true, type: "secret" } } }, []],
    [
      { ingress: { enabled: true }, proxy: { https: { enabled: true, hosts: ["h.example.edu"] } } },
      ["ingress.enabled gives plain http"],
    ],
    // Without names the chart encrypts nothing.
    [{ ingress: { enabled: true }, proxy: { https: { enabled: true } } }, []],
    [{ httpRoute: { enabled: true }, proxy: { https: { enabled: true, type: "offload" } } }, []],
    [{ ingress: { enabled: true } }, []],
    [
      { proxy: { service: { type: "ClusterIP", loadBalancerSourceRanges: ["10.0.0.0/8"] } } },
      ["proxy.service.loadBalancerSourceRanges does nothing where"],
    ],
    [{ proxy: { service: { loadBalancerSourceRanges: ["10.0.0.0/8"] } } }, []],
    [{ scheduling: { userPlaceholder: { replicas: 2 } } }, ["scheduling.userPlaceholder.replicas keeps room that"]],
    [{ scheduling: { userPlaceholder: { replicas: 2 }, podPriority: { enabled: true } } }, []],
  ])("%j", (values, expected) => {
    expect(found(values)).toEqual(expected);
  });
});

describe("what keeps servers from starting", () => {
  test.each<[Json, string[]]>([
    // The chart's own guarantee is 1G.
    [servers({ memory: { limit: "512M" } }), ["singleuser.memory.limit is below the"]],
    [servers({ memory: { limit: "1.5G" } }), []],
    [servers({ memory: { guarantee: "512M", limit: 1073741824 } }), []],
    [servers({ cpu: { guarantee: 2, limit: 1 } }), ["singleuser.cpu.limit is below the"]],
    [
      servers({ extraResource: { guarantees: { "nvidia.com/gpu": "1" } } }),
      ["singleuser.extraResource.guarantees.nvidia.com/gpu needs the same"],
    ],
    [servers({ extraResource: { guarantees: { "nvidia.com/gpu": "1" }, limits: { "nvidia.com/gpu": "1" } } }), []],
    [storage(mount("a", "/data")), []],
    [
      storage(mount("a", "/home/jovyan/")),
      ["singleuser.storage.extraVolumeMounts.one.mountPath is `/home/jovyan`, where"],
    ],
    [storage({ type: "none", ...mount("a", "/home/jovyan") }), []],
    [storage(mount("b", "/data")), ["singleuser.storage.extraVolumeMounts.one mounts the volume"]],
    [storage(mount("volume-{user_server}", "/data")), []],
    [storage({ type: "static", ...mount("home", "/data") }), []],
    [
      storage({
        extraVolumes: [{ name: "a" }],
        extraVolumeMounts: [
          { name: "a", mountPath: "/x" },
          { name: "a", mountPath: "/x" },
        ],
      }),
      ["singleuser.storage.extraVolumeMounts.1.mountPath is `/x`, where"],
    ],
    [
      servers({ extraFiles: { f: { mountPath: "/x" } }, storage: mount("a", "/x") }),
      ["singleuser.storage.extraVolumeMounts.one.mountPath is `/x`, where"],
    ],
    [servers({ extraContainers: [{ name: "notebook" }] }), ["singleuser.extraContainers.0 is a second"]],
    [servers({ initContainers: [{ name: "block-cloud-metadata" }] }), ["singleuser.initContainers.0 is a second"]],
    [
      servers({ initContainers: [{ name: "a" }], extraContainers: [{ name: "a" }] }),
      ["singleuser.extraContainers.0 is a second"],
    ],
    [servers({ initContainers: [{ name: "a" }], extraContainers: [{ name: "b" }] }), []],
    [servers({ extraPodConfig: { tolerations: [] } }), ["singleuser.extraPodConfig.tolerations would replace all"]],
    [servers({ extraPodConfig: { dnsPolicy: "None" } }), []],
    [env("{username} of {{braces}} in {safe_user_server}"), []],
    [env("a {b}"), ["singleuser.extraEnv.X has `{b}`, which"]],
    [env("{"), ["singleuser.extraEnv.X has `{`, which"]],
    [env("{{a}"), ["singleuser.extraEnv.X has `}`, which"]],
    [env("{}"), ["singleuser.extraEnv.X has `{}`, which"]],
    [
      servers({ initContainers: [{ name: "a", command: ["sh", "-c", "echo ${HOME}"] }] }),
      ["singleuser.initContainers.0.command.2 has `{HOME}`, which"],
    ],
    [servers({ lifecycleHooks: { postStart: { exec: { command: ["sh", "-c", "echo ${HOME}"] } } } }), []],
    [servers({ profileList: [{ display_name: "A", kubespawner_override: { mem_limit: "2G" } }] }), []],
    [
      servers({ profileList: [{ display_name: "A", kubespawner_override: { memLimit: "2G" } }] }),
      ["singleuser.profileList.0.kubespawner_override.memLimit is no trait"],
    ],
    [servers({ profileList: [{ slug: "a" }] }), ["singleuser.profileList.0 has no `display_name`,"]],
  ])("%j", (values, expected) => {
    expect(found(values)).toEqual(expected);
  });
});
