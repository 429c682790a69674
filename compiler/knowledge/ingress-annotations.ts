// Annotations by which settings of the vocabulary are said to controllers of ingresses, and what the clouds' own controllers take.

/** The largest upload, of ingress-nginx (kubernetes/ingress-nginx 1.13, annotations). */
export const nginxBodySize = "nginx.ingress.kubernetes.io/proxy-body-size";

/** The same, of NGINX Inc.'s controller (nginx/kubernetes-ingress 5, annotations). */
export const f5BodySize = "nginx.org/client-max-body-size";

/** The ClusterIssuer of cert-manager (1.19, annotated Ingress resources). */
export const issuerAnnotation = "cert-manager.io/cluster-issuer";

/** By these, cert-manager makes the certificate (1.19, annotated Ingress resources). */
export const certManagerAnnotations: ReadonlySet<string> = new Set([
  issuerAnnotation,
  "cert-manager.io/issuer",
  "kubernetes.io/tls-acme",
]);

/**
 * The class of an ingress before there was a field for it. Kubernetes takes one of the two (1.34, networking/v1 validation), and Google's
 * controller reads the annotation alone (kubernetes/ingress-gce, issue 1891 and `IsGCEIngress`).
 */
export const classAnnotation = "kubernetes.io/ingress.class";

/** Classes of Google's controller: load balancers for everybody, and within the network (GKE documentation, "GKE Ingress"). */
export const googleClasses: ReadonlySet<string> = new Set(["gce", "gce-internal"]);

/** Certificates that Google keeps (GKE documentation, "GKE Ingress": Google-managed and pre-shared certificates). */
export const googleCertificates: ReadonlySet<string> = new Set([
  "networking.gke.io/managed-certificates",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
]);

/** Of Google's controller: whether plain http is answered, and the objects that say how (GKE documentation, "Ingress configuration"). */
export const google = {
  plain: "kubernetes.io/ingress.allow-http",
  frontend: "networking.gke.io/v1beta1.FrontendConfig",
  backend: "cloud.google.com/backend-config",
} as const;

/** The class of the AWS Load Balancer Controller, and how its annotations begin (2.13, Ingress annotations). */
export const amazonClass = "alb";
export const amazonPrefix = "alb.ingress.kubernetes.io/";

/** What the hub's proxy answers with 200, whatever its base address (configurable-http-proxy 5; the chart's readiness probe, 4.4.0). */
export const proxyHealth = "/_chp_healthz";
