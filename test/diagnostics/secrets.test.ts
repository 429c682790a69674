// Every form of secret at every place where somebody may write one: it is an error, and nothing that hubc prints shows it.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { renderGithub } from "../../compiler/diagnostics/render-github.ts";
import { renderJson } from "../../compiler/diagnostics/render-json.ts";
import { renderSarif } from "../../compiler/diagnostics/render-sarif.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { maskLookalikes, maskSecrets, secretTexts } from "../../compiler/diagnostics/secret-mask.ts";
import { secretStretches } from "../../compiler/diagnostics/secret-stretches.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { secretPlaces } from "../support/secret-places.ts";
import { harmless, secrets } from "../support/secret-samples.ts";

const on = checkedDate("2026-10-05") ?? 0;
const forms = Object.entries(secrets);
const places = Object.entries(secretPlaces);

test("there are many forms, and many places", () => {
  expect(forms.length).toBeGreaterThanOrEqual(60);
  expect(places.length).toBeGreaterThanOrEqual(45);
});

describe("a form", () => {
  test.each(forms)("%s is known, and hidden", (_name, { text, secret }) => {
    const [found] = secretStretches(text);
    expect(found && text.slice(found.hidden.start, found.hidden.end)).toContain(secret);
    expect(maskLookalikes(`before ${text} after`)).not.toContain(secret);
    expect(maskLookalikes(`before ${text} after`)).toMatch(/^before .*•••/s);
  });

  test.each(harmless)("%j is no secret", (text) => {
    expect(secretStretches(text).map(({ what }) => what)).toEqual([]);
    expect(maskLookalikes(text)).toBe(text);
  });
});

/** All that is printed of the findings. */
function shown(diagnostics: readonly Diagnostic[]): string {
  const secrets = secretTexts(diagnostics);
  return [
    renderText(diagnostics),
    renderJson(diagnostics),
    renderGithub(diagnostics),
    renderSarif(diagnostics, { pages: [], version: "0" }),
    // As an editor's server sends them.
    ...diagnostics.map(({ message }) => maskSecrets(message, secrets)),
  ].join("\n");
}

describe("a secret at a place", () => {
  test.each(places)("%s", (_name, place) => {
    for (const [form, { text, secret }] of forms) {
      const program = place(text);
      const files = [createSourceFile("p.hub", program.text)];
      const sources = { files, assets: program.assets ?? new Map(), readYaml, readTemplate };
      const { diagnostics, model } = check(sources, { on });
      const told = diagnostics.filter(({ code, severity }) => code.startsWith("secret/") && severity === "error");
      expect(told.length, `${form} is not told`).toBeGreaterThan(0);
      expect(model).toBeUndefined();
      const output = shown(diagnostics);
      for (const line of secret.split("\n")) {
        if (line.length >= 8)
          expect(output.includes(line), `${form} is shown:\n${renderText(diagnostics)}`).toBe(false);
      }
    }
  });
});

test("a secret of values is hidden where its line is shown, in a map and behind what is no YAML", async () => {
  const { secretsByName } = await import("../../compiler/diagnostics/secrets-by-name.ts");
  const hidden = (line: string) => secretsByName(line).map(({ start, end }) => line.slice(start, end));
  for (const line of [
    "{{ .Values.x }}  client_secret: hunter2hunter2",
    "a: {client_secret: hunter2hunter2",
    "x, api_token: hunter2hunter2",
  ])
    expect(hidden(line), line).toEqual(["hunter2hunter2"]);
  for (const line of ["# what the secret: is", "a: {key: value, name: x}", "see client_secret::of"])
    expect(hidden(line), line).toEqual([]);
});

test("each of several secrets on a line is hidden, and the names between them are not", async () => {
  const { secretsByName } = await import("../../compiler/diagnostics/secrets-by-name.ts");
  const hidden = (line: string) => secretsByName(line).map(({ start, end }) => line.slice(start, end));
  expect(hidden('{ DB_PASSWORD = "hunter2" API_TOKEN = "abcd1234" }')).toEqual(["hunter2", "abcd1234"]);
  expect(hidden('{ DB_PASSWORD = "hunter2", "API_TOKEN" = "abcd1234" }')).toEqual(["hunter2", "abcd1234"]);
  expect(hidden('client-secret = secret("g/s") admin-password = "abcd1234"')).toEqual(["abcd1234"]);
  // What does not end as a text does may go on to the end of the line.
  expect(hidden('client-secret = "pa"ss wo"rd')).toEqual(['"pa"ss wo"rd']);
  expect(hidden('client-secret = "never closed  name = 5')).toEqual(['"never closed  name = 5']);
});

test.each([
  ["c.KubeSpawner.modify_auth_state_hook = hook", []],
  ['_ENV_AUTH_TOKEN = "KBASE_AUTH_TOKEN"', []],
  ['token = auth_state["access_token"]', []],
  ['token = auth_state.get("access_token")', []],
  ['client_secret = os.environ["CLIENT_SECRET"]', []],
  ["token = await modify_auth_state_hook(user)", []],
  ["token = user.api_token", []],
  ["def f(token=None, password: str = None): return token", []],
  ['token = os.environ.get("TOKEN", "hunter2hunter2")', ["hunter2hunter2"]],
  ['token = make("hunter2hunter2")', ["hunter2hunter2"]],
  ['client_secret = base64.b64decode("aHVudGVyMg==")', ['base64.b64decode("aHVudGVyMg==")']],
  ["password = Tr0ub4dor(3)", ["Tr0ub4dor(3)"]],
  ["password = hunter2.swordfish", ["hunter2.swordfish"]],
  ['api_token="hunter2hunter2"', ["hunter2hunter2"]],
])("of %s what is a secret is hidden, and no name", async (line, expected) => {
  const { secretsByName } = await import("../../compiler/diagnostics/secrets-by-name.ts");
  expect(secretsByName(line).map(({ start, end }) => line.slice(start, end))).toEqual(expected);
});

test.each([
  ['storage nfs a {\n  server = "%"\n  export = "/x"\n}', "schema/bad-text"],
  ['project a { registry = "%/hubs" }', "schema/bad-text"],
  ['image a { base = "%/jupyter/x:1.2.3" }', "schema/bad-text"],
  ['hub a { domain = "%" }', "schema/bad-text"],
])("a password before a host, without a scheme, is hidden where it is refused: %s", (text, code) => {
  const files = [createSourceFile("p.hub", text.replace("%", "ada:hunter2hunter2@hub.example.edu"))];
  const { diagnostics } = check({ files, assets: new Map(), readYaml, readTemplate }, { on });
  expect(diagnostics.map((one) => one.code)).toContain(code);
  expect(shown(diagnostics)).not.toContain("hunter2hunter2");
});

test("the path of an encrypted file is no secret, and is shown", () => {
  const text = diagnosticExample("secret/file-taken");
  const { diagnostics } = check({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  const shown = renderText(diagnostics);
  expect(shown).toContain("`secrets/hub.yaml` already holds the Secret of");
  expect(shown).not.toContain("•••");
});

function diagnosticExample(code: string): string {
  return readFileSync(new URL(`../../docs/diagnostics/${code}.wrong.hub`, import.meta.url), "utf8");
}
