// The integration test of editors: `node test/integration/editors/run.mjs`. Neovim and Emacs, from Debian, attach to the server as they do
// for a person: each shows the diagnostics, mends one, completes, renames over two files and formats. It needs root where the editors are not
// installed, and hubc built into dist/ (or HUBC_CLI). One line a check, then the sum; exit code 1 on a failure. About ten seconds.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "../images/report.mjs";
import { setUpEditors } from "./setup.mjs";

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

setUpEditors();
const sum = report();
for (const { name, argv } of editors) {
  const said = run(name, argv);
  const check = (what, right) => sum.check(`${name}: ${what}`, right ? "" : JSON.stringify([...said]).slice(0, 2000));
  const text = (step) => JSON.stringify(said.get(step) ?? null);
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
sum.end();

/** What the editor said of each step. */
function run(name, [program, ...argv]) {
  const root = mkdtempSync(join(tmpdir(), "hubc-editors-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const env = { ...process.env, HUB_ROOT: root, HUBC: cli, NODE: process.execPath, LC_ALL: "C.UTF-8" };
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
