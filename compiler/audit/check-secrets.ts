// Tokens and keys in the texts of values, whatever they are the value of.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { secretStretches } from "../diagnostics/secret-stretches.ts";
import type { ChartData } from "../schema/values/chart-data.ts";
import { writtenToken } from "./audit-diagnostics.ts";
import { isEncrypted } from "./encrypted-values.ts";

export function checkSecrets(data: ChartData, report: Report): void {
  switch (data.kind) {
    case "list":
      for (const item of data.items) checkSecrets(item, report);
      return;
    case "map":
      for (const { value } of data.entries) checkSecrets(value, report);
      return;
    case "secret":
      return;
    case "scalar": {
      const { value, span } = data;
      if (typeof value !== "string" || isEncrypted(data)) return;
      const [found] = secretStretches(value).filter(({ byName }) => !byName);
      if (found === undefined) return;
      const hidden = [value.slice(found.hidden.start, found.hidden.end)];
      report(diagnose(writtenToken, { what: found.what }, { span, hidden }));
    }
  }
}
