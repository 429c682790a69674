// Files, services and scopes of a hub's own.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { chartComplaints } from "../../support/chart-values.ts";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const people = 'group ta { members = ["bea"] }\ngroup pupils { members = ["zoe"] }\n';

function values(hub: string): Record<string, Record<string, unknown>> {
  const all = load(compiledCourse({ hub, more: people }).get("hubs/datahub/prod/values.yaml")?.text ?? "");
  expect(chartComplaints(all)).toEqual([]);
  return all as Record<string, Record<string, unknown>>; // values are a map of maps
}

function found(hub: string): string[] {
  return checkProgram(programOf(courseProgram({ hub, more: people })))
    .diagnostics.filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

const usual = found("");
const more = (hub: string) => found(hub).filter((one) => !usual.includes(one));

describe("files", () => {
  it("lie in a Secret that somebody else makes", () => {
    const all = values(`  file gitconfig {
    path   = "/etc/gitconfig"
    secret = "user-gitconfig"
  }
  file key {
    path   = "/etc/app/key.pem"
    secret = "user-gitconfig"
    key    = "private.pem"
  }
  file banner {
    path   = "/srv/banner.txt"
    in     = hub
    secret = "texts.of.the.hub"
  }`);
    const volume = { name: "hubc-files-user-gitconfig", secret: { secretName: "user-gitconfig" } };
    const mount = (mountPath: string, subPath: string) => ({ name: volume.name, mountPath, subPath, readOnly: true });
    expect(all["singleuser"]?.["storage"]).toMatchObject({
      extraVolumes: { [volume.name]: volume },
      extraVolumeMounts: {
        "file-gitconfig": mount("/etc/gitconfig", "gitconfig"),
        "file-key": mount("/etc/app/key.pem", "private.pem"),
      },
    });
    const [inHub] = (all["hub"]?.["extraVolumes"] ?? []) as { name: string; secret: object }[]; // as the chart takes them
    expect(inHub).toMatchObject({ secret: { secretName: "texts.of.the.hub" } });
    expect(inHub?.name).toMatch(/^hubc-files-texts-of-the-hub-[0-9a-f]{8}$/);
    const readme = compiledCourse({ hub: '  file a { path = "/etc/a"  secret = "user-a" }\n' });
    expect(readme.get("hubs/datahub/prod/README.md")?.text).toContain("`user-a`");
  });

  it("lie in servers and in the hub, as text, as data and from secrets", () => {
    const all = values(`  file gitconfig {
    path = "/etc/gitconfig"
    text = "[safe]\\n\\tdirectory = *\\n"
  }
  file culling-config {
    path = "/etc/jupyter/jupyter_notebook_config.json"
    data { MappingKernelManager { cull_connected = true  cull_interval = 60 } }
  }
  file "run.sh" {
    path = "/opt/run.sh"
    text = "#!/bin/sh\\necho {}\\n"
  }
  file key {
    path = "/etc/app/key.pem"
    text = secret("app/key")
  }
  file hub-key {
    path = "/srv/key.pem"
    in   = hub
    text = secret("hub/key")
  }
  file banner {
    path = "/srv/banner.txt"
    in   = hub
    text = "Hello"
  }`);
    expect(all["singleuser"]?.["extraFiles"]).toMatchObject({
      gitconfig: { mountPath: "/etc/gitconfig", stringData: "[safe]\n\tdirectory = *\n" },
      "culling-config": {
        mountPath: "/etc/jupyter/jupyter_notebook_config.json",
        data: { MappingKernelManager: { cull_connected: true, cull_interval: 60 } },
      },
      "run.sh": { mountPath: "/opt/run.sh", mode: 493, stringData: "#!/bin/sh\necho {}\n" },
    });
    expect(all["singleuser"]?.["extraFiles"]).not.toHaveProperty("key");
    expect(all["singleuser"]?.["storage"]).toMatchObject({
      extraVolumes: {
        "hubc-files": { secret: { secretName: "hubc-datahub", items: [{ key: "app.key", path: "app.key" }] } },
      },
      extraVolumeMounts: {
        "file-key": { name: "hubc-files", mountPath: "/etc/app/key.pem", subPath: "app.key", readOnly: true },
      },
    });
    expect(all["hub"]?.["extraVolumes"]).toEqual([
      { name: "hubc-files", secret: { secretName: "hubc-datahub", items: [{ key: "hub.key", path: "hub.key" }] } },
    ]);
    expect(all["hub"]?.["extraVolumeMounts"]).toEqual([
      { name: "hubc-files", mountPath: "/srv/key.pem", subPath: "hub.key", readOnly: true },
    ]);
    expect(all["hub"]?.["extraFiles"]).toMatchObject({ banner: { mountPath: "/srv/banner.txt", stringData: "Hello" } });
  });

  it("from secrets are keys that the release's Secret must hold", () => {
    const files = compiledCourse({ hub: '  file key {\n    path = "/k"\n    text = secret("app/key")\n  }\n' });
    expect(files.get("hubs/datahub/prod/README.md")?.text).toContain("`app.key`: file key");
  });

  const two = (path: string, extra = "") =>
    `  file a { path = "/etc/app/one"  text = "x" }\n  file b { path = "${path}"  text = "x"  ${extra} }\n`;
  it.each([
    [two("/etc/app/one"), ['hub/file-taken: "/etc/app/one"']],
    [two("/etc/app"), ['hub/file-taken: "/etc/app"']],
    [two("/etc/app/one/two"), ['hub/file-taken: "/etc/app/one/two"']],
    [two("/etc/app/one", "in = hub"), []],
    [two("/etc/app/ones"), []],
    ['  file a { path = "/home"  text = "x" }\n', ['hub/file-taken: "/home"']],
    ['  file a { path = "/home/jovyan/.condarc"  text = "x" }\n', []],
    [
      '  file a { path = "/etc/jupyter/jupyter_server_config.json"  text = "x" }\n',
      ['hub/file-taken: "/etc/jupyter/jupyter_server_config.json"'],
    ],
    ['  file a { path = "/etc/app/x.conf"  data { a = 1 } }\n', ['hub/file-format: "/etc/app/x.conf"']],
    ['  file a { path = "/etc/app/x.json" }\n', ["schema/missing-setting: file a"]],
    ['  file "a b" { path = "/x"  text = "x" }\n', ['schema/not-a-name: "a b"']],
  ])("%s", (hub, expected) => {
    expect(more(hub)).toEqual(expected);
  });
});

describe("services and scopes", () => {
  it("are programs beside the hub, each with a role of its own", () => {
    const { hub } = values(`  service grouper-sync {
    command = ["python3", "-m", "grouper"]
    scopes  = ["list:users", "read:users"]
    environment { BASE_URL = "https://groups.example.edu" }
  }
  service binder {
    url          = "http://binderhub:8090"
    display      = false
    ask-people   = false
    client-id    = "service-binder"
    redirect-url = "https://data8.datahub.berkeley.edu/services/binder/oauth_callback"
  }
  scopes {
    user   = ["self", "access:services!service=binder"]
    server = ["users:activity!user", "access:servers!server"]
  }`);
    expect(hub?.["services"]).toEqual({
      "grouper-sync": {
        command: ["python3", "-m", "grouper"],
        environment: { BASE_URL: "https://groups.example.edu" },
      },
      binder: {
        url: "http://binderhub:8090",
        display: false,
        oauth_client_id: "service-binder",
        oauth_no_confirm: true,
        oauth_redirect_uri: "https://data8.datahub.berkeley.edu/services/binder/oauth_callback",
      },
    });
    expect(hub?.["loadRoles"]).toMatchObject({
      "grouper-sync": { services: ["grouper-sync"], scopes: ["list:users", "read:users"] },
      user: { scopes: ["self", "access:services!service=binder"] },
      server: { scopes: ["users:activity!user", "access:servers!server"] },
    });
    expect(hub?.["loadRoles"]).not.toHaveProperty("binder");
    expect(values("")["hub"]).not.toHaveProperty("services");
  });

  it.each([
    ['service admin { command = ["x"]  scopes = ["list:users"] }', ["hub/service-name: service admin"]],
    ['service url { command = ["x"]  scopes = ["list:users"] }', ["hub/service-name: service url"]],
    ['service ab { command = ["x"]  scopes = ["list:users"] }', ["hub/service-name: service ab"]],
    ['service group-a { command = ["x"]  scopes = ["list:users"] }', []],
    ['service hubc-a { command = ["x"]  scopes = ["list:users"] }', ["hub/reserved-part: service hubc-a"]],
    [
      'service sync { command = ["x"]  scopes = ["list:users"] }\n  role sync { groups = ta  scopes = ["read:hub"] }',
      ["hub/role-name: role sync"],
    ],
    ['role admin { groups = ta  scopes = ["read:hub"] }', ["hub/role-name: role admin"]],
    ['role Staff { groups = ta  scopes = ["read:hub"] }', ["hub/role-name: role Staff"]],
    ['role hubc-a { groups = ta  scopes = ["read:hub"] }', ["hub/reserved-part: role hubc-a"]],
    ['role staff { groups = ta  scopes = ["read:hbu"] }', ['group/unknown-scope: "read:hbu"']],
    ['role staff { groups = ta  scopes = ["list:users!group=tas"] }', ['group/unknown-target: "list:users!group=tas"']],
    ['role staff { groups = ta  scopes = ["list:users!group=ta"] }', []],
    ['service sync { command = ["x"] }', ["hub/service-without-scopes: service sync"]],
    ['service sync { command = ["x"]  url = "http://localhost:9000" }', []],
    ["service sync { display = false }", []],
    ['service sync { command = ["x"]  scopes = ["lits:users"] }', ['group/unknown-scope: "lits:users"']],
    ['scopes { user = ["self", "admin:users"] }', ['hub/scopes-for-everybody: "admin:users"']],
    ['scopes { user = ["self", "servers!user=ada"] }', ['hub/scopes-for-everybody: "servers!user=ada"']],
    ['scopes { user = ["self", "read:users!user"] }', []],
    ['scopes { server = ["access:servers"] }', ['hub/scopes-for-everybody: "access:servers"']],
    ['scopes { server = ["self", "users:activity!user", "access:servers!server"] }', []],
  ])("%s", (line, expected) => {
    expect(more(`  ${line}\n`)).toEqual(expected);
  });

  it("gives groups a role of its own, with the people of another group as its reach", () => {
    const hub = values(`  role department {
    description = "The department's staff"
    groups      = [ta]
    scopes      = ["admin-ui", "list:users!group=pupils"]
  }`)["hub"];
    expect(hub?.["loadRoles"]).toMatchObject({
      department: {
        description: "The department's staff",
        groups: ["ta"],
        scopes: ["admin-ui", "list:users!group=pupils"],
      },
    });
    const groups = values('  role department { groups = ta  scopes = ["list:users!group=pupils"] }')["custom"];
    expect(groups).toMatchObject({ hubc: { groups: { pupils: { members: ["zoe"] }, ta: { members: ["bea"] } } } });
  });
});

describe("containers", () => {
  const container = `  container postgres {
    image = "docker.io/library/postgres:16.4"
    arguments = ["-c", "log_line_prefix={x}"]
    ports  = [5432]
    home   = true
    user   = 1000
    memory = 64MiB .. 512MiB
    cpu    = 0.01 .. unlimited
    environment { POSTGRES_USER = "jovyan" }
  }
`;

  it("run beside every server, with the home where it has it", () => {
    expect(values(container)["singleuser"]?.["extraContainers"]).toEqual([
      {
        name: "postgres",
        image: "docker.io/library/postgres:16.4",
        args: ["-c", "log_line_prefix={{x}}"],
        ports: [{ containerPort: 5432 }],
        env: [{ name: "POSTGRES_USER", value: "jovyan" }],
        resources: { requests: { memory: "64Mi", cpu: "10m" }, limits: { memory: "512Mi" } },
        securityContext: { runAsUser: 1000 },
        volumeMounts: [{ name: "volume-{user_server}", mountPath: "/home/jovyan" }],
      },
    ]);
    expect(values('  container mongo { image = "mongo:5.0.11" }')["singleuser"]?.["extraContainers"]).toEqual([
      { name: "mongo", image: "mongo:5.0.11" },
    ]);
  });

  it("have cores as they are said, and in thousands rounded up as Kubernetes does", () => {
    expect(values("  cpu = 0.22815625 .. 3.6505\n")["singleuser"]?.["cpu"]).toEqual({
      guarantee: 0.22815625,
      limit: 3.6505,
    });
    const small = values('  container mongo { image = "mongo:5.0.11"  cpu = 0.00001 .. 0.0505 }')["singleuser"];
    expect(small?.["extraContainers"]).toMatchObject([
      { resources: { requests: { cpu: "1m" }, limits: { cpu: "51m" } } },
    ]);
  });

  it("are counted with the servers that nodes hold", () => {
    const spare = (hub: string) => values(`  spare { users = 1 }\n${hub}`)["scheduling"]?.["userPlaceholder"];
    expect(spare("")).toMatchObject({ resources: { requests: { memory: "1Gi" } } });
    expect(spare(container)).toMatchObject({ resources: { requests: { memory: "1088Mi", cpu: "10m" } } });
  });

  it.each([
    ['container notebook { image = "mongo:5.0.11" }', ["hub/container-name: container notebook"]],
    ['container own-home { image = "mongo:5.0.11" }', ["hub/container-name: container own-home"]],
    ['container Mongo { image = "mongo:5.0.11" }', ["hub/container-name: container Mongo"]],
    ['container mongo { image = "mongo:5.0.11" }', []],
  ])("%s", (line, expected) => {
    expect(more(`  ${line}\n`)).toEqual(expected);
  });
});

describe("mounts", () => {
  const share = (hub: string, more = "") =>
    courseProgram({ hub, more: `group helpers { members = ["bea"] }\n${more}` }).replace(
      "storage dynamic homes { size = 5GiB }",
      'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
    );
  const built = (hub: string, more = "") => {
    const on = checkedDate("2026-10-05");
    if (on === undefined) throw new Error("no day");
    const { files, diagnostics } = compile(
      { files: [createSourceFile("p.hub", share(hub, more))], assets: new Map() },
      { on },
    );
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    const text = files.find(({ path }) => path === "hubs/datahub/prod/values.yaml")?.text ?? "";
    const all = load(text) as Record<string, Record<string, unknown>>; // values are a map of maps
    expect(chartComplaints(all)).toEqual([]);
    return all;
  };

  it("are in every server, or in those of groups and admins", () => {
    const all = built(
      `  admins = ["root-1"]
  mount shared { path = "shared"  folder = "_shared" }
  mount write  { path = "shared-write"  folder = "_shared"  read-only = false  groups = helpers  admins = true }
  mount data   { path = "/srv/data"  folder = "campus/data"  storage = archive }
`,
      'storage claim archive { name = "campus-archive" }\n',
    );
    expect(all["singleuser"]?.["storage"]).toMatchObject({
      extraVolumes: { "storage-archive": { persistentVolumeClaim: { claimName: "campus-archive" } } },
      extraVolumeMounts: {
        "mount-shared": { name: "home", mountPath: "/home/jovyan/shared", subPath: "_shared", readOnly: true },
        "mount-data": { name: "storage-archive", mountPath: "/srv/data", subPath: "campus/data", readOnly: true },
      },
    });
    expect(JSON.stringify(all["singleuser"])).not.toContain("shared-write");
    expect(all["hub"]?.["config"]).toMatchObject({
      KubeSpawner: {
        group_overrides: {
          "30-mount-write": {
            groups: ["helpers", "hubc:admins"],
            spawner_override: {
              volume_mounts: {
                "mount-write": {
                  name: "home",
                  mountPath: "/home/jovyan/shared-write",
                  subPath: "_shared",
                  readOnly: false,
                },
              },
            },
          },
        },
      },
    });
    expect(all["custom"]?.["hubc"]).toMatchObject({
      groups: { helpers: { members: ["bea"] }, "hubc:admins": { members: ["root-1"] } },
    });
  });

  it("of a trial lie in its own folder", () => {
    const hub =
      '  mount shared { path = "shared"  folder = "_shared" }\n  stage trial { domain = "t.example.edu" }\n  stage prod { }\n';
    const on = checkedDate("2026-10-05");
    if (on === undefined) throw new Error("no day");
    const { files } = compile({ files: [createSourceFile("p.hub", share(hub))], assets: new Map() }, { on });
    expect(files.find(({ path }) => path === "hubs/datahub/trial/values.yaml")?.text).toMatch(
      /subPath: "?_trial\/_shared/,
    );
  });

  const course = '  shared data {\n    path = "data"\n  }';
  it.each([
    ['mount a { path = "a"  folder = "shared" }', ["hub/mount-in-homes"]],
    ['mount a { path = "a"  folder = "/ada/work" }', ["hub/mount-in-homes"]],
    ['mount a { path = "a"  folder = "_backups/datahub" }', ["hub/mount-in-homes"]],
    ['mount a { path = "a"  folder = "_a" }', []],
    ['mount a { path = "/home"  folder = "_a" }', ["hub/mount-taken"]],
    ['mount a { path = "/home/jovyan/"  folder = "_a" }', ["schema/bad-text"]],
    [
      'mount a { path = "x"  folder = "_a" }\n  mount b { path = "/home/jovyan/x"  folder = "_b" }',
      ["hub/mount-taken"],
    ],
    [
      'mount a { path = "x"  folder = "_a"  admins = true }\n  mount b { path = "x"  folder = "_b"  groups = helpers }',
      [],
    ],
    ['volume a { path = "/data"  claim = "a"  secret = "b" }', ["hub/volume-of-two"]],
    ['volume a { path = "/data"  claim = "a" }\n  volume b { path = "/data/"  claim = "b" }', ["hub/mount-taken"]],
    ['volume a { path = "/data"  claim = "a" }\n  volume b { path = "/data"  in = hub  claim = "b" }', []],
    ['volume a { path = "/home/jovyan"  claim = "a" }', ["hub/mount-taken"]],
    ['volume a { path = "/x"  claim = "a" }\n  mount b { path = "/x"  folder = "_b" }', ["hub/mount-taken"]],
    ['volume a { path = "/etc"  claim = "a" }', ["server/system-path"]],
    ['mount a { path = "x"  folder = "_a" }\n  file b { path = "/home/jovyan/x"  text = "x" }', ["hub/mount-taken"]],
    ['mount hubc-a { path = "x"  folder = "_a" }', ["hub/reserved-part"]],
    ['mount a { path = "x"  folder = "_a"  groups = helprs }', ["names/unknown-group"]],
  ])("%s", (line, expected) => {
    const codes = checkProgram(programOf(share(`  ${line}\n`))).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect(codes.map(({ code }) => code)).toEqual(expected);
  });

  it("open neither what courses keep nor volumes of each person's own", () => {
    const codes = (text: string) =>
      checkProgram(programOf(text))
        .diagnostics.filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
    const hub = '  mount a { path = "a"  folder = "_shared" }\n';
    expect(codes(share(hub).replace("  term  =", `${course}\n  term  =`))).toEqual(["hub/mount-in-homes"]);
    expect(codes(courseProgram({ hub }))).toEqual(["storage/not-shareable"]);
  });
});
