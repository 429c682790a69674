import type { Peer } from "../../model/peers.ts";
import type { Release } from "../../model/release.ts";
import { networkHolds } from "../../schema/values/network-range.ts";
import { defineRule } from "../rule.ts";

/** What is left out lies in what is named. */
export const exceptOutside = defineRule<{ network: string }>({
  code: "hub/except-outside",
  title: "An exception that lies in none of the networks",
  why: "Kubernetes leaves out parts of a network that a rule names, and takes no exception that lies elsewhere. What was to be kept out may then be let in by a slip in the address.",
  message: ({ network }) => `\`${network}\` is in none of the \`networks\`, so there is nothing to leave out.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      peersOf(release).flatMap(({ networks, except }) =>
        except.filter(({ value }) => !networks.some((network) => isPart(value, network.value))),
      ),
    );
    for (const { value, span } of found) report({ network: value }, { span });
  },
});

function peersOf({ outgoing, admitted }: Release): readonly Peer[] {
  return [...(outgoing?.reach ?? []), ...admitted.peers];
}

/** Is a network a part of another, and not all of it? */
function isPart(inner: string, outer: string): boolean {
  const [address = "", length = ""] = inner.split("/");
  return networkHolds(outer, address) && Number(length) > Number(outer.split("/")[1]);
}
