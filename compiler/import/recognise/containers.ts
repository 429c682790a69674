// Containers that run beside every server. The list is replaced as a whole, so all of them are said or none.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import { areWordsOfCommand } from "../../schema/values/command.ts";
import { quote } from "../../schema/values/scalars.ts";
import {
  block,
  listOf,
  type Recognise,
  type Recognising,
  type Statement,
  set,
  textAt,
  textsIn,
  valueAt,
} from "../piece.ts";
import { printBytes, printText, printTexts } from "../print-data.ts";
import { printCores } from "./servers.ts";

const piece = "containers";

export const containers: Recognise = ({ values, isDropped }) => {
  const written = listOf(valueAt(values, "singleuser.extraContainers"));
  const path = ["singleuser", "extraContainers"];
  const blocks = written.map((json, i) =>
    isMap(json) && !isDropped([...path, String(i)]) ? containerBlock(json, values) : undefined,
  );
  const all = blocks.filter((one) => one !== undefined);
  const names = new Set(all.map(({ head }) => head));
  if (all.length === 0 || all.length < blocks.length || names.size < all.length) return [];
  return [{ name: piece, statements: all, claims: [path] }];
};

/** Undefined where a container has what no setting says. */
function containerBlock(container: JsonMap, values: Recognising["values"]): (Statement & { head: string }) | undefined {
  const { name, ...fields } = container;
  if (typeof name !== "string" || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return undefined;
  const body = Object.entries(fields).map(([field, value]) => statementsOf(field, value, values));
  if (body.includes(undefined)) return undefined;
  return block(
    `container ${name}`,
    body.flatMap((statements) => statements ?? []),
    piece,
  );
}

type Said = readonly Statement[] | undefined;

function statementsOf(field: string, value: Json, values: Recognising["values"]): Said {
  switch (field) {
    case "image":
      return typeof value === "string" ? [set("image", quote(value), piece)] : undefined;
    case "command":
    case "args": {
      const texts = textsIn(value)?.map(meant);
      if (texts === undefined || (field === "command" && !areWordsOfCommand(texts))) return undefined;
      return [set(field === "args" ? "arguments" : field, printTexts(texts), piece)];
    }
    case "ports":
      return portsOf(value);
    case "env":
      return variablesOf(value);
    case "resources":
      return isMap(value) ? amountsOf(value) : undefined;
    case "securityContext":
      return userOf(value);
    case "volumeMounts":
      return homeOf(value, values);
    default:
      return undefined;
  }
}

/** A brace that the text has doubled is one that is meant; KubeSpawner fills in any other. */
function meant(text: string): string {
  return text.replaceAll("{{", "{").replaceAll("}}", "}");
}

function portsOf(value: Json): Said {
  const ports = listOf(value).map((json) => {
    if (!isMap(json) || Object.keys(json).some((key) => key !== "containerPort")) return undefined;
    const port = json["containerPort"];
    return typeof port === "number" ? String(port) : undefined;
  });
  return ports.includes(undefined) || ports.length === 0 ? undefined : [set("ports", `[${ports.join(", ")}]`, piece)];
}

function variablesOf(value: Json): Said {
  const variables = listOf(value).map((json) => {
    if (!isMap(json) || Object.keys(json).some((key) => key !== "name" && key !== "value")) return undefined;
    const { name, value: text } = json;
    const isKnown = typeof name === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && typeof text === "string";
    return isKnown ? set(name, printText(meant(text)), piece) : undefined;
  });
  const known = variables.filter((settingStatement) => settingStatement !== undefined);
  return known.length < variables.length || known.length === 0 ? undefined : [block("environment", known, piece)];
}

function amountsOf(resources: JsonMap): Said {
  const isKnown = Object.entries(resources).every(
    ([kind, amounts]) =>
      (kind === "requests" || kind === "limits") &&
      isMap(amounts) &&
      Object.keys(amounts).every((resource) => resource === "memory" || resource === "cpu"),
  );
  const memory = rangeOf(resources, "memory", printBytes);
  const cpu = rangeOf(resources, "cpu", printCores);
  if (!isKnown || memory === undefined || cpu === undefined) return undefined;
  return [...memory, ...cpu];
}

/** Nothing where neither is said; undefined where the first alone is not, which no range says. */
function rangeOf(resources: JsonMap, resource: "memory" | "cpu", print: (amount: number) => string | undefined): Said {
  const [least, most] = ["requests", "limits"].map((kind) => valueAt(resources, `${kind}.${resource}`));
  if (least === undefined && most === undefined) return [];
  const [from, to] = [quantityIn(least), quantityIn(most)];
  const first = from === undefined ? undefined : print(from);
  const last = most === undefined ? "unlimited" : to === undefined ? undefined : print(to);
  return first === undefined || last === undefined ? undefined : [set(resource, `${first} .. ${last}`, piece)];
}

function userOf(value: Json): Said {
  if (!isMap(value) || Object.keys(value).join() !== "runAsUser") return undefined;
  const user = value["runAsUser"];
  return typeof user === "number" ? [set("user", String(user), piece)] : undefined;
}

/** The person's home where servers have it, and nothing else. */
function homeOf(value: Json, values: Recognising["values"]): Said {
  const [mount, ...more] = listOf(value);
  if (mount === undefined || !isMap(mount) || more.length > 0) return undefined;
  const place = textAt(values, "singleuser.storage.homeMountPath") ?? "/home/jovyan";
  const folder = textAt(values, "singleuser.storage.static.subPath") ?? "{username}";
  // Without the folder it would be the homes of all.
  const isHome = mount["name"] === "home" && mount["mountPath"] === place && mount["subPath"] === folder;
  return isHome && Object.keys(mount).length === 3 ? [set("home", "true", piece)] : undefined;
}
