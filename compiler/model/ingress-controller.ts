// Which cloud's own controller an ingress is for, where it says so: they find pods, certificates and their class in ways of their own.

import {
  amazonClass,
  amazonPrefix,
  classAnnotation,
  googleCertificates,
  googleClasses,
} from "../knowledge/ingress-annotations.ts";
import type { Ingress } from "./upkeep.ts";

export type CloudController = "amazon" | "google";

/** Told by the class, or by annotations that only one of them reads; undefined for nginx, Traefik and all others. */
export function cloudController({ class: said, annotations }: Ingress): CloudController | undefined {
  const classes = [said?.value, annotations.find(({ key }) => key === classAnnotation)?.value.value];
  if (classes.some((one) => one !== undefined && googleClasses.has(one))) return "google";
  const isAmazon = classes.includes(amazonClass) || annotations.some(({ key }) => key.startsWith(amazonPrefix));
  return isAmazon ? "amazon" : undefined;
}

/**
 * Does the cloud keep the certificate, so that the ingress names no Secret? Amazon's controller takes those of AWS Certificate Manager and no
 * other (2.13, certificate discovery); Google's takes a Secret's where the ingress names none of Google's.
 */
export function isCertificateOfCloud(ingress: Ingress): boolean {
  const controller = cloudController(ingress);
  if (controller === "amazon") return true;
  if (controller === undefined || ingress.secret !== undefined || ingress.issuer !== undefined) return false;
  return ingress.annotations.some(({ key }) => googleCertificates.has(key));
}

/** The objects by which Google's load balancer is told about the hub's proxy. */
export const googleConfigName = "hubc-proxy";
