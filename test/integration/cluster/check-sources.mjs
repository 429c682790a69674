// Secrets that a deployment brings: from a file that sops keeps encrypted, and by the External Secrets operator. Both are stood in for: sops by
// a program that takes the same words and reads base64 in `ENC[…]`, the operator by the test. `HUBC_SOPS=FOLDER` takes the real sops and age-keygen.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { script } from "./check-script.mjs";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, program, secretValue } from "./hubc.mjs";
import { tools } from "./setup.mjs";

export async function checkSources({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    await checkSops({ plane, folder, check });
    await checkOperator({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

const standIn = `#!/usr/bin/env node
const { readFileSync } = require("node:fs");
const words = process.argv.slice(2);
const path = words.at(-1);
if (!words.includes("--decrypt")) process.exit(2);
if (process.env.SOPS_AGE_KEY === undefined) { console.error("Failed to get the data key required to decrypt the SOPS file."); process.exit(128); }
const { sops, ...plain } = JSON.parse(readFileSync(path, "utf8"));
for (const [key, value] of Object.entries(plain.stringData)) plain.stringData[key] = Buffer.from(value.slice(4, -1), "base64").toString("utf8");
console.log(JSON.stringify(plain));
`;

/** What the tests take for sops: the folder of the program, what encrypts a Secret, and the environment that decrypts. */
function sopsOf(folder) {
  const real = process.env.HUBC_SOPS;
  if (real === undefined) {
    mkdirSync(join(folder, "bin"), { recursive: true });
    writeFileSync(join(folder, "bin/sops"), standIn);
    chmodSync(join(folder, "bin/sops"), 0o755);
    const turned = (text) => `ENC[${Buffer.from(text).toString("base64")}]`;
    const encrypt = (path, secret) =>
      writeFileSync(path, JSON.stringify({ ...secret, stringData: Object.fromEntries(Object.entries(secret.stringData).map(([key, value]) => [key, value === "" ? "" : turned(value)])), sops: { version: "3.11.0" } }));
    return { bin: join(folder, "bin"), encrypt, env: { SOPS_AGE_KEY: "key" } };
  }
  const key = execFileSync(join(real, "age-keygen"), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [, recipient] = /public key: (\S+)/.exec(key);
  const [secretKey] = /AGE-SECRET-KEY-\S+/.exec(key);
  const encrypt = (path, secret) => {
    writeFileSync(path, JSON.stringify(secret));
    execFileSync(join(real, "sops"), ["--age", recipient, "--encrypted-regex", "^(data|stringData)$", "--input-type", "json", "--output-type", "yaml", "--encrypt", "--in-place", path]);
  };
  return { bin: real, encrypt, env: { SOPS_AGE_KEY: secretKey } };
}

async function checkSops({ plane, folder, check }) {
  const sops = sopsOf(folder);
  const source = '  secrets sops { age = ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"] }';
  const cwd = program(folder, "sealed", { hub: source });
  const path = [sops.bin, tools, process.env.PATH].join(delimiter);
  const env = { ...sops.env, PATH: path };
  const run = (more = [], own = env) => deploy(plane, cwd, more, { env: own });
  check("sops: neither a file nor a Secret", ended(await run(), 1, "The Secret `hubc-sealed` is not in the namespace `sealed`"));
  mkdirSync(join(cwd, "secrets"), { recursive: true });
  const file = join(cwd, "secrets/sealed-prod.yaml");
  const secret = (stringData) => ({ apiVersion: "v1", kind: "Secret", metadata: { name: "hubc-sealed", namespace: "sealed" }, type: "Opaque", stringData });
  const values = { "sealed.id": `${secretValue}-id`, "sealed.secret": `${secretValue}-é "quoted"` };
  writeFileSync(file, JSON.stringify(secret(values)));
  const clear = await run();
  check("a file in clear is refused", ended(clear, 1, "The file `secrets/sealed-prod.yaml` is not encrypted by sops", "Nothing was deployed") || (clear.stderr.includes(secretValue) ? "a value is shown" : ""));
  sops.encrypt(file, secret({ ...values, "sealed.secret": "" }));
  check("a key without a value", ended(await run(), 1, "The file `secrets/sealed-prod.yaml` lacks `sealed.secret`"));
  sops.encrypt(file, secret(values));
  check("what it would do", ended(await run(["--dry-run"]), 0, "Secret `hubc-sealed`: brought from secrets/sealed-prod.yaml, which sops decrypts"));
  const noSops = { ...sops.env, PATH: `${tools}${delimiter}${join(process.execPath, "..")}${delimiter}/usr/bin${delimiter}/bin` };
  check("no sops", ended(await run([], noSops), 2, "There is no sops on the PATH, which decrypts `secrets/sealed-prod.yaml`"));
  check("no key", ended(await run([], { PATH: path, SOPS_AGE_KEY_FILE: "/nowhere", HOME: "/nowhere" }), 2, "sops could not decrypt `secrets/sealed-prod.yaml`: none of the keys that it is encrypted for is at hand"));
  const done = await run();
  check("the Secret is brought, and the release deployed", ended(done, 0, "bringing the Secret `hubc-sealed`", "sealed-prod is deployed") || (done.stderr.includes(secretValue) ? "a value is shown" : ""));
  const held = () => JSON.parse(plane.kubectl(["get", "secret", "hubc-sealed", "--namespace", "sealed", "--output", "json"])).data;
  const text = (key) => Buffer.from(held()[key] ?? "", "base64").toString("utf8");
  check("with its values", text("sealed.secret") === values["sealed.secret"] && text("sealed.id") === values["sealed.id"] ? "" : "they are others");
  sops.encrypt(file, secret({ ...values, "sealed.id": `${secretValue}-other` }));
  check("a value that changes", ended(await run()) || (text("sealed.id") === `${secretValue}-other` ? "" : "it did not"));
  sops.encrypt(file, secret(values));
  check("by the script too", ended(await script(plane, cwd, { env })) || (text("sealed.id") === values["sealed.id"] ? "" : "it did not change"));
  check("which hubc deploy goes on from", ended(await run()));
  rmSync(file);
  check("without the file the Secret is as it was brought", ended(await run()) || (text("sealed.id") === values["sealed.id"] ? "" : "it changed"));
  check("by the script too", ended(await script(plane, cwd, { env })));
  sops.encrypt(file, { ...secret(values), metadata: { name: "another", namespace: "sealed" } });
  check("a file of another Secret", ended(await run(), 2, "holds another object than the Secret `hubc-sealed` of `sealed`"));
}

async function checkOperator({ plane, folder, check }) {
  const cwd = program(folder, "brought", { hub: '  secrets external { store = "vault" }' });
  const run = () => deploy(plane, cwd);
  const first = await run();
  check("no External Secrets operator", ended(first, 1, "The cluster has no kind `ExternalSecret` of `external-secrets.io/v1`", "Nothing was deployed"));
  const definition = readFileSync(join(import.meta.dirname, "external-secrets.yaml"), "utf8");
  plane.kubectl(["apply", "--filename", "-"], definition);
  plane.kubectl(["wait", "--for=condition=Established", "crd/externalsecrets.external-secrets.io", "--timeout=30s"]);
  // The operator sees what is wanted some time after it is written.
  const operator = setInterval(() => {
    try {
      const { spec } = JSON.parse(plane.kubectl(["get", "externalsecret", "hubc-brought", "--namespace", "brought", "--output", "json"]));
      const literals = spec.data.map(({ secretKey, remoteRef }) => `--from-literal=${secretKey}=${secretValue}-${remoteRef.key.replaceAll("/", ".")}`);
      plane.kubectl(["create", "secret", "generic", spec.target.name, "--namespace", "brought", ...literals]);
      clearInterval(operator);
    } catch {
      // not yet there
    }
  }, 3000);
  const done = await run();
  clearInterval(operator);
  check("the operator brings it, and the deployment waits for it", ended(done, 0, "waiting for the Secret hubc-brought, which the operator brings", "brought-prod is deployed"));
  check("again", ended(await run()));
  const status = { conditions: [{ type: "Ready", status: "True" }] };
  plane.kubectl(["patch", "externalsecret", "hubc-brought", "--namespace", "brought", "--subresource=status", "--type=merge", "--patch", JSON.stringify({ status })]);
  check("by the script", ended(await script(plane, cwd), 0, "condition met"));
  const plan = await hubc(plane, ["plan", "--cluster", "--on", "2026-10-05"], { cwd });
  check("and the cluster is as the program says, but for what the script forgot", ended(plan, 0) || (plan.stdout.includes(secretValue) ? "a value is shown" : ""));
}
