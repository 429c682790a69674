// What an import says in words: each part of the vocabulary from values as people write them, compiled and compared.

import { describe, expect, test } from "vitest";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { readEnvironment } from "../../compiler/import/environment.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { imported, nothing, signIn } from "../support/imported-values.ts";

const parts: readonly (readonly [name: string, values: string, words: readonly string[]])[] = [
  [
    "roles, and scopes of everybody",
    `  loadRoles:
    user: { scopes: [self, "access:services"] }
    staff:
      description: Staff
      scopes: ["list:users!group=campus:staff", admin-ui]
      groups: ["campus:staff"]
`,
    ["role staff {", 'user = ["self", "access:services"]', "!group=campus-staff", 'team         = "staff"'],
  ],
  [
    "a file with the mode that files have by themselves",
    `singleuser:
  extraFiles:
    notes: { mountPath: /etc/notes, stringData: "one\\n", mode: 0644 }
`,
    ["file notes {"],
  ],
  [
    "volumes of servers that are no storage, and of the hub's own pod",
    `  extraVolumes: [{ name: pages, configMap: { name: hub-pages } }]
  extraVolumeMounts: [{ name: pages, mountPath: /etc/jupyterhub/templates }]
singleuser:
  storage:
    extraVolumes:
      - { name: shm, emptyDir: { medium: Memory } }
      - { name: tmp, emptyDir: { sizeLimit: 10Gi } }
      - { name: shared, persistentVolumeClaim: { claimName: shared-nfs } }
      - { name: git, secret: { secretName: user-gitconfig } }
      - { name: cvmfs, hostPath: { path: /cvmfs } }
    extraVolumeMounts:
      - { name: shm, mountPath: /dev/shm }
      - { name: tmp, mountPath: /tmp/scratch }
      - { name: shared, mountPath: /srv/shared }
      - { name: git, mountPath: /srv/gitconfig, subPath: gitconfig, readOnly: true }
      - { name: git, mountPath: /srv/app-key.pem, subPath: key.pem }
      - { name: cvmfs, mountPath: /cvmfs }
`,
    [
      "volume hub-templates {",
      "in = hub",
      'config-map = "hub-pages"',
      "memory = unlimited",
      "scratch = 10GiB",
      'claim = "shared-nfs"',
      'secret = "user-gitconfig"',
      "read-only = true",
      'folder = "key.pem"',
      'node-folder = "/cvmfs"',
    ],
  ],
  [
    "how servers start",
    `singleuser:
  cmd: start-singleuser.sh
  image: { name: quay.io/x/y, tag: "1", pullPolicy: Always }
  serviceAccountName: pangeo
  lifecycleHooks: { postStart: { exec: { command: [sh, -c, "cp -n {a,b} ~ && echo $HOME"] } } }
`,
    [
      "start {",
      'command = ["start-singleuser.sh"]',
      'after = ["sh", "-c", "cp -n {a,b} ~ && echo $HOME"]',
      "pull = always",
      'service-account = "pangeo"',
    ],
  ],
  [
    "how often servers are looked at, and whether they keep their names",
    `cull: { enabled: true, timeout: 1800, every: 120, removeNamedServers: true }
`,
    ["idle         = 30min", "every        = 2min", "remove-named = true"],
  ],
  [
    "a service with its role",
    `  services:
    sync: { command: [python3, -m, sync], environment: { URL: "https://x.example.edu" } }
  loadRoles:
    sync: { name: sync, scopes: ["list:users"], services: [sync] }
`,
    ["service sync {", 'command = ["python3", "-m", "sync"]', 'scopes  = ["list:users"]'],
  ],
  [
    "pools by their labels",
    `  nodeSelector: { pool: core-a }
proxy: { chp: { nodeSelector: { pool: core-a } } }
scheduling: { userScheduler: { nodeSelector: { pool: core-a } } }
singleuser:
  image: { name: quay.io/x/y, tag: "1" }
  nodeSelector: { pool: big-pool }
`,
    ["pool core {", 'label = "pool=big-pool"', "= cluster.big"],
  ],
  [
    "the hub's own pods, its scheduler and when servers stop",
    `  resources: { requests: { memory: 1Gi, cpu: 0.5 }, limits: { memory: 2Gi } }
scheduling: { userScheduler: { enabled: false } }
cull: { timeout: 1800, maxAge: 43200 }
prePuller: { continuous: { enabled: false } }
`,
    ["memory = 1GiB .. 2GiB", "cpu    = 0.5 .. unlimited", "user-scheduler", "idle    = 30min", "[on-deploy]"],
  ],
  ["a log at debug level", "debug: { enabled: true }\n", ["debug = true"]],
  ["a log that says its usual level", "debug: { enabled: false }\n", ["debug = false"]],
  [
    "further hosts of a certificate, and what does nothing here",
    `proxy:
  https: { enabled: true, hosts: [hub.campus.edu, old.campus.edu], letsencrypt: { contactEmail: help@campus.edu } }
scheduling: { userPlaceholder: { enabled: false } }
`,
    ['domain = "hub.campus.edu"', 'hosts = ["old.campus.edu"]'],
  ],
  [
    "a load balancer that ends TLS",
    `proxy:
  https: { enabled: true, type: offload }
  service: { annotations: { "service.beta.kubernetes.io/aws-load-balancer-ssl-ports": https } }
`,
    ["https {", "offload = true", "aws-load-balancer-ssl-ports"],
  ],
  [
    "an image whose tag moves, and files whose keys are no names",
    `singleuser:
  image: { name: quay.io/campus/notebook, tag: latest }
  extraFiles:
    jupyter_server_config.json: { mountPath: /usr/local/etc/jupyter/jupyter_server_config.json, data: { A: { b: true } } }
    jupyter-server-config.json: { mountPath: /etc/jupyter/other.json, data: { A: { b: true } } }
    history: { mountPath: /etc/ipython/ipython_kernel_config.json, data: { HistoryManager: { enabled: false } } }
`,
    ["# hubc: allow image/floating-tag", "file jupyter-server-config-json {", "file jupyter-server-config-json-2 {"],
  ],
  [
    "a role that is called otherwise than its key",
    '  loadRoles: { user-login: { name: user, scopes: [self, "access:services"] } }\n',
    ['user = ["self", "access:services"]'],
  ],
  [
    "what servers get where nothing here says their image",
    "singleuser: { memory: { guarantee: 512M, limit: 2G }, cpu: { guarantee: 0.05, limit: 4 } }\n",
    ["memory = 512MiB .. 2GiB", "cpu = 0.05 .. 4"],
  ],
  [
    "a trait that the chart has a value for too",
    '  concurrentSpawnLimit: 64\nsingleuser: { image: { name: quay.io/x/y, tag: "1", pullPolicy: Always } }\n',
    ["concurrent-starts = 64"],
  ],
  [
    "who may reach the hub",
    `  networkPolicy:
    ingress:
      - ports: [{ port: 8081, protocol: TCP }]
        from: [{ podSelector: { matchLabels: { app: exporter } } }]
`,
    ["admit exporter {", "ports = [8081]"],
  ],
  [
    "folders of the homes",
    `singleuser:
  image: { name: quay.io/x/y, tag: "1" }
  storage:
    type: static
    static: { pvcName: home-nfs, subPath: "{username}" }
    extraVolumeMounts:
      01-shared: { name: home, mountPath: /home/jovyan/shared, subPath: _shared, readOnly: true }
`,
    ["mount shared {", 'folder = "_shared"', "storage claim home-nfs {"],
  ],
  [
    "profiles with images, sizes, groups and what no word says",
    `  extraConfig: { "10-groups": "keep_groups_of_profiles = True" }
singleuser:
  profileList:
    - display_name: Small & simple
      slug: small
      default: true
      allowed_groups: ["campus:staff"]
      kubespawner_override: { http_timeout: 60 }
      profile_options:
        image:
          display_name: Image
          choices:
            pangeo: { display_name: Pangeo, default: true, kubespawner_override: { image: "quay.io/pangeo/pangeo-notebook:2026.01" } }
            scipy: { display_name: SciPy, default: true, kubespawner_override: { image: "quay.io/jupyter/scipy-notebook:2026-01-05", image_pull_policy: Always, default_url: /tree } }
        requests:
          display_name: Node share
          choices:
            mem_1: { display_name: 1 GB, default: true, kubespawner_override: { mem_guarantee: 1073741824, mem_limit: 1073741824, node_selector: { node: a } } }
            mem_2: { display_name: 2 GB, kubespawner_override: { mem_guarantee: 2147483648, mem_limit: 2147483648, node_selector: { node: b } } }
    - display_name: GPU
      kubespawner_override: { image: "quay.io/x/gpu:1", extra_resource_limits: { nvidia.com/gpu: "1" }, environment: { A: b } }
`,
    [
      'title  = "Small &',
      "for    = [campus-staff]",
      "images = [pangeo, scipy]",
      'open-with = "/tree"',
      'size "mem_2" {',
      'key   = "requests"',
      "kubespawner_override.http_timeout",
      "gpu   = 1",
    ],
  ],
];

/** Ways of signing in, whole: the values below `hub.config`. */
interface SignIn {
  readonly name: string;
  readonly config: string;
  /** Below `hub`. */
  readonly more?: string;
  readonly words: readonly string[];
  readonly dropped?: readonly string[];
}

const signIns: readonly SignIn[] = [
  {
    name: "CILogon, with two defaults and a key that no word says",
    config: `JupyterHub: { authenticator_class: cilogon }
CILogonOAuthenticator:
  allowed_idps:
    "http://login.microsoftonline.com/common/oauth2/v2.0/authorize":
      { default: true, username_derivation: { username_claim: email }, allowed_domains: [campus.edu] }
    "http://google.com/accounts/o8/id": { default: true, username_derivation: { username_claim: email } }
    "https://idp.campus.edu/idp": { allow_all: true, allowed_domains_claim: eppn, username_derivation: { username_claim: email } }
Authenticator: { admin_users: [ada@campus.edu] }`,
    words: [
      "auth cilogon {",
      "idp google {",
      "default = true",
      'domains = ["campus.edu"]',
      "allow = everyone",
      "allowed_domains_claim",
      'admins = ["ada@campus.edu"]',
    ],
  },
  {
    name: "people who are listed, and whoever has an account, by providers of which none is said to be chosen",
    config: `JupyterHub: { authenticator_class: cilogon }
CILogonOAuthenticator:
  allowed_idps:
    "https://idp.campus.edu/idp": { username_derivation: { username_claim: eppn } }
    "http://google.com/accounts/o8/id": { username_derivation: { username_claim: email } }
Authenticator: { allowed_users: [ada@campus.edu], allow_existing_users: true }`,
    words: ["allow {", 'people = ["ada@campus.edu"]', "existing-users = true"],
  },
  {
    name: "a class of another package, with what it lets in",
    config:
      "JupyterHub: { authenticator_class: tmp }\nAuthenticator: { allow_all: true }\nTmpAuthenticator: { force_new_server: true }",
    words: ["auth elsewhere {", 'class = "tmp"', "allow = everyone", "TmpAuthenticator.force_new_server"],
  },
  {
    name: "a class that decides alone who may enter",
    config: "JupyterHub: { authenticator_class: 'null' }",
    words: ["auth elsewhere {", 'class = "null"'],
  },
  {
    name: "a class that Python chooses",
    config: "JupyterHub: { authenticator_class: cilogon }",
    more: "  extraConfig:\n    own: |\n      class Own: pass\n      c.JupyterHub.authenticator_class = Own\n",
    words: ["auth elsewhere {", 'JupyterHub.authenticator_class = "cilogon"', "python {"],
  },
  {
    name: "claims of an ID token, and the groups in them",
    config: `JupyterHub: { authenticator_class: generic-oauth }
GenericOAuthenticator:
  { authorize_url: "https://idp.example.edu/auth", token_url: "https://idp.example.edu/token", userdata_from_id_token: true,
    username_claim: preferred_username, auth_state_groups_key: oauth_user.roles, manage_groups: true, allowed_groups: [Users] }
Authenticator: { admin_users: [], enable_auth_state: true }`,
    words: ["id-token", "groups = [users]", 'value = "Users"'],
  },
  {
    name: "an admin with a name that nobody has there",
    config: `JupyterHub: { authenticator_class: github }
GitHubOAuthenticator: { client_id: abc, allowed_organizations: [campus] }
Authenticator: { admin_users: [ada, eve@campus.edu, Grace] }`,
    words: ['admins = ["ada", "Grace"]'],
    dropped: ["hub.config.Authenticator.admin_users.1"],
  },
  {
    name: "LDAP by a search, whose other traits stay",
    config: `JupyterHub: { authenticator_class: ldapauthenticator.LDAPAuthenticator }
LDAPAuthenticator:
  { server_address: ldap.campus.edu, server_port: 636, tls_strategy: on_connect, lookup_dn: true, user_search_base: "ou=people,dc=campus,dc=edu",
    user_attribute: sAMAccountName, lookup_dn_user_dn_attribute: cn, escape_userdn: false, valid_username_regex: "^[a-z]+$",
    bind_dn_template: ["cn={username},ou=people,dc=campus,dc=edu"] }
Authenticator: { allow_all: true }`,
    words: [
      "auth ldap {",
      'server = "ldap.campus.edu"',
      "port = 636",
      "encryption = tls",
      'search-base = "ou=people,dc=campus,dc=edu"',
      'search-attribute = "sAMAccountName"',
      'LDAPAuthenticator.lookup_dn_user_dn_attribute = "cn"',
      "LDAPAuthenticator.valid_username_regex",
      "allow = everyone",
    ],
  },
  {
    name: "LDAP whose encryption no word says",
    config: `JupyterHub: { authenticator_class: ldap }
LDAPAuthenticator: { server_address: ldap.campus.edu, tls_strategy: insecure, bind_dn_template: ["uid={username},ou=people"] }
Authenticator: { allowed_users: [ada] }`,
    words: ["auth ldap {", 'LDAPAuthenticator.tls_strategy = "insecure"', 'people = ["ada"]'],
  },
  {
    name: "LTI 1.3, by addresses that it names itself",
    config: `JupyterHub: { authenticator_class: ltiauthenticator.lti13.auth.LTI13Authenticator }
LTI13Authenticator:
  { username_key: email, issuer: "https://canvas.instructure.com", client_id: ["125900000000000001"],
    authorize_url: "https://canvas.campus.edu/api/lti/authorize_redirect", jwks_endpoint: "https://canvas.campus.edu/api/lti/security/jwks" }
Authenticator: { allow_all: true }`,
    words: [
      "auth lti {",
      'platforms = ["https://canvas.instructure.com"]',
      "authorize-url",
      "jwks-url",
      "allow = everyone",
    ],
  },
  {
    name: "LTI 1.1, whose consumers are somewhere else",
    config: `JupyterHub: { authenticator_class: ltiauthenticator.LTIAuthenticator }
LTI11Authenticator: { username_key: lis_person_contact_email_primary }
Authenticator: { allow_all: true }`,
    words: ["auth elsewhere {", "LTI11Authenticator.username_key"],
  },
];

describe("an import says a sign-in:", () => {
  test.each(signIns)("$name", ({ config, more = "", words, dropped = [] }) => {
    const { text, proof } = imported(`hub:\n  config:\n${config.replace(/^/gm, "    ")}\n${more}`);
    expect({ ...proof, dropped: proof.dropped.map(({ path }) => path) }, text).toEqual({ ...nothing, dropped });
    const squeezed = text.replace(/ +/g, " ");
    for (const word of words) expect(squeezed).toContain(word.replace(/ +/g, " "));
  });
});

describe("an import says in words, and proves it:", () => {
  test.each(parts)("%s", (_name, values, words) => {
    const { text, proof } = imported(signIn + values);
    expect(proof, text).toEqual(nothing);
    const squeezed = text.replace(/ +/g, " ");
    for (const word of words) expect(squeezed).toContain(word.replace(/ +/g, " "));
  });

  test("what it can't say stays in the words of the chart, and is counted so", () => {
    const { text, past, proof } = imported(`${signIn}  extraConfig: { a: "c.Spawner.debug = True" }\n`);
    expect(proof).toEqual(nothing);
    expect(past).toBe(3);
    expect(text).toContain("python {");
  });

  test("memory that placeholders would have otherwise stays as it is written, and any other is said", () => {
    const said = (values: string) => {
      const { text, proof } = imported(`${signIn}${values}`);
      expect(proof, text).toEqual(nothing);
      return text.replace(/ +/g, " ");
    };
    const server = (memory: string) => `singleuser: { memory: { guarantee: ${memory}, limit: 4G } }\n`;
    expect(said(server("1024M"))).toContain('singleuser.memory.guarantee = "1024M"');
    expect(said(server("1G"))).toContain("memory = 1GiB .. 4GiB");
    expect(said(server("1073741824"))).toContain("memory = 1GiB .. 4GiB");
    expect(
      said(`${server("1073741824")}scheduling: { podPriority: { enabled: true }, userPlaceholder: { replicas: 2 } }\n`),
    ).not.toContain("memory = 1");
    expect(said(`${server("1024M")}scheduling: { userPlaceholder: { enabled: false } }\n`)).toContain("memory = 1GiB");
  });

  test("a volume that a container mounts too, or room that is mounted twice, stays under its name", () => {
    const { text, past, proof } = imported(`${signIn}singleuser:
  initContainers:
    - { name: fill, image: "busybox:1", command: ["true"], volumeMounts: [{ name: data, mountPath: /x }] }
  storage:
    extraVolumes:
      data: { name: data, persistentVolumeClaim: { claimName: data } }
      room: { name: room, emptyDir: {} }
      own: { name: own, emptyDir: {} }
    extraVolumeMounts:
      data: { name: data, mountPath: /data }
      one: { name: room, mountPath: /one }
      two: { name: room, mountPath: /two }
      own: { name: own, mountPath: /own }
`);
    expect(proof, text).toEqual(nothing);
    expect(text).not.toMatch(/(?:claim|path) += "(?:data|\/one|\/two)"/);
    expect(text.match(/^ +volume .*/gm)).toEqual(["  volume own {"]);
    expect(past).toBeGreaterThan(8);
  });

  test("what the chart has by itself is not said again, but for what somebody wrote beside it", () => {
    const { text, figures, proof } = imported(
      `${signIn}  consecutiveFailureLimit: 5\n  # Enough for us.\n  activeServerLimit: null\n  redirectToServer: true\n`,
    );
    expect(proof).toEqual(nothing);
    expect(figures.usual).toBe(1);
    expect(text).not.toContain("consecutiveFailureLimit");
    expect(text).toContain("# Enough for us.");
    expect(text).toContain("redirectToServer");
  });

  test("one wrong part of a list alone is dropped, with the reason", () => {
    const { figures, proof } = imported(
      `${signIn}singleuser:\n  profileList:\n    - { display_name: A, kubespawner_override: { image: "quay.io/x/y:1", default: true } }\n`,
    );
    expect(proof.different).toEqual([]);
    expect(figures.dropped.map(({ path }) => path)).toEqual(["singleuser.profileList.0.kubespawner_override.default"]);
  });
});

const on = checkedDate("2026-11-29") ?? 0;

test("a file that the chart around has too stays under its key, and no placeholders stay none", () => {
  const chart =
    "dependencies:\n  - {name: jupyterhub, version: 4.3.5, repository: 'https://hub.jupyter.org/helm-chart/'}\n";
  const file = (more: string) => `  singleuser:\n    extraFiles:\n      a_b.json:\n${more}`;
  const texts = {
    "hub/Chart.yaml": chart,
    "hub/values.yaml": `jupyterhub:\n  hub: {}\n${file("        mountPath: /etc/a.json\n        data: {one: 1}\n")}`,
    "deployments/a/hubploy.yaml": "",
    "deployments/a/config/common.yaml": `jupyterhub:\n  hub:\n    config:\n      JupyterHub: {authenticator_class: github}\n      GitHubOAuthenticator: {allowed_organizations: [campus]}\n      Authenticator: {admin_users: [ada]}\n  scheduling:\n    userPlaceholder: {enabled: false}\n${file("        data: {two: 2}\n")}`,
    "deployments/a/config/prod.yaml": "jupyterhub: {}\n",
  };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, createSourceFile(path, text)]));
  const { hubs } = findHubs({ paths: [...files.keys()], read: (path) => files.get(path) });
  const environments = hubs.map((hub) => readEnvironment(hub, undefined)).flatMap((one) => ("why" in one ? [] : [one]));
  const [program] = importPrograms(environments, on);
  const text = program?.files.map((one) => one.text).join("\n");
  expect(program?.figures.map(({ different, dropped, added }) => ({ different, dropped, added }))).toEqual([
    { different: [], dropped: [], added: [] },
  ]);
  expect(text).toContain('singleuser.extraFiles."a_b.json"');
  expect(text).not.toMatch(/file a-b/);
  expect(text).toContain("userPlaceholder");
});
