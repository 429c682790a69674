// Keys beside the JupyterHub chart's own that no part of the chart around it, and none of its templates, reads.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { closest } from "../text/edit-distance.ts";
import { unreadKey } from "./course-grants-diagnostics.ts";
import { mapOfValues } from "./value-places.ts";

/** What a chart of the repository reads at the top of its values. */
export interface ChartKeys {
  readonly chart: string;
  /** Under which keys of the outermost chart its values lie. */
  readonly under: readonly string[];
  readonly keys: readonly string[];
}

export function checkUnreadKeys(values: ChartMap, charts: readonly ChartKeys[], report: Report): void {
  for (const { chart, under, keys } of charts)
    for (const { key, keySpan } of mapOfValues(values, under).entries)
      if (!keys.includes(key))
        report(diagnose(unreadKey, { key, chart, suggestion: closest(key, keys) }, { span: keySpan }));
}
