// The servers that a person may start on a release, and what each of them is.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { chartDefault } from "../knowledge/chart-values.ts";
import { type ImageExam, imageExamsOn } from "../model/exams-on-day.ts";
import { type Amounts, finalCpu, finalMemory, runsCourseImage } from "../model/final-server.ts";
import { ownServerTrait } from "../model/final-values.ts";
import type { Group, Model, Range } from "../model/model.ts";
import { type Pool, poolFor } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { asUsual, opensWith, type Server, serversOn, type Variable } from "../model/server.ts";
import { derived, mapSourced, type Sourced } from "../model/sourced.ts";
import { type Answer, anyOf, type Known, no, type Several, yes } from "./answer.ts";
import { type Asked, isAdmin } from "./entry-answer.ts";
import type { Membership } from "./membership.ts";
import { type Mount, mountsOf, variablesOf } from "./server-contents.ts";

export interface ServerAccess {
  /** As it starts where nothing is chosen within it. */
  readonly server: Server;
  /** An exam with an image of its own: then the server is open in its hours only. */
  readonly exam: ImageExam | undefined;
  /** May the person start it? */
  readonly answer: Answer;
  /** The name of an image. */
  readonly image: Known<string>;
  readonly memory: Known<Range<number>>;
  readonly cpu: Known<Range<number>>;
  readonly gpu: Sourced<number>;
  /** Undefined where several pools of the provider take it. */
  readonly pool: Known<Pool> | undefined;
  /** An app, or an address in the server. */
  readonly opensWith: Known<string>;
  readonly mounts: Several<Mount>;
  readonly variables: Several<Variable>;
  /** Names of the sizes that the person may choose between; none where nothing is chosen. */
  readonly sizes: readonly string[];
  /** Names of the images that they may choose between; one or none where nothing is chosen. */
  readonly images: readonly string[];
}

/** In order of the release's servers; what the person surely may not start is left out. */
export function serversFor(asked: Asked, model: Model): readonly ServerAccess[] {
  const { release } = asked;
  const admin = isAdmin(asked);
  return serversOn(release).flatMap((server) => {
    const answer = mayStart(server, asked, admin);
    if (answer.holds === false) return [];
    const exams = server.of === "course" ? imageExamsOn(server, model.on) : [];
    return [undefined, ...exams].map((exam) => accessTo(server, exam, { asked, model, answer }));
  });
}

/** As python/hubc_hub/profiles.py decides it when the server starts. */
function mayStart({ roster, staff, span }: Server, asked: Asked, admin: Answer): Answer {
  const { release, isIn } = asked;
  if (release.adminsOnly) return anyOf([admin], no("only admins start servers on this date"));
  if (!release.byCourse || roster.length === 0) return yes("everybody who may enter gets it", span);
  const groups = [...roster, ...staff].map(({ value, span: place }): Answer => {
    const member = isIn(value);
    return { ...member, places: [place, ...member.places] };
  });
  return anyOf([admin, ...groups], no("it is for others", span));
}

interface Within {
  readonly asked: Asked;
  readonly model: Model;
  readonly answer: Answer;
}

function accessTo(chosen: Server, exam: ImageExam | undefined, { asked, model, answer }: Within): ServerAccess {
  const { release, isIn } = asked;
  const server = asUsual(exam === undefined ? chosen : { ...chosen, image: exam.image });
  const image = model.images.find(({ name }) => name === server.image.value);
  const admin = isAdmin(asked);
  const of = { release, server, isIn, admin, home: image?.home.value ?? "/home/jovyan" };
  const { sizes, images } = server.choices;
  const open = sizes.filter(
    ({ groups }) =>
      groups.length === 0 || anyOf([admin, ...groups.map(({ value }) => isIn(value))], no("")).holds === true,
  );
  return {
    server,
    exam,
    answer,
    image: runsCourseImage(release) ? server.image : { notKnown: ownValues, span: server.image.span },
    memory: memoryOf(of),
    cpu: cpuOf(of),
    gpu: server.gpu ?? derived(0, server.span, server.name),
    pool: poolOf(release, server),
    opensWith:
      ownServerTrait(release, "default_url") === undefined
        ? opensWith(server, image)
        : { notKnown: ownValues, span: server.openWith.span },
    mounts: mountsOf(of),
    variables: variablesOf(of),
    sizes: open.map(({ name }) => name),
    images: exam === undefined ? images.map(({ value }) => value) : [],
  };
}

const ownValues = "the hub's own values decide it";

function poolOf(release: Release, server: Server): Known<Pool> | undefined {
  if (ownServerTrait(release, "node_selector") !== undefined) return { notKnown: ownValues, span: server.span };
  const pool = poolFor(release.provider, server);
  if (pool === undefined) return undefined;
  return server.pool === undefined
    ? derived(pool, pool.span, release.provider.name)
    : mapSourced(server.pool, () => pool);
}

/** Of whom, on which release. */
interface ServerOf {
  readonly release: Release;
  readonly server: Server;
  readonly isIn: Membership;
}

/** Bytes: guarantee and limit. Without a limit the end is infinite. */
function memoryOf(of: ServerOf): Known<Range<number>> {
  return amountOf(of, "memory", finalMemory(of.release, of.server.memory?.value));
}

/** Cores. */
function cpuOf(of: ServerOf): Known<Range<number>> {
  return amountOf(of, "cpu", finalCpu(of.release, of.server.cpu?.value));
}

function amountOf({ release, server, isIn }: ServerOf, what: "memory" | "cpu", amounts: Amounts): Known<Range<number>> {
  const said = server[what];
  const span = said?.span ?? server.span;
  if (amounts === "undecided") return { notKnown: "a piece of Python, or what a person types, decides it", span };
  if (amounts.length > 1) return { notKnown: "people choose it in the hub's own profile list", span };
  const [only] = amounts;
  const usual =
    only === undefined ? chartAmount(release, what) : { from: only.from, to: only.to ?? Number.POSITIVE_INFINITY };
  const isSaid = said !== undefined && said.value.from === usual.from && said.value.to === usual.to;
  const before: Sourced<Range<number>> = isSaid ? said : derived(usual, span, release.name);
  const raises = release.groups.flatMap((group) => {
    const by = group[what];
    return by === undefined || (by.value.from <= usual.from && by.value.to <= usual.to) ? [] : [{ group, by }];
  });
  const unsure = raises.find(({ group }) => isIn(group.name).holds === "unknown");
  if (unsure !== undefined) {
    const { because } = isIn(unsure.group.name);
    return { notKnown: `${because}, whose people get more`, span: unsure.by.span };
  }
  return raises.filter(({ group }) => isIn(group.name).holds === true).reduce(raised, before);
}

/** The largest of both, each for itself (python/hubc_hub/servers.py, hubc_raise). */
function raised(
  before: Sourced<Range<number>>,
  { group, by }: { readonly group: Group; readonly by: Sourced<Range<number>> },
): Sourced<Range<number>> {
  const from = Math.max(before.value.from, by.value.from);
  const to = Math.max(before.value.to, by.value.to);
  const isMore = from > before.value.from || to > before.value.to;
  return isMore ? derived({ from, to }, by.span, `group ${group.name}`) : before;
}

/** What the chart gives where nobody says anything. */
function chartAmount({ chart }: Release, what: "memory" | "cpu"): Range<number> {
  const [guarantee, limit] = ["guarantee", "limit"].map((part) =>
    bytesIn(chartDefault(chart, ["singleuser", what, part])),
  );
  return { from: guarantee ?? 0, to: limit ?? Number.POSITIVE_INFINITY };
}
