// Hubs of charts before 1.0: what stands there under keys that the chart has taken out is said by the words for what it is now.

import { expect, test } from "vitest";
import { imported, importedFiles, nothing } from "../support/imported-values.ts";

const squeezed = (text: string) => text.replace(/ +/g, " ");

test("`auth` is the block of its sign-in, with the people that it names", () => {
  const { text, proof, figures } = imported(`
auth:
  type: google
  google:
    clientId: abc.apps.googleusercontent.com
    callbackUrl: https://hub.campus.edu/hub/oauth_callback
    hostedDomain: campus.edu
  admin: { access: true, users: [ada] }
  state: { enabled: true }
hub: { uid: 1000, fsGid: 1000 }
singleuser: { cloudMetadata: { enabled: true } }
`);
  expect(proof, text).toEqual(nothing);
  const written = squeezed(text);
  for (const line of [
    "auth google {",
    'client-id = "abc.apps.googleusercontent.com"',
    'hosted-domains = ["campus.edu"]',
    'admins = ["ada"]',
    'domain = "hub.campus.edu"',
    "block-metadata = false",
  ])
    expect(written).toContain(line);
  expect(figures.moved).toContainEqual({ from: "auth.type", to: "hub.config.JupyterHub.authenticator_class" });
  expect(figures.moved).toContainEqual({
    from: "singleuser.cloudMetadata.enabled",
    to: "singleuser.cloudMetadata.blockWithIptables",
  });
  expect(figures.moved).toHaveLength(10);
});

test("a class of one's own has its configuration under the class", () => {
  const { text, proof, figures } = imported(`
auth:
  type: custom
  custom:
    className: oauthenticator.generic.GenericOAuthenticator
    config: { client_id: abc, token_url: https://id.campus.edu/token }
  whitelist: { users: [ada] }
hub: { extraConfig: "c.JupyterHub.log_level = 10" }
`);
  expect(proof, text).toEqual(nothing);
  expect(figures.moved.map(({ to }) => to)).toEqual([
    "hub.config.JupyterHub.authenticator_class",
    "hub.config.JupyterHub.authenticator_class",
    "hub.config.Authenticator.allowed_users",
    "hub.extraConfig.extraConfig",
    "hub.config.GenericOAuthenticator",
  ]);
  expect(squeezed(text)).toContain("https://id.campus.edu/token");
});

test("what the new key says already holds, and what has no new place is dropped with its key", () => {
  const { proof, text, figures } = imported(`
auth: { type: github, github: { orgWhitelist: [old] }, ldap: { dn: { colour: blue } } }
hub:
  config:
    GitHubOAuthenticator: { client_id: abc, allowed_organizations: [new] }
`);
  expect(squeezed(text)).toContain('organizations = ["new"]');
  expect(proof.errors).toEqual([]);
  expect(proof.dropped.map(({ path }) => path).sort()).toEqual(["auth.github.orgWhitelist.0", "auth.ldap.dn.colour"]);
  expect(figures.moved.map(({ from }) => from)).not.toContain("auth.github.orgWhitelist");
});

test("the values of a chart of today stay under their keys", () => {
  const { figures } = imported(`
hub: { config: { JupyterHub: { authenticator_class: github } }, extraConfig: { a: "" } }
proxy: { chp: { nodeSelector: { a: b } } }
singleuser: { cloudMetadata: { blockWithIptables: false } }
`);
  expect(figures.moved).toEqual([]);
});

test("a host to which two hubs come back from signing in is the domain of neither", () => {
  const values = (client: string) => `
hub:
  config:
    JupyterHub: { authenticator_class: github }
    GitHubOAuthenticator:
      client_id: ${client}
      oauth_callback_url: https://hub.campus.edu/hub/oauth_callback
      allowed_organizations: [campus]
`;
  const { text, proof } = importedFiles({ "staging.yaml": values("abc"), "prod.yaml": values("def") });
  expect(proof.errors, text).toEqual([]);
  expect(squeezed(text)).not.toContain('domain = "hub.campus.edu"');
  expect(squeezed(imported(values("abc")).text)).toContain('domain = "hub.campus.edu"');
});
