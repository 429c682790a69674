// What must hold of copies, secrets, shared homes and names in a cluster, beyond the examples of the catalogue.

import { describe, expect, it } from "vitest";
import { chartPitfalls } from "../../../compiler/knowledge/chart-pitfalls.ts";
import { newestChart } from "../../../compiler/knowledge/charts/charts.ts";
import { zeroTimeout } from "../../../compiler/knowledge/idle-culler.ts";
import { noTime } from "../../../compiler/rules/hub/no-time.ts";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const nfs = 'storage nfs homes { server = "10.0.0.2" export = "/homes" }';
const shared = (text: string, storage = nfs) => text.replace("storage dynamic homes { size = 5GiB }", storage);
const found = (text: string) =>
  checkProgram(programOf(text)).diagnostics.flatMap(({ code, span }) =>
    /^(?:storage|secret|hub|schema)\//.test(code) && code !== "hub/no-certificate"
      ? [`${code} at ${span.file.text.slice(span.start, span.end)}`]
      : [],
  );

const second = (homes: string, auth: string) => `hub second {
  provider = k
  homes = ${homes}
  domain = "second.example.edu"
  ${auth}
}
`;
const github =
  'auth github { client-id = secret("x/id") client-secret = secret("x/secret") allow { people = ["bo"] } }';
const google =
  'auth google { client-id = secret("x/id") client-secret = secret("x/secret") hosted-domains = ["example.edu"] }';

describe("backup", () => {
  it.each([
    ['"0 3 * * *"', []],
    ['"*/15 0-6,22 1 jan-mar sun,sat"', []],
    ["03:00", []],
    ['"0 3 * *"', ["schema/bad-text"]],
    ['"60 3 * * *"', ["schema/bad-text"]],
    ['"0 24 * * *"', ["schema/bad-text"]],
    ['"0 3 0 * *"', ["schema/bad-text"]],
    ['"0 3 * * 7"', ["schema/bad-text"]],
    ['"0 5-3 * * *"', ["schema/bad-text"]],
    ['"@daily"', ["schema/bad-text"]],
    ["3", ["schema/wrong-type"]],
  ])("takes %s as its schedule, or says what is wrong", (schedule, codes) => {
    const text = shared(smallProgram({ hub: `  backup { schedule = ${schedule} }` }));
    expect(found(text).map((one) => one.split(" at ")[0])).toEqual(codes);
  });

  it("is refused where no job can read all homes, once for all stages", () => {
    const staged = '  backup { schedule = 03:00 }\n  stage a { domain = "a.example.edu" }\n  stage b { }\n';
    expect(found(smallProgram({ hub: staged }))).toEqual(["storage/no-copies at backup"]);
    expect(found(shared(smallProgram({ hub: staged }), "storage memory homes { size = 1GiB }"))).toEqual([
      "storage/no-copies at backup",
    ]);
  });

  it("goes only to a storage that the cluster can mount", () => {
    const to = (storage: string) =>
      found(shared(smallProgram({ hub: "  backup { schedule = 03:00 storage = far }\n", more: storage })));
    expect(to('storage efs far { filesystem = "fs-0123456789abcdef0" }')).toEqual([
      "storage/no-room-for-copies at far",
    ]);
    expect(to("storage memory far { size = 1GiB }")).toEqual(["storage/no-room-for-copies at far"]);
    expect(to('storage nfs far { server = "10.0.0.3" export = "/far" }')).toEqual([]);
  });
});

describe("homes that two hubs share", () => {
  const twice = (more: string) => found(shared(smallProgram({ more })));

  it("are fine where people sign in alike, and a warning where not", () => {
    expect(twice(second("homes", github))).toEqual([]);
    expect(twice(second("homes", google))).toEqual(["storage/shared-by-hubs at hub second"]);
  });

  it("are found under another name too, and not where the folders differ", () => {
    const other = (path: string) => `storage nfs same { server = "10.0.0.2" export = "homes" ${path} }\n`;
    expect(twice(other("") + second("same", google))).toEqual(["storage/shared-by-hubs at hub second"]);
    expect(twice(other('path = "other/{username}"') + second("same", google))).toEqual([]);
  });

  it("are nobody's concern where each person has a volume in a namespace", () => {
    expect(found(smallProgram({ more: second("homes", google) }))).toEqual([]);
  });
});

describe("keep = false", () => {
  it("is a warning where nothing can go with the release, and not where an instance is made for it", () => {
    const instance = "storage filestore homes { tier = zonal size = 1TiB keep = false }";
    const on = (storage: string) => found(shared(smallProgram(), storage));
    expect(on('storage nfs homes { server = "10.0.0.2" export = "/homes" keep = false }')).toEqual([
      "storage/always-kept at false",
    ]);
    expect(on("storage dynamic homes { size = 1GiB keep = false }")).toEqual(["storage/always-kept at false"]);
    expect(on(instance).filter((one) => one.startsWith("storage/always-kept"))).toEqual([]);
  });
});

describe("names in the cluster", () => {
  it("are not those of Kubernetes", () => {
    const text = smallProgram().replace("hub h {", "hub kube {").replace("hub   = h", "hub   = kube");
    expect(found(text)).toEqual(["hub/reserved-name at hub kube"]);
  });
});

describe("a time of zero", () => {
  it.each([
    ["cull { idle = 0s }", ["hub/no-time at 0s"]],
    ["cull { idle = 1h  max-age = 0h }", ["hub/no-time at 0h"]],
    ["start-timeout = 0min", ["hub/no-time at 0min"]],
    ["cull { idle = 1s  max-age = 1h }\nstart-timeout = 1s", []],
    // One finding, though each stage has it.
    ['cull { idle = 0s }\nstage staging { domain = "s.example.edu" }\nstage prod { }', ["hub/no-time at 0s"]],
  ])("%s", (hub, expected) => {
    expect(found(smallProgram({ hub }))).toEqual(expected);
  });

  it("of the culler is one thing, in the block and in values", () => {
    const [pitfall] = chartPitfalls({ cull: { enabled: true, timeout: 0 } }, newestChart);
    expect(pitfall?.problem).toContain("the culler stops servers after 10 minutes");
    expect(pitfall?.problem).toContain(zeroTimeout);
    expect(noTime.diagnostic?.why).toContain(zeroTimeout);
  });
});
