// A trait that no known version of its class has: refused on the chart's hub, believed where the hub runs an image of its own.

import { expect, test } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const codes = (trait: string, hub = "") =>
  findings(smallProgram({ hub: `${hub}  config { ${trait} }\n` })).filter((code) => code.startsWith("values/"));

const ownImage = '  hub-image = "quay.io/campus/hub:2026-10-01"\n';

test("it is refused where nobody has it", () => {
  expect(codes("GoogleOAuthenticator.allowed_hosted_domains = []")).toEqual(["values/unknown-trait"]);
  expect(codes("GoogleOAuthenticator.allowed_hosted_domains = []", ownImage)).toEqual([]);
});

test("a slip is one in any image", () => {
  expect(codes("KubeSpawner.http_timeot = 60", ownImage)).toEqual(["values/unknown-trait"]);
  expect(codes("KubeSpawner.http_timeot = 60")).toEqual(["values/unknown-trait"]);
});
