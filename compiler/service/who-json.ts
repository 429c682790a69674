// Who may do what as plain data for other programs: names only, no places in files. Secret lists are named, never read.

import { type Answer, isKnown, type Known, type NotKnown } from "../access/answer.ts";
import type { PersonAccess } from "../access/person-access.ts";
import type { Reach } from "../access/reach.ts";
import type { ServerAccess } from "../access/server-access.ts";
import type { Mount } from "../access/server-contents.ts";
import type { GroupSource } from "../model/group-sources.ts";
import type { Range } from "../model/model.ts";
import type { Variable } from "../model/server.ts";
import { printDate } from "../text/calendar.ts";
import { printJson } from "../text/print-json.ts";
import type { PeopleOfHubs, ReleasePeople } from "./who.ts";
import type { PersonOnHubs } from "./who-person.ts";

/** The report as JSON text. */
export function whoJson({ releases, external }: PeopleOfHubs): string {
  return printJson({
    releases: releases.map(releaseData),
    ...(external.length > 0 && { externalHubs: external.map(({ name }) => name) }),
  });
}

function releaseData({ release, groups, ...who }: ReleasePeople): object {
  return {
    name: release.name,
    hub: release.hub,
    stage: release.stage,
    domain: release.domain.value,
    ...who,
    groups: groups.map((group) => ({ ...group, sources: group.sources.map(sourceData) })),
  };
}

function sourceData(source: GroupSource): object {
  const said = Object.entries(source).flatMap(([key, value]) =>
    typeof value === "object" && "value" in value ? [[key, value.value] as const] : [],
  );
  return { from: source.kind, ...Object.fromEntries(said) };
}

/** The answer as JSON text. `holds` is true, false or `unknown`, with the reason in `because`. */
export function personJson({ on, subject, releases, external }: PersonOnHubs): string {
  return printJson({
    on: printDate(on),
    as: subject.kind === "person" ? { person: subject.name } : { groups: subject.groups },
    releases: releases.map(personOnRelease),
    ...(external.length > 0 && { externalHubs: external.map(({ name }) => name) }),
  });
}

function personOnRelease({ release, groups, enter, admin, servers, reach, accounts, scopes }: PersonAccess): object {
  return {
    name: release.name,
    hub: release.hub,
    stage: release.stage,
    domain: release.domain.value,
    mayEnter: answerData(enter),
    admin: answerData(admin),
    groups: groups.map(({ name, answer }) => ({ name, ...answerData(answer) })),
    servers: servers.map(serverData),
    reaches: reach.map(reachData),
    accounts: accounts.map(reachData),
    scopes,
  };
}

function answerData({ holds, because }: Answer): object {
  return { holds, because };
}

function serverData(access: ServerAccess): object {
  const { server, exam, answer, mounts, variables, sizes, images, gpu, pool } = access;
  return {
    [server.of]: server.name,
    ...(exam === undefined ? {} : { exam: exam.name }),
    ...answerData(answer),
    image: data(access.image, (name) => name),
    memory: data(access.memory, rangeData),
    cpu: data(access.cpu, rangeData),
    gpu: gpu.value,
    ...(pool === undefined ? {} : { pool: data(pool, ({ name }) => name) }),
    opensWith: data(access.opensWith, (page) => page),
    mounts: mounts.items.map(mountData),
    ...more("moreMounts", mounts.open),
    environment: variables.items.map(variableData),
    ...more("moreEnvironment", variables.open),
    sizes,
    images,
  };
}

function data<T>(fact: Known<T>, print: (value: T) => unknown): unknown {
  return isKnown(fact) ? print(fact.value) : { notKnown: fact.notKnown };
}

/** Without a limit there is no `limit`. */
function rangeData({ from, to }: Range<number>): object {
  return { guarantee: from, ...(to === Number.POSITIVE_INFINITY ? {} : { limit: to }) };
}

function mountData({ path, storage, folder, readOnly }: Mount): object {
  return { path, storage, folder, readOnly };
}

function variableData({ name, value: { value } }: Variable): object {
  return typeof value === "string" ? { name, value } : { name, secret: value.path };
}

function more(key: string, open: NotKnown | undefined): object {
  return open === undefined ? {} : { [key]: open.notKnown };
}

function reachData({ whose, as, answer }: Reach): object {
  return { whose: whose.kind, ...(whose.name === "" ? {} : { name: whose.name }), as, ...answerData(answer) };
}
