import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Version, VersionSpec } from "@conda-org/rattler";
import { describe, expect, it } from "vitest";
import { exclude, rangeOf, versionRange } from "../../../compiler/knowledge/version-range.ts";
import { parseCondaRequirement } from "../../../compiler/syntax/requirements/conda-match-spec.ts";
import type { Requirement } from "../../../compiler/syntax/requirements/requirement.ts";
import { fc } from "../../support/properties.ts";

// rattler, which pixi solves with, tells which version expressions of conda are valid, and which versions they admit. It knows no version
// that ends in `_` (OpenSSL's `1.0.1_`), which conda does.

const operators = ["==", "=", ">=", "<=", ">", "<", "!=", "~=", "", "===", "=>", "!"];
const versions = [
  "1",
  "1.2",
  "1.2.0",
  "1.2.3",
  "1.26.4",
  "1!2.0",
  "2.0a1",
  "1.2.dev0",
  "1.2.post1",
  "1.2.*",
  "1.*",
  "1.2*",
  "*",
  "1..2",
  "",
  "x",
];
const clause = fc.tuple(fc.constantFrom(...operators), fc.constantFrom(...versions)).map((pair) => pair.join(""));
const expression = fc
  .tuple(fc.array(clause, { minLength: 1, maxLength: 3 }), fc.constantFrom(",", ",", "|"))
  .map(([clauses, joint]) => clauses.join(joint));

/** Lines of the cases beside the checkout, else some of them. */
const folder = join(import.meta.dirname, "../../../../shared/cases");
const fewLines = [
  "numpy=1.26",
  "jupyterlab==3.6.1",
  "jupyter-resource-usage==1.1*",
  "jupyter-server-proxy>=4.4.0,4.*",
  "tornado==6.2.0",
  "r-base>=4.4,<4.6",
];

function realLines(): readonly string[] {
  if (!existsSync(folder)) return fewLines;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /environment[^/]*\.ya?ml$/.test(path),
  );
  const lines = files.flatMap((path) => readFileSync(join(folder, path), "utf8").split("\n"));
  return [
    ...fewLines,
    ...lines.flatMap((line) => /^\s*- ([A-Za-z0-9_.:-]+\s*[=<>!~][^#:]*?)\s*(?:#.*)?$/.exec(line)?.[1] ?? []),
  ];
}

function read(line: string): Requirement | undefined {
  const parsed = parseCondaRequirement(line);
  return "error" in parsed ? undefined : parsed.requirement;
}

/** rattler's reading of an expression; undefined where it has none. Patterns after `=`, which conda takes, it takes only when it is lenient. */
function spec(text: string): VersionSpec | undefined {
  for (const strictness of /=[^,|]*\*/.test(text) ? (["strict", "lenient"] as const) : (["strict"] as const)) {
    try {
      return new VersionSpec(text, strictness);
    } catch {}
  }
  return undefined;
}

/** An expression of versions alone. On a line, a version without an operator is an exact one. */
function onItsOwn({ version = "*" }: Requirement): string {
  const plain = version.replaceAll(/\s+/g, "");
  return plain.replace(/(^|[,|])(?=[^=<>!~,|*][^,|*]*(?:[,|]|$))/g, "$1==");
}

const samples = [
  ...[
    "0.9",
    "1",
    "1.0",
    "1.1.9",
    "1.2",
    "1.2.0",
    "1.2.1",
    "1.2.3",
    "1.3",
    "1.26.3",
    "1.26.4",
    "1.26.5",
    "1.27",
    "2",
    "2.0",
    "2.1",
  ],
  ...["2.19.0", "2.4.3", "3.6.1", "4.4.0", "4.5", "4.5.6", "6.2", "2023.1.1"],
];

/** Where rattler admits a release that is excluded here, or the other way round where `both` are to be the same. */
function disagreements(requirement: Requirement, both: boolean): readonly string[] {
  const text = onItsOwn(requirement);
  const theirs = spec(text);
  if (theirs === undefined) return [`rattler does not read ${text}`];
  const range = versionRange(requirement);
  return samples.flatMap((sample) => {
    const admits = theirs.matches(new Version(sample));
    const excluded = exclude(range, rangeOf(`==${sample}`));
    return (admits && excluded) || (both && admits === excluded)
      ? [`${text}: rattler ${admits ? "admits" : "excludes"} ${sample}`]
      : [];
  });
}

describe("version expressions of conda", () => {
  it("are valid for rattler where they are here, and admit no release that is excluded here", () => {
    let readable = 0;
    fc.assert(
      fc.property(expression, (text) => {
        const requirement = read(`numpy ${text}`);
        if (requirement === undefined || requirement.build !== undefined) return;
        readable += 1;
        expect(disagreements(requirement, false)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(readable).toBeGreaterThan(300);
  });

  it("of one condition on numbers admit the same", () => {
    for (const operator of ["==", "=", ">=", "<=", ">", "<"]) {
      for (const version of ["1", "1.2", "1.2.0", "1.26.4", "2.0", "4.5"]) {
        const requirement = read(`numpy${operator}${version}`);
        expect(requirement, `numpy${operator}${version}`).toBeDefined();
        if (requirement !== undefined) expect(disagreements(requirement, true)).toEqual([]);
      }
    }
  });

  it("of real environments mean the same", () => {
    const lines = realLines();
    const found = lines.flatMap((line) => {
      const requirement = read(line);
      return requirement === undefined
        ? [`${line} is not read`]
        : disagreements(requirement, /^[=<>]+[0-9.]+$/.test(onItsOwn(requirement)));
    });
    expect(found).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(fewLines.length);
  });
});
