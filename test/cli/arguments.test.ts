import { expect, test } from "vitest";
import { parseArguments } from "../../compiler/cli/arguments.ts";
import type { CommandSpec } from "../../compiler/cli/command.ts";

const spec: CommandSpec = {
  name: "go",
  summary: "",
  details: [],
  arguments: [{ name: "PATH", doc: "A folder." }],
  options: [
    { name: "out", value: "DIR", doc: "" },
    { name: "format", value: "FORMAT", choices: ["text", "json"], doc: "" },
    { name: "force", doc: "" },
    { name: "platform", value: "PLATFORM", many: true, doc: "" },
  ],
  examples: [],
};

const parse = (...argv: string[]) => parseArguments(spec, argv);
const wrong = (...argv: string[]) => {
  const parsed = parse(...argv);
  return "wrong" in parsed ? parsed.wrong : undefined;
};

test("options, switches and arguments in any order", () => {
  const parsed = parse("--out", "a b", "--force", "p", "--format=json");
  expect(parsed).toMatchObject({ positionals: ["p"] });
  if ("wrong" in parsed) throw new Error(parsed.wrong);
  expect([...parsed.values]).toEqual([
    ["out", "a b"],
    ["format", "json"],
  ]);
  expect([...parsed.switches]).toEqual(["force"]);
  expect(parse("--", "--force")).toMatchObject({ positionals: ["--force"] });
  expect(parse("-")).toMatchObject({ positionals: ["-"] });
});

test("what is wrong is said with what to write", () => {
  expect(wrong("--fromat", "json")).toBe('hubc go has no option "--fromat". Did you mean --format?');
  expect(wrong("--zzz")).toBe('hubc go has no option "--zzz".');
  expect(wrong("-x")).toBe('hubc go has no option "-x".');
  expect(wrong("--out")).toBe("--out needs a value: --out DIR.");
  expect(wrong("--out", "--force")).toBe("--out needs a value: --out DIR.");
  expect(wrong("--out=")).toBe("--out needs a value: --out DIR.");
  expect(wrong("--force=yes")).toBe("--force is a switch and takes no value.");
  expect(wrong("--force", "--force")).toBe("--force is given twice.");
  expect(wrong("--format", "jsno")).toBe('--format takes text or json, not "jsno". Did you mean json?');
  expect(wrong("a", "b")).toBe('"b" is one argument too many: hubc go takes PATH only.');
  expect(parseArguments({ ...spec, arguments: [{ name: "CODE", doc: "A code.", required: true }] }, [])).toEqual({
    wrong: "hubc go needs CODE: a code.",
  });
});

test("what is typed can't act on the terminal", () => {
  expect(wrong("--\u001B[2J")).toBe('hubc go has no option "--\\u001b[2J".');
});

test("an option that may be given several times", () => {
  const parsed = parse("--platform", "a", "p", "--platform=b");
  if ("wrong" in parsed) throw new Error(parsed.wrong);
  expect([...parsed.lists]).toEqual([["platform", ["a", "b"]]]);
  expect(parsed.positionals).toEqual(["p"]);
  expect(wrong("--platform")).toBe("--platform needs a value: --platform PLATFORM.");
});
