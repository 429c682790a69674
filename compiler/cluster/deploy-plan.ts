// What a deployment would do to a cluster, as data and in words: what is asked about before it is done.

import type { Json } from "../knowledge/json-schema.ts";
import type { OwnedField } from "./api-answer.ts";
import { type ObjectId, shownObject } from "./cluster-object.ts";
import type { FieldDifference } from "./field-differences.ts";
import type { HelmRecord } from "./helm-release.ts";
import { deleteCommand, type Leftovers } from "./inventory.ts";

export type ObjectChange =
  | { readonly kind: "new"; readonly id: ObjectId }
  | {
      readonly kind: "same" | "changed";
      readonly id: ObjectId;
      readonly differences: readonly FieldDifference[];
      readonly added: readonly OwnedField[];
      /** Managers whose fields are set all the same. */
      readonly overrides: readonly string[];
      /** Has somebody else set fields of it? Texts among them may be secrets. */
      readonly othersWrote: boolean;
    };

export interface DeployPlan {
  /** `datahub-prod`. */
  readonly release: string;
  /** As helm calls it. */
  readonly releaseName: string;
  readonly namespace: string;
  readonly context: string;
  readonly server: string;
  readonly objects: readonly ObjectChange[];
  readonly leftovers: Leftovers;
  /** The Secret that the deployment brings from an encrypted file; undefined where it brings none. */
  readonly secret: { readonly name: string; readonly file: string } | undefined;
  /** The newest record of helm; undefined where there is no release. */
  readonly record: HelmRecord | undefined;
  /** Are the values and the chart other than those deployed? Undefined where what was deployed is not known. */
  readonly valuesChange: boolean | undefined;
  /** Each a few sentences: why it can't be deployed so. */
  readonly problems: readonly string[];
}

/** Is the cluster as the program says, as far as that was looked at? */
export function isUnchanged({ objects, leftovers, record, valuesChange }: DeployPlan): boolean {
  return (
    objects.every(({ kind }) => kind === "same") &&
    leftovers.removed.length === 0 &&
    valuesChange === false &&
    record?.status === "deployed"
  );
}

const mostShown = 40;

/** The plan, a change a line. */
export function deployPlanText(plan: DeployPlan): string {
  const changes = plan.objects.flatMap((change) => changeLines(change));
  const shown = changes.slice(0, mostShown);
  const more = changes.length > shown.length ? [`  and ${changes.length - shown.length} lines more`] : [];
  const lines = [
    `${plan.release}: namespace ${plan.namespace}, context ${plan.context} (${plan.server})`,
    ...shown,
    ...more,
    ...plan.leftovers.removed.map((id) => `  - ${shownObject(id)}: not written any more, is removed`),
    ...plan.leftovers.kept.map(
      (id) => `    ${shownObject(id)}: not written any more, and stays; \`${deleteCommand(id)}\` would remove it`,
    ),
    ...(plan.secret
      ? [`    Secret \`${plan.secret.name}\`: brought from ${plan.secret.file}, which sops decrypts`]
      : []),
    `  ${helmLine(plan)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function helmLine({ record, valuesChange, releaseName: release }: DeployPlan): string {
  if (record === undefined) return `+ the release ${release} is installed`;
  const at = `revision ${record.revision}, ${record.status}`;
  if (valuesChange === undefined) return `~ the release ${release} (${at}) is upgraded`;
  return valuesChange
    ? `~ the release ${release} (${at}) is upgraded: other values or another chart`
    : `  the release ${release} (${at}) has these values; it is upgraded to them again`;
}

function changeLines(change: ObjectChange): string[] {
  if (change.kind === "new") return [`  + ${shownObject(change.id)}`];
  const { id, differences, added, overrides, othersWrote } = change;
  const isSecret = id.kind === "Secret";
  const over = overrides.length > 0 ? ` (was set by ${overrides.join(", ")})` : "";
  return [
    ...(change.kind === "changed" ? [`  ~ ${shownObject(id)}${over}`] : []),
    ...differences.map(({ field, live, written }) => {
      if (isSecret) return `      ${field} changes`;
      const was = othersWrote && isText(live) ? "a value that is not shown" : shown(live);
      // A list or a map may hold what others have added to it.
      const becomes = othersWrote && typeof written === "object" ? "another" : shown(written);
      return `      ${field}: ${was} becomes ${becomes}`;
    }),
    ...added.map(({ field, manager }) => `    ${shownObject(id)}: ${field} was added by ${manager}, and stays`),
  ];
}

/** Numbers and truth values are no secrets, whoever has set them. */
function isText(value: Json | undefined): boolean {
  return typeof value === "string" || typeof value === "object";
}

function shown(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The same for programs. */
export function deployPlanJson(plan: DeployPlan): Json {
  const id = ({ apiVersion, kind, namespace, name }: ObjectId) => ({
    apiVersion,
    kind,
    namespace: namespace ?? null,
    name,
  });
  return {
    release: plan.release,
    namespace: plan.namespace,
    context: plan.context,
    objects: plan.objects.map((change) => ({
      ...id(change.id),
      change: change.kind,
      fields: change.kind === "new" ? [] : change.differences.map(({ field }) => field),
      added: change.kind === "new" ? [] : change.added.map(({ field, manager }) => ({ field, manager })),
    })),
    removed: plan.leftovers.removed.map(id),
    kept: plan.leftovers.kept.map((one) => ({ ...id(one), command: deleteCommand(one) })),
    secret: plan.secret ?? null,
    helm: {
      revision: plan.record?.revision ?? null,
      status: plan.record?.status ?? null,
      changes: plan.valuesChange ?? null,
    },
    problems: plan.problems,
  };
}
