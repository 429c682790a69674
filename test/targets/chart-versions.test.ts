// What is written for each version of the chart, for every program: the version's schema takes the values, and its classes have the traits.

import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { type Chart, knownCharts } from "../../compiler/knowledge/charts/charts.ts";
import { knownClasses, traitComplaint, traitsOf } from "../../compiler/knowledge/hub-traits.ts";
import { isMap, type Json, mapAt } from "../../compiler/knowledge/json-schema.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { findProject } from "../../compiler/node/find-project.ts";
import { loadSources } from "../../compiler/node/load-sources.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { chartComplaints } from "../support/chart-values.ts";
import { allPrograms, type ProgramCase } from "../support/compiled-programs.ts";

/** The values of every release of a program for a version, or what is said against it. */
function valuesFor({ folder, on }: ProgramCase, chart: Chart): { readonly errors: string[]; readonly values: Json[] } {
  const place = findProject(folder, folder);
  const day = checkedDate(on);
  if ("problem" in place || day === undefined) throw new Error(folder);
  const { sources } = loadSources(place);
  const { files, diagnostics } = compile(
    { ...sources, files: named(sources.files, chart), readYaml, readTemplate },
    { on: day },
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return {
    errors,
    values: files
      .filter(({ path }) => path.endsWith("/values.yaml") && path.startsWith("hubs/"))
      .map(({ text }) => load(text) as Json),
  };
}

type Files = ReturnType<typeof loadSources>["sources"]["files"];

/** The program's files, with the version in its project. */
function named(files: Files, { version }: Chart): Files {
  const head = /^(project [\w-]+ \{)/m;
  const has = files.some(({ text }) => head.test(text));
  if (!has) return [...files, createSourceFile("chart.hub", `project chart-of-the-test { chart = "${version}" }\n`)];
  return files.map((file) =>
    head.test(file.text) ? createSourceFile(file.path, file.text.replace(head, `$1\n  chart = "${version}"\n`)) : file,
  );
}

/** What needs a later chart than some, by the program. */
const needs: Readonly<Record<string, string>> = {
  "ci-systems": "4.0.0",
  "course-side": "4.0.0",
  "courses-by-group": "4.1.0",
  "examples/stat159": "4.0.0",
  "groups-from-sign-in": "4.0.0",
  "several-courses": "4.1.0",
  "sign-ins": "4.0.0",
  "sign-in-variants": "4.2.0",
  stat159: "4.0.0",
};

describe.each(knownCharts)("chart $version", (chart) => {
  // An external hub has no values.
  test.each(allPrograms.filter(({ name }) => name !== "examples/external-hub"))("$name", (program) => {
    const { errors, values } = valuesFor(program, chart);
    const later = needs[program.name];
    if (later !== undefined && chart.version < later) {
      expect(new Set(errors)).toEqual(new Set(["hub/needs-chart"]));
      return;
    }
    expect(errors).toEqual([]);
    expect(values.length).toBeGreaterThan(0);
    for (const one of values) {
      expect(chartComplaints(one, chart)).toEqual([]);
      expect(unknownTraits(one, chart)).toEqual([]);
    }
  });
});

/** Traits that the hub's own Python adds in an older chart (python/hubc_older). */
const made: ReadonlySet<string> = new Set([
  "Authenticator.allow_all",
  "Authenticator.allow_existing_users",
  "KubeSpawner.group_overrides",
]);

function unknownTraits(values: Json, chart: Chart): string[] {
  const config = isMap(values) ? mapAt(values, "hub.config") : {};
  return Object.entries(config).flatMap(([className, section]) => {
    if (!isMap(section) || !knownClasses(chart).includes(className)) return [];
    const traits = traitsOf(chart, className) ?? {};
    return Object.entries(section).flatMap(([name, value]) => {
      const path = `${className}.${name}`;
      const trait = Object.hasOwn(traits, name) ? traits[name] : undefined;
      if (trait === undefined) return made.has(path) && chart.version < "4.0.0" ? [] : [`${path} is no trait`];
      // An enumeration of Python, which takes the names of its members.
      if (trait.type === "UseEnum") return [];
      return traitComplaint(trait, value) === undefined ? [] : [`${path} does not take ${JSON.stringify(value)}`];
    });
  });
}
