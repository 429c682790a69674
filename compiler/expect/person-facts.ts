// What a person gets on a release, as facts that conditions name.

import type { Answer } from "../access/answer.ts";
import type { PersonAccess } from "../access/person-access.ts";
import type { Reach } from "../access/reach.ts";
import type { Block } from "../model/block.ts";
import type { Model } from "../model/model.ts";
import { serverFacts as schema } from "../schema/blocks/facts.ts";
import type { Item } from "../schema/value-type.ts";
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
import { serverFacts, startedServer } from "./server-facts.ts";

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
