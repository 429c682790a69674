import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { isExampleHost } from "../../knowledge/example-hosts.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ address: string }>({
  code: "hub/example-address",
  severity: "warning",
  title: "A hub for people at an address that is kept for examples",
  why: "`example.com`, `example.org` and their like belong to nobody and lead nowhere (RFC 2606): no certificate is given for it, and no browser finds the hub. It is what a template says until somebody writes their own.",
  message: ({ address }) => `\`${address}\` is kept for examples and leads nowhere: write the hub's own address.`,
});

/** A hub for people, on another cluster than a laptop's, is at an address of its own. */
export const exampleAddress: Rule = {
  diagnostics: [definition],
  check: ({ releases, externalHubs }, report) => {
    const own = releases
      .filter(({ forPeople, provider }) => forPeople.value && provider.variant !== "kind")
      .flatMap(({ domain, https }) => [domain, ...(https?.letsencrypt === undefined ? [] : [https.letsencrypt])]);
    for (const { value, span } of [...own, ...externalHubs.map(({ domain }) => domain)]) {
      if (isExampleHost(value)) report(diagnose(definition, { address: value }, { span }));
    }
  },
};
