// Code that a program brings and that may change who may enter: read as far as it can be, and what can't be read is said where it stands.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const usual = new Set(["hub/no-certificate", "project/no-registry"]);

/** The findings with the text at their places. */
function found(hub: string, assets: ReadonlyMap<string, string> = new Map()): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub })), { on: "2026-10-05", assets });
  return diagnostics
    .filter(({ severity, code }) => severity !== "info" && !usual.has(code))
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

const python = (piece: string) => `python { "03-x" = """\n${piece}\n""" }`;
const configFile = (text: string, folder = "jupyterhub_config.d") =>
  `values { hub.extraFiles.x = { mountPath = "/usr/local/etc/jupyterhub/${folder}/x.py"  stringData = "${text}" } }`;

describe("who may enter can't be judged", () => {
  test.each([
    ["setup(c)", "c"],
    ["setup(c.Authenticator)", "c.Authenticator"],
    ["for k, v in more.items():\n  setattr(c.GitHubOAuthenticator, k, v)", "setattr(c.GitHubOAuthenticator"],
    ["exec(open('/srv/x.py').read())", "exec"],
    ["c.Authenticator.blocked_users = set(open('/srv/blocked'))", "c.Authenticator.blocked_users"],
    ["for x in more:\n  c.Authenticator.blocked_users.add(x)", "c.Authenticator.blocked_users"],
    ["GitHubOAuthenticator.check_allowed = mine", "GitHubOAuthenticator"],
    ["c.Authenticator.post_auth_hook = hook", "c.Authenticator.post_auth_hook"],
    ["c.JupyterHub.update(more)", "c.JupyterHub.update"],
  ])("by %s", (piece, place) => {
    expect(found(python(piece))).toEqual([`hub/entry-not-judged: ${place}`]);
  });

  test("by a file that only the hub knows whether anything runs", () => {
    expect(found(configFile("c.Authenticator.blocked_users = {'eve'}", "other"))).toEqual([
      "hub/entry-not-judged: c.Authenticator.blocked_users",
    ]);
  });

  test("by what is mounted over the hub's configuration, and by another file of it", () => {
    const mount =
      'hub.extraVolumeMounts = [{ name = "x"  mountPath = "/usr/local/etc/jupyterhub/jupyterhub_config.d" }]';
    expect(found(`values { ${mount}  hub.extraVolumes = [{ name = "x"  configMap = { name = "x" } }] }`)).toEqual([
      'hub/entry-not-judged: "/usr/local/etc/jupyterhub/jupyterhub_config.d"',
    ]);
    const args = '"jupyterhub", "--config", "/usr/local/etc/jupyterhub/jupyterhub_config.py"';
    expect(found(`values { hub.args = [${args}, "--config=/srv/x.py"] }`)).toEqual([
      'hub/entry-not-judged: "--config=/srv/x.py"',
    ]);
  });

  test.each([
    "setup(c.KubeSpawner)",
    "c.KubeSpawner.mem_limit = limit()",
    "setattr(c.KubeSpawner, name, 1)",
    "def f(x):\n  return c.Authenticator.allow_all\nprint(c)",
    "c.Authenticator.blocked_users.add('eve')",
    "c.Authenticator.enable_auth_state = True",
    "class Mine(GitHubOAuthenticator):\n  pass",
  ])("but it can with %s", (piece) => {
    expect(found(python(piece))).toEqual([]);
  });
});

describe("code that is read like configuration", () => {
  test.each([
    ["c.merge({'Authenticator': {'allow_all': True}})", "c.merge"],
    ["cfg = c\ncfg.OAuthenticator.allow_all = True", "cfg.OAuthenticator.allow_all"],
    ["setattr(c.Authenticator, 'allow_all', True)", "setattr(c.Authenticator, 'allow_all',"],
    ["c.GitHubOAuthenticator |= {'allow_all': True}", "c.GitHubOAuthenticator"],
    ["def setup(auth):\n  auth.allow_all = True\nsetup(c.Authenticator)", "auth.allow_all"],
  ])("%s", (piece, place) => {
    expect(found(python(piece))).toEqual([`values/clash: ${place}`]);
  });

  test("a file that the chart runs", () => {
    expect(found(configFile("c.Authenticator.allow_all = True"))).toEqual(["values/clash: c.Authenticator.allow_all"]);
    expect(found(configFile("x = (1"))).toEqual(["values/python-syntax: ("]);
  });

  test("an argument of the hub", () => {
    const args = '"jupyterhub", "--config", "/usr/local/etc/jupyterhub/jupyterhub_config.py"';
    expect(found(`values { hub.args = [${args}, "--Authenticator.allow_all=True"] }`)).toEqual([
      'values/clash: "--Authenticator.allow_all=True"',
    ]);
    expect(found(`values { hub.args = [${args}, "--debug"] }`)).toEqual([]);
  });

  test("a trait that the class does not have, or a value that it does not take", () => {
    expect(found(python("c.Authenticator.allow_al = True"))).toEqual([
      "values/unknown-trait: c.Authenticator.allow_al",
    ]);
    expect(found(python("c.KubeSpawner.mem_limit = 'banana'"))).toEqual(["values/wrong-type: c.KubeSpawner.mem_limit"]);
    expect(found(python("c.KubeSpawner.mem_limit = '3G'\nclass Mine: pass\nc.Mine.x = 1"))).toEqual([]);
    expect(found(python("c.Mine.x = 1"))).toEqual(["values/unknown-class: c.Mine.x"]);
  });
});

describe("what the chart needs as it is", () => {
  test.each([
    ["c.JupyterHub.base_url = '/x/'", "c.JupyterHub.base_url"],
    ["c.JupyterHub.bind_url = 'http://:8000/x/'", "c.JupyterHub.bind_url"],
    ["c.JupyterHub['base_url'] = prefix()", "c.JupyterHub['base_url']"],
    ["c.JupyterHub.load_roles = []", "c.JupyterHub.load_roles"],
    ["c.KubeSpawner.volumes = []", "c.KubeSpawner.volumes"],
    ["c.Spawner.environment = {'A': 'b'}", "c.Spawner.environment"],
  ])("%s", (piece, place) => {
    expect(found(python(piece))).toEqual([`values/unfit-trait: ${place}`]);
  });

  test.each([
    "c.KubeSpawner.volumes = c.KubeSpawner.volumes + [x]",
    "c.KubeSpawner.environment.update({'A': 'b'})",
    "c.KubeSpawner.environment['A'] = 'b'",
    "c.JupyterHub.load_roles.append({'name': 'x'})",
  ])("but not %s", (piece) => {
    expect(found(python(piece))).toEqual([]);
  });

  test("base_url in configuration", () => {
    expect(found('config { JupyterHub.base_url = "/x/" }')).toEqual(["values/unfit-trait: base_url"]);
    expect(found('config { JupyterHub.bind_url = "http://:8000/x/" }')).toEqual(["values/unfit-trait: bind_url"]);
    expect(found('values { hub.baseUrl = "/x/" }')).toEqual([]);
  });
});

test.each([
  ["c.Authenticator.allowed_users.add('bob')", ["values/unfit-trait: c.Authenticator.allowed_users"]],
  ["c.Authenticator.allowed_users.update({'bob'})", ["values/unfit-trait: c.Authenticator.allowed_users"]],
  ["c.Authenticator.allowed_users |= {'bob'}", ["values/unfit-trait: c.Authenticator.allowed_users"]],
  ["c.Authenticator.allowed_users.append('bob')", []],
  ["c.Authenticator.allowed_users += ['bob']", []],
  // What nothing has set is a set when the hub reads it.
  ["c.Authenticator.blocked_users.add('bob')", []],
])("a list of the chart's values takes what a list takes: %s", (piece, findings) => {
  expect(found(python(piece))).toEqual(findings);
});
