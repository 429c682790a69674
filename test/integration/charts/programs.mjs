// The examples and the fixtures, built for a version of the chart: each is copied, and its project names the version.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dump, load } from "js-yaml";

export const projectRoot = resolve(fileURLToPath(new URL("../../..", import.meta.url)));

/** The days that the READMEs of the examples name; fixtures are built for 5 October 2026. */
const days = { "examples/stat159": "2026-03-01" };
const realHubs = "test/fixtures/real-hubs";

export const programs = ["examples", "test/fixtures/programs", realHubs].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== "umbrellas")
    .map(({ name }) => ({ name: join(folder, name), on: days[join(folder, name)] ?? "2026-10-05" })),
);

/** Are its values only a part, which an umbrella chart's own complete, with pieces of Python that the program's count on? */
export function isPart({ name }) {
  return name.startsWith(realHubs);
}

/** Builds a program for a version: its values files, or what the compiler says against it. `target` lies outside any repository. */
export function buildFor(program, version, target) {
  const { name, on } = program;
  const folder = join(target, version, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = join(projectRoot, name);
  const isOutput = (path) => /^(?:out|expected)(?:\/|$)/.test(relative(source, path));
  cpSync(source, folder, { recursive: true, filter: (path) => !isOutput(path) });
  nameChart(folder, version);
  const cli = join(projectRoot, "dist/cli.js");
  const args = [cli, "build", folder, "--on", on, "--out", join(folder, "built")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) return { errors: `${stdout}${stderr}`, values: [] };
  const hubs = join(folder, "built/hubs");
  const values = existsSync(hubs) ? valuesIn(hubs) : [];
  return { errors: "", values: isPart(program) ? values.map(partOf) : values };
}

function valuesIn(hubs) {
  return readdirSync(hubs).flatMap((hub) =>
    readdirSync(join(hubs, hub)).flatMap((stage) => {
      const path = join(hubs, hub, stage, "values.yaml");
      return existsSync(path) ? [{ release: `${hub}-${stage}`, path }] : [];
    }),
  );
}

/** The chart's part of a file of an umbrella chart. */
function partOf({ release, path }) {
  const values = load(readFileSync(path, "utf8"));
  const target = path.replace(/values\.yaml$/, "part.yaml");
  writeFileSync(target, dump(values.jupyterhub ?? values.basehub.jupyterhub));
  return { release, path: target };
}

function nameChart(folder, version) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith(".hub"));
  for (const file of files.map((one) => join(folder, String(one)))) {
    const text = readFileSync(file, "utf8");
    const named = text.replace(/^(\s*|project [\w-]+ \{ )chart\s*=\s*"[^"]*"/m, (all, before) => before);
    const changed = named.replace(/^(project [\w-]+(?: extends [\w.-]+)? \{)/m, `$1\n  chart = "${version}"\n`);
    if (changed === named) continue;
    writeFileSync(file, changed);
    return;
  }
  writeFileSync(join(folder, "chart-of-the-test.hub"), `project chart-of-the-test {\n  chart = "${version}"\n}\n`);
}
