// What a person gets on a release, as facts that conditions name.

import { type Answer, isKnown, type Known } from "../access/answer.ts";
import type { PersonAccess } from "../access/person-access.ts";
import type { Reach } from "../access/reach.ts";
import type { ServerAccess } from "../access/server-access.ts";
import { provision } from "../knowledge/capabilities.ts";
import { type Feature, features } from "../knowledge/features.ts";
import type { Block } from "../model/block.ts";
import type { Image, Model } from "../model/model.ts";
import type { Pool } from "../model/provider.ts";
import { isProfile } from "../model/server.ts";
import { environmentFacts, mountFacts, serverFacts as schema } from "../schema/blocks/facts.ts";
import type { Item, Target } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import {
  factBlock,
  type Gathering,
  gathering,
  item,
  put,
  putList,
  putUnknown,
  type Reason,
  targetOf,
} from "./fact-block.ts";

export interface OfPerson {
  readonly access: PersonAccess;
  readonly model: Model;
  readonly course: string | undefined;
}

/** Puts the facts, and gives the blocks among them. */
export function putPerson(to: Gathering, of: OfPerson): readonly Block[] {
  const { access } = of;
  const { release } = access;
  putAnswer(to, "may-enter", access.enter, release.auth.allow.span);
  putAnswer(to, "is-admin", access.admin, release.admins[0]?.span ?? release.span);
  const servers = access.servers.filter(({ exam }) => exam === undefined);
  const named = (kind: string) =>
    servers.filter(({ server }) => server.of === kind).map(({ server, answer }) => ({ name: server.name, answer }));
  putNames(to, "courses", named("course").map(asTarget("course")), release.span);
  putNames(
    to,
    "profiles",
    named("profile").map((one) => ({ ...one, value: one.name })),
    release.span,
  );
  putNames(to, "reaches", reached(of, "course"), release.span);
  putNames(to, "reaches-groups", reached(of, "group"), release.span);
  putNames(
    to,
    "starts",
    access.accounts.map(({ whose, answer }) => ({ value: whose.name, answer })),
    release.span,
  );
  return putServer(to, of);
}

interface Named {
  readonly value: unknown;
  readonly answer: Answer;
}

function asTarget(kind: string): (one: { readonly name: string; readonly answer: Answer }) => Named {
  return ({ name, answer }) => ({ value: targetOf(kind, name), answer });
}

function putAnswer(to: Gathering, key: string, { holds, because, places }: Answer, otherwise: Span): void {
  const reason: Reason = { because, places };
  to.reasons.set(`${to.prefix}${key}`, reason);
  if (holds === "unknown") putUnknown(to, key, reason);
  else put(to, key, holds, places[0] ?? otherwise);
}

/** A list of those that are sure, open where only the hub knows of others. */
function putNames(to: Gathering, key: string, all: readonly Named[], span: Span): void {
  const sure = all.filter(({ answer }) => answer.holds === true);
  const unsure = all.find(({ answer }) => answer.holds === "unknown")?.answer;
  const items = sure.map(({ value, answer }): Item<unknown> => item(value, answer.places[0] ?? span));
  const open = unsure && { because: unsure.because, places: unsure.places };
  putList(to, key, items, { span: sure[0]?.answer.places[0] ?? span, open });
}

/** Whoever reaches everybody reaches the people of every course and the members of every group of the hub. */
function reached({ access, model }: OfPerson, kind: "course" | "group"): readonly Named[] {
  const { release, reach } = access;
  const courses = model.courses.filter(({ hub }) => hub.value === release.hub);
  return reach.flatMap((one): readonly Named[] => {
    if (one.whose.kind === "everybody") {
      const all = kind === "course" ? courses : release.groups;
      return all.map(({ name }) => asTarget(kind)({ name, answer: one.answer }));
    }
    const names = kind === one.whose.kind ? [one.whose.name] : kind === "group" ? rosterOf(one, courses) : [];
    return names.map((name) => asTarget(kind)({ name, answer: one.answer }));
  });
}

/** The people of a course are the members of its roster. */
function rosterOf({ whose }: Reach, courses: Model["courses"]): readonly string[] {
  const course = whose.kind === "course" ? courses.find(({ name }) => name === whose.name) : undefined;
  return course?.roster.map(({ value }) => value) ?? [];
}

function putServer(to: Gathering, { access, model, course }: OfPerson): readonly Block[] {
  const started = startedServer(access, course);
  if (started === "several") {
    const names = access.servers.map(({ server }) => server.name).join(", ");
    to.reasons.set("server", { because: `the person chooses between ${names}: say which by \`course\``, places: [] });
    const { span } = access.release;
    return [factBlock(schema, gathering("server."), { key: "server", span, broken: true })];
  }
  if (started !== undefined) return [serverFacts(started, model, to.reasons)];
  to.reasons.set("server", {
    because:
      access.enter.holds === false
        ? `the person may not enter, since ${access.enter.because}`
        : "no server is theirs then",
    places: access.enter.places,
  });
  return [];
}

/** The server of the course, else the only one, else the hub's default; several where nothing says which. */
function startedServer(access: PersonAccess, course: string | undefined): ServerAccess | undefined | "several" {
  const own = access.servers.filter(({ exam }) => exam === undefined);
  if (course !== undefined) return own.find(({ server }) => server.of === "course" && server.name === course);
  if (own.length <= 1) return own[0];
  return own.find(({ server }) => isProfile(server) && server.isDefault) ?? "several";
}

function serverFacts(started: ServerAccess, model: Model, reasons: Map<string, Reason>): Block {
  const { server, mounts, variables, gpu, pool } = started;
  const to = gathering("server.", reasons);
  putKnown(to, "image", started.image, (name) => targetOf("image", name));
  putKnown(to, "memory", started.memory);
  putKnown(to, "cpu", started.cpu);
  put(to, "gpu", gpu.value, gpu.span);
  if (pool !== undefined) putKnown(to, "pool", pool, poolTarget);
  putKnown(to, "open-with", started.opensWith);
  putList(
    to,
    "sizes",
    started.sizes.map((name) => item(name, server.span)),
    { span: server.span, open: undefined },
  );
  putImage(to, started.image, model);
  const blocks = [...mounts.items.map(mountBlock), environmentBlock(started, reasons)];
  if (mounts.open !== undefined)
    reasons.set("server.mount", { because: mounts.open.notKnown, places: [mounts.open.span] });
  if (variables.open !== undefined)
    reasons.set("server.environment", { because: variables.open.notKnown, places: [variables.open.span] });
  return factBlock(schema, to, { key: "server", span: server.span, blocks, broken: mounts.open !== undefined });
}

function putKnown<T>(to: Gathering, key: string, fact: Known<T>, as: (value: T) => unknown = (value) => value): void {
  if (isKnown(fact)) put(to, key, as(fact.value), fact.span);
  else putUnknown(to, key, { because: fact.notKnown, places: [fact.span] });
}

function poolTarget({ provider, name }: Pool): Target {
  return { kind: "pool", name: provider, standard: false, part: name };
}

function putImage(to: Gathering, name: Known<string>, { images }: Model): void {
  const image = isKnown(name) ? images.find((image) => image.name === name.value) : undefined;
  if (image === undefined) {
    const reason = { because: "which image it is, is not known here", places: [name.span] };
    putUnknown(to, "packages", reason);
    putUnknown(to, "provides", reason);
    return;
  }
  const lines = [...image.conda, ...image.pip, ...image.apt, ...image.cran];
  const packages = lines.map(({ requirement, span }) => item(requirement.name, span));
  putList(to, "packages", packages, { span: image.span, open: morePackages(image) });
  const all = Object.keys(features) as Feature[]; // the table's own keys
  const provided = all.filter((feature) => provision(image, feature) === "yes");
  const open = all.some((feature) => provision(image, feature) === "unknown");
  const reason = { because: `what else image ${image.name} provides is not known here`, places: [image.span] };
  putList(
    to,
    "provides",
    provided.map((feature) => item(feature, image.span)),
    { span: image.span, open: open ? reason : undefined },
  );
}

/** What an image has beside the packages that it lists. */
function morePackages(image: Image): Reason | undefined {
  const { base, prebuilt, run, dockerfile } = image;
  const from = base ?? prebuilt;
  if (from !== undefined)
    return { because: `${from.value} may bring more packages than image ${image.name} lists`, places: [from.span] };
  const commands = [...run, ...(dockerfile === undefined ? [] : [dockerfile])];
  const [first] = commands;
  return first && { because: `commands of image ${image.name} may install more`, places: [first.span] };
}

function mountBlock({ path, storage, folder, readOnly, span }: ServerAccess["mounts"]["items"][number]): Block {
  const to = gathering("");
  put(to, "path", path, span);
  put(to, "storage", targetOf("storage", storage), span);
  put(to, "folder", folder, span);
  put(to, "read-only", readOnly, span);
  return factBlock(mountFacts, to, { key: "mount", span });
}

/** A secret is named, never known. */
function environmentBlock({ variables, server }: ServerAccess, reasons: Map<string, Reason>): Block {
  const to = gathering("server.environment.", reasons);
  for (const { name, value } of variables.items) {
    const held = value.value;
    put(to, name, typeof held === "string" ? held : `secret(${held.path})`, value.span);
  }
  return factBlock(environmentFacts, to, {
    key: "environment",
    span: server.span,
    broken: variables.open !== undefined,
  });
}
