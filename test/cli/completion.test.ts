// What shells complete, asked of the shells themselves. bash is on every machine that the tests run on; zsh and fish are asked where they are.
// PowerShell is in no package registry that the tests use: its script is held against the table alone.

import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { optionsOf } from "../../compiler/cli/arguments.ts";
import { commands } from "../../compiler/cli/command-table.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const script = async (shell: string) => (await runCli(["completion", shell], { cwd: "/" })).stdout;
const has = (program: string) => spawnSync(program, ["-c", "true"]).status === 0;

/** What is typed, its last word being completed, and what may stand there. */
const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["chec"], ["check"]],
  [["co"], ["completion"]],
  [["plan", "--ex"], ["--exit-code"]],
  [["check", "--format", "s"], ["sarif"]],
  [
    ["check", "--format", ""],
    ["text", "json", "sarif", "github"],
  ],
  [["init", "--for", "k"], ["k3s"]],
  [["completion", "f"], ["fish"]],
  [["help", "stat"], ["status"]],
];

test.each(cases)("bash: %j", async (words, expected) => {
  const program = `${await script("bash")}
COMP_WORDS=(hubc "$@"); COMP_CWORD=$#; _hubc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["-c", program, "bash", ...words], { encoding: "utf8" });
  expect(out.trim().split("\n")).toEqual(expected);
});

test("bash: everything else is a path", async () => {
  const program = `${await script("bash")}\nCOMP_WORDS=(hubc check ex); COMP_CWORD=2; _hubc; echo "\${#COMPREPLY[@]}"; complete -p hubc`;
  expect(execFileSync("bash", ["-c", program], { encoding: "utf8" })).toBe("0\ncomplete -o default -F _hubc hubc\n");
});

describe.skipIf(!has("fish"))("fish", () => {
  test.each(cases)("%j", async (words, expected) => {
    const line = ["hubc", ...words].join(" ");
    const program = `${await script("fish")}\ncomplete -C ${JSON.stringify(line)}`;
    const out = execFileSync("fish", ["--no-config", "-c", program], { encoding: "utf8" });
    const found = out
      .trim()
      .split("\n")
      .map((row) => row.split("\t")[0]);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});

describe.skipIf(!has("zsh"))("zsh", () => {
  // In a terminal of its own, with a function in place of hubc that says what it was called with.
  test.each(cases.filter(([, expected]) => expected.length === 1))("%j", async (words, [expected]) => {
    const folder = temporaryFolder({ _hubc: await script("zsh") });
    const program = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "unset zle_bracketed_paste; PS1= ; fpath=(${folder} $fpath); autoload -Uz compinit; compinit -u -D; hubc() { print RAN:\\$*: }; print READY"
zpty -r -m shell out '*READY*READY*'
zpty -w -n shell $'${["hubc", ...words].join(" ")}\\t\\n'
zpty -r -m shell out '*RAN:*:*'
print -r -- "$out"`;
    const out = execFileSync("zsh", ["-f", "-c", program], { encoding: "utf8", timeout: 120_000, cwd: folder });
    expect(/RAN:(.*?):/.exec(out)?.[1]?.trim().split(" ").at(-1)).toBe(expected);
  });
});

test("PowerShell's script knows every command, option and choice, and its quotes are paired", async () => {
  const text = await script("powershell");
  for (const command of commands) {
    expect(text).toContain(`'${command.name}' = '`);
    for (const { name, choices } of optionsOf(command)) {
      expect(text).toContain(`'--${name}' = '`);
      if (choices !== undefined)
        expect(text).toContain(`'${command.name} --${name}' = @(${choices.map((one) => `'${one}'`).join(", ")})`);
    }
  }
  for (const line of text.split("\n")) expect((line.match(/'/g)?.length ?? 0) % 2, line).toBe(0);
});

test("a shell that has none is said", async () => {
  expect(await runCli(["completion", "tcsh"], { cwd: "/" })).toMatchObject({
    code: 2,
    stderr: 'hubc: There is no completion for "tcsh": bash, zsh, fish, powershell have one.\n',
  });
});
