// Where servers begin, by the hub's own Python, and where the homes are mounted: the two come apart where an image has another user.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import { readPythonConfig } from "../syntax/python/python-settings.ts";
import { hubPieces } from "./hub-code.ts";
import { placeAt } from "./value-places.ts";

/** Only what is set for sure, the last of it, is looked at. */
export function checkWorkingFolder(values: ChartMap, report: Report): void {
  const home = placeAt(values, ["singleuser", "storage", "homeMountPath"]);
  if (home?.data.kind !== "scalar" || typeof home.data.value !== "string") return;
  const settings = hubPieces(values).flatMap(({ text }) =>
    text.includes("working_dir") ? readPythonConfig(text).settings : [],
  );
  const last = settings.findLast(({ className, trait }) => /Spawner$/.test(className) && trait === "working_dir");
  const folder = last?.value;
  if (typeof folder !== "string" || !folder.startsWith("/home/") || folder.includes("{")) return;
  if (`${folder}/`.startsWith(`${home.data.value.replace(/\/$/, "")}/`)) return;
  const problem = `is \`${home.data.value}\`, and the hub's Python has servers begin in \`${folder}\`, which is not below it: what people open and save there is no home`;
  report(diagnose(pitfall, { path: "singleuser.storage.homeMountPath", problem }, { span: home.data.span }));
}
