// How git signs in to a content's repository, from its block.

import type { SecretValue } from "../schema/values/references.ts";
import type { Block } from "./block.ts";
import { secretReference, settingNamed } from "./build-parts.ts";
import type { GitSignIn } from "./content.ts";
import { mapSourced } from "./sourced.ts";

/** Undefined where there is no block, or it lacks what it needs, which has been reported. */
export function gitSignIn(block: Block | undefined): GitSignIn | undefined {
  if (block === undefined) return undefined;
  const { span } = block;
  const secretNamed = (key: string) => {
    const written = settingNamed<SecretValue>(block, key);
    return written && mapSourced(written, secretReference);
  };
  if (block.variant === "token") {
    const username = settingNamed<string>(block, "username");
    const token = secretNamed("token");
    return username && token && { kind: "token", username, token, span };
  }
  if (block.variant === "github-app") {
    const appId = settingNamed<number>(block, "app-id");
    const privateKey = secretNamed("private-key");
    return appId && privateKey && { kind: "github-app", appId, privateKey, span };
  }
  const clientId = settingNamed<string>(block, "client-id");
  return clientId && { kind: "gh-scoped-creds", clientId, appUrl: settingNamed(block, "app-url"), span };
}
