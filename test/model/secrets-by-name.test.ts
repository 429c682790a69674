// Secrets that only their names tell, and expressions of Python that write one down: wrong ones, and right neighbours.

import { describe, expect, test } from "vitest";
import { isHarmlessValue, isSecretName } from "../../compiler/knowledge/secret-names.ts";
import { writtenTexts } from "../../compiler/syntax/python/python-constant.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

/** The places of secrets in clear. */
function found(parts: Parameters<typeof smallProgram>[0]): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram(parts)));
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${code} ${span.file.text.slice(span.start, span.end)}`);
}

const clear = (place: string) => [`secret/in-clear ${place}`];
const python = (piece: string) => ({ hub: `python { "03-x" = """\n${piece}\n""" }` });

test.each(
  `DB_PASSWORD PGPASSWORD MYSQL_ROOT_PASSWORD SMTP_PASS MYSQL_PWD AWS_SECRET_ACCESS_KEY GITHUB_TOKEN OPENAI_API_KEY STRIPE_KEY
  CLIENT_SECRET password clientSecret apiKey ENCRYPTION_KEY JWT_SECRET`
    .trim()
    .split(/\s+/),
)("%s names a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(
  `PUBLIC_KEY PUBLIC_KEY_URL TOKEN_FILE TOKEN_URL MAX_TOKENS TOKENIZERS_PARALLELISM AWS_ACCESS_KEY_ID OAUTH2_USERNAME_KEY KEY PWD OLDPWD
  SECRET_NAME PASSWORD_FILE GIT_ASKPASS GPG_KEY CACHE_KEY sort_key auth_state_groups_key S3_KEY KEYCLOAK_URL MONKEY SECRETARY PAD_TOKEN`
    .trim()
    .split(/\s+/),
)("%s names none", (name) => {
  expect(isSecretName(name)).toBe(false);
});

test.each([
  "",
  "true",
  "no",
  "0",
  "/run/secrets/token",
  "https://x.example.edu/k",
  "$(DB_PASSWORD)",
  "${PASSWORD}",
  "changeme",
])("%j is no secret, whatever it is called", (value) => {
  expect(isHarmlessValue(value)).toBe(true);
});

describe("expressions of Python", () => {
  test.each([
    ['"a"', ["a"]],
    ['b"a"', ["a"]],
    ['f"a"', ["a"]],
    ['"a" "b"', ["a", "b"]],
    ["(\"a\" + 'b')", ["a", "b"]],
    ['bytes.fromhex("00ff")', ["00ff"]],
    ['bytes("a", "utf-8")', ["a"]],
    ['base64.b64decode("YQ==")', ["YQ=="]],
    ['binascii.unhexlify(b"00")', ["00"]],
    ['"a".encode("utf-8").strip()', ["a"]],
    ['"a"[:32]', ["a"]],
    ['"-".join(["a", "b"])', ["-", "a", "b"]],
    ['[bytes.fromhex("00"), b"a"]', ["00", "a"]],
    ['os.environ.get("X", "a")', ["a"]],
    ['os.environ.get("X") or "a"', ["a"]],
    ['os.getenv("X", default_for("x"))', []],
    ['os.environ["X"]', []],
    ['os.environ["X"].encode()', []],
    ['bytes.fromhex(os.environ["X"])', []],
    ['open("/run/secret").read().strip()', []],
    ['get_secret_value("hub/cookie")', []],
    ['f"{x}-a"', []],
    ["secrets.token_bytes(32)", []],
  ])("%s writes %j", (text, expected) => {
    expect(writtenTexts(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test.each([
    ["c.JupyterHub.cookie_secret = bytes.fromhex('00ff00ff')", "00ff00ff"],
    ["key = '00ff00ff'\nc.JupyterHub.cookie_secret = bytes.fromhex(key)", "00ff00ff"],
    ["c.CryptKeeper.keys = [bytes.fromhex('00ff00ff')]", "00ff00ff"],
    ["c.JupyterHub.update({'cookie_secret': b'hunter2'})", "hunter2"],
    ["os.environ['DB_PASSWORD'] = 'hunter2'", "hunter2"],
    ["os.environ.setdefault('DB_PASSWORD', 'hunter2')", "hunter2"],
    ["c.KubeSpawner.environment['DB_PASSWORD'] = 'hunter2'", "hunter2"],
    ["c.KubeSpawner.environment.update({'DB_PASSWORD': 'hunter2'})", "hunter2"],
    ["connect(password='hunter2')", "hunter2"],
    ["ADMIN_TOKEN = 'ABCD_EFGH_IJKL'", "ABCD_EFGH_IJKL"],
  ])("%s", (piece, place) => {
    expect(found(python(piece))).toEqual(clear(place));
  });

  test.each([
    "c.JupyterHub.cookie_secret = bytes.fromhex(os.environ['COOKIE'])",
    "password = ''",
    "token = None",
    "os.environ['TOKEN_FILE'] = '/run/token'",
    "d = {'password': os.environ['DB_PASSWORD']}",
    "# password = 'hunter2'",
    "x = \"set password='hunter2' here\"",
    "if password == 'hunter2': pass",
    "_ENV_AUTH_TOKEN = 'KBASE_AUTH_TOKEN'",
    "DB_PASSWORD_VARIABLE = 'DB_PASSWORD'",
  ])("not %s", (piece) => {
    expect(found(python(piece))).toEqual([]);
  });
});

describe("variables", () => {
  const container = (name: string, value: string) =>
    `values { singleuser.extraContainers = [{ name = "db"  image = "pg:1"  env = [{ name = "${name}"  ${value} }] }] }`;
  const profile = 'display_name = "A"  kubespawner_override = { environment = { DB_PASSWORD = "hunter2" } }';

  test.each([
    ['values { hub.extraEnv.DB_PASSWORD = "hunter2" }', '"hunter2"'],
    ['values { singleuser.extraEnv = { GITHUB_TOKEN = "hunter2" } }', '"hunter2"'],
    ['values { proxy.chp.extraEnv.API_KEY = "hunter2" }', '"hunter2"'],
    ['values { hub.extraEnv.DB_PASSWORD = { value = "hunter2" } }', '"hunter2"'],
    [container("POSTGRES_PASSWORD", 'value = "hunter2"'), '"hunter2"'],
    [`values { singleuser.profileList = [{ ${profile} }] }`, '"hunter2"'],
    ['environment { DB_PASSWORD = "hunter2" }', '"hunter2"'],
    ['environment { DB = "b=db;a=lab;password=hunter2" }', '"b=db;a=lab;password=hunter2"'],
    ['values { hub.extraEnv.DB = "a=lab password=hunter2" }', '"a=lab password=hunter2"'],
    ['container db { image = "x/y:1.2.3"  environment { DB_PASSWORD = "hunter2" } }', '"hunter2"'],
    ['service tool { command = ["a"]  url = "http://tool:80"  environment { DB_PASSWORD = "hunter2" } }', '"hunter2"'],
    ['templates { vars { db.password = "hunter2" } }', '"hunter2"'],
    ['file a { path = "/etc/a.json"  data { db.password = "hunter2" } }', '"hunter2"'],
    ['file a { path = "/etc/a.conf"  text = "a=lab password=hunter2" }', "hunter2"],
    ['file a { path = "/etc/a.conf"  in = hub  text = "password = hunter2" }', "hunter2"],
  ])("%s", (hub, place) => {
    expect(found({ hub })).toEqual(clear(place));
  });

  test.each([
    container("POSTGRES_PASSWORD", 'valueFrom = { secretKeyRef = { name = "a"  key = "b" } }'),
    container("POSTGRES_USER", 'value = "hunter2"'),
    'values { hub.extraEnv.DB_PASSWORD = secret("db/password") }',
    'values { hub.extraEnv { PUBLIC_KEY_URL = "https://x.example.edu"  TOKEN_FILE = "/run/token"  API_KEY = "" } }',
    'environment { DB_PASSWORD = secret("db/password")  OPEN_TOKEN = "" }',
  ])("not %s", (hub) => {
    expect(found({ hub })).toEqual([]);
  });

  test("of an image", () => {
    expect(found({ image: '  env { DB_PASSWORD = "hunter2" }' })).toEqual(clear('"hunter2"'));
    expect(found({ image: '  files { "/etc/a.conf" = "password = hunter2" }' })).toEqual(clear("hunter2"));
    expect(found({ image: '  env { DB_PASSWORD_FILE = "/run/password" }' })).toEqual([]);
  });

  test("of objects of one's own", () => {
    const pod = (value: string) =>
      `apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec:\\n  containers:\\n  - name: a\\n    image: a:1\\n    env:\\n    - name: DB_PASSWORD\\n      ${value}\\n`;
    const map = "apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: a}\\ndata: {DB_PASSWORD: hunter2}\\n";
    expect(found({ hub: `manifests = ["${pod("value: hunter2")}"]` })).toEqual(clear("value"));
    expect(found({ hub: `manifests = ["${map}"]` })).toEqual(clear("DB_PASSWORD"));
    expect(found({ hub: `manifests = ["${pod("valueFrom: {secretKeyRef: {name: a, key: b}}")}"]` })).toEqual([]);
  });
});

describe("a file of one's own", () => {
  const file = (text: string, of = "hub") => ({
    hub: `values { ${of}.extraFiles.x { mountPath = "/etc/x.conf"  stringData = """\n${text}\n""" } }`,
  });

  test.each([
    ["user = hub\npassword = hunter2", "hunter2"],
    ['db:\n  password: "hunter2"', "hunter2"],
    ['{\n  "db_password": "hunter2",\n  "user": "hub"\n}', "hunter2"],
    ["export DB_PASSWORD=hunter2  # the database's", "hunter2"],
    ["spring.datasource.password=hunter2", "hunter2"],
    ["api_token = abc1234", "abc1234"],
    ["a=x password=y", "y"],
    ["host = db user = lab password = hunter2", "hunter2"],
    ["a: x, password: hunter2", "hunter2"],
    ["b=db;a=lab;password=hunter2;", "hunter2"],
    ["a=lab&password=hunter2", "hunter2"],
    ["{ user: lab, password: 'hunter2' }", "hunter2"],
    ["- --user=lab --password=hunter2", "hunter2"],
    ["--ServerApp.token=hunter2", "hunter2"],
  ])("%j holds a secret", (text, secret) => {
    expect(found(file(text))).toEqual(clear(secret));
    expect(found(file(text, "singleuser"))).toEqual(clear(secret));
  });

  test.each([
    "password: required",
    "password: str",
    "from typing import TypedDict\n\nclass Data(TypedDict):\n    password: Text\n    token: Secret",
    "password = ${DB_PASSWORD}".replace("$", "\\$"),
    'password = os.environ["DB_PASSWORD"]',
    "password = settings.password",
    "password_file = /etc/secret/password",
    "# password = hunter2",
    "PasswordAuthentication no",
    "tokenizer = fast",
    "secretName: db",
    "password =",
    "The password is in the vault.",
    "Note: password: see the wiki",
    "user=lab password=${DB_PASSWORD}".replace("$", "\\$"),
    "OMP=4;MAX_TOKEN=5",
    "a=x ; password=hunter2",
    "if password: ask(password)",
    "-Dfile.encoding=UTF-8 -Dtoken.length=5",
  ])("%j holds none", (text) => {
    expect(found(file(text))).toEqual([]);
  });
});
