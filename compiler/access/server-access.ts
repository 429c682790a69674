// The servers that a person may start on a release, and what each of them is.

import { type ImageExam, imageExamsOn } from "../model/exams-on-day.ts";
import { runsCourseImage } from "../model/final-server.ts";
import { ownServerTrait } from "../model/final-values.ts";
import type { Model, Range, Release } from "../model/model.ts";
import { poolFor } from "../model/pool-of.ts";
import type { Pool } from "../model/provider.ts";
import type { Server, Variable } from "../model/server.ts";
import { asUsual, opensWith, serversOn } from "../model/servers-on-hub.ts";
import { derived, mapSourced, type Sourced } from "../model/sourced.ts";
import { type Answer, anyOf, type Known, no, type Several, yes } from "./answer.ts";
import { type Asked, isAdmin } from "./entry-answer.ts";
import { type Mount, mountsOf, variablesOf } from "./server-contents.ts";
import { cpuOf, memoryOf } from "./server-size.ts";

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
