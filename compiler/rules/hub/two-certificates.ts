import { defineRule } from "../rule.ts";

/** TLS ends in one way. */
export const twoCertificates = defineRule<{ first: string; second: string }>({
  code: "hub/two-certificates",
  title: "TLS would end in two ways",
  why: "The chart takes one: a certificate of Let's Encrypt, one in a Secret, or a load balancer that ends TLS. The other would be passed over.",
  message: ({ first, second }) =>
    `\`${first}\` and \`${second}\` of \`https\` exclude each other: keep one. What is inherited goes by \`${first} = none\`.`,
  judges: "parts",
  each: "releases",
  check: ({ https }, report) => {
    if (!https) return;
    const { letsencrypt, secret, offload } = https;
    const ways = [
      ...(letsencrypt ? [{ name: "letsencrypt", span: letsencrypt.span }] : []),
      ...(secret ? [{ name: "secret", span: secret.span }] : []),
      ...(offload?.value ? [{ name: "offload", span: offload.span }] : []),
    ];
    const [first, ...others] = ways;
    for (const other of others)
      if (first)
        report(
          { first: first.name, second: other.name },
          { span: other.span, related: [{ span: first.span, message: "The other one is here." }] },
        );
  },
});
