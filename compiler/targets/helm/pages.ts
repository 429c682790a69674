// The page that a server opens with, as a path below the server's own.

import type { App } from "../../model/content.ts";

const pages: Readonly<Record<App, string>> = {
  lab: "/lab",
  notebook: "/tree",
  rstudio: "/rstudio",
  vscode: "/vscode",
  desktop: "/desktop",
  retro: "/retro",
};

/** An address is the page itself. */
export function pageOf(opens: string): string {
  return opens.startsWith("/") ? opens : pages[opens as App]; // what is no address is an app (schema/values/server-page.ts)
}
