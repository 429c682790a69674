import { secretUses } from "../../model/secret-keys.ts";
import { defineRule } from "../rule.ts";

/** No secret is under a key that the hub reads for itself. */
export const secretReservedKey = defineRule<{ path: string; key: string }>({
  code: "secret/reserved-key",
  title: "A secret under a key that the hub reads for itself",
  why: "With `fixed-keys` the hub reads its own keys from the same Secret. It also takes `values.yaml` and `hub.db.password` there for its configuration, whatever else they were meant for.",
  message: ({ path, key }) =>
    `\`${path}\` becomes the key \`${key}\`, which the hub reads for itself: call it something else.`,
  each: "releases",
  check: (release, report) => {
    if (!release.secrets.fixedKeys.value) return;
    for (const { secret } of secretUses(release)) {
      const { key, path } = secret.value;
      if (hubsOwn.has(key)) report({ path, key }, { span: secret.span });
    }
  },
});

/** What the chart's hub reads from `hub.existingSecret` by keys that a path can become (z2jh.py and deployment.yaml, 4.4.0). */
const hubsOwn: ReadonlySet<string> = new Set(["values.yaml", "hub.db.password"]);
