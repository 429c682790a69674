import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../compiler/catalogue.ts";
import { diagnosticPages } from "../compiler/diagnostic-pages.ts";
import type { Diagnostic, Fix } from "../compiler/diagnostics/diagnostic.ts";
import { testReport } from "../compiler/service/test-report.ts";
import { audit } from "./support/audit.ts";
import { checkProgram, type ProgramTexts, programOf } from "./support/programs.ts";

const root = new URL("../compiler/", import.meta.url);

/** Found by who reads the disk, beside a lock, or after an earlier build, so that no program alone gives them. */
const ofMore =
  /^file\/(?:not-utf8|too-large|unreadable|link-outside-project|ignored|left-out)$|^policy\/left-out$|^area\/file$|^ci\/no-package$|^(?:lock|plan)\//;

describe("the catalogue", () => {
  test("has each code once, in order", () => {
    const codes = catalogue.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test("holds every diagnostic that the compiler defines", () => {
    const known = new Set(catalogue.map(({ code }) => code));
    const defined = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => codesDefinedIn(readFileSync(new URL(path, root), "utf8")));
    expect(defined.length).toBeGreaterThan(50);
    expect(defined.filter((code) => !known.has(code))).toEqual([]);
  });

  test("has a wrong and a right example of each code, and of no other", () => {
    const files = readdirSync(new URL("../docs/diagnostics/", import.meta.url), { recursive: true, encoding: "utf8" });
    const pages = diagnosticPages.flatMap(({ code, language }) => [
      `${code}.right.${language}`,
      `${code}.wrong.${language}`,
    ]);
    expect(files.filter((path) => path.includes(".")).sort()).toEqual(pages.sort());
  });

  test("says why in whole sentences and titles without a full stop", () => {
    for (const { code, title, why } of catalogue) {
      expect(why, code).toMatch(/[.)]$/);
      expect(title, code).toMatch(/^(?:["`A-Z]|hubc).*[^.]$/);
    }
  });
});

/** Plans are held by the catalogue of changes and its golden files. */
test("what no program alone gives has a test that names it", () => {
  const folder = new URL("./", import.meta.url);
  const tests = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      (path.endsWith(".test.ts") && path !== "catalogue.test.ts") || /^fixtures.plans.*\.(?:txt|md|json)$/.test(path),
  );
  const texts = tests.map((path) => readFileSync(new URL(path, folder), "utf8").replaceAll("\\/", "/")).join("\n");
  const codes = catalogue.map(({ code }) => code).filter((code) => ofMore.test(code));
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !texts.includes(code))).toEqual([]);
});

describe.each(diagnosticPages.filter(({ code }) => !ofMore.test(code)))(
  "$code",
  ({ code, wrong, right, severity, language }) => {
    const examine = (texts: ProgramTexts) => {
      if (language === "yaml") return audit(texts);
      const examined = checkProgram(texts);
      // What `hubc test` finds comes after a check without errors.
      return code.startsWith("expect/") && examined.model !== undefined
        ? [...examined.diagnostics, ...testReport(examined, undefined).findings]
        : examined.diagnostics;
    };

    test("is what its wrong example gives, and the only error", () => {
      const diagnostics = examine(programOf(wrong));
      expect(diagnostics.filter((one) => one.code === code).map((one) => one.severity)).toContain(severity);
      expect(errors(diagnostics).filter((one) => one.code !== code && !isLimit(one))).toEqual([]);
    });

    test("is not what its right example gives, nor any error", () => {
      const diagnostics = examine(programOf(right));
      expect(diagnostics.map((one) => one.code)).not.toContain(code);
      expect(errors(diagnostics).map(({ message }) => message)).toEqual([]);
    });

    test("goes away by each of its fixes, and nothing comes", () => {
      const before = examine(programOf(wrong)).filter((one) => one.severity !== "info");
      for (const { fixes } of before.filter((one) => one.code === code).slice(0, 3)) {
        for (const fix of fixes) {
          const mended = new Map([...programOf(wrong)].map(([path, text]) => [path, applied(path, text, fix)]));
          const after = examine(mended).filter((one) => one.severity !== "info");
          expect(after.length, `${fix.title}\n${[...mended.values()].join("")}`).toBe(before.length - 1);
        }
      }
    });
  },
);

/** More than a hundred errors come with one that says so. */
function isLimit({ code }: Diagnostic): boolean {
  return code === "syntax/unexpected" || code === "syntax/too-many-errors";
}

function errors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

function applied(path: string, text: string, fix: Fix): string {
  const edits = fix.edits.filter(({ span }) => span.file.path === path).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((done, { span, text: put }) => done.slice(0, span.start) + put + done.slice(span.end), text);
}

/** The codes in `code: "area/name"` of definitions. */
function codesDefinedIn(source: string): string[] {
  if (!/\bdefine(?:Rule|Diagnostic)\b/.test(source)) return [];
  return [...source.matchAll(/^ {2}code: "([a-z]+\/[a-z-]+)",$/gm)].map((match) => match[1] ?? "");
}
