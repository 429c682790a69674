// What a server opens in: an app by its name, or any address in the server.

import type { ValueType } from "../value-type.ts";
import { either } from "./compounds.ts";
import { choice, textType } from "./scalars.ts";

export const apps = ["lab", "notebook", "rstudio", "vscode", "desktop", "retro"] as const;

/** JupyterHub puts the username for `{username}` into it, so that a brace can't stand for itself (jupyterhub 5.5, spawner.py). */
const address = textType({
  name: "address in the server",
  expected: 'an address in the server, such as `"/lab/tree/README.md"`',
  what: "an address in the server: it begins with `/`, holds no blanks, and no braces but those of `{username}`",
  accepts: (value) => /^\/[^\s{}\\"'<>]*$/.test(value.replaceAll("{username}", "")) && !value.startsWith("//"),
});

/** An app, or an address, which begins with `/`. */
export const appOrAddress: ValueType<string> = either<string, string>(
  choice(...apps),
  address,
  (node) => node.kind === "text" || node.kind === "call",
);
