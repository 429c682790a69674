// The published forms of what commands print as JSON: every command that takes `--format json` has one, and what it prints is of it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { commands } from "../../compiler/cli/command-table.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const schemas = fileURLToPath(new URL("../../docs/schemas/", import.meta.url));
const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });

/** By the file that says the form of a command's answer. */
const fileOf = (name: string) => ({ set: "change", add: "change" })[name] ?? name;

function schemaOf(name: string) {
  return JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));
}

/** What is wrong with the text by the schema; nothing where it is of its form. */
function problems(name: string, text: string): unknown {
  const validate = ajv.compile({ ...schemaOf(name), $schema: undefined });
  return validate(JSON.parse(text)) ? null : validate.errors;
}

test("every command that prints JSON has a schema", () => {
  const named = commands
    .filter(({ options }) => options.some(({ name, choices }) => name === "format" && choices?.includes("json")))
    .map(({ name }) => fileOf(name));
  for (const name of named) expect(existsSync(join(schemas, `${name}.schema.json`)), name).toBe(true);
  const without = commands.filter(({ name }) => !named.includes(fileOf(name))).map(({ name }) => name);
  expect(without.sort()).toEqual(["completion", "lsp", "preview"]);
});

const programs = fileURLToPath(new URL("../fixtures/programs/", import.meta.url));

describe.each(readdirSync(programs))("%s", (name) => {
  test.each(["check", "capacity", "calendar", "links", "who", "graph"])("%s", async (command) => {
    const { code, stdout } = await runCli([command, "--on", "2026-10-05", "--format", "json"], {
      cwd: join(programs, name),
    });
    expect(code).toBe(0);
    expect(problems(command, stdout)).toBeNull();
  });
});

test.each([
  ["build", ["build"], 0],
  ["init", ["init", "more", "--for", "gke"], 0],
  ["change", ["set", "course.intro.students", "20"], 0],
  ["change", ["set", "course.intro.memory", "2"], 1],
  ["change", ["add", "image.intro.pip", "seaborn==0.13.2"], 0],
  ["fmt", ["fmt"], 0],
  ["doctor", ["doctor"], 0],
  ["explain", ["explain"], 0],
  ["explain", ["explain", "names/duplicate"], 0],
  ["explain", ["explain", "course.memory"], 0],
  ["explain", ["explain", "course.intro.memory"], 0],
] as const)("%s: %j", async (schema, argv, code) => {
  const cwd = temporaryFolder();
  await runCli(["init", "--name", "lab"], { cwd });
  const ran = await runCli([...argv, "--format", "json"], { cwd });
  expect(ran.code).toBe(code);
  expect(problems(schema, ran.stdout)).toBeNull();
});

test("findings, with and without a build", async () => {
  const cwd = temporaryFolder({ "a.hub": 'group g { membrs = ["ada"] }\ngroup g { }\n' });
  for (const command of ["check", "build"]) {
    const { code, stdout } = await runCli([command, "--format", "json"], { cwd });
    expect(code).toBe(1);
    expect(problems(command, stdout)).toBeNull();
  }
});

test.each([
  ["test", ["test", "data8"]],
  ["who-as", ["who", "datahub", "data8", "--as", "ada", "--on", "2026-10-05"]],
  ["who-as", ["who", "stat159", "stat159", "--as", "group:shared-1", "--on", "2026-03-01"]],
  ["audit", ["audit", "data8/out"]],
] as const)("%s: %j", async (schema, argv) => {
  const { stdout } = await runCli([...argv, "--format", "json"], { cwd: examples });
  expect(problems(schema, stdout)).toBeNull();
});
