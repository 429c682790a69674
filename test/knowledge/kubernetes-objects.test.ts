// Objects of one's own against Kubernetes' definitions: what is wrong is found at its place, and nothing is said of what a cluster takes.

import { describe, expect, test } from "vitest";
import { objectProblems } from "../../compiler/knowledge/kubernetes-objects.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { cronProblem } from "../../compiler/text/cron.ts";
import { allReleases } from "../support/compiled-programs.ts";

/** What is said of the only document, and the text that it marks. */
function found(text: string): string | undefined {
  const read = readYaml(text);
  if (!("documents" in read)) throw new Error(read.problem.reason);
  const [document] = read.documents;
  const problem = document?.problemsOf(document.value)[0];
  if (document === undefined || problem === undefined) return undefined;
  const place = document.placeOf(problem.path);
  return `${place === undefined ? "-" : text.slice(place.start, place.end)} | ${problem.message}`;
}

const object = (apiVersion: string, kind: string, rest = "") =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: x\n${rest}`;
const container = (lines: string) =>
  object("v1", "Pod", `spec:\n  containers:\n    - name: c\n      image: a:1\n${lines}`);
const cron = (schedule: string) =>
  object(
    "batch/v1",
    "CronJob",
    `spec:\n  schedule: "${schedule}"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers: [{ name: c, image: "a:1" }]\n`,
  );

test("every object that hubc writes is one that Kubernetes takes", () => {
  const objects = allReleases().flatMap((release) => release.objects);
  expect(objects.length).toBeGreaterThan(100);
  expect(objects.flatMap((one) => objectProblems(one))).toEqual([]);
});

/** Everything that is said of the only document: the paths. */
function everyPath(text: string): readonly string[] {
  const read = readYaml(text);
  if (!("documents" in read)) throw new Error(read.problem.reason);
  return read.documents.flatMap((document) => document.problemsOf(document.value).map(({ path }) => path.join(".")));
}

describe("everything that is wrong is said at once", () => {
  test("in one container and beside it", () => {
    const text = `${container("      ports: [{ containerPort: '80' }]\n      foo: 1\n")}  restartPolicy: never\n`;
    expect(everyPath(text)).toEqual([
      "spec.containers.0.ports.0.containerPort",
      "spec.containers.0.foo",
      "spec.restartPolicy",
    ]);
  });

  test("in each value of a map", () => {
    expect(everyPath(object("v1", "ConfigMap", "data: { a: 1, b: x, c: true }\n"))).toEqual(["data.a", "data.c"]);
  });

  test("in a schedule and in a field", () => {
    const text = cron("0 25 * * *").replace("restartPolicy: Never", "restartPolicy: never");
    expect(everyPath(text)).toEqual(["spec.jobTemplate.spec.template.spec.restartPolicy", "spec.schedule"]);
  });

  test("but a misspelt field once, and not as one that is missing too", () => {
    expect(everyPath(container("      ports: [{ conatinerPort: 80 }]\n"))).toEqual([
      "spec.containers.0.ports.0.conatinerPort",
    ]);
    expect(everyPath(container("      volumeMount: [{ name: d, mountPath: /d }]\n"))).toEqual([
      "spec.containers.0.volumeMount",
    ]);
  });
});

describe("what a cluster takes", () => {
  test.each([
    object("v1", "ConfigMap", "data:\n  a: b\n"),
    object("v1", "ResourceQuota", "spec:\n  hard:\n    pods: 5\n    requests.memory: 64Gi\n    limits.cpu: 1.5\n"),
    object(
      "v1",
      "Service",
      "spec:\n  ports:\n    - name: web\n      port: 80\n      targetPort: http\n    - name: api\n      port: 81\n      targetPort: 8080\n",
    ),
    object(
      "rbac.authorization.k8s.io/v1",
      "RoleBinding",
      "roleRef:\n  kind: Role\n  name: x\nsubjects: [{ kind: User, name: ada }]\n",
    ),
    object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "spec:\n  podSelector: {}\n  egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]\n",
    ),
    object("v1", "Pod", "spec: null\n"),
    object("v1", "ConfigMap", "data:\n  day: 2026-01-05\n"),
    object("monitoring.coreos.com/v1", "ServiceMonitor", "spec:\n  anything: 1\n"),
    object("cert-manager.io/v1", "ClusterIssuer", "spec:\n  acme: { email: a@b.c }\n"),
    object("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {}\n"),
    object("snapshot.storage.k8s.io/v1", "VolumeSnapshot", "spec: {}\n"),
    object("v1", "Event", "reason: x\n"),
    container(
      '      env: [{ name: A, value: "1" }]\n      resources: { limits: { nvidia.com/gpu: 1, memory: 2Gi } }\n',
    ),
    cron("*/15 8-18 * * mon-fri"),
    cron("@daily"),
    cron("0 3 31 1,3 *"),
    cron("0 3 30 2 mon"),
  ])("%s", (text) => {
    expect(found(text)).toBeUndefined();
  });
});

describe("what it refuses", () => {
  test.each([
    [object("v1", "ConfigMapp"), "kind | Kubernetes has no kind `ConfigMapp` in `v1`: did you mean `ConfigMap`?"],
    [object("v1", "Deployment"), "apiVersion | Kubernetes has no `Deployment` in `v1`: it is in `apps/v1`"],
    [object("app/v1", "Deployment"), "apiVersion | Kubernetes has no `Deployment` in `app/v1`: it is in `apps/v1`"],
    [
      object("extensions/v1beta1", "Ingress"),
      "apiVersion | Kubernetes has no `Ingress` in `extensions/v1beta1`: it is in `networking.k8s.io/v1`",
    ],
    [
      object("batch/v1beta1", "CronJob"),
      "apiVersion | Kubernetes has no `CronJob` in `batch/v1beta1`: it is in `batch/v1`",
    ],
    [
      object("apps/v1", "Deploymnt"),
      "kind | Kubernetes has no kind `Deploymnt` in `apps/v1`: did you mean `Deployment`?",
    ],
    [object("v1", "ConfigMap", "dta:\n  a: b\n"), "dta | There is no field `dta`: did you mean `data`?"],
    [object("v1", "ConfigMap", "data:\n  a: 1\n"), "a | `data.a` takes a text, not `1`: put it in quotes"],
    [object("v1", "ConfigMap", "data: [a]\n"), "data | `data` takes a map, not a list"],
    [
      object("v1", "ResourceQuota", "spec:\n  hard:\n    requests.memory: 64GiB\n"),
      'requests.memory | `spec.hard.requests.memory` takes an amount such as `"2Gi"` or `"500m"`, not the text `"64GiB"`: write `"64Gi"`',
    ],
    [
      object("v1", "Service", 'spec:\n  ports:\n    - port: "80"\n'),
      'port | `spec.ports[0].port` takes a whole number, not the text `"80"`',
    ],
    [object("v1", "Service", "spec:\n  ports:\n    - name: http\n"), "n | `spec.ports[0]` needs the field `port`"],
    [
      container("      imagePullPolcy: Always\n"),
      "imagePullPolcy | There is no field `imagePullPolcy` in `spec.containers[0]`: did you mean `imagePullPolicy`?",
    ],
    [
      container("      env: [{ name: A, value: 1 }]\n"),
      "value | `spec.containers[0].env[0].value` takes a text, not `1`: put it in quotes",
    ],
    [
      container('      stdin: "yes"\n'),
      'stdin | `spec.containers[0].stdin` takes `true` or `false`, not the text `"yes"`',
    ],
    [
      cron("0 3 * *"),
      "schedule | `spec.schedule` has 4 fields, and a schedule has 5: minute, hour, day of the month, month and day of the week",
    ],
    [cron("0 25 * * *"), "schedule | `spec.schedule` has `25` as its hour, which takes `*`, or numbers from 0 to 23"],
    [cron("0 3 30 2 *"), "schedule | `spec.schedule` never happens: none of its months has such a day"],
    [
      cron("TZ=UTC 0 3 * * *"),
      "schedule | `spec.schedule` can't name a time zone, which Kubernetes refuses: set `timeZone` beside it",
    ],
    [
      cron("@dayly"),
      "schedule | `spec.schedule` is none of `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every 1h30m`",
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe("schedules", () => {
  test.each([
    "0 3 * * *",
    "*/5 * * * *",
    "0 0 1 jan sun",
    "0,30 8-17 * * 1-5",
    "0 0 29 2 *",
    "@every 1h30m",
    "15 3 ? * *",
  ])("%s is one", (text) => {
    expect(cronProblem(text)).toBeUndefined();
  });

  test.each([
    "",
    "0 3",
    "60 * * * *",
    "0 3 * * 7",
    "0 3 0 * *",
    "5-1 * * * *",
    "*/0 * * * *",
    "0 3 31 4,6 *",
    "a b c d e",
  ])("%j is none", (text) => {
    expect(cronProblem(text)).toBeTypeOf("string");
  });
});

describe("what starts pods", () => {
  const pods = (more: string, indent = "") =>
    [
      `template:`,
      `  metadata:`,
      `    labels: { app: web }`,
      `  spec:`,
      `    containers: [{ name: c, image: "a:1" }]`,
      more,
    ]
      .filter((line) => line !== "")
      .map((line) => `${indent}${line}\n`)
      .join("");
  const deployment = (selector: string, more = "") =>
    object("apps/v1", "Deployment", `spec:\n  selector:\n    matchLabels: ${selector}\n${pods(more, "  ")}`);
  const job = (more: string) => object("batch/v1", "Job", `spec:\n${pods(more, "  ")}`);
  const cronJob = (more: string, zone: string) =>
    object(
      "batch/v1",
      "CronJob",
      `spec:\n  schedule: "0 3 * * *"\n  timeZone: ${zone}\n  jobTemplate:\n    spec:\n${pods(more, "      ")}`,
    );

  test.each([
    [job("    restartPolicy: Always"), "restartPolicy"],
    [job(""), "restartPolicy"],
    [cronJob("    restartPolicy: Always", "Europe/Berlin"), "restartPolicy"],
    [cronJob("    restartPolicy: Never", "Berlin"), "spec.timeZone"],
    [deployment("{ app: webb }"), "app: webb"],
    [deployment("{ app: web }", "    restartPolicy: Never"), "restartPolicy"],
  ])("%j is refused", (text, word) => {
    expect(found(text)).toContain(word);
  });

  test.each([
    job("    restartPolicy: Never"),
    job("    restartPolicy: OnFailure"),
    cronJob("    restartPolicy: OnFailure", "Europe/Berlin"),
    cronJob("    restartPolicy: Never", "Etc/UTC"),
    deployment("{ app: web }"),
    deployment("{ app: web }", "    restartPolicy: Always"),
  ])("%j is taken", (text) => {
    expect(found(text)).toBeUndefined();
  });
});
