import { classAnnotation, issuerAnnotation, nginxBodySize } from "../../knowledge/ingress-annotations.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Ingress } from "../../model/upkeep.ts";
import { defineRule } from "../rule.ts";

/** No annotation is said twice. */
export const annotationTwice = defineRule<{ key: string; setting: string }>({
  code: "hub/annotation-twice",
  title: "An annotation that a setting writes",
  why: "Settings of `ingress` are annotations too. Where both say one, only one of them can hold, and who reads the program can't tell which.",
  message: ({ key, setting }) => `\`${key}\` is what \`${setting}\` writes: keep one of the two.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) => (release.ingress === undefined ? [] : twiceIn(release.ingress)));
    for (const { key, setting, span, related } of found) report({ key, setting }, { span, related });
  },
});

function twiceIn({ annotations, class: className, issuer, bodySize }: Ingress) {
  const settings: readonly (readonly [string, string, Sourced<unknown> | undefined])[] = [
    [classAnnotation, "class", className],
    [issuerAnnotation, "issuer", issuer],
    [nginxBodySize, "body-size", bodySize],
  ];
  return annotations.flatMap(({ key, value }) => {
    const [, setting, said] = settings.find(([one]) => one === key) ?? [];
    if (setting === undefined || said === undefined) return [];
    return [{ key, setting, span: value.span, related: [{ span: said.span, message: "The setting is here." }] }];
  });
}
