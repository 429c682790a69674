// What a hub says of its network, as policies and an ingress of the values.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { chartComplaints } from "../../support/chart-values.ts";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function values(hub: string): Record<string, Record<string, unknown>> {
  const text = compiledCourse({ hub }).get("hubs/datahub/prod/values.yaml")?.text ?? "";
  const all = load(text) as Record<string, Record<string, unknown>>; // values are a map of maps
  expect(chartComplaints(all)).toEqual([]);
  return all;
}

function errors(hub: string): string[] {
  return checkProgram(programOf(courseProgram({ hub })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

describe("network", () => {
  it("opens pods and networks by port", () => {
    const policy = values(`  network {
    reach front {
      namespaces { name = "support" }
      pods { "app.kubernetes.io/name" = "ingress-nginx" }
      ports = [443, "http", "9125/UDP"]
    }
    reach elsewhere { namespace = "tools" }
    reach proxy { pods { app = "jupyterhub"  component = "proxy" } }
    reach web {
      networks = ["0.0.0.0/0"]
      except   = ["10.0.0.0/8", "192.168.0.0/16"]
      ports    = [443]
    }
  }`)["singleuser"]?.["networkPolicy"];
    const label = { matchLabels: { name: "support" } };
    expect(policy).toMatchObject({
      egress: [
        {
          to: [
            { namespaceSelector: label, podSelector: { matchLabels: { "app.kubernetes.io/name": "ingress-nginx" } } },
          ],
          ports: [
            { port: 443, protocol: "TCP" },
            { port: "http", protocol: "TCP" },
            { port: 9125, protocol: "UDP" },
          ],
        },
        { to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "tools" } } }] },
        { to: [{ podSelector: { matchLabels: { app: "jupyterhub", component: "proxy" } } }] },
        {
          to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "192.168.0.0/16", "169.254.169.254/32"] } }],
          ports: [{ port: 443, protocol: "TCP" }],
        },
      ],
    });
  });

  it("keeps the metadata server out of what is opened, unless the hub opens that", () => {
    const egress = (more: string, except: string) =>
      JSON.stringify(
        values(`  network {\n${more}\n    reach web { networks = ["0.0.0.0/0"]  except = ["${except}"] }\n  }\n`)[
          "singleuser"
        ]?.["networkPolicy"],
      );
    expect(egress("", "10.0.0.0/8")).toContain("169.254.169.254/32");
    expect(egress("", "169.254.0.0/16")).not.toContain("169.254.169.254");
    expect(egress("block-metadata = false", "10.0.0.0/8")).not.toContain("169.254.169.254");
  });

  it("lets Prometheus and others reach the hub", () => {
    const { hub } = values(`  monitoring { namespaces { name = "support" }  pods { app = "prometheus" } }
  network {
    admit-labelled = true
    admit exporter { pods { app = "exporter" }  ports = [8081] }
  }`);
    expect(hub?.["networkPolicy"]).toEqual({
      ingress: [
        {
          from: [
            {
              namespaceSelector: { matchLabels: { name: "support" } },
              podSelector: { matchLabels: { app: "prometheus" } },
            },
          ],
          ports: [{ port: "http", protocol: "TCP" }],
        },
        { from: [{ podSelector: { matchLabels: { app: "exporter" } } }], ports: [{ port: 8081, protocol: "TCP" }] },
      ],
      interNamespaceAccessLabels: "accept",
    });
    expect(hub?.["config"]).toMatchObject({ JupyterHub: { authenticate_prometheus: false } });
    const asked = values('  monitoring { namespace = "support"  authenticate = true }\n')["hub"];
    expect(asked?.["config"]).toMatchObject({ JupyterHub: { authenticate_prometheus: true } });
    expect(values("")["hub"]).not.toHaveProperty("networkPolicy");
  });

  it.each([
    ["network { reach a { ports = [80] } }", "schema/missing-setting: reach a"],
    ['network { reach a { pods { "app name" = "x" } } }', 'hub/label-key: "x"'],
    ['network { reach a { pods { "a/b/c" = "x" } } }', 'hub/label-key: "x"'],
    ['network { reach a { pods { app = "x y" } } }', 'schema/bad-text: "x y"'],
    ['network { reach a { namespace = "Support" } }', 'schema/bad-text: "Support"'],
    [
      'network { reach a { networks = ["10.0.0.0/8"]  except = ["11.0.0.0/16"] } }',
      'hub/except-outside: "11.0.0.0/16"',
    ],
    ['network { reach a { networks = ["10.0.0.0/8"]  except = ["10.0.0.0/8"] } }', 'hub/except-outside: "10.0.0.0/8"'],
    ['network { reach a { pods { app = "x" }  except = ["10.0.0.0/8"] } }', 'hub/except-outside: "10.0.0.0/8"'],
    ['network { admit a { namespace = "s"  ports = [0] } }', "schema/out-of-bounds: 0"],
    ['network { admit a { namespace = "s"  ports = ["70000"] } }', 'schema/bad-text: "70000"'],
    ['network { admit a { namespace = "s"  ports = ["80/tcp"] } }', 'schema/bad-text: "80/tcp"'],
    ["monitoring { }", "schema/missing-setting: monitoring"],
  ])("refuses %s", (line, expected) => {
    expect(errors(`  ${line}\n`)).toEqual([expected]);
  });
});

describe("https", () => {
  it("is the load balancer's, which hands on plain http", () => {
    const { proxy } = values("  https { offload = true }\n") as { proxy: { https: unknown } }; // as the chart takes it
    expect(proxy.https).toEqual({ enabled: true, type: "offload" });
  });
});

describe("ingress", () => {
  it("says what the controller is told", () => {
    const { ingress } = values(`  ingress {
    class     = "nginx"
    secret    = "wildcard"
    issuer    = "letsencrypt"
    body-size = 256MiB
    annotations { "acme.cert-manager.io/http01-edit-in-place" = "true" }
  }`);
    expect(ingress).toEqual({
      enabled: true,
      ingressClassName: "nginx",
      annotations: {
        "nginx.ingress.kubernetes.io/proxy-body-size": "256m",
        "cert-manager.io/cluster-issuer": "letsencrypt",
        "acme.cert-manager.io/http01-edit-in-place": "true",
      },
      hosts: ["data8.datahub.berkeley.edu"],
      tls: [{ hosts: ["data8.datahub.berkeley.edu"], secretName: "wildcard" }],
    });
  });

  it.each([
    ["1500KiB", "1500k"],
    ["1000B", "1000"],
    ["unlimited", "0"],
  ])("takes uploads of %s", (size, written) => {
    const { ingress } = values(`  ingress { body-size = ${size} }\n`);
    expect(ingress?.["annotations"]).toEqual({ "nginx.ingress.kubernetes.io/proxy-body-size": written });
  });

  it("leaves the size to the controller of NGINX Inc. where that is told it", () => {
    const { ingress } = values('  ingress { annotations { "nginx.org/client-max-body-size" = "256m" } }\n');
    expect(ingress?.["annotations"]).toEqual({ "nginx.org/client-max-body-size": "256m" });
  });

  it("has no certificate where TLS ends in front of it", () => {
    const { ingress } = values("  ingress { tls = false }\n");
    expect(ingress).not.toHaveProperty("tls");
    const readme = compiledCourse({ hub: "  ingress { tls = false }\n" }).get("hubs/datahub/prod/README.md")?.text;
    expect(readme).not.toContain("datahub-prod-tls");
    expect(errors("  ingress { tls = false }\n")).toEqual([]);
  });

  it.each([
    ['ingress { tls = false  secret = "own" }', 'hub/ingress-without-tls: "own"'],
    ['ingress { tls = false  issuer = "own" }', 'hub/ingress-without-tls: "own"'],
    ['ingress { issuer = "a"  annotations { "cert-manager.io/cluster-issuer" = "b" } }', 'hub/annotation-twice: "b"'],
    [
      'ingress { body-size = 1GiB  annotations { "nginx.ingress.kubernetes.io/proxy-body-size" = "1g" } }',
      'hub/annotation-twice: "1g"',
    ],
    ['ingress { annotations { "two words" = "b" } }', 'hub/label-key: "b"'],
  ])("refuses %s", (line, expected) => {
    expect(errors(`  ${line}\n`)).toEqual([expected]);
  });

  it("lets an annotation alone say what a setting would", () => {
    expect(errors('  ingress { annotations { "cert-manager.io/cluster-issuer" = "b" } }\n')).toEqual([]);
  });
});
