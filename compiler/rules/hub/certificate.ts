import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/model.ts";
import { ownValue } from "../../model/own-values.ts";
import type { Rule } from "../rule.ts";

const none = defineDiagnostic({
  code: "hub/no-certificate",
  severity: "warning",
  title: "Nothing says where TLS ends",
  why: "Sign-in needs https. With neither `https` nor `ingress`, the hub serves plain http and something in front of it must do the encryption.",
  message: () =>
    "This hub has neither `https` nor `ingress`: its traffic is encrypted only if something in front of it does that.",
});

const both = defineDiagnostic({
  code: "hub/https-and-ingress",
  severity: "error",
  title: "Both the hub and an ingress would end TLS",
  why: "Behind an ingress the hub gets plain http; with a certificate of its own it would answer that with a redirect to itself, for ever.",
  message: () => "`https` and `ingress` exclude each other: keep the one that ends TLS.",
});

/** TLS ends in exactly one place. */
export const certificate: Rule = {
  judges: "parts",
  diagnostics: [none, both],
  check: (model, report) => {
    for (const release of model.releases) {
      if (release.https && release.ingress) {
        const span = release.ingress.span;
        const other = (release.https.letsencrypt ?? release.https.secret)?.span;
        report(
          diagnose(
            both,
            {},
            { span, related: other ? [{ span: other, message: "The hub's own certificate is here." }] : [] },
          ),
        );
      } else if (!release.https && !release.ingress && release.provider.variant !== "kind" && !endsInValues(release))
        report(diagnose(none, {}, { span: release.span }));
    }
  },
};

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
