// Whether the workflows that a repository has in place find what they install hubc from.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { noPackage } from "../diagnostics/ci-no-package.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { andList } from "../text/and-list.ts";
import type { SourceFile } from "../text/source-file.ts";
import { readText } from "./read-text.ts";

const LARGEST_WORKFLOW = 2 ** 20;

/** The finding for the program at `root`, in its file that declares the project. Nothing where no workflow of hubc's is in place. */
export function packageFindings(root: string, files: readonly SourceFile[]): readonly Diagnostic[] {
  const top = repositoryAt(root);
  const workflow =
    top === undefined ? undefined : workflowsAt(top).find((path) => installsFromPackage(join(top, path)));
  if (top === undefined || workflow === undefined) return [];
  const missing = ["package.json", "package-lock.json"].filter((name) => !existsSync(join(top, name)));
  const file = files.find(({ text }) => /^[ \t]*project\b/m.test(text)) ?? files[0];
  if (missing.length === 0 || file === undefined) return [];
  const start = /^[ \t]*project\b/m.exec(file.text)?.index ?? 0;
  const end = file.text.slice(start).search(/\{|\n|$/) + start;
  const listed = andList(missing.map((name) => `\`${name}\``));
  const span = { file, start, end: file.text.slice(start, end).trimEnd().length + start };
  const said = `There ${missing.length === 1 ? "is" : "are"} no ${listed}`;
  return [diagnose(noPackage, { missing: said, workflow }, { span })];
}

function repositoryAt(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  return dirname(folder) === folder ? undefined : repositoryAt(dirname(folder));
}

/** Workflows of GitHub's that have the names that hubc writes, and GitLab's one file. */
function workflowsAt(top: string): readonly string[] {
  const folder = ".github/workflows";
  let names: string[] = [];
  try {
    names = readdirSync(join(top, folder)).filter((name) => /^hubc-.*\.ya?ml$/.test(name));
  } catch {
    // No such folder: nothing is in place there.
  }
  return [...names.sort().map((name) => `${folder}/${name}`), ".gitlab-ci.yml"];
}

function installsFromPackage(path: string): boolean {
  const { text } = readText(path, LARGEST_WORKFLOW);
  return text !== undefined && /\bhubc\b/.test(text) && /\bnpm ci\b/.test(text);
}
