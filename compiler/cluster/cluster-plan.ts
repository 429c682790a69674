// How a cluster differs from the program that it should run: what a deployment would change, what the values of helm's release are beside
// those of the program, and what somebody has changed of the objects that helm made.

import type { Json } from "../knowledge/json-schema.ts";
import { type ObjectId, shownObject } from "./cluster-object.ts";
import { type DeployPlan, deployPlanJson, deployPlanText } from "./deploy-plan.ts";
import type { FieldDifference } from "./field-differences.ts";

export interface ClusterPlan {
  readonly deploy: DeployPlan;
  /** Paths of values that differ between helm's release and the program; undefined where nothing is deployed. */
  readonly values: readonly ValueDifference[] | undefined;
  readonly drift: readonly ObjectDrift[];
}

/** Values are not shown: somebody may have put what is secret into those of the release. */
export interface ValueDifference {
  readonly path: string;
  readonly how: "only in the cluster" | "only in the program" | "another value";
}

/** An object that helm made, and what it is now. */
export type ObjectDrift =
  | { readonly kind: "gone"; readonly id: ObjectId }
  | { readonly kind: "changed"; readonly id: ObjectId; readonly differences: readonly FieldDifference[] }
  /** The server does not let helm's own be put in its place: what is there now stands in the way. */
  | { readonly kind: "stuck"; readonly id: ObjectId; readonly problem: string };

export function valueDifference({ field, live, written }: FieldDifference): ValueDifference {
  const how =
    written === undefined ? "only in the cluster" : live === undefined ? "only in the program" : "another value";
  return { path: field, how };
}

/** Is the cluster other than the program, or than helm left it? */
export function differs({ deploy, values, drift }: ClusterPlan): boolean {
  const { objects, leftovers, record } = deploy;
  return (
    record?.status !== "deployed" ||
    objects.some(({ kind }) => kind !== "same") ||
    leftovers.removed.length > 0 ||
    values === undefined ||
    values.length > 0 ||
    drift.length > 0
  );
}

const mostShown = 40;

export function clusterPlanText(plan: ClusterPlan): string {
  const { deploy, values = [], drift } = plan;
  const lines = [...values.map(({ path, how }) => `    ${path}: ${how}`), ...drift.flatMap(driftLines)];
  const more = lines.length > mostShown ? [`  and ${lines.length - mostShown} lines more`] : [];
  const problems = deploy.problems.map((one) => `  x ${one}`);
  const rest = [...lines.slice(0, mostShown), ...more, ...problems].map((line) => `${line}\n`).join("");
  return `${deployPlanText({ ...deploy, valuesChange: plan.values && values.length > 0 })}${rest}${differs(plan) ? "" : "  The cluster is as the program says.\n"}`;
}

function driftLines(drift: ObjectDrift): readonly string[] {
  const object = shownObject(drift.id);
  switch (drift.kind) {
    case "gone":
      return [`  ! ${object}, which helm made, is gone`];
    case "stuck":
      return [`  ! ${object} is not as helm made it, and can't be put back: ${drift.problem}`];
    case "changed":
      return [
        `  ! ${object} is not as helm made it`,
        ...drift.differences.map(({ field, live, written }) =>
          isShown(live) && isShown(written)
            ? `      ${field}: ${live ?? "nothing"}, and helm wrote ${written ?? "nothing"}`
            : `      ${field}: another value`,
        ),
      ];
  }
}

export function clusterPlanJson(plan: ClusterPlan): Json {
  const report = deployPlanJson(plan.deploy);
  return {
    ...(report as { readonly [key: string]: Json }), // it is made as a map
    differs: differs(plan),
    values: plan.values?.map(({ path, how }) => ({ path, how })) ?? null,
    drift: plan.drift.map((drift) => ({
      kind: drift.id.kind,
      namespace: drift.id.namespace ?? null,
      name: drift.id.name,
      how: drift.kind,
      fields: drift.kind === "changed" ? drift.differences.map(({ field }) => field) : [],
    })),
  };
}

/** Numbers and truth values are no secrets; a text that somebody put there by hand may be one. */
function isShown(value: Json | undefined): value is number | boolean | undefined {
  return value === undefined || typeof value === "number" || typeof value === "boolean";
}
