import { secretUses } from "../../model/secret-keys.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { SecretReference } from "../../schema/values/references.ts";
import { defineRule } from "../rule.ts";

/** Within a release each key stands for one path. */
export const sameKey = defineRule<{ path: string; other: string; key: string }>({
  code: "secret/same-key",
  title: "Two secrets under one key",
  why: "In a Kubernetes Secret a path's `/` becomes `.`, so `a/b` and `a.b` are one key with one value.",
  message: ({ path, other, key }) =>
    `\`${path}\` and \`${other}\` are both the key \`${key}\`: call one of them something else.`,
  each: "releases",
  check: (release, report) => {
    const first = new Map<string, Sourced<SecretReference>>();
    for (const { secret } of secretUses(release)) {
      const other = first.get(secret.value.key);
      if (other === undefined) first.set(secret.value.key, secret);
      else if (other.value.path !== secret.value.path) {
        const related = [{ span: other.span, message: "The other one is here." }];
        const parameters = { path: secret.value.path, other: other.value.path, key: secret.value.key };
        report(parameters, { span: secret.span, related });
      }
    }
  },
});
