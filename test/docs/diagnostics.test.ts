import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticPages as catalogue } from "../../compiler/diagnostic-pages.ts";
import { diagnosticAnchor, diagnosticsPage } from "../../compiler/service/diagnostics-page.ts";

const page = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");

test("docs/diagnostics.md is as `npm run generate` writes it", () => {
  expect(page).toBe(diagnosticsPage(catalogue));
});

test("every code has one anchor and one link to it", () => {
  for (const { code } of catalogue) {
    const anchor = diagnosticAnchor(code);
    expect(page.split(`<a id="${anchor}"></a>`).length, code).toBe(2);
    expect(page.split(`(#${anchor})`).length, code).toBe(2);
  }
});
