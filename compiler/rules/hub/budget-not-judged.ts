import { isPeoplesStage } from "../../capacity/pool-load.ts";
import { releaseNeeds } from "../../capacity/release-needs.ts";
import { defineRule } from "../rule.ts";

/** A budget that is a gate can be held against a cost. */
export const budgetIsJudged = defineRule<{ hub: string; currency: string; priced: string | undefined }>({
  code: "hub/budget-not-judged",
  severity: "warning",
  title: "A budget that is a gate and can't be judged",
  why: "A gate through which everything passes looks like one that holds. Say what the machines cost by a `machine` block with a `price`, give the budget in the currency of the prices, or take `gate` away.",
  message: ({ hub, currency, priced }) =>
    priced === undefined
      ? `What hub \`${hub}\` costs is not known, so its budget stops nothing: the price of its machines, or how many people work at once, is not known.`
      : `The machines of hub \`${hub}\` are priced in ${priced} and its budget is in ${currency}, so it stops nothing.`,
  check: (model, report) => {
    for (const release of model.releases) {
      const { budget } = release;
      if (budget?.gate.value !== true || !isPeoplesStage(release, model)) continue;
      const priced = releaseNeeds(model)(release).cost?.currency;
      if (priced === budget.currency.value) continue;
      const parameters = { hub: release.hub, currency: budget.currency.value, priced };
      report(parameters, { span: budget.gate.span });
    }
  },
});
