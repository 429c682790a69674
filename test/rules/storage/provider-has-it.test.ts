import { describe, expect, it } from "vitest";
import type { ProviderVariant } from "../../../compiler/model/provider.ts";
import { clusterPrograms } from "../../support/cluster-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const storages = {
  nfs: 'server = "10.0.0.2"  export = "/homes"',
  filestore: 'server = "10.0.0.2"  share = "homes"',
  "azure-files": 'account = "a"  share = "homes"',
  efs: 'filesystem = "fs-0123456789abcdef0"',
  dynamic: "size = 5GiB",
  "host-path": 'directory = "/srv/homes"  on-every-host = true',
  memory: "size = 5GiB",
};

const hub = `course c { title = "C"  hub = h  image = img  term = 2026-08-26 .. 2026-12-18 }
image img extends std.jupyterlab { }
hub h {
  provider = cluster
  homes = homes
  domain = "h.example.edu"
  auth google { hosted-domains = ["berkeley.edu"]  client-id = secret("a/id")  client-secret = secret("a/secret") }
}
`;

/** Where each storage is at home, written out: whoever changes the table must change this too. */
const refused: Readonly<Record<ProviderVariant, readonly string[]>> = {
  gke: ["azure-files", "efs", "host-path"],
  aks: ["filestore", "efs", "host-path"],
  eks: ["filestore", "azure-files", "host-path"],
  openstack: ["filestore", "azure-files", "efs", "host-path"],
  k3s: ["filestore", "azure-files", "efs"],
  kind: ["filestore", "azure-files", "efs"],
  kubernetes: [],
};

describe.each(Object.entries(refused))("%s", (variant, none) => {
  const provider = (clusterPrograms[variant as ProviderVariant] ?? "").replace(/^storage .*\n/m, ""); // the table's keys are variants
  const found = (storage: string, body: string) =>
    checkProgram(programOf(`${hub}${provider}storage ${storage} homes { ${body} }\n`)).diagnostics.filter(
      ({ severity }) => severity === "error",
    );

  it.each(Object.entries(storages))("and %s", (storage, body) => {
    const errors = found(storage, body);
    expect(errors.map(({ code }) => code)).toEqual(none.includes(storage) ? ["storage/not-on-provider"] : []);
    for (const { message, related } of errors) {
      for (const can of Object.keys(storages).filter((one) => !none.includes(one)))
        expect(message).toContain(`\`${can}\``);
      for (const cannot of none) expect(message).not.toContain(`\`${cannot}\``);
      expect(related).toHaveLength(1);
    }
  });
});

it("says it once for a storage, however many stages there are", () => {
  const staged = hub
    .replace("}\n", "}\n")
    .replace(
      'domain = "h.example.edu"',
      'domain = "h.example.edu"\n  stage staging { domain = "s.example.edu" }\n  stage prod { }',
    );
  const text = `${staged}provider kind cluster { }\nstorage efs homes { filesystem = "fs-0123456789abcdef0" }\n`;
  const codes = checkProgram(programOf(text)).diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code === "storage/not-on-provider")).toHaveLength(1);
});
