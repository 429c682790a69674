import { ownValue } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";
import { firstTaken } from "./first-taken.ts";

/** A namespace is one release's. */
export const namespaceTaken = defineRule<{ namespace: string; other: string }>({
  code: "hub/namespace-taken",
  title: "Two releases in one namespace",
  why: "The chart calls its objects `hub`, `proxy` and `singleuser`, whatever the release is called. Two releases in one namespace are refused by helm, or take each other's pods and volumes.",
  message: ({ namespace, other }) =>
    `The namespace \`${namespace}\` is already that of ${other}: give this stage one of its own.`,
  check: ({ releases }, report) => {
    const namesOwn = (release: Release) => ownValue(release, "fullnameOverride");
    const found = firstTaken(releases, (release) => (namesOwn(release) ? undefined : release.namespace));
    for (const { release, other, related } of found) {
      const { namespace, named, span } = release;
      report({ namespace, other }, { span: named.namespace?.span ?? span, related: [related] });
    }
  },
});
