import type { Release } from "../../model/release.ts";
import { compareSpans } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Each encrypted file holds the Secret of one release. */
export const secretFileTaken = defineRule<{ file: string; other: string }>({
  code: "secret/file-taken",
  title: "One encrypted file for two releases",
  why: "The file holds the Secret of one stage, with its namespace. A second stage that is deployed from it would get the first one's Secret, or none.",
  message: ({ file, other }) =>
    `\`${file}\` already holds the Secret of \`${other}\`: leave \`file\` out, or give each stage a file of its own.`,
  check: (model, report) => {
    const files = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.span, b.span))) {
      const { source } = release.secrets;
      if (source.kind !== "sops") continue;
      const file = source.file.value;
      const other = files.get(file);
      if (other === undefined) files.set(file, release);
      else report({ file, other: other.name }, { span: source.file.span });
    }
  },
});
