import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type DockerInstruction, fitsDockerfileValue, printDockerfile } from "../../compiler/output/dockerfile.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { spanOf } from "../../compiler/text/span.ts";
import { fc } from "../support/properties.ts";
import { trickyStrings } from "./tricky-strings.ts";

function print(...instructions: DockerInstruction[]): string {
  const printed = printDockerfile(instructions, undefined);
  expect(printed.origins.length).toBe(printed.text.split("\n").length - 1);
  return printed.text;
}

/** The keywords of the instructions that a builder sees: comments and empty lines gone, continued lines joined. */
function keywords(text: string): string[] {
  const logical = text
    .split("\n")
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join("\n")
    .replace(/(^|[^\\])\\[ \t]*\n/g, "$1");
  return logical.split("\n").map((line) => line.trimStart().split(" ")[0] ?? "");
}

describe("printDockerfile", () => {
  const file = createSourceFile("a.hub", "0123456789");
  const at = (start: number) => spanOf(file, { start, end: start + 1 });

  it("prints a file as a person would write it, with one origin a line", () => {
    const printed = printDockerfile(
      [
        { kind: "comment", text: "Image of data8.\nBuilt twice a year." },
        { kind: "arg", name: "TAG", value: "2026-11-22", origin: at(1) },
        { kind: "from", image: "quay.io/jupyter/base:${TAG}", stage: "base", platform: "linux/amd64", origin: at(2) },
        { kind: "blank" },
        { kind: "user", value: "root" },
        {
          kind: "run",
          commands: ["apt-get update", "", "apt-get install -y git", "rm -rf /var/lib/apt/lists/*; true"],
          origin: at(3),
        },
        {
          kind: "copy",
          sources: ["environment.yml"],
          destination: "/tmp/",
          owner: "1000:100",
          mode: "0644",
          origin: at(4),
        },
        {
          kind: "env",
          variables: [
            { name: "PATH", value: "/opt/bin:${PATH}", expand: true, origin: at(6) },
            { name: "COST", value: "$5" },
          ],
          origin: at(5),
        },
        { kind: "label", variables: [{ name: "org.opencontainers.image.title", value: 'the "hub"' }] },
        { kind: "workdir", value: "/home/jo van" },
        { kind: "raw", lines: [{ text: "RUN a && \\\n  b \\", origin: at(7) }, { text: "# end" }] },
        { kind: "user", value: "1000" },
      ],
      at(0),
    );
    expect(`\n${printed.text}`).toBe(`
# Image of data8.
# Built twice a year.
ARG TAG=2026-11-22
FROM --platform=linux/amd64 quay.io/jupyter/base:\${TAG} AS base

USER root
RUN apt-get update \\
 && apt-get install -y git \\
 && { rm -rf /var/lib/apt/lists/*; true; }
COPY --chown=1000:100 --chmod=0644 environment.yml /tmp/
ENV PATH="/opt/bin:\${PATH}" \\
    COST="\\$5"
LABEL org.opencontainers.image.title="the \\"hub\\""
WORKDIR "/home/jo van"
RUN a && \\
  b
# end
USER 1000
`);
    expect(printed.origins.map((origin) => origin?.start).join("")).toBe("0012003334650077" + "00");
  });

  it("lets no text begin or end an instruction", () => {
    const evil = fc.oneof(
      fc.constantFrom(
        ...trickyStrings,
        "<<EOF",
        "a <<-EOF",
        "--mount=type=secret x",
        '["a"]',
        "[ -f x ]",
        "a \\",
        "b # c",
        "d;",
        "e &",
        "f |",
      ),
      fc.string({ unit: fc.constantFrom(..."\\\\\"'$`#{}[]-<EOF&|;=\n\r\t  RUN"), maxLength: 16 }),
    );
    fc.assert(
      fc.property(evil, evil, evil, (one, two, three) => {
        const value = one.replace(/[\n\r\0]/g, "");
        const text = print(
          { kind: "comment", text: one },
          { kind: "from", image: "base" },
          {
            kind: "env",
            variables: [
              { name: "A", value },
              { name: "B", value: `${value}\\` },
            ],
          },
          { kind: "label", variables: [{ name: "a.b", value }] },
          { kind: "workdir", value },
          { kind: "run", commands: ["true", one, two, three] },
          { kind: "copy", sources: [one, two], destination: three },
          { kind: "comment", text: three },
          { kind: "run", commands: [`x${one}`] },
          { kind: "raw", lines: [{ text: "EXPOSE 80 \\" }, { text: "" }, { text: "# x" }] },
          { kind: "user", value: "u" },
        );
        expect(keywords(text)).toEqual(["FROM", "ENV", "LABEL", "WORKDIR", "RUN", "COPY", "RUN", "EXPOSE", "USER"]);
        expect(text).not.toMatch(/^\s*#\s*\w+\s*=/);
        for (const line of text.split("\n")) {
          if (/^(?:RUN|COPY) (?!\[)/.test(line)) expect(line).not.toMatch(/<<|^(?:RUN|COPY) --/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["escape=`", "#\n# escape=`\n"],
    ["syntax = evil/frontend", "#\n# syntax = evil/frontend\n"],
    ["# escape=`", "# # escape=`\n"],
    ["a\nescape=`", "# a\n# escape=`\n"],
  ])("keeps the comment %j at the top from being a parser directive", (text, printed) => {
    expect(print({ kind: "comment", text }, { kind: "from", image: "base" })).toBe(`${printed}FROM base\n`);
  });

  it.each([
    ["a\nb", '["/bin/sh", "-ec", "a\\nb"]'],
    ["cat <<EOF", '["/bin/sh", "-ec", "cat <<EOF"]'],
    ["--mount=x y", '["/bin/sh", "-ec", "--mount=x y"]'],
    ["[ -f x ]", '["/bin/sh", "-ec", "[ -f x ]"]'],
    ["a \\", '["/bin/sh", "-ec", "a \\\\"]'],
    ["a # b", "a # b"],
    ["a; b", "a; b"],
    [`pip install "numpy>=2"`, `pip install "numpy>=2"`],
  ])("writes the command %j as RUN %s", (command, printed) => {
    expect(print({ kind: "run", commands: [command] })).toBe(`RUN ${printed}\n`);
  });

  it("writes nothing for no command", () => {
    expect(print({ kind: "run", commands: [" ", ""] })).toBe("");
    const caches = [{ id: "a", target: "/a" }];
    expect(print({ kind: "run", caches, commands: [" "] })).toBe("");
  });

  it.each([
    [["echo 1", "false", "echo 2"], "1\n", false],
    [["echo 1", "echo 2; echo 3", "echo 4"], "1\n2\n3\n4\n", true],
    [["echo 1", "false", "echo 2; true"], "1\n", false],
    [["false", "false || true"], "", false],
    [["echo 1 # a", "echo 2"], "1\n2\n", true],
    [["echo 1;", "false", "echo 2"], "1\n", false],
    [["cd /tmp", "A=1", "echo $A $PWD 2>&1"], "1 /tmp\n", true],
    [["echo '#' x", "echo \\#"], "# x\n#\n", true],
  ])("runs the commands %j in order and stops at a failure", (commands, output, succeeds) => {
    const line = print({ kind: "run", commands }).replace(/^RUN /, "").replaceAll("\\\n", "");
    const words: unknown = line.startsWith("[") ? JSON.parse(line) : ["/bin/sh", "-c", line];
    const [program = "", ...rest] = Array.isArray(words) ? words.map(String) : [];
    const run = spawnSync(program, rest, { encoding: "utf8" });
    expect([run.stdout, run.status === 0]).toEqual([output, succeeds]);
  });

  it("copies exactly the named files", () => {
    expect(print({ kind: "copy", sources: ["a*b", "$c", "<<EOF", "--from=x"], destination: "/a b/" })).toBe(
      'COPY ["a[*]b", "./\\\\$c", "./<<EOF", "./--from=x", "/a b/"]\n',
    );
  });

  const invalid: DockerInstruction[] = [
    { kind: "from", image: "a b" },
    { kind: "from", image: "a\nRUN x" },
    { kind: "from", image: "--platform=x" },
    { kind: "from", image: "a\\" },
    { kind: "from", image: "a", stage: "b c" },
    { kind: "env", variables: [{ name: "A B", value: "1" }] },
    { kind: "env", variables: [{ name: "A", value: "1\n2" }] },
    { kind: "label", variables: [{ name: 'a"=', value: "1" }] },
    { kind: "user", value: "a\rb" },
    { kind: "copy", sources: ["a"], destination: "b", owner: "1 2" },
    { kind: "run", caches: [{ id: "a,from=b", target: "/a" }], commands: ["true"] },
    { kind: "run", caches: [{ id: "a", target: "/a b" }], commands: ["true"] },
  ];
  it.each(invalid.map((one) => [JSON.stringify(one), one] as const))("refuses %s", (_, instruction) => {
    expect(() => print(instruction)).toThrow("invariant");
  });

  it("tells which values fit", () => {
    expect(["a b\t\"$\\'", "a\nb", "a\r", "\0"].map(fitsDockerfileValue)).toEqual([true, false, false, false]);
  });
});
