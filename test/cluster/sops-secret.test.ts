// A Secret that sops keeps: what is told of it encrypted, and what becomes of it decrypted.

import { expect, test } from "vitest";
import { decryptedSecret, encryptedKeys } from "../../compiler/cluster/sops-secret.ts";

const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "hubc-h", namespace: "h" } };
const sops = { version: "3.11.0" };

test("keys that hold something encrypted", () => {
  const data = { a: "ENC[AES256_GCM,data:x]", b: "" };
  expect(encryptedKeys({ ...secret, data, stringData: { c: "ENC[y]" }, sops })).toEqual({ keys: ["a", "c"] });
});

test("what is not such a file", () => {
  expect(encryptedKeys({ ...secret, stringData: { a: "x" } })).toEqual({ problem: "is not encrypted by sops" });
  expect(encryptedKeys({ ...secret, stringData: { a: "x" }, sops })).toEqual({ problem: "holds `a` in clear" });
  expect(encryptedKeys({ kind: "ConfigMap", data: {}, sops })).toEqual({ problem: "holds no Secret" });
  expect(encryptedKeys(null)).toEqual({ problem: "holds no Secret" });
});

test("it is applied as data, in its namespace", () => {
  const encode = (text: string) => `<${text}>`;
  const place = { name: "hubc-h", namespace: "h" };
  const plain = { ...secret, type: "Opaque", data: { a: "eA==" }, stringData: { b: "y", c: "" } };
  expect(decryptedSecret(plain, place, encode)?.body["data"]).toEqual({ a: "eA==", b: "<y>" });
  expect(decryptedSecret({ ...plain, metadata: { name: "hubc-h" } }, place, encode)?.namespace).toBe("h");
  expect(decryptedSecret({ ...plain, metadata: { name: "other" } }, place, encode)).toBeUndefined();
  expect(decryptedSecret({ ...plain, metadata: { name: "hubc-h", namespace: "k" } }, place, encode)).toBeUndefined();
  expect(decryptedSecret("text", place, encode)).toBeUndefined();
});
