// What an audit finds in the values of hubs that exist, and what it leaves alone.

import { expect, test } from "vitest";
import { checkedHub } from "../../compiler/audit/hub-values.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { audit, auditRepository, placesOf } from "../support/audit.ts";

const found = (text: string) => placesOf(audit(text));

test.each([
  ["a misspelt key", "hub:\n  concurentSpawnLimit: 20\n", ["2: values/unknown-key"]],
  ["another type", 'singleuser:\n  cpu:\n    limit: "500m"\n', ["3: values/wrong-type"]],
  [
    "a trait that no class has",
    "hub:\n  config:\n    KubeSpawner:\n      strat_timeout: 5\n",
    ["4: values/unknown-trait"],
  ],
  [
    "a role of a service that is not there",
    "hub:\n  loadRoles:\n    sync:\n      scopes: [list:users]\n      services: [sync]\n",
    ["5: values/does-not-work"],
  ],
  [
    "a default in the wrong place",
    "singleuser:\n  profileList:\n    - display_name: A\n      kubespawner_override:\n        default: true\n",
    ["5: values/does-not-work"],
  ],
  [
    "a secret in clear",
    "proxy:\n  secretToken: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
    ["2: secret/in-clear"],
  ],
  [
    "values beside the key of their chart",
    "jupyterhub:\n  hub: {}\n  proxy: {}\nsingleuser:\n  startTimeout: 5\n",
    ["4: audit/wrong-depth"],
  ],
  [
    "a dummy sign-in for all",
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: dummy\n    DummyAuthenticator:\n      allow_all: true\n",
    ["6: audit/open-hub"],
  ],
  [
    "a public domain",
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: google\n    GoogleOAuthenticator:\n      hosted_domain: [gmail.com]\n      allow_all: true\n",
    ["6: audit/open-hub"],
  ],
  [
    "a token in a file of servers",
    `singleuser:\n  extraFiles:\n    t:\n      mountPath: /etc/t\n      stringData: ghp_${"a1B2".repeat(9)}\n`,
    ["5: audit/looks-like-secret"],
  ],
  [
    "an option that no identity provider has",
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: cilogon\n    CILogonOAuthenticator:\n      allowed_idps:\n        https://idp.campus.edu/idp:\n          username_derivation:\n            username_claim: email\n            strip: true\n          allowed_all: true\n    Authenticator:\n      admin_users: [ada@campus.edu]\n",
    ["10: values/does-not-work", "11: values/does-not-work"],
  ],
  [
    "a class of a package that is misspelt",
    "hub:\n  config:\n    JupyterHub:\n      authenticator_class: canvasauthenticator.CanvasOAuthenticator\n",
    ["4: values/does-not-work"],
  ],
  [
    "workers of Dask, and classes of BinderHub, at another depth",
    "basehub:\n  jupyterhub:\n    hub: {}\n  dask-gateway:\n    gateway:\n      scheduler:\n        extraPodConfig: {}\n      backend:\n        cores: { request: 1 }\n  binderhub-service:\n    DockerRegistry:\n      url: https://quay.io\n",
    ["6: audit/wrong-depth", "9: audit/wrong-depth", "11: audit/wrong-depth"],
  ],
  [
    "a list of profiles for teams of GitHub, written another way, of which the hub knows none",
    `hub:\n  config:\n    JupyterHub: {authenticator_class: github}\n    GitHubOAuthenticator: {allowed_organizations: [campus]}\n  extraConfig:\n    a: |\n      teams = auth_state["teams"]\n      names = profile["allowed_groups"]\nsingleuser:\n  profileList:\n    - display_name: A\n      allowed_teams: [campus/lab]\n    - display_name: B\n      allowed_groups: [campus:lab]\n`,
    ["12: values/does-not-work", "12: values/does-not-work", "14: values/does-not-work"],
  ],
  [
    "a variable of the chart's in a profile",
    "singleuser:\n  profileList:\n    - display_name: A\n      extraEnv: {A: b}\n",
    ["4: values/does-not-work"],
  ],
  [
    "an admin whose name the hub does not take",
    "hub:\n  config:\n    Authenticator:\n      admin_users: [ada@campus.edu, bea@lab.campus.edu]\n      username_pattern: '^.+@campus\\.edu$'\n",
    ["4: values/does-not-work"],
  ],
  [
    "an admin whose name does not fit a pattern with many ways to go",
    `hub:\n  config:\n    Authenticator:\n      admin_users: [${"a".repeat(90)}b]\n      username_pattern: '(a|aa)*$'\n`,
    ["4: values/does-not-work"],
  ],
  [
    "a campus's provider by which nobody gets in",
    "hub:\n  config:\n    JupyterHub: {authenticator_class: cilogon}\n    CILogonOAuthenticator:\n      allowed_idps:\n        https://idp.campus.edu/idp:\n          username_derivation: {username_claim: email}\n    Authenticator: {admin_users: [ada@elsewhere.org]}\n",
    ["6: audit/closed-provider"],
  ],
  [
    "scopes of Canvas without the courses",
    "hub:\n  config:\n    JupyterHub: {authenticator_class: canvasoauthenticator.CanvasOAuthenticator}\n    CanvasOAuthenticator:\n      scope: ['url:GET|/api/v1/users/:user_id/profile']\n    Authenticator: {admin_users: [ada]}\n",
    ["5: values/does-not-work"],
  ],
  [
    "a trait of one sign-in under another, in a hub of its own image",
    "hub:\n  image: {name: quay.io/campus/hub, tag: 1.2.3}\n  config:\n    JupyterHub: {authenticator_class: google}\n    GoogleOAuthenticator: {allowed_domains: [campus.edu]}\n    Authenticator: {admin_users: [ada]}\n",
    ["5: values/unknown-trait"],
  ],
  [
    "an address with the name that Kubernetes takes",
    'singleuser:\n  extraEnv:\n    BASE_URL: "/user/{username}/proxy/8000"\n',
    ["3: values/does-not-work"],
  ],
  [
    "a folder that conda does not have, and variables that changed places in a file",
    'singleuser:\n  extraFiles:\n    a:\n      mountPath: /srv/conda/env/notebook/etc/gitconfig\n      stringData: |\n        Sys.setenv(APP_URL = "Iv1.9b3b48ab")\n',
    ["4: values/does-not-work", "5: audit/swapped-variable"],
  ],
  [
    "homes that are not where servers begin",
    "hub:\n  extraConfig:\n    a: |\n      c.KubeSpawner.working_dir = '/home/jovyan'\nsingleuser:\n  storage:\n    homeMountPath: /home/rstudio\n",
    ["7: values/does-not-work"],
  ],
  [
    "two tags as one",
    "singleuser:\n  image: {name: quay.io/pangeo/pangeo-notebook, tag: 2023.08.292024.01.23}\n  profileList:\n    - display_name: A\n      kubespawner_override: {image: 'quay.io/pangeo/pangeo-notebook:2023.08.292024.01.23'}\n",
    ["2: values/does-not-work", "5: values/does-not-work"],
  ],
  [
    "a volume of an override with a name that Kubernetes does not take",
    "hub: {}\ncustom:\n  profiles:\n    a:\n      extraVolumes: [{name: stat_ssh, emptyDir: {}}]\n",
    ["5: values/does-not-work"],
  ],
  [
    "a folder that staff write and students do not read",
    "hub: {}\ncustom:\n  group_profiles:\n    course::1537301::enrollment_type::ta:\n      extraVolumeMounts: [{name: home, mountPath: /home/jovyan/bio-shared-readwrite, subPath: _shared/bio-rw}]\n    course::1537301::enrollment_type::student:\n      extraVolumeMounts: [{name: home, mountPath: /home/jovyan/bio-shared, subPath: _shared/bio, readOnly: true}]\n",
    ["5: audit/other-folder"],
  ],
  [
    "classes and traits of BinderHub where it reads none",
    "jupyterhub:\n  hub: {}\nbinderhub-service:\n  networkPolicy:\n    DockerRegistry: {url: https://quay.io}\n  config:\n    KubernetesBuildExecutor:\n      nodeSelector: {a: b}\n",
    ["5: audit/wrong-depth", "8: values/unknown-trait"],
  ],
  [
    "a moving image",
    "singleuser:\n  image:\n    name: quay.io/jupyter/base-notebook\n    tag: latest\n",
    ["4: audit/moving-image"],
  ],
])("finds %s", (_, text, places) => {
  expect(found(text)).toEqual(places);
});

test.each([
  ["lists of admins", "hub:\n  config:\n    Authenticator:\n      admin_users: [ada]\n      allowed_users: [bea]\n"],
  ["a null that takes a default away", "hub:\n  config:\n    JupyterHub:\n      authenticator_class:\n"],
  [
    "classes of the hub's own Python",
    "hub:\n  config:\n    Mixin:\n      size: 5\n  extraConfig:\n    a: |\n      class Mixin(KubeSpawner):\n        size = Int(3)\n      c.KubeSpawner.size = 4\n",
  ],
  [
    "classes of a hub's own image",
    "hub:\n  image:\n    name: quay.io/campus/hub\n    tag: 1.2.3\n  config:\n    QuotaManager:\n      size: 5\n",
  ],
  [
    "encryption without names beside an ingress",
    "ingress:\n  enabled: true\n  hosts: [h.example.edu]\nproxy:\n  https:\n    enabled: true\n    letsencrypt:\n      contactEmail: help@example.edu\n",
  ],
  [
    "profiles for teams that the hub knows",
    `hub:\n  config:\n    JupyterHub: {authenticator_class: github}\n    GitHubOAuthenticator: {allowed_organizations: [campus], populate_teams_in_auth_state: true}\n    Authenticator: {enable_auth_state: true}\n  extraConfig:\n    a: |\n      teams = auth_state["teams"]\n      names = profile["allowed_groups"]\nsingleuser:\n  profileList:\n    - display_name: A\n      allowed_groups: [campus:lab]\n`,
  ],
  [
    "a pattern that only Python knows",
    "hub:\n  config:\n    Authenticator:\n      admin_users: [Ada@elsewhere.org]\n      username_pattern: '(?P<name>[a-z]+)+@campus\\.edu$'\n",
  ],
  [
    "a pattern that takes a name in more ways than can be tried one by one",
    `hub:\n  config:\n    Authenticator:\n      admin_users: [${"a".repeat(90)}]\n      username_pattern: '(a|aa)*a$'\n`,
  ],
  [
    "names that the hub takes",
    "hub:\n  config:\n    Authenticator:\n      admin_users: [Ada@campus.edu]\n      username_pattern: '^.+@campus\\.edu$'\n",
  ],
  [
    "an option for which people type an image, and have no other choice",
    "singleuser:\n  profileList:\n    - display_name: A\n      profile_options:\n        image:\n          display_name: Image\n          choices: {}\n          unlisted_choice: {enabled: true, display_name: Own, kubespawner_override: {image: '{value}'}}\n",
  ],
  [
    "a public provider, and one by which an admin comes",
    "hub:\n  config:\n    JupyterHub: {authenticator_class: cilogon}\n    CILogonOAuthenticator:\n      allowed_idps:\n        http://google.com/accounts/o8/id:\n          username_derivation: {username_claim: email}\n        https://idp.campus.edu/idp:\n          username_derivation: {username_claim: email}\n    Authenticator: {admin_users: [ada@campus.edu]}\n",
  ],
  [
    "folders of conda, and a working folder below the home",
    "hub:\n  extraConfig:\n    a: |\n      c.KubeSpawner.working_dir = '/home/jovyan/work'\nsingleuser:\n  extraEnv: {A: '/user/{unescaped_username}/x'}\n  extraFiles:\n    a: {mountPath: /srv/conda/envs/notebook/etc/gitconfig, stringData: 'X=1'}\n",
  ],
  [
    "what helm gets beside the file: Python, the content of a file, and what an application is known by",
    "hub:\n  config:\n    JupyterHub: {authenticator_class: github}\n    GitHubOAuthenticator:\n      client_id:\n      client_secret:\n      allowed_organizations: [campus]\n  extraConfig:\n    10-own:\n  extraFiles:\n    page: {mountPath: /usr/local/share/jupyterhub/templates/error.html}\n",
  ],
  [
    "variables of a shell that fills the file in",
    "hub:\n  db: {pvc: {selector: '${selector}'}}\ningress:\n  enabled: ${with_ingress}\n",
  ],
  [
    "a class of the hub's own whose providers let people in",
    "hub:\n  config:\n    JupyterHub: {authenticator_class: cilogon}\n    CampusCILogonOAuthenticator:\n      allowed_idps:\n        https://idp.campus.edu/idp: {allow_all: true, username_derivation: {username_claim: eppn}}\n  image: {name: quay.io/campus/hub, tag: '1'}\n",
  ],
  [
    "a finding that is allowed",
    'hub:\n  config:\n    # hubc: allow values/unknown-class because "it comes with a plugin"\n    Grouper:\n      size: 5\n',
  ],
])("says nothing of %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

test("a hub of the same name twice is found, one whose sign-in is closed too, and a file with two contents", () => {
  const closed =
    "hub:\n  config:\n    JupyterHub: {authenticator_class: github}\n    OwnAuthenticator: {allow_all: false}\n";
  expect(found(closed)).toContain("3: audit/nobody-may-enter");
  const two = "hub:\n  extraFiles:\n    page: {mountPath: /a, stringData: x, data: {b: 1}}\n";
  expect(found(two)).toEqual(["3: values/incomplete"]);
});

test("values with keys of charts before 1.0 are checked as those of the oldest chart", () => {
  const checked = (text: string, version?: string) =>
    checkedHub(version, [{ file: createSourceFile("values.yaml", text), under: [] }]);
  for (const text of [
    "auth: {type: dummy}\nhub: {}\n",
    "hub:\n  extraConfig: c.A.b = 1\n",
    "hub: {}\nrbac: {enabled: false}\n",
  ])
    expect(checked(text)).toMatchObject({ isOlder: true, chart: { version: "3.3.8" } });
  expect(checked("hub:\n  extraConfig: {a: c.A.b = 1}\n").isOlder).toBe(false);
  expect(checked("auth: {type: dummy}\nhub: {}\n", "4.3.5")).toMatchObject({ isOlder: false, note: undefined });
});

test("later files go before earlier ones, and lists take the place of lists", () => {
  const texts = (stage: string) =>
    `# file common.yaml\nhub:\n  concurrentSpawnLimit: wrong\n  config:\n    Authenticator:\n      admin_users: [ada, bea]\n# file prod.yaml\n${stage}`;
  expect(audit(texts("hub:\n  concurrentSpawnLimit: 20\n"))).toEqual([]);
  const [replaced, ...more] = audit(
    texts("hub:\n  concurrentSpawnLimit: 20\n  config:\n    Authenticator:\n      admin_users: [ada]\n"),
  );
  expect(more).toEqual([]);
  expect(replaced).toMatchObject({ code: "audit/list-replaced", severity: "info" });
  expect(replaced?.message).toContain("`bea`");
});

test("who is shut out: no option lets anybody in", () => {
  const hub = (more: string) => `hub:\n  config:\n    JupyterHub:\n      authenticator_class: github\n${more}`;
  expect(found(hub("    GitHubOAuthenticator:\n      login_service: Campus\n"))).toEqual(["4: audit/nobody-may-enter"]);
  expect(found(hub("    Authenticator:\n      admin_users: [ada]\n"))).toEqual([]);
  expect(found(hub("  extraConfig:\n    a: |\n      c.Authenticator.allowed_users = people()\n"))).toEqual([]);
});

const chart =
  "dependencies:\n  - name: jupyterhub\n    version: 4.3.5\n    repository: https://hub.jupyter.org/helm-chart/\n";

test("hubploy: a hub for each stage of a deployment, over the chart's own values", () => {
  const { found, names } = auditRepository({
    "hub/Chart.yaml": chart,
    "hub/values.yaml": "jupyterhub:\n  hub:\n    concurrentSpawnLimit: 20\n",
    "deployments/data8/hubploy.yaml": "images: {}\n",
    "deployments/data8/config/common.yaml": "jupyterhub:\n  singleuser:\n    startTimout: 5\n",
    "deployments/data8/config/prod.yaml": "jupyterhub: {}\n",
    "deployments/data8/config/staging.yaml": "jupyterhub: {}\n",
    "deployments/data8/secrets/prod.yaml":
      "jupyterhub:\n  hub:\n    cookieSecret: ENC[AES256_GCM,data:x,type:str]\n    config:\n      GitHubOAuthenticator:\n        client_secret: ENC[AES256_GCM,data:x,type:str]\nsops:\n  version: 3.7\n",
  });
  expect(names).toEqual(["data8-prod", "data8-staging"]);
  expect(placesOf(found)).toEqual(["3: values/unknown-key"]);
});

test("clusters of 2i2c: the files that each hub names, below the keys of the charts that they are for", () => {
  const { found, names, skipped } = auditRepository({
    "helm-charts/basehub/Chart.yaml": chart,
    "helm-charts/basehub/values.yaml":
      "jupyterhub:\n  singleuser:\n    storage:\n      type: static\n      static: {pvcName: home-nfs}\n",
    "helm-charts/daskhub/Chart.yaml":
      "dependencies:\n  - name: basehub\n    version: 0.1.0\n    repository: file://../basehub\n",
    "helm-charts/daskhub/values.yaml": "basehub:\n  jupyterhub:\n    hub: {}\n",
    "config/clusters/leap/cluster.yaml":
      "name: leap\nhubs:\n  - name: prod\n    helm_chart: daskhub\n    helm_chart_values_files: [common.values.yaml, extra.jsonnet]\n",
    "config/clusters/leap/common.values.yaml":
      "basehub:\n  jupyterhub:\n    singleuser:\n      storage:\n        extraVolumeMounts:\n          - name: home\n            mountPath: /home/jovyan/shared\n            subPath: _shared\n",
  });
  expect(names).toEqual(["leap-prod"]);
  expect(found).toEqual([]);
  expect(skipped).toEqual(["config/clusters/leap/extra.jsonnet"]);
});

test("hubploy: what says how a hub is deployed is YAML too, and a deployment without it is one", () => {
  const { found, names } = auditRepository({
    "deployments/a/hubploy.yaml": "images:\n  name: a\n # b\n registry: b\n",
    "deployments/a/config/prod.yaml": "hub: {}\n",
    "deployments/b/config/common.yaml": "hub: {}\n",
    "deployments/b/config/prod.yaml": "hub: {}\n",
  });
  expect(names).toEqual(["a-prod", "b-prod"]);
  expect(placesOf(found)).toEqual(["4: yaml/syntax"]);
});

test("an image that chartpress fills in lacks nothing", () => {
  const files = {
    "hub/Chart.yaml": chart,
    "hub/values.yaml": "jupyterhub:\n  hub:\n    image:\n      name:\n      tag:\n",
  };
  const press = "charts:\n  - name: hub\n    images:\n      hub:\n        valuesPath: jupyterhub.hub.image\n";
  expect(placesOf(auditRepository(files).found)).toEqual(["3: values/incomplete"]);
  expect(auditRepository({ ...files, "chartpress.yaml": press }).found).toEqual([]);
});

test("a key that the chart of today has not is no finding in values for one that is older than all that are known", () => {
  const of = (version: string) =>
    auditRepository({
      "hub/Chart.yaml": `name: hub\ndependencies:\n  - {name: jupyterhub, version: ${version}}\n`,
      "hub/values.yaml": "jupyterhub:\n  auth:\n    type: github\n  singleuser:\n    startTimeout: soon\n",
    }).found;
  expect(placesOf(of("0.9.1"))).toEqual(["5: values/wrong-type"]);
  expect(placesOf(of("4.3.5"))).toEqual(["2: values/unknown-key", "5: values/wrong-type"]);
});

test("hubs of one host behind an ingress differ by their paths", () => {
  const hub = (path: string) =>
    `jupyterhub:\n  hub:\n    baseUrl: ${path}\n  ingress:\n    enabled: true\n    hosts: [hub.example.edu]\n`;
  const of = (first: string, second: string) => {
    const files = {
      "a/Chart.yaml": chart,
      "a/values.yaml": hub(first),
      "b/Chart.yaml": chart,
      "b/values.yaml": hub(second),
    };
    return auditRepository(files).found.map(({ code }) => code);
  };
  expect(of("/a/", "/b/")).toEqual([]);
  expect(of("/a/", "/a")).toEqual(["audit/same-as-another-hub"]);
});

test("what a script fills in, and what says how a secret is made, is none in clear", () => {
  const of = (value: string) => found(`proxy:\n  secretToken: "${value}"\ncustom:\n  lti_secret: "${value}"\n`);
  for (const value of ["{secret_token}", "${TOKEN}", "<token>"]) expect(of(value), value).toEqual([]);
  expect(of("openssl rand -hex 32")).toEqual(["2: secret/in-clear"]);
  expect(of("hunter2-hunter2")).toEqual(["2: secret/in-clear", "4: secret/in-clear"]);
});

test("the spawner of the BinderHub chart is a class", () => {
  const config = (name: string) => `hub:\n  config:\n    ${name}:\n      auth_enabled: true\n`;
  expect(found(config("BinderSpawner"))).toEqual([]);
  expect(found(config("NobodysThing"))).toEqual(["3: values/unknown-class"]);
});

test("a chart that depends on jupyterhub, and values files by themselves", () => {
  expect(auditRepository({ "hub/Chart.yaml": chart, "hub/values.yaml": "jupyterhub:\n  hub: {}\n" }).names).toEqual([
    "hub",
  ]);
  const files = {
    "a.yaml": "singleuser:\n  startTimeout: 5\n",
    "b.yaml": "apiVersion: v1\nkind: Pod\n",
    "c.yaml": "hub: campus\nexams: []\n",
    "d.yaml": "proxy: {enabled: true, mode: edge}\ndatabase: {vendor: postgres}\n",
    "e.yaml": "proxy: {secretToken: abc}\napiVersion: v1\nkind: PersistentVolumeClaim\n",
    "f.yaml": "proxy: {https: {enabled: true}}\n",
  };
  expect(auditRepository(files).names).toEqual(["a", "f"]);
});

test("files of images: packages, vectors of R, and classes of a configuration", () => {
  const inImage = (name: string, text: string) =>
    placesOf(auditRepository({ [`deployments/a/image/${name}`]: text, "c.yaml": "hub: {}\n" }).found);
  const environment = (lines: string) => inImage("environment.yml", `dependencies:\n${lines}`);
  expect(environment("  - python=3.12\n   - numpy\n")).toEqual(["2: audit/image-file"]);
  expect(environment("  - pip:\n    - jupysql=0.8.0\n    - -r more.txt\n    - a==1 --no-binary a\n")).toEqual([
    "3: audit/image-file",
  ]);
  expect(environment("  - python\n - numpy\n")).toEqual(["3: yaml/syntax"]);
  expect(inImage("requirements.txt", "# base\nnumpy==1.26 # pinned\n-r more.txt\npandas=2\n")).toEqual([
    "4: audit/image-file",
  ]);
  const toPip =
    "./tools\n.[dev]\nwheels/a-1.0-py3-none-any.whl\nb.whl\nc @ file:///srv/c\n${TOOL}==1\ngit+https://github.com/a/b@main\nd @ git+ssh://git@github.com/a/d\n";
  expect(inImage("requirements.txt", toPip)).toEqual([]);
  expect(inImage("install.R", 'libs = c(\n  "a", "1", # "b"\n  "b", "2"\n  "c", "3",\n)\nf("x",)\nm[1,]\n')).toEqual([
    "3: audit/image-file",
    "4: audit/image-file",
  ]);
  expect(
    inImage("ipython_config.py", "c.Historymanager.enabled = False\nc.HistoryManager.x = 1\nc.Own.y = 2\n"),
  ).toEqual(["1: audit/image-file"]);
});

test("a package at two versions, in an environment and in the file that it names", () => {
  const found = (version: string) =>
    auditRepository({
      "image/environment.yml": `dependencies:\n  - pip:\n    - -r ./infra-requirements.txt\n    - 'otter_grader==${version}'\n`,
      "image/infra-requirements.txt": "otter-grader==3.1.4\n",
    }).found;
  expect(placesOf(found("4.0.1"))).toEqual(["4: audit/image-file"]);
  expect(found("4.0.1")[0]?.related[0]?.span.file.path).toBe("image/infra-requirements.txt");
  expect(found("3.1.4")).toEqual([]);
  expect(found("3.1.4.0")).toEqual([]);
  expect(found('4.0.1; python_version < "3.9"')).toEqual([]);
});

test("what is wrong in a file that several hubs share is said once", () => {
  const { found, names } = auditRepository({
    "deployments/a/hubploy.yaml": "",
    "deployments/a/config/common.yaml": "singleuser:\n  startTimout: 5\n",
    "deployments/a/config/prod.yaml": "hub: {}\n",
    "deployments/a/config/staging.yaml": "hub: {}\n",
  });
  expect(names).toHaveLength(2);
  expect(placesOf(found)).toEqual(["2: values/unknown-key"]);
});
