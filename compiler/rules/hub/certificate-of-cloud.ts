import { cloudController } from "../../model/ingress-controller.ts";
import { defineRule } from "../rule.ts";

/** An ingress of Amazon's controller names no certificate of the cluster. */
export const certificateOfCloud = defineRule<{ setting: string }>({
  code: "hub/certificate-of-cloud",
  title: "A certificate that Amazon's load balancer does not read",
  why: "The AWS Load Balancer Controller takes certificates of AWS Certificate Manager, which it finds by the hub's name or by `alb.ingress.kubernetes.io/certificate-arn`. It reads no Secret, so neither one that somebody brings nor one that cert-manager makes is ever used.",
  message: ({ setting }) =>
    `Amazon's load balancer takes certificates of AWS Certificate Manager alone: \`${setting}\` has no effect. Leave it out.`,
  judges: "parts",
  check: ({ releases }, report) => {
    for (const { ingress } of releases) {
      if (ingress === undefined || !ingress.tls.value || cloudController(ingress) !== "amazon") continue;
      const { secret, issuer } = ingress;
      for (const [setting, said] of Object.entries({ secret, issuer }))
        if (said !== undefined) report({ setting }, { span: said.span });
    }
  },
});
