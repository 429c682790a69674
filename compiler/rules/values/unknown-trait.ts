import { diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { traitsOf } from "../../knowledge/hub-traits.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import { hasTrait, laterChart } from "../../model/later-chart.ts";
import { meantTrait } from "../../model/names-meant.ts";
import type { Release } from "../../model/release.ts";
import { unknownTrait } from "../../schema/values-diagnostics.ts";
import type { Rule } from "../rule.ts";

/** A trait that no version of its class has that hubc knows. An image of the hub's own may have a later one, so there it is believed. */
export const traitOfNobody: Rule = {
  judges: "parts",
  check: (model, report) => {
    for (const release of model.releases) asFarAsKnown(() => checkRelease(release, report));
  },
};

function checkRelease({ hubImage, ownValues, chart }: Release, report: Report): void {
  if (hubImage !== undefined) return;
  for (const { leaf } of ownValues) {
    const { path, keys } = leaf.value;
    const [hub, config, className = "", name] = path;
    if (hub !== "hub" || config !== "config" || name === undefined) continue;
    const traits = traitsOf(chart, className);
    if (traits === undefined || Object.hasOwn(traits, name)) continue;
    const later = laterChart(chart, (chart) => hasTrait(chart, className, name));
    // Where another word is meant, that is said where the value is read.
    if (later !== undefined || meantTrait({ className, name, later }, traits).suggestion !== undefined) continue;
    const span = keys[3 - path.length + keys.length]?.span ?? leaf.span;
    const parameters = { className, trait: name, suggestion: undefined, renamed: false, chart: undefined };
    report(diagnose(unknownTrait, parameters, { span }));
  }
}
