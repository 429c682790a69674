// Every object that hubc itself writes beside a release's chart.

import { proxyHealth } from "../knowledge/ingress-annotations.ts";
import { ownKinds, removableKinds } from "../knowledge/kubernetes-kinds.ts";
import { cloudController, googleConfigName } from "../model/ingress-controller.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { type OutputFile, textFile } from "../output/output-file.ts";
import { printYaml } from "../output/print-yaml.ts";
import { filledIn } from "../output/shell-script.ts";
import { withComment, type YamlData, yaml } from "../output/yaml-tree.ts";
import { deployScript } from "./deploy-script.ts";
import { backupJob, homeCopiesCommand } from "./kubernetes/backup-job.ts";
import { manifests } from "./kubernetes/manifests.ts";
import script from "./kubernetes/remove-unused.sh";
import { scaleJobs } from "./kubernetes/scale-jobs.ts";
import { spareRoom } from "./kubernetes/spare-room.ts";
import { secretFiles } from "./secrets/secret-files.ts";

/** The manifests of a release, the files that bring its secrets, and what deploys them. */
export function releaseManifests(release: Release, model: Model): OutputFile[] {
  return [
    ...manifests(release),
    ...[
      googleIngress(release),
      scaleJobs(release, model),
      spareRoom(release),
      backupJob(release, model),
      homeCopiesCommand(release),
    ].flatMap((file) => file ?? []),
    ...secretFiles(release),
    removeUnused(release),
    deployScript(release, model.project),
  ];
}

// What Google's load balancer has to know of a hub behind it. It ends every connection after 30 seconds, those of kernels too, unless a
// BackendConfig says otherwise (GKE documentation, "Ingress configuration": backend service timeout).

/** As long as a day: a notebook stays open while its reader is at work. Seconds. */
const connection = 86400;

/** `hubs/<hub>/<stage>/manifests/15-load-balancer.yaml`, where the ingress is of Google's controller. */
function googleIngress(release: Release): OutputFile | undefined {
  const { ingress } = release;
  if (ingress === undefined || cloudController(ingress) !== "google") return undefined;
  const metadata = {
    name: googleConfigName,
    namespace: release.namespace,
    labels: { "app.kubernetes.io/managed-by": "hubc", "app.kubernetes.io/part-of": release.hub },
  };
  const backend: YamlData = {
    apiVersion: "cloud.google.com/v1",
    kind: "BackendConfig",
    metadata,
    spec: {
      timeoutSec: withComment(connection, "Seconds after which a connection ends, in use or not: 30 unless told."),
      healthCheck: { type: "HTTP", requestPath: proxyHealth },
    },
  };
  const frontend: YamlData = {
    apiVersion: "networking.gke.io/v1beta1",
    kind: "FrontendConfig",
    metadata,
    spec: { redirectToHttps: { enabled: true } },
  };
  const redirects = ingress.tls.value && ingress.class?.value !== "gce-internal";
  return {
    path: `${release.folder}/manifests/15-load-balancer.yaml`,
    ...printYaml(
      [backend, ...(redirects ? [frontend] : [])].map((object) => yaml(object)),
      {
        header: ["How Google's load balancer reaches the hub. Written by hubc."],
        origin: ingress.span,
      },
    ),
  };
}

// `remove-unused.sh`: what earlier builds wrote beside a release and this one does not goes from the cluster. A job that nothing in the program
// stands for would go on buying nodes, or deleting copies. It keeps the same list of what was brought as `hubc deploy` (`cluster/inventory.ts`).

/** `hubs/<hub>/<stage>/remove-unused.sh`. Names of releases and hubs hold nothing that a shell reads. */
function removeUnused(release: Release): OutputFile {
  const text = filledIn(script, {
    OWN_KINDS: ownKinds.map(resourceOf).join(","),
    REMOVABLE_KINDS: [...removableKinds].join(" "),
    NAMESPACE: release.namespace,
    RELEASE: release.name,
    HUB: release.hub,
  });
  return { ...textFile(`${release.folder}/remove-unused.sh`, text, release.span), executable: true };
}

/** As kubectl takes a kind: `cronjob.batch`. */
function resourceOf({ apiVersion, kind }: (typeof ownKinds)[number]): string {
  const [group] = apiVersion.includes("/") ? apiVersion.split("/") : [];
  return [kind.toLowerCase(), ...(group === undefined ? [] : [group])].join(".");
}
