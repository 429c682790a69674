// Addresses and names that belong together in the values of one hub: where people come back to, and variables that changed places.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { isMap, type JsonMap, mapAt, valueAt } from "../knowledge/json-schema.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { whatIsSwapped } from "./check-server-texts.ts";
import { callbackElsewhere, swappedVariable } from "./course-grants-diagnostics.ts";
import { placeAt } from "./value-places.ts";

export function checkAddresses(values: ChartMap, whole: JsonMap, report: Report): void {
  checkCallback(values, whole, report);
  for (const [name, value] of Object.entries(mapAt(whole, "singleuser.extraEnv"))) {
    if (typeof value !== "string" || value === "" || value.includes("$")) continue;
    const what = whatIsSwapped(name, value);
    const place = placeAt(values, ["singleuser", "extraEnv", name]);
    if (what !== undefined && place !== undefined)
      report(diagnose(swappedVariable, { name, what }, { span: place.data.span }));
  }
}

function checkCallback(values: ChartMap, whole: JsonMap, report: Report): void {
  const hosts = ["ingress.hosts", "proxy.https.hosts"].flatMap((path) => {
    const found = valueAt(whole, path);
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string") : [];
  });
  if (hosts.length === 0) return;
  const paths = [
    ...Object.entries(mapAt(whole, "hub.config")).flatMap(([section, traits]) =>
      isMap(traits) ? [["hub", "config", section, "oauth_callback_url"]] : [],
    ),
    ["auth", "custom", "config", "oauth_callback_url"],
  ];
  for (const path of paths) {
    const place = placeAt(values, path);
    const url = place?.data.kind === "scalar" ? place.data.value : undefined;
    const host = typeof url === "string" ? /^https?:\/\/([^/:\s]+)/.exec(url)?.[1] : undefined;
    if (host === undefined || place === undefined || hosts.includes(host)) continue;
    report(
      diagnose(
        callbackElsewhere,
        { host, hosts: hosts.map((one) => `\`${one}\``).join(", ") },
        { span: place.data.span },
      ),
    );
  }
}
