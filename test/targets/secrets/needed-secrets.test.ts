// Secrets beside the release's own: named where people look, and looked for by the script, run against a stand-in for kubectl.

import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../../support/cluster-programs.ts";
import { at } from "../../support/compiled-programs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const own = '  https { letsencrypt = "help@example.edu" }\n';
const compiled = (hub: string) => compileCluster(clusterPrograms.kubernetes, (program) => program.replace(own, hub));
const page = (hub: string) => fileAt(compiled(hub), "hubs/campus/prod/README.md").text;
const values = (hub: string) => load(fileAt(compiled(hub), "hubs/campus/prod/values.yaml").text);

describe("an ingress", () => {
  const plain = '  ingress { class = "nginx" }\n';

  it("names its certificate's Secret where people look for what is needed", () => {
    expect(page(plain)).toContain(
      "- The Secret `campus-prod-tls` in the namespace `campus-prod` with the keys `tls.crt` and `tls.key`: the certificate of hub.example.edu.",
    );
    expect(fileAt(compiled(plain), "hubs/campus/pages/operators.md").text).toContain("`campus-prod-tls`");
  });

  it("takes uploads that nginx would refuse", () => {
    expect(at(values(plain), "ingress", "annotations")).toEqual({
      "nginx.ingress.kubernetes.io/proxy-body-size": "512m",
    });
  });

  it("may name its Secret, and the issuer by which cert-manager makes it, which nobody then has to bring", () => {
    const named = '  ingress { secret = "wildcard"  issuer = "letsencrypt" }\n';
    expect(at(values(named), "ingress", "tls", 0, "secretName")).toBe("wildcard");
    expect(at(values(named), "ingress", "annotations", "cert-manager.io/cluster-issuer")).toBe("letsencrypt");
    expect(page(named)).toContain("It is made by cert-manager, by the ClusterIssuer `letsencrypt`");
    expect(fileAt(compiled(named), "hubs/campus/prod/check-secrets.sh").text).not.toContain("wildcard");
    for (const key of ["cert-manager.io/issuer", "kubernetes.io/tls-acme"]) {
      const annotated = `  ingress { annotations { "${key}" = "campus" } }\n`;
      expect(page(annotated)).toContain("It is made by cert-manager,");
      expect(fileAt(compiled(annotated), "hubs/campus/prod/check-secrets.sh").text).not.toContain("campus-prod-tls");
    }
    const byValues = '  ingress { }\n  values { ingress.annotations."cert-manager.io/issuer" = "campus" }\n';
    expect(page(byValues)).toContain(
      "It is made by cert-manager, by the Issuer `campus` of the namespace `campus-prod`,",
    );
    const cluster = '  ingress { annotations { "cert-manager.io/cluster-issuer" = "acme" } }\n';
    expect(page(cluster)).toContain(
      "It is made by cert-manager, by the ClusterIssuer `acme`, which the cluster must have",
    );
    expect(fileAt(compiled(byValues), "hubs/campus/prod/check-secrets.sh").text).not.toContain("campus-prod-tls");
  });

  it("may be one of `values` alone", () => {
    const tls = '[{ hosts = ["hub.example.edu"]  secretName = "theirs" }]';
    expect(page(`  values { ingress { enabled = true  hosts = ["hub.example.edu"]  tls = ${tls} } }\n`)).toContain(
      "`theirs`",
    );
  });
});

describe("other Secrets", () => {
  it.each([
    ['  https { secret = "hub-tls" }\n', "hub-tls", "tls.key"],
    [`${own}  values { imagePullSecrets = [{ name = "registry" }] }\n`, "registry", ".dockerconfigjson"],
    [`${own}  values { singleuser.image.pullSecrets = ["registry"] }\n`, "registry", ".dockerconfigjson"],
    [
      `${own}  values { hub.extraEnv.TOKEN = { valueFrom = { secretKeyRef = { name = "apps"  key = "token" } } } }\n`,
      "apps",
      "token",
    ],
    [
      `${own}  values { singleuser.storage.extraVolumes = [{ name = "k"  secret = { secretName = "keys" } }] }\n`,
      "keys",
      undefined,
    ],
  ])("are named: %s", (hub, name, key) => {
    expect(page(hub)).toContain(`- The Secret \`${name}\` in the namespace \`campus-prod\``);
    expect(fileAt(compiled(hub), "hubs/campus/prod/check-secrets.sh").text).toContain(`${name}\t${key ?? "."}\t`);
  });

  it("that may be missing are not asked for", () => {
    const optional = `${own}  values { hub.extraEnv.A = { valueFrom = { secretKeyRef = { name = "apps"  key = "a"  optional = true } } } }\n`;
    expect(page(optional)).not.toContain("The Secret `apps`");
  });
});

describe("check-secrets.sh", () => {
  const run = (held: Readonly<Record<string, readonly string[]>>) => {
    const script = fileAt(compiled('  ingress { class = "nginx" }\n'), "hubs/campus/prod/check-secrets.sh").text;
    const answers = Object.entries(held).map(([name, keys]) => `  ${name}) printf '.\\n%s\\n' ${keys.join(" ")} ;;\n`);
    const folder = temporaryFolder();
    writeFileSync(join(folder, "check-secrets.sh"), script);
    writeFileSync(
      join(folder, "kubectl"),
      `#!/bin/sh\n[ "$1 $2 $4 $5" = "get secret --namespace campus-prod" ] || exit 9\ncase "$3" in\n${answers.join("")}esac\n`,
    );
    chmodSync(join(folder, "kubectl"), 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
    const shellcheck = spawnSync("shellcheck", ["-"], { input: script, encoding: "utf8" });
    if (shellcheck.error === undefined) expect(shellcheck.stdout).toBe("");
    return spawnSync("sh", ["check-secrets.sh"], { cwd: folder, env, encoding: "utf8" });
  };
  const main = { "hubc-campus": ["github.client-id", "github.client-secret"] };

  it("ends well where everything is there", () => {
    const { status, stdout } = run({ ...main, "campus-prod-tls": ["tls.crt", "tls.key"] });
    expect(stdout).toBe("Every key is in the Secret hubc-campus in the namespace campus-prod.\n");
    expect(status).toBe(0);
  });

  it("names what is missing of a certificate, all of it or a part", () => {
    const none = run(main);
    expect(none.status).toBe(1);
    expect(none.stdout).toContain("  the Secret campus-prod-tls, tls.crt: the certificate of hub.example.edu\n");
    const part = run({ ...main, "campus-prod-tls": ["tls.crt"] });
    expect(part.status).toBe(1);
    expect(part.stdout).not.toContain("tls.crt:");
    expect(part.stdout).toContain("tls.key:");
  });
});

describe("a volume", () => {
  it("names its Secret among what the release needs", () => {
    const volume = `${own}  volume keys { path = "/srv/keys"  secret = "bucket-keys" }\n`;
    expect(page(volume)).toContain("The Secret `bucket-keys` in the namespace `campus-prod`: files of servers.");
    expect(fileAt(compiled(volume), "hubs/campus/prod/check-secrets.sh").text).toContain("bucket-keys");
  });
});
