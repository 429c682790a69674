import { placeholderIn } from "../../knowledge/placeholders.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";

/** Every value is somebody's own. */
export const placeholder = defineRule<{ found: string }>({
  code: "project/placeholder",
  title: "A placeholder that was never filled in",
  why: "`CHANGEME` and its like stand in templates for a value of your own. Left in, it is taken as the value: an administrator of that name, a cluster that is not found, or a name that anybody may register.",
  message: ({ found }) => `\`${found}\` is a placeholder: write your own value in its place.`,
  eachAlone: "declared",
  check: (part, report) => {
    for (const key in part) {
      if ("releaseName" in part && declaredApart.has(key)) continue;
      lookIn(part, key, report);
    }
  },
});

/** Parts of a release that are declared by themselves, and looked at there. */
const declaredApart: ReadonlySet<string> = new Set([
  "provider",
  "homes",
  "storages",
  "courses",
  "groups",
] satisfies (keyof Release)[]);

function lookIn(part: object, key: string, report: ReportOf<{ found: string }>): void {
  if (key === "span" || key === "earlier") return;
  const inner: unknown = part[key as keyof typeof part];
  if (typeof inner === "object") look(inner, report);
}

/** Looks at every text that the part holds, and where it stands. */
function look(part: unknown, report: ReportOf<{ found: string }>): void {
  if (typeof part !== "object" || part === null) return;
  if (Array.isArray(part)) {
    for (const inner of part) look(inner, report);
    return;
  }
  if (isText(part)) {
    const found = placeholderIn(part.value);
    if (found !== undefined) report({ found }, { span: placeOf(part.span, found) });
    return;
  }
  // Without lists of keys and entries: every object of the model comes by here.
  for (const key in part) lookIn(part, key, report);
}

function isText(part: object): part is Sourced<string> {
  return "value" in part && "span" in part && typeof part.value === "string";
}

/** The word itself, where the text holds it as it stands. */
function placeOf(span: Span, found: string): Span {
  const at = span.file.text.slice(span.start, span.end).toLowerCase().indexOf(found.toLowerCase());
  return at < 0 ? span : { file: span.file, start: span.start + at, end: span.start + at + found.length };
}
