import { isExampleHost } from "../../knowledge/example-hosts.ts";
import { asFarAsKnown, asKnown } from "../../model/as-far-as-known.ts";
import type { Auth } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** A hub for people, on another cluster than a laptop's, is at an address of its own, and so is all that it asks: storages, sign-in, help. */
export const exampleAddress = defineRule<{ address: string }>({
  code: "hub/example-address",
  severity: "warning",
  title: "A hub for people at an address that is kept for examples",
  why: "`example.com`, `example.org` and their like belong to nobody and lead nowhere (RFC 2606): no certificate is given for it, and no browser finds the hub. It is what a template says until somebody writes their own.",
  message: ({ address }) => `\`${address}\` is kept for examples and leads nowhere: write your own address.`,
  check: (model, report) => {
    const look = (addresses: () => readonly (Address | undefined)[]) =>
      asFarAsKnown(() => {
        for (const address of addresses())
          if (address !== undefined && isExampleHost(hostIn(address.value)))
            report({ address: address.value }, { span: address.span });
      });
    for (const hub of model.externalHubs) look(() => [hub.domain]);
    for (const release of model.releases) {
      const isTrial = asKnown(() => !release.forPeople.value || release.provider.variant === "kind") ?? true;
      if (isTrial) continue;
      look(() => [release.domain]);
      look(() => [release.https?.letsencrypt]);
      look(() => [release.contact]);
      look(() => addressesIn(release.auth));
      look(() => release.storages.map(({ settings }) => settings["server"]));
    }
  },
});

type Address = Pick<Sourced<string>, "value" | "span">;

function addressesIn({ settings }: Auth): Address[] {
  return Object.values(settings).flatMap(({ value, span }) =>
    typeof value === "string" && /^(?:[a-z]+:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/]|$)/i.test(value)
      ? [{ value, span }]
      : [],
  );
}

/** `nfs.example.com` of `https://nfs.example.com:8443/x`; of a mail address what is left without `mailto:`. */
function hostIn(address: string): string {
  return address.replace(/^(?:[a-z]+:\/\/|mailto:)/i, "").replace(/[/?#:].*$/, "");
}
