import { claimName, claimNamespace } from "../../model/storage-claim.ts";
import { defineRule } from "../rule.ts";

/** A claim is in the namespace of those who mount it. */
export const claimElsewhere = defineRule<{ claim: string; namespace: string; release: string }>({
  code: "storage/claim-elsewhere",
  title: "A claim of another namespace",
  why: "A pod mounts claims of its own namespace alone. Servers of a release that lives elsewhere would wait for the claim for ever.",
  message: ({ claim, namespace, release }) =>
    `The claim \`${claim}\` lies in the namespace \`${namespace}\`, and the servers that would mount it in \`${release}\`: make a claim there, too, or give this stage another storage.`,
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      release.storages.flatMap((storage) => {
        const namespace = claimNamespace(storage)?.value;
        if (namespace === undefined || namespace === release.namespace) return [];
        return [{ claim: claimName(storage), namespace, release: release.namespace, span: release.span }];
      }),
    );
    for (const { span, ...words } of found) report(words, { span });
  },
});
