// What is said of a cluster that is other than its program.

import { describe, expect, test } from "vitest";
import {
  type ClusterPlan,
  clusterPlanJson,
  clusterPlanText,
  differs,
  valueDifference,
} from "../../compiler/cluster/cluster-plan.ts";
import { fieldDifferences } from "../../compiler/cluster/field-differences.ts";

const id = { apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: "hub" };
const same: ClusterPlan = {
  deploy: {
    release: "h-prod",
    releaseName: "h-prod",
    namespace: "n",
    context: "c",
    server: "https://s",
    objects: [{ kind: "same", id, differences: [], added: [], overrides: [], othersWrote: false }],
    leftovers: { removed: [], kept: [] },
    secret: undefined,
    record: { secret: "s", revision: 3, status: "deployed", made: undefined },
    valuesChange: false,
    problems: [],
  },
  values: [],
  drift: [],
};

describe("a cluster", () => {
  test("that is as the program says", () => {
    expect(differs(same)).toBe(false);
    expect(clusterPlanText(same)).toContain("The cluster is as the program says.");
  });

  test("whose release has other values: paths alone, since values may be secret", () => {
    const live = { hub: { a: "MARKED-1", b: 1, list: [1, 2] }, more: "MARKED-2" };
    const written = { hub: { a: "other", b: 1, list: [1, 2, 3] }, fewer: "MARKED-3" };
    const plan = { ...same, values: fieldDifferences(live, written).map(valueDifference) };
    expect(plan.values).toEqual([
      { path: "fewer", how: "only in the program" },
      { path: "hub.a", how: "another value" },
      { path: "hub.list", how: "another value" },
      { path: "more", how: "only in the cluster" },
    ]);
    expect(differs(plan)).toBe(true);
    for (const shown of [clusterPlanText(plan), JSON.stringify(clusterPlanJson(plan))]) {
      expect(shown).toContain("hub.a");
      expect(shown).not.toContain("MARKED");
    }
  });

  test("whose objects were changed by hand, are gone, or can't be put back", () => {
    const plan: ClusterPlan = {
      ...same,
      drift: [
        { kind: "changed", id, differences: [{ field: "spec.replicas", live: 0, written: 1 }] },
        { kind: "changed", id, differences: [{ field: "spec.env.TOKEN", live: "MARKED", written: undefined }] },
        { kind: "gone", id: { ...id, kind: "Service" } },
        { kind: "stuck", id: { ...id, name: "proxy" }, problem: "The server refuses it." },
      ],
    };
    const text = clusterPlanText(plan);
    expect(text).toContain("! Deployment `hub` is not as helm made it\n      spec.replicas: 0, and helm wrote 1\n");
    // What somebody put there by hand may be a secret.
    expect(text).toContain("      spec.env.TOKEN: another value\n");
    expect(text).not.toContain("MARKED");
    expect(text).toContain("! Service `hub`, which helm made, is gone");
    expect(text).toContain(
      "! Deployment `proxy` is not as helm made it, and can't be put back: The server refuses it.",
    );
    expect(differs(plan)).toBe(true);
  });

  test("that has nothing of it yet, and one whose release failed", () => {
    const nothing = { ...same, deploy: { ...same.deploy, record: undefined }, values: undefined };
    expect(differs(nothing)).toBe(true);
    expect(clusterPlanText(nothing)).toContain("+ the release h-prod is installed");
    const record = { secret: "s", revision: 3, status: "failed", made: undefined };
    expect(differs({ ...same, deploy: { ...same.deploy, record } })).toBe(true);
  });
});
