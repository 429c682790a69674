// A program as a part of an address: its files, compressed, in the letters that an address takes. Nothing is sent anywhere.

import type { Program } from "./messages.ts";

export async function toFragment(program: Program): Promise<string> {
  const packed = await through(new TextEncoder().encode(JSON.stringify(program)), new CompressionStream("deflate-raw"));
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return `code=${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The program of an address's fragment. @throws Error where it holds none. */
export async function fromFragment(fragment: string): Promise<Program> {
  const letters = fragment
    .replace(/^#?code=/, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const read: unknown = JSON.parse(
    new TextDecoder().decode(await through(packed, new DecompressionStream("deflate-raw"))),
  );
  if (!isProgram(read)) throw new Error("it holds no program");
  return read;
}

function isProgram(value: unknown): value is Program {
  if (typeof value !== "object" || value === null || !("files" in value) || !("on" in value)) return false;
  const { files, on } = value;
  if (typeof on !== "string" || typeof files !== "object" || files === null) return false;
  const texts: readonly unknown[] = Object.values(files);
  return texts.length > 0 && texts.every((text) => typeof text === "string");
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
