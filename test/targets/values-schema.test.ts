// The values of every release against the chart's own schema: what `helm lint` and `helm install` refuse, refused here first.

import { describe, expect, it } from "vitest";
import { chartComplaints } from "../support/chart-values.ts";
import { allReleases, plain } from "../support/compiled-programs.ts";

const releases = allReleases();

it("finds releases", () => {
  expect(releases.length).toBeGreaterThan(10);
});

it("accepts the chart's own defaults", () => {
  expect(chartComplaints({})).toEqual([]);
});

describe.each(releases)("$title", ({ values }) => {
  it("has values that the chart takes", () => {
    expect(chartComplaints(values)).toEqual([]);
  });

  it("has values that the chart would refuse with any closed section misspelt", () => {
    for (const section of ["hub", "proxy", "singleuser", "scheduling", "cull"]) {
      if (!(section in values)) continue;
      expect(chartComplaints({ ...values, [`${section}s`]: {} }), section).not.toEqual([]);
      expect(chartComplaints({ ...values, [section]: { ...plain(values[section]), imgae: {} } }), section).not.toEqual(
        [],
      );
    }
  });
});
