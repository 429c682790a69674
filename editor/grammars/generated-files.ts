// Every file below editor/ that derives from the tokens and the vocabulary, so that one script writes them and one test compares them.

import { codeMirrorRules } from "./codemirror.ts";
import { emacsWords } from "./emacs.ts";
import { kateSyntax } from "./kate.ts";
import { declarationSnippets } from "./snippets.ts";
import { textMateGrammar } from "./textmate.ts";
import { treeSitterTokens } from "./tree-sitter.ts";
import { vimSyntax } from "./vim.ts";

/** Raised by hand whenever Kate's file changes; see `kateSyntax`. */
const KATE_VERSION = 1;

/** Texts by path below editor/. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    "vscode/syntaxes/hub.tmLanguage.json": json(textMateGrammar()),
    "vscode/snippets/hub.json": json(declarationSnippets()),
    "vim/syntax/hub.vim": vimSyntax(),
    "kate/hub.xml": kateSyntax(KATE_VERSION),
    "emacs/hub-words.el": emacsWords(),
    "jupyterlab/labextension/static/rules.js": codeMirrorRules(),
    "tree-sitter-hub/tokens.json": json(treeSitterTokens()),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
