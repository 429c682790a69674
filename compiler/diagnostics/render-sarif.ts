// Findings as SARIF 2.1.0, for code scanning: each with its whole region, related places, fixes, and a fingerprint that stays when
// lines move, so that a finding is shown as new once. Source: OASIS, Static Analysis Results Interchange Format 2.1.0.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { printJson } from "../text/print-json.ts";
import { lineIndexAt, lineText, positionAt, type SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic, DiagnosticPage, Fix, Severity } from "./diagnostic.ts";
import { noPages, type PageAddress } from "./documentation.ts";
import { maskSecrets, type SecretTexts, secretTexts, shownText } from "./secret-mask.ts";

export interface SarifOptions {
  /** What the codes mean; a code without a page is listed by its name alone. */
  readonly pages: readonly DiagnosticPage[];
  /** The page of a code on the site, where there is one. */
  readonly pageOf?: PageAddress;
  /** hubc's version. */
  readonly version: string;
  /** The path of a file as the reader of the log knows it, with `/`; from the project's root unless said. */
  readonly pathOf?: (file: SourceFile) => string;
}

/** The log of one run, as printed. Secrets that the diagnostics found are masked in all its texts. */
export function renderSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const context: Context = {
    secrets: secretTexts(diagnostics),
    pathOf: options.pathOf ?? ((file) => file.path),
    rules: new Map(used.map((code, index) => [code, index])),
  };
  const prints = fingerprints(diagnostics, context);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "hubc",
            semanticVersion: options.version,
            rules: used.map((code) => rule(code, options)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { description: { text: "The folder that hubc was run in." } } },
        results: diagnostics.map((diagnostic, index) => result(diagnostic, prints[index] ?? "", context)),
      },
    ],
  };
  return printJson(log);
}

interface Context {
  readonly secrets: SecretTexts;
  readonly pathOf: (file: SourceFile) => string;
  readonly rules: ReadonlyMap<string, number>;
}

/** What paths are relative to, by the name that readers of SARIF expect. */
const BASE = "%SRCROOT%";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

function rule(code: string, { pages, pageOf = noPages }: SarifOptions): object {
  const page = pages.find((page) => page.code === code);
  if (page === undefined) return { id: code };
  const address = pageOf(code);
  const example = (text: string) => [`\`\`\`${page.language}`, text.trim(), "```"].join("\n");
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: `${page.title}.` },
    fullDescription: { text: page.why },
    ...(address === undefined ? {} : { helpUri: address }),
    help: {
      text: `${page.why}\n\nhubc explain ${code} shows an example.`,
      markdown: [page.why, "Wrong:", example(page.wrong), "Right:", example(page.right)].join("\n\n"),
    },
    defaultConfiguration: { level: LEVELS[page.severity] },
  };
}

function result(diagnostic: Diagnostic, print: string, context: Context): object {
  const { code, severity, message, span, related, fixes } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: context.rules.get(code),
    level: LEVELS[severity],
    message: { text: shownText(message, context.secrets) },
    locations: [location(span, context)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({
        id: index + 1,
        ...location(place.span, context),
        message: { text: shownText(place.message, context.secrets) },
      })),
    }),
    partialFingerprints: { "hubcLine/v1": print },
    ...withFixes(fixes, context),
  };
}

/** A fix that would put a secret into the file is left out: masked it would spoil the file, and unmasked the log. */
function withFixes(fixes: readonly Fix[], context: Context): object {
  const shown = fixes.filter(({ edits }) => edits.every(({ text }) => maskSecrets(text, context.secrets) === text));
  return shown.length === 0 ? {} : { fixes: shown.map((fix) => fixObject(fix, context)) };
}

function location(span: Span, context: Context): object {
  return { physicalLocation: { artifactLocation: artifact(span.file, context), region: region(span) } };
}

function artifact(file: SourceFile, { pathOf }: Context): object {
  return { uri: pathOf(file).split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE };
}

function region({ file, start, end }: Span): object {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function fixObject(fix: Fix, context: Context): object {
  const files = [...new Set(fix.edits.map(({ span }) => span.file))];
  return {
    description: { text: shownText(fix.title, context.secrets) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file, context),
      replacements: fix.edits
        .filter(({ span }) => span.file === file)
        .map(({ span, text }) => ({ deletedRegion: region(span), insertedContent: { text } })),
    })),
  };
}

/** A finding is the same one as long as its code, its file and the text of its line are; equal ones are counted in order. */
function fingerprints(diagnostics: readonly Diagnostic[], context: Context): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, span }) => {
    const line = lineText(span.file, lineIndexAt(span.file, span.start)).trim();
    const key = JSON.stringify([code, span.file.path, maskSecrets(line, context.secrets)]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16)}:${count}`;
  });
}

/** `image/unknown-package` as `ImageUnknownPackage`: names of rules are identifiers. */
function pascalCase(code: string): string {
  return code.replace(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
