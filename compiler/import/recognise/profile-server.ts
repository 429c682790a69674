// What a profile, or one of its sizes, says of a server, by KubeSpawner's traits.

import { bytesIn } from "../../knowledge/byte-specification.ts";
import { gpuResource } from "../../knowledge/gpus.ts";
import { parseImageReference } from "../../knowledge/image-reference.ts";
import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import { quote } from "../../schema/values/scalars.ts";
import { labelOf } from "../cluster-pools.ts";
import { block, type Statement, set, textsIn, valueAt } from "../piece.ts";
import { printBytes, printText } from "../print-data.ts";
import { groupsNamed } from "./groups.ts";
import type { Entry } from "./profile-entry.ts";
import { imageNamed, printCores } from "./servers.ts";

/** What a title says, where it holds no mark of HTML. */
export function plainText(value: Json | undefined): string | undefined {
  if (typeof value !== "string" || value.trim() !== value || value === "" || /[<>\n]/.test(value)) return undefined;
  return value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** The slug that KubeSpawner gives an entry without one (kubespawner 7.0, `slugify` of its title). */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f']/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** What holds groups to the profiles that are theirs, where nothing of the hub's own does, is no part of what the hub has today. */
export const groupsPiece = "groups of profiles";

export function groupStatement(value: Json, { piece, recognising }: Entry): readonly Statement[] | undefined {
  if (recognising.refused.has(groupsPiece)) return undefined;
  const texts = textsIn(value);
  const names = texts === undefined || texts.length === 0 ? undefined : groupsNamed(texts, recognising);
  return names && [set("for", `[${names.join(", ")}]`, piece)];
}

const amounts = {
  memory: { ends: ["mem_guarantee", "mem_limit"], usual: "memory", read: bytesIn, print: printBytes },
  cpu: { ends: ["cpu_guarantee", "cpu_limit"], usual: "cpu", read: quantityIn, print: printCores },
} as const;

/** The statements for the traits at a path; the rest goes past. */
export function serverStatements(path: readonly string[], override: JsonMap, entry: Entry): readonly Statement[] {
  const statements: Statement[] = [];
  const said = new Set<string>();
  for (const head of ["memory", "cpu"] as const) {
    const statement = amountStatement(head, { path, override, entry });
    if (statement === undefined) continue;
    statements.push(statement);
    for (const end of amounts[head].ends) said.add(end);
  }
  for (const [key, value] of Object.entries(override)) {
    if (said.has(key)) continue;
    statements.push(...entry.say([...path, key], value, traitStatement(key, value, entry)));
  }
  return statements;
}

interface Asked {
  readonly path: readonly string[];
  readonly override: JsonMap;
  readonly entry: Entry;
}

/** Both ends are said: what the entry leaves open is as the hub has it. */
function amountStatement(head: keyof typeof amounts, { path, override, entry }: Asked): Statement | undefined {
  const { ends, usual, read, print } = amounts[head];
  const [low, high] = ends;
  if (override[low] === undefined && override[high] === undefined) return undefined;
  if (ends.some((end) => entry.isTakenBack([...path, end]))) return undefined;
  const standing = (end: string) => valueAt(entry.recognising.values, `singleuser.${usual}.${end}`);
  const from =
    override[low] === undefined ? (standing("guarantee") ?? (head === "memory" ? "1G" : undefined)) : override[low];
  const to = override[high] === undefined ? (standing("limit") ?? null) : override[high];
  const [least, most] = [from === null ? undefined : read(from), to === null ? undefined : read(to)];
  const first = least === undefined ? undefined : print(least);
  const last = to === null ? "unlimited" : most === undefined ? undefined : print(most);
  const isRange = most === undefined || (least !== undefined && least <= most);
  return first === undefined || last === undefined || !isRange
    ? undefined
    : set(head, `${first} .. ${last}`, entry.piece);
}

/** The page that servers open, as a program says it. */
export function pageText(value: Json | undefined): string | undefined {
  if (typeof value !== "string" || !value.startsWith("/")) return undefined;
  return value === "/lab" ? "lab" : quote(value);
}

function traitStatement(key: string, value: Json, { piece, recognising }: Entry): readonly Statement[] | undefined {
  switch (key) {
    case "node_selector": {
      const label = labelOf(value);
      const pool =
        label === undefined
          ? undefined
          : recognising.pools.find((pool) => pool.label === label && pool.name !== "core");
      return pool && [set("pool", `${recognising.provider}.${pool.name}`, piece)];
    }
    case "default_url": {
      const page = pageText(value);
      return page === undefined ? undefined : [set("open-with", page, piece)];
    }
    case "image":
      return typeof value === "string" && hasTag(value)
        ? [set("image", imageNamed(value, recognising.declarations), piece)]
        : undefined;
    case "extra_resource_limits": {
      const gpus = isMap(value) && Object.keys(value).join() === gpuResource ? Number(value[gpuResource]) : Number.NaN;
      return Number.isInteger(gpus) && gpus > 0 ? [set("gpu", String(gpus), piece)] : undefined;
    }
    case "environment":
      return variables(value, piece);
    default:
      return undefined;
  }
}

function variables(value: Json, piece: string): readonly Statement[] | undefined {
  if (!isMap(value)) return undefined;
  const entries = Object.entries(value);
  const isPlain = entries.every(([name, text]) => typeof text === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  if (!isPlain || entries.length === 0) return undefined;
  // A brace that the variable has doubled is one that is meant; KubeSpawner fills in any other.
  const statements = entries.map(([name, text]) =>
    set(name, printText(String(text).replaceAll("{{", "{").replaceAll("}}", "}")), piece),
  );
  return [block("environment", statements, piece)];
}

/** Images that can be declared name a tag or a digest. */
export function hasTag(reference: string): boolean {
  const image = parseImageReference(reference);
  return image !== undefined && (image.tag ?? image.digest) !== undefined;
}
