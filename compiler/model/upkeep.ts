// What a release says beside who uses it: where its secrets live, what its servers reach, copies of the homes, what it may cost.

import type { Span } from "../text/span.ts";
import type { NamedLabel, Peer } from "./peers.ts";
import type { Sourced } from "./sourced.ts";

/** Where the values of a release's Secret come from. */
export type SecretSource =
  /** Somebody makes it. */
  | { readonly kind: "kubernetes" }
  /** A file of the project, from its root, that sops encrypts for these. */
  | { readonly kind: "sops"; readonly file: Sourced<string>; readonly recipients: Recipients; readonly span: Span }
  /** The External Secrets operator makes it. */
  | {
      readonly kind: "external";
      readonly store: Sourced<string>;
      readonly clusterWide: Sourced<boolean>;
      /** The item that holds all of them as properties. */
      readonly item: Sourced<string> | undefined;
      readonly prefix: Sourced<string> | undefined;
      /** Seconds. */
      readonly refresh: Sourced<number>;
      readonly span: Span;
    };

/** By the names that sops gives them in `.sops.yaml`. */
export interface Recipients {
  readonly age: readonly Sourced<string>[];
  readonly gcp_kms: Sourced<string> | undefined;
  readonly kms: Sourced<string> | undefined;
  readonly azure_keyvault: Sourced<string> | undefined;
}

export interface Secrets {
  /** Name of the Kubernetes Secret in the release's namespace. */
  readonly name: string;
  readonly source: SecretSource;
  /** The hub's own keys are in it, instead of made by the chart. */
  readonly fixedKeys: Sourced<boolean>;
}

/** What servers may reach beside the hub. */
export interface Outgoing {
  readonly networks: readonly Sourced<string>[];
  readonly internet: Sourced<boolean>;
  readonly blockMetadata: Sourced<boolean>;
  /** Pods and networks, by port. */
  readonly reach: readonly Peer[];
  readonly span: Span;
}

export interface Backup {
  /** As cron writes it, in the project's time zone. */
  readonly schedule: Sourced<string>;
  /** Seconds. */
  readonly keep: Sourced<number>;
  /** The storage that the copies go to; the homes' where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  readonly span: Span;
}

export interface Budget {
  /** What a month may cost. */
  readonly month: Sourced<number>;
  readonly currency: Sourced<string>;
  /** An estimate above it is an error. */
  readonly gate: Sourced<boolean>;
}

/** Ports of a machine's own cluster: those of its nodes, and those of the machine that lead to them. */
export interface NodePorts {
  readonly http: { readonly node: number; readonly host: number };
  readonly https: { readonly node: number; readonly host: number };
}

/** How the chart's own proxy comes to a certificate. */
export interface Https {
  readonly letsencrypt: Sourced<string> | undefined;
  readonly secret: Sourced<string> | undefined;
  /** The load balancer of the hub's service ends TLS. */
  readonly offload: Sourced<boolean> | undefined;
  /** Beside the hub's domain. */
  readonly hosts: readonly Sourced<string>[];
}

/** A controller in front of the hub, which ends TLS with the certificate of a Secret unless something in front of it does. */
export interface Ingress {
  readonly class: Sourced<string> | undefined;
  readonly secret: Sourced<string> | undefined;
  /** The ClusterIssuer by which cert-manager makes the certificate. */
  readonly issuer: Sourced<string> | undefined;
  /** The controller ends TLS; else something in front of it does. */
  readonly tls: Sourced<boolean>;
  /** Bytes; infinite for no limit. */
  readonly bodySize: Sourced<number> | undefined;
  readonly annotations: readonly NamedLabel[];
  readonly span: Span;
}

/** When servers, and the kernels in them, are stopped. Times are seconds. */
export interface Cull {
  readonly enabled: Sourced<boolean>;
  readonly idle: Sourced<number> | undefined;
  readonly maxAge: Sourced<number> | undefined;
  /** How often servers are looked at. */
  readonly every: Sourced<number> | undefined;
  readonly removeNamed: Sourced<boolean> | undefined;
  readonly kernels: Sourced<number> | undefined;
  readonly connectedKernels: Sourced<boolean> | undefined;
}
