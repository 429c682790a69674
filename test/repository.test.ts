// What holds for every committed file: nothing of the place where it was written, pinned packages, a licence, reasons.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { plain } from "./support/compiled-programs.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const text = (path: string) => readFileSync(root + path, "utf8");
const packageJson = plain(JSON.parse(text("package.json")));
const dependencies = Object.entries(plain(packageJson["devDependencies"]));

/** Paths that git knows, or would with the next commit. */
function committedPaths(): string[] {
  const git = (...args: readonly string[]) => execFileSync("git", [...args], { cwd: root, encoding: "utf8" });
  return git("ls-files", "--cached", "--others", "--exclude-standard", "-z")
    .split("\0")
    .filter((path) => path !== "" && existsSync(root + path));
}

const isClone = existsSync(`${root}.git`);
const paths = isClone ? committedPaths() : [];
const self = "test/repository.test.ts";

/** Lines of committed texts that match, as `path: line`. */
function linesWith(pattern: RegExp, except: readonly string[] = []): string[] {
  return paths
    .filter((path) => path !== self && !except.includes(path))
    .flatMap((path) =>
      text(path)
        .split("\n")
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim().slice(0, 120)}`),
    );
}

describe.skipIf(!isClone)("the committed files", () => {
  it("are found", () => {
    expect(paths.length).toBeGreaterThan(200);
    expect(linesWith(/"name": "hubc"/).length).toBeGreaterThan(0);
  });

  it("take the values of property tests from one seed", () => {
    expect(linesWith(/from "fast-check"/, ["test/support/properties.ts"])).toEqual([]);
  });

  it("time no test: how long one may wait stands in vitest.config.ts, for the slowest machine", () => {
    const tests = paths.filter((path) => /^test\/.*\.test\.ts$/.test(path) && path !== self);
    const timed = /^\s*\}, [\d_]+\);$|\b(?:test|it|describe)\b.*\{ timeout: [\d_]+ \}|^\s*\{ timeout: [\d_]+ \},$/m;
    expect(tests.filter((path) => timed.test(text(path)))).toEqual([]);
  });

  it("name no folder of the machine that they were written on", () => {
    expect(linesWith(/(?<![\w.\]-])\/(?:root|work|Users)\//)).toEqual([]);
    expect(
      paths.filter((path) => path !== self && (text(path).includes(root) || text(path).includes(`${homedir()}/`))),
    ).toEqual([]);
  });

  it("hold no generated or foreign folders", () => {
    expect(
      paths.filter((path) => /(?:^|\/)(?:node_modules|dist|\.venv|\.build|\.cache|__pycache__)\//.test(path)),
    ).toEqual([]);
  });

  it("end with one line end, without carriage returns, except where a test is about that", () => {
    const texts = paths.filter(
      (path) => /\.(?:ts|mjs|md|json|hub|py|yaml|yml|hbs)$/.test(path) && !path.includes("/fixtures/"),
    );
    expect(texts.filter((path) => !/[^\n]\n$/.test(text(path)) || text(path).includes("\r"))).toEqual([]);
  });
});

describe("package-lock.json", () => {
  const packages = plain(plain(JSON.parse(text("package-lock.json")))["packages"]);

  it("says nothing of where packages were fetched", () => {
    expect(Object.keys(packages).length).toBeGreaterThan(50);
    const addresses = Object.entries(packages).flatMap(([path, one]) => {
      const { funding: _, ...rest } = plain(one);
      return (
        JSON.stringify(rest)
          .match(/"resolved"|https?:/g)
          ?.map((found) => `${path}: ${found}`) ?? []
      );
    });
    expect(addresses).toEqual([]);
  });

  it("has a digest for every package, and the versions that package.json names", () => {
    const missing = Object.entries(packages).filter(
      ([path, one]) => path !== "" && typeof plain(one)["integrity"] !== "string",
    );
    expect(missing.map(([path]) => path)).toEqual([]);
    for (const [name, version] of dependencies)
      expect(plain(packages[`node_modules/${name}`])["version"], name).toBe(version);
  });
});

describe("package.json", () => {
  it("pins every dependency to one version", () => {
    for (const [name, version] of dependencies) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("pins what the compiler imports, and has nothing installed beside it, since dist/ is bundled", () => {
    const files = readdirSync(`${root}compiler`, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts"),
    );
    const imported = files.flatMap((path) =>
      [...text(`compiler/${path}`).matchAll(/(?:from |import\()"((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^"]*)?"/g)].map(
        ([, name]) => name ?? "",
      ),
    );
    const packages = new Set(imported.filter((name) => name !== "node" && name !== ""));
    expect(packages.size).toBeGreaterThan(5);
    expect([...packages].filter((name) => !dependencies.some(([one]) => one === name))).toEqual([]);
    expect(packageJson).not.toHaveProperty("dependencies");
  });

  it("is published", () => {
    expect(packageJson).not.toHaveProperty("private");
  });

  it("says from which Node on it works, and what the commands of the README are", () => {
    expect(plain(packageJson["engines"])["node"]).toBe(">=20.19");
    for (const script of ["example", "test", "test:hub", "bench"])
      expect(plain(packageJson["scripts"]), script).toHaveProperty(script);
  });

  it("names the licence that LICENSE holds", () => {
    expect(packageJson["license"]).toBe("BSD-3-Clause");
    expect(text("LICENSE")).toContain("BSD 3-Clause License");
  });
});

describe("CONTRIBUTING.md", () => {
  it("says why each dependency is there", () => {
    const cells = text("CONTRIBUTING.md")
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .flatMap((line) => line.split("|")[1]?.split(/[\s,`]+/) ?? []);
    expect(dependencies.map(([name]) => name).filter((name) => !cells.includes(name))).toEqual([]);
  });
});
