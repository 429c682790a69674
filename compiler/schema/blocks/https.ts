import { defineBlock, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { domain, email, secretName } from "../values/forms.ts";
import { truth } from "../values/scalars.ts";

export const https = defineBlock({
  name: "https",
  doc: "Encryption at the hub's own address: by the hub itself, or by the load balancer of its service.",
  settings: {
    letsencrypt: setting({
      type: email,
      doc: "A certificate from Let's Encrypt; who is told when it runs out.",
      example: '"help@example.edu"',
    }),
    secret: setting({
      type: secretName,
      doc: "The Kubernetes TLS Secret that holds a certificate of one's own.",
      example: '"hub-tls"',
    }),
    offload: setting({
      type: truth,
      doc: "The load balancer of the hub's service ends TLS, by annotations in `values` that name its certificate, and hands on plain http.",
      example: "true",
      default: false,
    }),
    hosts: setting({
      type: listOf(domain),
      doc: "Further names that lead to the hub: the certificate is for them too.",
      example: '["jupyter.example.edu"]',
      defaultDoc: "the hub's `domain` alone",
    }),
  },
  oneOf: [["letsencrypt", "secret", "offload"]],
});
