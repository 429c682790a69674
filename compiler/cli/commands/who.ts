// hubc who: who may sign in to a hub, and what they may do there.

import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { type PeopleOfHubs, whoMayWhat } from "../../service/who.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkedModel } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate } from "../load-program.ts";
import { requireSelected } from "../selection.ts";
import { nameAndPath } from "../shared-options.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const { name: hub, path } = nameAndPath(parsed.positionals);
  const stage = parsed.values.get("stage");
  const on = buildDate(parsed.values.get("on"), io.now);
  const model = await checkedModel(path, { on }, io);
  if (model === undefined) return exitCode.found;
  requireSelected(model, { ...(hub === undefined ? {} : { hub }), ...(stage === undefined ? {} : { stage }) });
  const releases = whoMayWhat(model).filter(
    ({ release }) => (hub ?? release.hub) === release.hub && (stage ?? release.stage) === release.stage,
  );
  const as = parsed.values.get("as");
  const external = stage === undefined ? model.externalHubs.filter(({ name }) => (hub ?? name) === name) : [];
  const format = parsed.values.get("format");
  if (as !== undefined) {
    const asked = releases.map(({ release }) => release);
    io.stdout(await ofPerson(as, { model, releases: asked, external, format }, io));
    return exitCode.fine;
  }
  io.stdout(await printed({ releases, external }, format, io));
  return exitCode.fine;
}

async function printed(people: PeopleOfHubs, format: string | undefined, io: Io): Promise<string> {
  if (format === "json") return (await import("../../service/who-json.ts")).whoJson(people);
  return (await import("../../service/who-text.ts")).whoText(people, paletteFor(io, "stdout"));
}

interface Answering extends Omit<PeopleOfHubs, "releases"> {
  readonly model: Model;
  readonly releases: readonly Release[];
  readonly format: string | undefined;
}

/** What one person gets. @throws CannotRun where what was asked for names nobody. */
async function ofPerson(as: string, { model, releases, external, format }: Answering, io: Io): Promise<string> {
  const { accessOn, readSubject } = await import("../../service/who-person.ts");
  const subject = readSubject(as, model);
  if ("wrong" in subject) throw new CannotRun(subject.wrong);
  const found = {
    on: model.on,
    subject,
    releases: releases.map((release) => accessOn(subject, release, model)),
    external,
  };
  if (format === "json") return (await import("../../service/who-json.ts")).personJson(found);
  return (await import("../../service/who-person-text.ts")).personText(found, paletteFor(io, "stdout"));
}
