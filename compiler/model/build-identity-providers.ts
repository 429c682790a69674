// The `idp` blocks of a sign-in to the model.

import { idp as schema } from "../schema/blocks/auth.ts";
import { type Block, blocksOf } from "./block.ts";
import { itemsOf, required } from "./build-parts.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { readerOf } from "./reader.ts";
import type { Sourced } from "./sourced.ts";

/** The providers of a sign-in; what they leave out is as the sign-in says it. */
export function identityProvidersOf(
  block: Block,
  settings: Readonly<Record<string, Sourced<unknown>>>,
): readonly IdentityProvider[] {
  const usual = (key: string): Sourced<string> | undefined => {
    const found = settings[key];
    return found !== undefined && typeof found.value === "string" ? { ...found, value: found.value } : undefined;
  };
  return blocksOf(block, "idp").map((one) => {
    const read = readerOf(schema, one);
    return {
      name: one.label ?? "",
      id: required(read("id"), "", one),
      username: read("username") ?? required(usual("username"), "email", one),
      stripDomain: read("strip-domain") ?? usual("strip-domain"),
      prefix: read("prefix"),
      allow: required(read("allow"), "listed", one),
      domains: itemsOf(read("domains")),
      isDefault: read("default"),
      span: one.span,
    };
  });
}
