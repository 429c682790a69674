// What is known of a key in `values` or `config`: the chart's default, or the type and default of a trait.

import { chartDefault } from "../../knowledge/chart-values.ts";
import type { Chart } from "../../knowledge/charts/charts.ts";
import { traitsOf } from "../../knowledge/hub-traits.ts";
import type { Range, SettingNode } from "../../syntax/tree.ts";
import { plainText } from "./body-schema.ts";
import { holds, type TreePlace } from "./place-at.ts";

/** The page of the key at an offset; nothing outside a block that holds anything, and where the key is not known. */
export function wayOutHover(
  { blocks }: TreePlace,
  { path }: SettingNode,
  { offset, chart }: { readonly offset: number; readonly chart: Chart },
): { readonly range: Range; readonly markdown: string } | undefined {
  const at = blocks.findIndex(({ schema }) => schema?.free !== undefined);
  const root = blocks[at]?.schema?.unchecked ? undefined : blocks[at]?.schema?.free;
  const hit = path.findIndex((part) => holds(part, offset));
  const part = path[hit];
  if (root === undefined || part === undefined) return undefined;
  const around = blocks.slice(at + 1).flatMap(({ node }) => node.path);
  const keys = [...around, ...path.slice(0, hit + 1)].map(plainText);
  const names = keys.filter((key) => key !== undefined);
  const markdown = names.length === keys.length ? pageOf(root, names, chart) : undefined;
  return markdown === undefined ? undefined : { range: part, markdown };
}

function pageOf(root: readonly string[], names: readonly string[], chart: Chart): string | undefined {
  const [className = "", trait] = names;
  const title = `**${names.join(".")}**`;
  if (root.at(-1) === "config") {
    const known = trait === undefined ? undefined : traitsOf(chart, className)?.[trait];
    if (known === undefined) return undefined;
    return `${title}: trait of \`${className}\`\n\n- Type: \`${known.type}\`\n- Default: \`${JSON.stringify(known.default)}\``;
  }
  const standing = root.length === 0 ? chartDefault(chart, names) : undefined;
  if (standing === undefined) return undefined;
  const text = JSON.stringify(standing, null, 2);
  const shown = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  return `${title}: value of the JupyterHub chart, by default\n\n\`\`\`json\n${shown.replaceAll("```", "`` `")}\n\`\`\``;
}
