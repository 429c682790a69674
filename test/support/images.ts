// Images made by hand for tests of what is made from them: every value has the span of its own text in one small source.

import type { Image, ImageFile, Model, PackageRequirement } from "../../compiler/model/model.ts";
import { derived, type Sourced } from "../../compiler/model/sourced.ts";
import type { Ecosystem, Requirement } from "../../compiler/syntax/requirements/requirement.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import type { Span } from "../../compiler/text/span.ts";

/** What a test says of an image; lists of packages as they would be written, `# …` lines above them being their doc comments. */
export interface ImageSketch {
  readonly name?: string;
  readonly doc?: string;
  readonly base?: string;
  readonly prebuilt?: string;
  readonly python?: string;
  readonly channels?: readonly string[];
  readonly conda?: readonly string[];
  readonly pip?: readonly string[];
  readonly apt?: readonly string[];
  readonly cran?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly run?: readonly string[];
  readonly dockerfile?: string;
  readonly user?: string;
  readonly home?: string;
}

/** The image of a sketch: on Jupyter's base-notebook, unless it says otherwise. */
export function makeImage(sketch: ImageSketch): Image {
  const optional = (text: string | undefined): Sourced<string> | undefined =>
    text === undefined ? undefined : sourced(text);
  const prebuilt = optional(sketch.prebuilt);
  return {
    name: sketch.name ?? "course",
    span: spanOfText("image course {"),
    doc: sketch.doc,
    title: undefined,
    description: undefined,
    slug: undefined,
    openWith: undefined,
    parents: [],
    base: prebuilt === undefined ? sourced(sketch.base ?? "quay.io/jupyter/base-notebook:2026-01-05") : undefined,
    prebuilt,
    provides: [],
    python: optional(sketch.python),
    channels: (sketch.channels ?? []).map(sourced),
    conda: requirements("conda", sketch.conda),
    pip: requirements("pip", sketch.pip),
    apt: requirements("apt", sketch.apt),
    cran: requirements("cran", sketch.cran),
    readLines: (["conda", "pip", "apt", "cran"] as const).flatMap((block) => requirements(block, sketch[block])),
    env: Object.entries(sketch.env ?? {}).map(([name, value]) => ({ ...sourced(value), name })),
    files: Object.entries(sketch.files ?? {}).map(
      ([path, text]): ImageFile => ({ path, text, span: spanOfText(`file ${path}`), by: "image own" }),
    ),
    run: (sketch.run ?? []).map(sourced),
    dockerfile: optional(sketch.dockerfile),
    home: sourced(sketch.home ?? "/home/jovyan"),
    user: sourced(sketch.user ?? "jovyan"),
    inSync: undefined,
  };
}

/** A model with these images, and nothing else but its project. */
export function makeImageModel(
  images: readonly Image[],
  project: { registry?: string; repository?: string; cacheMounts?: boolean } = {},
): Model {
  return {
    on: 20731,
    project: {
      name: "test",
      span: spanOfText("project test {"),
      doc: undefined,
      registry: project.registry === undefined ? undefined : sourced(project.registry),
      chart: sourced("4.4.0"),
      timezone: sourced("UTC"),
      repository: project.repository === undefined ? undefined : sourced(project.repository),
      out: sourced("out"),
      cacheMounts: derived(project.cacheMounts ?? false, spanOfText("project test {"), "project test"),
      ci: {
        systems: [],
        branch: sourced("main"),
        folder: sourced("."),
        hubc: undefined,
        span: spanOfText("project test {"),
      },
      pages: { students: [], staff: [], operators: [] },
      areas: [],
      operators: [],
      lint: [],
    },
    providers: [],
    machines: [],
    storages: [],
    images,
    groups: [],
    courses: [],
    hubs: [],
    releases: [],
    externalHubs: [],
  };
}

/** A value whose span is a source that holds exactly its text. */
export function sourced<T extends string>(value: T): Sourced<T> {
  return { value, span: spanOfText(value), how: "set", by: "test", earlier: [] };
}

function spanOfText(text: string): Span {
  return { file: createSourceFile("image.hub", text), start: 0, end: text.length };
}

function requirements(ecosystem: Ecosystem, lines: readonly string[] = []): readonly PackageRequirement[] {
  const out: PackageRequirement[] = [];
  let doc: string[] = [];
  for (const line of lines) {
    if (line.startsWith("# ")) {
      doc.push(line.slice(2));
      continue;
    }
    const requirement = requirementOf(ecosystem, line);
    out.push({
      requirement,
      span: spanOfText(line),
      by: "image course",
      doc: doc.length === 0 ? undefined : doc.join("\n"),
    });
    doc = [];
  }
  return out;
}

/** A rough reading, enough for what is printed: the grammars have tests of their own. */
function requirementOf(ecosystem: Ecosystem, text: string): Requirement {
  const [written = text] = /^[A-Za-z0-9_.+-]+/.exec(text) ?? [];
  const [, exact] = /==([A-Za-z0-9_.+-]+)$/.exec(text) ?? [];
  const base = { ecosystem, name: written.toLowerCase(), written, text, nameStart: 0, nameEnd: written.length };
  const [, marker] = /;\s*(.+)$/.exec(text) ?? [];
  return { ...base, ...(exact !== undefined && { exact }), ...(marker !== undefined && { marker }) };
}
