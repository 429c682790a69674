// What an editor shows around a text: hints, lenses, links, and what a place compiles to.

import { expect, it } from "vitest";
import { check } from "../../../compiler/check.ts";
import type { Examined } from "../../../compiler/examine.ts";
import { readYaml } from "../../../compiler/knowledge/read-yaml.ts";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile, type SourceFile } from "../../../compiler/text/source-file.ts";
import { atCursor, programFrom } from "../../support/editor-program.ts";

const program = `## Foundations of Data Science. 🎓
course data8 {
  title  = "Foundations 🎓"
  hub    = h
  image  = img
  term   = 2026-08-26 .. 2026-12-18
  peak   = 300
  memory = 1GiB .. 2GiB
  pool   = berkeley.users
  during 2026-11-02 .. 2026-11-20 { memory = 4GiB }
  content book {
    repo = "https://github.com/a/b"
    open { lec01 = "lec01.ipynb" }
  }
}
image img extends std.jupyterlab {
  files { "/etc/motd" = file("motd.txt") }
  pip {
    nbgitpuller==1.2.1
    git+https://github.com/example/tool.git@84765e1
  }
}
provider gke berkeley {
  project = "p"
  region  = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..40 }
}
storage filestore homes {
  server = "10.0.0.1"
  share  = "s"
}
hub h {
  provider = berkeley
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
`;
const assets = new Map([["motd.txt", "Welcome\n"]]);
const known = programFrom([program], assets);
const file = known.sources.files[0] as SourceFile; // there is one

function textOf({ start, end }: { readonly start: number; readonly end: number }) {
  return program.slice(start, end);
}

function hints(of: Examined, at: SourceFile) {
  return editorFeatures
    .inlayHints(of, at, { start: 0, end: at.text.length })
    .map(({ after, text }) => `${at.text.slice(after.start, after.end)} ⟨${text}⟩`);
}

it("is a program without errors", () => {
  expect(known.diagnostics.flatMap(({ severity, code }) => (severity === "error" ? [code] : []))).toEqual([]);
});

it("hints how many people a node holds, the nodes at peak and the limit that one size means", () => {
  expect(hints(known, file)).toEqual([
    "300 ⟨6 nodes at peak⟩",
    "1GiB .. 2GiB ⟨56 people a node⟩",
    "4GiB ⟨limit 4GiB, 14 people a node⟩",
    "0..40 ⟨22 nodes at peak⟩",
  ]);
  const start = program.indexOf("provider gke");
  expect(editorFeatures.inlayHints(known, file, { start, end: program.length })).toHaveLength(1);
});

it("hints at the header where the size is inherited, and nothing where it is not known", () => {
  const inherited = programFrom(
    [
      program
        .replace("course data8 {", "course data8 extends base {")
        .replace("  peak   = 300\n  memory = 1GiB .. 2GiB\n", "")
        .concat("abstract course base {\n  peak   = 300\n  memory = 1GiB .. 2GiB\n}\n"),
    ],
    assets,
  );
  const [own] = inherited.sources.files;
  expect(own && hints(inherited, own)[0]).toBe("course data8 extends base ⟨56 people a node, 6 nodes at peak⟩");
  const alone = atCursor("course c {\n  memory = 2GiB|\n}\n");
  expect(hints(alone.known, alone.file)).toEqual([]);
});

it("has a lens for each declaration, which counts the outputs with lines of it", () => {
  const lenses = editorFeatures.codeLenses(known, file);
  expect(lenses.map(({ span }) => textOf(span))).toEqual(["data8", "img", "berkeley", "homes", "h"]);
  const titles = lenses.map((lens) => editorFeatures.lensTitle(known, lens));
  for (const title of titles) expect(title?.outputs.length).toBeGreaterThan(0);
  const image = titles[1];
  expect(image?.title).toBe(`${image?.outputs.length} outputs`);
  expect(image?.outputs).toEqual(expect.arrayContaining(["images/img/Dockerfile", "images/img/requirements.txt"]));
  expect(image?.outputs.some((path) => path.startsWith("providers/"))).toBe(false);
});

it("shows what a setting, a block and a declaration compile to, with the lines", () => {
  const compiled = (needle: string) => editorFeatures.compiled(known, file, program.indexOf(needle) + 1);
  const memory = compiled("memory = 1GiB");
  expect(memory?.title).toBe("memory of course data8");
  const values = memory?.outputs.find(({ path }) => path === "hubs/h/prod/values.yaml");
  const shown = values?.lines.flatMap(({ first, last }) => values.text.split("\n").slice(first, last + 1)).join("\n");
  expect(shown).toMatch(/memory|guarantee|limit/);
  expect(shown).not.toMatch(/client_id/);
  const line = compiled("nbgitpuller==");
  expect(line?.title).toBe("nbgitpuller==1.2.1 of image img");
  expect(line?.outputs.map(({ path }) => path)).toContain("images/img/requirements.txt");
  expect(compiled("auth github")?.title).toBe("auth github of hub h");
  expect(compiled("hub h {")?.title).toBe("hub h");
  expect(compiled("hub h {")?.outputs.length).toBeGreaterThan(compiled("auth github")?.outputs.length ?? 0);
});

it("shows what a hub compiles to that brings objects of its own", () => {
  const own = createSourceFile("p.hub", program.replace("hub h {", 'hub h {\n  manifests = [file("quota.yaml")]'));
  const quota = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: quota\n";
  const sources = { files: [own], assets: new Map([...assets, ["quota.yaml", quota]]), readYaml };
  const examined = check(sources, { on: checkedDate("2026-10-05") ?? 0 });
  expect(examined.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const compiled = editorFeatures.compiled(examined, own, own.text.indexOf("quota.yaml"));
  expect(compiled?.outputs.map(({ path }) => path)).toEqual([expect.stringContaining("quota")]);
});

it("shows no outputs of a program with errors", () => {
  const { known: broken, file: own, offset } = atCursor("course c {\n  memory = 2Gi|\n}\n");
  expect(editorFeatures.compiled(broken, own, offset)).toBeUndefined();
  const [lens] = editorFeatures.codeLenses(broken, own);
  expect(lens && editorFeatures.lensTitle(broken, lens)).toBeUndefined();
});

it("links addresses and files, without their quotes", () => {
  expect(editorFeatures.documentLinks(known, file).map(({ span, target }) => [textOf(span), target])).toEqual([
    ["https://github.com/a/b", { url: "https://github.com/a/b" }],
    ["motd.txt", { path: "motd.txt" }],
    ["https://github.com/example/tool.git", { url: "https://github.com/example/tool.git" }],
  ]);
});
