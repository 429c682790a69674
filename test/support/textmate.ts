// Tokenises as VS Code does: its own tokeniser, with its own engine for regular expressions, on the grammar of the extension.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";

/** A stretch of one line with the scopes that hold there, the outermost first. */
export interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const grammarPath = fileURLToPath(new URL("../../editor/vscode/syntaxes/hub.tmLanguage.json", import.meta.url));

/** The grammar of .hub files; `others` are grammars that it embeds, by scope. */
export async function loadHubGrammar(others: Readonly<Record<string, IRawGrammar>> = {}): Promise<IGrammar> {
  await engine();
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      scope === "source.hub"
        ? textmate.parseRawGrammar(readFileSync(grammarPath, "utf8"), grammarPath)
        : (others[scope] ?? null),
  });
  const grammar = await registry.loadGrammar("source.hub");
  if (grammar === null) throw new Error("the grammar can't be read");
  return grammar;
}

let loading: Promise<void> | undefined;

function engine(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  loading ??= oniguruma.loadWASM(readFileSync(wasm));
  return loading;
}

/** The tokens of a text, by offsets of the whole text. */
export function scopesOf(grammar: IGrammar, text: string): readonly Scoped[] {
  const found: Scoped[] = [];
  let state = textmate.INITIAL;
  for (const { start, line } of linesOf(text)) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, state);
    if (stoppedEarly) throw new Error(`the tokeniser gave up on ${JSON.stringify(line)}`);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      // Of an empty line the tokeniser tells one character: the line end that it adds itself.
      const end = Math.min(endIndex, line.length);
      if (end > startIndex)
        found.push({ start: start + startIndex, end: start + end, text: line.slice(startIndex, end), scopes });
    }
  }
  return found;
}

function linesOf(text: string): { readonly start: number; readonly line: string }[] {
  const lines: { start: number; line: string }[] = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({ start, line: text.slice(start, end.index) });
    start = end.index + end[0].length;
  }
  return lines;
}
