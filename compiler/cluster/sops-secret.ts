// A Secret that sops keeps encrypted in the repository: what can be said of it without its values, and the object that comes of it decrypted.
// Sources: getsops/sops 3.11, "Encrypting using age" and `--output-type`: keys stay readable, values begin with `ENC[`.

import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { ClusterObject } from "./cluster-object.ts";

/** The keys of an encrypted Secret that hold something; or why it is none, in words that follow the name of the file. */
export type EncryptedKeys = { readonly keys: readonly string[] } | { readonly problem: string };

export function encryptedKeys(file: Json): EncryptedKeys {
  if (!isMap(file) || file["kind"] !== "Secret") return { problem: "holds no Secret" };
  if (!isMap(file["sops"])) return { problem: "is not encrypted by sops" };
  const entries = ["data", "stringData"].flatMap((part) => (isMap(file[part]) ? Object.entries(file[part]) : []));
  const readable = entries.find(([, value]) => value !== "" && !isEncryptedValue(value));
  if (readable !== undefined) return { problem: `holds \`${readable[0]}\` in clear` };
  return { keys: entries.flatMap(([key, value]) => (isEncryptedValue(value) ? [key] : [])) };
}

function isEncryptedValue(value: Json): boolean {
  return typeof value === "string" && value.startsWith("ENC[");
}

/** What sops gives of it, as it is applied; undefined where that is not the Secret `name`. `encode` is base64 of UTF-8. */
export function decryptedSecret(
  decrypted: Json,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  encode: (text: string) => string,
): ClusterObject | undefined {
  if (!isMap(decrypted) || decrypted["kind"] !== "Secret" || !isMap(decrypted["metadata"])) return undefined;
  const { metadata, type = "Opaque" } = decrypted;
  if (metadata["name"] !== name || (metadata["namespace"] ?? namespace) !== namespace) return undefined;
  // As data, so that the server notes who wrote which key.
  const data: JsonMap = { ...textsIn(decrypted["data"], (text) => text), ...textsIn(decrypted["stringData"], encode) };
  const id = { apiVersion: "v1", kind: "Secret", namespace, name };
  const body = { apiVersion: "v1", kind: "Secret", metadata: { ...metadata, namespace }, type, data };
  return { ...id, body };
}

function textsIn(map: Json | undefined, form: (text: string) => string): JsonMap {
  if (!isMap(map)) return {};
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) =>
      typeof value === "string" && value !== "" ? [[key, form(value)]] : [],
    ),
  );
}
