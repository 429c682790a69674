import { defineRule } from "../rule.ts";

/** A volume holds one thing. */
export const volumeOfTwo = defineRule<{ first: string; second: string }>({
  code: "hub/volume-of-two",
  title: "A volume that holds two things",
  why: "A volume is one thing: room on the disk or in memory, a claim, a ConfigMap, a Secret or a folder of the node. Kubernetes refuses a pod with a volume that is two.",
  message: ({ first, second }) =>
    `A volume is \`${first}\` or \`${second}\`, not both: make two, each with a path of its own.`,
  judges: "parts",
  each: "releases",
  check: ({ volumes }, report) => {
    for (const { saying } of volumes) {
      const [first, ...others] = saying;
      for (const other of others)
        if (first)
          report(
            { first: first.value, second: other.value },
            { span: other.span, related: [{ span: first.span, message: "The other one is here." }] },
          );
    }
  },
});
