// A password where `secret("…")` belongs, however it is written: it is an error, and nothing that is printed shows it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderGithub } from "../../compiler/diagnostics/render-github.ts";
import { renderJson } from "../../compiler/diagnostics/render-json.ts";
import { renderSarif } from "../../compiler/diagnostics/render-sarif.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const password = "hunter2hunter2";
const assets = new Map([["x.txt", `${password}\n`]]);

/** Lines in place of `client-secret = secret("…")`; `x` is a constant that holds the password. */
const lines: readonly string[] = [
  `client-secret = "${password}"`,
  `client-secret = ${password}`,
  `client-secret=${password}`,
  `client-secret = ${password}!`,
  `client-secret = $${password}`,
  `client-secret = #${password}`,
  `client-secret = -${password}`,
  `client-secret = 2${password}`,
  `client-secret = ${password}.x`,
  `client-secret = ${password}[1]`,
  `client-secret = correct-horse-${password}`,
  `client-secret = correct horse ${password}`,
  `client-secret = hunter2 ${password}`,
  `client-secret = '${password}'`,
  `client-secret = “${password}”`,
  `client-secret = "${password}`,
  `client-secret = ${password}"`,
  `client-secret = """\n      ${password}\n    """`,
  `client-secret = ["${password}"]`,
  `client-secret = { a = "${password}" }`,
  `client-secret = "a" .. "${password}"`,
  `client-secret = "a" + "${password}"`,
  `client-secret = "a" "${password}"`,
  `client-secret = = "${password}"`,
  `client-secret += "${password}"`,
  `client-secret == "${password}"`,
  `client-secret "${password}"`,
  `client-secret: "${password}"`,
  `client-secret: ${password}`,
  `client-secret { "${password}" }`,
  `client-secret = "${password}" nonsense = 3`,
  `client_secret = "${password}"`,
  `client-secrt = "${password}"`,
  `clientSecret = "${password}"`,
  `Client-Secret = "${password}"`,
  `"client-secret" = "${password}"`,
  `client-secret = x`,
  'client-secret = "$' + '{x}"',
  'client-secret = secret("$' + '{x}")',
  "client-secret = secret(x)",
  "client-secret = [x]",
  `client-secret = secret(${password})`,
  `client-secret = secret("${password}")`,
  `client-secret = secret('${password}')`,
  `client-secret = secret("a b ${password}")`,
  `client-secret = secret("A/${password}")`,
  `client-secret = secret("${password}"`,
  `client-secret = secret("${password})`,
  `client-secret = secret "${password}"`,
  `client-secret = secret(["${password}"])`,
  `client-secret = secret("${password}", "x")`,
  `client-secret = secret(secret("${password}"))`,
  `client-secret = sercet("${password}")`,
  `client-secret = sercet(${password})`,
  `client-secret = env("${password}")`,
  'client-secret = file("x.txt")',
  'client-secret = secret(file("x.txt"))',
];

const programWith = (line: string) =>
  `${/\bx\b(?!\.txt)/.test(line) ? `let x = "${password}"\n` : ""}${smallProgram().replace('client-secret = secret("github/client-secret")', line)}`;

describe("in check", () => {
  test.each(lines)("%s", (line) => {
    const { diagnostics } = checkProgram(programOf(programWith(line)), { assets });
    expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    for (const output of [
      renderText(diagnostics),
      renderJson(diagnostics),
      renderGithub(diagnostics),
      renderSarif(diagnostics, { pages: [], version: "0" }),
    ]) {
      expect(output).not.toContain(password);
      expect(output).toContain("error");
    }
  });
});

describe("in every command", () => {
  const commands: readonly (readonly string[])[] = [
    ["check"],
    ["check", "--fix", "--dry-run"],
    ["check", "--fix", "--diff"],
    ["check", "--format", "sarif"],
    ["build"],
    ["build", "--format", "json"],
    ["fmt", "--check"],
    ["who"],
    ["links", "c"],
    ["calendar"],
    ["capacity"],
    ["explain", "hub.h.auth"],
    ["explain", "hub.h.auth.client-secret"],
    ["explain", "hub.h.auth.client-id"],
  ];
  test.each(commands.map((command) => [command.join(" "), command] as const))("%s", async (_name, command) => {
    for (const [i, line] of lines.entries()) {
      if (i % 4 !== command.length % 4) continue;
      const folder = temporaryFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "p.hub"), programWith(line));
      writeFileSync(join(folder, "x.txt"), `${password}\n`);
      const { stdout, stderr } = await runCli(command, { cwd: folder });
      expect(`${stdout}${stderr}`, line).not.toContain(password);
      expect(stderr, line).not.toContain("bug in hubc");
    }
  });
});
