// What hubc itself adds to a hub, in values that it wrote: said by leaving less out, and by the words that it comes from. Each part of
// `custom.hubc` is a piece, so that one which the program can't say takes no other with it.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import type { Addition } from "../../model/left-out.ts";
import { quote } from "../../schema/values/scalars.ts";
import { ownerName } from "../../targets/helm/home-storage.ts";
import {
  block,
  listOf,
  mapAt,
  numberAt,
  type Piece,
  type Recognise,
  type Recognising,
  type Statement,
  set,
  textsIn,
  valueAt,
} from "../piece.ts";
import { nameFrom, printSeconds, printTexts } from "../print-data.ts";

/** Pieces that are called as what hubc adds: where one stands, that is not left out. */
export const ownAdditions: Recognise = (recognising) => [
  ...homeOwner(recognising),
  ...serverIds(recognising),
  ...serverSettings(recognising),
  ...exactPeople(recognising),
];

const ownerPiece: Addition = "home-owner";
const idsPiece: Addition = "server-ids";
const settingsPiece: Addition = "server-settings";
const peoplePiece: Addition = "exact-people";

const homeOwner: Recognise = ({ values, refused }) => {
  const [first, ...others] = listOf(valueAt(values, "singleuser.initContainers"));
  const isOwn = others.length === 0 && isMap(first) && first["name"] === ownerName;
  if (!isOwn || refused.has(ownerPiece)) return [];
  return [{ name: ownerPiece, statements: [], claims: [["singleuser", "initContainers"]] }];
};

/** The numbers of the image's account. */
const serverIds: Recognise = (recognising) => {
  const claims = ["uid", "fsGid"].map((key) => ["singleuser", key]);
  const isSaid = claims.some((path) => valueAt(recognising.values, path.join(".")) !== undefined);
  const isOwn = isSaid && dataOfHub(recognising) !== undefined && !recognising.refused.has(idsPiece);
  return isOwn ? [{ name: idsPiece, statements: [], claims }] : [];
};

const settingsFile = "hubc-jupyter-server";

/** The files of Jupyter's settings, which idle kernels and sites that may show the hub go into. */
const serverSettings: Recognise = ({ values, refused }) => {
  const files = mapAt(values, "singleuser.extraFiles");
  const names = [settingsFile, "hubc-ipython"].filter((name) => isMap(files[name]));
  if (names.length === 0 || refused.has(settingsPiece)) return [];
  const frames = framesOf(values);
  const statements = [
    ...(frames.length === 0 ? [] : [set("frame-ancestors", printTexts(frames), settingsPiece)]),
    ...kernelsOf(values, refused),
  ];
  const claims = names.map((name) => ["singleuser", "extraFiles", name]);
  const tornado = frames.length === 0 ? [] : [["hub", "config", "JupyterHub", "tornado_settings"]];
  return [{ name: settingsPiece, statements, claims: [...claims, ...tornado] }];
};

/** Sites that may show the hub, which it says of itself and of servers. */
function framesOf(values: JsonMap): readonly string[] {
  const said = valueAt(values, "hub.config.JupyterHub.tornado_settings.headers.Content-Security-Policy");
  const [, origins] = (typeof said === "string" && /^frame-ancestors 'self' (\S+(?: \S+)*)$/.exec(said)) || [];
  return origins?.split(" ") ?? [];
}

/** When idle kernels are stopped, where that is not when idle servers are. */
export function kernelsOf(values: JsonMap, refused: ReadonlySet<string>): readonly Statement[] {
  const kernels = mapAt(values, `singleuser.extraFiles.${settingsFile}.data.MappingKernelManager`);
  const idle = printSeconds(numberAt(kernels, "cull_idle_timeout") ?? 0);
  if (idle === undefined || refused.has(settingsPiece)) return [];
  const follows =
    valueAt(values, "cull.enabled") === true && kernels["cull_idle_timeout"] === valueAt(values, "cull.timeout");
  const body = [
    ...(follows ? [] : [set("kernels", idle, settingsPiece)]),
    ...(kernels["cull_connected"] === true ? [set("connected-kernels", "true", settingsPiece)] : []),
  ];
  return body.length === 0 ? [] : [block("cull", body, settingsPiece)];
}

/** The hub's Python, and the data that it reads. */
const exactPeople: Recognise = (recognising) => {
  const { values, environment } = recognising;
  const data = dataOfHub(recognising);
  if (data === undefined) return [];
  const code = Object.keys(mapAt(values, "hub.extraFiles")).filter((name) => name.startsWith("hubc-"));
  const secret = data["secretName"];
  const isUsual = secret === `hubc-${nameFrom(environment.place.hub)}`;
  const named =
    typeof secret !== "string" || isUsual
      ? []
      : [block("secrets kubernetes", [set("name", quote(secret), peoplePiece)], peoplePiece)];
  const prefixes = textsIn(data["accountPrefixes"]) ?? [];
  const reserved = prefixes.length === 0 ? [] : [set("account-prefixes", printTexts(prefixes), prefixesPiece)];
  return [
    {
      name: peoplePiece,
      statements: named,
      claims: [
        ["hub", "extraConfig", hubPiece],
        ...code.map((name) => ["hub", "extraFiles", name]),
        ...["secretsDirectory", "secretName"].map((key) => [...dataPath, key]),
      ],
    },
    { name: prefixesPiece, statements: reserved, claims: [[...dataPath, "accountPrefixes"]] },
    ...partsOf(data),
  ];
};

const hubPiece = "90-hubc";
const prefixesPiece = "account-prefixes";
const dataPath = ["custom", "hubc"];

/** What other words of the program come to: groups and courses each for themselves. */
function partsOf(data: JsonMap): readonly Piece[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (/^(?:secretsDirectory|secretName|accountPrefixes)$/.test(key)) return [];
    const isOfMany = (key === "groups" || key === "courses") && isMap(value) && Object.keys(value).length > 0;
    const paths = isOfMany ? Object.keys(value).map((name) => [key, name]) : [[key]];
    return paths.map((path): Piece => {
      const [kind, name] = path;
      const whole = [...dataPath, ...path];
      const piece = kind === "groups" && name !== undefined ? groupPiece(name) : whole.join(".");
      return { name: piece, statements: [], claims: [whole] };
    });
  });
}

const groupPiece = (name: string) => `groups ${name}`;

/** `custom.hubc`, where the hub runs hubc's Python, and the program is to have it run. */
export function dataOfHub({ values, refused }: Pick<Recognising, "values" | "refused">): JsonMap | undefined {
  const runs = mapAt(values, "hub.extraConfig")[hubPiece] !== undefined;
  const data = mapAt(values, dataPath.join("."));
  return runs && Object.keys(data).length > 0 && !refused.has(peoplePiece) ? data : undefined;
}

export interface OwnSecret {
  /** As a value of a setting: `secret("github/client-id")`. */
  readonly text: string;
  /** Of the chart. */
  readonly path: readonly string[];
}

/** The secret of the program that a variable of the hub's container is filled with; undefined where it comes from elsewhere. */
export function secretOfVariable(variable: Json | undefined, recognising: Recognising): OwnSecret | undefined {
  const data = dataOfHub(recognising);
  const place = mapAt(recognising.values, `hub.extraEnv.${String(variable)}.valueFrom.secretKeyRef`);
  const { name, key } = place;
  if (data === undefined || name !== data["secretName"] || typeof key !== "string") return undefined;
  const path = key.replaceAll(".", "/");
  if (!/^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*$/.test(path)) return undefined;
  return { text: `secret(${quote(path)})`, path: ["hub", "extraEnv", String(variable)] };
}

/** Groups that may enter, of which the values say all that there is: their members. */
export function listedGroups(recognising: Recognising): readonly string[] {
  const { declarations, refused } = recognising;
  const data = dataOfHub(recognising) ?? {};
  return (textsIn(mapAt(data, "allowed")["members"]) ?? []).flatMap((name) => {
    const group = mapAt(data, "groups")[name];
    const members = isMap(group) && Object.keys(group).length === 1 ? textsIn(group["members"]) : undefined;
    if (members === undefined || name !== nameFrom(name) || refused.has(groupPiece(name))) return [];
    return [declarations.declare("group", name, `members = ${printTexts(members)}`)];
  });
}
