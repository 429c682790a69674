import { describe, expect, it } from "vitest";
import {
  isEmpty,
  mapping,
  memberOf,
  mergeMappings,
  plainData,
  withComment,
  withOrigin,
  yaml,
} from "../../compiler/output/yaml-tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { spanOf } from "../../compiler/text/span.ts";

const file = createSourceFile("a.hub", "0123456789");
const first = spanOf(file, { start: 0, end: 1 });
const second = spanOf(file, { start: 1, end: 2 });

describe("yaml", () => {
  it("drops undefined members and keeps nodes", () => {
    const port = withOrigin(80, first);
    const node = yaml({ a: undefined, b: [1, undefined, port], c: null }, second);
    expect(plainData(node)).toEqual({ b: [1, 80], c: null });
    expect(node.origin).toBe(second);
    const list = node.kind === "mapping" ? memberOf(node, "b") : undefined;
    expect(list?.kind === "sequence" && list.items[1]).toBe(port);
    expect(plainData(yaml(undefined))).toBe(null);
  });

  it("takes data that looks like a node for data", () => {
    const lookalike = { kind: "scalar", value: 1 };
    expect(plainData(yaml(lookalike))).toEqual(lookalike);
  });

  it("keeps the origin that a node has", () => {
    expect(yaml(withOrigin(1, first), second).origin).toBe(first);
    expect(yaml(yaml(1), second).origin).toBe(second);
    expect(withOrigin(withComment(1, "why"), second)).toMatchObject({ origin: second, comment: ["why"] });
  });

  it("keeps keys that mean something to JavaScript", () => {
    expect(
      Object.keys(
        Object(
          plainData(
            mapping([
              ["__proto__", 1],
              ["b", 2],
              ["1", 3],
            ]),
          ),
        ),
      ),
    ).toContain("__proto__");
    expect(
      mapping([
        ["b", 2],
        ["1", 3],
      ]).entries.map((entry) => entry.key),
    ).toEqual(["b", "1"]);
  });
});

describe("mapping", () => {
  it("refuses the same key twice", () => {
    expect(() =>
      mapping([
        ["a", 1],
        ["a", 2],
      ]),
    ).toThrow("invariant");
  });

  it("is empty without members", () => {
    expect([mapping([["a", undefined]]), yaml([]), yaml({}), yaml(""), yaml([0])].map(isEmpty)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("mergeMappings", () => {
  it("merges maps and replaces everything else, in the order of the first", () => {
    const base = mapping([
      ["a", { x: 1, y: [1, 2] }],
      ["b", 1],
      ["c", { z: 1 }],
    ]);
    const over = mapping([
      ["d", 4],
      ["c", null],
      ["a", { y: [3], w: {} }],
    ]);
    const merged = plainData(mergeMappings(base, over));
    expect(JSON.stringify(merged)).toBe('{"a":{"x":1,"y":[3],"w":{}},"b":1,"c":null,"d":4}');
    expect(plainData(base)).toEqual({ a: { x: 1, y: [1, 2] }, b: 1, c: { z: 1 } });
  });

  it("takes the origin of what replaces", () => {
    const merged = mergeMappings(
      mapping([
        ["a", withOrigin(1, first)],
        ["m", withOrigin({ k: 1 }, first)],
      ]),
      mapping([
        ["a", withOrigin(2, second)],
        ["m", withOrigin({ k: withOrigin(3, second) }, second)],
      ]),
    );
    expect(memberOf(merged, "a")?.origin).toBe(second);
    const inner = memberOf(merged, "m");
    expect(inner?.origin).toBe(first);
    expect(inner?.kind === "mapping" && memberOf(inner, "k")?.origin).toBe(second);
  });
});
