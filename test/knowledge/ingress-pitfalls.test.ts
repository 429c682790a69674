// What an ingress in values lacks: each is found, and an ingress that has it is not.

import { describe, expect, test } from "vitest";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import { ingressPitfalls } from "../../compiler/knowledge/ingress-pitfalls.ts";
import type { Json } from "../../compiler/knowledge/json-schema.ts";

const host = "hub.uni.edu";
const size = { "nginx.ingress.kubernetes.io/proxy-body-size": "512m" };
const tls = [{ hosts: [host], secretName: "hub-tls" }];

/** The value that each finding speaks of, and how it begins. */
function found(ingress: Record<string, Json>): string[] {
  const values = { ingress: { enabled: true, hosts: [host], ...ingress } };
  return ingressPitfalls(withDefaults(newestChart, values)).map(
    ({ paths: [path], problem }) => `${path.join(".")} ${problem.split(" ").slice(0, 3).join(" ")}`,
  );
}

describe("uploads", () => {
  const lacks = ["ingress lacks the annotation"];
  test.each<[string, Record<string, Json>, string[]]>([
    ["nginx by its class", { ingressClassName: "nginx", tls }, lacks],
    ["by the class of an internal one", { ingressClassName: "nginx-internal", tls }, lacks],
    ["by the annotation", { annotations: { "kubernetes.io/ingress.class": "nginx" }, tls }, lacks],
    ["by another annotation", { annotations: { "nginx.ingress.kubernetes.io/ssl-redirect": "true" }, tls }, lacks],
    ["with its size", { ingressClassName: "nginx", annotations: size, tls }, []],
    ["of NGINX Inc.", { ingressClassName: "nginx", annotations: { "nginx.org/client-max-body-size": "1g" }, tls }, []],
    ["another controller", { ingressClassName: "traefik", tls }, []],
    ["none that is named", { tls }, []],
    ["an ingress that is switched off", { enabled: false, ingressClassName: "nginx", tls }, []],
  ])("%s", (_name, ingress, expected) => expect(found(ingress)).toEqual(expected));
});

describe("certificates", () => {
  const issuer = { "cert-manager.io/cluster-issuer": "letsencrypt" };
  test.each<[string, Record<string, Json>, string[]]>([
    [
      "cert-manager without a Secret",
      { annotations: issuer },
      ["ingress.annotations.cert-manager.io/cluster-issuer asks cert-manager for"],
    ],
    ["with one", { annotations: issuer, tls }, []],
    [
      "an entry without a Secret",
      { annotations: issuer, tls: [{ hosts: [host] }] },
      ["ingress.tls.0 names no `secretName`,"],
    ],
    ["a controller that may have a certificate for all hosts", { tls: [{ hosts: [host] }] }, []],
    ["of Amazon's controller, which finds its own", { ingressClassName: "alb", tls: [{ hosts: [host] }] }, []],
    ["TLS that ends elsewhere", {}, []],
  ])("%s", (_name, ingress, expected) => expect(found(ingress)).toEqual(expected));
});
