// The programs whose pages are opened: both examples and every fixture, each built into a folder of its own.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectRoot } from "./setup.mjs";

/** The examples, with the days that their READMEs name. */
export const examples = [
  { name: "data8", on: "2026-10-05" },
  { name: "stat159", on: "2026-03-01" },
];

const examplePrograms = examples.map(({ name, on }) => ({ name, on, folder: `examples/${name}` }));

/** Builds the examples below `work`; gives their names and folders. @throws Error where hubc is not built, or a program has errors. */
export function buildExamples(work) {
  return buildAll(examplePrograms, work);
}

/** The same for the examples and every fixture; only those that are named, where some are. */
export function buildPrograms(work, names = []) {
  const fixtures = readdirSync(join(projectRoot, "test/fixtures/programs")).sort();
  const programs = [
    ...examplePrograms,
    ...fixtures.map((name) => ({ name: `fixture-${name}`, on: "2026-10-05", folder: `test/fixtures/programs/${name}` })),
  ];
  return buildAll(
    programs.filter(({ name }) => names.length === 0 || names.includes(name)),
    work,
  );
}

/** The command line that is tried. */
export const hubc = resolve(process.env["HUBC_CLI"] ?? join(projectRoot, "dist/cli.js"));

function buildAll(programs, work) {
  if (!existsSync(hubc)) throw new Error(`${hubc} does not exist: run \`npm run build\` first`);
  return programs.map(({ name, on, folder }) => {
    const out = join(work, name);
    execFileSync(process.execPath, [hubc, "build", join(projectRoot, folder), "--out", out, "--on", on], { stdio: ["ignore", "ignore", "pipe"] });
    return { name, on, folder: join(projectRoot, folder), out };
  });
}
