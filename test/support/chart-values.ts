// Values for the chart, as helm checks them: laid over the defaults, against the schema.

import { Ajv, type ValidateFunction } from "ajv";
import { defaultsOf, schemaOf } from "../../compiler/knowledge/charts/chart-tables.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();

/** What the chart's schema says of values, laid over its defaults; nothing where it takes them. */
export function chartComplaints(values: unknown, chart = newestChart): string[] {
  const accepts = validators.get(chart.version) ?? ajv.compile(schemaOf(chart));
  validators.set(chart.version, accepts);
  accepts(over(defaultsOf(chart), values));
  return (accepts.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Values as helm puts them over the chart's defaults: maps merge, all else replaces, null removes. */
function over(base: unknown, values: unknown): unknown {
  if (!isMap(base) || !isMap(values)) return values;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(values)) {
    if (value === null && key in base) delete merged[key];
    else merged[key] = over(base[key], value);
  }
  return merged;
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
