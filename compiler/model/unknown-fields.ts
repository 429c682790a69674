// Which fields of a part of the model can't be known, since what they follow from has an error.

import { type BlockSchema, mayRepeat } from "../schema/block.ts";
import { unknown } from "../schema/value-type.ts";
import { type Block, blocksOf, type OwnBlock } from "./block.ts";
import type { EvaluatedFile } from "./evaluate.ts";
import { isComplete, missingKeys } from "./missing-settings.ts";
import type { Auth, Course, Group, Hub, Image, Project, Storage } from "./model.ts";
import type { Pool, Provider } from "./provider.ts";
import type { Release } from "./release.ts";
import type { CourseSize } from "./server.ts";
import { isSound, isSoundLayer } from "./sound-model.ts";

/** What is not known of a block. */
export interface Gaps {
  readonly block: Block;
  /** Its windows, and stages that bear on what is looked at. */
  readonly layers: readonly OwnBlock[];
  /** Keys of settings and blocks with an error, in the block itself. */
  readonly own: ReadonlySet<string>;
  /** The same in its stages and windows. */
  readonly inLayers: ReadonlySet<string>;
  /** Something in it could not be read, so that nothing is known of settings and blocks that are not written. */
  readonly unwritten: boolean;
  /** What must be written and is not. */
  readonly missing: ReadonlySet<string>;
  /** So it is in a stage or window, which may change anything. */
  readonly anything: boolean;
}

/** The blocks of declarations with errors, by kind and name. */
export function unsoundBlocks(files: readonly EvaluatedFile[]): ReadonlyMap<string, Block> {
  const found = new Map<string, Block>();
  for (const { unsound } of files)
    for (const { declaration, block } of unsound) {
      const { kind, name, standard, node } = declaration;
      if (!standard && !node.abstract && block !== undefined) found.set(`${kind} ${name}`, block);
    }
  return found;
}

/** The gaps of a block; of a hub's, those in one of its stages. */
export function gapsOf(block: Block, stage?: string): Gaps {
  const own = new Set<string>();
  for (const [key, value] of block.settings) if (value === unknown) own.add(key);
  for (const inner of block.blocks) if (!isWhole(inner)) own.add(inner.key);
  const inLayers = new Set<string>();
  const layers = block.overlays.filter(({ key, label }) => key !== "stage" || stage === undefined || label === stage);
  for (const layer of layers) addGapsOf(layer, inLayers);
  const missing = new Set(missingKeys(block));
  return { block, layers, own, inLayers, unwritten: block.broken, missing, anything: layers.some(isBroken) };
}

/** Is nothing in the block wrong, and nothing missing? */
export function isWhole(block: Block): boolean {
  return isSound(block) && isComplete(block) && block.blocks.every(isWhole);
}

function isBroken({ broken, overlays }: OwnBlock): boolean {
  return broken || overlays.some(isBroken);
}

/** Blocks of values of one's own, and the part of the chart's values that each sets. */
const ownBlocks: ReadonlyMap<string, readonly string[]> = new Map([
  ["values", []],
  ["config", ["hub", "config"]],
  ["python", ["hub", "extraConfig"]],
  ["custom", ["custom"]],
]);

/** The gaps without those in values of one's own, of which each says by itself what it leaves open. */
export function besideValues(gaps: Gaps): Gaps {
  const beside = (keys: ReadonlySet<string>) => new Set([...keys].filter((key) => !ownBlocks.has(key)));
  return { ...gaps, own: beside(gaps.own), inLayers: beside(gaps.inLayers) };
}

/** The parts of the chart's values in which something of one's own could not be read at all. */
export function unreadParts({ block, layers, unwritten, anything }: Gaps): readonly (readonly string[])[] {
  if (anything || unwritten) return [[]];
  return [block, ...layers].flatMap(({ blocks }) =>
    blocks.flatMap((inner: Block | OwnBlock) => {
      const part = ownBlocks.get(inner.key);
      return part !== undefined && (inner.broken || [...inner.settings.values()].includes(unknown)) ? [part] : [];
    }),
  );
}

function addGapsOf(layer: OwnBlock, keys: Set<string>): void {
  for (const [key, { value }] of layer.settings) if (value === unknown) keys.add(key);
  for (const inner of layer.blocks) if (!isSoundLayer(inner)) keys.add(inner.key);
  for (const inner of layer.overlays) addGapsOf(inner, keys);
}

/** What the size of a course is made of. */
export const sizeKeys = [
  "image",
  "students",
  "peak",
  "memory",
  "cpu",
  "pool",
] as const satisfies readonly (keyof CourseSize)[];

/** What the servers that a hub has always follow from. */
const permanentKeys = [
  "profile",
  "image",
  "images",
  "any-image",
  "any-repository",
  "image-choice",
  "size-choice",
  "size",
  "memory",
  "cpu",
  "pool",
  "gpu",
  "peak",
  "open-with",
] as const;

type Field = keyof (Auth &
  Auth["allow"] &
  Course &
  Group &
  Hub &
  Image &
  Pool &
  Project &
  Provider &
  Release &
  Storage);

/**
 * The settings and blocks that fields follow from, where that is not the one of their own name; `auth.allow` is what is in a block. What follows
 * from none is always known.
 */
const sources: Readonly<Partial<Record<Field, readonly string[]>>> = {
  name: [],
  span: [],
  doc: [],
  variant: [],
  how: [],
  idps: ["idp", "username", "strip-domain"],
  parents: [],
  hub: ["hub"],
  of: [],
  readLines: [],
  permanent: permanentKeys,
  hubServer: permanentKeys,
  choices: ["image", "images", "any-image", "any-repository", "image-choice", "size-choice", "size"],
  provider: ["provider"],
  stage: [],
  releaseName: ["release"],
  named: ["namespace", "release"],
  folder: [],
  chart: ["chart"],
  peak: ["peak", "students"],
  contents: ["content"],
  files: ["file", "files"],
  services: ["service"],
  containers: ["container"],
  roles: ["role"],
  mounts: ["mount"],
  volumes: ["volume"],
  leftOut: ["leave-out"],
  leftOutValues: ["leave-out-values"],
  lectures: ["lecture"],
  people: ["person"],
  officeHours: ["office-hours"],
  holidays: ["holiday"],
  exams: ["exam"],
  applies: ["term", "grace"],
  stretches: [...sizeKeys, "term", "grace", "during", "exam"],
  windows: ["during", "exam"],
  secretMembers: ["members"],
  sources: ["from"],
  areas: ["area"],
  hubs: ["hub"],
  pools: ["pool"],
  core: [],
  // Pools of each kind of cluster have some of these.
  machine: ["machine"],
  hosts: ["hosts"],
  nodes: ["nodes"],
  disk: ["disk"],
  spot: ["spot"],
  zones: ["zones"],
  measured: [],
  ownOpen: [],
  ownManifests: ["manifests"],
  ownValues: ["values", "config", "python", "custom"],
  ownTree: ["values", "config", "python", "custom"],
  ownCode: ["values", "config", "python", "custom"],
  home: ["home", "base", "prebuilt"],
  user: ["user", "base", "prebuilt"],
  courses: [],
  groups: ["auth.allow", "mount.groups", "role.groups"],
  managedGroups: ["auth.allow", "mount.groups", "role.groups"],
  authState: ["auth.allow", "mount.groups", "role.groups"],
  byCourse: ["choose", "outside-terms", ...permanentKeys],
  outsideTerms: [],
  secretName: ["secrets"],
  forPeople: ["stage", "for"],
  peoplesStage: ["stage", "for"],
  pathPrefix: ["stage", "for", "homes"],
  adminsOutside: ["outside-terms"],
  adminsOnly: ["outside-terms"],
  storages: ["homes", "backup", "mount"],
  outgoing: ["network"],
  admitted: ["network"],
  roleScopes: ["scopes"],
  url: ["domain", "https", "ingress", "provider", "values", "config", "python", "custom"],
  ports: ["https", "ingress", "provider"],
};

/** The names of the fields of a part that are not known. A field of which nothing says what it follows from may follow from anything. */
export function unknownFields(part: object, gaps: Gaps): readonly string[] {
  return Object.keys(part).filter((field) => keysOf(field, gaps.block)?.some((key) => isUnknown(key, gaps)) ?? true);
}

/** The settings and blocks that a field follows from. */
function keysOf(field: string, { schema }: Block): readonly string[] | undefined {
  if (field === "settings" || field === "items") return Object.keys(schema.settings);
  const key = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const keys = sources[field as Field]; // absent for a field of another part
  // Parts of two kinds may have a field of one name, which in one of them follows from the setting of its own name.
  const isHere = keys?.length === 0 || keys?.some((source) => isIn(schema, source.split(".")[0] ?? source));
  return isHere || !isIn(schema, key) ? keys : [key];
}

function isIn({ settings, blocks }: BlockSchema, key: string): boolean {
  return Object.hasOwn(settings, key) || Object.hasOwn(blocks, key);
}

/** May there be another value under a key than what the block has? */
export function isUnknown(key: string, gaps: Gaps): boolean {
  const [outer = key, inner] = key.split(".");
  if (inner !== undefined) return isUnknownInside(outer, inner, gaps);
  const { block, own, inLayers, unwritten, missing, anything } = gaps;
  if (own.has(key) || inLayers.has(key) || missing.has(key)) return true;
  if (!isIn(block.schema, key)) return false;
  return anything || (unwritten && !isWritten(key, block));
}

/** The same of what is in a block, or in any of those of that name. */
function isUnknownInside(key: string, inner: string, gaps: Gaps): boolean {
  if (!isUnknown(key, gaps)) return false;
  const blocks = blocksOf(gaps.block, key);
  const isOfBlocks = gaps.own.has(key) && !gaps.inLayers.has(key) && !gaps.missing.has(key) && !gaps.anything;
  const isAllWritten = !gaps.unwritten || isWritten(key, gaps.block);
  if (!isOfBlocks || !isAllWritten || blocks.length === 0) return true;
  return blocks.some((block) => isUnknown(inner, gapsOf(block)));
}

/** Of blocks that there may be several of, one that could not be read may stand beside those that could. */
function isWritten(key: string, { schema, settings, blocks }: Block): boolean {
  if (settings.has(key)) return true;
  const use = schema.blocks[key];
  return use !== undefined && !mayRepeat(use) && blocks.some((inner) => inner.key === key);
}

/** The block that a field is made of, where all that is not known of the field is in that block, or in those of that name. */
export function innerKey(field: string, gaps: Gaps): string | undefined {
  const [key, ...others] = keysOf(field, gaps.block) ?? [];
  if (key === undefined || others.length > 0 || gaps.anything || gaps.inLayers.has(key) || !gaps.own.has(key))
    return undefined;
  const isWhole = !gaps.missing.has(key) && (!gaps.unwritten || isWritten(key, gaps.block));
  return isWhole && Object.hasOwn(gaps.block.schema.blocks, key) ? key : undefined;
}

/** What of a release follows from its courses, those included that are declared for its hub and do not apply; and from which of their fields. */
export const fromCourses: Readonly<Partial<Record<keyof Release, readonly (keyof Course)[]>>> = {
  courses: ["hub", "term", "grace"],
  outsideTerms: ["hub", "term", "grace"],
  adminsOnly: ["hub", "term", "grace"],
  byCourse: ["hub", "term", "grace", "roster"],
  groups: ["hub", "term", "grace", "roster", "staff"],
  managedGroups: ["hub", "term", "grace", "roster", "staff"],
  authState: ["hub", "term", "grace", "roster", "staff"],
  storages: ["hub", "term", "grace", "shared", "grading"],
};

/** The same of groups, of all that there are. */
export const fromGroups: Readonly<Partial<Record<keyof Release, readonly (keyof Group)[]>>> = {
  groups: ["hubs"],
  managedGroups: ["hubs", "sources"],
  authState: ["hubs", "sources"],
};
