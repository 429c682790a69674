import { describe, expect, test } from "vitest";
import { diagnosticPages as catalogue } from "../../compiler/diagnostic-pages.ts";
import { differingLines } from "../../compiler/service/differing-lines.ts";

const block = (setting: string) =>
  `course c {\n  title = "C"\n  hub = h\n${setting}  image = img\n}\nhub h {\n  domain = "h.example.edu"\n  auth google {\n    a = 1\n    b = 2\n    c = 3\n  }\n}\n`;

test("a changed line stands between its neighbours, below the header of its block", () => {
  expect(differingLines({ wrong: block("  cpu = 4\n"), right: block("  cpu = 3\n") })).toEqual({
    wrong: ["course c {", "  …", "  hub = h", "  cpu = 4", "  image = img", "…"],
    right: ["course c {", "  …", "  hub = h", "  cpu = 3", "  image = img", "…"],
  });
});

test("where only one of the two has a line, the other shows where it is missing", () => {
  const { wrong, right } = differingLines({ wrong: block("  cpu = 4\n"), right: block("") });
  expect(wrong).toContain("  cpu = 4");
  expect(right).toEqual(["course c {", "  …", "  hub = h", "  image = img", "…"]);
});

test("short programs are shown whole", () => {
  expect(differingLines({ wrong: "a\nb\n", right: "a\nc\n" })).toEqual({ wrong: ["a", "b"], right: ["a", "c"] });
});

describe("every page of the catalogue", () => {
  // What a lock lacks is not in the program.
  const differing = catalogue.filter(({ wrong, right }) => wrong !== right);
  test("differs in its programs, but for few", () => expect(differing.length).toBeGreaterThan(catalogue.length - 5));

  test.each(differing)(
    "$code shows each line that one of its programs has and the other has not",
    ({ wrong, right }) => {
      const shown = differingLines({ wrong, right });
      const only = (one: string, other: string) => {
        const there = new Set(other.split("\n"));
        return one
          .trimEnd()
          .split("\n")
          .filter((line) => !there.has(line));
      };
      expect(shown.wrong).toEqual(expect.arrayContaining(only(wrong, right)));
      expect(shown.right).toEqual(expect.arrayContaining(only(right, wrong)));
      expect(shown.wrong).not.toEqual(shown.right);
    },
  );
});
