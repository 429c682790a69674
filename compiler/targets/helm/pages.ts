// The page that a server opens with, as a path below the server's own.

import type { App } from "../../model/model.ts";

const pages: Readonly<Record<App, string>> = {
  lab: "/lab",
  notebook: "/tree",
  rstudio: "/rstudio",
  vscode: "/vscode",
  desktop: "/desktop",
  retro: "/retro",
};

export function pageOf(app: App): string {
  return pages[app];
}
