import { diagnose } from "../../diagnostics/diagnostic.ts";
import { notALabel } from "../../names/names-diagnostics.ts";
import type { Rule } from "../rule.ts";

/** The names of releases are names that a cluster takes; `names/not-a-label` where they are not. */
export const releaseLabel: Rule = {
  check: ({ releases }, report) => {
    for (const { name, named, span } of releases) {
      const isNamed = named.namespace !== undefined && named.release !== undefined;
      const isLabel = /^[a-z][a-z0-9-]{0,52}$/.test(name) && !name.endsWith("-");
      if (isNamed || isLabel) continue;
      const suggestion = name
        .toLowerCase()
        .replace(/[^a-z0-9-]/g, "-")
        .slice(0, 53)
        .replace(/-+$/, "");
      report(diagnose(notALabel, { name, suggestion }, { span }));
    }
  },
};
