// The tree-sitter grammar: a parser can be made of it, which reads every program of the repository.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { editorFiles } from "./program.mjs";
import { treeSitter } from "./setup.mjs";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const grammar = join(editorFiles, "tree-sitter-hub");
/** Generates the parser in a copy of the grammar's folder and calls `use` with it. */
function withGenerated(use) {
  const folder = mkdtempSync(join(tmpdir(), "hubc-tree-sitter-"));
  try {
    for (const name of ["grammar.js", "package.json", "tokens.json", "queries"]) cpSync(join(grammar, name), join(folder, name), { recursive: true });
    const [program, ...argv] = treeSitter();
    execFileSync(program, [...argv, "generate", "--no-bindings"], { cwd: folder, stdio: "inherit" });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All checks of the grammar itself; that its colours are seen is checked in Helix. */
export function checkTreeSitter(sum) {
  withGenerated((folder) => {
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.hub"], { cwd: repository, encoding: "utf8" });
    const programs = listed.trim().split("\n");
    // Statements that are not of the language are what this one is about.
    const broken = programs.filter((path) => path.includes("/broken-parts/"));
    // Wrong examples of diagnostics may be of no grammar.
    const whole = programs.filter((path) => !broken.includes(path) && !path.endsWith(".wrong.hub"));
    const wrong = misread(folder, whole);
    sum.check(`tree-sitter: reads all ${whole.length} programs`, whole.length > 50 ? wrong.join("\n") : "there are no programs");
    sum.check("tree-sitter: finds mistakes", misread(folder, broken).length === broken.length ? "" : broken.join(" "));
  });
}

/** The programs that have a part which is none of the grammar. */
function misread(folder, programs) {
  const list = join(folder, "programs.txt");
  writeFileSync(list, programs.map((path) => `${join(repository, path)}\n`).join(""));
  const [program, ...argv] = treeSitter();
  const { stdout } = spawnSync(program, [...argv, "parse", "--quiet", "--stat", "--paths", list], {
    cwd: folder,
    encoding: "utf8",
    // Where the compiled parser goes.
    env: { ...process.env, TREE_SITTER_LIBDIR: folder },
  });
  if (!stdout.includes(`Total parses: ${programs.length};`)) return [`not all were read:\n${stdout}`];
  return stdout.split("\n").filter((line) => /\((ERROR|MISSING)/.test(line));
}
