// hubc who: who may sign in to a hub, and what they may do there.

import { type PeopleOfHubs, whoMayWhat } from "../../service/who.ts";
import type { ParsedArguments } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { checkedModel } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";
import { nameAndPath } from "../name-and-path.ts";
import { requireSelected } from "../selection.ts";

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
  const external = stage === undefined ? model.externalHubs.filter(({ name }) => (hub ?? name) === name) : [];
  io.stdout(await printed({ releases, external }, parsed.values.get("format"), io));
  return exitCode.fine;
}

async function printed(people: PeopleOfHubs, format: string | undefined, io: Io): Promise<string> {
  if (format === "json") return (await import("../../service/who-json.ts")).whoJson(people);
  return (await import("../../service/who-text.ts")).whoText(people, paletteFor(io, "stdout"));
}
