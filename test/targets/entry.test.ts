// Who may enter, whatever is laid over the vocabulary: wrong programs, each with a right neighbour.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";

const id = 'client-id = secret("a/id")  client-secret = secret("a/secret")';
const github = (rest: string) => `auth github { ${id}  ${rest} }`;
const google = (rest: string) => `auth google { ${id}  ${rest} }`;
const example = google('hosted-domains = ["example.edu"]');
const cilogon = (rest = "") => `auth cilogon { ${id}  idps = ["https://idp.example.edu/shib"]  ${rest} }`;

interface Program {
  readonly auth: string;
  readonly hub?: string;
  readonly course?: string;
  readonly more?: string;
  readonly provider?: string;
}

function text({
  auth,
  hub = 'admins = ["prof"]',
  course = "",
  more = "",
  provider = 'kubernetes k { context = "c" }',
}: Program): string {
  return `course c {\n  title = "C"\n  hub = h\n  image = std.jupyterlab\n  term = 2026-08-26 .. 2026-12-18\n${course}\n}
provider ${provider}
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
project p { registry = "ghcr.io/c" }
hub h {\n  provider = k\n  homes = homes\n  domain = "h.example.edu"\n  https { letsencrypt = "a@example.edu" }\n${auth}\n${hub}\n}\n${more}\n`;
}

/** The findings with the text at their places. */
function found(program: Program): string[] {
  const { diagnostics } = checkProgram(programOf(text(program)), { on: "2026-10-05" });
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end).split("\n")[0]}`);
}

const orgs = github('organizations = ["campus"]');
const admins = (names: string, more = "") => `admins = [${names}]\n${more}`;
const config = (line: string) => `admins = ["prof"]\nconfig { ${line} }`;
const python = (piece: string) => `admins = ["prof"]\npython { "03-x" = "${piece}" }`;

describe("a trait that hubc writes, under another class or an old name", () => {
  test.each([
    [orgs, config("GitHubOAuthenticator.allow_all = true"), "values/clash: GitHubOAuthenticator.allow_all"],
    [orgs, config("OAuthenticator.allow_all = true"), "values/clash: OAuthenticator.allow_all"],
    [
      orgs,
      config("GitHubOAuthenticator.allow_existing_users = true"),
      "values/clash: GitHubOAuthenticator.allow_existing_users",
    ],
    [
      orgs,
      config('GitHubOAuthenticator.github_organization_whitelist = ["other"]'),
      "values/clash: GitHubOAuthenticator.github_organization_whitelist",
    ],
    [orgs, config('OAuthenticator.scope = ["user"]'), "values/clash: OAuthenticator.scope"],
    [orgs, config('GitHubOAuthenticator.client_id = "x"'), "values/clash: GitHubOAuthenticator.client_id"],
    [
      cilogon(),
      config('CILogonOAuthenticator.allowed_idps."https://github.com/login/oauth/authorize" = {}'),
      'values/clash: CILogonOAuthenticator.allowed_idps."https://github.com/login/oauth/authorize"',
    ],
    [
      github('allow { people = ["ada"] }'),
      config('GitHubOAuthenticator.allowed_users = ["eve"]'),
      "values/clash: GitHubOAuthenticator.allowed_users",
    ],
    [
      github('allow { people = ["ada"] }'),
      config('Authenticator.whitelist = ["eve"]'),
      "values/clash: Authenticator.whitelist",
    ],
    [
      orgs,
      "values { hub.config.OAuthenticator.allow_all = true }",
      "values/clash: hub.config.OAuthenticator.allow_all",
    ],
    [orgs, 'values { custom.hubc.admins += ["eve"] }\nadmins = ["prof"]', "values/clash: custom.hubc.admins"],
    [orgs, 'values { custom.hubc.allowed.members = ["eve"] }', "values/clash: custom.hubc.allowed.members"],
  ])("%s with %s", (auth, hub, expected) => {
    expect(found({ auth, hub })).toEqual([expected]);
  });

  test.each([
    [orgs, config("GitHubOAuthenticator.auto_login = true")],
    [github('allow { people = ["ada"] }'), config('Authenticator.allowed_users += ["eve"]')],
    [
      'auth ldap { server = "l.edu"  bind = "uid={username},dc=edu" }',
      config('LDAPAuthenticator.allowed_groups = ["cn=x"]'),
    ],
  ])("%s takes %s", (auth, hub) => {
    expect(found({ auth, hub })).toEqual([]);
  });
});

describe("Python that sets what hubc writes or resets", () => {
  test.each([
    [orgs, "c.Authenticator.admin_users = {'eve'}", "values/unfit-trait: c.Authenticator.admin_users"],
    [orgs, "c.GitHubOAuthenticator.admin_users.add('eve')", "values/unfit-trait: c.GitHubOAuthenticator.admin_users"],
    [orgs, "c.JupyterHub.admin_users = {'eve'}", "values/unfit-trait: c.JupyterHub.admin_users"],
    [orgs, "c.GitHubOAuthenticator.allow_all = True", "values/clash: c.GitHubOAuthenticator.allow_all"],
    [orgs, "c.OAuthenticator.allow_all = x()", "values/clash: c.OAuthenticator.allow_all"],
    [orgs, "c['Authenticator'].allow_all = True", "values/clash: c['Authenticator'].allow_all"],
    [orgs, "c.JupyterHub.authenticator_class = 'dummy'", "values/clash: c.JupyterHub.authenticator_class"],
    [orgs, "if x:\\n  c.Authenticator.allow_all = True", "values/clash: c.Authenticator.allow_all"],
    [
      example,
      "c.GoogleOAuthenticator.hosted_domain.append('gmail.com')",
      "hub/open-to-the-public: c.GoogleOAuthenticator.hosted_domain",
    ],
    [example, "c.GoogleOAuthenticator.hosted_domain = []", "values/clash: c.GoogleOAuthenticator.hosted_domain"],
    [
      'auth shared-password { password = secret("p/u")  admin-password = secret("p/a")  allow = everyone }',
      "c.SharedPasswordAuthenticator.user_password = read()",
      "values/clash: c.SharedPasswordAuthenticator.user_password",
    ],
  ])("%s with %s", (auth, piece, expected) => {
    expect(found({ auth, hub: python(piece) })).toEqual([expected]);
  });

  test.each([
    "c.GitHubOAuthenticator.auto_login = True",
    "# c.Authenticator.allow_all = True",
    "x = 'c.Authenticator.allow_all = True'",
    "c.Authenticator.allow_existing_users = False",
  ])("takes %s", (piece) => {
    expect(found({ auth: orgs, hub: python(piece) })).toEqual([]);
  });
});

describe("a hub that is open in the end", () => {
  test.each([
    [
      google('hosted-domains = ["example.edu"]'),
      config('GoogleOAuthenticator.hosted_domain += ["gmail.com"]'),
      "gmail.com",
    ],
    [google('hosted-domains = ["hotmail.co.uk", "example.edu"]'), "", "hotmail.co.uk"],
    [google('hosted-domains = ["example.edu"]  allow { domains = ["yahoo.com"] }'), "", "yahoo.com"],
    [
      cilogon(),
      config(
        'CILogonOAuthenticator.idps."http://google.com/accounts/o8/id" = { username_derivation = { username_claim = "email" } }',
      ),
      "http://google.com/accounts/o8/id",
    ],
    [
      cilogon('allow { people = ["ada@example.edu"] }'),
      config(
        'CILogonOAuthenticator.idps."https://github.com/login/oauth/authorize" = { username_derivation = { username_claim = "email" }, allow_all = true }',
      ),
      "https://github.com/login/oauth/authorize",
    ],
    [github('allow { people = ["ada"] }'), config('OAuthenticator.allowed_scopes = ["openid"]'), "allowed_scopes"],
  ])("%s with %s", (auth, hub, what) => {
    const [first = "", ...rest] = found({
      auth,
      hub: hub === "" ? 'admins = ["prof@example.edu"]' : hub.replace('"prof"', '"prof@example.edu"'),
    }).filter((one) => !one.startsWith("hub/username-form") && !one.startsWith("hub/outside"));
    expect(first).toContain("hub/open-to-the-public");
    expect(first).toContain(what);
    expect(rest).toEqual([]);
  });

  test.each([
    ['hosted-domains = ["gmail.com"]', "write `allow` with who may enter"],
    ['allow { domains = ["gmail.com"] }', "name people or groups in `allow` in its place"],
  ])("says what to do in place of %s", (rest, advice) => {
    const { diagnostics } = checkProgram(programOf(text({ auth: google(rest), hub: 'admins = ["prof@gmail.com"]' })));
    const open = diagnostics.filter(({ code }) => code === "hub/open-to-the-public");
    expect(open).toHaveLength(1);
    expect(open[0]?.message).toContain(advice);
  });

  test("and in place of a provider's own `allow`, whose word is not enough for all the world", () => {
    const github = 'id = "http://github.com/login/oauth/authorize"  username = "preferred_username"';
    const auth = (rest: string) => `auth cilogon { idp github { ${github}  ${rest} } }`;
    const { diagnostics } = checkProgram(programOf(text({ auth: auth("allow = everyone"), hub: 'admins = ["prof"]' })));
    const [open] = diagnostics.filter(({ code }) => code === "hub/open-to-the-public");
    expect(open?.message).toContain("in `allow` of the block `auth` in its place");
    expect(open?.span.file.text.slice(open.span.start, open.span.end)).toBe("everyone");
  });

  test.each([
    [
      google('hosted-domains = ["example.edu"]'),
      admins('"prof@example.edu"', 'config { GoogleOAuthenticator.hosted_domain += ["law.example.edu"] }'),
    ],
    [google('hosted-domains = ["gmail.com"]  allow = everyone'), 'admins = ["prof"]'],
    [google('hosted-domains = ["gmail.com"]  allow { people = ["ada"] }'), 'admins = ["prof"]'],
    [
      cilogon('allow { people = ["ada@gmail.com"] }'),
      admins(
        '"p@example.edu"',
        'config { CILogonOAuthenticator.idps."http://google.com/accounts/o8/id" = { username_derivation = { username_claim = "email" } } }',
      ),
    ],
  ])("not %s with %s", (auth, hub) => {
    expect(found({ auth, hub })).toEqual([]);
  });
});

describe("nobody may sign in", () => {
  test("but those whom configuration or Python lets in", () => {
    expect(found({ auth: github(""), hub: "" })).toEqual(["hub/nobody-may-sign-in: auth github"]);
    for (const hub of [
      'config { Authenticator.allowed_users += ["ada"] }',
      'config { GitHubOAuthenticator.allowed_organizations = ["campus"] }',
      'python { "03-x" = "c.GitHubOAuthenticator.allowed_organizations = {\'campus\'}" }',
      'python { "03-x" = "c.Authenticator.allowed_users = read()" }',
      'python { "03-x" = "setup(c)" }',
    ])
      expect(found({ auth: github(""), hub }).filter((one) => one.startsWith("hub/nobody"))).toEqual([]);
  });

  test("of a course's students", () => {
    const course = "students = 60";
    const roster = 'group r { members = ["ada"] }';
    expect(found({ auth: github(""), course })).toEqual(["hub/no-students: auth github"]);
    expect(found({ auth: github('allow { people = ["prof"] }'), course })).toEqual(["hub/no-students: allow"]);
    expect(
      found({ auth: github('allow { people = ["ben"] }'), course: `${course}\nroster = r`, more: roster }),
    ).toEqual(["hub/no-students: allow"]);
    const empty = { auth: github(""), course: `${course}\nroster = r` };
    expect(found({ ...empty, more: "group r { members = [] }" })).toEqual(["hub/no-students: auth github"]);
    expect(found({ ...empty, more: "group r {\n  members = []\n  admin-page = true\n}" })).toEqual([]);
    expect(found({ ...empty, more: 'group r { members = secret("c/people") }' })).toEqual([]);
    expect(found({ auth: github("allow = everyone"), course })).toEqual([]);
    expect(found({ auth: github(""), course: `${course}\nroster = r`, more: roster })).toEqual([]);
    expect(
      found({ auth: github('allow { people = ["ada"] }'), course: `${course}\nroster = r`, more: roster }),
    ).toEqual([]);
    expect(
      found({ auth: github(""), hub: config('GitHubOAuthenticator.allowed_organizations = ["campus"]'), course }),
    ).toEqual([]);
    expect(found({ auth: github(""), course: "" })).toEqual([]);
  });
});

describe("people who can't sign in", () => {
  const tas = (name: string) => `group tas { members = ["${name}"] }`;
  const course = "staff = tas";

  test.each([
    [orgs, "Ada Lovelace", 'hub/username-form: "Ada Lovelace"'],
    [orgs, "ada@example.edu", 'hub/username-form: "ada@example.edu"'],
    [orgs, "ada.lovelace", 'hub/username-form: "ada.lovelace"'],
    [example, "Ada Lovelace", 'hub/username-form: "Ada Lovelace"'],
    [example, "ada@example.edu", 'hub/username-form: "ada@example.edu"'],
    [example, "ben@gmail.com", 'hub/outside-domain: "ben@gmail.com"'],
    [example, "ben@other.edu", 'hub/outside-domain: "ben@other.edu"'],
    [cilogon(), "ada", 'hub/username-form: "ada"'],
    [
      'auth ldap { server = "l.edu"  bind = "uid={username},dc=edu"  allow = everyone }',
      "1234567",
      'hub/username-form: "1234567"',
    ],
    [github('allow { people = ["ada"] }'), "ben", 'hub/staff-shut-out: "ben"'],
  ])("%s: %s", (auth, name, expected) => {
    const hub = auth.includes("cilogon") ? 'admins = ["p@example.edu"]' : 'admins = ["prof"]';
    expect(found({ auth, hub, course, more: tas(name) })).toEqual([expected]);
  });

  test.each([
    [orgs, "Ada-L"],
    [example, "ADA"],
    [example, "ada@law.example.edu"],
    [cilogon(), "ada@example.edu"],
    [google('hosted-domains = ["example.edu"]  allow { groups = [tas] }'), "ben"],
    [google('hosted-domains = ["example.edu"]  allow { domains = ["example.edu"] }'), "ben"],
    [`auth mediawiki { ${id}  url = "https://w.example.edu/index.php"  allow = everyone }`, "Ada Lovelace"],
    [github('username = "nickname"  organizations = ["campus"]'), "Ada Lovelace"],
  ])("not %s: %s", (auth, name) => {
    const hub = auth.includes("cilogon") ? 'admins = ["p@example.edu"]' : 'admins = ["prof"]';
    expect(found({ auth, hub, course, more: tas(name) })).toEqual([]);
  });

  test("the form of names is that of the final values", () => {
    const hub = admins('"prof"', "config { GoogleOAuthenticator.strip_domain = false }");
    expect(found({ auth: example, hub })).toEqual(['hub/username-form: "prof"']);
    expect(found({ auth: example, hub: hub.replace('"prof"', '"prof@example.edu"') })).toEqual([]);
  });

  test("nor those who are blocked", () => {
    expect(found({ auth: orgs, hub: config('Authenticator.blocked_users = ["prof"]') })).toEqual([
      'hub/blocked-people: "prof"',
    ]);
    expect(found({ auth: orgs, hub: config('Authenticator.blocked_users = ["eve"]') })).toEqual([]);
  });
});

describe("a password for all, or none", () => {
  const shared = 'auth shared-password { password = secret("p/u")  admin-password = secret("p/a")  allow = everyone }';
  const dummy = "auth dummy { allow = everyone }";
  const staff = { course: "staff = tas", more: 'group tas { members = ["ta"] }' };

  test("gives nobody the rights of staff", () => {
    expect(found({ auth: shared, ...staff })).toEqual(["hub/anybody-as-staff: auth shared-password"]);
    expect(found({ auth: shared, course: "staff = tas", more: 'group tas { members = ["prof"] }' })).toEqual([]);
    expect(found({ auth: shared })).toEqual([]);
    expect(found({ auth: `auth native { admin-password = secret("p/a")  allow = everyone }`, ...staff })).toEqual([]);
  });

  test("is for one's own machine, where it is none", () => {
    expect(found({ auth: dummy })).toEqual(["hub/no-sign-in: auth dummy"]);
    expect(found({ auth: dummy, ...staff })).toEqual(["hub/no-sign-in: auth dummy"]);
    const classes = ['class = "dummy"', 'class = "jupyterhub.auth.DummyAuthenticator"'];
    for (const one of classes)
      expect(found({ auth: `auth elsewhere { ${one} }` })).toEqual(["hub/no-sign-in: auth elsewhere"]);
    expect(found({ auth: "auth elsewhere { }", hub: config('JupyterHub.authenticator_class = "dummy"') })).toEqual([
      "hub/no-sign-in: auth elsewhere",
    ]);
    expect(found({ auth: 'auth elsewhere { class = "pam" }' })).toEqual([]);
    expect(found({ auth: 'auth elsewhere { class = "shared-password" }', ...staff })).toEqual([
      "hub/anybody-as-staff: auth elsewhere",
    ]);
    const kind = { provider: "kind k { }", hub: "" };
    expect(found({ auth: dummy, ...kind }).filter((one) => one.startsWith("hub/no-sign-in"))).toEqual([]);
  });
});

describe("names of teams", () => {
  test.each([
    ["Course Staff", "course-staff"],
    ["Staff", "staff"],
    ["@campus/tas", "tas"],
    ["Équipe A&B", "equipe-a-b"],
  ])("%s is no slug", (team, slug) => {
    const more = `group tas { from github { organization = "campus"  team = "${team}" } }`;
    const { diagnostics } = checkProgram(programOf(text({ auth: orgs, course: "staff = tas", more })), {
      on: "2026-10-05",
    });
    expect(diagnostics.map(({ code }) => code)).toContain("hub/team-slug");
    expect(diagnostics.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)))).toEqual([
      `"${slug}"`,
    ]);
  });

  test("in organizations, and in configuration", () => {
    expect(found({ auth: github('organizations = ["campus:Course Staff"]') })).toEqual([
      'hub/team-slug: "campus:Course Staff"',
    ]);
    expect(found({ auth: github('organizations = ["UC Berkeley"]') })).toEqual(['hub/team-slug: "UC Berkeley"']);
    expect(found({ auth: github('organizations = ["campus:tas", "Data-8"]') })).toEqual([]);
    const gitlab = `auth gitlab { ${id} }`;
    expect(
      found({ auth: gitlab, hub: config('GitLabOAuthenticator.allowed_gitlab_groups = ["Course Staff"]') }),
    ).toEqual(['hub/team-slug: "Course Staff"']);
    expect(found({ auth: gitlab, hub: config('GitLabOAuthenticator.allowed_gitlab_groups = ["campus/TAs"]') })).toEqual(
      [],
    );
  });
});

describe("what does nothing", () => {
  test("is a blocked name with capitals, which JupyterHub compares as written", () => {
    expect(found({ auth: orgs, hub: config('Authenticator.blocked_users = ["Eve"]') })).toEqual([
      'hub/without-effect: "Eve"',
    ]);
  });

  test("lets in nobody more where everybody may enter", () => {
    const auth = `auth gitlab { ${id}  allow = everyone }`;
    expect(found({ auth, hub: config('GitLabOAuthenticator.allowed_gitlab_groups = ["campus"]') })).toEqual([
      "hub/without-effect: allowed_gitlab_groups",
    ]);
    expect(found({ auth, hub: config('Authenticator.allowed_users = ["ada"]') })).toEqual([
      "hub/without-effect: allowed_users",
    ]);
  });

  test("is a variable for a trait that is configured", () => {
    expect(
      found({ auth: example, hub: 'admins = ["prof"]\nvalues { hub.extraEnv.HOSTED_DOMAIN = "other.edu" }' }),
    ).toEqual(["hub/without-effect: HOSTED_DOMAIN"]);
    expect(
      found({ auth: google("allow = everyone"), hub: 'values { hub.extraEnv.OAUTH_CALLBACK_URL = "https://x" }' }),
    ).toEqual(["hub/without-effect: OAUTH_CALLBACK_URL"]);
    expect(found({ auth: orgs, hub: 'values { hub.extraEnv.HOSTED_DOMAIN = "other.edu" }' })).toEqual([]);
  });
});

test.each([
  [
    config('GitHubOAuthenticator.blacklist = ["eve"]'),
    "`GitHubOAuthenticator` has no trait `blacklist`: it is called `blocked_users` today.",
  ],
  [
    config('OAuthenticator.username_key = "login"'),
    "`OAuthenticator` has no trait `username_key`: it is called `username_claim` today.",
  ],
  [
    python("c.Authenticator.blacklist = {'eve'}"),
    "`Authenticator` has no trait `blacklist`: it is called `blocked_users` today.",
  ],
  [
    config('OAuthenticator.usernam_claim = "login"'),
    "`OAuthenticator` has no trait `usernam_claim`: did you mean `username_claim`?",
  ],
  [config('GitHubOAuthenticator.team_whitelist = ["x"]'), "`GitHubOAuthenticator` has no trait `team_whitelist`."],
])("a trait that its class no longer has: %s", (hub, message) => {
  const { diagnostics } = checkProgram(programOf(text({ auth: orgs, hub })), { on: "2026-10-05" });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((one) => one.message)).toEqual([message]);
  const isOffered = message.includes("today");
  expect(errors[0]?.fixes?.every(({ applies }) => (applies === "when-chosen") === isOffered)).toBe(true);
});

describe("usernames that several people may have", () => {
  test.each([
    [orgs, config('OAuthenticator.username_claim = "name"'), "hub/shared-username: username_claim"],
    [
      orgs,
      python("c.GitHubOAuthenticator.username_claim = 'name'"),
      "hub/shared-username: c.GitHubOAuthenticator.username_claim",
    ],
    [
      orgs,
      'admins = ["prof"]\nvalues { hub.extraEnv.OAUTH2_USERNAME_KEY = "name" }',
      "hub/without-effect: OAUTH2_USERNAME_KEY",
    ],
    [cilogon('username = "given_name"'), admins('"prof"'), 'hub/shared-username: "given_name"'],
    [github('organizations = ["campus"]  username = "name"'), admins('"prof"'), 'hub/shared-username: "name"'],
  ])("%s %s", (auth, hub, finding) => {
    expect(found({ auth, hub })).toEqual([finding]);
  });

  test("but not what a provider gives to one person", () => {
    expect(found({ auth: orgs, hub: config('GitHubOAuthenticator.username_claim = "login"') })).toEqual([]);
    expect(found({ auth: cilogon('username = "eppn"'), hub: admins('"prof@example.edu"') })).toEqual([]);
  });
});

test("identity providers are named by URLs and by URNs", () => {
  const idps = (name: string) => `auth cilogon { ${id}  idps = ["${name}"] }`;
  const hub = admins('"prof@berkeley.edu"');
  expect(found({ auth: idps("urn:mace:incommon:berkeley.edu"), hub })).toEqual([]);
  expect(found({ auth: idps("https://shibboleth.umich.edu/idp/shibboleth"), hub })).toEqual([]);
  expect(found({ auth: idps("berkeley.edu"), hub })).toEqual(['schema/bad-text: "berkeley.edu"']);
});

describe("OpenID Connect", () => {
  const generic = (scope: string, userdata = "https://i.edu/userinfo") =>
    `auth generic { ${id}  authorize-url = "https://i.edu/a"  token-url = "https://i.edu/t"  userdata-url = "${userdata}"  ${scope}  allow = everyone }`;

  test("needs its scope", () => {
    expect(found({ auth: generic("") })).toEqual(["hub/openid-scope: auth generic"]);
    expect(found({ auth: generic('scope = ["email"]') })).toEqual(['hub/openid-scope: "email"']);
    expect(found({ auth: generic('scope = ["openid"]') })).toEqual([]);
    expect(found({ auth: generic(""), hub: config('GenericOAuthenticator.scope = ["openid"]') })).toEqual([]);
    expect(found({ auth: generic("", "https://i.edu/api/user") })).toEqual([]);
  });
});
