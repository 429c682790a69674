import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { plainRepository } from "../knowledge/image-reference.ts";
import { areaOf } from "../model/areas.ts";
import type { Block } from "../model/block.ts";
import { unknown } from "../schema/value-type.ts";
import { type Areas, type InArea, isWrittenInArea, refuse } from "./area-check.ts";

export const imageAddress = defineDiagnostic<{ address: string; area: string; registry: string }>({
  code: "area/image-address",
  title: "Somebody else's image, by its address",
  why: "Images of the project's registry are those of its courses, exams among them. By its address an image would be used that its owners did not open.",
  message: ({ address, area, registry }) =>
    `\`${address}\` is in the project's registry \`${registry}\`: name the image instead, where it is the area \`${area}\`'s or opened to it by \`images\`.`,
});

/** Addresses in the project's registry are of images that the area may use. */
export function checkImageAddresses({ area, declaration, situations }: InArea, context: Areas): void {
  const registry = context.model.project.registry?.value ?? "localhost";
  if (declaration.kind !== "image") return;
  for (const block of situations) {
    for (const { address, span } of addressesIn(block)) {
      const name = nameBelow(registry, address);
      if (name === undefined || !isWrittenInArea(span.file, context.areas)) continue;
      if (area.opened.get("image")?.has(name) || isOwn(name, area.name, context)) continue;
      const parameters = { address, area: area.name, registry };
      context.report(refuse({ definition: imageAddress, parameters }, area, span));
    }
  }
}

/** The name of an image of the registry, however the address spells the registry; nothing for an address elsewhere. */
function nameBelow(registry: string, address: string): string | undefined {
  const [own, other] = [`${plainRepository(`${registry}/`)}`, plainRepository(address)];
  return other.startsWith(own) ? other.slice(own.length).replace(/[:@].*$/, "") : undefined;
}

function addressesIn(block: Block) {
  return ["base", "prebuilt"].flatMap((key) => {
    const found = block.settings.get(key);
    return found === undefined || found === unknown ? [] : [{ address: String(found.value), span: found.span }];
  });
}

function isOwn(name: string, area: string, { program, areas }: Areas): boolean {
  const found = program.named("image", name, false);
  return found.length > 0 && found.every(({ node }) => areaOf(node.file, areas)?.name === area);
}
