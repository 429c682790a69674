// What an ingress of the chart lacks so that people can use the hub behind it. The block `ingress` writes all of it; one that stands in values
// has what somebody wrote there. Sources: templates/ingress.yaml of the chart 4.4.0; beside the names, those of ingress-annotations.ts.

import type { ChartPitfall } from "./chart-pitfall.ts";
import {
  amazonClass,
  amazonPrefix,
  certManagerAnnotations,
  classAnnotation,
  f5BodySize,
  googleCertificates,
  googleClasses,
  nginxBodySize,
} from "./ingress-annotations.ts";
import { isMap, type Json, type JsonMap, listAt, valueAt } from "./json-schema.ts";

export function ingressPitfalls(values: JsonMap): ChartPitfall[] {
  if (valueAt(values, "ingress.enabled") !== true) return [];
  const written = valueAt(values, "ingress.annotations");
  const annotations = isMap(written) ? written : {};
  const ingress = { annotations, className: classOf(values, annotations), tls: listAt(values, "ingress.tls") };
  return [...uploads(ingress), ...certificateAsked(ingress), ...secretsUnnamed(ingress)];
}

interface Ingress {
  readonly annotations: JsonMap;
  readonly className: string | undefined;
  readonly tls: readonly Json[];
}

function classOf(values: JsonMap, annotations: JsonMap): string | undefined {
  const said = valueAt(values, "ingress.ingressClassName") ?? annotations[classAnnotation];
  return typeof said === "string" ? said : undefined;
}

/** Controllers of both projects that are called nginx close a request above 1 MB (nginx 1.29, client_max_body_size). */
function uploads({ annotations, className }: Ingress): ChartPitfall[] {
  const isLimited = [nginxBodySize, f5BodySize].some((key) => annotations[key] !== undefined);
  const isNginx =
    className?.includes("nginx") === true || Object.keys(annotations).some((key) => key.startsWith("nginx."));
  if (isLimited || !isNginx) return [];
  const problem = `lacks the annotation \`${nginxBodySize}\`: nginx takes 1 MB unless told, which uploads and notebooks with pictures exceed. Add it with \`"512m"\`, or write the block \`ingress\`, which has it`;
  return [{ paths: [["ingress"]], problem, kind: "lacking" }];
}

/** cert-manager makes a certificate for each entry of `tls` that names a Secret, and nothing where there is none (1.19). */
function certificateAsked({ annotations, tls }: Ingress): ChartPitfall[] {
  const asking = Object.keys(annotations).find((key) => certManagerAnnotations.has(key));
  if (asking === undefined || tls.length > 0) return [];
  const problem =
    "asks cert-manager for a certificate, and `ingress.tls` names no Secret for it, so that none is made: add `tls` with `hosts` and a `secretName`";
  return [{ paths: [["ingress", "annotations", asking]], problem, kind: "lacking" }];
}

/** cert-manager makes nothing for an entry that names no Secret. Who asks it for none may have a controller that has one for all hosts. */
function secretsUnnamed({ annotations, className = "", tls }: Ingress): ChartPitfall[] {
  const keys = Object.keys(annotations);
  if (!keys.some((key) => certManagerAnnotations.has(key))) return [];
  const isOfCloud =
    className === amazonClass ||
    googleClasses.has(className) ||
    keys.some((key) => key.startsWith(amazonPrefix) || googleCertificates.has(key));
  if (isOfCloud) return [];
  return tls.flatMap((json, i): ChartPitfall[] => {
    if (!isMap(json) || typeof json["secretName"] === "string") return [];
    const problem =
      "names no `secretName`, so that cert-manager makes no certificate for it, and the controller shows the one that it has";
    return [{ paths: [["ingress", "tls", i]], problem, marks: "value", kind: "lacking" }];
  });
}
