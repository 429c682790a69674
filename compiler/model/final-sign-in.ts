// What sign-in comes to in the end: the traits that hubc writes, with the release's own configuration and Python merged onto them, as
// the authenticator's class reads them. Who may enter is judged, and told, by this and not by the vocabulary.

import { isList, isMap, type Json, type JsonMap, mapAt, textsOf, valueAt } from "../knowledge/json-schema.ts";
import { lineOf, namesOfTrait, sectionOf, traitOfVariable } from "../knowledge/sign-in-classes.ts";
import type { ChartData } from "../schema/values/chart-data.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { Span } from "../text/span.ts";
import { jsonOf, type OwnValue } from "./chart-leaf.ts";
import { withOpen } from "./known-values.ts";
import type { OwnPythonSetting, OwnUnread } from "./own-python.ts";
import { decidedByPython, type OwnTrait } from "./own-values.ts";
import type { Release } from "./release.ts";
import type { Sourced } from "./sourced.ts";

export interface FinalSignIn {
  readonly release: Release;
  /** The classes whose settings hold, those that go before others first. */
  readonly line: readonly string[];
  /** `hub.config` as it is written in the end. */
  readonly config: JsonMap;
  /** Own values below `hub.config` of a class of the line. */
  readonly own: readonly OwnValue[];
  /** What own Python sets of a class of the line. */
  readonly python: readonly OwnPythonSetting[];
  /** Own code that may set more of a class of the line, or choose another class. */
  readonly unread: readonly OwnUnread[];
}

/** `written`: `hub.config` as the vocabulary has it. */
export function finalSignIn(release: Release, written: JsonMap): FinalSignIn {
  const section = sectionOf(valueAt(written, "JupyterHub.authenticator_class"));
  const line = lineOf(section ?? "Authenticator");
  const own = release.ownValues.filter(({ leaf: { value } }) => {
    const [hub, config, className, trait] = value.path;
    return hub === "hub" && config === "config" && trait !== undefined && line.includes(className ?? "");
  });
  let config = written;
  for (const value of own) config = withOwn(config, value.leaf.value.path.slice(2), value);
  const open = release.ownOpen.filter(([hub, part]) => hub === "hub" && part === "config");
  config = withOpen(
    config,
    open.map((path) => path.slice(2)),
  );
  const python = release.ownCode.settings.filter(({ className }) => line.includes(className));
  const mayChange = new Set([undefined, "JupyterHub", ...line]);
  const unread = release.ownCode.unread.filter(({ className }) => mayChange.has(className));
  return { release, line, config, own, python, unread };
}

function withOwn(tree: JsonMap, [key = "", ...rest]: readonly string[], own: OwnValue): JsonMap {
  const there = Object.hasOwn(tree, key) ? tree[key] : undefined;
  if (rest.length > 0) return { ...tree, [key]: withOwn(isMap(there) ? there : {}, rest, own) };
  const value = jsonOf(own.leaf.value.data);
  return { ...tree, [key]: own.adds && isList(there) && isList(value) ? [...there, ...value] : value };
}

/** The value of a trait as the class reads it, whatever class of the line and whatever name says it; undefined for its default. */
export function finalTrait(final: FinalSignIn, trait: string): OwnTrait {
  const configured = configuredTrait(final, trait);
  return configured === undefined ? variableFor(final, trait) : configured;
}

/** The same where no variable stands for it. */
export function configuredTrait(final: FinalSignIn, trait: string): OwnTrait {
  for (const className of final.line)
    for (const name of namesOfTrait(final.line, trait)) {
      const trait = traitOf(final, className, name);
      if (trait !== undefined) return trait;
    }
  return undefined;
}

function traitOf({ config, python }: FinalSignIn, className: string, trait: string): OwnTrait {
  const section = mapAt(config, className);
  let value: OwnTrait = Object.hasOwn(section, trait) ? section[trait] : undefined;
  for (const set of python) if (set.className === className && set.trait === trait) value = changedByPython(value, set);
  return value;
}

function changedByPython(before: OwnTrait, { how, value }: OwnPythonSetting): OwnTrait {
  if (value === undefined || how === "changes" || before === decidedByPython) return decidedByPython;
  if (how === "sets" || before === undefined) return value;
  if (isList(before) && isList(value)) return [...before, ...value];
  return isMap(before) && isMap(value) ? merged(before, value) : decidedByPython;
}

function merged(before: JsonMap, added: JsonMap): JsonMap {
  const both = Object.entries(added).map(([key, value]): [string, Json] => {
    const there = Object.hasOwn(before, key) ? before[key] : undefined;
    return [key, isMap(there) && isMap(value) ? merged(there, value) : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}

/** A variable of the hub's pod that stands for the trait. */
export function variableOfTrait({ release, line }: FinalSignIn, trait: string): OwnValue | undefined {
  return release.ownValues.findLast(({ leaf: { value } }) => {
    const [hub, env, name, ...rest] = value.path;
    return hub === "hub" && env === "extraEnv" && rest.length === 0 && traitOfVariable(line, name ?? "") === trait;
  });
}

/** What such a variable says (oauthenticator 17.4: domains are parted by `;`). */
function variableFor(final: FinalSignIn, trait: string): OwnTrait {
  const own = variableOfTrait(final, trait);
  if (own === undefined) return undefined;
  const value = jsonOf(own.leaf.value.data);
  if (typeof value !== "string") return decidedByPython;
  return trait === "hosted_domain" ? value.split(";").filter((one) => one !== "") : value;
}

/** The texts of a trait that is a list, or one text; `undecided` where Python decides. */
export function finalTexts(final: FinalSignIn, trait: string): readonly string[] | "undecided" {
  const value = finalTrait(final, trait);
  return value === decidedByPython ? "undecided" : textsOf(value);
}

/** Where a release's own part of a trait is written: at `text`, where that is given and written there. */
export function placeOfTrait(final: FinalSignIn, trait: string, text?: string): Span | undefined {
  const names = namesOfTrait(final.line, trait);
  const leaves = final.own.filter(({ leaf: { value } }) => names.includes(value.path[3] ?? ""));
  for (const { leaf } of leaves) {
    const key = leaf.value.keys.find((key) => key.key === text);
    const span =
      text === undefined ? keysOf(leaf.value.keys, leaf.value.data) : (key?.span ?? placeIn(leaf.value.data, text));
    if (span !== undefined) return span;
  }
  const python = final.python.filter((set) => names.includes(set.trait));
  const set = python.find(({ value }) => text === undefined || holds(value, text));
  if (set !== undefined || configuredTrait(final, trait) !== undefined) return set?.span;
  const variable = variableOfTrait(final, trait)?.leaf.value;
  return variable && keysOf(variable.keys, variable.data);
}

function keysOf(keys: readonly { readonly span: Span }[], data: ChartData): Span {
  return keys.at(-1)?.span ?? data.span;
}

function holds(value: Json | undefined, text: string): boolean {
  return (
    textsOf(value).includes(text) ||
    (isMap(value) && Object.entries(value).some(([key, one]) => key === text || holds(one, text)))
  );
}

/** The place of a text, or of a key, in data. */
function placeIn(data: ChartData, text: string): Span | undefined {
  if (data.kind === "scalar") return data.value === text ? data.span : undefined;
  if (data.kind === "list") return firstPlace(data.items, text);
  if (data.kind !== "map") return undefined;
  const entry = data.entries.find(({ key }) => key === text);
  return (
    entry?.keySpan ??
    firstPlace(
      data.entries.map(({ value }) => value),
      text,
    )
  );
}

function firstPlace(parts: readonly ChartData[], text: string): Span | undefined {
  for (const part of parts) {
    const span = placeIn(part, text);
    if (span !== undefined) return span;
  }
  return undefined;
}

// Telling a sign-in's secrets from its other settings, which are kept side by side.

/** Does a setting hold a reference to a secret? */
export function isSecret(value: Sourced<unknown>): value is Sourced<SecretReference> {
  const held = value.value;
  return typeof held === "object" && held !== null && "kind" in held && held.kind === "secret";
}
