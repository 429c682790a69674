// docs/editors.md names files that exist and shows them as they are, and the extension is of the version that it is said to be.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { plain } from "../support/compiled-programs.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(`${root}docs/editors.md`, "utf8");
const json = (path: string) => plain(JSON.parse(readFileSync(root + path, "utf8")));

describe("docs/editors.md", () => {
  const shown = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, path = "", text = ""]) => ({
    path,
    text,
  }));

  it("shows files", () => {
    expect(shown.map(({ path }) => path)).toHaveLength(3);
  });

  it.each(shown)("shows $path as it is", ({ path, text }) => {
    expect(text).toBe(readFileSync(root + path, "utf8"));
  });

  it("names files that exist", () => {
    const named = [...page.matchAll(/(?<![\w/-])editor\/[\w./-]*\w/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !path.includes("/dist/") && !existsSync(root + path))).toEqual([]);
  });

  it("has a section for every editor of its table", () => {
    const links = [...page.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, link]) => link);
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title.toLowerCase().replace(/ /g, "-"));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => link === undefined || !sections.includes(link))).toEqual([]);
  });
});

describe("the extension", () => {
  const manifest = json("editor/vscode/package.json");

  it("has the version of hubc, and is installed by that name", () => {
    expect(manifest["version"]).toBe(json("package.json")["version"]);
    expect(page).toContain(`editor/vscode/dist/hubc-${String(manifest["version"])}.vsix`);
  });

  it("has its settings and commands in its readme and on the page", () => {
    const readme = readFileSync(`${root}editor/vscode/README.md`, "utf8");
    const contributes = plain(manifest["contributes"]);
    const settings = Object.keys(plain(plain(contributes["configuration"])["properties"]));
    expect(settings).toContain("hubc.on");
    for (const setting of settings) {
      expect(readme).toContain(setting);
      expect(page).toContain(setting);
    }
    const commands = contributes["commands"];
    if (!Array.isArray(commands)) throw new Error("there are no commands");
    for (const command of commands) expect(readme).toContain(String(plain(command)["title"]));
  });

  it("pins what it is built with, and its lock says nothing of where that was fetched", () => {
    for (const version of Object.values(plain(manifest["devDependencies"]))) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const packages = plain(json("editor/vscode/package-lock.json")["packages"]);
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    const wrong = Object.entries(packages).filter(
      ([path, one]) => path !== "" && (plain(one)["resolved"] !== undefined || plain(one)["integrity"] === undefined),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});
