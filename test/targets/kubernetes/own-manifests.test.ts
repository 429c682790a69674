// Kubernetes objects of one's own: what is refused and how it is told, and how the others are passed on.

import { loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { check } from "../../../compiler/check.ts";
import { compile } from "../../../compiler/compile.ts";
import { readYaml } from "../../../compiler/knowledge/read-yaml.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { smallProgram } from "../../support/small-program.ts";

const on = checkedDate("2026-10-05") ?? 0;

function sources(texts: Readonly<Record<string, string>>, more = "") {
  const list = Object.keys(texts).map((path) => `file("${path}")`);
  const hub = `manifests = [${list.join(", ")}]\n${more}`;
  return {
    files: [createSourceFile("p.hub", smallProgram({ hub }))],
    assets: new Map(Object.entries(texts)),
    readYaml,
  };
}

function errors(texts: Readonly<Record<string, string>>, more?: string): string[] {
  return check(sources(texts, more), { on })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, span, message }) => `${code} | ${span.file.text.slice(span.start, span.end)} | ${message}`);
}

/** The codes and messages about one file called x.yaml. */
const about = (text: string, more?: string) =>
  errors({ "x.yaml": text }, more).map((one) => one.replace(' | file("x.yaml")', ""));

const object = (kind: string, name: string, rest = "") =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`;

describe("refused is", () => {
  test.each([
    ["a: b: c", "manifest/unreadable | This is no YAML: bad indentation of a mapping entry (line 1 of `x.yaml`)."],
    ["# nothing\n", "manifest/no-object | The object in `x.yaml` needs to be there: it is empty."],
    [
      "- a",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs to be a map with `apiVersion`, `kind` and `metadata`.",
    ],
    [
      "kind: ConfigMap",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs an `apiVersion`, such as `v1` or `apps/v1`.",
    ],
    [
      "apiVersion: v1\nkind: configmap",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs a `kind`, such as `ConfigMap`.",
    ],
    [
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: b}\n  data: {c: 1}\n",
      "manifest/unfit-field | `data.c` takes a text, not `1`: put it in quotes (`ConfigMap b`, line 10 of `x.yaml`).",
    ],
    [
      "apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs a `metadata.name` in place of `generateName`, which `kubectl apply` refuses.",
    ],
    [
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: x, mountPath: /x}]}]\n",
      "manifest/unfit-field | `spec.containers[0].volumeMounts[0]` mounts the volume `x`, which the pod does not have (`Pod a`, line 5 of `x.yaml`).",
    ],
    [
      "apiVersion: v1\nkind: ConfigMapList\nitems: []",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs to be one object: write each as a document of its own, parted by `---`.",
    ],
    [
      "apiVersion: v1\nkind: ConfigMap",
      "manifest/no-object | The object (line 1 of `x.yaml`) needs `metadata` with a `name`.",
    ],
    [
      `${object("ConfigMap", "x", "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n")}${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array.from({ length: 9 }, () => `*a${n}`).join(", ")}]\n`).join("")}`,
      "manifest/unreadable | This is no YAML: with its aliases filled in it comes to more than 200000 parts (line 1 of `x.yaml`).",
    ],
    [
      `${object("ConfigMap", "x")}# \u007f\n`,
      "text/unseen-character | Line 5 of `x.yaml` holds U+007F (delete), which is a control character.",
    ],
    [
      object("ConfigMap", "x", "data: &data [*data]\n"),
      "manifest/unreadable | This is no YAML: with its aliases filled in it comes to more than 200000 parts (line 1 of `x.yaml`).",
    ],
    [
      object("ConfigMap", "Some_Name"),
      "manifest/no-object | The object (line 1 of `x.yaml`) needs a `metadata.name` of lower-case letters, digits, `-` and `.`, as a text.",
    ],
    [
      object("ConfigMap", "on"),
      "manifest/no-object | The object (line 1 of `x.yaml`) needs a `metadata.name` of lower-case letters, digits, `-` and `.`, as a text.",
    ],
    [
      object("Service", "a.b"),
      "manifest/no-object | The object (line 1 of `x.yaml`) needs a `metadata.name` of lower-case letters, digits, `-` and `.`, as a text.",
    ],
    [
      object("ConfigMap", "a", "  namespace: default"),
      "manifest/other-namespace | `ConfigMap a` is in the namespace `default` (line 1 of `x.yaml`), and the release is in `h-prod`. Leave the namespace out: the release's own is then used.",
    ],
    [
      object("Secret", "a", "stringData: {b: c}"),
      "manifest/secret-data | `Secret a` (line 1 of `x.yaml`) holds its values: make it with `kubectl create secret`, or write an object that brings it, such as an ExternalSecret.",
    ],
    [
      `${object("ConfigMap", "a")}---\n# again\n${object("ConfigMap", "a")}`,
      "manifest/same-object | `ConfigMap a` (line 7 of `x.yaml`) is there twice: keep one.",
    ],
    [
      object("Namespace", "h-prod"),
      "manifest/same-object | `Namespace h-prod` (line 1 of `x.yaml`) is one that hubc writes itself: take it away.",
    ],
  ])("%j", (text, expected) => {
    expect(about(text)).toEqual([expected]);
  });

  test("a token in a file", () => {
    const text = object("ConfigMap", "a", "data: {b: ghp_0123456789abcdefghij0123456789abcdef}");
    expect(errors({ "x.yaml": text })[0]).toMatch(/^secret\/looks-like-secret \| file\("x\.yaml"\)/);
  });

  test("one object in two files", () => {
    expect(
      errors({ "a.yaml": object("ConfigMap", "a"), "b.yaml": object("ConfigMap", "a", "  namespace: h-prod") }),
    ).toEqual(['manifest/same-object | file("b.yaml") | `ConfigMap a` (line 1 of `b.yaml`) is there twice: keep one.']);
  });

  test("what belongs to the whole cluster, in two stages", () => {
    const role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\n";
    const stages = 'stage staging { domain = "s.example.edu" }\nstage prod { }';
    expect(about(role, stages)).toEqual([
      "manifest/same-object | `ClusterRole reader` (line 1 of `x.yaml`) belongs to the whole cluster, and another release on it brings one of that name: name it in one stage of one hub.",
    ]);
    expect(about(object("ConfigMap", "a"), stages)).toEqual([]);
  });
});

test.each([
  object("ConfigMap", "a", "data: {b: c}"),
  object("ConfigMap", "a", "  namespace: h-prod"),
  object("Secret", "a", "type: Opaque"),
  `${object("ConfigMap", "a")}---\n${object("Service", "a")}`,
  "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: 'system:a'}",
  '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}',
])("%j is taken", (text) => {
  expect(about(text)).toEqual([]);
});

describe("an object is passed on", () => {
  function written(texts: Readonly<Record<string, string>>): Record<string, string> {
    const { files, diagnostics } = compile(sources(texts), { on });
    if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    const own = files.filter(({ path }) => path.startsWith("hubs/h/prod/manifests/50-"));
    for (const file of own) expect(file.text.split("\n")).toHaveLength(file.origins.length + 1);
    return Object.fromEntries(own.map(({ path, text }) => [path.replace("hubs/h/prod/manifests/", ""), text]));
  }

  test("as it is, with its comments", () => {
    const text = "apiVersion: x.example.com/v1 # ours\nkind: Thing\nmetadata: {name: a}\nspec:\n  - &b 1\n  - *b\n";
    expect(written({ "sub/Some Thing.yml": text })).toEqual({
      "50-some-thing.yaml": `# From sub/Some Thing.yml, brought here by hubc.\n${text}`,
    });
  });

  test("with the release's namespace where its kind needs one", () => {
    const text = `${object("ConfigMap", "a")}---\r\napiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n    # its name\r\n    name: b\r\n---\n{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "c"}}\n---\n${object("PersistentVolume", "d")}`;
    const list =
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: c}\n";
    const [ofList = ""] = Object.values(written({ "x.yaml": list }));
    const [{ items } = { items: [] }] = loadAll(ofList) as { items: { metadata: object }[] }[]; // a list of objects
    expect(items.map(({ metadata }) => metadata)).toEqual([
      { name: "a", namespace: "h-prod" },
      { name: "b", namespace: "h-prod" },
      { name: "c" },
    ]);
    const [made = ""] = Object.values(written({ "x.yaml": text }));
    const found = loadAll(made).map((one) => (one as { metadata: object }).metadata); // each is an object with metadata
    expect(found).toEqual([
      { name: "a", namespace: "h-prod" },
      { name: "b", namespace: "h-prod" },
      { name: "c", namespace: "h-prod" },
      { name: "d" },
    ]);
    expect(made).toContain("# its name");
    expect(made).not.toContain("\r");
  });

  test("under a name of its own", () => {
    const texts = {
      "a/x.yaml": object("ConfigMap", "a"),
      "b/x.yml": object("ConfigMap", "b"),
      "é.yaml": object("ConfigMap", "c"),
    };
    expect(Object.keys(written(texts))).toEqual(["50-objects.yaml", "50-x-2.yaml", "50-x.yaml"]);
  });

  test("and the release's script applies it in its namespace", () => {
    const script = (texts: Readonly<Record<string, string>>) =>
      compile(sources(texts), { on }).files.find(({ path }) => path === "hubs/h/prod/deploy.sh")?.text;
    for (const texts of [{ "x.yaml": object("ConfigMap", "a") }, {}]) {
      expect(script(texts)).toContain('--user "$user" --namespace h-prod');
      expect(script(texts)).toContain("kubectl apply --server-side --field-manager=hubc --filename manifests/\n");
    }
  });
});

test("without a reader a program with manifests is no program", () => {
  const { files, assets } = sources({ "x.yaml": object("ConfigMap", "a") });
  expect(() => check({ files, assets }, { on })).toThrow(/readYaml/);
});
