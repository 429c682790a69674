// A plan in words for a terminal: the most serious first, people before machines.

import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import type { DeployedRelease, Plan, PlanChange, PlanSection, PlanWeight } from "../plan/plan.ts";
import { andList, countWords } from "../text/and-list.ts";
import { printJson } from "../text/print-json.ts";
import { PAGE_WIDTH, wrapText } from "./wrap-text.ts";

export const sectionTitles: Readonly<Record<PlanSection, string>> = {
  work: "Work that would be lost or left behind",
  people: "People",
  running: "What runs",
};

export const sections: readonly PlanSection[] = ["work", "people", "running"];

/** `against`: what the program is compared with, as part of a sentence. */
export function planText(plan: Plan, against: string, palette: Palette = plainPalette): string {
  const untold = uncomparedWords(plan);
  if (plan.changes.length + plan.releases.length === 0)
    return `${[`Nothing changes against ${against}.`, ...untold.flatMap(wrapped)].join("\n")}\n`;
  const parts = [
    `${palette.strong(`${summaryWords(plan)}`)}\n${[`Against ${against}.`, ...untold.flatMap(wrapped)].join("\n")}`,
    ...sections.flatMap((section) => sectionText(section, plan, palette)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function wrapped(text: string): readonly string[] {
  return wrapText(text, PAGE_WIDTH);
}

/** A sentence on what of the earlier build is not known; none where all is. */
export function uncomparedWords({ uncompared }: Plan): readonly string[] {
  if (uncompared === undefined) return [];
  const { older, what } = uncompared;
  const why = older
    ? "An older hubc built it. What it did not write down is not compared"
    : "Not compared, since it is not written there";
  return [`${why}: ${what.join("; ")}.`];
}

function sectionText(section: PlanSection, { changes }: Plan, palette: Palette): readonly string[] {
  const own = changes.filter((change) => change.section === section);
  if (own.length === 0) return [];
  const lines = own.flatMap((change) => changeLines(change, palette));
  return [[palette.strong(sectionTitles[section]), ...lines].join("\n")];
}

function changeLines(change: PlanChange, palette: Palette): readonly string[] {
  const marks = { error: palette.error("x"), warning: palette.warning("!"), note: "-" };
  const place = placeWords(change);
  const [first = "", ...more] = wrapText(`${place === "" ? "" : `${place}: `}${change.text}`, PAGE_WIDTH - 4);
  const details = change.details.flatMap((detail) => wrapText(detail, PAGE_WIDTH - 6).map((line) => `      ${line}`));
  return [`  ${marks[change.weight]} ${first}`, ...more.map((line) => `    ${line}`), ...details];
}

/** `datahub (prod)`; empty for what is of no hub. */
export function placeWords({ hubs, stages }: Pick<PlanChange, "hubs" | "stages">): string {
  return hubs.length === 0 ? "" : `${andList(hubs)}${stages.length === 0 ? "" : ` (${andList(stages)})`}`;
}

/** `2 stages of hubs change, 1 hub starts anew; 1 change is refused.` */
export function summaryWords({ changes, releases }: Plan): string {
  const refused = changes.filter(({ weight }) => weight === "error").length;
  const warned = changes.filter(({ weight }) => weight === "warning").length;
  const restarts = releases.filter((release) => release.restarts).length;
  const parts = [
    releases.length === 0 ? "No hub is deployed anew" : deployedWords(releases),
    ...(restarts === 0 ? [] : [`${countWords(restarts, "hub")} ${restarts === 1 ? "starts" : "start"} anew`]),
    ...(warned === 0 ? [] : [`${countWords(warned, "change")} to look at`]),
    ...(refused === 0 ? [] : [`${countWords(refused, "change")} refused`]),
  ];
  return `${parts.join("; ")}.`;
}

function deployedWords(releases: readonly DeployedRelease[]): string {
  const names = (how: DeployedRelease["how"]) =>
    releases.filter((release) => release.how === how).map(({ hub, stage }) => `${hub}-${stage}`);
  const most = (list: readonly string[]) => (list.length <= 6 ? andList(list) : countWords(list.length, "release"));
  const parts = (["changed", "new", "gone"] as const).flatMap((how) => {
    const list = names(how);
    return list.length === 0 ? [] : [`${most(list)} ${wordsOf[how][list.length === 1 ? 0 : 1]}`];
  });
  return parts.join("; ");
}

const wordsOf: Readonly<Record<DeployedRelease["how"], readonly [string, string]>> = {
  changed: ["changes", "change"],
  new: ["is new", "are new"],
  gone: ["is gone from the program", "are gone from the program"],
};

// A plan as data for other programs; docs/schemas/plan.schema.json says its form.

/** Raised where a reader of the form before could not read it. */
const VERSION = 1;

/** `against`: what the program is compared with, as people read it. */
export function planJson({ changes, releases, uncompared }: Plan, against: string): string {
  const count = (weight: PlanWeight) => changes.filter((change) => change.weight === weight).length;
  return printJson({
    version: VERSION,
    against,
    summary: {
      changes: changes.length,
      refused: count("error"),
      warnings: count("warning"),
      restarts: releases.filter(({ restarts }) => restarts).length,
    },
    releases,
    changes,
    ...(uncompared === undefined ? {} : { uncompared }),
  });
}
