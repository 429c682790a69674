import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellCommand, shellQuote } from "../../compiler/output/shell-script.ts";
import { trickyStrings } from "./tricky-strings.ts";

describe("shellQuote", () => {
  it("brings every string through a real shell as one word", () => {
    const words = [
      ...trickyStrings.filter((text) => !text.includes("\0")),
      "$(id)",
      "`id`",
      "a;b",
      "a&&b",
      "*",
      "~",
      "A=1",
      "!x",
      "'\\''",
    ];
    const script = `printf '%s\\0' ${words.map(shellQuote).join(" ")}`;
    expect(spawnSync("sh", ["-c", script], { encoding: "utf8" }).stdout.split("\0").slice(0, -1)).toEqual(words);
  });

  it("leaves safe words as they are, and quotes what would be an assignment", () => {
    expect(shellCommand(["env", "--port=80", "/a/b.c", "A=1", "", "it's"])).toBe(
      "env --port=80 /a/b.c 'A=1' '' 'it'\\''s'",
    );
  });

  it("refuses what no process can be given", () => {
    expect(() => shellQuote("a\0b")).toThrow("invariant");
  });
});
