// Pages of diagnostics and of the vocabulary as Markdown for a hover.

import type { DiagnosticPage } from "../../diagnostics/diagnostic.ts";
import type { BlockSchema, BlockUse, Setting } from "../../schema/block.ts";
import { defaultOf } from "../explain-setting.ts";
import { typeWords } from "../type-words.ts";

/** A code of a diagnostic: what it says, why, and a wrong and a right program. */
export function codeMarkdown(page: DiagnosticPage): string {
  const parts = [
    `**${page.code}** (${page.severity}): ${page.title}`,
    page.why,
    "Wrong:",
    fenced(page.wrong, page.language),
    "Right:",
  ];
  return [...parts, fenced(page.right, page.language)].join("\n\n");
}

/** A setting: what it means, takes and defaults to. */
export function settingMarkdown(setting: Setting<unknown>, owner: string): string {
  const standing = defaultOf(setting);
  const rows = [
    `Takes: ${typeWords(setting.type, (word) => `\`${word}\``)}`,
    ...(setting.required ? ["Required"] : standing === undefined ? [] : [`Default: ${standing}`]),
    `Example: \`${setting.key} = ${setting.example}\``,
  ];
  return [`**${setting.key}** of \`${owner}\``, setting.doc, rows.map((row) => `- ${row}`).join("\n")].join("\n\n");
}

/** A block: what it means, with its example. */
export function blockMarkdown(use: BlockUse, owner: string): string {
  return [`**${use.key}** in \`${owner}\``, use.doc, fenced(use.example)].join("\n\n");
}

/** A kind, or a variant of a kind or block. */
export function schemaMarkdown(title: string, schema: Pick<BlockSchema, "doc">): string {
  return [`**${title}**`, schema.doc].join("\n\n");
}

/** A program in a fence that no line of it can close. */
export function fenced(text: string, language = "hub"): string {
  return `\`\`\`${language}\n${text.trimEnd().replaceAll("```", "`` `")}\n\`\`\``;
}
