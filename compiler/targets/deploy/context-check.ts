// The lines of `deploy.sh` that hold the context against the provider's cluster, as `hubc deploy` does.

import {
  type ContextName,
  cloudClusterText,
  cloudContexts,
  contextNames,
  otherClusterText,
} from "../../model/cluster-contexts.ts";
import type { Provider } from "../../model/provider.ts";
import { shellQuote } from "../../output/shell.ts";

/** They read `context`, `cluster` and `server`. */
export function contextCheck(provider: Provider): readonly string[] {
  const names = contextNames(provider);
  return names === undefined ? refusedClouds(provider) : refusedOthers(provider, names);
}

function refusedOthers(provider: Provider, names: readonly ContextName[]): readonly string[] {
  const patterns = alternatives(names.flatMap((one) => one.patterns));
  return [
    `is_its() { case $1 in ${patterns}) ;; *) return 1 ;; esac; }`,
    'if ! is_its "$context" && ! is_its "$cluster"; then',
    "  # shellcheck disable=SC2016",
    `  printf 'The context \`%s\` leads to the cluster \`%s\` (%s), %s\\n' "$context" "$cluster" "$server" \\`,
    `    ${shellQuote(otherClusterText(provider, names))} >&2`,
    "  exit 2",
    "fi",
  ];
}

function refusedClouds(provider: Provider): readonly string[] {
  const arms = (field: "names" | "servers") =>
    cloudContexts.flatMap((one) =>
      one[field].length > 0 ? [`${alternatives(one[field])}) cloud=${one.cloud} ;;`] : [],
    );
  return [
    'cloud=""',
    'for name in "$context" "$cluster"; do',
    `  case $name in ${arms("names").join(" ")} esac`,
    "done",
    `case $server in ${arms("servers").join(" ")} esac`,
    'if [ -n "$cloud" ]; then',
    "  # shellcheck disable=SC2016",
    `  printf 'The context \`%s\` leads to a cluster of %s, %s\\n' "$context" "$cloud" \\`,
    `    ${shellQuote(cloudClusterText(provider))} >&2`,
    "  exit 2",
    "fi",
  ];
}

function alternatives(patterns: readonly string[]): string {
  return patterns.map(shellPattern).join(" | ");
}

/** `*` at an end stays one, and everything else means itself. */
function shellPattern(pattern: string): string {
  const [before, after] = [pattern.startsWith("*"), pattern.endsWith("*")];
  const part = pattern.slice(before ? 1 : 0, after ? -1 : undefined);
  return `${before ? "*" : ""}${shellQuote(part)}${after ? "*" : ""}`;
}
