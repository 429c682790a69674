// Texts that are compared with a file beside the tests; UPDATE_GOLDENS=1 writes the files anew, to be read before they are committed.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

/** Compares `text` with the file; a missing file fails the test. */
export function expectGolden(file: URL, text: string): void {
  if (process.env["UPDATE_GOLDENS"] === "1") {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`${file.pathname} is missing: npm run test:update writes it`);
  expect(text, `${file.pathname} differs: npm run test:update writes it`).toBe(readFileSync(file, "utf8"));
}
