// Annotations by which settings of the vocabulary are said to controllers of ingresses.

/** The largest upload, of ingress-nginx (kubernetes/ingress-nginx 1.13, annotations). */
export const nginxBodySize = "nginx.ingress.kubernetes.io/proxy-body-size";

/** The same, of NGINX Inc.'s controller (nginx/kubernetes-ingress 5, annotations). */
export const f5BodySize = "nginx.org/client-max-body-size";

/** The ClusterIssuer of cert-manager (1.19, annotated Ingress resources). */
export const issuerAnnotation = "cert-manager.io/cluster-issuer";
