// Names that exist in a cluster: claims and labels of nodes that somebody else made.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { readYaml } from "../../../compiler/knowledge/read-yaml.ts";
import { refusedChanges } from "../../../compiler/plan/refused-changes.ts";
import { factsOf } from "../../../compiler/targets/program-facts.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function built(text: string): ReadonlyMap<string, string> {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

function values(files: ReadonlyMap<string, string>): Record<string, Record<string, unknown>> {
  return load(files.get("hubs/datahub/prod/values.yaml") ?? "") as Record<string, Record<string, unknown>>; // a map of maps
}

function errors(text: string): string[] {
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
}

const claimed = (claim: string, parts: Parameters<typeof courseProgram>[0] = {}) =>
  courseProgram(parts).replace("storage dynamic homes { size = 5GiB }", `storage claim homes { ${claim} }`);

describe("a claim that somebody else makes", () => {
  it("holds the homes under its own name, and nothing is made for it", () => {
    const files = built(claimed('name = "home-nfs"  path = "{escaped_username}"'));
    expect(values(files)["singleuser"]?.["storage"]).toMatchObject({
      type: "static",
      static: { pvcName: "home-nfs", subPath: "{escaped_username}" },
    });
    expect([...files.keys()].filter((path) => path.includes("/manifests/2"))).toEqual([]);
    expect(files.get("hubs/datahub/prod/README.md")).toContain(
      "The PersistentVolumeClaim `home-nfs` in the namespace `datahub-prod`",
    );
  });

  it("has the name of the storage where none is said", () => {
    expect(values(built(claimed("")))["singleuser"]?.["storage"]).toMatchObject({ static: { pvcName: "homes" } });
  });

  it("holds shared folders and copies, too", () => {
    const files = built(
      courseProgram({
        course: '  shared data {\n    path = "data"\n    storage = archive\n  }',
        hub: "  backup {\n    schedule = 03:00\n    storage = archive\n  }",
        more: 'storage claim archive { name = "campus-archive" }',
      }).replace("storage dynamic homes { size = 5GiB }", 'storage claim homes { name = "home-nfs" }'),
    );
    expect(values(files)["singleuser"]?.["storage"]).toMatchObject({
      extraVolumes: { "storage-archive": { persistentVolumeClaim: { claimName: "campus-archive" } } },
    });
    const job = [...files].find(([path]) => /manifests\/.*backup/.test(path))?.[1];
    expect(job).toContain("claimName: home-nfs");
    expect(job).toContain("claimName: campus-archive");
  });

  it("lies in the namespace of those who mount it", () => {
    expect(errors(claimed('name = "home-nfs"  namespace = "datahub-prod"'))).toEqual([]);
    expect(errors(claimed('name = "home-nfs"  namespace = "datahub"'))).toEqual(["storage/claim-elsewhere"]);
    const stages = '  stage trial { domain = "t.example.edu" }\n  stage prod { }\n';
    expect(errors(claimed('name = "home-nfs"  namespace = "datahub-prod"', { hub: stages }))).toEqual([
      "storage/claim-elsewhere",
    ]);
    expect(errors(claimed('name = "home-nfs"', { hub: stages }))).toEqual([]);
  });

  it("is not one that the chart or hubc makes", () => {
    expect(errors(claimed('name = "hub-db-dir"'))).toEqual(["hub/reserved-name"]);
    const more = 'storage nfs archive {\n  server = "10.0.0.3"\n  export = "/archive"\n}';
    const course = '  shared data {\n    path = "data"\n    storage = archive\n  }';
    expect(errors(claimed('name = "archive"', { course, more }))).toEqual(["storage/claim-made-here"]);
    expect(errors(claimed('name = "other"', { course, more }))).toEqual([]);
  });

  it.each(['name = "Home"', 'name = "a b"', 'namespace = "-x"', "name = home"])("refuses %s", (line) => {
    expect(errors(claimed(line)).length).toBe(1);
  });
});

describe("labels of pools", () => {
  const gke = (label: string) =>
    courseProgram({}).replace(
      /provider kubernetes k \{[\s\S]*?\n\}\n/,
      `provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..2  label = "hub.jupyter.org/pool-name=core-2024" }
  pool users { machine = "n2-highmem-8"  nodes = 0..3  label = "${label}" }
}
`,
    );

  it("select the nodes of any provider", () => {
    const files = built(gke("2i2c/hub-name=prod,node.kubernetes.io/instance-type=n2-highmem-8"));
    const all = values(files);
    expect(all["singleuser"]?.["nodeSelector"]).toEqual({
      "2i2c/hub-name": "prod",
      "node.kubernetes.io/instance-type": "n2-highmem-8",
    });
    expect(all["hub"]?.["nodeSelector"]).toEqual({ "hub.jupyter.org/pool-name": "core-2024" });
    const cluster = [...files].filter(([path]) => path.startsWith("providers/k/")).map(([, text]) => text);
    const texts = cluster.join("\n");
    expect(texts).toMatch(/2i2c\/hub-name"?[:=] ?"?prod/);
    expect(texts).toMatch(/hub\.jupyter\.org\/pool-name"?[:=] ?"?core-2024/);
    // Nobody but the cluster itself gives these labels.
    expect(texts).not.toMatch(/^ +"?node\.kubernetes\.io\/instance-type|(?:labels|label nodes).*instance-type/m);
  });

  it("is the type of the machine by a word, on the clouds that give it to their nodes", () => {
    const said = gke("x=y").replace('label = "x=y"', "label = machine");
    const selector = { "node.kubernetes.io/instance-type": "n2-highmem-8" };
    expect(values(built(said))["singleuser"]?.["nodeSelector"]).toEqual(selector);
    expect(
      values(built(said.replace("provider gke", 'let machine = "a/b=c"\nprovider gke')))["singleuser"],
    ).toMatchObject({ nodeSelector: { "a/b": "c" } });
    expect(errors(said.replace("label = machine", "label = machines"))).toEqual(["schema/wrong-type"]);
    const openstack =
      'provider openstack x { template = "k"  pool users { machine = "m3"  nodes = 0..1  label = machine } }';
    expect(errors(openstack)).toContain("schema/wrong-type");
  });

  it.each(["a=b,a=c", "a=b,", "a", "a=b c=d"])("refuses %s", (label) => {
    expect(errors(gke(label))).toEqual(["schema/bad-text"]);
  });
});

describe("names of a release and its namespace", () => {
  const named = '  release = "datahub"\n  namespace = "hubs"\n';

  it("are those that run already, in every output", () => {
    const files = built(
      courseProgram({ hub: `${named}  environment { DB = secret("db/url") }\n` }).replace(
        "storage dynamic homes { size = 5GiB }",
        'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
      ),
    );
    const script = files.get("hubs/datahub/prod/deploy.sh") ?? "";
    expect(script).toContain("helm upgrade --install datahub jupyterhub --repo");
    expect(script).toContain("--namespace hubs --values values.yaml");
    expect(files.get("hubs/datahub/prod/manifests/10-namespace.yaml")).toContain("name: hubs");
    const claim = files.get("hubs/datahub/prod/manifests/20-homes.yaml") ?? "";
    expect(claim).toMatch(/namespace: hubs\s+name: homes|name: homes\s+namespace: hubs/);
    const others = [...files].filter(([path, text]) => path.startsWith("hubs/") && text.includes("datahub-prod"));
    // Only the headers of the files call the release so, and what hubc deploy notes of it in the cluster.
    expect(
      others.flatMap(([, text]) =>
        text
          .split("\n")
          .filter(
            (line) =>
              line.includes("datahub-prod") && !/^(?:#|The release)|hubc-(?:inventory|deploy)-datahub-prod/.test(line),
          ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['  release = "Datahub"\n', "schema/bad-text"],
    ['  release = "1hub"\n', "schema/bad-text"],
    ['  namespace = "a.b"\n', "schema/bad-text"],
    ['  namespace = "kube-system"\n', "hub/reserved-name"],
    [`${named}  stage trial { domain = "t.example.edu" }\n  stage prod { }\n`, "hub/namespace-taken"],
    [
      '  release = "d"\n  stage trial { domain = "t.example.edu"  namespace = "x" }\n  stage prod { }\n',
      "hub/release-name-taken",
    ],
  ])("refuses %s", (hub, code) => {
    expect(errors(courseProgram({ hub }))).toContain(code);
  });

  it("differ by stage", () => {
    const hub =
      '  stage trial { domain = "t.example.edu"  release = "trial"  namespace = "trial" }\n  stage prod { release = "hub"  namespace = "hub" }\n';
    expect(errors(courseProgram({ hub }))).toEqual([]);
  });
});

describe("a chart of one's own around it", () => {
  const hub = `  umbrella {
    chart = "charts/hub"
    key   = "basehub"
    values {
      dask-gateway.enabled = true
      nfs { server = "10.0.0.2"  options = ["noatime"] }
    }
  }
  stage prod { umbrella { values { nfs.server = "10.0.0.3" } } }
`;

  it("has the hub's values under the part's name, and others beside them", () => {
    const files = built(courseProgram({ hub }));
    const all = values(files);
    expect(Object.keys(all)).toEqual(["basehub", "dask-gateway", "nfs"]);
    expect(all["nfs"]).toEqual({ options: ["noatime"], server: "10.0.0.3" });
    expect(all["basehub"]?.["hub"]).toMatchObject({ config: { JupyterHub: { authenticator_class: "github" } } });
    const script = files.get("hubs/datahub/prod/deploy.sh") ?? "";
    expect(script).toContain("helm dependency build ../../../../charts/hub\n");
    expect(script).toContain("helm upgrade --install datahub-prod ../../../../charts/hub \\\n");
    expect(script).not.toContain("--repo");
  });

  it("leaves to it what the hub says nothing of, and goes before it where it may say something else", () => {
    const ingress = "  ingress { }\n";
    const inner = values(built(courseProgram({ hub: hub + ingress })))["basehub"] ?? {};
    const plain = values(built(courseProgram({ hub: ingress })));
    const { https, ...proxy } = plain["proxy"] ?? {};
    expect(https).toEqual({ enabled: false });
    expect(inner["proxy"]).toEqual(proxy);
    const { annotations, ...rest } = (plain["ingress"] ?? {}) as Record<string, unknown>;
    expect(annotations).toEqual({ "nginx.ingress.kubernetes.io/proxy-body-size": "512m" });
    expect(inner["ingress"]).toMatchObject(rest);
    expect(JSON.stringify(inner["ingress"])).not.toContain("proxy-body-size");
    const configOf = (all: Record<string, unknown>) => (all["hub"] as { config: Record<string, object> }).config;
    expect(configOf(plain)["Authenticator"]).toHaveProperty("allow_all", false);
    expect(configOf(inner)["Authenticator"]).not.toHaveProperty("allow_all");
    expect(configOf(inner)["GitHubOAuthenticator"]).toHaveProperty("allow_all", false);
    const said = values(built(courseProgram({ hub: `${hub}  ingress { body-size = 1GiB }\n` })))["basehub"]?.[
      "ingress"
    ];
    expect(JSON.stringify(said)).toContain('"nginx.ingress.kubernetes.io/proxy-body-size":"1024m"');
  });

  it.each([
    ['  umbrella { chart = "../hub" }\n', "schema/bad-text"],
    ["  umbrella { }\n", "schema/missing-setting"],
    ['  umbrella { chart = "c"  values { jupyterhub.debug.enabled = true } }\n', "hub/umbrella-part"],
    ['  umbrella { chart = "c"  key = "a.b"  values { a.b.debug.enabled = true } }\n', "hub/umbrella-part"],
    ['  umbrella { chart = "c"  key = "a..b" }\n', "schema/bad-text"],
  ])("refuses %s", (text, code) => {
    expect(errors(courseProgram({ hub: text }))).toEqual([code]);
  });

  it("may have it as a part of a part, beside values of that part", () => {
    const inner = hub.replace('"basehub"', '"basehub.jupyterhub"').replace("dask-gateway.", "basehub.dask-gateway.");
    const all = values(built(courseProgram({ hub: inner })));
    expect(Object.keys(all)).toEqual(["basehub", "nfs"]);
    expect(Object.keys(all["basehub"] ?? {})).toEqual(["jupyterhub", "dask-gateway"]);
  });

  it("moves no homes unseen", () => {
    const before = built(courseProgram({ hub }));
    const after = courseProgram({ hub }).replace(
      "storage dynamic homes { size = 5GiB }",
      'storage claim homes { name = "x" }',
    );
    const on = checkedDate("2026-10-05");
    if (on === undefined) throw new Error("no day");
    const { files, model } = compile({ files: [createSourceFile("p.hub", after)], assets: new Map() }, { on });
    if (model === undefined) throw new Error("no model");
    const next = { model, facts: factsOf(model), files };
    const { findings } = refusedChanges({ facts: undefined, texts: before }, next, readYaml);
    expect(findings.map(({ diagnostic }) => diagnostic.code)).toEqual(["plan/homes-elsewhere"]);
  });
});
