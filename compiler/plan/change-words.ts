// How a change is said: the words that sentences about people, servers and images share.

import { andList } from "../text/and-list.ts";
import { type FactChange, gainsAndLosses, listOf } from "./compare-facts.ts";
import { idleNever, idleStop, type Subject } from "./facts.ts";
import type { PlanChange } from "./plan.ts";

/** A sentence about a subject. */
export function said(
  { hubs, stage }: Pick<Subject, "hubs" | "stage">,
  { code, text, weight = "note", details = [] }: Pick<PlanChange, "code" | "text"> & Partial<PlanChange>,
): PlanChange {
  return { section: "people", weight, code, hubs, stages: stage === undefined ? [] : [stage], text, details };
}

/** `members of pupils`; everybody who may enter, where nothing is said. */
export function whoGets({ facts }: Subject): string {
  const groups = listOf(facts["for"]);
  return groups.length === 0 ? "everybody who may enter" : `members of ${andList(groups)}`;
}

export function textOf(value: string | readonly string[] | undefined): string {
  return andList(listOf(value));
}

/** Texts of which only a digest is known. */
const hidden = new Set(["announcement", "steps", "dockerfile"]);

/** `memory 2 GiB instead of 1 GiB`; of a set what it gains and loses. */
export function changeWords(change: FactChange): string {
  const { key, before, after } = change;
  if (hidden.has(key)) return `${key}: ${before === undefined ? "new" : after === undefined ? "gone" : "another text"}`;
  if (key === idleStop && after === idleNever && before !== undefined)
    return `idle servers are never stopped any more; before, after ${textOf(before)}`;
  if (key === idleStop && before === idleNever)
    return `idle servers stop after ${textOf(after)}; before, they were never stopped`;
  const choice = Object.hasOwn(choices, key) ? choices[key] : undefined;
  if (choice !== undefined && before === undefined) return choice.gained(textOf(after));
  if (choice !== undefined && after === undefined) return choice.lost(textOf(before));
  if (typeof before === "object" || typeof after === "object") return setWords(change);
  if (key === sentence) return `${withoutStop(after)}. Until now: ${withoutStop(before)}`;
  if (before === undefined) return `new: ${key} ${after}`;
  return after === undefined ? `gone: ${key} ${before}` : `${key} ${after} instead of ${before}`;
}

/** Facts that are there or not, as sentences. */
const choices: Readonly<
  Record<string, { readonly gained: (after: string) => string; readonly lost: (before: string) => string }>
> = {
  collaboration: {
    gained: () => "people work together in it now",
    lost: () => "people work together in it no more",
  },
  default: {
    gained: () => "who chooses nothing gets it now",
    lost: () => "who chooses nothing gets it no more",
  },
  "kernels that a browser shows": {
    gained: () => "idle kernels that a browser shows are stopped too now",
    lost: () => "idle kernels that a browser shows are left alone now",
  },
  images: {
    gained: (after) => `people choose an image now, of ${after}`,
    lost: (before) => `people choose no image any more, and chose of ${before}`,
  },
  "any image": {
    gained: () => "people may name any image now",
    lost: () => "people may name an image no more",
  },
  "any repository": {
    gained: () => "people may have a repository built now",
    lost: () => "people may have a repository built no more",
  },
};

/** A fact that is a sentence of its own. */
const sentence = "who gets a server";

function withoutStop(text: string | undefined): string {
  return (text ?? "nobody").replace(/\.$/, "");
}

function setWords(change: FactChange): string {
  const { gained, lost } = gainsAndLosses(change);
  const plain = (list: readonly string[]) => [...new Set(list.map(withoutDigest))];
  const [more, fewer] = [plain(gained), plain(lost)];
  const both = more.filter((one) => fewer.includes(one));
  const news = more.filter((one) => !both.includes(one));
  const olds = fewer.filter((one) => !both.includes(one));
  const pairs = news.flatMap((is) => {
    const [was, ...others] = olds.filter((one) => nameIn(one) === nameIn(is));
    const isOnly = others.length === 0 && news.filter((one) => nameIn(one) === nameIn(is)).length === 1;
    return was !== undefined && isOnly ? [{ was, is }] : [];
  });
  const parts = [
    ...pairs.map(({ was, is }) => `${is} instead of ${was}`),
    ...listed(
      "new",
      news.filter((one) => !pairs.some(({ is }) => is === one)),
    ),
    ...listed(
      "gone",
      olds.filter((one) => !pairs.some(({ was }) => was === one)),
    ),
    ...listed("another", both),
  ];
  return `${change.key}: ${parts.join("; ")}`;
}

/** What an item is called, before what is said of it. */
function nameIn(item: string): string {
  return item.replace(/[\s,(].*$/s, "");
}

function listed(word: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${word} ${andList(shortened(items))}`];
}

/** The digest says that a hidden text differs, and is nothing to read. */
function withoutDigest(text: string): string {
  return text.replace(/ \([0-9a-f]{8}\)$/, "");
}

export const mostNames = 6;

/** A long list is a few names and a number; all of it is in the details. */
export function shortened(who: readonly string[]): readonly string[] {
  return who.length <= mostNames ? who : [...who.slice(0, mostNames - 1), `${who.length - mostNames + 1} more`];
}
