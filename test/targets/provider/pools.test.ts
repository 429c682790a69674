import { expect, it } from "vitest";
import { nodesInCluster, type Pool, type Provider, shareOf } from "../../../compiler/model/provider.ts";
import { agentPools } from "../../../compiler/targets/provider/aks.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { fc } from "../../support/properties.ts";

const span = { file: createSourceFile("a.hub", ""), start: 0, end: 0 };

function pool(name: string, core = false): Pool {
  const none = {
    machine: undefined,
    nodes: undefined,
    disk: undefined,
    spot: undefined,
    memory: undefined,
    cpu: undefined,
  };
  return { ...none, name, core, span, doc: undefined, provider: "p", zones: [], hosts: [], label: undefined };
}

function providerOf(pools: readonly Pool[]): Provider {
  return { name: "p", span, doc: undefined, variant: "aks", settings: {}, pools };
}

it("gives every pool a name of its own that AKS takes", () => {
  const name = fc.stringMatching(/^[a-z0-9-]{1,30}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), (names) => {
      const made = agentPools(providerOf(names.map((one) => pool(one)))).map((one) => one.name);
      for (const one of made) expect(one).toMatch(/^[a-z][a-z0-9]{0,11}$/);
      expect(new Set(made).size).toBe(names.length);
    }),
  );
});

it("makes core pools System pools, or else the first, and never lets one be empty", () => {
  const modes = (pools: readonly Pool[]) => agentPools(providerOf(pools)).map(({ pool: of, mode }) => [of.name, mode]);
  expect(modes([pool("users"), pool("core", true)])).toEqual([
    ["core", "System"],
    ["users", "User"],
  ]);
  expect(modes([pool("users"), pool("more")])).toEqual([
    ["users", "System"],
    ["more", "User"],
  ]);
  expect(agentPools(providerOf([pool("users")]))[0]?.bounds.from).toBeGreaterThan(0);
});

it("shares nodes out among zones without losing or adding one", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 9 }), (nodes, zones) => {
      const shares = Array.from({ length: zones }, (_, i) => shareOf(nodes, i, zones));
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(nodes);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(2);
    }),
  );
});

it("counts the nodes that a cluster of kind is made with, and those that a cloud adds", () => {
  const of = (from: number, to: number): Pool => ({
    ...pool("users"),
    nodes: { value: { from, to }, span } as Pool["nodes"],
  });
  expect(nodesInCluster(of(1, 4), { variant: "kind" })).toEqual({ from: 1, to: 1 });
  expect(nodesInCluster(of(0, 4), { variant: "kind" })).toEqual({ from: 1, to: 1 });
  expect(nodesInCluster(of(3, 4), { variant: "kind" })).toEqual({ from: 3, to: 3 });
  expect(nodesInCluster(of(0, 4), { variant: "gke" })).toEqual({ from: 0, to: 4 });
});
