import { defineRule } from "../rule.ts";

/** `keep = false` is said only of what can go with the release. */
export const alwaysKept = defineRule<{ storage: string; variant: string }>({
  code: "storage/always-kept",
  severity: "warning",
  title: "Homes that are kept although the file says otherwise",
  why: "Only what is made for a release can go with it: an instance that a `tier` makes. A share or a claim that exists is not the hub's to delete, and the volumes of people (`dynamic`) outlive the release by Kubernetes' own rules.",
  message: ({ storage, variant }) =>
    `\`${storage}\` is \`${variant}\`, which outlives every release whatever \`keep\` says: take \`keep\` out, and delete the files by hand once nobody needs them.`,
  check: (model, report) => {
    for (const { name, variant, keep, settings } of model.storages) {
      if (keep.value || settings["tier"] || variant === "memory") continue;
      report({ storage: name, variant }, { span: keep.span });
    }
  },
});
