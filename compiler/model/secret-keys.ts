// Every secret that a release refers to: the keys that its Secret must hold.

import type { SecretReference } from "../schema/values/references.ts";
import { asKnown } from "./as-far-as-known.ts";
import type { Release } from "./release.ts";
import { serversOn } from "./server.ts";
import { mapSourced, type Sourced } from "./sourced.ts";

/** A key of a release's Secret. */
export interface SecretKey {
  readonly key: string;
  /** As written in `secret("…")`; for the hub's own keys, the key. */
  readonly path: string;
  /** What it is for, in words. */
  readonly use: string;
}

/** The hub's own keys where they are fixed (jupyterhub chart 4.4.0: z2jh.py, _helpers-passwords.tpl). */
export const fixedKeys = {
  cookie: "hub.config.JupyterHub.cookie_secret",
  crypt: "hub.config.CryptKeeper.keys",
  proxy: "proxy.secretToken",
} as const;

const hexKey = "made by `openssl rand -hex 32`";

/** A secret that is referred to, and for what. */
export interface SecretUse {
  readonly secret: Sourced<SecretReference>;
  readonly use: string;
  /** Who reads it: the hub for sign-in, the hub for something else, or the people's servers. */
  readonly reads: "sign-in" | "hub" | "servers";
}

/** All references of a release, in no order that matters. */
export function secretUses(release: Release): readonly SecretUse[] {
  const uses: SecretUse[] = [];
  for (const [name, value] of Object.entries(release.auth.settings))
    for (const secret of secretsIn(value)) {
      // An id is no secret to those who sign in: it stands in the address of the page that they are sent to.
      uses.push({ secret, use: `sign-in: ${name}`, reads: name === "client-id" ? "hub" : "sign-in" });
    }
  for (const group of release.groups)
    for (const secret of asKnown(() => group.secretMembers) ?? [])
      uses.push({ secret, use: "list of people, a username a line", reads: "hub" });
  for (const { name, value } of release.environment)
    for (const secret of secretsIn(value)) uses.push({ secret, use: `environment variable ${name}`, reads: "servers" });
  for (const { name, holds, in: where } of release.files)
    if (holds.kind === "secret") uses.push({ secret: holds.secret, use: `file ${name}`, reads: where.value });
  for (const { environment, name: server } of serversOn(release))
    for (const { name, value } of environment)
      for (const secret of secretsIn(value))
        uses.push({ secret, use: `environment variable ${name} of ${server}`, reads: "servers" });
  for (const course of release.courses)
    for (const { name, signIn } of course.contents) {
      const use = `git, for content ${name} of course ${course.name}`;
      if (signIn?.kind === "token") uses.push({ secret: signIn.token, use, reads: "servers" });
      if (signIn?.kind === "github-app") uses.push({ secret: signIn.privateKey, use, reads: "servers" });
    }
  for (const { leaf } of release.ownValues) {
    const { path, data } = leaf.value;
    if (data.kind !== "secret") continue;
    const { path: written, key } = data.secret;
    const use = `environment variable ${path.at(-1)} of ${path.slice(0, -2).join(".")}`;
    const reads = path[0] === "singleuser" ? "servers" : "hub";
    uses.push({ secret: { ...leaf, value: { kind: "secret", path: written, key } }, use, reads });
  }
  return uses;
}

/** Keys that the release's Secret must hold, in order of key. */
export function secretKeys(release: Release): readonly SecretKey[] {
  const keys = new Map<string, SecretKey>();
  for (const { secret, use } of secretUses(release))
    keys.set(secret.value.key, { key: secret.value.key, path: secret.value.path, use });
  if (release.secrets.fixedKeys.value) {
    const own = (key: string, use: string) => keys.set(key, { key, path: key, use: `${use}, ${hexKey}` });
    own(fixedKeys.cookie, "the hub's key for cookies");
    own(fixedKeys.crypt, "the hub's key for what sign-in gave");
    own(fixedKeys.proxy, "what hub and proxy know each other by");
  }
  return [...keys.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The references in a value, however deep. */
function secretsIn(sourced: Sourced<unknown>, value: unknown = sourced.value): Sourced<SecretReference>[] {
  if (typeof value !== "object" || value === null) return [];
  if (isReference(value)) return [mapSourced(sourced, () => value)];
  const parts = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([key, one]) => (key === "file" ? [] : [one]));
  return parts.flatMap((inner) => secretsIn(sourced, inner));
}

function isReference(value: object): value is SecretReference {
  return "kind" in value && value.kind === "secret" && "key" in value && "path" in value;
}
