// Pages of diagnostics and of the vocabulary as Markdown for a hover.

import type { DiagnosticPage } from "../../diagnostics/diagnostic.ts";
import type { BlockSchema, BlockUse, Setting, Status } from "../../schema/block.ts";
import { defaultOf } from "../explain-setting.ts";
import { typeWords } from "../type-words.ts";

/** A code of a diagnostic: what it says, why, and a wrong and a right program. */
export function codeMarkdown(page: DiagnosticPage): string {
  const parts = [
    `**${page.code}** (${page.severity}): ${page.title}`,
    page.why,
    "Wrong:",
    fenced(page.wrong),
    "Right:",
  ];
  return [...parts, fenced(page.right)].join("\n\n");
}

/** A setting: what it means, takes and defaults to. */
export function settingMarkdown(setting: Setting<unknown>, owner: string): string {
  const standing = defaultOf(setting);
  const rows = [
    `Takes: ${typeWords(setting.type, (word) => `\`${word}\``)}`,
    ...(setting.required ? ["Required"] : standing === undefined ? [] : [`Default: ${standing}`]),
    `Example: \`${setting.key} = ${setting.example}\``,
    ...statusRow(setting.status),
  ];
  return [`**${setting.key}** of \`${owner}\``, setting.doc, rows.map((row) => `- ${row}`).join("\n")].join("\n\n");
}

/** A block: what it means, with its example. */
export function blockMarkdown(use: BlockUse, owner: string): string {
  const status = statusRow(use.status);
  return [`**${use.key}** in \`${owner}\``, use.doc, fenced(use.example), ...status].join("\n\n");
}

/** A kind, or a variant of a kind or block. */
export function schemaMarkdown(title: string, schema: Pick<BlockSchema, "doc" | "status">): string {
  return [`**${title}**`, schema.doc, ...statusRow(schema.status)].join("\n\n");
}

function statusRow(status: Status | undefined): readonly string[] {
  if (status === "unsupported") return ["This version does not compile it: it is refused with an error."];
  return status === "recorded" ? ["This version checks it and compiles it to nothing."] : [];
}

/** A program in a fence that no line of it can close. */
export function fenced(text: string): string {
  return `\`\`\`hub\n${text.trimEnd().replaceAll("```", "`` `")}\n\`\`\``;
}
