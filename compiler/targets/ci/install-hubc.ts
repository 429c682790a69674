// How a job gets hubc. No script of a package is run, since a package that somebody took over would run with the job's rights; a hubc that is
// named by its commit builds itself, which is a script of its own and of that commit.
// Source: npm 11, `ignore-scripts`; pacote 21, lib/dir.js, which leaves `prepare` out then.

import { shellQuote } from "../../output/shell.ts";
import type { CiInput } from "./ci-input.ts";

/** Lines of bash after which `hubc` is there; `onPath` is the line that makes the commands of the repository's packages known. */
export function installLines({ model }: CiInput, onPath: string): string[] {
  const { hubc } = model.project.ci;
  if (hubc !== undefined) {
    const scripts = hubc.value.startsWith("git+") ? "" : "--ignore-scripts ";
    return [`npm install --global ${scripts}--no-audit --no-fund -- ${shellQuote(hubc.value)}`];
  }
  return [
    "npm ci --ignore-scripts --no-audit --no-fund",
    "if ! node_modules/.bin/hubc --version > /dev/null; then",
    `  echo "package.json brings no hubc that runs without scripts: take it from a registry or a .tgz, or name its commit as hubc in the project's ci."`,
    "  exit 1",
    "fi",
    onPath,
  ];
}
