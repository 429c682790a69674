import type { NamedLabel } from "../../model/peers.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Keys of labels and annotations are such as a cluster takes. */
export const labelKey = defineRule<{ key: string }>({
  code: "hub/label-key",
  title: "No key of a label or an annotation",
  why: "A key is a name of at most 63 letters, digits, `.`, `_` and `-`, with a letter or a digit at both ends; in front of it may stand a domain and a `/`. The cluster refuses everything else, and with it the whole release.",
  message: ({ key }) =>
    `\`${key}\` is no key of a label or an annotation: write a name, or a domain and a name, as in \`app.kubernetes.io/name\`.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      keysOf(release).flatMap(({ key, value }) => (isKey(key) ? [] : [{ key, span: value.span }])),
    );
    for (const { key, span } of found) report({ key }, { span });
  },
});

function keysOf({ outgoing, admitted, monitoring, ingress }: Release): readonly NamedLabel[] {
  const peers = [...(outgoing?.reach ?? []), ...admitted.peers, ...(monitoring ? [monitoring.by] : [])];
  return [...peers.flatMap(({ pods, namespaces }) => [...pods, ...namespaces]), ...(ingress?.annotations ?? [])];
}

/** As Kubernetes judges it (1.34, apimachinery, `IsQualifiedName`). */
function isKey(key: string): boolean {
  const [name = "", domain, ...more] = key.split("/").reverse();
  const label = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
  const domains = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
  return more.length === 0 && label.test(name) && (domain === undefined || domains.test(domain));
}
