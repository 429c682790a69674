// A group's block to the model: the people it lists, where the others come from at sign-in, and what they may do.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Declaration } from "../names/bind.ts";
import { group as schema, workspace } from "../schema/blocks/group.ts";
import { type Target, unknown } from "../schema/value-type.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import { type Block, blockOf, valueIn } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import { sourcesOf } from "./group-sources.ts";
import type { Group } from "./model.ts";
import { readerOf } from "./reader.ts";
import { derived, type Sourced } from "./sourced.ts";
import { onDay, windowsOf } from "./windows.ts";

/** A group on a day; `hubs` are those that its own `hub` names, the rest is known when courses are. Names stand as written. */
export function buildGroup(
  declaration: Declaration,
  whole: Block,
  { on, report }: { readonly on: Day; readonly report: Report },
): Group {
  const block = onDay(whole, on, report);
  const { settings } = schema;
  const people = itemsOf(valueIn(block, settings.members));
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    members: people.filter(isName),
    secretMembers: people.filter(isSecret),
    adminPage: required(valueIn(block, settings["admin-page"]), false, block),
    sources: sourcesOf(block),
    memory: valueIn(block, settings.memory),
    cpu: valueIn(block, settings.cpu),
    workspace: buildWorkspace(blockOf(block, "workspace"), declaration.name),
    may: itemsOf(valueIn(block, settings.may)),
    hubs: itemsOf(valueIn(block, settings.hub)).map(({ value }: Sourced<Target>) => value.name),
    windows: windowsOf(whole, on),
  };
}

function isName(one: Sourced<string | SecretReference>): one is Sourced<string> {
  return typeof one.value === "string";
}

function isSecret(one: Sourced<string | SecretReference>): one is Sourced<SecretReference> {
  return typeof one.value !== "string";
}

function buildWorkspace(block: Block | undefined, group: string): Workspace | undefined {
  if (block === undefined || block.settings.get("account") === unknown) return undefined;
  const read = readerOf(workspace, block);
  const account =
    read("account") ?? derived(`shared-${group}`.toLowerCase().replaceAll("_", "-"), block.span, block.by);
  return {
    account,
    collaboration: required(read("collaboration"), false, block),
    span: block.span,
  };
}

/** An account whose server the members of a group share. */
export interface Workspace {
  readonly account: Sourced<string>;
  readonly collaboration: Sourced<boolean>;
  readonly span: Span;
}
