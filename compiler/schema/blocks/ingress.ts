// An ingress controller in front of a hub.

import { defineBlock, nested, setting } from "../block.ts";
import { secretName } from "../values/forms.ts";
import { bytes } from "../values/quantities.ts";
import { code, text, textType, truth } from "../values/scalars.ts";
import { orUnlimited } from "../values/unlimited.ts";

const issuerName = textType({
  name: "name of an issuer",
  expected: 'the name of a ClusterIssuer, such as `"letsencrypt"`',
  what: "a name of a ClusterIssuer",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(value),
});

const annotations = defineBlock({
  name: "annotations",
  doc: "What the controller, and others that look at the ingress, are told.",
  settings: {},
  anySetting: setting({ type: code, doc: "The annotation's value.", example: '"true"' }),
});

export const ingress = defineBlock({
  name: "ingress",
  doc: "An ingress controller that stands in front of the hub.",
  settings: {
    class: setting({ type: text, doc: "The ingress class.", example: '"nginx"' }),
    secret: setting({
      type: secretName,
      doc: "The Kubernetes TLS Secret that holds the certificate.",
      example: '"hub-tls"',
      defaultDoc: "`<release>-tls`",
    }),
    issuer: setting({
      type: issuerName,
      doc: "The ClusterIssuer by which cert-manager makes the certificate and keeps it fresh.",
      example: '"letsencrypt"',
      defaultDoc: "none: somebody brings the Secret",
    }),
    tls: setting({
      type: truth,
      doc: "The controller ends TLS. `false` where something in front of the controller does: there is no certificate here then.",
      example: "false",
      default: true,
    }),
    "body-size": setting({
      type: orUnlimited(bytes),
      doc: "The largest upload that ingress-nginx lets through.",
      example: "256MiB",
      defaultDoc: "512MiB, which is what Jupyter Server takes; under an `umbrella`, what that chart says",
    }),
  },
  blocks: {
    annotations: nested(annotations, 'annotations { "nginx.ingress.kubernetes.io/proxy-read-timeout" = "3600" }'),
  },
});
