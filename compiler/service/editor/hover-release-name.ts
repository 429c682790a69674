// The hover of `${domain}` and its like in the texts of a hub: what it stands for in each stage.

import type { Examined } from "../../examine.ts";
import { isReleaseName, type ReleaseName, releaseNames } from "../../names/release-names.ts";
import type { Range } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";

/** The name at an offset of a text of hub `hub`, and what is said of it. */
export function releaseNameAt(
  known: Examined,
  hub: string,
  { file, offset }: { readonly file: SourceFile; readonly offset: number },
): { readonly range: Range; readonly markdown: string } | undefined {
  const before = /(?<!\\)\$\{[ \t]*([a-z]*)$/.exec(file.text.slice(Math.max(0, offset - 40), offset))?.[1];
  if (before === undefined) return undefined;
  const start = offset - before.length;
  const name = /^[a-z]+(?=[ \t]*\})/.exec(file.text.slice(start, start + 40))?.[0] ?? "";
  if (!isReleaseName(name) || known.program.constants.has(name)) return undefined;
  const releases = known.sound.releases.filter((release) => release.hub === hub);
  const values = releases.map((release) => `- \`${release.stage}\`: \`${standsFor(name, release)}\``);
  return {
    range: { start, end: start + name.length },
    markdown: [releaseNames[name], "", ...values].join("\n").trim(),
  };
}

function standsFor(name: ReleaseName, release: Examined["sound"]["releases"][number]): string {
  const { domain, stage, namespace, releaseName } = release;
  return { domain: domain.value, stage, namespace, release: releaseName }[name];
}
