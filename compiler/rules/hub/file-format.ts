import { defineRule } from "../rule.ts";

/** Data goes into files whose format is known. */
export const fileFormat = defineRule<{ path: string }>({
  code: "hub/file-format",
  title: "Data for a file of no known format",
  why: "The chart writes data as JSON, YAML or TOML by the end of the path, and stops where the end says none of them (chart 4.4.0, _helpers.tpl).",
  message: ({ path }) =>
    `\`${path}\` does not end with \`.json\`, \`.yaml\`, \`.yml\` or \`.toml\`, so nobody knows how to write \`data\` into it: write a \`text\`, or another path.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ files }) =>
      files.flatMap(({ holds, path }) =>
        holds.kind === "data" && !/\.(?:json|ya?ml|toml)$/.test(path.value) ? [path] : [],
      ),
    );
    for (const { value, span } of found) report({ path: value }, { span });
  },
});
