// What is merged onto a mapping that grows comes to what merging one after the other comes to.

import { expect, test } from "vitest";
import { growingMapping } from "../../compiler/output/growing-mapping.ts";
import { mergeMappings, type YamlMapping, type YamlNode, yaml } from "../../compiler/output/yaml-tree.ts";
import { fc } from "../support/properties.ts";

const place = (start: number) => ({ file: { path: "a", text: "" }, start, end: start }) as never; // only its identity counts

function isMapping(node: YamlNode): node is YamlMapping {
  return node.kind === "mapping";
}

const key = fc.constantFrom("a", "b", "c", "__proto__");
const { tree } = fc.letrec<{ tree: YamlNode; scalar: YamlNode; map: YamlNode }>((tie) => ({
  scalar: fc.integer({ min: 0, max: 3 }).map((value) => yaml(value)),
  map: fc
    .record({
      entries: fc.uniqueArray(fc.tuple(key, tie("tree")), { selector: ([one]) => one, maxLength: 4 }),
      at: fc.option(fc.nat(3), { nil: undefined }),
      note: fc.option(fc.constantFrom("x", "y"), { nil: undefined }),
    })
    .map(({ entries, at, note }) => ({
      ...yaml({}),
      kind: "mapping" as const,
      entries: entries.map(([name, value]) => ({
        key: name,
        value,
        origin: at === undefined ? undefined : places[at],
      })),
      origin: at === undefined ? undefined : places[at],
      comment: note === undefined ? undefined : [note],
    })) as fc.Arbitrary<YamlNode>, // a mapping with its mark
  tree: fc.oneof({ depthSize: "small" }, tie("scalar"), tie("map")),
}));
const places = [place(0), place(1), place(2), place(3)];
const mappings = tree.filter(isMapping);

test("merges as one after the other, and changes nothing that was given", () => {
  fc.assert(
    fc.property(mappings, fc.array(mappings, { maxLength: 6 }), (base, others) => {
      const before = JSON.stringify([base, others]);
      const growing = growingMapping(base);
      for (const one of others) growing.merge(one);
      expect(growing.node).toEqual(others.reduce((merged, one) => mergeMappings(merged, one), base));
      expect(JSON.stringify([base, others])).toBe(before);
      for (const { key: name, value } of growing.node.entries) {
        expect(growing.entry(growing.node, name)?.value).toBe(value);
        if (isMapping(value)) expect(growing.entry(value, "a")).toEqual(value.entries.find((one) => one.key === "a"));
      }
    }),
  );
});
