// The smallest program with a version of the chart, for the pages of findings about it.

import { exampleHub, onGke } from "../../model/release-diagnostics.ts";

export function withChart(version: string): string {
  return `${onGke(exampleHub())}project p {\n  registry = "ghcr.io/campus/hubs"\n  chart    = "${version}"\n}\n`;
}
