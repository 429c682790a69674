// What a build refuses to do to what an earlier one deployed, from two programs.

import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { isCompared } from "../../compiler/plan/cluster-objects.ts";
import { refusedChanges } from "../../compiler/plan/refused-changes.ts";
import { factsOf } from "../../compiler/targets/program-facts.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { smallProgram } from "../support/small-program.ts";

const nfs = 'storage nfs homes { server = "10.0.0.2"  export = "/homes"  size = 2TiB }';
const filestore = "storage filestore homes { tier = zonal  size = 2TiB }";
const gke =
  'provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool users { machine = "n2-highmem-4"  nodes = 0..9 }\n}';
const k3s = (host: string) => `storage host-path homes { directory = "/srv/homes"  host = "${host}" }`;
const hosts = 'provider k3s k {\n  pool users { hosts = ["lab-2", "lab-3"]  memory = 64GiB  cpu = 16 }\n}';

function build(storage: string, { provider = "provider kind k { }", hub = "", on = "2026-10-05" } = {}) {
  const text = smallProgram({ course: "  students = 9", hub: `  https { letsencrypt = "help@example.edu" }\n${hub}` })
    .replace("storage dynamic homes { size = 5GiB }", storage)
    .replace("provider kind k { }", provider)
    .concat('project p { registry = "ghcr.io/o/r" }\n');
  const { files, diagnostics, model } = compile(
    { files: [createSourceFile("p.hub", text)], assets: new Map() },
    { on: checkedDate(on) ?? 0 },
  );
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { model, files, facts: factsOf(model) };
}

function refused(before: ReturnType<typeof build>, after: ReturnType<typeof build>): readonly string[] {
  const texts = new Map(before.files.filter(({ path }) => isCompared(path)).map(({ path, text }) => [path, text]));
  return refusedChanges({ facts: before.facts, texts }, after, readYaml).findings.map(
    ({ diagnostic: { code, message, span } }) => `${code} ${span.file.text.slice(span.start, span.end)}: ${message}`,
  );
}

describe("what Kubernetes refuses is refused by the build, at the setting", () => {
  test.each([
    ["the server of homes", nfs, nfs.replace("10.0.0.2", "10.0.0.3"), '"10.0.0.3": ', "`10.0.0.2`"],
    ["the exported folder", nfs, nfs.replace("/homes", "/other"), '"/other": ', "`/homes`"],
    ["a smaller size of a share that was there", nfs, nfs.replace("2TiB", "1TiB"), "1TiB: ", "`2Ti`"],
    ["a larger size of a share that was there", nfs, nfs.replace("2TiB", "4TiB"), "4TiB: ", "limits nothing"],
  ])("%s", (_, before, after, place, was) => {
    const found = refused(build(before), build(after));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`plan/immutable-field ${place}`);
    expect(found[0]).toContain(was);
  });

  test("a smaller size of an instance, and not a larger one", () => {
    const sized = (size: string) => build(filestore.replace("2TiB", size), { provider: gke });
    expect(refused(sized("2TiB"), sized("4TiB"))).toEqual([]);
    expect(refused(sized("2TiB"), sized("1TiB"))).toEqual([expect.stringContaining("never shrinks")]);
  });

  test("the tier of an instance", () => {
    const found = refused(
      build(filestore, { provider: gke }),
      build(filestore.replace("zonal", "regional"), { provider: gke }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("plan/immutable-field regional: ");
  });

  test("the machine of a folder", () => {
    const found = refused(build(k3s("lab-2"), { provider: hosts }), build(k3s("lab-3"), { provider: hosts }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('plan/immutable-field "lab-3"');
    expect(found[0]).toContain("lab-2");
  });
});

describe("homes that would be empty", () => {
  const other = nfs.replace("homes {", "others {").replace('"/homes"', '"/others"');
  test.each([
    ["another storage", nfs, `${nfs.replace("homes {", "old {")}\n${other}`, "  stage prod { homes = others }"],
    ["another folder for each person", nfs, nfs.replace("size", 'path = "people/{username}"  size'), ""],
    ["a volume for each person", nfs, "storage dynamic homes { size = 5GiB }", ""],
  ])("%s", (_, before, after, hub) => {
    const program = hub === "" ? build(after) : build(`${after}\n${nfs}`, { hub });
    const found = refused(build(before), program);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("plan/homes-elsewhere");
  });
});

describe("what can be done in place is done", () => {
  test.each([
    ["nothing", nfs, nfs],
    [
      "a mount of the same folder by another name",
      nfs,
      `${nfs.replace("homes {", "others {")}\n${nfs.replace('"/homes"', '"/old"')}`,
      "  stage prod { homes = others }",
    ],
    ["mount options", nfs, nfs.replace("size", 'options = ["noatime"]  size')],
    [
      "a class for new volumes",
      "storage dynamic homes { size = 5GiB }",
      'storage dynamic homes { size = 5GiB  class = "fast" }',
    ],
  ])("%s", (_, before, after, hub = "") => {
    expect(refused(build(before), build(after, { hub }))).toEqual([]);
  });

  test("another day, and a hub that is new", () => {
    expect(refused(build(nfs), build(nfs, { on: "2026-12-01" }))).toEqual([]);
    expect(refused({ ...build(nfs), files: [], facts: { subjects: [] } }, build(nfs))).toEqual([]);
  });

  test("a file edited so that it is no YAML any more", () => {
    const before = build(nfs);
    const files = before.files.map((file) => ({ ...file, text: "a: [\n" }));
    expect(refused({ ...before, files }, build(nfs))).toEqual([]);
  });
});
