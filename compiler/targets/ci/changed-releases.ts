// Which releases a deployment would change: the program now is planned against the commit and the day of the newest deployment, where that went
// well. What is not known has changed, and so has what a deployment that failed, or has not ended, may have left.

import { shellQuote } from "../../output/shell-script.ts";
import { type CiInput, deployable, projectFolder } from "./ci-input.ts";
import { today } from "./shell-lines.ts";

/** What the systems say in their own ways. All are pieces of bash. */
export interface Deployments {
  /** Holds where somebody asked for a deployment of everything. */
  readonly wantsAll: string;
  /** Lines that put `COMMIT TIME` of the newest deployment of `$release` into `last`, or nothing. */
  readonly last: readonly string[];
  /** The day for which this one is built. */
  readonly on: string;
  /** The file that says how deployments are made. */
  readonly pipeline: string;
  /** A folder for plans, which are made once for all releases. */
  readonly folder: string;
}

/** Lines of bash that make `changed` an array of names. */
export function changedLines(input: CiInput, deployments: Deployments): string[] {
  const releases = deployable(input)
    .flat()
    .map(({ release }) => shellQuote(release.name));
  const { wantsAll, last, on, pipeline, folder } = deployments;
  return [
    `on=$(${on})`,
    "changed=()",
    `for release in ${releases.join(" ")}; do`,
    "  last=",
    `  if ! ${wantsAll}; then`,
    "    # The commit and the time of the newest deployment, where that went well.",
    ...last.map((line) => `    ${line}`),
    "  fi",
    '  read -r commit time <<< "$last" || true',
    '  if [ -n "$commit" ] && git cat-file -e "$commit^{commit}" 2> /dev/null &&',
    "    # Another hubc may write something else of the same program.",
    `    git diff --quiet "$commit" HEAD -- package.json package-lock.json ${pipeline}; then`,
    `    from=$(${today(input, '--date="$time" ')})`,
    `    plan="${folder}/plan-$commit-$from.json"`,
    '    if [ ! -e "$plan" ]; then',
    "      # 1 is what the plan refuses; anything else is a plan that could not be made.",
    `      hubc plan ${projectFolder(input).folder} --against "$commit" --from "$from" --to "$on" --format json > "$plan" || [ "$?" -eq 1 ] || : > "$plan"`,
    "    fi",
    `    if [ -s "$plan" ] && ! node --eval '${isIn}' "$plan" "$release"; then`,
    '      echo "$release is as $commit deployed it on $from."',
    "      continue",
    "    fi",
    "  fi",
    '  echo "$release is deployed."',
    '  changed+=("$release")',
    "done",
  ];
}

/** Ends with 0 where the plan names the release. */
const isIn =
  'const [plan, name] = process.argv.slice(1); const { releases } = JSON.parse(require("fs").readFileSync(plan, "utf8")); process.exit(releases.some(({ hub, stage }) => hub + "-" + stage === name) ? 0 : 1)';
