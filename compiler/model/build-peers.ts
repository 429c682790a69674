// Blocks that name pods and networks, to the model.

import type { Item } from "../schema/value-type.ts";
import type { Port } from "../schema/values/port.ts";
import { type Block, blockOf, blocksOf, freeSettings } from "./block.ts";
import { itemsOf, required, settingNamed } from "./build-parts.ts";
import type { Admitted, Monitoring, NamedLabel, Peer } from "./peers.ts";

/** The blocks `reach`, or `admit`, of a hub's block `network`. */
export function peersOf(network: Block, key: "reach" | "admit"): readonly Peer[] {
  return blocksOf(network, key).map(peerOf);
}

export function admittedOf(hub: Block): Admitted {
  const network = blockOf(hub, "network");
  return network === undefined
    ? { peers: [], labelled: undefined }
    : { peers: peersOf(network, "admit"), labelled: settingNamed<boolean>(network, "admit-labelled") };
}

export function monitoringOf(hub: Block): Monitoring | undefined {
  const block = blockOf(hub, "monitoring");
  return (
    block && {
      by: peerOf(block),
      authenticate: required(settingNamed<boolean>(block, "authenticate"), false, block),
    }
  );
}

function peerOf(block: Block): Peer {
  const networks = (key: string) => itemsOf(settingNamed<readonly Item<string>[]>(block, key));
  return {
    name: block.label ?? block.key,
    namespace: settingNamed<string>(block, "namespace"),
    namespaces: labelsOf(blockOf(block, "namespaces")),
    pods: labelsOf(blockOf(block, "pods")),
    networks: networks("networks"),
    except: networks("except"),
    ports: itemsOf(settingNamed<readonly Item<Port>[]>(block, "ports")),
    span: block.span,
  };
}

function labelsOf(block: Block | undefined): readonly NamedLabel[] {
  return freeSettings<string>(block).map(({ name, value }) => ({ key: name, value }));
}
