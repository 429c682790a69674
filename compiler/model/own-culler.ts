// A culler that a hub brings itself: a service that runs jupyterhub-idle-culler, by a block `service` or in values, as hubs did before the
// chart had one and as those do that cull by other rules.

import { cullerTimeout } from "../knowledge/idle-culler.ts";
import { isList, isMap, type Json, type JsonMap, mapAt } from "../knowledge/json-schema.ts";
import type { Release } from "./release.ts";

/** When such a service stops servers, in seconds. `undecided`: it says so in a way that is read only where it runs. */
export type OwnCuller = { readonly idle: number; readonly maxAge: number | undefined } | "undecided";

/** The cullers among a release's services. */
export function ownCullers({ services, ownTree }: Pick<Release, "services" | "ownTree">): readonly OwnCuller[] {
  const ofValues = Object.values(mapAt(ownTree, "hub.services")).flatMap((service) =>
    isMap(service) ? [commandIn(service)] : [],
  );
  const ofBlocks = services.map(({ command }) => command.map(({ value }) => value));
  return [...ofValues, ...ofBlocks].flatMap((command) => (isCuller(command) ? cullerOf(command) : []));
}

/** Its own times where its command says none: `--max-age` is 0 then, which is none. */
const UNSAID = { timeout: cullerTimeout, maxAge: undefined };

function cullerOf(command: readonly string[]): OwnCuller {
  const timeout = option(command, "timeout");
  const maxAge = option(command, "max-age");
  if (timeout === "undecided" || maxAge === "undecided") return "undecided";
  return { idle: timeout ?? UNSAID.timeout, maxAge: maxAge === 0 ? undefined : (maxAge ?? UNSAID.maxAge) };
}

/** `--timeout=600`, `--timeout 600` or `--timeout=600.0`, as a number of seconds. */
function option(command: readonly string[], name: string): number | undefined | "undecided" {
  const at = command.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at < 0) return undefined;
  const [word = "", next = ""] = command.slice(at);
  const written = word.includes("=") ? word.slice(word.indexOf("=") + 1) : next;
  const value = Number(written.replaceAll(/["']/g, ""));
  return written !== "" && Number.isFinite(value) ? value : "undecided";
}

function isCuller(command: readonly string[]): boolean {
  return command.some((word) => /(?:^|\/)(?:jupyterhub[-_]idle[-_]culler|cull_idle_servers(?:\.py)?)$/.test(word));
}

/** The words of a service's command: a list, or a line for a shell. */
function commandIn(service: JsonMap): readonly string[] {
  const command: Json | undefined = service["command"];
  if (isList(command)) return command.map(String).flatMap((word) => (/\s/.test(word) ? word.split(/\s+/) : [word]));
  return typeof command === "string" ? command.split(/\s+/) : [];
}
