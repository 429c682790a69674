// Room before lectures and exams: jobs that change the number of the chart's placeholders at fixed times, with the right to do that
// and nothing else.

import { isForPeople } from "../../capacity/pool-load.ts";
import { changesOn, coursesAhead, leadMinutes, usualLevel } from "../../capacity/room-ahead.ts";
import { type WeeklyRun, weeklyRuns } from "../../capacity/weekly-runs.ts";
import { chart } from "../../knowledge/chart.ts";
import type { Course, Model, Release } from "../../model/model.ts";
import { poolMark } from "../../model/pool-nodes.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withComment, withOrigin, type YamlData, yaml } from "../../output/yaml-tree.ts";
import { type Day, printDate, printTime } from "../../text/calendar.ts";
import type { Span } from "../../text/span.ts";
import scaleScript from "./scale-placeholders.py";

/** `hubs/<hub>/<stage>/manifests/30-scale.yaml`, where people work and a course says when they come. */
export function scaleJobs(release: Release, model: Model): OutputFile | undefined {
  const courses = isForPeople(release, model) ? coursesAhead(release) : [];
  const runs = runsOf(release, courses, model.on);
  const [first] = courses;
  if (runs.length === 0 || first === undefined) return undefined;
  const zone = model.project.timezone.value;
  const origin = originOf(first);
  const objects = [...rights(release), script(release), ...runs.map((run) => job(release, run, zone))];
  const header = [
    `Room for those who come to a lecture or an exam: placeholders from ${leadMinutes} minutes before it, for as many as work at once. Written by hubc.`,
    "Deploying the chart in that time sets their number back to the usual one.",
  ];
  return {
    path: `hubs/${release.hub}/${release.stage}/manifests/30-scale.yaml`,
    ...printYaml(
      objects.map((object) => yaml(object)),
      { header, origin },
    ),
  };
}

/** The changes of all days that are still to come. */
function runsOf(release: Release, courses: readonly Course[], on: Day): WeeklyRun[] {
  const first = Math.max(on, Math.min(...courses.map(({ term }) => term.value.from)));
  const last = Math.max(...courses.map(({ term }) => term.value.to));
  const days = [];
  for (let day = first; day <= last; day++) days.push({ day, changes: changesOn(release, day) });
  return weeklyRuns(days);
}

function originOf(course: Course): Span {
  return course.lectures[0]?.span ?? course.exams[0]?.span ?? course.span;
}

const name = "hubc-scale";

function metadata(release: Release, more: string = name): Record<string, YamlData> {
  const labels = { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub };
  return { name: more, namespace: release.name, labels };
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
      subjects: [{ kind: "ServiceAccount", name, namespace: release.name }],
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

/** Unique among the runs of a release, since no day has two levels from one minute; at most 52 characters, as Kubernetes wants. */
function jobName({ minute, weekdays, from, to }: WeeklyRun): string {
  const days = from === to ? "" : `-${weekdays.map((one) => one.slice(0, 2)).join("")}`;
  return `room-${printDate(from).replaceAll("-", "")}-${printTime(minute).replace(":", "")}${days}`;
}

function job(release: Release, run: WeeklyRun, zone: string): YamlData {
  const [first, last] = [printDate(run.from), printDate(run.to)];
  const when = first === last ? `On ${first}` : `From ${first} to ${last}`;
  const what = run.level === usualLevel(release) ? "as many placeholders as usual" : `${run.level} placeholders`;
  return withComment(
    {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: metadata(release, jobName(run)),
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
            template: { spec: podSpec(release, [String(run.level), first, last, zone]) },
          },
        },
      },
    },
    `${when}, from ${printTime(run.minute)}: ${what}.`,
  );
}

/** The hub's own image: it has Python, and the node that runs the hub has it already. */
function podSpec(release: Release, words: readonly string[]): YamlData {
  const core = release.provider.pools.find((pool) => pool.core);
  const mark = core && poolMark(release.provider, core);
  return {
    serviceAccountName: name,
    automountServiceAccountToken: true,
    restartPolicy: "Never",
    nodeSelector: mark && core ? withOrigin({ [mark.key]: mark.value }, core.span) : undefined,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "scale",
        image: `${chart.hubImage}:${chart.version}`,
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
