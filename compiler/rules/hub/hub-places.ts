import { pythonFolder } from "../../knowledge/chart.ts";
import { configMounts, databaseFolder } from "../../knowledge/mount-pitfalls.ts";
import { ownValue } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { oneForm } from "../../text/one-form.ts";

/** Where the chart, and hubc, mount something in the hub's pod. */
export function hubPlaces(release: Release): readonly string[] {
  const database = ownValue(release, "hub.db.type") ?? "sqlite-pvc";
  return [...configMounts.map(({ at }) => at), pythonFolder, ...(database === "sqlite-pvc" ? [databaseFolder] : [])];
}

/** A path without slashes at its end. */
export function plain(path: string): string {
  return oneForm(path).replace(/\/+$/, "");
}
