// Names that exist in a cluster: claims and labels of nodes that somebody else made.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
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

  it.each(["a=b,a=c", "a=b,", "a", "a=b c=d"])("refuses %s", (label) => {
    expect(errors(gke(label))).toEqual(["schema/bad-text"]);
  });
});
