import { expect, it } from "vitest";
import { networkProblem } from "../../compiler/knowledge/kubernetes-networks.ts";

it.each([
  ["10.0.0.0/8", [], undefined],
  ["0.0.0.0/0", ["169.254.169.254/32", "10.0.0.0/8"], undefined],
  ["::/0", ["fd00::/8"], undefined],
  ["10.1.2.3", [], "takes a network such as `10.0.0.0/8`, not `10.1.2.3`: write `10.1.2.3/32` for this address alone"],
  ["fd00::1", [], "takes a network such as `10.0.0.0/8`, not `fd00::1`: write `fd00::1/128` for this address alone"],
  ["10.0.0.0/33", [], "takes a network such as `10.0.0.0/8`, not `10.0.0.0/33`"],
  ["10.0.0.256/8", [], "takes a network such as `10.0.0.0/8`, not `10.0.0.256/8`"],
  ["campus", [], "takes a network such as `10.0.0.0/8`, not `campus`"],
  ["10.0.0.0/8", ["192.168.0.0/16"], "is `192.168.0.0/16`, which is no part of `10.0.0.0/8`"],
  ["10.0.0.0/8", ["10.0.0.0/8"], "is `10.0.0.0/8`, which is no part of `10.0.0.0/8`"],
  [
    "10.0.0.0/8",
    ["10.1.2.3"],
    "takes a network such as `10.0.0.0/8`, not `10.1.2.3`: write `10.1.2.3/32` for this address alone",
  ],
])("%s but %j", (cidr, except, problem) => {
  expect(networkProblem({ cidr, except })?.problem).toBe(problem);
});
