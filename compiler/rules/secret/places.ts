import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/model.ts";
import { secretUses } from "../../model/secret-keys.ts";
import { compareSpans } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const fileTaken = defineDiagnostic<{ file: string; other: string }>({
  code: "secret/file-taken",
  severity: "error",
  title: "One encrypted file for two releases",
  why: "The file holds the Secret of one stage, with its namespace. A second stage that is deployed from it would get the first one's Secret, or none.",
  message: ({ file, other }) =>
    `\`${file}\` already holds the Secret of \`${other}\`: leave \`file\` out, or give each stage a file of its own.`,
});

const reservedKey = defineDiagnostic<{ path: string; key: string }>({
  code: "secret/reserved-key",
  severity: "error",
  title: "A secret under a key that the hub reads for itself",
  why: "With `fixed-keys` the hub reads its own keys from the same Secret. It also takes `values.yaml` and `hub.db.password` there for its configuration, whatever else they were meant for.",
  message: ({ path, key }) =>
    `\`${path}\` becomes the key \`${key}\`, which the hub reads for itself: call it something else.`,
});

/** What the chart's hub reads from `hub.existingSecret` by keys that a path can become (z2jh.py and deployment.yaml, 4.4.0). */
const hubsOwn: ReadonlySet<string> = new Set(["values.yaml", "hub.db.password"]);

/** Secrets are kept where nothing else is. */
export const secretPlaces: Rule = {
  diagnostics: [fileTaken, reservedKey],
  check: (model, report) => {
    const files = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.span, b.span))) {
      const { source, fixedKeys } = release.secrets;
      if (source.kind === "sops") {
        const file = source.file.value;
        const other = files.get(file);
        if (other === undefined) files.set(file, release);
        else report(diagnose(fileTaken, { file, other: other.name }, { span: source.file.span }));
      }
      for (const { secret } of fixedKeys.value ? secretUses(release) : []) {
        const { key, path } = secret.value;
        if (hubsOwn.has(key)) report(diagnose(reservedKey, { path, key }, { span: secret.span }));
      }
    }
  },
};
