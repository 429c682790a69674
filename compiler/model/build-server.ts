// What a server is made of to the model: the parts that a course, a profile and a hub say alike, and the servers of hubs.

import { course as courseSchema } from "../schema/blocks/course.ts";
import { hub as hubSchema } from "../schema/blocks/hub.ts";
import { profile as profileSchema } from "../schema/blocks/profile.ts";
import { imageChoice, sizeChoice, size as sizeSchema, typedImage } from "../schema/blocks/server.ts";
import type { Item, Target } from "../schema/value-type.ts";
import type { SecretReference } from "../schema/values/references.ts";
import { apps } from "../schema/values/server-page.ts";
import type { Day } from "../text/calendar.ts";
import { type Block, blockOf, blocksOf, freeSettings, valueIn } from "./block.ts";
import { startOf } from "./build-hub-parts.ts";
import { itemsOf, required } from "./build-parts.ts";
import { nameIn, poolIn } from "./course-size.ts";
import type { Course, Range } from "./model.ts";
import { ownValuesOf } from "./own-values.ts";
import { readerOf } from "./reader.ts";
import type { HubServer, Profile, Server, ServerChoices, SizeChoice, Variable } from "./server.ts";
import { derived, mapSourced, type Sourced } from "./sourced.ts";

/** All days: the term of what is there always. */
const always: Range<Day> = { from: -1_000_000, to: 4_000_000 };

/** Variables of a block's `environment`. */
export function variablesOf(block: Block): Variable[] {
  return freeSettings<string | SecretReference>(blockOf(block, "environment")).map(({ name, value }) => {
    const { value: written } = value;
    const held = typeof written === "string" ? mapSourced(value, () => written) : mapSourced(value, () => written);
    return { name, value: held };
  });
}

/** What a person chooses within a server; `usual` is the image that it names. */
export function choicesOf(block: Block, usual: Sourced<string> | undefined): ServerChoices {
  const read = readerOf({ hubSchema, profileSchema, courseSchema }, block);
  const named = itemsOf(read("images"));
  const images = [...(usual === undefined ? [] : [usual]), ...named.map((one) => mapSourced(one, imageName))];
  return {
    images: images.filter((one, i) => images.findIndex(({ value }) => value === one.value) === i),
    anyImage: anyImageOf(read("any-image"), block),
    anyRepository: required(read("any-repository"), false, block),
    sizes: sizesOf(block),
    forms: formsOf(block),
  };
}

/** The block `any-image { … }` says that it may. */
function anyImageOf(said: Sourced<boolean> | undefined, block: Block): Sourced<boolean> {
  const form = blockOf(block, "any-image");
  if (block.settings.has("any-image") || form === undefined) return required(said, false, block);
  return derived(true, form.span, form.by);
}

function formsOf(block: Block): ServerChoices["forms"] {
  const [image, size, typed] = ["image-choice", "size-choice", "any-image"].map((key) => blockOf(block, key));
  const none = { title: undefined, key: undefined };
  const ofImage = image && readerOf(imageChoice, image);
  const ofSize = size && readerOf(sizeChoice, size);
  const ofTyped = typed && readerOf(typedImage, typed);
  return {
    image: ofImage ? { title: ofImage("title"), key: ofImage("key") } : none,
    size: ofSize ? { title: ofSize("title"), key: ofSize("key") } : none,
    typed: {
      title: ofTyped?.("title"),
      description: ofTyped?.("description"),
      pattern: ofTyped?.("pattern"),
      message: ofTyped?.("message"),
    },
  };
}

/** What a profile says of its form, and what the hub says where it says nothing. */
function formsWithin(own: ServerChoices["forms"], around: ServerChoices["forms"]): ServerChoices["forms"] {
  const form = (key: "image" | "size") => ({
    title: own[key].title ?? around[key].title,
    key: own[key].key ?? around[key].key,
  });
  const [typed, usual] = [own.typed, around.typed];
  return {
    image: form("image"),
    size: form("size"),
    typed: {
      title: typed.title ?? usual.title,
      description: typed.description ?? usual.description,
      pattern: typed.pattern ?? usual.pattern,
      message: typed.message ?? usual.message,
    },
  };
}

function imageName({ name, standard }: Target): string {
  return standard ? `std-${name}` : name;
}

function sizesOf(block: Block): SizeChoice[] {
  const blocks = blocksOf(block, "size");
  const said = blocks.map((block) => readerOf(sizeSchema, block)("default")?.value === true);
  return blocks.map((block, i) => {
    const name = block.label ?? "";
    const read = readerOf(sizeSchema, block);
    return {
      name,
      title: read("title") ?? derived(name, block.span, block.by),
      description: read("description"),
      memory: read("memory"),
      cpu: read("cpu"),
      pool: poolIn(read("pool")),
      gpu: read("gpu"),
      environment: variablesOf(block),
      defaultSpan: said[i] ? read("default")?.span : undefined,
      isDefault: said.includes(true) ? said.indexOf(true) === i : i === 0,
      groups: groupsNamed(read("for")),
      span: block.span,
    };
  });
}

function groupsNamed(list: Sourced<readonly Item<Target>[]> | undefined): Sourced<string>[] {
  return itemsOf(list).map((one) => mapSourced(one, ({ name }) => name));
}

/** What a hub says of servers. */
export function hubServer(block: Block): HubServer {
  const { settings } = hubSchema;
  const target = valueIn(block, settings.image);
  const choices = choicesOf(block, target && nameIn(target, block));
  return {
    image: choices.images[0],
    memory: valueIn(block, settings.memory),
    cpu: valueIn(block, settings.cpu),
    pool: poolIn(valueIn(block, settings.pool)),
    gpu: valueIn(block, settings.gpu),
    peak: valueIn(block, settings.peak),
    openWith: required(valueIn(block, settings["open-with"]), "lab", block),
    choices,
    start: startOf(block),
  };
}

/** The course with what its hub says of servers where the course says nothing. */
export function withHubsDefaults(course: Course, { memory, cpu, pool, gpu, openWith }: HubServer): Course {
  const isSaid = memory ?? cpu ?? pool ?? gpu;
  if (isSaid === undefined && openWith.how === "default") return course;
  const sized = <T extends Pick<Course, "memory" | "cpu" | "pool">>(size: T): T => ({
    ...size,
    memory: size.memory ?? memory,
    cpu: size.cpu ?? cpu,
    pool: size.pool ?? pool,
  });
  // An address belongs to the hub's own server; the links of a course open an app.
  const app = apps.find((one) => one === openWith.value);
  const opens = course.openWith.how === "default" && app !== undefined ? { ...openWith, value: app } : course.openWith;
  return { ...sized(course), gpu: course.gpu ?? gpu, openWith: opens, stretches: course.stretches.map(sized) };
}

/** The servers that a hub has always: its profiles, in order of the program, else its own where it has an image. */
export function permanentServers(name: string, block: Block): readonly Server[] {
  const own = hubServer(block);
  const blocks = blocksOf(block, "profile");
  if (blocks.length > 0)
    return withDefault(
      blocks.map((block) => buildProfile(block, { hub: name, own })),
      own,
    );
  const { image } = own;
  if (image === undefined) return [];
  const size = { memory: own.memory, cpu: own.cpu, pool: own.pool, peak: own.peak, students: undefined, image };
  return [
    {
      ...common(block, name),
      ...size,
      of: "hub",
      name,
      title: derived(name, block.span, block.by),
      description: undefined,
      gpu: own.gpu,
      openWith: own.openWith,
      // Those of the hub are in every server.
      environment: [],
      roster: [],
      choices: own.choices,
      stretches: [{ ...size, ...always, labels: [] }],
    },
  ];
}

function buildProfile(block: Block, { hub, own }: { readonly hub: string; readonly own: HubServer }): Profile {
  const { settings } = profileSchema;
  const name = block.label ?? "";
  const target = valueIn(block, settings.image);
  const named = choicesOf(block, target && nameIn(target, block));
  const saysNone = named.images.length === 0;
  const choices = {
    images: saysNone ? own.choices.images : named.images,
    anyImage: saysAnyImage(block) ? named.anyImage : own.choices.anyImage,
    anyRepository: block.settings.has("any-repository") ? named.anyRepository : own.choices.anyRepository,
    forms: formsWithin(named.forms, own.choices.forms),
    sizes: named.sizes.length > 0 ? named.sizes : own.choices.sizes,
  };
  const isDefault = valueIn(block, settings.default);
  const image = choices.images[0] ?? derived("", block.span, block.by);
  const size = {
    image,
    students: undefined,
    peak: valueIn(block, settings.peak),
    memory: valueIn(block, settings.memory) ?? own.memory,
    cpu: valueIn(block, settings.cpu) ?? own.cpu,
    pool: poolIn(valueIn(block, settings.pool)) ?? own.pool,
  };
  return {
    ...common(block, hub),
    ...size,
    of: "profile",
    name,
    slug: valueIn(block, settings.slug)?.value ?? name,
    isDefault: isDefault?.value === true,
    defaultSpan: isDefault?.value === true ? isDefault.span : undefined,
    title: valueIn(block, settings.title) ?? derived(name, block.span, block.by),
    description: valueIn(block, settings.description),
    gpu: valueIn(block, settings.gpu) ?? own.gpu,
    openWith: block.settings.has("open-with")
      ? required(valueIn(block, settings["open-with"]), "lab", block)
      : own.openWith,
    environment: variablesOf(block),
    roster: groupsNamed(valueIn(block, settings.for)),
    choices,
    stretches: [{ ...size, ...always, labels: [] }],
    ownValues: ownValuesOf(blockOf(block, "values")),
  };
}

function saysAnyImage(block: Block): boolean {
  return block.settings.has("any-image") || blockOf(block, "any-image") !== undefined;
}

/** One profile is the usual one. People whom the hub counts are counted there, unless it counts its own. */
function withDefault(profiles: readonly Profile[], hub: HubServer): readonly Profile[] {
  const said = profiles.findIndex(({ isDefault }) => isDefault);
  const usual = Math.max(0, said);
  return profiles.map((profile, i): Profile => {
    const peak = profile.peak ?? (i === usual ? hub.peak : undefined);
    const stretches = profile.stretches.map((stretch) => ({ ...stretch, peak }));
    return { ...profile, isDefault: i === usual, peak, stretches };
  });
}

/** What every server that is there always has. */
function common(block: Block, hub: string) {
  const { span, doc, by } = block;
  return {
    span,
    doc,
    hub: derived(hub, span, by),
    term: derived(always, span, by),
    staff: [],
    collaboration: derived(false, span, by),
    contents: [],
    shared: [],
    grading: undefined,
    lectures: [],
    exams: [],
  };
}
