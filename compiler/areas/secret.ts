import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Block } from "../model/block.ts";
import { unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import { type Areas, type InArea, isWrittenInArea, refuse } from "./area-check.ts";

export const secret = defineDiagnostic<{ path: string; area: string }>({
  code: "area/secret",
  title: "A secret that is not the area's",
  why: "A secret's path is a claim on what it holds: another course's list of people, or the hub's own keys. An area's secrets lie below its name.",
  message: ({ path, area }) =>
    `The secret \`${path}\` is not the area's: its secrets lie below its name, such as \`${area}/${path.split("/").at(-1) ?? "staff"}\`.`,
});

/** Secrets of an area lie below its name. */
export function checkSecrets({ area, situations }: InArea, context: Areas): void {
  for (const { path, span } of situations.flatMap(secretsIn)) {
    if (isBelow(path, area.name) || !isWrittenInArea(span.file, context.areas)) continue;
    context.report(refuse({ definition: secret, parameters: { path, area: area.name } }, area, span));
  }
}

/** Where a store reads paths as those of files, `..` would lead out of the area's. */
function isBelow(path: string, area: string): boolean {
  return path.startsWith(`${area}/`) && !path.split("/").some((part) => part === ".." || part === ".");
}

function secretsIn(block: Block): { readonly path: string; readonly span: Span }[] {
  const own = [...block.settings.values()].flatMap((value) =>
    value === unknown ? [] : secretsOf(value.value, value.span),
  );
  return [...own, ...block.blocks.flatMap(secretsIn)];
}

/** Secrets in a value: itself one, or items of it. */
function secretsOf(value: unknown, span: Span): { readonly path: string; readonly span: Span }[] {
  if (Array.isArray(value)) return value.flatMap((item) => (isItem(item) ? secretsOf(item.value, item) : []));
  return isSecret(value) ? [{ path: value.path, span }] : [];
}

function isItem(item: unknown): item is Span & { readonly value: unknown } {
  return typeof item === "object" && item !== null && "value" in item && "file" in item && "start" in item;
}

function isSecret(value: unknown): value is { readonly path: string } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "secret" && "path" in value;
}
