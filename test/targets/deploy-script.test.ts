// deploy.sh, run against stand-ins for kubectl and helm: what can't be asked stops it, and nothing is taken for an answer.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clusterPrograms, compileCluster, fileAt } from "../support/cluster-programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const script = fileAt(compileCluster(clusterPrograms.gke), "hubs/campus/prod/deploy.sh");
const context = /case \$1 in (\S+)\) ;;/.exec(script.text)?.[1] ?? expect.fail("no context is compared");

/** What helm is asked, where `answers` are the branches of a `case` over its words. */
function run(answers: string) {
  const folder = temporaryFolder();
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  };
  put("deploy.sh", script.text);
  for (const name of ["check-secrets.sh", "remove-unused.sh"]) put(name, "#!/bin/sh\n");
  put(
    "kubectl",
    `#!/bin/sh\ncase "$*" in "config current-context" | "config view"*) echo '${context}' ;; *"--filename -") cat > /dev/null ;; esac\n`,
  );
  put("helm", `#!/bin/sh\necho "$*" >> '${folder}/calls'\ncase "$*" in\n${answers}\nesac\n`);
  const { status, stderr } = spawnSync("bash", [join(folder, "deploy.sh")], {
    env: { ...process.env, HOME: folder, KUBECONFIG: "", PATH: `${folder}:${process.env["PATH"] ?? ""}` },
    encoding: "utf8",
  });
  const calls = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "";
  return { status, stderr, upgraded: /^upgrade .*$/m.exec(calls)?.[0] };
}

describe("deploy.sh", () => {
  it("upgrades where nothing is pending, with the words of the helm that is there", () => {
    const three = run('version*) echo "v3.19.0+g1" ;;');
    expect(three).toMatchObject({ status: 0, upgraded: expect.stringContaining("--atomic") });
    const four = run('version*) echo "v4.1.4+g2" ;;');
    expect(four).toMatchObject({ status: 0, upgraded: expect.stringContaining("--rollback-on-failure") });
  });

  it("stops where a release is pending", () => {
    const { status, stderr, upgraded } = run('list*) echo campus-prod ;; version*) echo "v4.1.4" ;;');
    expect({ status, upgraded }).toEqual({ status: 2, upgraded: undefined });
    expect(stderr).toContain("A helm is at work on the release campus-prod");
  });

  it("stops where helm can't say whether one is", () => {
    const { status, stderr, upgraded } = run(
      'list*) echo "Kubernetes cluster unreachable" >&2; exit 1 ;; version*) echo "v4.1.4" ;;',
    );
    expect({ status, upgraded }).toEqual({ status: 1, upgraded: undefined });
    expect(stderr).toContain("Kubernetes cluster unreachable");
  });

  it("stops where helm can't say which version it is", () => {
    expect(run("version*) exit 7 ;;")).toMatchObject({ status: 7, upgraded: undefined });
  });

  it("says nowhere that a Secret is read in part, nor do the documents", () => {
    // kubectl has no way to get the keys of a Secret without its values.
    const documents = ["LANGUAGE.md", "SECURITY.md", "README.md"].map((path) => ({
      path,
      text: readFileSync(path, "utf8"),
    }));
    for (const { path, text } of [...compileCluster(clusterPrograms.gke), ...documents])
      expect(text, path).not.toMatch(
        /values? never[.;]|never values|secrets?[^.\n]*\bnever (?:read|asked)|never read the hubs|without reading (?:a|their|its) values?/i,
      );
  });
});
