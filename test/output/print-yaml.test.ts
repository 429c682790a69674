import { spawnSync } from "node:child_process";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { printYaml } from "../../compiler/output/print-yaml.ts";
import {
  mapping,
  type PlainData,
  plainData,
  withComment,
  withOrigin,
  type YamlNode,
  yaml,
} from "../../compiler/output/yaml-tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { spanOf } from "../../compiler/text/span.ts";
import { fc } from "../support/properties.ts";
import { pythonWith } from "../support/python.ts";
import { trickyStrings } from "./tricky-strings.ts";

const python = pythonWith("yaml");

const keyed = mapping(trickyStrings.map((text) => [text, text]));
const nested: YamlNode = yaml({
  map: keyed,
  list: [...trickyStrings],
  lists: trickyStrings.map((text) => [[text]]),
  maps: trickyStrings.map((text) => mapping([[text, mapping([[text, [text, mapping([[text, text]])]]])]])),
  deep: mapping(trickyStrings.map((text) => [text, { in: [text], on: { [text]: text } }])),
});

function print(node: YamlNode): string {
  const printed = printYaml([node], { origin: undefined });
  expect(printed.origins.length).toBe(printed.text.split("\n").length - 1);
  expect(printed.text.endsWith("\n")).toBe(true);
  return printed.text;
}

describe("the tricky strings", () => {
  it("are many", () => {
    expect(trickyStrings.length).toBeGreaterThan(250);
  });

  it("come back from js-yaml as keys and values at the root, and nested", () => {
    expect(load(print(keyed))).toEqual(plainData(keyed));
    expect(load(print(nested))).toEqual(plainData(nested));
  });

  it.each(trickyStrings.map((text) => [text]))(
    "%j comes back alone: as document, only key, only value, only item",
    (text) => {
      expect(load(print(yaml(text)))).toBe(text);
      expect(load(print(yaml([text, text])))).toEqual([text, text]);
      expect(load(print(mapping([[text, 1]])))).toEqual(plainData(mapping([[text, 1]])));
      expect(load(print(yaml({ k: { k: text }, z: text })))).toEqual({ k: { k: text }, z: text });
    },
  );
});

describe("random trees", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(..."\n\n  \t:#-?'\"\\|>%&*!~=<,[]{}01.eyn_\r\u0085\u2028\ufeff\u00e9\u{1f600}x"),
      maxLength: 14,
    }),
    fc.constantFrom(...trickyStrings.slice(0, 200)),
  );
  const scalar = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec<{ tree: YamlNode }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar.map((value) => yaml(value)),
      fc.array(tie("tree"), { maxLength: 4 }).map((items) => yaml(items)),
      fc
        .uniqueArray(fc.tuple(text, tie("tree")), { maxLength: 4, selector: ([key]) => key })
        .map((pairs) => mapping(pairs)),
      fc.tuple(tie("tree"), text).map(([node, comment]) => withComment(node, comment)),
    ),
  }));

  it("come back from js-yaml, whatever comments they bear", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(load(print(node))).toEqual(plainData(node));
      }),
      { numRuns: 3000 },
    );
  });

  it.skipIf(python === undefined)("come back from PyYAML, as the tricky strings do", () => {
    const nodes = [
      keyed,
      nested,
      ...trickyStrings.map((one) => yaml(one)),
      ...fc.sample(tree, { numRuns: 1500, seed: 7 }),
    ];
    const failures = pyYamlFailures(nodes.map((node) => ({ text: print(node), data: plainData(node) })));
    expect(failures).toBe(`0 of ${nodes.length}`);
  });
});

/** What PyYAML reads wrongly, in words. */
function pyYamlFailures(cases: readonly { readonly text: string; readonly data: PlainData }[]): string {
  const program = `
import json, sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
cases = json.load(sys.stdin)
wrong = []
def same(a, b):
    if isinstance(a, bool) or isinstance(b, bool) or a is None or b is None or isinstance(a, str) or isinstance(b, str):
        return type(a) is type(b) and a == b
    if isinstance(a, list): return isinstance(b, list) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict): return isinstance(b, dict) and len(a) == len(b) and all(k in b for k in a) and all(type(k) is str and same(a[k], b[k]) for k in b)
    return not isinstance(b, (list, dict)) and a == b
for case in cases:
    for use in {loader, yaml.SafeLoader}:
        try:
            if same(yaml.load(case["text"], use), case["data"]): continue
            wrong.append(case["text"])
        except Exception as error:
            wrong.append(str(error) + case["text"])
print(str(len(wrong)) + " of " + str(len(cases)) + "".join("\\n" + repr(text[:300]) for text in wrong[:5]), end="")
`;
  const run = spawnSync(python ?? "", ["-c", program], { input: JSON.stringify(cases), encoding: "utf8" });
  return run.status === 0 ? run.stdout : run.stderr;
}

describe("the layout", () => {
  const file = createSourceFile("a.hub", "0123456789");
  const at = (start: number) => spanOf(file, { start, end: start + 1 });

  it("is block style with comments above what they are about, and one origin a line", () => {
    const tree = mapping(
      [
        ["kind", "Service"],
        ["empty", { list: [], map: {}, nothing: null }],
        [
          "ports",
          withComment(
            withOrigin([withComment({ port: 80, name: "no" }, "first\n- not an item"), [[1.5], []]], at(2)),
            "two",
            "words",
          ),
        ],
        ["run", withOrigin("#!/bin/sh\n\nexit 0\n\n", at(3))],
        ["kept", "  two\nlines"],
      ],
      at(1),
    );
    const printed = printYaml([withComment(tree, "about"), withOrigin("x", at(4))], {
      header: ["made by\r\nhubc", ""],
      origin: undefined,
    });
    expect(`\n${printed.text}`).toBe(`
# made by
# hubc
#
# about
kind: Service
empty:
  list: []
  map: {}
  nothing: null
# two
# words
ports:
  # first
  # - not an item
  - port: 80
    name: "no"
  - - - 1.5
    - []
run: |+
  #!/bin/sh

  exit 0

kept: |2-
    two
  lines
---
x
`);
    const starts = printed.origins.map((origin) => origin?.start ?? "-").join("");
    expect(starts).toBe("---111111" + "22222222" + "2" + "33333" + "111" + "44");
  });

  it("gives the line of a key the entry's origin, and the lines below the value's", () => {
    const entries = [{ key: "a", value: yaml([1], at(2)), origin: at(1) }];
    expect(printYaml([{ ...mapping([]), entries }], { origin: at(0) }).origins.map((origin) => origin?.start)).toEqual([
      1, 2,
    ]);
    expect(printYaml([yaml(1)], { header: ["h"], origin: at(5) }).origins.map((origin) => origin?.start)).toEqual([
      5, 5,
    ]);
  });

  it("writes nothing for no document", () => {
    expect(printYaml([], { origin: undefined })).toEqual({ text: "", origins: [] });
  });

  it.each([
    [1e21, "1.0e+21"],
    [1.5e-7, "1.5e-7"],
    [-0, "-0.0"],
    [2 ** 53, "9007199254740992"],
    [0.1, "0.1"],
  ])("writes the number %d as all readers take it", (value, text) => {
    expect(print(yaml(value))).toBe(`${text}\n`);
    expect(load(text)).toBe(value);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (value) => {
    expect(() => print(yaml(value))).toThrow("invariant");
  });

  it("lets readable text be, and quotes with the lighter quotes", () => {
    const plain = [
      "quay.io/jupyter/base:2026-11-22",
      "claim-{username}",
      "--port=8000",
      "500m",
      "1.5Gi",
      "a, b (c) & d's",
    ];
    expect(print(yaml(plain))).toBe(plain.map((text) => `- ${text}\n`).join(""));
    expect(print(yaml(["# 'a' \"b\"", "*C:\\a", "é", "3.12"]))).toBe(`- '# ''a'' "b"'\n- '*C:\\a'\n- "é"\n- "3.12"\n`);
  });

  it.each("y Y n N no ON Off TRUE null ~ 0o7 0b101 1_000 017 0x1F +1 1e3 .5 12:30 2001-01-01 <<".split(" "))(
    "quotes %s, which YAML 1.1 or Go takes for something else",
    (text) => {
      expect(print(mapping([[text, text]]))).toBe(`"${text}": "${text}"\n`);
    },
  );

  it("turns half a surrogate pair into U+FFFD", () => {
    expect(load(print(mapping([["\ud800", "a\udc00b\nc"]])))).toEqual({ "\ufffd": "a\ufffdb\nc" });
  });

  it("lets no comment text end its comment", () => {
    const evil = ["\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"].map((end) => `x${end}evil: 1`);
    const text = print(yaml({ a: withComment(1, ...evil, "\u0000\ufeff\ud800") }));
    expect(load(text)).toEqual({ a: 1 });
    expect(
      text
        .trimEnd()
        .split("\n")
        .slice(0, -1)
        .every((line) => line.startsWith("# ")),
    ).toBe(true);
  });
});
