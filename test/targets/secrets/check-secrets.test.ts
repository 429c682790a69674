// The script that tells which secrets are missing, run as people run it: against a stand-in for kubectl, and on files in the shape
// that sops gives them.

import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProgram, fixturePrograms } from "../../support/compiled-programs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const keys = [
  "database.url",
  "github.client-id",
  "github.client-secret",
  "hub.config.CryptKeeper.keys",
  "hub.config.JupyterHub.cookie_secret",
  "proxy.secretToken",
];
const value = "the-value-that-nobody-may-see";

function scriptOf(stage: string): string {
  const program = fixturePrograms.find(({ name }) => name === "upkeep");
  const file =
    program && compileProgram(program).files.find(({ path }) => path === `hubs/earth/${stage}/check-secrets.sh`);
  if (file === undefined) throw new Error("the fixture has no script");
  return file.text;
}

/** Runs it in a folder with `kubectl` and the files given. */
function run(files: Readonly<Record<string, string>>, words: readonly string[] = []) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "check-secrets.sh"), scriptOf("prod"));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    if (name === "kubectl") chmodSync(join(folder, name), 0o755);
  }
  const { status, stdout, stderr } = spawnSync("sh", ["check-secrets.sh", ...words], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` },
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`).not.toContain(value);
  return { status, stdout, stderr };
}

/** Answers as kubectl does to the one question that the script may ask: for keys, by a template. */
const kubectl = (held: readonly string[]) => `#!/bin/sh
[ "$*" = 'get secret hubc-earth --namespace earth-prod --output go-template={{range $key, $value := .data}}{{printf "%s\\n" $key}}{{end}}' ] || { echo "asked: $*" >&2; exit 9; }
printf '%s\\n' ${held.join(" ")}
`;

const encrypted = (held: readonly string[], more = "") => `apiVersion: v1
kind: Secret
metadata:
    name: hubc-earth
    namespace: earth-prod
stringData:
${held.map((key) => `    ${key}: ENC[AES256_GCM,data:${value},iv:aaaa,tag:bbbb,type:str]\n`).join("")}${more}sops:
    age:
        - recipient: age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            database.url: not a key
            -----END AGE ENCRYPTED FILE-----
    encrypted_regex: ^(data|stringData)$
    version: 3.13.2
`;

describe("against a cluster", () => {
  it("is content where every key is there", () => {
    const { status, stdout } = run({ kubectl: kubectl([...keys, "another"]) });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "Every key is in the Secret hubc-earth in the namespace earth-prod.\n",
    });
  });

  it("names each key that is missing, and what it is for", () => {
    const { status, stdout } = run({ kubectl: kubectl(["database.url", "github.client-idx", "xgithub.client-id"]) });
    expect(status).toBe(1);
    expect(
      stdout
        .split("\n")
        .slice(1, -1)
        .map((line) => line.trim().split(":")[0]),
    ).toEqual(keys.slice(1));
    expect(stdout).toContain("  github.client-secret: sign-in: client-secret\n");
  });

  it("says that it could not look where kubectl fails", () => {
    const { status, stderr } = run({ kubectl: "#!/bin/sh\necho 'no such Secret' >&2\nexit 1\n" });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "no such Secret\n" });
  });
});

describe("on a file that sops encrypted", () => {
  it("finds every key", () => {
    expect(run({ "a.yaml": encrypted(keys) }, ["a.yaml"])).toEqual({
      status: 0,
      stdout: "Every key is in a.yaml.\n",
      stderr: "",
    });
    const quoted = keys.map((key) => `"${key}"`);
    expect(run({ "a.yaml": encrypted(quoted).replaceAll("\n", "\r\n") }, ["a.yaml"]).status).toBe(0);
  });

  it("finds what is missing or empty, and is not misled by what sops notes for itself", () => {
    const { status, stdout } = run({ "a.yaml": encrypted(keys.slice(2), '    github.client-id: ""\n') }, ["a.yaml"]);
    expect(status).toBe(1);
    expect(stdout).toBe(
      "Missing in a.yaml:\n  database.url: environment variable DATABASE\n  github.client-id: sign-in: client-id\n",
    );
  });

  it("refuses a file that is not encrypted, in whole or in part, and names only the key", () => {
    const plain = encrypted(keys.slice(1), `    database.url: ${value}\n`);
    expect(run({ "a.yaml": plain }, ["a.yaml"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "a.yaml: not encrypted by sops: database.url\n",
    });
    expect(run({ "a.yaml": encrypted(keys).split("sops:")[0] ?? "" }, ["a.yaml"]).status).toBe(2);
    expect(run({}, ["none.yaml"]).status).toBe(2);
    expect(run({}, ["a", "b"]).status).toBe(2);
  });
});

const shellcheck = spawnSync("shellcheck", ["--version"]).error === undefined;

it.skipIf(!shellcheck).each(["prod", "staging"])("is clean to shellcheck, where that is installed: %s", (stage) => {
  expect(spawnSync("shellcheck", ["-"], { input: scriptOf(stage), encoding: "utf8" }).stdout).toBe("");
});
