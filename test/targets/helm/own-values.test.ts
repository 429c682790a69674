// Values of one's own over those that hubc writes: what clashes, and with what; what lists begin with; what is left out.

import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { check } from "../../../compiler/check.ts";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { chartComplaints } from "../../support/chart-values.ts";
import { at } from "../../support/compiled-programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const on = checkedDate("2026-10-05") ?? 0;

function sources(hub: string, course = "memory = 1GiB .. 2GiB") {
  return { files: [createSourceFile("p.hub", smallProgram({ hub, course }))], assets: new Map<string, string>() };
}

/** The errors about a hub: code, what is marked, and what the other place says. */
function errors(hub: string, course?: string): string[] {
  const marked = ({ file, start, end }: { file: { text: string }; start: number; end: number }) =>
    file.text.slice(start, end);
  return check(sources(hub, course), { on })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span, related }) => [code, marked(span), ...related.map((one) => marked(one.span))].join(" | "));
}

function valuesOf(hub: string): unknown {
  const { files, diagnostics } = compile(sources(hub), { on });
  const file = files.find(({ path }) => path === "hubs/h/prod/values.yaml");
  if (file === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const values = load(file.text);
  expect(chartComplaints(values)).toEqual([]);
  return values;
}

describe("a clash names both places", () => {
  test.each([
    [
      'values { hub.config.JupyterHub.authenticator_class = "dummy" }',
      ["values/clash | hub.config.JupyterHub.authenticator_class | auth github"],
    ],
    [
      'config { JupyterHub.authenticator_class = "dummy" }',
      ["values/clash | JupyterHub.authenticator_class | auth github"],
    ],
    ["values { singleuser.memory.limit = 1000 }", ["values/clash | singleuser.memory.limit | 1GiB .. 2GiB"]],
    ["values { singleuser.memory = null }", ["values/clash | singleuser.memory | 1GiB .. 2GiB"]],
    ['config { KubeSpawner.mem_limit = "3G" }', ["values/clash | KubeSpawner.mem_limit | 1GiB .. 2GiB"]],
    ['values { hub.config.Authenticator.allowed_users += ["bea"] }', []],
    ['python { "90-hubc" = "pass" }', ['values/reserved-name | "90-hubc"']],
    [
      "values { singleuser.startTimeout = 1 }\nconfig { KubeSpawner.start_timeout = 2 }",
      ["values/clash | KubeSpawner.start_timeout | 1"],
    ],
    [
      "values { hub.config.KubeSpawner.start_timeout = 1 }\nconfig { KubeSpawner.start_timeout = 2 }",
      ["values/clash | KubeSpawner.start_timeout | 1"],
    ],
    [
      "start-timeout = 10min\nconfig { KubeSpawner.start_timeout = 2 }",
      ["values/clash | KubeSpawner.start_timeout | 10min"],
    ],
    ['values {\n singleuser {\n  image { tag = "x" }\n }\n}', ["values/clash | tag | img"]],
    ["values { custom = {} }", []],
    ["values { custom.mine = 1 }", []],
  ])("%j", (hub, expected) => {
    expect(errors(hub)).toEqual(expected);
  });

  test("in a stage alone is found", () => {
    expect(
      errors(
        'stage staging {\n domain = "s.example.edu"\n values { singleuser.memory.limit = 1000 }\n}\nstage prod { }',
      ),
    ).toEqual(["values/clash | singleuser.memory.limit | 1GiB .. 2GiB"]);
  });

  test("in two stages is told once", () => {
    expect(
      errors('values { singleuser.memory.limit = 1000 }\nstage staging { domain = "s.example.edu" }\nstage prod { }'),
    ).toHaveLength(1);
  });

  test("is none where the vocabulary does not say it", () => {
    expect(errors('values { singleuser.memory.limit = "3G" }', "")).toEqual([]);
  });

  test("is not looked for where a part has an error", () => {
    expect(errors("values { singleuser.memory.limit = 1000 }", "memory = 2GiB .. 1GiB")).toEqual([
      "schema/range-reversed | 2GiB .. 1GiB",
    ]);
  });
});

describe("what helm would refuse as a whole", () => {
  test.each([
    ['values { prePuller.extraImages.x.name = "y" }', ["values/incomplete | prePuller.extraImages.x.name"]],
    [
      'values { hub.extraFiles.x { mountPath = "/x"  stringData = "a"  binaryData = "b" } }',
      ["values/incomplete | mountPath"],
    ],
    ["values { imagePullSecret.create = true }", []],
    ["values { singleuser.storage.type = null }", ["values/clash | singleuser.storage.type | hub h"]],
    ["values { cull.enabled = null }", ["values/incomplete | cull.enabled"]],
    ['values { prePuller.extraImages.x { name = "y"  tag = "1" } }', []],
  ])("%j", (hub, expected) => {
    expect(
      errors(hub).map((one) => one.replace(/^(values\/clash \| singleuser\.storage\.type).*/, "$1 | hub h")),
    ).toEqual(expected);
  });
});

describe("values", () => {
  test("merge deeply, keep their types, and carry null", () => {
    const values = valuesOf(
      'values {\n singleuser { extraLabels.team = "data"  fsGid = 0  cmd = null }\n hub.extraEnv.A = "1"\n ingress.annotations."a.b/c" = "true"\n}',
    );
    expect(at(values, "singleuser", "extraLabels")).toEqual({ team: "data" });
    expect(at(values, "singleuser", "cmd")).toBeNull();
    expect(at(values, "singleuser", "fsGid")).toBe(0);
    expect(at(values, "singleuser", "memory", "limit")).toBe("2G");
    expect(at(values, "hub", "extraEnv", "A")).toBe("1");
    expect(at(values, "hub", "extraEnv", "OAUTH_CLIENT_ID")).toBeDefined();
    expect(at(values, "ingress", "annotations", "a.b/c")).toBe("true");
  });

  test("that add to a list begin with hubc's own, the chart's, or JupyterHub's", () => {
    const values = valuesOf(
      'values { scheduling.userPods.tolerations += [{ key = "x" }] }\nconfig {\n Authenticator.allowed_users += ["bea"]\n GitHubOAuthenticator.scope += ["user:email"]\n}',
    );
    expect(at(values, "scheduling", "userPods", "tolerations")).toHaveLength(3);
    expect(at(values, "scheduling", "userPods", "tolerations", 2)).toEqual({ key: "x" });
    expect(at(values, "hub", "config", "Authenticator", "allowed_users")).toEqual(["ada", "bea"]);
    expect(
      at(values, "hub", "config", "GitHubOAuthenticator", "scope", 1) ??
        at(values, "hub", "config", "GitHubOAuthenticator", "scope", 0),
    ).toBe("user:email");
  });

  test("that replace a list of the chart stand alone", () => {
    expect(
      at(
        valuesOf('values { scheduling.userPods.tolerations = [{ key = "x" }] }'),
        "scheduling",
        "userPods",
        "tolerations",
      ),
    ).toEqual([{ key: "x" }]);
  });

  test("give a secret by reference, and the page of the release asks for it", () => {
    const hub = 'values { singleuser.extraEnv.TOKEN = secret("reports/token") }';
    expect(at(valuesOf(hub), "singleuser", "extraEnv", "TOKEN")).toEqual({
      valueFrom: { secretKeyRef: { name: "hubc-h", key: "reports.token" } },
    });
    const notes = compile(sources(hub), { on }).files.find(({ path }) => path === "hubs/h/prod/README.md");
    expect(notes?.text).toContain("`reports.token`: environment variable TOKEN of singleuser");
  });

  test("of Python stand in order of their names", () => {
    const values = valuesOf('python {\n "95-b" = "b = 1"\n "10-a" = "a = 1"\n "Z" = "z = 1"\n}');
    const names = Object.keys(at(values, "hub", "extraConfig") ?? {});
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(["10-a", "90-hubc", "95-b", "Z"]));
  });

  test("stand before code, whatever they set", () => {
    const values = valuesOf(
      'values {\n debug.enabled = true\n hub.resources.requests.cpu = 1\n hub.extraFiles.x { mountPath = "/x"  stringData = "x" }\n singleuser { extraFiles.y { mountPath = "/y"  stringData = "y" }  extraLabels.a = "b" }\n}',
    );
    expect(Object.keys(Object(values)).slice(-2)).toEqual(["singleuser", "hub"]);
    expect(Object.keys(Object(at(values, "hub"))).slice(-2)).toEqual(["extraConfig", "extraFiles"]);
    expect(Object.keys(Object(at(values, "singleuser"))).at(-1)).toBe("extraFiles");
    expect(at(values, "hub", "extraFiles", "x")).toEqual({ mountPath: "/x", stringData: "x" });
    expect(at(values, "hub", "extraFiles", "hubc-people.py", "mountPath")).toBe("/etc/hubc/python/hubc_hub/people.py");
  });

  test("carry their doc comments", () => {
    const { files } = compile(sources("## The whole block.\nvalues {\n ## One value.\n singleuser.uid = 5\n}"), { on });
    const text = files.find(({ path }) => path === "hubs/h/prod/values.yaml")?.text;
    expect(text).toMatch(/# The whole block\.\nsingleuser:/);
    expect(text).toMatch(/ {2}# One value\.\n {2}uid: 5\n/);
  });
});
