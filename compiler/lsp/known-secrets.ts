// The secrets of the programs that are open, as far as they are known without checking anything again.

import { type SecretTexts, secretTexts } from "../diagnostics/secret-mask.ts";
import { secretsByName, wordsOf } from "../diagnostics/secrets-by-name.ts";
import type { OpenDocument } from "./open-documents.ts";
import { lastDiagnostics, type Session } from "./session.ts";

/** What stands where a secret belongs, and what findings of the last checks say is one. The longest first. */
export function knownSecrets({ documents, programs }: Session): SecretTexts {
  const found = new Set<string>();
  for (const document of documents.values()) for (const text of inDocument(document)) found.add(text);
  for (const program of programs.values()) for (const text of inFindings(lastDiagnostics(program))) found.add(text);
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function inDocument(document: OpenDocument): readonly string[] {
  const known = ofDocuments.get(document);
  if (known !== undefined) return known;
  const { text } = document;
  const words = secretsByName(text).flatMap(({ start, end }) => wordsOf(text.slice(start, end)));
  ofDocuments.set(document, words);
  return words;
}

function inFindings(diagnostics: Parameters<typeof secretTexts>[0]): SecretTexts {
  const known = ofFindings.get(diagnostics) ?? secretTexts(diagnostics);
  ofFindings.set(diagnostics, known);
  return known;
}

// A document and a list of findings are other objects once they change.
const ofDocuments = new WeakMap<OpenDocument, readonly string[]>();
const ofFindings = new WeakMap<object, SecretTexts>();
