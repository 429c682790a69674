import { zeroTimeout } from "../../knowledge/idle-culler.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** Times that end something are more than nothing. */
export const noTime = defineRule<{ setting: string; instead: string }>({
  code: "hub/no-time",
  title: "A time of zero",
  why: `Zero reads as never to some and as at once to others. Of \`idle\` it is neither: ${zeroTimeout}. A server that may take no time to start never starts.`,
  message: ({ setting, instead }) => `\`${setting}\` is zero. ${instead}`,
  judges: "parts",
  check: (model, report) => {
    for (const release of model.releases)
      for (const { setting, time, instead } of timesOf(release)) {
        if (time?.value === 0) report({ setting, instead }, { span: time.span });
      }
  },
});

interface Time {
  readonly setting: string;
  readonly time: Sourced<number> | undefined;
  readonly instead: string;
}

function timesOf({ cull, startTimeout }: Release): Time[] {
  return [
    {
      setting: "idle",
      time: cull?.idle,
      instead: "Servers that nobody uses are never stopped with `cull = none`.",
    },
    { setting: "max-age", time: cull?.maxAge, instead: "Leave it out where servers may grow as old as they like." },
    { setting: "every", time: cull?.every, instead: "Leave it out for 10 minutes." },
    { setting: "kernels", time: cull?.kernels, instead: "Leave it out where kernels live as long as their server." },
    { setting: "start-timeout", time: startTimeout, instead: "Leave it out for the chart's 5 minutes." },
  ];
}
