// Digests name things by their contents: an image tag that changes exactly when a file of the image does.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The SHA-256 of the text's UTF-8 form, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A file or other named text that a fingerprint covers. */
export interface FingerprintPart {
  readonly path: string;
  readonly text: string;
}

/**
 * 12 hexadecimal digits that stand for these parts in whatever order they come. Each path and text is preceded by its length in
 * bytes, so no two different sets of parts have the same encoding.
 */
export function fingerprint(parts: readonly FingerprintPart[]): string {
  const hash = sha256.create();
  for (const part of parts.toSorted(comparePartsByPath)) {
    for (const text of [part.path, part.text]) {
      const bytes = utf8ToBytes(text);
      hash.update(utf8ToBytes(`${bytes.length}:`)).update(bytes);
    }
  }
  return bytesToHex(hash.digest()).slice(0, 12);
}

function comparePartsByPath(a: FingerprintPart, b: FingerprintPart): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

/** Bytes that a text takes in a file. */
export function utf8Length(text: string): number {
  return utf8ToBytes(text).length;
}
