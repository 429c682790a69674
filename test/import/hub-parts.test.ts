// Words for what stands around a hub: its address, the chart that it is a part of, and the image that it runs.

import { expect, test } from "vitest";
import { imported, importedFiles, nothing, signIn } from "../support/imported-values.ts";

/** The text with one blank where the layout has several. */
const squeezed = (text: string) => text.replace(/ +/g, " ");

const domain = "hub.example.edu";

test("an ingress keeps further hosts, a service of its own and annotations that are no text in the words of the chart", () => {
  const { text, proof, figures } = imported(`${signIn}
ingress:
  enabled: true
  ingressClassName: nginx
  annotations: { "cert-manager.io/cluster-issuer": letsencrypt, "kubernetes.io/tls-acme": "true" }
  hosts: [${domain}, old.example.edu]
  tls: [{ secretName: hub-tls, hosts: [${domain}, old.example.edu] }]
proxy: { service: { type: NodePort } }
`);
  expect(proof, text).toEqual(nothing);
  const written = squeezed(text);
  for (const word of ['class = "nginx"', 'issuer = "letsencrypt"', '"kubernetes.io/tls-acme" = "true"'])
    expect(written).toContain(word);
  expect(figures.pastPaths.map((path) => path.join(".")).filter((path) => /^(?:ingress|proxy)/.test(path))).toEqual([
    "ingress.hosts.0",
    "ingress.hosts.1",
    "ingress.tls.0.secretName",
    "ingress.tls.0.hosts.0",
    "ingress.tls.0.hosts.1",
    "proxy.service.type",
  ]);
});

test("an issuer where there is no certificate is an annotation", () => {
  const { text, proof } = imported(`${signIn}
ingress:
  enabled: true
  annotations: { "cert-manager.io/cluster-issuer": letsencrypt }
  hosts: [${domain}]
proxy: { service: { type: ClusterIP } }
`);
  expect(proof, text).toEqual(nothing);
  expect(squeezed(text)).toContain('"cert-manager.io/cluster-issuer" = "letsencrypt"');
});

test("a hub of an older chart with an image of its own has groups of its sign-in, since that image's authenticator counts", () => {
  const chart =
    "dependencies:\n  - {name: jupyterhub, version: 3.3.8, repository: 'https://hub.jupyter.org/helm-chart/'}\n";
  const role = `    loadRoles:
      staff:
        description: Staff
        scopes: [admin-ui, "list:users!group=course::1234567"]
        groups: ["course::1234567::enrollment_type::teacher"]
`;
  const config = `    config:
      JupyterHub: { authenticator_class: canvasoauthenticator.CanvasOAuthenticator }
      OAuthenticator: { allow_all: true }
      CanvasOAuthenticator: { canvas_url: "https://canvas.example.edu/" }
`;
  const files = (image: string) => ({
    "hub/Chart.yaml": chart,
    "hub/values.yaml": `jupyterhub:\n  hub:\n${image}${config}`,
    "deployments/a/hubploy.yaml": "",
    "deployments/a/config/common.yaml": `jupyterhub:\n  hub:\n${role}`,
    "deployments/a/config/prod.yaml": "jupyterhub: {}\n",
  });
  const own = importedFiles(files("    image: { name: ghcr.io/campus/hub, tag: '2026-08-01' }\n"));
  expect({ ...own.proof, past: own.past }, own.text).toEqual({ ...nothing, past: 0 });
  expect(squeezed(own.text)).toContain("role staff {");
  expect(own.text).toContain("auth canvas {");
  const plain = importedFiles(files(""));
  expect(plain.proof, plain.text).toEqual(nothing);
  expect(plain.past).toBeGreaterThan(0);
});

test("homes of a type that the chart does not have are dropped with the reason, and do not become others in silence", () => {
  const { proof } = imported(`${signIn}singleuser: { storage: { type: hostPath } }\n`);
  expect(proof.different).toEqual([]);
  expect(proof.dropped.map(({ path }) => path)).toEqual(["singleuser.storage.type"]);
});

test("a list of mounts of which a check refuses one stays in the words of the chart", () => {
  const { text, proof } = imported(`${signIn}singleuser:
  storage:
    type: static
    static: { pvcName: homes, subPath: "home/{username}" }
    extraVolumeMounts:
      - { name: home, mountPath: /home/shared, subPath: home/shared }
`);
  expect(proof, text).toEqual(nothing);
  expect(text).toContain("singleuser.storage.extraVolumeMounts");
});

test("an encrypted file of servers becomes a file from a secret, though the chart has it at another place then", () => {
  const { text, proof, figures } = imported(`${signIn}singleuser:
  extraFiles:
    app-key: { mountPath: /etc/app/key.pem, stringData: "ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]" }
`);
  expect(proof, text).toEqual(nothing);
  expect(squeezed(text).replace(/\s+/g, " ")).toContain(
    'file app-key { path = "/etc/app/key.pem" text = secret("hub/app-key")',
  );
  expect(text).toMatch(
    /# Its text is in hub\.yaml today: .*take singleuser\.extraFiles\.app-key\.stringData out of that file/,
  );
  expect(figures.secrets).toEqual(["singleuser.extraFiles.app-key.stringData"]);
});

const besideServers = (more = "") => `${signIn}singleuser:
  storage:
    type: static
    static: { pvcName: homes, subPath: "home/{username}" }
  extraContainers:
    - name: postgres
      image: docker.io/library/postgres:16.4
      args: ["-c", "search_path={{a}}"]
      ports: [{ containerPort: 5432 }]
      env: [{ name: POSTGRES_USER, value: jovyan }]
      securityContext: { runAsUser: 1000 }
      resources: { requests: { memory: 64Mi, cpu: 0.01 }, limits: { memory: 512Mi, cpu: 1 } }
      volumeMounts: [{ name: home, mountPath: /home/jovyan, subPath: "home/{username}" }]
${more}`;

test("containers beside servers, with the home where servers have it", () => {
  const { text, proof, past } = imported(besideServers());
  expect(proof, text).toEqual(nothing);
  // Those of the sign-in.
  expect(past).toBe(2);
  const words = ["container postgres {", 'arguments = ["-c", "search_path={a}"]', "ports = [5432]", "user = 1000"];
  for (const word of [...words, "home = true", "memory = 64MiB .. 512MiB", 'POSTGRES_USER = "jovyan"'])
    expect(squeezed(text)).toContain(word);
});

test("one container that no word says leaves the list in the words of the chart", () => {
  const { text, proof } = imported(besideServers("    - { name: b, image: 'busybox:1.37.0', tty: true }\n"));
  expect(proof, text).toEqual(nothing);
  expect(text).toContain("singleuser.extraContainers");
  expect(text).not.toContain("container postgres {");
});

test("a mount of all homes is not the home of a person", () => {
  const { text, proof } = imported(besideServers().replace(', subPath: "home/{username}" }]', " }]"));
  expect(proof, text).toEqual(nothing);
  expect(text).toContain("singleuser.extraContainers");
});
