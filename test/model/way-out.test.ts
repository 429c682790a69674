// `values`, `config` and `python`: what each says of a slip, and where; and how a child or a stage is laid over what it inherits.

import { describe, expect, test } from "vitest";
import { check } from "../../compiler/check.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { smallProgram } from "../support/small-program.ts";

const on = checkedDate("2026-10-05") ?? 0;

/** Findings about a hub with this in it: code, what is marked, message. */
function found(hub: string, more = "", assets: ReadonlyMap<string, string> = new Map()): string[] {
  const files = [createSourceFile("p.hub", smallProgram({ hub, more }))];
  const { diagnostics } = check({ files, assets }, { on });
  return diagnostics
    .filter(({ code }) => code !== "hub/no-certificate" && code !== "project/no-registry")
    .map(({ code, span, message }) => `${code} | ${span.file.text.slice(span.start, span.end)} | ${message}`);
}

/** The fix of the only finding, applied, leaves nothing to find. */
function fixed(hub: string): string[] {
  const text = smallProgram({ hub });
  const about = (source: string) =>
    check({ files: [createSourceFile("p.hub", source)], assets: new Map() }, { on }).diagnostics.filter(({ code }) =>
      code.startsWith("values/"),
    );
  const [fix] = about(text).flatMap(({ fixes }) => fixes);
  const [edit] = fix?.edits ?? [];
  if (edit === undefined) throw new Error("no fix");
  return about(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).map(({ code }) => code);
}

describe("a slip", () => {
  test.each([
    ["values { singleuser.startTimeout = 600 }", []],
    ["values { singleuser { networkPolicy { enabled = false } } }", []],
    [
      'values { singleuser.imge.name = "x" }',
      ["values/unknown-key | imge | The chart knows no `imge` in `singleuser`: did you mean `image`?"],
    ],
    [
      'values { singleuser = { imge = { name = "x" } } }',
      ["values/unknown-key | imge | The chart knows no `imge` in `singleuser`: did you mean `image`?"],
    ],
    ["values { hubb { x = 1 } }", ["values/unknown-key | hubb | The chart knows no `hubb`: did you mean `hub`?"]],
    [
      'values { singleuser.startTimeout = "600" }',
      ['values/wrong-type | "600" | `singleuser.startTimeout` takes a whole number or `null`, not the text `"600"`.'],
    ],
    [
      "values { singleuser.startTimeout.x = 1 }",
      ["values/wrong-type | startTimeout | `singleuser.startTimeout` takes a whole number or `null`, not a map."],
    ],
    [
      'values { singleuser.memory.limit = "2Gi" }',
      [
        'values/wrong-type | "2Gi" | `singleuser.memory.limit` takes a number of bytes, or a text such as `"2G"`, whose units are those of JupyterHub: `K`, `M`, `G`, `T`, not the text `"2Gi"`.',
      ],
    ],
    [
      'values { singleuser.extraEnv = [{ name = "A" }] }',
      ['values/wrong-type | [{ name = "A" }] | `singleuser.extraEnv` takes a map, not a list.'],
    ],
    [
      "values { singleuser.startTimeout = 10min }",
      [
        'values/not-plain | 10min | The chart can\'t take the number `10min`: write the text `"10min"` where that is meant, or the number that the chart takes.',
      ],
    ],
    [
      "values { singleuser.startTimeout = yes }",
      ["schema/not-a-truth-value | yes | `yes` is not a truth value: write `true` or `false`."],
    ],
    [
      'values { hub.services.x.apiToken = secret("a/b") }',
      [
        'values/secret | secret("a/b") | `hub.services.x.apiToken` would hold the secret\'s text. Give it to a variable in `hub.extraEnv`, which a `python` block can read, or put it into the Secret that `hub.existingSecret` names.',
      ],
    ],
    ['values { hub.extraEnv.X = secret("a/b") }', []],
    [
      'values { hub.extraEnv.X = "ghp_0123456789abcdefghij0123456789abcdef" }',
      [
        'secret/looks-like-secret | ghp_0123456789abcdefghij0123456789abcdef | This looks like a GitHub token: keep it in the secret store and write `secret("path/key")`; if it is real, revoke it.',
      ],
    ],
    [
      "values {\n singleuser.uid = 1\n singleuser { uid = 2 }\n}",
      ["schema/duplicate-setting | uid | `singleuser.uid` is set twice in this block: keep one."],
    ],
    [
      'values {\n singleuser.cmd = "x"\n singleuser.cmd.y = 2\n}',
      ["schema/duplicate-setting | y | `singleuser.cmd.y` is set twice in this block: keep one."],
    ],
    [
      "values { singleuser.uid += 1 }",
      [
        "schema/cannot-combine | singleuser.uid += 1 | `+=` works on lists and maps; `singleuser.uid` holds one value: use `=`.",
      ],
    ],
    [
      'values { singleuser.initContainers -= [{ name = "x" }] }',
      ['schema/nothing-to-remove | { name = "x" } | `singleuser.initContainers` holds no { name = "x" } to remove.'],
    ],
    [
      "config { KubeSpawner.strat_timeout = 600 }",
      [
        "values/unknown-trait | strat_timeout | `KubeSpawner` has no trait `strat_timeout`: did you mean `start_timeout`?",
      ],
    ],
    [
      "values { hub.config.KubeSpawner.strat_timeout = 600 }",
      [
        "values/unknown-trait | strat_timeout | `KubeSpawner` has no trait `strat_timeout`: did you mean `start_timeout`?",
      ],
    ],
    [
      'config { KubeSpawner { start_timeout = "600" } }',
      ['values/wrong-type | "600" | `KubeSpawner.start_timeout` takes a whole number, not the text `"600"`.'],
    ],
    [
      "config { kubeSpawner.start_timeout = 600 }",
      [
        "values/unknown-key | kubeSpawner | The chart knows no `kubeSpawner` in `hub.config`: did you mean `KubeSpawner`?",
      ],
    ],
    ["config { Spawner.start_timeout = 600 }", []],
    ['config { Spawner.pod_name_template = "x-{username}" }', []],
    [
      "config { Spawner.strat_timeout = 600 }",
      ["values/unknown-trait | strat_timeout | `Spawner` has no trait `strat_timeout`: did you mean `start_timeout`?"],
    ],
    [
      'config { Spawner.mem_limit = "banana" }',
      [
        'values/wrong-type | "banana" | `Spawner.mem_limit` takes a number of bytes, or a text such as `"2G"`, not the text `"banana"`.',
      ],
    ],
    [
      "config { GithubOAuthenticator.allow_all = true }",
      [
        "values/unknown-class | GithubOAuthenticator | No class of the hub's image is called `GithubOAuthenticator`: did you mean `GitHubOAuthenticator`?",
      ],
    ],
    [
      "config { LDAPAuthenticator.server_port = 389 }",
      [
        "values/no-effect | LDAPAuthenticator.server_port | `hub.config.LDAPAuthenticator` is about a sign-in that this hub does not have, and does nothing: this hub signs people in by `github`.",
      ],
    ],
    [
      'config { GenericOAuthenticator.token_url = "https://x.edu/t" }',
      [
        "values/no-effect | GenericOAuthenticator.token_url | `hub.config.GenericOAuthenticator` is about a sign-in that this hub does not have, and does nothing: this hub signs people in by `github`.",
      ],
    ],
    ["config { OAuthenticator.http_request_kwargs = { validate_cert = true } }", []],
    ["config { PAMAuthenticator.open_sessions = false }", []],
    [
      "config { KubeSpawner.volumes = {} }",
      [
        "values/unfit-trait | volumes | `KubeSpawner.volumes` has no place here: it would take away what the chart puts there: set `singleuser.storage.extraVolumes` in a `values` block.",
      ],
    ],
    [
      'config { GitHubOAuthenticator.admin_users = ["bo"] }',
      [
        "values/unfit-trait | admin_users | `GitHubOAuthenticator.admin_users` has no place here: hubc's own list replaces it: name people in the hub's `admins`.",
      ],
    ],
    [
      'config { GitHubOAuthenticator.client_secret = "abc" }',
      [
        'secret/in-clear | "abc" | `hub.config.GitHubOAuthenticator.client_secret` would hold a secret in clear: give it to the block `auth` as `secret("…")`. If this one is in use, change it where it was issued.',
      ],
    ],
    [
      "config { JupyterHub.load_groups = {} }",
      [
        "values/unfit-trait | load_groups | `JupyterHub.load_groups` has no place here: nobody would ever leave such a group: declare a `group` with `members`.",
      ],
    ],
    [
      'values { hub.loadRoles { graders { scopes = ["list:users", "access:server"] } } }',
      [
        'values/does-not-work | "access:server" | `hub.loadRoles.graders.scopes[1]` holds `access:server`, which JupyterHub does not know, so that the hub does not start.',
      ],
    ],
    [
      'values { singleuser.profileList = [{ display_name = "A"  kubespawner_override = { mem_limit = "2Gi" } }] }',
      [
        'values/does-not-work | "2Gi" | `singleuser.profileList[0].kubespawner_override.mem_limit` takes a number of bytes, or a text such as `"2G"`, not the text `"2Gi"`, so that such a server does not start: write `"2G"`.',
      ],
    ],
    [
      'values { singleuser { profileList = [{ display_name = "A"  profile_options.i = { display_name = "I"  choices.a = { display_name = "a"  kubespawner_override.imge = "x:1" } } }] } }',
      [
        "values/does-not-work | imge | `singleuser.profileList[0].profile_options.i.choices.a.kubespawner_override.imge` is no trait of KubeSpawner, which passes over it: did you mean `image`?",
      ],
    ],
    [
      "values { scheduling { userPlaceholder.replicas = 2 } }",
      [
        "values/does-not-work | userPlaceholder.replicas | `scheduling.userPlaceholder.replicas` keeps room that people never get, since nothing gives way without priorities: set `scheduling.podPriority.enabled`, or use the block `spare`.",
      ],
    ],
    [
      'https { letsencrypt = "a@example.edu" }\nvalues { ingress.enabled = true }',
      [
        "values/does-not-work | ingress.enabled | `ingress.enabled` gives plain http to a hub that answers it with a redirect to itself, for ever: keep one of the two places that end TLS.",
      ],
    ],
    ['python { "10-x" = "x = (1" }', ["values/python-syntax | ( | This `(` is never closed."]],
    [
      'python {\n "10-x" = """\n    if a:\n      é = "\\u{1F600}" + 3abc\n  """\n}',
      ["values/python-syntax | 3abc | `3abc` is neither a number nor a name."],
    ],
    ['python { "10-x" = 3 }', ['values/wrong-type | 3 | `hub.extraConfig."10-x"` takes a text with Python, not `3`.']],
    [
      'python { "10-x".y = "z" }',
      ['values/wrong-type | "z" | `hub.extraConfig."10-x".y` takes a text with Python, not the text `"z"`.'],
    ],
  ])("in %j", (hub, expected) => {
    expect(found(hub)).toEqual(expected);
  });

  test("in a file of Python is told by its line", () => {
    const assets = new Map([["x.py", "a = 1\nif a\n  b = 2\n"]]);
    expect(found('python { "10-x" = file("x.py") }', "", assets)).toEqual([
      'values/python-syntax | file("x.py") | A line that begins with `if` needs a `:` (line 2 of `x.py`).',
    ]);
  });

  test("in a file that looks like a secret is told", () => {
    const assets = new Map([["x.py", 'token = "ghp_0123456789abcdefghij0123456789abcdef"\n']]);
    expect(found('python { "10-x" = file("x.py") }', "", assets)[0]).toMatch(
      /^secret\/looks-like-secret \| file\("x\.py"\)/,
    );
  });

  test("in an abstract hub is told once, though two extend it", () => {
    const abstract = 'abstract hub base {\n values { singleuser.imge.name = "x" }\n}\n';
    const children = ["a", "b"].map(
      (name) =>
        `hub ${name} extends base {\n provider = k\n homes = homes\n domain = "${name}.example.edu"\n auth dummy { allow { people = ["ada"] } }\n}\n`,
    );
    expect(found("", abstract + children.join("")).filter((one) => one.startsWith("values/"))).toHaveLength(1);
  });
});

describe("a fix", () => {
  test.each([
    'values { hub.imge.name = "x" }',
    'values { singleuser.startTimeout = "600" }',
    "values { hub.labels.team = 3 }",
    'values { debug.enabled = "true" }',
    "config { KubeSpawner.strat_timeout = 600 }",
    "config { kubeSpawner.start_timeout = 600 }",
  ])("mends %j", (hub) => {
    expect(fixed(hub)).toEqual([]);
  });
});

describe("a stage is laid over its hub", () => {
  const program = (hub: string, stage: string) => smallProgram({ hub: `${hub}\nstage prod {\n${stage}\n}` });

  /** The values of the release, by path, and whether each adds. */
  function values(hub: string, stage: string): Record<string, string> {
    const { model } = check({ files: [createSourceFile("p.hub", program(hub, stage))], assets: new Map() }, { on });
    if (model === undefined) throw new Error("the program has errors");
    const own = model.releases.flatMap(({ ownValues }) => ownValues);
    return Object.fromEntries(
      own.map(({ leaf, adds }) => {
        const { data, path } = leaf.value;
        const printed =
          data.kind === "list"
            ? data.items.map((item) => (item.kind === "scalar" ? item.value : item.kind))
            : data.kind === "scalar"
              ? data.value
              : data.kind;
        return [path.join("."), `${adds ? "+" : ""}${JSON.stringify(printed)}`];
      }),
    );
  }

  test.each<[string, string, Record<string, string>]>([
    ["values { singleuser.uid = 1 }", "values { singleuser.uid = 2 }", { "singleuser.uid": "2" }],
    [
      "values { singleuser.uid = 1 }",
      "values { singleuser.fsGid = 2 }",
      { "singleuser.uid": "1", "singleuser.fsGid": "2" },
    ],
    ["values { singleuser.uid = 1 }", "values { singleuser.uid = none }", {}],
    ["values { custom.a { b = 1  c = 2 } }", "values { custom.a = { c = 3 } }", { "custom.a.c": "3" }],
    [
      "values { custom.a { b = 1  c = 2 } }",
      "values { custom.a += { c = 3 } }",
      { "custom.a.b": "1", "custom.a.c": "3" },
    ],
    ["values { custom.a { b = 1  c = 2 } }", "values { custom.a { c = 3 } }", { "custom.a.b": "1", "custom.a.c": "3" }],
    ["values { custom.a { b = 1  c = 2 } }", "values { custom.a = none }", {}],
    ["values { custom.a { b = 1  c = 2 } }", "values { custom.a = null }", { "custom.a": "null" }],
    ["values { custom.a = 1 }", "values { custom.a.b = 2 }", { "custom.a.b": "2" }],
    ["values { custom.a = [1] }", "values { custom.a += [2] }", { "custom.a": "[1,2]" }],
    ["values { custom.a = [1, 2] }", "values { custom.a -= [1] }", { "custom.a": "[2]" }],
    ["values { custom.a += [1] }", "values { custom.a += [2] }", { "custom.a": "+[1,2]" }],
    ["values { custom.a += [1] }", "values { custom.a = [2] }", { "custom.a": "[2]" }],
    [
      'python { "20-b" = "b = 1"  "10-c" = "c = 1" }',
      'python { "15-a" = "a = 1" }',
      { "hub.extraConfig.10-c": '"c = 1"', "hub.extraConfig.15-a": '"a = 1"', "hub.extraConfig.20-b": '"b = 1"' },
    ],
  ])("%j and %j", (hub, stage, expected) => {
    expect(values(hub, stage)).toEqual(expected);
    expect(Object.keys(values(hub, stage))).toEqual(Object.keys(expected));
  });
});
