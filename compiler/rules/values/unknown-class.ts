import { diagnose, type Report, replaceFix } from "../../diagnostics/diagnostic.ts";
import { otherClasses, traitsOf } from "../../knowledge/hub-traits.ts";
import { textsOf } from "../../knowledge/json-schema.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import { meantClass } from "../../model/names-meant.ts";
import type { OwnPythonSetting } from "../../model/own-python.ts";
import type { Release } from "../../model/release.ts";
import { unknownClass } from "../../schema/values-diagnostics.ts";
import type { Rule } from "../rule.ts";

/**
 * A class that Python configures by `c.Class.trait`, and that neither the hub's image has nor anything of the release brings. An image of the
 * hub's own may have it, so there only a slip of a known name is one.
 */
export const classOfNobody: Rule = {
  judges: "parts",
  check: (model, report) => {
    for (const release of model.releases) asFarAsKnown(() => checkRelease(release, report));
  },
};

function checkRelease({ hubImage, ownCode, ownTree, chart }: Release, report: Report): void {
  const unknown = ownCode.settings.filter(
    ({ className }) => traitsOf(chart, className) === undefined && !otherClasses.has(className),
  );
  if (unknown.length === 0) return;
  const texts = textsOf(ownTree).join("\n");
  const reported = new Set<string>();
  for (const setting of unknown) {
    const { className, span } = setting;
    if (reported.has(className) || isMentioned(className, texts)) continue;
    reported.add(className);
    const suggestion = meantClass(className, chart);
    if (hubImage !== undefined && !isSlip(className, suggestion)) continue;
    report(diagnose(unknownClass, { className, suggestion }, { span, fixes: fixesFor(setting, suggestion) }));
  }
}

/** `MyKubeSpawner` is a class of one's own, and `Kubespawner` none. */
function isSlip(className: string, meant: string | undefined): boolean {
  if (meant === undefined) return false;
  const [name, known] = [className.toLowerCase(), meant.toLowerCase()];
  return name === known || !name.includes(known);
}

/** Is the class defined, imported or named in something that the release says, beside being configured? */
function isMentioned(className: string, texts: string): boolean {
  return new RegExp(`(?<!\\bc\\.|\\w)${className}(?!\\w)`).test(texts);
}

function fixesFor({ className, span }: OwnPythonSetting, meant: string | undefined) {
  const at = span.file.text.slice(span.start, span.end).indexOf(`.${className}.`);
  if (meant === undefined || at < 0) return [];
  const start = span.start + at + 1;
  return [replaceFix(`Write \`${meant}\``, { ...span, start, end: start + className.length }, meant)];
}
