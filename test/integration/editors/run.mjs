// The integration test of editors: `node test/integration/editors/run.mjs`. Neovim and Emacs, from Debian, attach to the server as they do
// for a person: each shows the diagnostics, mends one, completes, renames over two files and formats. Kate's highlighter colours a program, and
// jupyter-lsp starts the server. All by the files of editor/, as docs/editors.md says. It needs root where the editors are not
// installed, and hubc built into dist/ (or HUBC_CLI). One line a check, then the sum; exit code 1 on a failure. About ten seconds.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "../images/report.mjs";
import { python, setUpEditors } from "./setup.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const cli = resolve(process.env["HUBC_CLI"] ?? join(here, "../../../dist/cli.js"));
if (!existsSync(cli)) {
  console.error(`${cli} does not exist: run \`npm run build\` first`);
  process.exit(1);
}

const files = {
  "project.hub": "project editors { }\n",
  "image.hub": "image scipy-fall extends std.scipy { }\n",
  "people.hub": 'group staff { members = ["ada"] }\n',
  "course.hub": `course data8 {
  title    = "Foundations"
  hub      = h
  imgae    = scipy-fall
  term     = 2026-08-26 .. 2026-12-18
  students = 20
  memory   = 1GiB .. 2GiB
}

group class { members = ["é😀", nobody] }

hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,
};

const editors = [
  { name: "neovim", argv: ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${join(here, "neovim.lua")}`] },
  { name: "emacs", argv: ["emacs", "--batch", "-q", "-l", join(here, "emacs.el")] },
];

/** The mode, the comment, and what is in lines 1, 2 and 6: a kind, a name, a setting, a text, a number, and nothing. */
const colours = {
  neovim: ["hub", "# %s", "hubKind", "hubTitle", "hubSetting", "hubText", "hubNumber", ""],
  emacs: [
    "hub-mode",
    "# ",
    "font-lock-keyword-face",
    "font-lock-function-name-face",
    "font-lock-variable-name-face",
    "font-lock-string-face",
    "font-lock-constant-face",
    "nil",
  ],
};

setUpEditors();
const sum = report();
for (const { name, argv } of editors) {
  const said = run(name, argv);
  const check = (what, right) => sum.check(`${name}: ${what}`, right ? "" : JSON.stringify([...said]).slice(0, 2000));
  const text = (step) => JSON.stringify(said.get(step) ?? null);
  check("colours by its syntax file", text("colours") === JSON.stringify(colours[name]));
  check("shows both diagnostics", said.get("diagnostics")?.length === 2);
  check("marks `nobody`, behind an emoji, and nothing else", isMarked(name, said.get("column")));
  check("shows one less when one is mended", said.get("mended")?.length === 1);
  check("applies a fix", said.get("fixed")?.codes.length === 0 && said.get("fixed")?.line.includes("image    = scipy-fall"));
  check("completes `pe` to `peak`", said.get("completion")?.includes("peak") === true);
  check("tells of `memory`", /memory/i.test(text("hover")) && text("hover").length > 40);
  check("finds the declaration in the other file", said.get("definition") === "image.hub");
  check("renames in both files", /scipy-26/.test(said.get("rename")?.here) && /scipy-26/.test(said.get("rename")?.there));
  check("formats", said.get("format") === "  students = 30");
  check("outlines", said.get("symbols") >= 5);
  check("ends the server", said.get("stopped") === true);
}
checkKate();
checkJupyter();
sum.end();

/** Kate's own highlighter, with the definition where Kate looks for it. */
function checkKate() {
  const root = mkdtempSync(join(tmpdir(), "hubc-kate-"));
  const definitions = join(root, "org.kde.syntax-highlighting/syntax");
  mkdirSync(definitions, { recursive: true });
  copyFileSync(join(here, "../../../editor/kate/hub.xml"), join(definitions, "hub.xml"));
  const text = `${files["course.hub"]}image x {\n  pip {\n    y @ git+https://h/r#egg=y\n  }\n}\n`;
  writeFileSync(join(root, "a.hub"), text);
  const env = { ...process.env, XDG_DATA_HOME: root, QT_QPA_PLATFORM: "offscreen" };
  const { stdout, stderr } = spawnSync("kate-syntax-highlighter", ["-s", "Hub", join(root, "a.hub")], { env, encoding: "utf8" });
  rmSync(root, { recursive: true, force: true });
  const style = (word) => new RegExp(`<span style="([^"]*)">${word.replace(/[+.]/g, "\\$&")}</span>`).exec(stdout)?.[1];
  const words = ["course", "data8", "title", "&quot;Foundations&quot;", "2026-08-26", "1GiB", "git+https://h/r#egg=y", "secret"];
  const plain = words.filter((word) => style(word) === undefined);
  sum.check("kate: reads the definition without a complaint", stderr.trim());
  sum.check("kate: colours every kind of word", plain.join(" "));
}

/** The manager of language servers of JupyterLab, with the configuration that docs/editors.md has people copy. */
function checkJupyter() {
  const env = { ...process.env, HUBC: cli, NODE: process.execPath };
  const configuration = join(here, "../../../editor/jupyterlab/hubc.json");
  const { stdout, stderr } = spawnSync(python, [join(here, "jupyter.py"), configuration], { env, encoding: "utf8", timeout: 120_000 });
  const line = stdout.trim().split("\n").at(-1);
  const { problems, server, codes } = line?.startsWith("{") ? JSON.parse(line) : {};
  sum.check("jupyter-lsp: takes the configuration", problems?.length === 0 ? "" : stderr);
  sum.check("jupyter-lsp: starts the server", server === "hubc" ? "" : String(server));
  sum.check("jupyter-lsp: hands its findings on", codes?.includes("schema/wrong-unit") ? "" : JSON.stringify(codes));
}

/** What the editor said of each step. */
function run(name, [program, ...argv]) {
  const root = mkdtempSync(join(tmpdir(), "hubc-editors-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const env = { ...process.env, HUB_ROOT: root, HUBC: cli, HUB_EDITORS: join(here, "../../../editor"), NODE: process.execPath, LC_ALL: "C.UTF-8" };
    const { stdout, stderr, status } = spawnSync(program, argv, { cwd: root, env, encoding: "utf8", timeout: 120_000 });
    if (status !== 0) console.log(`${name} ended with ${status}:\n${stderr}`);
    const lines = stdout.split("\n").filter((line) => line.startsWith('{"'));
    return new Map(lines.map((line) => JSON.parse(line)).map(({ step, value }) => [step, value]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Neovim tells bytes and Emacs the text that is marked; both stand behind `é😀`. */
function isMarked(name, column) {
  if (name === "emacs") return column?.includes("nobody") === true;
  return column?.diagnostic.some(({ from, to }) => from === column.byte - 1 && to === from + "nobody".length) === true;
}
