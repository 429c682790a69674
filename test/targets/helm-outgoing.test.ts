// What servers may reach, as the chart's network policies take it.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { emit } from "../../compiler/targets/emit.ts";
import { at } from "../support/compiled-programs.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

function valuesWith(hub: string): unknown {
  const files = emit(modelOf(smallProgram({ hub })), {});
  return load(files.find(({ path }) => path.endsWith("/values.yaml"))?.text ?? "");
}

const policyOf = (hub: string) => at(valuesWith(hub), "singleuser", "networkPolicy");
const blocked = (hub: string) => at(valuesWith(hub), "singleuser", "cloudMetadata", "blockWithIptables");

describe("network", () => {
  it("leaves the chart's policies alone where nothing is said", () => {
    expect(policyOf("")).toBeUndefined();
    expect(blocked("")).toBeUndefined();
  });

  it("opens private networks, and not the metadata server that lies in one of them", () => {
    expect(policyOf('  network { allow-outgoing = ["10.20.0.0/16", "169.254.0.0/16"] }')).toEqual({
      egressAllowRules: { cloudMetadataServer: false, nonPrivateIPs: true },
      egress: [
        {
          to: [
            { ipBlock: { cidr: "10.20.0.0/16" } },
            { ipBlock: { cidr: "169.254.0.0/16", except: ["169.254.169.254/32"] } },
          ],
        },
      ],
    });
  });

  it("opens the metadata server in the policy and in the iptables alike, or in neither, which the chart insists on", () => {
    const open = '  network { block-metadata = false allow-outgoing = ["169.254.0.0/16"] }';
    expect(blocked(open)).toBe(false);
    expect(policyOf(open)).toMatchObject({ egressAllowRules: { cloudMetadataServer: true } });
    expect(policyOf(open)).toMatchObject({ egress: [{ to: [{ ipBlock: { cidr: "169.254.0.0/16" } }] }] });
    expect(blocked("  network { block-metadata = true }")).toBe(true);
  });

  it("closes the internet", () => {
    expect(policyOf("  network { internet = false }")).toEqual({
      egressAllowRules: { cloudMetadataServer: false, nonPrivateIPs: false },
    });
  });

  it.each(["10.20.0.0", "10.20.0.1/16", "10.256.0.0/16", "10.0.0.0/33", "::/0", "everywhere"])(
    "refuses %s",
    (network) => {
      const found = findings(smallProgram({ hub: `  network { allow-outgoing = ["${network}"] }` }));
      expect(found.filter((code) => code.startsWith("schema/"))).toEqual(["schema/bad-text"]);
    },
  );
});
