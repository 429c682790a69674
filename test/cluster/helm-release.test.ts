import { describe, expect, test } from "vitest";
import { helmRecords, pendingOf } from "../../compiler/cluster/helm-release.ts";
import { helmFailure, upgradeWords } from "../../compiler/cluster/helm-words.ts";

const record = (version: number, status: string, made: number, name = "stats") => ({
  metadata: {
    creationTimestamp: `1970-01-01T00:${String(Math.floor(made / 60)).padStart(2, "0")}:${String(made % 60).padStart(2, "0")}Z`,
    name: `sh.helm.release.v1.${name}.v${version}`,
    labels: { owner: "helm", name, status, version: String(version), modifiedAt: "5" },
  },
});
const records = (...items: ReturnType<typeof record>[]) => helmRecords({ items }, "stats");

describe("helm's records", () => {
  test("the newest is first, by its number and not by its text, and those of other releases are none", () => {
    const found = records(record(9, "superseded", 1), record(10, "deployed", 2), record(11, "deployed", 3, "other"));
    expect(found.map(({ revision }) => revision)).toEqual([10, 9]);
  });

  test.each([
    ["made within the last deployment by hubc", { last: { from: 900, to: 1000 } }, "left"],
    ["made after it, by somebody else", { last: { from: 100, to: 200 } }, "busy"],
    ["with no deployment by hubc before", { last: undefined }, "busy"],
    ["older than helm waits", { last: undefined, now: 3000 }, "left"],
  ])("a pending one, %s", (_, given, kind) => {
    const options = { now: 1060, longest: 1800, ...given };
    expect(pendingOf(records(record(2, "pending-upgrade", 950), record(1, "deployed", 1)), options).kind).toBe(kind);
  });

  test("one that failed or is deployed is not in the way", () => {
    for (const status of ["deployed", "failed"])
      expect(pendingOf(records(record(1, status, 5)), { now: 9, longest: 1800, last: undefined }).kind).toBe("none");
  });
});

describe("the words for helm", () => {
  const given = { chart: { version: "4.4.0" }, values: "/tmp/v.yaml", timeout: 90, fixedKey: undefined };
  const release = { name: "stats", namespace: "stats" };

  test("both put back what does not come up, each in its own words", () => {
    expect(upgradeWords(release, { ...given, version: "v3.17.3" })).toContain("--atomic");
    expect(upgradeWords(release, { ...given, version: "v4.1.4" })).toContain("--rollback-on-failure");
  });

  test("what helm says is one sentence, without its warnings", () => {
    const said =
      "WARNING: Kubernetes configuration file is group-readable\nError: UPGRADE FAILED: context deadline exceeded\n";
    expect(helmFailure(said, "stats")).toContain("did not come up in time");
    expect(helmFailure(said, "stats")).not.toContain("WARNING");
  });
});
