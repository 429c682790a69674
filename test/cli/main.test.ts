import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../compiler/cli/command-table.ts";
import { VERSION } from "../../compiler/version.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const world = { cwd: "/" };

test("the version is the package's", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(VERSION).toBe(version);
  expect(await runCli(["--version"], world)).toEqual({ code: 0, stdout: `hubc ${version}\n`, stderr: "" });
});

test("help that was asked for is data, help after a mistake is talk", async () => {
  const asked = await runCli(["--help"], world);
  expect(asked).toMatchObject({ code: 0, stderr: "" });
  for (const { name, summary } of commands) expect(asked.stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
  expect(await runCli([], world)).toEqual({ code: 2, stdout: "", stderr: asked.stdout });
});

test.each(commands.map((command) => [command.name, command] as const))(
  "hubc %s has help and a module",
  async (name, command) => {
    const { code, stdout, stderr } = await runCli([name, "--help"], world);
    expect([code, stderr]).toEqual([0, ""]);
    for (const option of command.options) expect(stdout).toContain(`--${option.name}`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(125);
    expect(await runCli(["help", name], world)).toEqual({ code, stdout, stderr });
    expect(typeof (await command.load()).run).toBe("function");
  },
);

test.each([
  ["chek", "check"],
  ["biuld", "build"],
  ["format", "fmt"],
  ["compile", "build"],
  ["--versoin", "--version"],
  ["--halp", "--help"],
])("%s suggests %s", async (typed, meant) => {
  const { code, stdout, stderr } = await runCli([typed], world);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`Did you mean hubc ${meant}?`);
});

test("an unknown word without a likeness gets no suggestion", async () => {
  expect((await runCli(["frobnicate"], world)).stderr).toBe(
    'hubc: there is no command "frobnicate".\nhubc --help lists the commands.\n',
  );
});

test.each([
  [["ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuG"]],
  [["help", "ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuG"]],
  [["check", "--https://ada:aB3dE5gH7jK9@git.example.edu"]],
  [["check", "--format", "ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuG"]],
  [["set", "course.a.title", "b", "c", "ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuG"]],
])("what is refused is repeated without what looks like a secret: %j", async (typed) => {
  const { code, stdout, stderr } = await runCli(typed, world);
  expect(code).toBe(2);
  expect(stdout + stderr).toContain("•••");
  expect(stdout + stderr).not.toContain("aB3dE5gH7jK9");
});

const password = "aB3dE5gH7jK9";
const typedAddresses = [`ada:${password}@hub.example.edu`, `https://h.example.edu/?password=${password}`];

test.each(
  commands
    .filter(({ name }) => name !== "lsp")
    .flatMap((command) => typedAddresses.map((typed) => [command.name, typed, command] as const)),
)("hubc %s repeats no password that was typed: %s", async (_, typed, command) => {
  const cwd = temporaryFolder({ "a.hub": "course a { }\n" });
  const options = command.options.filter(({ value }) => value !== undefined).map(({ name }) => [`--${name}`, typed]);
  const lines = [[typed], [typed, typed, typed], ...options, ...options.map((one) => [...one, "."]), [`--${typed}`]];
  for (const words of lines) {
    const { stdout, stderr } = await runCli([command.name, ...words], { cwd });
    expect(stdout + stderr, words.join(" ")).not.toContain(password);
  }
});

test("a wrong option names the command's help", async () => {
  const { code, stderr } = await runCli(["check", "--jsn"], world);
  expect(code).toBe(2);
  expect(stderr).toContain("hubc check --help shows what it takes.");
});
