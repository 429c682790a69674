// Blocks that name pods and networks, to the model.

import { admit, monitoring, network as networkSchema, reach } from "../schema/blocks/network.ts";
import { type Block, blockOf, blocksOf, freeSettings } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { Admitted, Monitoring, NamedLabel, Peer } from "./peers.ts";
import { readerOf } from "./reader.ts";

/** The blocks `reach`, or `admit`, of a hub's block `network`. */
export function peersOf(network: Block, key: "reach" | "admit"): readonly Peer[] {
  return blocksOf(network, key).map(peerOf);
}

export function admittedOf(hub: Block): Admitted {
  const network = blockOf(hub, "network");
  return network === undefined
    ? { peers: [], labelled: undefined }
    : { peers: peersOf(network, "admit"), labelled: readerOf(networkSchema, network)("admit-labelled") };
}

export function monitoringOf(hub: Block): Monitoring | undefined {
  const block = blockOf(hub, "monitoring");
  return (
    block && {
      by: peerOf(block),
      authenticate: required(readerOf(monitoring, block)("authenticate"), false, block),
    }
  );
}

function peerOf(block: Block): Peer {
  const read = readerOf({ reach, admit, monitoring }, block);
  return {
    name: block.label ?? block.key,
    namespace: read("namespace"),
    namespaces: labelsOf(blockOf(block, "namespaces")),
    pods: labelsOf(blockOf(block, "pods")),
    networks: itemsOf(read("networks")),
    except: itemsOf(read("except")),
    ports: itemsOf(read("ports")),
    span: block.span,
  };
}

function labelsOf(block: Block | undefined): readonly NamedLabel[] {
  return freeSettings<string>(block).map(({ name, value }) => ({ key: name, value }));
}
