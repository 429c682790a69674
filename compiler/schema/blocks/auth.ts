import { type BlockSchema, defineBlock, type SettingDefinition, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { domain } from "../values/forms.ts";
import { referencesTo, secret, textOrSecret } from "../values/references.ts";
import { choice, text, truth, url } from "../values/scalars.ts";

const allow = defineBlock({
  name: "allow",
  doc: "Who may sign in; each line adds people.",
  settings: {
    people: setting({ type: listOf(text), doc: "These people.", example: '["ada", "grace"]' }),
    groups: setting({ type: referencesTo("group"), doc: "Members of these groups.", example: "[data8-staff]" }),
    domains: setting({
      type: listOf(domain),
      doc: "People with an address of these domains.",
      example: '["berkeley.edu"]',
      status: "unsupported",
    }),
  },
  oneOf: [["people", "groups", "domains"]],
});

const oauth = {
  "client-id": setting({
    type: textOrSecret,
    doc: "The application's id, as the sign-in provider gave it.",
    example: 'secret("google/client-id")',
    required: true,
  }),
  "client-secret": setting({
    type: secret,
    doc: "The application's secret.",
    example: 'secret("google/client-secret")',
    required: true,
  }),
  username: setting({
    type: text,
    doc: "The claim that becomes the username.",
    example: '"email"',
    defaultDoc: "the provider's usual one",
  }),
  "strip-domain": setting({ type: domain, doc: "Drops this domain from usernames.", example: '"berkeley.edu"' }),
} as const;

type Definitions = Readonly<Record<string, SettingDefinition<unknown>>>;

/** Variants that this version refuses. */
const later = new Set(["openshift", "mediawiki", "lti", "ldap", "native", "shared-password"]);

function variant<const S extends Definitions>(name: string, doc: string, settings: S): BlockSchema {
  return defineBlock({
    name: `auth ${name}`,
    doc,
    ...(later.has(name) ? { status: "unsupported" as const } : {}),
    settings: {
      ...settings,
      allow: setting({
        type: choice("everyone"),
        doc: "`everyone` who can sign in there may enter.",
        example: "everyone",
      }),
    },
    blocks: { allow: { label: "none", schema: allow, doc: allow.doc, example: 'allow { people = ["ada"] }' } },
  });
}

const names = (doc: string, example: string) => setting({ type: listOf(text), doc, example });
const address = (doc: string, example: string) => setting({ type: url, doc, example, required: true });

/** Sign-in by variant. */
export const auth: Readonly<Record<string, BlockSchema>> = {
  google: variant("google", "Sign-in with Google.", {
    ...oauth,
    "hosted-domains": setting({
      type: listOf(domain),
      doc: "Only accounts of these Google Workspace domains.",
      example: '["berkeley.edu"]',
    }),
  }),
  canvas: variant("canvas", "Sign-in with Canvas.", {
    ...oauth,
    url: address("The Canvas instance.", '"https://bcourses.berkeley.edu/"'),
  }),
  github: variant("github", "Sign-in with GitHub.", {
    ...oauth,
    organizations: names("Only members of these organizations, or `organization:team`.", '["data-8"]'),
  }),
  gitlab: variant("gitlab", "Sign-in with GitLab.", {
    ...oauth,
    url: setting({
      type: url,
      doc: "A GitLab of one's own.",
      example: '"https://gitlab.example.edu"',
      defaultDoc: "gitlab.com",
    }),
  }),
  cilogon: variant("cilogon", "Sign-in with CILogon.", {
    ...oauth,
    idps: setting({
      type: listOf(url),
      doc: "The identity providers, by entity id.",
      example: '["https://idp.berkeley.edu/idp/shibboleth"]',
      required: true,
    }),
  }),
  azure: variant("azure", "Sign-in with Microsoft Entra.", {
    ...oauth,
    tenant: setting({
      type: text,
      doc: "The tenant's id.",
      example: '"8f0b198f-0f0e-4a3c-9c6d-1f2b3c4d5e6f"',
      required: true,
    }),
  }),
  auth0: variant("auth0", "Sign-in with Auth0.", {
    ...oauth,
    domain: setting({ type: domain, doc: "The Auth0 domain.", example: '"campus.auth0.com"', required: true }),
  }),
  generic: variant("generic", "Sign-in with any OpenID Connect provider.", {
    ...oauth,
    "authorize-url": address("The authorization endpoint.", '"https://idp.example.edu/authorize"'),
    "token-url": address("The token endpoint.", '"https://idp.example.edu/token"'),
    "userdata-url": address("The user information endpoint.", '"https://idp.example.edu/userinfo"'),
    scope: names("The scopes to ask for.", '["openid", "email"]'),
    "login-service": setting({ type: text, doc: "What the sign-in button says.", example: '"Campus login"' }),
  }),
  bitbucket: variant("bitbucket", "Sign-in with Bitbucket.", oauth),
  globus: variant("globus", "Sign-in with Globus.", oauth),
  openshift: variant("openshift", "Sign-in with OpenShift.", {
    ...oauth,
    url: address("The API server.", '"https://api.openshift.example.edu:6443"'),
  }),
  mediawiki: variant("mediawiki", "Sign-in with MediaWiki.", {
    ...oauth,
    url: address("The wiki's index.", '"https://meta.wikimedia.org/w/index.php"'),
  }),
  lti: variant("lti", "Sign-in by an LTI 1.3 launch.", {
    platforms: names("The platforms.", '["https://canvas.example.edu"]'),
  }),
  ldap: variant("ldap", "Sign-in with LDAP.", {
    server: setting({ type: text, doc: "The server.", example: '"ldap.example.edu"', required: true }),
  }),
  native: variant("native", "Accounts that people make on the hub.", {
    signup: setting({ type: truth, doc: "People may ask for an account.", example: "true", default: true }),
  }),
  "shared-password": variant("shared-password", "One password for all.", {
    password: setting({ type: secret, doc: "The password.", example: 'secret("hub/password")', required: true }),
  }),
  dummy: variant("dummy", "No sign-in at all: for trying out.", {}),
};
