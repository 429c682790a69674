import { defineRule } from "../rule.ts";

/** An ingress without TLS names no certificate. */
export const ingressWithoutTls = defineRule<{ setting: string }>({
  code: "hub/ingress-without-tls",
  title: "A certificate for an ingress that ends no TLS",
  why: "Where something in front of the controller ends TLS, the ingress has no certificate. One that is named all the same would never be used, or would be asked for in vain.",
  message: ({ setting }) =>
    `\`${setting}\` is about a certificate, and \`tls = false\` says that the ingress has none: keep one of the two.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ ingress }) => {
      if (ingress === undefined || ingress.tls.value) return [];
      const { secret, issuer } = ingress;
      const related = [{ span: ingress.tls.span, message: "That there is none is said here." }];
      return [
        ...(secret ? [{ setting: "secret", span: secret.span, related }] : []),
        ...(issuer ? [{ setting: "issuer", span: issuer.span, related }] : []),
      ];
    });
    for (const { setting, span, related } of found) report({ setting }, { span, related });
  },
});
