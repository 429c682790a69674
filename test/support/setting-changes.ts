// Each setting of the vocabulary, changed in a program that has its block: what comes out of the program without the change and with it.

import { check } from "../../compiler/check.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { Model } from "../../compiler/model/model.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import type { Shape } from "../../compiler/schema/value-type.ts";
import { statusOf, testReport } from "../../compiler/service/test-report.ts";
import { deployedFiles } from "../../compiler/targets/deployed-files.ts";
import { emit } from "../../compiler/targets/emit.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { type Body, bodiesOf, firstName } from "./program-bodies.ts";
import { programOf } from "./programs.ts";
import type { SettingPlace } from "./vocabulary-walk.ts";

const on = checkedDate("2026-10-05") ?? 0;

/** A program without errors, and what comes out of it, made when it is asked for. */
export interface Outcome {
  readonly text: string;
  readonly model: Model;
  /** Remarks, and how expectations fare. */
  readonly findings: readonly string[];
  readonly deployed: () => readonly OutputFile[];
  /** All but the manifest, which has the digest of the sources. */
  readonly files: () => readonly OutputFile[];
}

export interface Base {
  readonly text: string;
  readonly bodies: readonly Body[];
  readonly outcome: () => Outcome;
}

/** A change of one setting, and what it does. */
export interface SettingChange {
  readonly before: Outcome;
  /** Undefined where a rule refuses it. */
  readonly after: Outcome | undefined;
  readonly changes: "outputs" | "findings";
}

/** What is no sense at all, and no finding of a rule. */
const senseless = /^(?:syntax|schema|names|secret|file)\//;

/** The errors in its place where it has any. */
function outcomeOf(text: string): Outcome | readonly string[] {
  const options = { readYaml, readTemplate };
  const files = [...programOf(text)].map(([path, part]) => createSourceFile(path, part));
  const examined = check({ files, assets: new Map(), ...options }, { on });
  const { model, diagnostics } = examined;
  if (model === undefined) return diagnostics.filter(({ severity }) => severity === "error").map(findingText);
  const report = testReport(examined, undefined);
  const tested = report.tested.map((one) => `${one.expectation.name} ${statusOf(one)} ${one.days.length}`);
  return {
    text,
    model,
    findings: [...[...diagnostics, ...report.findings].map(findingText), ...tested].sort(),
    deployed: once(() => deployedFiles(model, options)),
    files: once(() => emit(model, options).filter(({ path }) => path !== "hubc-manifest.json")),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function findingText({ code, message, severity, related }: Diagnostic): string {
  return [`${code}: ${message}`, severity, ...related.map((one) => one.message)].join(" | ");
}

export function baseOf(text: string): Base {
  const outcome = once(() => {
    const made = outcomeOf(text);
    if ("text" in made) return made;
    throw new Error(`${made.join("\n")}\n\n${text}`);
  });
  return { text, bodies: bodiesOf(text), outcome };
}

/** How many programs, and how many texts of each, are tried for one setting. */
const most = { programs: 3, values: 10 };

/** The first change of the setting that changes outputs, else one that changes findings. `values` are tried before those of the vocabulary. */
export function changeOf(
  place: SettingPlace,
  bases: readonly Base[],
  values: readonly string[] = [],
): SettingChange | undefined {
  let quiet: SettingChange | undefined;
  for (const base of basesFor(place, bases))
    for (const text of textsIn(base, place, values).slice(0, most.values)) {
      const [before, after] = [base.outcome(), outcomeOf(text)];
      if (!("text" in after)) {
        if (!after.some((error) => senseless.test(error))) quiet ??= { before, after: undefined, changes: "findings" };
        continue;
      }
      if (!same(before.deployed(), after.deployed()) || !same(before.files(), after.files()))
        return { before, after, changes: "outputs" };
      if (before.findings.join("\n") !== after.findings.join("\n")) quiet ??= { before, after, changes: "findings" };
    }
  return quiet;
}

/** Programs that have its block, one of them with the setting where there is any. */
function basesFor(place: SettingPlace, bases: readonly Base[]): readonly Base[] {
  const schema = place.steps.at(-1)?.schema;
  const having = bases.filter(({ bodies }) => bodies.some((body) => body.schema === schema));
  const said = having.find(({ bodies }) =>
    bodies.some((body) => body.schema === schema && body.items.some((item) => firstName(item) === place.key)),
  );
  return [...new Set([...having.slice(0, most.programs), ...(said === undefined ? [] : [said])])];
}

function textsIn({ text, bodies }: Base, place: SettingPlace, values: readonly string[]): readonly string[] {
  const schema = place.steps.at(-1)?.schema;
  const here = bodies.filter((body) => body.schema === schema);
  const sure = here.flatMap((body) => changedTexts(text, body, place, [...values, ...valuesOf(place)]));
  return [...sure, ...here.flatMap((body) => changedTexts(text, body, place, others(place)))];
}

/** The example; of a truth both, the opposite of what holds anyway first. */
function valuesOf({ setting: { type, example, default: usual } }: SettingPlace): readonly string[] {
  if (type.name !== "truth") return [example];
  return usual === true ? ["false"] : usual === false ? ["true"] : [example, example === "true" ? "false" : "true"];
}

/** Values near the example: other words of a choice, and another last digit or letter. */
function others({ setting: { type, example } }: SettingPlace): readonly string[] {
  const digit = example.replace(/\d(?=\D*$)/, (one) => String((Number(one) % 9) + 1));
  const letter = example.replace(/[a-z](?=[^a-z]*$)/, (one) => (one === "b" ? "c" : "b"));
  return [...wordsOf(type.shape), digit, letter].filter((value) => value !== example);
}

function wordsOf(shape: Shape): readonly string[] {
  return shape.kind === "choice" ? shape.words : [];
}

/** The program with each of the values in the body, and without the setting where it has it. Lines keep their numbers. */
function changedTexts(text: string, body: Body, { setting, key }: SettingPlace, values: readonly string[]): string[] {
  const isAny = setting.key === "NAME";
  const known = Object.keys(body.schema.settings);
  const items = body.items.flatMap((item) => {
    if (item.kind !== "setting") return [];
    const name = firstName(item);
    return (isAny ? !known.includes(name) : name === key) ? [item] : [];
  });
  const [item] = items;
  if (item === undefined) {
    const name = isAny ? '"/some/name"' : key;
    return values.map((value) => `${text.slice(0, body.end)} ${name} = ${value} ${text.slice(body.end)}`);
  }
  const put = (start: number, end: number, value: string) => `${text.slice(0, start)}${value}${text.slice(end)}`;
  const another = values.filter((value) => value !== text.slice(item.value.start, item.value.end));
  const gone = text.slice(item.start, item.end).replace(/[^\n]/g, " ");
  return [...another.map((value) => put(item.value.start, item.value.end, value)), put(item.start, item.end, gone)];
}

function same(was: readonly OutputFile[], is: readonly OutputFile[]): boolean {
  return was.length === is.length && was.every(({ path, text }, i) => is[i]?.path === path && is[i]?.text === text);
}
