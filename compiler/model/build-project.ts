// The project's block to the model; its defaults where nothing declares one.

import { newestChart } from "../knowledge/charts/charts.ts";
import type { BlockSchema } from "../schema/block.ts";
import { ci } from "../schema/blocks/ci.ts";
import { pages as pagesSchema, project as projectSchema } from "../schema/blocks/project.ts";
import type { PageTemplateText } from "../schema/values/page-template.ts";
import type { Span } from "../text/span.ts";
import { type Block, blockOf, freeSettings, valueIn } from "./block.ts";
import { buildAreas } from "./build-areas.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { Project } from "./model.ts";
import { readerOf } from "./reader.ts";
import { derived, type Sourced } from "./sourced.ts";

type Level = Project["lint"][number]["level"]["value"];

/** The project; its defaults where nothing declares one. */
export function buildProject(block: Block | undefined, fallback: Span): Project {
  const { settings } = projectSchema;
  const holder = block ?? emptyBlock(projectSchema, fallback);
  return {
    name: block?.label ?? "",
    span: holder.span,
    doc: holder.doc,
    registry: valueIn(holder, settings.registry),
    chart: required(valueIn(holder, settings.chart), newestChart.version, holder),
    timezone: required(valueIn(holder, settings.timezone), "UTC", holder),
    repository: valueIn(holder, settings.repository),
    out: required(valueIn(holder, settings.out), "out", holder),
    cacheMounts: required(valueIn(holder, settings["cache-mounts"]), false, holder),
    areas: buildAreas(holder),
    operators: itemsOf(valueIn(holder, settings.operators)),
    ci: buildCi(holder),
    pages: buildPages(holder),
    lint: freeSettings<Level>(blockOf(holder, "lint")).map(({ name, value }) => ({ code: name, level: value })),
  };
}

function buildPages(holder: Block): PageTemplates {
  const block = blockOf(holder, "pages");
  const of = (setting: (typeof pagesSchema.settings)[PageKind]) => (block ? itemsOf(valueIn(block, setting)) : []);
  const { students, staff, operators } = pagesSchema.settings;
  return { students: of(students), staff: of(staff), operators: of(operators) };
}

type PageKind = keyof typeof pagesSchema.settings;

function emptyBlock(schema: BlockSchema, span: Span): Block {
  const none = { key: schema.name, label: undefined, variant: undefined, doc: undefined, broken: false, flawed: false };
  return { ...none, schema, by: schema.name, span, settings: new Map(), blocks: [], overlays: [], packages: [] };
}

/** The project's, or what stands in where nothing is said. */
function buildCi(project: Block): Ci {
  const block = blockOf(project, "ci");
  const holder = block ?? project;
  const read = block && readerOf(ci, block);
  const systems = read?.("systems");
  return {
    systems: systems ? itemsOf(systems) : [derived("github", holder.span, "default")],
    branch: required(read?.("branch"), "main", holder),
    folder: required(read?.("folder"), ".", holder),
    hubc: read?.("hubc"),
    span: holder.span,
  };
}

export type CiSystem = "github" | "gitlab" | "hubploy" | "chartpress";

/** What a project says of continuous integration. */
export interface Ci {
  readonly systems: readonly Sourced<CiSystem>[];
  /** The branch that is deployed. */
  readonly branch: Sourced<string>;
  /** Where the project lies in its repository; `.` is the repository itself. */
  readonly folder: Sourced<string>;
  /** What npm installs to have hubc; absent where the repository's own package.json says it. */
  readonly hubc: Sourced<string> | undefined;
  readonly span: Span;
}

/** Templates that stand in for hubc's own pages, by the page that they make; for each at most one of each format. */
export interface PageTemplates {
  readonly students: readonly Sourced<PageTemplateText>[];
  readonly staff: readonly Sourced<PageTemplateText>[];
  readonly operators: readonly Sourced<PageTemplateText>[];
}
