// Helix's settings in a home of its own, by what docs/editors.md says to do, and a theme whose colours tell what a place was taken for.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { editorFiles } from "./program.mjs";
import { helix, treeSitter } from "./setup.mjs";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const theme = {
  "ui.text": "000099",
  // Helix takes no theme without it.
  "ui.selection": "000099",
  "keyword.storage.type": "111111",
  constructor: "222222",
  "variable.other.member": "333333",
  string: "444444",
  "constant.numeric": "555555",
};

/** A kind, a name, a setting, a text, a number, and nothing. */
export const themeColours = ["111111", "222222", "333333", "444444", "555555", "000099"];

/** @returns the variables with which Helix is started. */
export function setUpHelix(own) {
  const settings = join(own, ".config/helix");
  mkdirSync(join(settings, "themes"), { recursive: true });
  copyFileSync(join(editorFiles, "helix/languages.toml"), join(settings, "languages.toml"));
  const colours = Object.entries(theme).map(([scope, colour]) => `"${scope}" = { fg = "#${colour}" }`);
  // Only what is wrong is underlined, and this is how it is found on the screen.
  const findings = ["error", "warning", "hint"].map((severity) => `"diagnostic.${severity}" = { underline = { style = "line" } }`);
  writeFileSync(join(settings, "themes/check.toml"), `${[...colours, ...findings].join("\n")}\n`);
  writeFileSync(join(settings, "config.toml"), 'theme = "check"\n');
  const env = { HOME: own, XDG_CONFIG_HOME: join(own, ".config"), XDG_CACHE_HOME: join(own, ".cache") };
  const PATH = `${withCommand(join(own, "commands"), "tree-sitter", treeSitter())}:${process.env.PATH}`;
  execFileSync("sh", ["-ec", grammarCommands()], { cwd: repository, env: { ...process.env, ...env, PATH } });
  // A terminal that can show a theme's colours as they are.
  return { ...env, HELIX: JSON.stringify(helix()), TERM: "xterm-256color", COLORTERM: "truecolor" };
}

/** Makes a command of a program that is started in a way of its own. @returns the folder that holds it. */
function withCommand(folder, name, words) {
  mkdirSync(folder, { recursive: true });
  const quoted = words.map((word) => `'${word}'`).join(" ");
  writeFileSync(join(folder, name), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  return folder;
}

/** The commands of docs/editors.md that compile the grammar and copy its colours. */
function grammarCommands() {
  const docs = readFileSync(join(repository, "docs/editors.md"), "utf8");
  const commands = /```sh\n((?:(?!```)[\s\S])*tree-sitter-hub[\s\S]*?)```/.exec(docs)?.[1];
  if (commands === undefined) throw new Error("docs/editors.md no longer says how Helix gets the grammar.");
  return commands;
}
