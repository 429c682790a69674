// Whom pods may reach, or may be reached by: what a network policy of Kubernetes calls a peer.

import type { Port } from "../schema/values/port.ts";
import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** A label by key and value. */
export interface NamedLabel {
  readonly key: string;
  readonly value: Sourced<string>;
}

/** Pods by namespace and labels, or addresses. */
export interface Peer {
  readonly name: string;
  /** The one namespace; the release's own where there are no labels of namespaces either. */
  readonly namespace: Sourced<string> | undefined;
  readonly namespaces: readonly NamedLabel[];
  readonly pods: readonly NamedLabel[];
  readonly networks: readonly Sourced<string>[];
  /** Networks inside of those that are left out. */
  readonly except: readonly Sourced<string>[];
  /** All where there are none. */
  readonly ports: readonly Sourced<Port>[];
  readonly span: Span;
}

/** Who collects the numbers of a hub. */
export interface Monitoring {
  readonly by: Peer;
  /** It needs a token. */
  readonly authenticate: Sourced<boolean>;
}

/** Who may reach the hub's own pod. */
export interface Admitted {
  readonly peers: readonly Peer[];
  /** Pods of any namespace that carry the chart's label. */
  readonly labelled: Sourced<boolean> | undefined;
}
