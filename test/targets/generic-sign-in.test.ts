// Sign-in by any provider of OpenID Connect: where the claims come from.

import { load } from "js-yaml";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { findings, smallProgram } from "../support/small-program.ts";

const group = 'group members {\n  from claim { name = "groups"  value = "urn:mace:example.edu:group:datahub" }\n}\n';

const generic = (lines: string) =>
  smallProgram({ more: group }).replace(
    /auth github \{[\s\S]*?\n {2}\}\n/,
    () => `auth generic {
    client-id     = "hub"
    client-secret = secret("oidc/secret")
    authorize-url = "https://idp.example.edu/authorize"
    token-url     = "https://idp.example.edu/token"
    scope         = ["openid", "profile"]
    username      = "preferred_username"
    allow { groups = [members] }
${lines}  }\n`,
  );

function configOf(text: string): Record<string, unknown> {
  const { files, diagnostics } = compile(
    { files: [createSourceFile("p.hub", text)], assets: new Map() },
    { on: checkedDate("2026-10-05") ?? 0 },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const values = load(files.find(({ path }) => path.endsWith("values.yaml"))?.text ?? "") as {
    hub: { config: { GenericOAuthenticator: Record<string, unknown> } };
  };
  return values.hub.config.GenericOAuthenticator;
}

test("claims come from the ID token, where the program says so", () => {
  const config = configOf(generic("    id-token = true\n"));
  expect(config).toMatchObject({ userdata_from_id_token: true, scope: ["openid", "profile"] });
  expect(config).not.toHaveProperty("userdata_url");
});

test("else the endpoint is asked", () => {
  const config = configOf(generic('    userdata-url = "https://idp.example.edu/userinfo"\n'));
  expect(config).toMatchObject({ userdata_url: "https://idp.example.edu/userinfo" });
  expect(config).not.toHaveProperty("userdata_from_id_token");
});

test("one of the two is needed", () => {
  expect(findings(generic(""))).toEqual(["schema/missing-setting"]);
});
