import { describe, expect, test } from "vitest";
import { type Diagnostic, defineDiagnostic, diagnose } from "../../compiler/diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "../../compiler/diagnostics/memory.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

interface Thing {
  readonly name: string;
}

const thing = (name: string): Thing => ({ name });
const [a, b, c, d] = [thing("a"), thing("b"), thing("c"), thing("d")];
const span = { file: createSourceFile("p.hub", ""), start: 0, end: 0 };
const definition = defineDiagnostic<{ name: string }>({
  code: "test/found",
  severity: "error",
  title: "Found",
  why: "A test looks for it.",
  wrong: "",
  right: "",
  message: ({ name }) => name,
});

interface Asked {
  readonly inputs?: readonly unknown[];
  readonly holds?: (outcome: string) => boolean;
}

/** Names in capitals, each of which is found, too: with what was computed and what was told. */
function capitals(memory: Memory, each: readonly Thing[], asked: Asked = {}) {
  const computed: string[] = [];
  const told: string[] = [];
  const report = ({ message }: Diagnostic) => told.push(message);
  const outcomes = memory.recallEach({ each, step: "capitals", report, ...asked }, (found, { name }) => {
    computed.push(name);
    if (name !== "c") found(diagnose(definition, { name }, { span }));
    return name.toUpperCase();
  });
  return { outcomes, computed: computed.join(""), told: told.join("") };
}

describe("a step about each of a list", () => {
  test("is taken once for each, and tells its findings each time, in order", () => {
    const memory = createMemory();
    expect(capitals(memory, [a, b, c])).toEqual({ outcomes: ["A", "B", "C"], computed: "abc", told: "ab" });
    expect(capitals(memory, [a, b, c])).toEqual({ outcomes: ["A", "B", "C"], computed: "", told: "ab" });
  });

  test.each([
    ["replaced", [a, d, c], "d", "ad"],
    ["added at the beginning", [d, a, b, c], "d", "dab"],
    ["added at the end", [a, b, c, d], "d", "abd"],
    ["removed from the beginning", [b, c], "", "b"],
    ["removed from the middle", [a, c], "", "a"],
    ["moved", [c, a, b], "", "ab"],
    ["moved beside new ones", [d, c, thing("e"), a], "de", "dea"],
  ])("one %s", (_what, each, computed, told) => {
    const memory = createMemory();
    capitals(memory, [a, b, c]);
    const outcomes = each.map(({ name }) => name.toUpperCase());
    expect(capitals(memory, each)).toEqual({ outcomes, computed, told });
    expect(capitals(memory, each)).toEqual({ outcomes, computed: "", told });
  });

  test("gives the same list as long as all outcomes are the same", () => {
    const memory = createMemory();
    const { outcomes } = capitals(memory, [a, b]);
    expect(capitals(memory, [a, b]).outcomes).toBe(outcomes);
    expect(capitals(memory, [a, thing("b")]).outcomes).toBe(outcomes);
    expect(capitals(memory, [a, c]).outcomes).not.toBe(outcomes);
    expect(capitals(memory, [a]).outcomes).toEqual(["A"]);
  });

  test("is taken again where an input is another, or an outcome does not hold", () => {
    const memory = createMemory();
    capitals(memory, [a, b, c], { inputs: [1] });
    expect(capitals(memory, [a, b, c], { inputs: [1] }).computed).toBe("");
    expect(capitals(memory, [a, b, c], { inputs: [2] }).computed).toBe("abc");
    const holds = (outcome: string) => outcome !== "B";
    expect(capitals(memory, [a, b, c], { inputs: [2], holds })).toMatchObject({ computed: "b", told: "ab" });
  });
});

describe("a step about one thing", () => {
  const length = (memory: Memory, about: Thing, inputs: readonly unknown[] = []) => {
    let computed = 0;
    const told: string[] = [];
    const outcome = memory.recall(
      { about, step: "length", inputs, report: (one) => told.push(one.message) },
      (found) => {
        computed++;
        found(diagnose(definition, { name: about.name }, { span }));
        return about.name.length;
      },
    );
    return { outcome, computed, told };
  };

  test("is taken once for the same inputs, and tells its findings each time", () => {
    const memory = createMemory();
    expect(length(memory, a, [b])).toEqual({ outcome: 1, computed: 1, told: ["a"] });
    expect(length(memory, a, [b])).toEqual({ outcome: 1, computed: 0, told: ["a"] });
    expect(length(memory, a, [c])).toEqual({ outcome: 1, computed: 1, told: ["a"] });
    expect(length(memory, d, [c])).toEqual({ outcome: 1, computed: 1, told: ["d"] });
  });
});

test("a list with the same items is the one of before", () => {
  const memory = createMemory();
  const first = memory.sameList("list", [a, b]);
  expect(memory.sameList("list", [a, b])).toBe(first);
  expect(memory.sameList("other list", [a, b])).not.toBe(first);
  const second = memory.sameList("list", [a, c]);
  expect(second).toEqual([a, c]);
  expect(memory.sameList("list", [a, c])).toBe(second);
  expect(memory.sameList("list", [a])).toEqual([a]);
});
