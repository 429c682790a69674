// What Kubernetes asks of objects that start pods, beside the types of their fields.
// Source: Kubernetes 1.34, pkg/apis/batch/validation (ValidateJobSpec, validateCronJobSpec) and pkg/apis/apps/validation.

import { isRecord } from "../text/look-up.ts";
import { isTimeZone } from "../text/time-zone.ts";

export interface WorkloadProblem {
  readonly path: readonly string[];
  /** A sentence about the path, without its end. */
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

const podTemplates: Readonly<Record<string, readonly string[]>> = {
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  Deployment: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  StatefulSet: ["spec", "template"],
};

/** What a cluster refuses in an object of Kubernetes' own that starts pods; nothing for any other kind. */
export function workloadProblems(object: Fields, kind: string): readonly WorkloadProblem[] {
  const path = Object.hasOwn(podTemplates, kind) ? podTemplates[kind] : undefined;
  if (path === undefined) return [];
  const template = fieldsAt(object, path);
  const isJob = kind === "Job" || kind === "CronJob";
  return [
    ...(template === undefined ? [] : restartProblem(template, path, isJob)),
    ...(template === undefined || isJob ? [] : selectorProblem(object, template)),
    ...(kind === "CronJob" ? zoneProblem(object) : []),
  ];
}

/** Kubernetes restarts pods always where nothing is said, which a job can't end with. */
function restartProblem(template: Fields, path: readonly string[], isJob: boolean): readonly WorkloadProblem[] {
  const policy = fieldsAt(template, ["spec"])?.["restartPolicy"];
  if (policy !== undefined && typeof policy !== "string") return [];
  const at = [...path, "spec", "restartPolicy"];
  const name = `\`${at.join(".")}\``;
  if (isJob)
    return policy === undefined || policy === "Always"
      ? [{ path: at, message: `${name} of a job is \`Never\` or \`OnFailure\`` }]
      : [];
  return policy === undefined || policy === "Always" ? [] : [{ path: at, message: `${name} is \`Always\` here` }];
}

/** An object finds its pods by the labels that its template gives them. */
function selectorProblem(object: Fields, template: Fields): readonly WorkloadProblem[] {
  const at = ["spec", "selector", "matchLabels"];
  const labels = fieldsAt(template, ["metadata", "labels"]) ?? {};
  const asked = Object.entries(fieldsAt(object, at) ?? {});
  const missing = asked.find(([key, value]) => typeof value === "string" && labels[key] !== value);
  if (missing === undefined) return [];
  const [key, value] = missing;
  const message = `\`${at.join(".")}\` asks for \`${key}: ${String(value)}\`, which \`spec.template.metadata.labels\` does not have`;
  return [{ path: [...at, key], message }];
}

function zoneProblem(object: Fields): readonly WorkloadProblem[] {
  const zone = fieldsAt(object, ["spec"])?.["timeZone"];
  if (typeof zone !== "string" || isTimeZone(zone)) return [];
  const message = `\`spec.timeZone\` takes a name of the time zone database, such as \`Europe/Berlin\`, not \`${zone}\``;
  return [{ path: ["spec", "timeZone"], message }];
}

function fieldsAt(object: Fields, path: readonly string[]): Fields | undefined {
  return path.reduce<Fields | undefined>((part, key) => {
    const inner = part?.[key];
    return isRecord(inner) ? inner : undefined;
  }, object);
}
