import { capacities } from "../../capacity/capacity-report.ts";
import { isPeoplesStage } from "../../capacity/pool-load.ts";
import { firstOf } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";

/** A budget that is a gate holds. */
export const budgetHolds = defineRule<{
  hub: string;
  month: number;
  budget: number;
  currency: string;
  shares: readonly string[];
}>({
  code: "hub/over-budget",
  title: "A hub that is estimated to cost more than its budget",
  why: "`gate` of the budget says that no change is merged that costs more. Guarantee less, let fewer work at once, take other machines, or ask for a larger budget. The estimate is that of `hubc capacity`.",
  message: ({ hub, month, budget, currency, shares }) =>
    `Hub \`${hub}\` is estimated to cost ${month} ${currency} a month, and its budget is ${budget}.${shares.length > 1 ? ` Of that are ${firstOf(shares, 3)}.` : ""}`,
  check: (model, report) => {
    for (const release of model.releases) {
      const { budget } = release;
      if (budget?.gate.value !== true || !isPeoplesStage(release, model)) continue;
      const { cost, shares } = capacities(model)(release);
      if (cost === undefined || cost.currency !== budget.currency.value || cost.month <= budget.month.value) continue;
      const parameters = {
        hub: release.hub,
        month: Math.round(cost.month),
        budget: budget.month.value,
        currency: cost.currency,
        shares: shares.map(({ server, month }) => `${Math.round(month)} of \`${server.name}\``),
      };
      const related = [{ span: budget.gate.span, message: "It is a gate by this." }];
      report(parameters, { span: budget.month.span, related });
    }
  },
});
