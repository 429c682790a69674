import { ownValue } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** TLS ends somewhere. */
export const noCertificate = defineRule({
  code: "hub/no-certificate",
  severity: "warning",
  title: "Nothing says where TLS ends",
  why: "Sign-in needs https. With neither `https` nor `ingress`, the hub serves plain http and something in front of it must do the encryption.",
  message: () =>
    "This hub has neither `https` nor `ingress`: its traffic is encrypted only if something in front of it does that.",
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    const ends =
      endsInBlock(release) || release.ingress || release.provider.variant === "kind" || endsInValues(release);
    if (!ends) report({}, { span: release.span });
  },
});

function endsInBlock({ https }: Release): boolean {
  return Boolean(https?.letsencrypt || https?.secret || https?.offload?.value);
}

/**
 * Do values of one's own say where TLS ends: in the chart's proxy, in an ingress with a certificate, or in a gateway? (Chart 4.4.0, values.yaml:
 * `proxy.https`, `ingress`, `httpRoute`.)
 */
function endsInValues(release: Release): boolean {
  const isOn = (path: string) => ownValue(release, path) === true;
  const tls = ownValue(release, "ingress.tls");
  return (
    isOn("proxy.https.enabled") ||
    isOn("httpRoute.enabled") ||
    (isOn("ingress.enabled") && Array.isArray(tls) && tls.length > 0)
  );
}
