// What is said before a deployment changes objects: what somebody else has put there is never shown.

import { expect, test } from "vitest";
import { type DeployPlan, deployPlanJson, deployPlanText } from "../../compiler/cluster/deploy-plan.ts";
import { fieldDifferences, othersWrote } from "../../compiler/cluster/field-differences.ts";
import { failureText } from "../../compiler/cluster/refusal-text.ts";
import type { JsonMap } from "../../compiler/knowledge/json-schema.ts";

const id = { apiVersion: "batch/v1", kind: "CronJob", namespace: "n", name: "back-up" };

function planOf(live: JsonMap, written: JsonMap, managers: readonly JsonMap[]): DeployPlan {
  const body = { ...live, metadata: { managedFields: managers } };
  const differences = fieldDifferences(live, written);
  const change = { kind: "changed" as const, id, differences, added: [], overrides: [] };
  return {
    release: "h-prod",
    releaseName: "h-prod",
    namespace: "n",
    context: "c",
    server: "https://s",
    objects: [{ ...change, othersWrote: othersWrote(body, "hubc") }],
    leftovers: { removed: [], kept: [] },
    secret: undefined,
    record: undefined,
    valuesChange: undefined,
    problems: [],
  };
}

const live = { spec: { schedule: "MARKED-1", count: 1, list: ["MARKED-2"], map: "MARKED-3", on: true } };
const written = { spec: { schedule: "0 4 * * *", count: 2, list: ["MARKED-2", "b"], map: { a: "MARKED-4" } } };

test("what hubc itself wrote is shown", () => {
  const text = deployPlanText(
    planOf({ spec: { schedule: "0 3 * * *" } }, { spec: { schedule: "0 4 * * *" } }, [
      { manager: "hubc" },
      { manager: "kube-controller-manager" },
      { manager: "kubectl-edit", subresource: "status" },
    ]),
  );
  expect(text).toContain('      spec.schedule: "0 3 * * *" becomes "0 4 * * *"\n');
});

test.each(["kubectl-edit", "OpenAPI-Generator", "python-requests", "hub", "Go-http-client", undefined])(
  "no text of an object that %s has changed is shown",
  (manager) => {
    const plan = planOf(live, written, [{ manager: "hubc" }, manager === undefined ? {} : { manager }]);
    const text = deployPlanText(plan);
    expect(text).not.toContain("MARKED");
    expect(JSON.stringify(deployPlanJson(plan))).not.toContain("MARKED");
    expect(text).toContain('      spec.schedule: a value that is not shown becomes "0 4 * * *"\n');
    expect(text).toContain("      spec.count: 1 becomes 2\n");
    expect(text).toContain("      spec.list: a value that is not shown becomes another\n");
    expect(text).toContain("      spec.on: true becomes nothing\n");
  },
);

test("nor an object that the server repeats where it refuses it", () => {
  const message = 'CronJob is invalid: spec: Invalid value: {"env":[{"value":"MARKED"}]}: no such field';
  const refusal = { code: 422, reason: "Invalid", message, causes: [] };
  const text = failureText(
    { kind: "refused", refusal },
    { verb: "patch", resource: "cronjobs.batch", object: id },
    "s",
  );
  expect(text).not.toContain("MARKED");
  expect(text).toContain("CronJob is invalid: spec: Invalid value: …: no such field.");
  const named = 'CronJob is invalid: spec.schedule: Invalid value: "x y": expected 5 fields';
  const again = { kind: "refused" as const, refusal: { ...refusal, message: named } };
  expect(failureText(again, { verb: "patch", resource: "cronjobs.batch", object: id }, "s")).toContain('"x y"');
});

test("says which verb on what is missing, and names no object where objects are listed", () => {
  const message =
    'cronjobs.batch is forbidden: User "reader" cannot list resource "cronjobs" in API group "batch" in the namespace "hub"';
  const said = (verb: "list" | "get", name: string) =>
    failureText(
      { kind: "refused", refusal: { code: 403, reason: "Forbidden", message, causes: [] } },
      { verb, resource: "cronjobs.batch", object: { apiVersion: "batch/v1", kind: "CronJob", namespace: "hub", name } },
      "https://10.0.0.1",
    );
  expect(said("list", "")).toBe(
    "`reader` may not `list` `cronjobs.batch` in the namespace `hub`. Whoever runs the cluster can give it, by a role.",
  );
  expect(said("get", "room")).toContain("in the namespace `hub`, which CronJob `room` needs. Whoever");
});
