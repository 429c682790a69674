import { defineRule } from "../rule.ts";

/** TLS ends in one place only. */
export const httpsAndIngress = defineRule({
  code: "hub/https-and-ingress",
  title: "Both the hub and an ingress would end TLS",
  why: "Behind an ingress the hub gets plain http; with a certificate of its own it would answer that with a redirect to itself, for ever.",
  message: () => "`https` and `ingress` exclude each other: keep the one that ends TLS.",
  judges: "parts",
  each: "releases",
  check: ({ https, ingress }, report) => {
    if (!https || !ingress) return;
    const other = (https.letsencrypt ?? https.secret ?? https.offload)?.span;
    const related = other ? [{ span: other, message: "Where else TLS ends is said here." }] : [];
    report({}, { span: ingress.span, related });
  },
});
