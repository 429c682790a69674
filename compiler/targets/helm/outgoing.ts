// What servers may reach beside the hub. The chart's own policies let the internet through and keep private networks and the
// cloud's metadata server out (jupyterhub chart 4.4.0, values.yaml and _helpers-netpol.tpl).

import { metadataServer } from "../../knowledge/chart.ts";
import type { Release } from "../../model/model.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { networkHolds } from "../../schema/values/network-range.ts";
import { egressRule } from "./peers.ts";
import { from } from "./release-context.ts";

/** `singleuser.networkPolicy` and `singleuser.cloudMetadata`, where the hub says something of them. */
export function outgoing({ outgoing }: Release): Record<string, YamlData> {
  if (outgoing === undefined) return {};
  const { networks, internet, blockMetadata, reach, span } = outgoing;
  const blocked = blockMetadata.value;
  const blocks = networks.map((network) => {
    const except = blocked && networkHolds(network.value, metadataServer) ? [`${metadataServer}/32`] : undefined;
    return { ipBlock: withOrigin({ cidr: network.value, except }, network.span) };
  });
  const rules = [
    ...(blocks.length > 0 ? [{ to: blocks }] : []),
    ...reach.map((peer) => egressRule(peer, { metadataIsBlocked: blocked })),
  ];
  return {
    networkPolicy: withOrigin(
      {
        egressAllowRules: {
          cloudMetadataServer: from(blockMetadata, !blocked),
          nonPrivateIPs: from(internet),
        },
        egress:
          blocks.length > 0
            ? withComment(rules, "Private networks that servers may reach.")
            : rules.length > 0
              ? rules
              : undefined,
      },
      span,
    ),
    cloudMetadata: { blockWithIptables: from(blockMetadata) },
  };
}
