// Ingresses of the clouds' own controllers: without what is written for them, no load balancer reaches the hub, or it ends kernels' connections.

import { load, loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { chartComplaints } from "../../support/chart-values.ts";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { at, plain } from "../../support/compiled-programs.ts";
import { exampleHub } from "../../support/example-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const own = '  https { letsencrypt = "help@example.edu" }\n';

function compiled(cloud: "eks" | "gke" | "kubernetes", hub: string) {
  const files = compileCluster(clusterPrograms[cloud], (program) => program.replace(own, hub));
  const values = load(fileAt(files, "hubs/campus/prod/values.yaml").text);
  expect(chartComplaints(values)).toEqual([]);
  const manifest = files.find(({ path }) => path === "hubs/campus/prod/manifests/15-load-balancer.yaml");
  return {
    ingress: at(values, "ingress"),
    service: at(values, "proxy", "service"),
    balancer: manifest === undefined ? [] : loadAll(manifest.text).map(plain),
    readme: fileAt(files, "hubs/campus/prod/README.md").text,
    script: files.find(({ path }) => path === "hubs/campus/prod/check-secrets.sh")?.text ?? "",
  };
}

const codes = (hub: string) =>
  checkProgram(programOf(exampleHub({ hub })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);

describe("Amazon's", () => {
  const { ingress, service, balancer, readme, script } = compiled("eks", '  ingress { class = "alb" }\n');

  it("reaches pods themselves, asks what answers with 200, and lets quiet connections be", () => {
    expect(ingress).toEqual({
      enabled: true,
      ingressClassName: "alb",
      annotations: {
        "alb.ingress.kubernetes.io/target-type": "ip",
        "alb.ingress.kubernetes.io/healthcheck-path": "/_chp_healthz",
        "alb.ingress.kubernetes.io/load-balancer-attributes": "idle_timeout.timeout_seconds=3600",
        "alb.ingress.kubernetes.io/listen-ports": '[{"HTTP": 80}, {"HTTPS": 443}]',
        "alb.ingress.kubernetes.io/ssl-redirect": "443",
      },
      hosts: ["hub.example.edu"],
      tls: [{ hosts: ["hub.example.edu"] }],
    });
    expect([service, balancer]).toEqual([{ type: "ClusterIP" }, []]);
  });

  it("takes a certificate of AWS Certificate Manager, and no Secret", () => {
    expect(readme).toContain("- A certificate of hub.example.edu in AWS Certificate Manager,");
    expect(readme + script).not.toContain("campus-prod-tls");
    const named = (setting: string) => codes(`  ingress {\n class = "alb"\n ${setting}\n }\n`);
    expect(named('secret = "wildcard"')).toEqual(['hub/certificate-of-cloud: "wildcard"']);
    expect(named('issuer = "letsencrypt"')).toEqual(['hub/certificate-of-cloud: "letsencrypt"']);
    expect(named("")).toEqual([]);
  });

  it("is told by its annotations too, which stand over what hubc writes, and ends no TLS where it is said not to", () => {
    const named = `  ingress {
    class = "campus-alb"
    tls   = false
    annotations { "alb.ingress.kubernetes.io/scheme" = "internet-facing"  "alb.ingress.kubernetes.io/target-type" = "instance" }
  }\n`;
    expect(compiled("eks", named).ingress).toEqual({
      enabled: true,
      ingressClassName: "campus-alb",
      annotations: {
        "alb.ingress.kubernetes.io/target-type": "instance",
        "alb.ingress.kubernetes.io/healthcheck-path": "/_chp_healthz",
        "alb.ingress.kubernetes.io/load-balancer-attributes": "idle_timeout.timeout_seconds=3600",
        "alb.ingress.kubernetes.io/scheme": "internet-facing",
      },
      hosts: ["hub.example.edu"],
    });
  });
});

describe("Google's", () => {
  it("is chosen by its annotation, since it reads no class, and takes the certificate of a Secret", () => {
    const { ingress, service, balancer, script } = compiled("gke", '  ingress { class = "gce" }\n');
    expect(ingress).toEqual({
      enabled: true,
      annotations: {
        "kubernetes.io/ingress.class": "gce",
        "networking.gke.io/v1beta1.FrontendConfig": "hubc-proxy",
      },
      hosts: ["hub.example.edu"],
      tls: [{ hosts: ["hub.example.edu"], secretName: "campus-prod-tls" }],
    });
    expect(script).toContain("campus-prod-tls");
    expect(service).toEqual({
      type: "ClusterIP",
      annotations: { "cloud.google.com/backend-config": '{"default": "hubc-proxy"}' },
    });
    expect(balancer.map(({ kind, spec }) => [kind, spec])).toEqual([
      ["BackendConfig", { timeoutSec: 86400, healthCheck: { type: "HTTP", requestPath: "/_chp_healthz" } }],
      ["FrontendConfig", { redirectToHttps: { enabled: true } }],
    ]);
  });

  it("keeps a certificate of its own, and redirects nobody within the network", () => {
    const managed = '  ingress { class = "gce"  annotations { "networking.gke.io/managed-certificates" = "hub" } }\n';
    expect(at(compiled("gke", managed).ingress, "tls")).toBeUndefined();
    expect(compiled("gke", managed).readme).not.toContain("campus-prod-tls");
    const inside = compiled("gke", '  ingress { class = "gce-internal" }\n');
    expect(at(inside.ingress, "annotations")).toEqual({
      "kubernetes.io/ingress.class": "gce-internal",
      "kubernetes.io/ingress.allow-http": "false",
    });
    expect(inside.balancer.map(({ kind }) => kind)).toEqual(["BackendConfig"]);
  });
});

it("leaves other controllers, and classes that are said twice, which Kubernetes refuses", () => {
  const { ingress, service, balancer } = compiled("gke", '  ingress { class = "nginx" }\n');
  expect(at(ingress, "ingressClassName")).toBe("nginx");
  expect([service, balancer]).toEqual([{ type: "ClusterIP" }, []]);
  expect(
    codes('  ingress {\n class = "nginx"\n annotations { "kubernetes.io/ingress.class" = "nginx" }\n }\n'),
  ).toEqual(['hub/annotation-twice: "nginx"']);
  expect(
    codes('  ingress { class = "nginx" }\n  values { ingress.annotations."kubernetes.io/ingress.class" = "nginx" }\n'),
  ).toEqual(['values/does-not-work: ingress.annotations."kubernetes.io/ingress.class"']);
});
