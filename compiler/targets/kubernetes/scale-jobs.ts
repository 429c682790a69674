// Room before lectures and exams: jobs that change the number of the chart's placeholders at fixed times, with the right to do that
// and nothing else.

import scaleScript from "../../../python/scale_placeholders.py";
import { isPeoplesStage } from "../../capacity/pool-load.ts";
import {
  changesOn,
  coursesAhead,
  type LevelChange,
  leadMinutes,
  reasonsAt,
  usualLevel,
} from "../../capacity/room-ahead.ts";
import { type WeeklyRun, weeklyRuns } from "../../capacity/weekly-runs.ts";
import { chartHubImage } from "../../knowledge/chart.ts";
import type { Course, Model } from "../../model/model.ts";
import { poolSelectorOf } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { sha256Hex } from "../../output/digest.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Day, printDate, printTime } from "../../text/calendar.ts";
import type { Span } from "../../text/span.ts";
import { skippedTimes } from "../../text/time-zone.ts";

/** `hubs/<hub>/<stage>/manifests/30-scale.yaml`, where people work and a course says when they come. */
export function scaleJobs(release: Release, model: Model): OutputFile | undefined {
  const courses = isPeoplesStage(release, model) ? coursesAhead(release) : [];
  const runs = courses.length === 0 ? [] : runsOf(release, courses, model.project.timezone.value);
  const [first] = courses;
  if (runs.length === 0 || first === undefined) return undefined;
  const origin = originOf(first);
  const objects = [...rights(release), script(release), ...runs.map((run) => job(release, run, model))];
  const header = [
    `Room for those who come to a lecture or an exam: placeholders from ${leadMinutes} minutes before it, for as many as work at once. Written by hubc.`,
    "Deploying the chart in that time sets their number back to the usual one.",
  ];
  return {
    path: `${release.folder}/manifests/30-scale.yaml`,
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header, origin },
    ),
  };
}

/** A run, and the name of its job. */
interface NamedRun extends WeeklyRun {
  readonly name: string;
}

/**
 * The changes of all days of the terms, and of the evening before, so that they are the same on each of them. Kubernetes starts no job at
 * a time that clocks skip, so none is at such a time. A job is called after what it is for, and keeps its name
 * as long as that keeps its own: where a lecture moves, its jobs move with it.
 */
function runsOf(release: Release, courses: readonly Course[], zone: string): NamedRun[] {
  const first = Math.min(...courses.map(({ term }) => term.value.from)) - 1;
  const last = Math.max(...courses.map(({ term }) => term.value.to));
  const skipped = skippedTimes(zone, first, last);
  const byName = new Map<string, { day: Day; changes: LevelChange[] }[]>();
  for (let day = first; day <= last; day++) {
    for (const change of changesOn(release, day, skipped)) {
      const name = jobName(reasonsAt(release, { day, minute: change.minute }, skipped));
      byName.set(name, [...(byName.get(name) ?? []), { day, changes: [change] }]);
    }
  }
  return [...byName]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, days]) =>
      weeklyRuns(days).map((run, i) => ({ ...run, name: i === 0 ? name : `${name}-${i + 1}` })),
    );
}

/** The most that leaves room for a number behind it: Kubernetes allows 52 characters for a CronJob (1.34, batch/v1 validation). */
const longestName = 46;

/** `room-data8-main-ahead`. Long names are cut, and a digest of the whole keeps them apart. */
function jobName(reasons: readonly string[]): string {
  const whole = ["room", ...new Set(reasons)].join("-");
  const plain = whole.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
  if (plain === whole && plain.length <= longestName) return plain;
  return `${plain.slice(0, longestName - 9).replace(/-+$/, "")}-${sha256Hex(whole).slice(0, 8)}`;
}

function originOf(course: Course): Span {
  return course.lectures[0]?.span ?? course.exams[0]?.span ?? course.span;
}

const name = "hubc-scale";

function metadata(release: Release, more: string = name): Record<string, YamlData> {
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  return { name: more, namespace: release.namespace, labels };
}

/** An account whose only right is to set the number of placeholders. */
function rights(release: Release): YamlData[] {
  const group = "rbac.authorization.k8s.io";
  const rule = {
    apiGroups: ["apps"],
    resources: ["statefulsets/scale"],
    resourceNames: ["user-placeholder"],
    verbs: ["patch"],
  };
  return [
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: metadata(release),
      automountServiceAccountToken: false,
    },
    {
      apiVersion: `${group}/v1`,
      kind: "Role",
      metadata: metadata(release),
      rules: [withComment(rule, "The number of placeholders, and nothing else.")],
    },
    {
      apiVersion: `${group}/v1`,
      kind: "RoleBinding",
      metadata: metadata(release),
      roleRef: { apiGroup: group, kind: "Role", name },
      subjects: [{ kind: "ServiceAccount", name, namespace: release.namespace }],
    },
  ];
}

function script(release: Release): YamlData {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: metadata(release), data: { "scale.py": scaleScript } };
}

const cronDays = { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 } as const;

/** The schedule in cron's words: a date, or days of the week. */
function schedule({ minute, weekdays, from, to }: WeeklyRun): string {
  const time = `${minute % 60} ${Math.floor(minute / 60)}`;
  if (from !== to)
    return `${time} * * ${weekdays
      .map((one) => cronDays[one])
      .sort()
      .join(",")}`;
  const [, month, date] = printDate(from).split("-");
  return `${time} ${Number(date)} ${Number(month)} *`;
}

function job(release: Release, run: NamedRun, model: Model): YamlData {
  const zone = model.project.timezone.value;
  const [first, last] = [printDate(run.from), printDate(run.to)];
  const when = first === last ? `On ${first}` : `From ${first} to ${last}`;
  const what = run.level === usualLevel(release) ? "as many placeholders as usual" : `${run.level} placeholders`;
  return withComment(
    {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: metadata(release, run.name),
      spec: {
        schedule: schedule(run),
        timeZone: zone,
        concurrencyPolicy: "Replace",
        startingDeadlineSeconds: 900,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          spec: {
            backoffLimit: 3,
            activeDeadlineSeconds: 600,
            template: { spec: podSpec(release, model, [String(run.level), first, last, zone]) },
          },
        },
      },
    },
    `${when}, from ${printTime(run.minute)}: ${what}.`,
  );
}

/** The hub's own image: it has Python, and the node that runs the hub has it already. */
function podSpec(release: Release, model: Model, words: readonly string[]): YamlData {
  const core = release.provider.pools.find((pool) => pool.core);
  return {
    serviceAccountName: name,
    automountServiceAccountToken: true,
    restartPolicy: "Never",
    nodeSelector: core && withOrigin(poolSelectorOf(release.provider, core), core.span),
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "scale",
        image: `${chartHubImage}:${model.project.chart.value}`,
        command: ["python3", "/etc/hubc-scale/scale.py", ...words],
        resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory: "128Mi" } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        volumeMounts: [{ name: "script", mountPath: "/etc/hubc-scale", readOnly: true }],
      },
    ],
    volumes: [{ name: "script", configMap: { name } }],
  };
}
