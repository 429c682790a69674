import {
  type BlockSchema,
  type BlockUseDefinition,
  defineBlock,
  nested,
  type SettingDefinition,
  setting,
} from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { domain, email, host } from "../values/forms.ts";
import { referencesTo, secret, textOrSecret } from "../values/references.ts";
import { choice, code, count, entityId, flag, text, textType, title, truth, url } from "../values/scalars.ts";

export const allow = defineBlock({
  name: "allow",
  doc: "Who may sign in; each line adds people.",
  settings: {
    people: setting({ type: listOf(text), doc: "These people.", example: '["ada", "grace"]' }),
    groups: setting({ type: referencesTo("group"), doc: "Members of these groups.", example: "[data8-staff]" }),
    domains: setting({
      type: listOf(domain),
      doc: "People with an address of these domains.",
      example: '["berkeley.edu"]',
    }),
    "existing-users": flag(
      "Whoever has an account on the hub: who signed in once, or was added on its admin page, and was not deleted there. Taking a name off a list keeps nobody out then.",
    ),
  },
  oneOf: [["people", "groups", "domains", "existing-users"]],
});

const inOwnSecret = (key: string) => `\`secret("VARIANT/${key}")\`, such as \`secret("google/${key}")\``;

const oauthByName = {
  "client-id": setting({
    type: textOrSecret,
    doc: "The application's id, as the sign-in provider gave it.",
    example: 'secret("google/client-id")',
    defaultDoc: inOwnSecret("client-id"),
  }),
  "client-secret": setting({
    type: secret,
    doc: "The application's secret.",
    example: 'secret("google/client-secret")',
    defaultDoc: inOwnSecret("client-secret"),
  }),
  "strip-domain": setting({ type: domain, doc: "Drops this domain from usernames.", example: '"berkeley.edu"' }),
  "login-service": setting({
    type: title,
    doc: "What the sign-in button says.",
    example: '"Campus login"',
    defaultDoc: "the provider's name",
  }),
} as const;

const oauth = {
  ...oauthByName,
  username: setting({
    type: text,
    doc: "The claim that becomes the username.",
    example: '"email"',
    defaultDoc: "the provider's usual one",
  }),
} as const;

type Definitions = Readonly<Record<string, SettingDefinition<unknown>>>;

/** One identity provider of CILogon, with rules of its own (oauthenticator 17.4, cilogon.py, `idps`). */
export const idp = defineBlock({
  name: "idp",
  doc: "An identity provider of CILogon, where each has a claim or rules of its own.",
  settings: {
    id: setting({
      type: entityId,
      doc: "Its entity id: a URL or a URN, as in CILogon's list of them. The block may be called by it, in quotes, in place of a name.",
      example: '"https://idp.berkeley.edu/idp/shibboleth"',
      required: true,
    }),
    username: setting({
      type: text,
      doc: "The claim that becomes the username of its people.",
      example: '"eppn"',
      defaultDoc: "that of the sign-in, which is `email` unless it says another",
    }),
    "strip-domain": setting({
      type: domain,
      doc: "Drops this domain from the usernames of its people.",
      example: '"berkeley.edu"',
      defaultDoc: "that of the sign-in",
    }),
    prefix: setting({
      type: textType({
        name: "beginning of usernames",
        expected: 'a short word, such as `"github"`',
        what: "a beginning of usernames: small letters, digits, `-` and `_`",
        accepts: (value) => /^[a-z][a-z0-9_-]{0,30}$/.test(value),
      }),
      doc: "Stands before the usernames of its people, with a colon, so that no two providers give one name.",
      example: '"github"',
      defaultDoc: "nothing",
    }),
    allow: setting({
      type: choice("everyone", "listed"),
      doc: "Who of its people may enter: `everyone`, or those whom the sign-in's `allow`, or rosters, name.",
      example: "everyone",
      default: "listed" as const,
    }),
    domains: setting({
      type: listOf(domain),
      doc: "Of its people, those with an address of these domains may enter too.",
      example: '["berkeley.edu"]',
      defaultDoc: "none",
    }),
    default: setting({
      type: truth,
      doc: "It is the one that CILogon's page has chosen.",
      example: "true",
      defaultDoc: "`true` for the first, where none says so",
    }),
  },
});

function variant(
  name: string,
  doc: string,
  settings: Definitions,
  oneOf: readonly (readonly string[])[] = [],
  blocks: Readonly<Record<string, BlockUseDefinition>> = {},
): BlockSchema {
  return defineBlock({
    name: `auth ${name}`,
    doc,
    oneOf,
    settings: {
      ...settings,
      allow: setting({
        type: choice("everyone"),
        doc: "`everyone` who can sign in there may enter.",
        example: "everyone",
      }),
    },
    blocks: {
      allow: nested(allow, 'allow { people = ["ada"] }'),
      ...blocks,
    },
  });
}

const className = textType({
  name: "authenticator class",
  expected: 'a text with the class, such as `"tmp"`',
  what: "the class of a sign-in: a short name such as `tmp`, or a path such as `package.module.Class`",
  accepts: (value) => /^[A-Za-z_][A-Za-z0-9_-]*(?:[.:][A-Za-z_][A-Za-z0-9_]*)*$/.test(value),
});

const names = (doc: string, example: string) => setting({ type: listOf(text), doc, example });
const address = (doc: string, example: string) => setting({ type: url, doc, example, required: true });

const adminPassword = (doc: string) =>
  setting({
    type: secret,
    doc,
    example: 'secret("hub/admin-password")',
    defaultDoc: "needed where the hub has admins",
  });

const bindTemplate = textType({
  name: "bind template",
  expected: 'where a person stands, such as `"uid={username},ou=people,dc=example,dc=edu"`',
  what: "where a person stands: it needs `{username}`, once, and no other braces",
  accepts: (value) => /^[^{}]+=\{username\}[^{}]*$/.test(value),
});

const ldap = {
  server: setting({ type: host, doc: "The server.", example: '"ldap.example.edu"', required: true }),
  port: setting({ type: count, doc: "Its port.", example: "636", defaultDoc: "389, or 636 with `tls`" }),
  encryption: setting({
    type: choice("starttls", "tls"),
    doc: "How the connection is encrypted: from its second step, or from its first.",
    example: "tls",
    default: "starttls",
  }),
  "certificate-authority": setting({
    type: code,
    doc: "The certificate that the server's own is signed by, where it is not a public one.",
    example: '"-----BEGIN CERTIFICATE-----\\n…"',
    defaultDoc: "the public ones",
  }),
  bind: setting({
    type: listOf(bindTemplate, { single: true }),
    doc: "Where a person stands in the directory, where their username says it.",
    example: '"uid={username},ou=people,dc=example,dc=edu"',
  }),
  "search-base": setting({
    type: text,
    doc: "Where a person is looked up, where their username doesn't say where they stand.",
    example: '"ou=people,dc=example,dc=edu"',
  }),
  "search-attribute": setting({
    type: text,
    doc: "The attribute that holds the username.",
    example: '"sAMAccountName"',
    default: "uid",
  }),
  "search-user": setting({
    type: text,
    doc: "The account that looks people up.",
    example: '"cn=hub,dc=example,dc=edu"',
    defaultDoc: "nobody: the directory answers anybody",
  }),
  "search-password": setting({ type: secret, doc: "That account's password.", example: 'secret("ldap/password")' }),
} as const;

const lti = {
  platforms: setting({
    type: listOf(url),
    doc: "LTI 1.3: the platform, by its issuer. This JupyterHub knows one.",
    example: '["https://canvas.instructure.com"]',
  }),
  "client-id": setting({
    type: listOf(text, { single: true }),
    doc: "LTI 1.3: the client id that the platform gave, or several.",
    example: '"10000000000001"',
  }),
  "authorize-url": setting({
    type: url,
    doc: "LTI 1.3: the platform's authorization endpoint.",
    example: '"https://sso.canvas.example.edu/api/lti/authorize_redirect"',
  }),
  "jwks-url": setting({
    type: url,
    doc: "LTI 1.3: the platform's public keys.",
    example: '"https://sso.canvas.example.edu/api/lti/security/jwks"',
  }),
  "consumer-key": setting({ type: text, doc: "LTI 1.1: the consumer's key.", example: '"datahub"' }),
  "consumer-secret": setting({
    type: secret,
    doc: "LTI 1.1: the consumer's secret.",
    example: 'secret("lti/consumer-secret")',
  }),
  username: setting({
    type: text,
    doc: "The claim of a launch that becomes the username. A platform that doesn't send it gives an opaque id in its place.",
    example: '"email"',
    defaultDoc: "the address: `email`, in LTI 1.1 `lis_person_contact_email_primary`",
  }),
  "strip-domain": oauth["strip-domain"],
} as const;

/** Sign-in by variant. */
export const auth: Readonly<Record<string, BlockSchema>> = {
  google: variant("google", "Sign-in with Google.", {
    ...oauth,
    "hosted-domains": setting({
      type: listOf(domain),
      doc: "Only accounts of these Google Workspace domains.",
      example: '["berkeley.edu"]',
    }),
    "groups-admin": setting({
      type: email,
      doc: "For groups `from google`: the administrator of the Workspace as whom the service account asks.",
      example: '"admin@berkeley.edu"',
    }),
    "groups-key": setting({
      type: secret,
      doc: "For groups `from google`: the service account's key, the JSON file that Google gave.",
      example: 'secret("google/groups-key")',
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
  cilogon: variant(
    "cilogon",
    "Sign-in with CILogon.",
    {
      ...oauth,
      idps: setting({
        type: listOf(entityId),
        doc: "The identity providers, by entity id: a URL or a URN, as in CILogon's list of them.",
        example: '["https://idp.berkeley.edu/idp/shibboleth"]',
      }),
    },
    [["idps", "idp"]],
    {
      idp: nested(idp, 'idp "https://idp.berkeley.edu/idp/shibboleth" { allow = everyone }', {
        label: "name",
        labelSets: "id",
      }),
    },
  ),
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
  generic: variant(
    "generic",
    "Sign-in with any OpenID Connect provider.",
    {
      ...oauth,
      "authorize-url": address("The authorization endpoint.", '"https://idp.example.edu/authorize"'),
      "token-url": address("The token endpoint.", '"https://idp.example.edu/token"'),
      "userdata-url": setting({
        type: url,
        doc: "The user information endpoint.",
        example: '"https://idp.example.edu/userinfo"',
        defaultDoc: "needed unless `id-token` says otherwise",
      }),
      "id-token": setting({
        type: truth,
        doc: "Claims are read from the ID token, and no endpoint is asked: where the provider puts groups into the token alone, as Microsoft Entra does.",
        example: "true",
        defaultDoc: "`false`",
      }),
      scope: names("The scopes to ask for.", '["openid", "email"]'),
    },
    [["userdata-url", "id-token"]],
  ),
  bitbucket: variant("bitbucket", "Sign-in with Bitbucket.", oauth),
  globus: variant("globus", "Sign-in with Globus.", oauth),
  openshift: variant("openshift", "Sign-in with OpenShift.", {
    ...oauthByName,
    url: address("The API server.", '"https://api.openshift.example.edu:6443"'),
  }),
  mediawiki: variant("mediawiki", "Sign-in with MediaWiki.", {
    ...oauth,
    url: address("The wiki's index.", '"https://meta.wikimedia.org/w/index.php"'),
  }),
  lti: variant("lti", "Sign-in by a launch from a learning platform: LTI 1.3, or LTI 1.1.", lti, [
    ["platforms", "consumer-key"],
  ]),
  ldap: variant("ldap", "Sign-in with the passwords of an LDAP directory.", ldap, [["bind", "search-base"]]),
  native: variant("native", "Accounts that people ask for on the hub, and admins approve.", {
    signup: setting({ type: truth, doc: "People may ask for an account.", example: "false", default: true }),
    "admin-password": adminPassword("The first password of the admins' accounts, which the hub makes at its start."),
  }),
  "shared-password": variant(
    "shared-password",
    "One password for all: people say who they are, and nobody checks it.",
    {
      password: setting({
        type: secret,
        doc: "The password, at least 8 characters.",
        example: 'secret("hub/password")',
        required: true,
      }),
      "admin-password": adminPassword("The password of the admins, at least 32 characters."),
    },
  ),
  dummy: variant("dummy", "No sign-in at all: for trying out.", {}),
  elsewhere: variant(
    "elsewhere",
    "Sign-in of any other class of JupyterHub's, which `config` and `python` set up: hubc writes its name, and of who may enter what `allow` says.",
    {
      class: setting({
        type: className,
        doc: "The class: its short name, or its path in a Python package that the hub's image has.",
        example: '"tmp"',
        defaultDoc: "what `config`, `python` or the chart of the block `umbrella` says",
      }),
    },
  ),
};

/** Ways to sign in that JupyterHub has and that need no word of their own, by the names that people try. */
export const otherSignIns: Readonly<Record<string, string>> = {
  tmp: 'auth elsewhere { class = "tmp"  allow = everyone }',
  none: 'auth elsewhere { class = "null" }',
  null: 'auth elsewhere { class = "null" }',
};
