// Who may do what by JupyterHub's API: roles of groups, services with theirs, and what everybody and every server may.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { printPath } from "../../schema/values/chart-data.ts";
import { areWordsOfCommand } from "../../schema/values/command.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, mapAt, type Piece, type Recognise, type Recognising, type Statement, set, textsIn } from "../piece.ts";
import { printText, printTexts } from "../print-data.ts";
import { groupNamed, groupsNamed } from "./groups.ts";

export const roles: Recognise = (recognising) => {
  const services = mapAt(recognising.values, "hub.services");
  const found = Object.entries(mapAt(recognising.values, "hub.loadRoles"));
  return [
    ...found.flatMap(([key, role]) => (isMap(role) ? roleOf(key, role, recognising) : [])),
    ...Object.entries(services).flatMap(([key, service]) =>
      isMap(service) ? serviceOf(key, service, recognising) : [],
    ),
  ];
};

function roleOf(place: string, role: JsonMap, recognising: Recognising): readonly Piece[] {
  const { name: called, description, scopes: listed, groups, services, ...more } = role;
  const scopes = textsIn(listed);
  if (scopes === undefined || scopes.length === 0 || Object.keys(more).length > 0) return [];
  if (called !== undefined && typeof called !== "string") return [];
  const key = called ?? place;
  const claims = [["hub", "loadRoles", place]];
  const name = `role ${key}`;
  if (
    (key === "user" || key === "server") &&
    groups === undefined &&
    services === undefined &&
    description === undefined
  )
    return [{ name, statements: [block("scopes", [set(key, printTexts(scopes), name)], name)], claims }];
  const members = textsIn(groups);
  if (members === undefined || members.length === 0 || services !== undefined || !/^[a-z][a-z0-9-]*$/.test(key))
    return [];
  const [names, written] = [groupsNamed(members, recognising), scopes.map((scope) => scopeText(scope, recognising))];
  if (names === undefined || written.includes(undefined)) return [];
  const body = [
    ...(typeof description === "string" && description !== ""
      ? [set("description", printText(description), name)]
      : []),
    set("groups", `[${names.join(", ")}]`, name),
    set("scopes", printTexts(written.flatMap((one) => one ?? [])), name),
  ];
  return [{ name, statements: [block(`role ${key}`, body, name)], claims }];
}

/** A scope with the program's name of its group; undefined where the program can't have that group. */
function scopeText(scope: string, recognising: Recognising): string | undefined {
  const [, before, group] = /^(.*!group=)(.+)$/.exec(scope) ?? [];
  if (before === undefined || group === undefined) return scope;
  const name = groupNamed(group, recognising);
  return name === undefined ? undefined : `${before}${name}`;
}

/** What a service says, and the settings for it. */
const serviceTexts: Readonly<Record<string, string>> = {
  url: "url",
  oauth_client_id: "client-id",
  oauth_redirect_uri: "redirect-url",
};

function serviceOf(key: string, service: JsonMap, { values }: Recognising): readonly Piece[] {
  const name = `service ${key}`;
  if (!/^[a-z][a-z0-9-]*$/.test(key)) return [];
  const role = mapAt(values, `hub.loadRoles`)[key];
  const ofRole = isMap(role ?? null) && role !== undefined && isMap(role) ? roleOfService(key, role) : undefined;
  const body: Statement[] = [];
  for (const [trait, value] of Object.entries(service)) {
    const said = serviceStatement(trait, value, { key, name });
    if (said === undefined) return [];
    body.push(...said);
  }
  if (ofRole !== undefined) body.push(set("scopes", printTexts(ofRole), name));
  if (body.length === 0) return [];
  const claims = [["hub", "services", key], ...(ofRole === undefined ? [] : [["hub", "loadRoles", key]])];
  return [{ name, statements: [block(`service ${key}`, body, name)], claims }];
}

function roleOfService(key: string, { name, scopes, services, ...more }: JsonMap): readonly string[] | undefined {
  const of = textsIn(services);
  const isOwn = of?.length === 1 && of[0] === key && (name === undefined || name === key);
  return isOwn && Object.keys(more).length === 0 ? textsIn(scopes) : undefined;
}

/** Undefined for what no setting says. */
function serviceStatement(
  trait: string,
  value: Json,
  of: { readonly key: string; readonly name: string },
): readonly Statement[] | undefined {
  const { key, name } = of;
  const setting = serviceTexts[trait];
  if (trait === "name") return value === key ? [] : undefined;
  if (setting !== undefined && typeof value === "string") return [set(setting, quote(value), name)];
  if (trait === "display" && typeof value === "boolean") return [set("display", String(value), name)];
  if (trait === "oauth_no_confirm" && typeof value === "boolean") return [set("ask-people", String(!value), name)];
  if (trait === "command") {
    const words = textsIn(value);
    return words !== undefined && areWordsOfCommand(words) ? [set("command", printTexts(words), name)] : undefined;
  }
  if (trait !== "environment" || !isMap(value)) return undefined;
  const variables = Object.entries(value);
  if (variables.some(([variable, text]) => typeof text !== "string" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)))
    return undefined;
  const statements = variables.map(([variable, text]) => set(printPath([variable]), printText(String(text)), name));
  return [block("environment", statements, name)];
}
