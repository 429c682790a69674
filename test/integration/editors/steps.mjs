// The editors that take the same steps: each opens the program, shows the diagnostics, mends one, applies a fix, completes, renames over two
// files and formats. Each says in a line of JSON what came of a step; here is said whether that is right.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setUpHelix, themeColours } from "./helix.mjs";
import { editorFiles, hubcOnPath, withProgram } from "./program.mjs";
import { newerNeovim, python } from "./setup.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const script = (name) => join(here, name);
const neovimArguments = ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${script("neovim.lua")}`];
/** The mode, the comment, and what is in lines 1, 2 and 6: a kind, a name, a setting, a text, a number, and nothing. */
const vimColours = ["hub", "# %s", "hubKind", "hubTitle", "hubSetting", "hubText", "hubNumber", ""];

export const stepEditors = [
  { name: "neovim", argv: ["nvim", ...neovimArguments], colours: vimColours },
  { name: "neovim 0.11", argv: [newerNeovim, ...neovimArguments], colours: vimColours },
  {
    name: "emacs",
    argv: ["emacs", "--batch", "-q", "-l", script("emacs.el")],
    colours: [
      "hub-mode",
      "# ",
      "font-lock-keyword-face",
      "font-lock-function-name-face",
      "font-lock-variable-name-face",
      "font-lock-string-face",
      "font-lock-constant-face",
      "nil",
    ],
  },
  { name: "helix", argv: [python, script("helix.py")], colours: themeColours },
];

/** Runs one editor, and checks what it says. */
export async function checkSteps({ name, argv, colours }, { cli, sum }) {
  const said = await steps(name, argv, cli);
  const check = (what, right) => sum.check(`${name}: ${what}`, right ? "" : JSON.stringify([...said]).slice(0, 4000));
  const text = (step) => JSON.stringify(said.get(step) ?? null);
  check("colours by its grammar", text("colours") === JSON.stringify(colours));
  check("shows both diagnostics", said.get("diagnostics")?.length === 2);
  check("marks `nobody`, behind an emoji, and nothing else", isMarked(said.get("column")));
  check("shows one less when one is mended", said.get("mended")?.length === 1);
  check("applies a fix", said.get("fixed")?.codes.length === 0 && said.get("fixed")?.line.includes("image    = scipy-fall"));
  check("completes `pe` to `peak`", said.get("completion")?.includes("peak") === true);
  check("tells of `memory`", /memory/i.test(text("hover")) && text("hover").length > 40);
  check("finds the declaration in the other file", said.get("definition") === "image.hub");
  check("renames in both files", /scipy-26/.test(said.get("rename")?.here) && /scipy-26/.test(said.get("rename")?.there));
  check("formats", said.get("format") === "  students = 30");
  check("outlines", said.get("symbols") >= 5);
  check("ends the server", said.get("stopped") === true);
  if (name === "neovim 0.11") checkEnabled(check, said);
}

/** What `vim.lsp.enable` gives beyond it: the root, the settings, and colours by the server's tokens. */
function checkEnabled(check, said) {
  const group = "@lsp.type.class.hub";
  const { declared, used, nothing } = said.get("tokens") ?? {};
  check("finds the root, and hands the date on", said.get("enabled")?.root === true && said.get("enabled")?.on === "2026-10-05");
  check("colours by the server's tokens", [declared, used].every((one) => one?.includes(group)) && nothing?.length === 0);
}

/** What the editor said of each step. */
function steps(name, [program, ...argv], cli) {
  return withProgram(name.replaceAll(" ", "-"), ({ root, own }) => {
    const env = {
      ...process.env,
      ...hubcOnPath(own, cli),
      HUB_ROOT: root,
      HUB_OWN: own,
      HUBC: cli,
      HUB_EDITORS: editorFiles,
      NODE: process.execPath,
      LC_ALL: "C.UTF-8",
      ...(name === "helix" ? setUpHelix(own) : {}),
    };
    const { stdout, stderr, status } = spawnSync(program, argv, { cwd: root, env, encoding: "utf8", timeout: 120_000 });
    if (status !== 0) console.log(`${name} ended with ${status}:\n${stderr}`);
    const lines = stdout.split("\n").filter((line) => line.startsWith('{"'));
    return new Map(lines.map((line) => JSON.parse(line)).map(({ step, value }) => [step, value]));
  });
}

/** Neovim tells bytes, Emacs and Helix the text that is marked; both stand behind `é😀`. */
function isMarked(column) {
  if (Array.isArray(column)) return column.filter((text) => text === "nobody").length === 1;
  return column?.diagnostic.some(({ from, to }) => from === column.byte - 1 && to === from + "nobody".length) === true;
}
