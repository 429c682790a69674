// A container beside every server of a hub.

import type { Span } from "../text/span.ts";
import type { Range } from "./model.ts";
import type { Sourced } from "./sourced.ts";

export interface HubContainer {
  readonly name: string;
  readonly image: Sourced<string>;
  readonly command: readonly Sourced<string>[];
  readonly arguments: readonly Sourced<string>[];
  readonly ports: readonly Sourced<number>[];
  /** The person's home is mounted in it. */
  readonly home: Sourced<boolean>;
  /** The number of the account that it runs as. */
  readonly user: Sourced<number> | undefined;
  /** Bytes; infinite where there is no limit. */
  readonly memory: Sourced<Range<number>> | undefined;
  /** Cores; infinite where there is no limit. */
  readonly cpu: Sourced<Range<number>> | undefined;
  readonly environment: readonly { readonly name: string; readonly value: Sourced<string> }[];
  readonly span: Span;
}

const nothing = { memory: 0, cpu: 0 };

/** What all of a hub's containers are guaranteed beside each server: bytes and cores. */
export function besideEachServer({ containers }: { readonly containers: readonly HubContainer[] }): {
  readonly memory: number;
  readonly cpu: number;
} {
  if (containers.length === 0) return nothing;
  const sum = (of: (one: HubContainer) => Sourced<Range<number>> | undefined) =>
    containers.reduce((all, container) => all + (of(container)?.value.from ?? 0), 0);
  return { memory: sum(({ memory }) => memory), cpu: sum(({ cpu }) => cpu) };
}
