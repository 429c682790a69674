// How git signs in to a content's repository, from its block.

import { signIn } from "../schema/blocks/course-material.ts";
import type { Block } from "./block.ts";
import { secretReference } from "./build-parts.ts";
import type { GitSignIn } from "./content.ts";
import { readerOf } from "./reader.ts";
import { mapSourced } from "./sourced.ts";

/** Undefined where there is no block, or it lacks what it needs, which has been reported. */
export function gitSignIn(block: Block | undefined): GitSignIn | undefined {
  if (block === undefined) return undefined;
  const { span } = block;
  const read = readerOf(signIn, block);
  const secretNamed = (key: "token" | "private-key") => {
    const written = read(key);
    return written && mapSourced(written, secretReference);
  };
  if (block.variant === "token") {
    const username = read("username");
    const token = secretNamed("token");
    return username && token && { kind: "token", username, token, span };
  }
  if (block.variant === "github-app") {
    const appId = read("app-id");
    const privateKey = secretNamed("private-key");
    return appId && privateKey && { kind: "github-app", appId, privateKey, span };
  }
  const clientId = read("client-id");
  return clientId && { kind: "gh-scoped-creds", clientId, appUrl: read("app-url"), span };
}
