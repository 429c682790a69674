// Where TLS ends: in the hub, in an ingress, or in what values of one's own set.

import { describe, expect, test } from "vitest";
import { exampleHub, onGke } from "../../support/example-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function isFound(hub: string): boolean {
  const { diagnostics } = checkProgram(programOf(onGke(exampleHub({ hub }))));
  return diagnostics.some(({ code }) => code === "hub/no-certificate");
}

describe("hub/no-certificate", () => {
  test.each([
    ["nothing", ""],
    ["an ingress without a certificate", '  values { ingress { enabled = true  hosts = ["lab.campus.edu"] } }\n'],
    ["an ingress that is off", '  values { ingress { enabled = false  tls = [{ secretName = "t" }] } }\n'],
    ["a load balancer that ends none", "  https { offload = false }\n"],
    ["a proxy that is off", '  values { proxy.https { enabled = false  hosts = ["lab.campus.edu"] } }\n'],
  ])("with %s", (_what, hub) => expect(isFound(hub)).toBe(true));

  test.each([
    ["an ingress with a certificate", '  values { ingress { enabled = true  tls = [{ secretName = "t" }] } }\n'],
    ["the chart's proxy", '  values { proxy.https { enabled = true  type = "offload" } }\n'],
    ["a gateway", '  values { httpRoute { enabled = true  gateway { name = "g" } } }\n'],
    ["the block", '  https { letsencrypt = "help@campus.edu" }\n'],
    ["a load balancer", "  https { offload = true }\n"],
  ])("not with values of %s", (_what, hub) => expect(isFound(hub)).toBe(false));
});

describe("hub/two-certificates", () => {
  const found = (hub: string) =>
    checkProgram(programOf(onGke(exampleHub({ hub })))).diagnostics.flatMap(({ code, message }) =>
      code === "hub/two-certificates" ? [message] : [],
    );
  const mail = 'letsencrypt = "help@campus.edu"';

  test.each([
    [`  https { ${mail}  secret = "tls" }\n`, "`letsencrypt` and `secret`"],
    [`  https { ${mail}  offload = true }\n`, "`letsencrypt` and `offload`"],
    [`  https { ${mail} }\n  stage prod { https { secret = "tls" } }\n`, "`letsencrypt` and `secret`"],
  ])("with %j", (hub, both) => expect(found(hub)).toEqual([expect.stringContaining(both)]));

  test.each([
    `  https { ${mail}  offload = false }\n`,
    `  https { ${mail} }\n  stage prod { https { letsencrypt = none  secret = "tls" } }\n`,
  ])("not with %j", (hub) => expect(found(hub)).toEqual([]));
});
