import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { type Area, areaOf } from "../model/areas.ts";
import type { Release } from "../model/release.ts";
import type { Declaration } from "../names/bind.ts";
import { type Span, spanOf } from "../text/span.ts";
import { type Areas, refuse } from "./area-check.ts";
import { needOf, needsGrant } from "./needs-grant.ts";

export const usedOutside = defineDiagnostic<{ what: string; name: string; area: string; why: string }>({
  code: "area/used-outside",
  title: "Something of an area, on which others build",
  why: "Whoever writes in the area could change it later, and with it what the operators reviewed: what runs in the hub itself, which knows everybody's sign-in, or who is in a group that the operators give rights.",
  message: ({ what, name, area, why }) =>
    `${what} \`${name}\` is the area \`${area}\`'s, whose people would decide ${why}: declare it outside of areas.`,
});

/** What areas declare decides nothing for others: neither what a hub runs, nor who is in a group or a role of the operators. */
export function checkUsedOutside(declarations: readonly Declaration[], context: Areas): void {
  for (const declaration of declarations) checkGroupParent(declaration, context);
  for (const release of context.model.releases) {
    checkHubImage(release, declarations, context);
    checkRoles(release, context);
  }
}

/** In an area, its own check says it. */
function checkGroupParent({ kind, parent, node }: Declaration, { areas, report }: Areas): void {
  if (kind !== "group" || parent === undefined || parent === "unknown" || node.parent === undefined) return;
  const area = areaOf(parent.node.file, areas);
  if (area === undefined || areaOf(node.file, areas) !== undefined) return;
  const parameters = { what: "The group", name: parent.name, area: area.name, why: "who is in this one" };
  report(refuse({ definition: usedOutside, parameters }, area, spanOf(node.file, node.parent)));
}

function checkHubImage({ hubImage }: Release, declarations: readonly Declaration[], context: Areas): void {
  if (hubImage?.value.kind !== "declared") return;
  const { name } = hubImage.value;
  const image = declarations.find(
    (declaration) => declaration.kind === "image" && declaration.name === name && !declaration.standard,
  );
  const found = ofArea(image, context);
  if (found === undefined) return;
  const parameters = { what: "The image", name: found.name, area: found.area.name, why: "what runs in the hub itself" };
  context.report(refuse({ definition: usedOutside, parameters }, found.area, hubImage.span));
}

/** The first of a declaration and those that it extends that is an area's. */
function ofArea(
  declaration: Declaration | undefined,
  { areas }: Areas,
): { readonly name: string; readonly area: Area } | undefined {
  const seen = new Set<Declaration>();
  let at = declaration;
  while (at !== undefined && !seen.has(at)) {
    const area = at.standard ? undefined : areaOf(at.node.file, areas);
    if (area !== undefined) return { name: at.name, area };
    seen.add(at);
    at = at.parent === "unknown" ? undefined : at.parent;
  }
  return undefined;
}

/** A role goes to whomever the area lists, as `may` of its group does. */
function checkRoles({ roles }: Release, { areas, blocks, report }: Areas): void {
  for (const role of roles)
    for (const { value: group, span } of role.groups) {
      const declared: Span | undefined = blocks.get(group)?.span;
      const area = declared && areaOf(declared.file, areas);
      if (area === undefined || area.grants.has("scopes")) continue;
      const parameters = needOf(`The role \`${role.name}\` for the area's group \`${group}\``, "scopes", area);
      report(refuse({ definition: needsGrant, parameters }, area, span));
    }
}
