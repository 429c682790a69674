// Pieces of shell that every system runs: having hubc, the date of a build, and the build itself.

import { shellQuote } from "../../output/shell.ts";
import { type CiInput, projectFolder } from "./ci-input.ts";

/** Today, where the project is. */
export function today({ model }: CiInput, option = ""): string {
  return `TZ=${shellQuote(model.project.timezone.value)} date ${option}+%F`;
}

/** Builds for the date in `$on`, of what hubc.lock fixes where there is one. `more` are words of a shell. */
export function buildLines(input: CiInput, more = "", folder = projectFolder(input).folder): string[] {
  return [
    "locked=()",
    `if [ -e ${folder}/hubc.lock ]; then locked=(--locked); fi`,
    `hubc build ${folder} --on "$on" "\${locked[@]}"${more === "" ? "" : ` ${more}`}`,
  ];
}

/** Fails where outputs that are committed are not those of their program. */
export function committedLines(input: CiInput): string[] {
  const { out } = projectFolder(input);
  return [
    `if ! git ls-files --error-unmatch ${out}/hubc-manifest.json > /dev/null 2>&1; then`,
    `  echo "${plain(out)} is not committed."`,
    "  exit 0",
    "fi",
    `on=$(node --print 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).days.find(Boolean) ?? ""' ${out}/hubc-manifest.json)`,
    `if [ -z "$on" ]; then on=$(${today(input)}); fi`,
    ...buildLines(input),
    `changed=$(git status --porcelain -- ${out})`,
    'if [ -n "$changed" ]; then',
    `  printf '%s\\n%s\\n' "$changed" "${plain(out)} is not what hubc build makes of its program. Run hubc build --on $on, and commit ${plain(out)}."`,
    "  exit 1",
    "fi",
  ];
}

/** A quoted word inside double quotes, where only letters and the like are as they are. */
function plain(word: string): string {
  return word.replaceAll(/[^A-Za-z0-9._/-]/g, "?");
}
