// Hubs that somebody else runs: which settings they have, and what is left of a course there. An instructor alone gets links, pages and
// checks of the course; servers, their sizes and people's rights are for those who run the hub.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { courseOnExternalHub as courseSchema } from "../schema/blocks/course.ts";
import { externalHub as hubSchema, hub as ownSchema } from "../schema/blocks/hub.ts";
import { type Item, type Target, unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import { type Block, overlayKeys, valueIn, writtenName } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { App } from "./content.ts";
import type { Course, CourseStretch, ExternalHub } from "./model.ts";
import { externalHubSetting, leftToHub, ownHubSetting } from "./release-diagnostics.ts";
import { derived, type Sourced } from "./sourced.ts";

/** Does the block of a hub say that somebody else runs it? */
export function isExternal(block: Block): boolean {
  return valueIn(block, ownSchema.settings.external)?.value === true;
}

/**
 * The block of a hub by the schema that holds for it. Of an external hub only what it can have is left, and each other setting is reported
 * once, where it was written. Where `external` itself has an error, nothing is missing.
 */
export function hubBySide(block: Block, report: Report): Block {
  if (block.settings.get("external") === unknown) return { ...block, broken: true };
  if (!isExternal(block)) {
    for (const key of ["apps", "base-url"] as const) {
      const said = block.settings.get(key);
      if (said !== undefined && said !== unknown && said.how !== "removed")
        report(diagnose(ownHubSetting, { setting: key }, { span: said.span }));
    }
    return block;
  }
  const hub = block.label ?? "";
  for (const { what, span } of othersIn(block)) report(diagnose(externalHubSetting, { what, hub }, { span }));
  const settings = new Map([...block.settings].filter(([key]) => Object.hasOwn(hubSchema.settings, key)));
  return { ...block, schema: hubSchema, settings, blocks: [], overlays: [] };
}

/** What stands in the block of an external hub and can't. What has an error of its own is reported already. */
function othersIn({ settings, blocks, overlays }: Block): { readonly what: string; readonly span: Span }[] {
  const found: { what: string; span: Span }[] = [];
  for (const [key, value] of settings) {
    if (value === unknown || Object.hasOwn(hubSchema.settings, key)) continue;
    found.push({ what: key, span: value.span });
  }
  for (const inner of [...blocks, ...overlays])
    found.push({ what: overlayKeys.has(inner.key) ? inner.key : writtenName(inner), span: inner.span });
  return found;
}

/** The block of a course by the schema that holds for it: on an external hub, and where its hub has an error, it may have no image. */
export function onHubBySide(block: Block, blockOfHub: (name: string) => Block | undefined): Block {
  const said = block.settings.get("hub");
  if (said === undefined) return block;
  const hub = said === unknown ? undefined : blockOfHub((said.value as Target).name); // the type of a course's `hub`
  return said === unknown || (hub !== undefined && isExternal(hub)) ? { ...block, schema: courseSchema } : block;
}

/** The hub of a block that says `external = true`. */
export function buildExternalHub(name: string, block: Block): ExternalHub {
  const { settings } = hubSchema;
  const domain = required(valueIn(block, settings.domain), "", block);
  const path = valueIn(block, settings["base-url"])?.value.replace(/\/$/, "") ?? "";
  const apps = valueIn(block, settings.apps) as Sourced<readonly Item<App>[]> | undefined; // `apps` is a list of apps
  return {
    name,
    hub: name,
    stage: "",
    span: block.span,
    doc: block.doc,
    domain,
    url: `https://${domain.value}${path}`,
    forPeople: derived(true, block.span, block.by),
    contact: valueIn(block, settings.contact),
    auth: undefined,
    groups: [],
    apps: itemsOf(apps),
  };
}

/** What of a course holds on an external hub. What only those who run the hub could give is left out, and each part of it said. */
export function onExternalHub(course: Course, hub: ExternalHub, report: Report): Course {
  for (const { what, why, span } of [...leftOut(course), ...unchecked(course)])
    report(diagnose(leftToHub, { what, why, hub: hub.name }, { span }));
  return {
    ...course,
    memory: undefined,
    cpu: undefined,
    pool: undefined,
    gpu: undefined,
    staff: [],
    roster: [],
    shared: [],
    environment: [],
    choices: {
      images: course.image.value === "" ? [] : [course.image],
      anyImage: { ...course.choices.anyImage, value: false },
      anyRepository: { ...course.choices.anyRepository, value: false },
      sizes: [],
      forms: course.choices.forms,
    },
    needs: course.image.value === "" ? [] : course.needs,
    collaboration: { ...course.collaboration, value: false },
    windows: [],
    stretches: usualStretch(course),
    grading: course.grading?.kind === "nbgrader" ? undefined : course.grading,
    exams: course.exams.map((exam) => ({ ...exam, memory: undefined, image: undefined })),
  };
}

interface LeftOut {
  readonly what: string;
  readonly why: "hub" | "image";
  readonly span: Span;
}

function leftOut(course: Course): LeftOut[] {
  const { memory, cpu, pool, gpu, collaboration, staff, roster, shared, exams, windows, contents, grading } = course;
  const { environment, choices, image } = course;
  const found: LeftOut[] = [];
  const add = (what: string, span: Span) => found.push({ what, why: "hub", span });
  for (const [key, value] of Object.entries({ memory, cpu, pool, gpu })) if (value) add(`\`${key}\``, value.span);
  if (collaboration.value) add("`collaboration`", collaboration.span);
  const [firstStaff] = staff;
  const [firstRoster] = roster;
  if (firstStaff) add("`staff`", firstStaff.span);
  if (firstRoster) add("`roster`", firstRoster.span);
  for (const { name, value } of environment) add(`\`${name}\` of \`environment\``, value.span);
  for (const { value, span } of choices.images) if (value !== image.value) add(`\`${value}\` of \`images\``, span);
  if (choices.anyImage.value) add("`any-image`", choices.anyImage.span);
  if (choices.anyRepository.value) add("`any-repository`", choices.anyRepository.span);
  for (const { name, span } of choices.sizes) add(`\`size ${name}\``, span);
  for (const { name, span } of shared) add(`\`shared ${name}\``, span);
  for (const { span } of windows) if (!exams.some((exam) => exam.span === span)) add("`during`", span);
  for (const { name, memory: size, image } of exams) {
    if (size) add(`\`memory\` of exam \`${name}\``, size.span);
    if (image) add(`\`image\` of exam \`${name}\``, image.span);
  }
  for (const { name, signIn } of contents) if (signIn) add(`\`sign-in\` of content \`${name}\``, signIn.span);
  if (grading?.kind === "nbgrader") add("`grading nbgrader`", grading.span);
  return found;
}

/** What an image must provide, of a course that has none. */
function unchecked({ image, needs }: Course): LeftOut[] {
  const [first] = needs;
  return image.value === "" && first ? [{ what: "`needs`", why: "image", span: first.span }] : [];
}

/** All days as one stretch: windows and exams change no server there. */
function usualStretch({ stretches, image, students, peak }: Course): readonly CourseStretch[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return [];
  const size = { image, students, peak, memory: undefined, cpu: undefined, pool: undefined };
  return [{ from: first.from, to: last.to, labels: [], ...size }];
}
