import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint, sha256Hex } from "../../compiler/output/digest.ts";
import { trickyStrings } from "./tricky-strings.ts";

describe("sha256Hex", () => {
  it("is the digest of the UTF-8 text", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (const text of trickyStrings)
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });
});

describe("fingerprint", () => {
  const a = { path: "a", text: "1" };
  const b = { path: "é", text: "2\n" };

  it("does not depend on the order and never changes between versions: it is part of image tags", () => {
    expect(fingerprint([a, b])).toBe(fingerprint([b, a]));
    expect(fingerprint([a, b])).toBe(createHash("sha256").update("1:a1:12:é2:2\n").digest("hex").slice(0, 12));
    expect(fingerprint([])).toMatch(/^[0-9a-f]{12}$/);
  });

  it("tells apart what plain joining would not", () => {
    const sets = [
      [a, b],
      [a],
      [{ path: "a1", text: "" }],
      [{ path: "", text: "a1" }],
      [{ path: "1", text: "a" }],
      [a, a],
      [],
    ];
    expect(new Set(sets.map(fingerprint)).size).toBe(sets.length);
  });
});
