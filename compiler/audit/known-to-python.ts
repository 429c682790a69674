// Classes and traits that the hub's own Python brings: no table has them, and a finding that they are unknown would be false.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { unknownClass, unknownTrait } from "../schema/values-diagnostics.ts";
import { hubCode } from "./hub-code.ts";
import { placeAt } from "./value-places.ts";

/** Traits of one sign-in that no other has: where they stand under another, a hub was moved from one to the other (oauthenticator 17.4). */
const traitsOfOthers: ReadonlySet<string> = new Set(["allowed_domains", "allowed_idps", "allowed_organizations"]);

/** Reports as `report` does, but for what the Python of the values, or an image of the hub's own, may well define. */
export function knownToPython(values: ChartMap, report: Report): Report {
  const code = hubCode(values);
  const ownImage = placeAt(values, ["hub", "image", "name"]) !== undefined;
  const defines = (name: string) =>
    new RegExp(`\\bclass ${name}\\b|\\bimport\\b.*\\b${name}\\b|^\\s+${name}\\s*=\\s*[A-Z]\\w*\\(`, "m").test(code);
  return (diagnostic) => {
    const { span, fixes } = diagnostic;
    const [name] = /\w+$/.exec(span.file.text.slice(span.start, span.end).replace(/\s*=[\s\S]*$/, "")) ?? [];
    const isTrait = diagnostic.code === unknownTrait.code;
    const isClass = diagnostic.code === unknownClass.code;
    if ((isTrait || isClass) && name !== undefined && defines(name)) return;
    // An image of one's own brings classes, and later versions, of its own; a slip of a known name is still one.
    if ((isClass || (isTrait && !traitsOfOthers.has(name ?? ""))) && ownImage && fixes.length === 0) return;
    report(diagnostic);
  };
}
