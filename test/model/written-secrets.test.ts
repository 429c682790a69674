// Secrets of the chart and of the hub in clear: each is an error that says what to do, and no message repeats it.

import { describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { smallProgram } from "../support/small-program.ts";

const on = checkedDate("2026-10-05") ?? 0;
const usual = new Set(["hub/no-certificate", "project/no-registry"]);

function diagnosed(hub: string, assets: ReadonlyMap<string, string> = new Map()) {
  const files = [createSourceFile("p.hub", smallProgram({ hub }))];
  return check({ files, assets }, { on }).diagnostics.filter(({ code }) => !usual.has(code));
}

const key = "Correct0Horse1Battery2Staple3";

describe("in clear", () => {
  test.each([
    [`values { hub.cookieSecret = "${key}" }`, "hub.cookieSecret", "the chart makes one"],
    [`values { proxy.secretToken = "${key}" }`, "proxy.secretToken", "the chart makes one"],
    [
      `values { hub { db { type = "postgres"  url = "postgresql://hub@db/hub"  password = "${key}" } } }`,
      "hub.db.password",
      "under the key `hub.db.password`",
    ],
    [
      `values { hub.services.grader = { apiToken = "${key}" } }`,
      "hub.services.grader.apiToken",
      "under the key `hub.services.grader.apiToken`",
    ],
    [`values { hub.services.grader.api_token = "${key}" }`, "hub.services.grader.api_token", "the chart makes one"],
    [
      `values { imagePullSecret { create = true  registry = "r.example.edu"  username = "u"  password = "${key}" } }`,
      "imagePullSecret.password",
      "`imagePullSecrets`",
    ],
    [`values { proxy.https.manual.key = "${key}" }`, "proxy.https.manual.key", "block `https`"],
    [
      `values { hub.config.GitHubOAuthenticator.client_secret = "${key}" }`,
      "hub.config.GitHubOAuthenticator.client_secret",
      "block `auth`",
    ],
    [
      `config { GitHubOAuthenticator.client_secret = "${key}" }`,
      "hub.config.GitHubOAuthenticator.client_secret",
      "block `auth`",
    ],
    [
      `config { OAuthenticator { client_secret = "${key}" } }`,
      "hub.config.OAuthenticator.client_secret",
      "block `auth`",
    ],
    [
      `config { LDAPAuthenticator.lookup_dn_search_password = "${key}" }`,
      "hub.config.LDAPAuthenticator.lookup_dn_search_password",
      "block `auth`",
    ],
    [
      `config { LTI11Authenticator.consumers = { "campus" = "${key}" } }`,
      "hub.config.LTI11Authenticator.consumers.campus",
      "block `auth`",
    ],
    [`custom { moodle { password = "${key}" } }`, "custom.moodle.password", "`os.environ`"],
    [`custom { moodle { apiKey = "${key}" } }`, "custom.moodle.apiKey", "`os.environ`"],
    [`custom { lti = [{ client_secret = "${key}" }] }`, "custom.lti.client_secret", "`os.environ`"],
    [`values { custom.moodle.clientSecret = "${key}" }`, "custom.moodle.clientSecret", "`os.environ`"],
    [`config { JupyterHub.cookie_secret = "${key}" }`, "hub.config.JupyterHub.cookie_secret", "the chart makes one"],
    [`config { CryptKeeper.keys = ["${key}"] }`, "hub.config.CryptKeeper.keys", "the chart makes one"],
    [
      `python { "10-x" = "c.JupyterHub.cookie_secret = '${key}'" }`,
      "c.JupyterHub.cookie_secret",
      "the chart makes one",
    ],
    [
      `python { "10-x" = """\n    # the hub's\n    c.GitHubOAuthenticator.client_secret = "${key}"\n  """ }`,
      "c.GitHubOAuthenticator.client_secret",
      "block `auth`",
    ],
  ])("%s", (hub, path, instead) => {
    const [only, ...others] = diagnosed(hub);
    expect(others).toEqual([]);
    expect(only?.code).toBe("secret/in-clear");
    expect(only?.message).toContain(`\`${path}\` would hold a secret in clear: `);
    expect(only?.message).toContain(instead);
    const { file, start, end } = only?.span ?? { file: { text: "" }, start: 0, end: 0 };
    expect(file.text.slice(start, end)).toContain(key);
    expect(renderText(only === undefined ? [] : [only])).not.toContain(key);
  });

  test.each([
    `values { hub.db { type = "postgres"  url = "postgresql://hub:${key}@db/hub" } }`,
    `python { "10-x" = "c.JupyterHub.db_url = 'postgresql://hub:${key}@db/hub'" }`,
  ])("in an address is found already: %s", (hub) => {
    expect(diagnosed(hub).map(({ code }) => code)).toEqual(["secret/looks-like-secret"]);
  });
});

describe("what only names a secret", () => {
  test.each([
    'values { hub.existingSecret = "hub-keys" }',
    'values { hub.db { type = "postgres"  url = "postgresql://hub@db/hub" }  hub.existingSecret = "hub-keys" }',
    'values { hub.services.grader = { url = "http://grader:8000" } }',
    'values { proxy.https.secret.key = "tls.key" }',
    "values { hub.cookieSecret = null }",
    'values { hub.db.password = "" }',
    'custom { passwordPolicy = "long"  tokenLifetime = "3600"  existingSecret = "moodle-secrets"  secretKey = "moodle-key" }',
    'values { imagePullSecrets = ["regcred"] }',
    'config { GitHubOAuthenticator.username_claim = "login" }',
    'python { "10-x" = "c.GitHubOAuthenticator.client_secret = os.environ[\'SECRET\']" }',
    'python { "10-x" = "c.JupyterHub.cookie_secret_file = \'/srv/key\'" }',
  ])("%s", (hub) => {
    expect(diagnosed(hub).filter(({ code }) => code.startsWith("secret/"))).toEqual([]);
  });
});
