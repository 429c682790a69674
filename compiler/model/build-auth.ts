// The block of a sign-in to the model: its settings by name, who may enter, and what JupyterHub must keep for it.

import { authenticators } from "../knowledge/authenticators.ts";
import { allow, idp as schema } from "../schema/blocks/auth.ts";
import { type Item, unknown } from "../schema/value-type.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { Span } from "../text/span.ts";
import { type Block, blockOf, blocksOf, isSaid, valueIn } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { Auth, Group } from "./model.ts";
import { readerOf } from "./reader.ts";
import { mapSourced, noSteps, type Sourced } from "./sourced.ts";

/** A username as JupyterHub has it after this sign-in: most lower their letters. */
export function asSignInGives(variant: string, name: Sourced<string>): Sourced<string> {
  const lower = authenticators[variant]?.keepsCase ? name.value : name.value.toLowerCase();
  return lower === name.value ? name : mapSourced(name, () => lower);
}

/** A group with its members as JupyterHub has them after this sign-in: most groups are the same. */
export function membersAsSignInGives(variant: string, group: Group): Group {
  const members = group.members.map((member) => asSignInGives(variant, member));
  return members.every((member, i) => member === group.members[i]) ? group : { ...group, members };
}

/** Does JupyterHub ask this sign-in again who is in a group, with what it kept of the last time? */
export function needsAuthState(variant: string, groups: readonly Group[]): boolean {
  return authenticators[variant]?.renews === true && groups.some((group) => group.sources.length > 0);
}

/** Sign-in as the model has it, and who may enter by it. */
export function buildAuth(block: Block): Auth {
  const settings: Record<string, Sourced<unknown>> = {};
  const items: Record<string, readonly Sourced<string>[]> = {};
  for (const setting of Object.values(block.schema.settings)) {
    const value = valueIn(block, setting) ?? applicationOf(block, setting.key);
    if (value === undefined || setting.key === "allow") continue;
    settings[setting.key] = plainItems(value);
    if (Array.isArray(value.value)) items[setting.key] = itemsOf(value as Sourced<readonly Item<string>[]>); // lists of sign-in hold texts
  }
  return {
    variant: block.variant ?? "",
    span: block.span,
    settings,
    items,
    allow: allowOf(block),
    idps: identityProvidersOf(block, settings),
  };
}

/** The application by which a hub is known to the provider: where nothing is said, its id and secret stand in the hub's Secret under the variant's name. */
function applicationOf(block: Block, key: string): Sourced<SecretReference> | undefined {
  const variant = block.variant ?? "";
  if (authenticators[variant]?.oauth !== true || (key !== "client-id" && key !== "client-secret")) return undefined;
  if (block.settings.has(key)) return undefined;
  const value = { kind: "secret", path: `${variant}/${key}`, key: `${variant}.${key}` } as const;
  return { value, span: block.span, how: "default", by: "default", earlier: noSteps };
}

/** Lists as lists of their values: what sign-in configuration takes. */
function plainItems(value: Sourced<unknown>): Sourced<unknown> {
  return Array.isArray(value.value)
    ? mapSourced(value, (items) => (items as readonly Item<unknown>[]).map((item) => item.value))
    : value; // lists are lists of items
}

/** The settings by which sign-in is narrowed to an institution. */
const narrowing: Readonly<Record<string, string>> = {
  google: "hosted-domains",
  github: "organizations",
  cilogon: "idps",
  azure: "tenant",
};

function allowOf(block: Block): Allow {
  const none = { people: [], groups: [], domains: [], existing: undefined };
  const listed = blockOf(block, "allow");
  if (listed) {
    const read = readerOf(allow, listed);
    const people = itemsOf(read("people")).map((one) => asSignInGives(block.variant ?? "", one));
    const groups = itemsOf(read("groups")).map((one) => mapSourced(one, (target) => target.name));
    const domains = itemsOf(read("domains"));
    return { how: "listed", people, groups, domains, existing: read("existing-users"), span: listed.span };
  }
  const everyone = block.settings.get("allow");
  if (everyone !== undefined)
    return { how: "everyone", ...none, span: everyone === unknown ? block.span : everyone.span };
  const narrows = narrowing[block.variant ?? ""];
  const narrowed = narrows !== undefined && isSaid(block, narrows) ? block.settings.get(narrows) : undefined;
  if (narrowed !== undefined)
    return { how: "narrowed", ...none, span: narrowed === unknown ? block.span : narrowed.span };
  return { how: block.variant === "elsewhere" ? "elsewhere" : "rosters", ...none, span: block.span };
}

/** The providers of a sign-in; what they leave out is as the sign-in says it. */
function identityProvidersOf(
  block: Block,
  settings: Readonly<Record<string, Sourced<unknown>>>,
): readonly IdentityProvider[] {
  const usual = (key: string): Sourced<string> | undefined => {
    const found = settings[key];
    return found !== undefined && typeof found.value === "string" ? { ...found, value: found.value } : undefined;
  };
  return blocksOf(block, "idp").map((block) => {
    const read = readerOf(schema, block);
    return {
      name: block.label ?? "",
      id: required(read("id"), "", block),
      username: read("username") ?? required(usual("username"), "email", block),
      stripDomain: read("strip-domain") ?? usual("strip-domain"),
      prefix: read("prefix"),
      allow: required(read("allow"), "listed", block),
      domains: itemsOf(read("domains")),
      isDefault: read("default"),
      span: block.span,
    };
  });
}

/** Who may sign in. `narrowed` is by the institution that the sign-in itself is narrowed to, `elsewhere` what no setting says. */
export interface Allow {
  readonly how: "everyone" | "listed" | "narrowed" | "rosters" | "elsewhere";
  readonly people: readonly Sourced<string>[];
  readonly groups: readonly Sourced<string>[];
  readonly domains: readonly Sourced<string>[];
  /** Whoever has an account on the hub may, too. */
  readonly existing: Sourced<boolean> | undefined;
  readonly span: Span;
}

/** An identity provider of CILogon with rules of its own. */
export interface IdentityProvider {
  readonly name: string;
  /** Its entity id. */
  readonly id: Sourced<string>;
  /** The claim that becomes the username. */
  readonly username: Sourced<string>;
  readonly stripDomain: Sourced<string> | undefined;
  readonly prefix: Sourced<string> | undefined;
  readonly allow: Sourced<"everyone" | "listed">;
  readonly domains: readonly Sourced<string>[];
  readonly isDefault: Sourced<boolean> | undefined;
  readonly span: Span;
}
