// Open parts of the chart's values against Kubernetes' own definitions: amounts, containers, tolerations, volumes.

import { describe, expect, test } from "vitest";
import { kubernetesPartPitfalls } from "../../compiler/knowledge/chart-kubernetes-parts.ts";
import { defaultsOf } from "../../compiler/knowledge/charts/chart-tables.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { JsonMap } from "../../compiler/knowledge/json-schema.ts";
import { quantityFor, quantityIn } from "../../compiler/knowledge/kubernetes-amounts.ts";

function found(values: JsonMap): string[] {
  return kubernetesPartPitfalls(values).map(
    ({ paths: [path], problem }) => `${path.join(".")} ${problem.split(/[,:]/)[0]}`,
  );
}

test("the chart's own values have nothing that Kubernetes refuses", () => {
  expect(found(defaultsOf(newestChart))).toEqual([]);
});

test.each([
  ["2Gi", 2 ** 31],
  ["1.5Gi", 1.5 * 2 ** 30],
  ["500m", 0.5],
  ["1e3", 1000],
  ["2G", 2e9],
  [".5", 0.5],
  [3, 3],
])("%j is %d", (text, amount) => {
  expect(quantityIn(text)).toBe(amount);
});

test.each(["banana", "1GB", "2g", "2GiB", "1 Gi", "1,5Gi", "", "Gi", "0x10"])("%j is no amount", (text) => {
  expect(quantityIn(text)).toBeUndefined();
});

test.each([
  ["2GiB", "2Gi"],
  ["512MB", "512Mi"],
  ["2 GB", "2Gi"],
  ["2g", "2Gi"],
])("%j was meant as %j", (text, meant) => {
  expect(quantityFor(text)).toBe(meant);
});

describe("refused", () => {
  test.each<[JsonMap, string]>([
    [
      { hub: { resources: { limits: { memory: "banana" } } } },
      'hub.resources.limits.memory takes an amount such as `"2Gi"` or `"500m"`',
    ],
    [{ hub: { resources: { limits: { memory: "512m" } } } }, "hub.resources.limits.memory is thousandths of a byte"],
    [{ hub: { resources: { requests: { cpu: -1 } } } }, "hub.resources.requests.cpu is less than nothing"],
    [
      { proxy: { chp: { resources: { limits: { cpu: 1 }, requests: { cpu: "1500m" } } } } },
      "proxy.chp.resources.requests.cpu is above its limit",
    ],
    [
      { proxy: { traefik: { resources: { limit: {} } } } },
      "proxy.traefik.resources.limit is no field that Kubernetes has here",
    ],
    [{ prePuller: { hook: { resources: { limits: "1Gi" } } } }, "prePuller.hook.resources.limits takes a map"],
    [{ hub: { db: { pvc: { storage: "1GB" } } } }, 'hub.db.pvc.storage takes an amount such as `"2Gi"` or `"500m"`'],
    [{ hub: { extraContainers: [{ image: "a:1" }] } }, "hub.extraContainers.0 needs the field `name`"],
    [{ hub: { nodeSelector: { a: true } } }, "hub.nodeSelector.a takes a text"],
    [
      { singleuser: { extraResource: { limits: { "nvidia.com/gpu": 0.5 } } } },
      "singleuser.extraResource.limits.nvidia.com/gpu takes a whole number",
    ],
    [
      {
        singleuser: {
          extraContainers: [{ name: "a", resources: { requests: { memory: "2Gi" }, limits: { memory: "1Gi" } } }],
        },
      },
      "singleuser.extraContainers.0.resources.requests.memory is above its limit",
    ],
    [
      { scheduling: { userPods: { tolerations: [{ effect: "NoShedule" }] } } },
      "scheduling.userPods.tolerations.0.effect takes one of `NoSchedule`",
    ],
  ])("%j", (values, expected) => {
    expect(found(values)).toEqual([expected]);
  });
});

test("what Kubernetes takes", () => {
  expect(
    found({
      hub: {
        resources: { limits: { memory: "1.5Gi", cpu: 2 }, requests: { memory: "1Gi", cpu: "200m" } },
        extraVolumes: [{ name: "x", emptyDir: { sizeLimit: "1Gi" } }],
        tolerations: [{ key: "a", operator: "Exists" }],
      },
      singleuser: {
        extraContainers: [
          { name: "db", image: "pg:1", image_pull_policy: "Always", env: [{ name: "USER", value: "{username}" }] },
        ],
        extraPodConfig: { hostname: "{username}", termination_grace_period_seconds: 30 },
        extraResource: { limits: { "nvidia.com/gpu": "1" } },
      },
    }),
  ).toEqual([]);
});
