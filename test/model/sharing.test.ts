// What neither a declaration nor its parent changes is one object, which is what makes a large program small.

import { describe, expect, test } from "vitest";
import { evaluated } from "../../compiler/examine.ts";
import type { Block } from "../../compiler/model/block.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const parent = `image parent {
  base   = "quay.io/jupyter/minimal-notebook:2026-01-05"
  python = "3.12"
  conda { numpy }
  env { A = "1" }
}`;

function block(name: string, ...texts: readonly string[]): Block {
  const file = createSourceFile("a.hub", texts.join("\n"));
  const found = evaluated({ files: [file], assets: new Map() }).find(({ declaration }) => declaration.name === name);
  if (found?.block === undefined) throw new Error(`no ${name}`);
  return found.block;
}

/** Parent and child as one program has them. */
function both(body: string): { readonly under: Block; readonly over: Block } {
  const file = createSourceFile("a.hub", `${parent}\nimage child extends parent {\n${body}\n}`);
  const [under, over] = evaluated({ files: [file], assets: new Map() }).map((one) => one.block);
  if (under === undefined || over === undefined) throw new Error("two images");
  return { under, over };
}

const inner = (of: Block, key: string) => of.blocks.find((one) => one.key === key);

describe("a child", () => {
  test("has its parent's settings where it says none", () => {
    const { under, over } = both('env { B = "2" }');
    expect(over.settings).toBe(under.settings);
  });

  test("has the parent's blocks that it does not name, and blocks of its own where it does", () => {
    const { under, over } = both('env { B = "2" }');
    expect(inner(over, "conda")).toBe(inner(under, "conda"));
    expect([...(inner(over, "env")?.settings.keys() ?? [])]).toEqual(["A", "B"]);
    expect([...(inner(under, "env")?.settings.keys() ?? [])]).toEqual(["A"]);
  });

  test("has the parent's other settings where it says one", () => {
    const { under, over } = both('python = "3.13"');
    expect(over.settings.get("base")).toBe(under.settings.get("base"));
    expect(over.settings.get("python")).toMatchObject({ value: "3.13", by: "image child", earlier: [{ how: "set" }] });
    expect(under.settings.get("python")).toMatchObject({ value: "3.12", by: "image parent", earlier: [] });
  });
});

describe("a declaration without a parent", () => {
  test("starts from a default that it adds to, and drops what is none", () => {
    const { settings } = block("c", 'image c {\n  channels += ["r"]\n  python = none\n}');
    expect(settings.get("channels")).toMatchObject({ how: "added", by: "image c" });
    expect(settings.has("python")).toBe(false);
  });

  test("knows a value with an error as unknown, inside blocks too", () => {
    const { settings, blocks } = block("c", "image c {\n  python = 3\n  env { A = 5 }\n}");
    expect(typeof settings.get("python")).toBe("symbol");
    expect(typeof blocks[0]?.settings.get("A")).toBe("symbol");
  });
});

describe("a group on a hub", () => {
  const groups = (members: string) => {
    const model = modelOf(smallProgram({ course: "roster = [g]", more: `group g { members = [${members}] }` }));
    const [onHub] = model.releases.flatMap((release) => release.groups);
    return { declared: model.groups[0], onHub };
  };

  test("is the one that is declared where sign-in changes no name", () => {
    const { declared, onHub } = groups('"ada", "grace"');
    expect(onHub).toBe(declared);
    expect(onHub?.members.map(({ value }) => value)).toEqual(["ada", "grace"]);
  });

  test("has the names as sign-in gives them", () => {
    const { declared, onHub } = groups('"Ada", "grace"');
    expect(onHub?.members.map(({ value }) => value)).toEqual(["ada", "grace"]);
    expect(declared?.members.map(({ value }) => value)).toEqual(["Ada", "grace"]);
  });
});
