import type { OwnValue } from "../../model/chart-leaf.ts";
import { isReservedName } from "../../model/reserved-names.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Lists whose items are known by their `name`. */
const namedLists = new Set(["extraVolumes", "initContainers", "extraContainers"]);

/** What a program brings past the vocabulary has other names than what hubc makes. */
export const reservedValue = defineRule<{ name: string }>({
  code: "values/reserved-name",
  title: "A name that is hubc's own",
  why: "hubc puts groups, roles, files, volumes, containers and pieces of Python of its own into the values, under names that begin with `hubc`. Something of a program under such a name would take the place of one of them, or become part of it, in this version or the next.",
  message: ({ name }) =>
    `\`${name}\` is a name that hubc keeps for its own: choose one that does not begin with \`hubc\`.`,
  check: ({ releases }, report) => {
    for (const value of releases.flatMap(({ ownValues }) => ownValues)) {
      const [first] = reservedIn(value);
      if (first !== undefined) report({ name: first.name }, { span: first.span });
    }
  },
});

interface Reserved {
  readonly name: string;
  readonly span: Span;
}

function reservedIn({ leaf }: OwnValue): Reserved[] {
  const { path, data, keys } = leaf.value;
  // `custom.hubc` is the clash `values/clash`, which names the settings that say it.
  if (path[0] === "custom") return [];
  // The keys are the last of the path.
  const inPath = path.flatMap((name, i) =>
    isReservedName(name) ? [{ name, span: keys[i - path.length + keys.length]?.span ?? leaf.span }] : [],
  );
  return [...inPath, ...inData(data, path.at(-1) ?? "")];
}

/** Keys of maps, and names of the items of lists that have any. */
function inData(data: ChartData, key: string): Reserved[] {
  if (data.kind === "map")
    return data.entries.flatMap(({ key, value }) => [
      ...(isReservedName(key) ? [{ name: key, span: value.span }] : []),
      ...inData(value, key),
    ]);
  if (data.kind !== "list" || !namedLists.has(key)) return [];
  return data.items.flatMap((item) => {
    const name = item.kind === "map" ? item.entries.find((entry) => entry.key === "name")?.value : undefined;
    const isOwn = name?.kind === "scalar" && typeof name.value === "string" && isReservedName(name.value);
    return isOwn ? [{ name: String(name.value), span: name.span }] : [];
  });
}
