// What people set in their editor. A client may answer with anything, or with nothing.

import { checkedDate, type Day } from "../text/calendar.ts";

export interface Settings {
  /** The date to check for, in place of today. */
  readonly on: Day | undefined;
  /** Where the site with the pages of messages is, in place of what the project says. */
  readonly docs: string | undefined;
}

export const noSettings: Settings = { on: undefined, docs: undefined };

/** The settings in what a client sent, and what is wrong with them in a sentence. */
export function readSettings(sent: unknown): { readonly settings: Settings; readonly problem?: string } {
  const said = fieldOf(sent, "docs");
  const docs = typeof said === "string" && said !== "" ? said : undefined;
  const on = fieldOf(sent, "on");
  if (on === undefined || on === null || on === "") return { settings: { on: undefined, docs } };
  const day = typeof on === "string" ? checkedDate(on) : undefined;
  if (day !== undefined) return { settings: { on: day, docs } };
  const problem = `The setting hubc.on is ${JSON.stringify(on)}, which is no date. It is written 2026-10-05; until then hubc checks for today.`;
  return { settings: { on: undefined, docs }, problem };
}

/** A field of something that came from outside. */
export function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, field)?.value;
}
