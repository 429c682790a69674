// What every server is: image, memory, cpu, page, variables, files.

import { bytesIn } from "../../knowledge/byte-specification.ts";
import { parseImageReference } from "../../knowledge/image-reference.ts";
import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import { whyTagMoves } from "../../knowledge/moving-tags.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import { printPath } from "../../schema/values/chart-data.ts";
import { areWordsOfCommand } from "../../schema/values/command.ts";
import { quote } from "../../schema/values/scalars.ts";
import {
  block,
  keysBelow,
  mapAt,
  numberAt,
  type Piece,
  type Recognise,
  saying,
  set,
  textAt,
  textsIn,
  valueAt,
} from "../piece.ts";
import { nameFrom, printBytes, printJson, printSeconds, printText, printTexts } from "../print-data.ts";

export const servers: Recognise = (recognising) => [
  ...image(recognising),
  ...amounts(recognising),
  ...page(recognising),
  ...environment(recognising),
  ...files(recognising),
  ...secretsOfServers(recognising),
  ...startTimeout(recognising),
];

const image: Recognise = ({ values, declarations }) => {
  const [name, tag] = [textAt(values, "singleuser.image.name"), valueAt(values, "singleuser.image.tag")];
  if (name === undefined || (typeof tag !== "string" && typeof tag !== "number")) return [];
  const declared = imageNamed(`${name}:${tag}`, declarations);
  return saying("image", declared, "singleuser.image.name", "singleuser.image.tag");
};

/** Declares a prebuilt image, under the name of its repository. */
export function imageNamed(reference: string, declarations: Parameters<Recognise>[0]["declarations"]): string {
  const last =
    reference
      .replace(/[:@][^/]*$/, "")
      .split("/")
      .at(-1) ?? "image";
  return declarations.declare("image", nameFrom(last), prebuiltText(reference));
}

/** Where a tag moves, that it does today is allowed in so many words: whoever reads it may name one that stays. */
export function prebuiltText(reference: string): string {
  const image = parseImageReference(reference);
  const why = image === undefined ? undefined : whyTagMoves(image);
  const allowance = `# hubc: allow image/floating-tag because "so it is today: name a tag that stays"\n`;
  return `${why === undefined ? "" : allowance}prebuilt = ${quote(reference)}`;
}

const amounts: Recognise = ({ values }) => {
  const [least, most] = ["guarantee", "limit"].map((key) =>
    bytesIn(valueAt(values, `singleuser.memory.${key}`) ?? "1G"),
  );
  const limit = valueAt(values, "singleuser.memory.limit");
  const isWhole = typeof limit !== "boolean" && limit !== undefined && limit !== null;
  const memory = isWhole && !changesPlaceholders(values) ? printRange(least, most, printBytes) : undefined;
  const cores = ["guarantee", "limit"].map((key) => quantityIn(valueAt(values, `singleuser.cpu.${key}`)));
  const cpu = printRange(cores[0], cores[1], printCores);
  return [
    ...saying("memory", memory, "singleuser.memory.guarantee", "singleuser.memory.limit"),
    ...saying("cpu", cpu, "singleuser.cpu.guarantee", "singleuser.cpu.limit"),
  ];
};

/**
 * The chart gives placeholders what servers have, in whose place they are, as Kubernetes reads it: to JupyterHub `1024M` is `1G`, which the setting
 * would be written as, and to Kubernetes it is not (chart 4.4.0, templates/scheduling/user-placeholder).
 */
function changesPlaceholders(values: JsonMap): boolean {
  if (valueAt(values, "scheduling.userPlaceholder.enabled") === false) return false;
  if (Object.keys(mapAt(values, "scheduling.userPlaceholder.resources")).length > 0) return false;
  const runs = (numberAt(values, "scheduling.userPlaceholder.replicas") ?? 0) > 0;
  return ["guarantee", "limit"].some((key) => {
    const said = valueAt(values, `singleuser.memory.${key}`);
    const bytes = said === undefined ? undefined : bytesIn(said);
    if (bytes === undefined || !(runs || typeof said === "string")) return false;
    return quantityIn(said) !== quantityIn(jupyterhubBytes(bytes));
  });
}

export function printCores(cores: number): string | undefined {
  return cores > 0 ? String(cores) : undefined;
}

/** `least .. most`; undefined where one of them is not known, or the first is above the second. */
function printRange(
  least: number | undefined,
  most: number | undefined,
  print: (amount: number) => string | undefined,
): string | undefined {
  if (least === undefined || most === undefined || least > most) return undefined;
  const [from, to] = [print(least), print(most)];
  return from === undefined || to === undefined ? undefined : `${from} .. ${to}`;
}

const page: Recognise = ({ values }) => {
  const url = textAt(values, "singleuser.defaultUrl");
  return saying("open-with", url === "/lab" ? "lab" : url && quote(url), "singleuser.defaultUrl");
};

const startTimeout: Recognise = ({ values }) => {
  const path = "singleuser.startTimeout";
  return saying("start-timeout", printSeconds(numberAt(values, path) ?? 0), path);
};

const environment: Recognise = ({ values }) =>
  Object.entries(mapAt(values, "singleuser.extraEnv")).flatMap(([key, value]): Piece[] => {
    if (typeof value !== "string" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return [];
    const name = `environment ${key}`;
    // A brace that the variable has doubled is one that is meant; KubeSpawner fills in any other.
    const meant = value.replaceAll("{{", "{").replaceAll("}}", "}");
    const statement = block("environment", [set(key, printText(meant), name)], "environment");
    return [{ name, statements: [statement], claims: [["singleuser", "extraEnv", key]] }];
  });

/** What is encrypted becomes a secret by the name of its variable, or of its file. */
const secretsOfServers: Recognise = ({ environment: { encrypted, key, place }, values }) =>
  encrypted.flatMap(({ path, keys }): Piece[] => {
    const [owner, kind, label, part, ...more] = path.slice(key.length);
    if (owner !== "singleuser" || label === undefined || more.length > 0) return [];
    const secret = (name: string) => `secret(${quote(`${nameFrom(place.hub)}/${nameFrom(name)}`)})`;
    if (kind === "extraEnv" && part === undefined && /^[A-Za-z_][A-Za-z0-9_]*$/.test(label)) {
      const name = `environment ${label}`;
      const statements = [block("environment", [set(label, secret(label), name)], "environment")];
      return [{ name, statements, claims: [], secrets: [path] }];
    }
    const file = mapAt(values, "singleuser.extraFiles")[label];
    const at = file !== undefined && isMap(file) ? file["mountPath"] : undefined;
    if (kind !== "extraFiles" || part !== "stringData" || typeof at !== "string") return [];
    const name = `file singleuser ${label}`;
    const body = [set("path", quote(at), name), set("text", secret(label), name)];
    const claims = [["singleuser", "extraFiles", label, "mountPath"]];
    const where = keys[0]?.span.file.path ?? "its encrypted file";
    const todo = `Its text is in ${where} today: bring it into the secret store, and take ${path.slice(key.length).join(".")} out of that file, since the chart refuses it there without its place.`;
    const statements = [block(`file ${nameFrom(label)}`, body, name, [todo])];
    return [{ name, statements, claims, secrets: [path], isElsewhere: true }];
  });

const files: Recognise = ({ environment, values }) => {
  const below = (owner: string) => keysBelow(environment, [owner, "extraFiles"]);
  const names = new Set([...below("singleuser"), ...below("hub")]);
  const pieces = (owner: string, place: "servers" | "hub") =>
    filesAt(owner, values).map((file) =>
      below(owner).includes(file.key)
        ? wholeFile(file, values)
        : filePiece(file, { place, label: freeName(nameFrom(file.key), names) }),
    );
  return [...pieces("singleuser", "servers"), ...pieces("hub", "hub")];
};

/** A file that a chart around this one brings too stays under its key: a name of the program's own would be a second file at one place. */
function wholeFile({ owner, key }: FoundFile, values: JsonMap): Piece {
  const name = `file ${owner} ${key}`;
  const path = [owner, "extraFiles", key];
  const whole = mapAt(values, `${owner}.extraFiles`)[key] ?? null;
  const statement = block("values", [set(printPath(path), printJson(whole), name)], "values");
  return { name, statements: [statement], claims: [path], past: [path] };
}

/** The chart's key is not always a name of the program; a file is what it is by its place. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
  taken.add(name);
  return name;
}

interface FilePlace {
  readonly place: "servers" | "hub";
  readonly label: string;
}

interface FoundFile {
  readonly owner: string;
  readonly key: string;
  readonly path: string;
  readonly mode: Json | undefined;
  readonly text: string | undefined;
  readonly data: Json | undefined;
}

function filesAt(owner: string, values: Parameters<Recognise>[0]["values"]): readonly FoundFile[] {
  return Object.entries(mapAt(values, `${owner}.extraFiles`)).flatMap(([key, file]) => {
    if (!isMap(file)) return [];
    const { mountPath, mode, stringData, data, ...more } = file;
    const isText = typeof stringData === "string" && data === undefined;
    if (typeof mountPath !== "string" || Object.keys(more).length > 0) return [];
    if (!isText && !(isMap(data) && stringData === undefined)) return [];
    return [{ owner, key, path: mountPath, mode, text: isText ? stringData : undefined, data }];
  });
}

function filePiece({ owner, key, path, mode, text, data }: FoundFile, { place, label }: FilePlace): Piece {
  const name = `file ${owner} ${key}`;
  const body = [
    set("path", quote(path), name),
    ...(place === "hub" ? [set("in", "hub", name)] : []),
    ...(mode === undefined ? [] : [set("executable", String(mode === 0o755), name)]),
    ...(text === undefined ? dataOf(data, name) : [set("text", printText(text), name)]),
  ];
  return { name, statements: [block(`file ${label}`, body, name)], claims: [[owner, "extraFiles", key]] };
}

function dataOf(data: Json | undefined, name: string) {
  const entries = isMap(data) ? Object.entries(data) : [];
  return [
    block(
      "data",
      entries.map(([key, value]) => set(printPath([key]), printJson(value), name)),
      name,
    ),
  ];
}

// How servers start: their program, what runs beside it, when their image is pulled, and the account of the cluster that they have.

/** A piece for each, so that one that can't be said takes no other with it. */
export const start: Recognise = ({ values }) =>
  (
    [
      ["command", ["cmd"], textsAt(values, "singleuser.cmd")],
      ["after", ["lifecycleHooks", "postStart", "exec", "command"], hookIn(values)],
      ["pull", ["image", "pullPolicy"], policies[textAt(values, "singleuser.image.pullPolicy") ?? ""]],
      ["service-account", ["serviceAccountName"], quoted(textAt(values, "singleuser.serviceAccountName"))],
    ] as const
  ).flatMap(([setting, path, value]): Piece[] => {
    if (value === undefined) return [];
    const name = `start ${setting}`;
    return [
      { name, statements: [block("start", [set(setting, value, name)], name)], claims: [["singleuser", ...path]] },
    ];
  });

const policies: Readonly<Record<string, string>> = { Always: "always", IfNotPresent: "if-missing", Never: "never" };

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quote(text);
}

/** One word may stand without a list. */
function textsAt(values: JsonMap, path: string): string | undefined {
  const found = valueAt(values, path);
  const texts = typeof found === "string" && found !== "" ? [found] : textsIn(found);
  return texts !== undefined && areWordsOfCommand(texts) ? printTexts(texts) : undefined;
}

const hookIn = (values: JsonMap) => textsAt(values, "singleuser.lifecycleHooks.postStart.exec.command");
