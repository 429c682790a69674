// What is offered at a cursor, for every kind of place. The rest of the program is the same throughout.

import { describe, expect, it, test } from "vitest";
import { type BlockSchema, schemaOf } from "../../../compiler/schema/block.ts";
import { vocabulary } from "../../../compiler/schema/vocabulary.ts";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import { standardLibrary } from "../../../compiler/standard-library.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { atCursor, programFrom } from "../../support/editor-program.ts";

const around = `
course other {
  title = "Other"
  hub   = h
  image = img
  term  = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
abstract image lab extends std.jupyterlab { }
provider gke berkeley {
  project = "p"
  region  = "r"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..3 }
  pool users { machine = "n2-highmem-8"  nodes = 0..40 }
}
storage dynamic homes { size = 5GiB }
group team[1..3] { members = secret("team/\${n}") }
group staff { members = ["ada"] }
let size = 4GiB
let word = "abc"
hub h {
  provider = berkeley
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow         = everyone
  }
}
`;

function completed(marked: string) {
  const { known, file, offset } = atCursor(`${marked}\n${around}`);
  const { items, incomplete } = editorFeatures.completions(known, file, offset);
  const replaced = (label: string) => {
    const item = items.find((one) => one.label === label);
    return item && file.text.slice(item.replace.start, item.replace.end);
  };
  const inOrder = [...items].sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ label }) => label);
  return { items, labels: inOrder, incomplete, replaced };
}

interface Case {
  readonly at: string;
  /** Offered, in this order, first of all. */
  readonly first?: readonly string[];
  /** Offered somewhere. */
  readonly offers?: readonly string[];
  readonly not?: readonly string[];
  /** What the first label replaces. */
  readonly replaces?: string;
  /** All that is offered. */
  readonly only?: readonly string[];
}

const course = (inner: string) => `course a {\n  ${inner}\n}`;
const standardBase = `"${standardLibrary.map(({ text }) => /base\s*=\s*"([^"]+)"/.exec(text)?.[1]).find((base) => base)}"`;
const standard = ["std.datascience", "std.julia", "std.jupyterlab", "std.rstudio", "std.scipy"];
const withHub = [...standard, "std.hub"].sort();

const cases: Readonly<Record<string, readonly Case[]>> = {
  headers: [
    { at: "|", first: ["project", "provider"], offers: ["course", "let", "abstract", "provider gke"] },
    { at: "cour|", offers: ["course"], replaces: "cour" },
    { at: "abstract |", offers: ["course", "image"], not: ["let", "abstract", "project"] },
    { at: "provider |", only: ["gke", "aks", "eks", "openstack", "k3s", "kind", "kubernetes"] },
    { at: "storage dyn|", offers: ["dynamic", "nfs"], replaces: "dyn" },
    { at: "course a |", only: ["extends"] },
    { at: "provider gke |", only: [] },
    { at: "image b extends |", only: ["img", "lab", ...withHub] },
    { at: "image b extends std.|", only: withHub, replaces: "std." },
    { at: "image b extends std.jup| {\n}", only: withHub, replaces: "std.jup" },
    { at: "provider aks b extends |", only: [] },
    { at: "provider gke b extends |", only: ["berkeley"] },
  ],
  bodies: [
    { at: course("|"), first: ["title", "hub", "image", "term"], offers: ["memory", "content", "grading okpy"] },
    { at: "course a {\n  |", first: ["title", "hub"] },
    { at: course("me|"), offers: ["memory"], replaces: "me" },
    {
      at: course('title = "x"\n  hu|\n  image = img'),
      first: ["hub", "term"],
      not: ["title", "image"],
      replaces: "hu",
    },
    { at: course('title = "x"  |'), first: ["hub"], not: ["title"] },
    { at: course("grading otter { }\n  |"), not: ["grading", "grading okpy"], offers: ["content"] },
    { at: course("content x {\n    |\n  }"), first: ["repo"], offers: ["branch", "open"], not: ["title"] },
    { at: course("content x { open { l = { | } } }"), offers: ["path", "with"] },
    { at: 'hub g { admins = ["a"] | }', first: ["provider", "homes", "domain"], not: ["admins"] },
    { at: "hub g {\n  auth github {\n    |\n  }\n}", first: ["client-id", "client-secret"] },
    { at: "hub g {\n  stage s {\n    |\n  }\n}", offers: ["domain", "auth"], not: ["stage", "stage s"] },
    { at: "provider k3s x {\n  pool users { | }\n}", offers: ["hosts"], not: ["machine"] },
    { at: "hub h2 {\n  provider = berkeley\n  spare { | }\n}", only: ["users"] },
    { at: "project p {\n  lint { | }\n}", offers: ["course/term-over"], not: ["syntax/trailing", "schema/wrong-type"] },
    { at: "hub g {\n  config { | }\n}", offers: ["KubeSpawner", "JupyterHub"] },
    {
      at: "hub g {\n  config { KubeSpawner.st| }\n}",
      offers: ["KubeSpawner.start_timeout"],
      replaces: "KubeSpawner.st",
    },
    { at: "hub g {\n  values { singleuser.| }\n}", offers: ["singleuser.storage"], replaces: "singleuser." },
    { at: "hub g {\n  values {\n    singleuser {\n      st|\n    }\n  }\n}", offers: ["storage"], replaces: "st" },
  ],
  labels: [
    { at: course("grading |"), only: ["otter", "okpy", "nbgrader"] },
    { at: "hub g {\n  auth goo| {\n  }\n}", offers: ["google", "github"], replaces: "goo" },
    { at: "provider gke b extends berkeley {\n  pool |\n}", only: ["core", "users"] },
    { at: course("term = 2026-01-01 .. 2026-05-01\n  during |"), offers: ["2026-08-26", "2026-10-05"] },
    { at: course("during 2026-09-01 |"), only: [".."] },
  ],
  references: [
    { at: course("hub = |"), only: ["h"] },
    { at: course("image = |"), first: ["img", ...standard], not: ["lab", "data8"] },
    { at: course("image = std.|"), only: standard, replaces: "std." },
    { at: course("pool = |"), only: ["berkeley.core", "berkeley.users"] },
    { at: "provider gke g {\n  pool p { label = | }\n}", offers: ["machine"] },
    { at: "provider openstack g {\n  pool p { label = | }\n}", not: ["machine"] },
    { at: "hub g {\n  cull { | }\n}", offers: ["every", "remove-named"] },
    { at: "hub g {\n  cull { remove-named = | }\n}", only: ["true", "false"] },
    { at: course("pool = berkeley.u|"), only: ["berkeley.core", "berkeley.users"], replaces: "berkeley.u" },
    { at: course("staff = |"), only: ["team", "team[1]", "team[2]", "team[3]", "staff"] },
    { at: course("staff = [|"), only: ["team", "team[1]", "team[2]", "team[3]", "staff"] },
    { at: course("staff = [staff, t|\n  hub = h"), offers: ["team"], replaces: "t" },
    { at: "image c {\n  in-sync { with = | }\n}", offers: ["img"], not: ["c", "lab"] },
    { at: "policy course p {\n  except = [|]\n}", only: ["other"] },
  ],
  quantities: [
    { at: course("memory = |"), first: ["size"], offers: ["1GiB .. 2GiB"] },
    { at: course("memory = 2|"), first: ["2GiB", "2MiB"], replaces: "2" },
    { at: course("memory = 1.5G|"), first: ["1.5GiB"], replaces: "1.5G" },
    { at: course("memory = 1GiB |"), first: [".."], offers: ["title"] },
    { at: course("memory = 1GiB .. |"), first: ["unlimited", "size"], not: ["title", ".."] },
    { at: course("memory = 1GiB .. 4|"), first: ["4GiB"], replaces: "4" },
    { at: course("cpu = 500|"), first: ["500m"] },
    { at: course("grace = 2|"), first: ["2s", "2min", "2h", "2d", "2w"] },
    { at: course("term = |"), first: ["2026-08-26", "2026-12-18", "2026-10-05"] },
    { at: course("term = 2026-08-26 .. |"), first: ["2026-12-18"] },
    { at: course("term = 2026-|"), first: ["2026-08-26"], replaces: "2026-" },
    { at: course("term = 2026-08-|"), first: ["2026-08-26"], replaces: "2026-08-" },
  ],
  words: [
    { at: course("open-with = |"), first: ["lab", "notebook"] },
    { at: course("collaboration = t|"), first: ["true", "false"], replaces: "t" },
    { at: course("needs = [nbgitpuller, |]"), offers: ["widgets"] },
    {
      at: course("content x { open { l = { with = | } } }"),
      only: ["lab", "notebook", "rstudio", "vscode", "desktop", "retro"],
    },
    { at: 'project p {\n  lint { "course/term-over" = | }\n}', only: ["off", "info", "warning", "error"] },
  ],
  texts: [
    { at: course('title = "${|"'), only: ["size", "word", "n"] },
    {
      at: 'hub other {\n  announcement = "${|"\n}',
      only: ["size", "word", "n", "domain", "stage", "namespace", "release"],
    },
    { at: course('title = "a ${wo|}"'), offers: ["word"], replaces: "wo" },
    { at: course("title = |"), offers: ["word", 'file("…")', '"Other"'], not: ["size"] },
    { at: 'provider gke x {\n  pool users { machine = "n2-h|" }\n}', offers: ['"n2-highmem-8"'], replaces: '"n2-h"' },
    { at: 'provider gke x {\n  pool users { machine = "n2-h| }\n}', offers: ['"n2-highmem-8"'], replaces: '"n2-h' },
    { at: "provider eks x {\n  pool users { machine = | }\n}", offers: ['"r5.xlarge"'], not: ['"n2-highmem-4"'] },
    { at: 'group g {\n  may = ["|"]\n}', offers: ['"list:users"'] },
    { at: 'hub g { auth github { client-secret = secret("|") } }', only: ['"github/id"', '"github/secret"'] },
    { at: "hub g { auth github { client-secret = | } }", first: ['secret("…")', 'secret("github/id")'] },
    { at: 'image b {\n  base = "qu|"\n}', offers: [standardBase] },
  ],
  packages: [
    { at: "image b {\n  conda {\n    num|\n  }\n}", offers: ["numpy", "numba"], replaces: "num" },
    { at: "image b {\n  conda {\n    numpy=1.26\n    num|\n  }\n}", offers: ["numba"], not: ["numpy"] },
    { at: "image b {\n  conda {\n    numpy=|\n  }\n}", only: [] },
    { at: "image b {\n  pip {\n    skl|\n  }\n}", only: ["sklearn (scikit-learn)"] },
    { at: "image b {\n  apt { git gi| }\n}", offers: ["gitg"], not: ["numpy"] },
    { at: "image b {\n  cran {\n    ggp|\n  }\n}", offers: ["ggplot2"] },
  ],
  comments: [
    { at: "# |", only: ["hubc: allow"] },
    { at: "# hubc: allow cour|", offers: ["course/term-over"], not: ["syntax/trailing"], replaces: "cour" },
    { at: "## doc |", only: [] },
  ],
  conditions: [
    { at: "policy course p {\n  require = mem|\n}", offers: ["memory", "title", "not", "present"], replaces: "mem" },
    { at: "policy course p {\n  require = memory.|\n}", only: ["memory.from", "memory.to"], replaces: "memory." },
    { at: "policy course p {\n  require = memory.to |\n}", first: ["==", "!=", "<="] },
    { at: "policy course p {\n  require = hub == |\n}", first: ["h"] },
    { at: "policy course p {\n  require = memory.to <= 4|\n}", first: ["4GiB"] },
    { at: "policy course p {\n  require = memory.to <= 4GiB and |\n}", offers: ["students"] },
    { at: "expect e {\n  require = may|\n}", offers: ["may-enter", "is-admin", "server"], replaces: "may" },
    { at: "expect e {\n  require = server.|\n}", offers: ["server.image", "server.memory"], not: ["server.students"] },
    { at: "expect e {\n  require = server.image == |\n}", offers: ["img"] },
    { at: "expect e {\n  require = [may-enter, not |]\n}", offers: ["is-admin"] },
    { at: "expect e {\n  cou|\n}", offers: ["course"], replaces: "cou" },
    { at: "exp|", offers: ["expect"], replaces: "exp" },
  ],
};

describe.each(Object.entries(cases))("%s", (_group, list) => {
  test.each(list)("$at", ({ at, first = [], offers = [], not = [], only, replaces }) => {
    const { labels, replaced } = completed(at);
    if (only) expect(labels).toEqual(only);
    expect(labels.slice(0, first.length)).toEqual(first);
    expect(labels).toEqual(expect.arrayContaining([...offers]));
    expect(labels.filter((label) => not.includes(label))).toEqual([]);
    const [one = labels[0]] = [...first, ...offers, ...(only ?? [])];
    if (replaces !== undefined) expect(replaced(one ?? "")).toBe(replaces);
  });
});

it("fills what is required into a snippet, and says it in plain text too", () => {
  const { items } = completed("cou|");
  expect(items.find(({ label }) => label === "course")).toMatchObject({
    snippet:
      'course ${1:name} {\n  title = "${2:Foundations of Data Science}"\n  hub = ${3:datahub}\n  image = ${4:data8}\n  term = ${5:2026-08-26 .. 2026-12-18}\n  $0\n}',
    insert: "course ",
    kind: "kind",
  });
  const inBody = completed(course("|")).items;
  expect(inBody.find(({ label }) => label === "open-with")).toMatchObject({
    snippet: "open-with = ${1|lab,notebook,rstudio,vscode,desktop,retro|}",
    insert: "open-with = ",
  });
  expect(inBody.find(({ label }) => label === "grading okpy")).toMatchObject({
    snippet: 'grading okpy {\n  endpoint = "${1:cal/data8/fa26}"\n  $0\n}',
  });
});

it("does not repeat the sign or the brace that stands after the cursor", () => {
  expect(completed(course("gra| = 2w")).items.find(({ label }) => label === "grace")?.insert).toBe("grace");
  const header = completed("provider g| {\n}").items.find(({ label }) => label === "gke");
  expect(header).toMatchObject({ insert: "gke" });
  expect(header?.snippet).toBeUndefined();
});

it("tells what a setting means, and marks what this version refuses", () => {
  const memory = completed(course("mem|")).items.find(({ label }) => label === "memory");
  expect(memory).toMatchObject({ detail: "range of bytes", doc: expect.stringContaining("guarantee .. limit") });
});

it("offers first the codes that are found on the line below an allowance", () => {
  const hub = around.slice(around.indexOf("image img"));
  const { known, file, offset } = atCursor(
    `course a {\n  title = "A"\n  hub = h\n  image = img\n  # hubc: allow |\n  term = 2020-01-01 .. 2020-02-01\n}\n${hub}`,
  );
  const { items } = editorFeatures.completions(known, file, offset);
  expect(items[0]).toMatchObject({ label: "course/term-over", snippet: 'course/term-over because "$0"' });
});

it("offers at most a hundred packages at once, and says that there are more", () => {
  const { labels, incomplete } = completed("image b {\n  conda {\n    |\n  }\n}");
  expect(labels).toHaveLength(100);
  expect(incomplete).toBe(true);
});

it("counts in UTF-16 units after an emoji", () => {
  const { labels, replaced } = completed('course a {\n  title = "🎓🎓"  # 🎓\n  gra|\n}');
  expect(labels).toContain("grace");
  expect(replaced("grace")).toBe("gra");
});

it("reads only the declaration around the cursor, so that what is broken above it does not matter", () => {
  expect(completed('course x {\n  title = "unclosed\n  staff = [a, b\n\ncourse a {\n  hub = |\n}').labels).toEqual([
    "h",
  ]);
});

describe("every body of the vocabulary", () => {
  interface Body {
    readonly open: string;
    readonly close: string;
    readonly schema: BlockSchema;
  }

  const kinds = vocabulary.flatMap((entry): readonly Body[] => {
    const schemas = entry.schema ? [["", entry.schema] as const] : Object.entries(entry.variants ?? {});
    return schemas.map(([variant, schema]) => ({ open: `${entry.kind} ${variant} x {\n`, close: "\n}", schema }));
  });

  function blocksIn({ open, close, schema }: Body): readonly Body[] {
    return Object.values(schema.blocks).flatMap((use): readonly Body[] => {
      const labels = { none: "", name: " y", text: ' "y"', range: " 2026-09-01 .. 2026-09-02", variant: "" };
      const inner = use.variants
        ? Object.entries(use.variants).map(([variant, one]) => [` ${variant}`, one] as const)
        : [[labels[use.label], schemaOf(use, undefined)] as const];
      return inner.flatMap(([label, one]) =>
        one === undefined ? [] : [{ open: `${open}${use.key}${label} {\n`, close: `\n}${close}`, schema: one }],
      );
    });
  }

  const inner = kinds.flatMap(blocksIn);
  const bodies = [...kinds, ...inner, ...inner.flatMap(blocksIn)];
  const known = programFrom([""]);

  function offered(text: string) {
    const offset = text.indexOf("|");
    const file = createSourceFile("typed.hub", text.replace("|", ""));
    return editorFeatures.completions(known, file, offset).items;
  }

  it("offers all its settings and blocks, and each setting's words", () => {
    expect(bodies.length).toBeGreaterThan(100);
    for (const { open, close, schema } of bodies) {
      if (schema.packages !== undefined || schema.free !== undefined) continue;
      const labels = offered(`${open}|${close}`).map(({ label }) => label);
      const keys = [...Object.keys(schema.settings), ...Object.keys(schema.blocks)];
      expect(labels, open).toEqual(expect.arrayContaining(keys));
      for (const { key, type } of Object.values(schema.settings)) {
        if (type.shape.kind !== "choice") continue;
        const words = offered(`${open}${key} = |${close}`).map(({ label }) => label);
        expect(words, `${open}${key}`).toEqual(expect.arrayContaining([...type.shape.words]));
      }
    }
  });
});
