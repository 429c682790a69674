import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { popularPackages } from "../../../compiler/knowledge/popular-packages.ts";
import { parseCondaRequirement } from "../../../compiler/syntax/requirements/conda-match-spec.ts";
import { parseDebianPackages } from "../../../compiler/syntax/requirements/debian-package.ts";
import { parsePipRequirement } from "../../../compiler/syntax/requirements/pep508.ts";
import type { Ecosystem, ParsedRequirement } from "../../../compiler/syntax/requirements/requirement.ts";
import { closest } from "../../../compiler/text/edit-distance.ts";

interface FoundLine {
  readonly file: string;
  readonly line: string;
  readonly ecosystem: Ecosystem;
}

const folder = join(import.meta.dirname, "../../../../shared/cases");
const found = existsSync(folder) ? collect() : [];
if (found.length === 0) console.log("skipped: the files of real hubs are not beside the checkout (../shared/cases)");

describe.skipIf(found.length === 0)("lines of real hubs' files", () => {
  test("are read", () => {
    const refused = found.flatMap(({ file, line, ecosystem }) =>
      parse(line, ecosystem).flatMap((result) =>
        "error" in result ? [`${file}: ${line}: ${result.error.message}`] : [],
      ),
    );
    expect(refused).toEqual([]);
    expect(found.length).toBeGreaterThan(500);
  });

  test("name packages of the list of popular ones", () => {
    const unknown = found.flatMap(({ line, ecosystem }) =>
      parse(line, ecosystem).flatMap((result) => {
        if ("error" in result || result.requirement.url !== undefined) return [];
        const { name } = result.requirement;
        return popularPackages[ecosystem].includes(name)
          ? []
          : [`${ecosystem} ${name} ~ ${closest(name, popularPackages[ecosystem])}`];
      }),
    );
    expect(unknown).toEqual([]);
  });
});

function parse(line: string, ecosystem: Ecosystem): readonly ParsedRequirement[] {
  if (ecosystem === "apt") return parseDebianPackages(line);
  return [ecosystem === "conda" ? parseCondaRequirement(line) : parsePipRequirement(line)];
}

function collect(): readonly FoundLine[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => /(?:^|\/)image[^/]*\//.test(path))
    .flatMap((path) => {
      if (path.endsWith("apt.txt")) return plainLines(path, "apt");
      if (path.endsWith("requirements.txt")) return plainLines(path, "pip");
      return /\.ya?ml$/.test(path) ? dependencies(path) : [];
    });
}

function plainLines(file: string, ecosystem: Ecosystem): readonly FoundLine[] {
  return readFileSync(join(folder, file), "utf8")
    .split("\n")
    .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
    .filter((line) => line !== "")
    .map((line) => ({ file, line, ecosystem }));
}

/** The items of `dependencies:` and of the `pip:` in them, as these files are laid out. */
function dependencies(file: string): readonly FoundLine[] {
  const lines: FoundLine[] = [];
  let inside = false;
  let ecosystem: Ecosystem = "conda";
  let pipIndent = 0;
  for (const raw of readFileSync(join(folder, file), "utf8").split("\n")) {
    const text = raw.replace(/(?:^|\s)#.*$/, "").trimEnd();
    if (text === "") continue;
    if (/^\w/.test(text)) inside = text === "dependencies:";
    const item = /^(\s*)-\s+(.*)$/.exec(text);
    if (!inside || item === null) continue;
    const [, indent = "", line = ""] = item;
    if (line === "pip:") {
      ecosystem = "pip";
      pipIndent = indent.length;
    } else {
      if (ecosystem === "pip" && indent.length <= pipIndent) ecosystem = "conda";
      lines.push({ file, line, ecosystem });
    }
  }
  return lines;
}
