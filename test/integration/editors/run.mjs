// The integration test of editors: `node test/integration/editors/run.mjs`. Neovim (Debian's, and 0.11), Emacs and Helix attach to the server
// as they do for a person: each shows the diagnostics, mends one, completes, renames over two files and formats. Kate's highlighter colours a
// program and Kate starts the server, as jupyter-lsp does, and JupyterLab shows in a browser what comes of it. The tree-sitter grammar reads all
// programs. All by the files of editor/, as docs/editors.md says. It needs root where the editors are not installed, and hubc built into dist/
// (or HUBC_CLI). One line a check, then the sum; exit code 1 on a failure. About a minute.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "../images/report.mjs";
import { checkJupyterLab } from "./jupyterlab.mjs";
import { checkKate } from "./kate.mjs";
import { editorFiles } from "./program.mjs";
import { python, setUpEditors } from "./setup.mjs";
import { checkSteps, stepEditors } from "./steps.mjs";
import { checkTreeSitter } from "./tree-sitter.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const cli = resolve(process.env["HUBC_CLI"] ?? join(here, "../../../dist/cli.js"));
if (!existsSync(cli)) {
  console.error(`${cli} does not exist: run \`npm run build\` first`);
  process.exit(1);
}

setUpEditors();
const sum = report();
checkTreeSitter(sum);
for (const editor of stepEditors) await checkSteps(editor, { cli, sum });
await checkKate({ cli, sum });
checkJupyter();
await checkJupyterLab({ cli, sum });
sum.end();

/** The manager of language servers of JupyterLab, with the configuration that docs/editors.md has people copy. */
function checkJupyter() {
  const env = { ...process.env, HUBC: cli, NODE: process.execPath };
  const configuration = join(editorFiles, "jupyterlab/hubc.json");
  const { stdout, stderr } = spawnSync(python, [join(here, "jupyter.py"), configuration], { env, encoding: "utf8", timeout: 120_000 });
  const line = stdout.trim().split("\n").at(-1);
  const { problems, server, codes } = line?.startsWith("{") ? JSON.parse(line) : {};
  sum.check("jupyter-lsp: takes the configuration", problems?.length === 0 ? "" : stderr);
  sum.check("jupyter-lsp: starts the server", server === "hubc" ? "" : String(server));
  sum.check("jupyter-lsp: hands its findings on", codes?.includes("schema/wrong-unit") ? "" : JSON.stringify(codes));
}
