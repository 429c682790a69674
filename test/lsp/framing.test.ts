// Messages are found among whatever comes, in whatever pieces it comes.

import { expect, test } from "vitest";
import { createFraming, type Frame } from "../../compiler/lsp/framing.ts";
import { limits } from "../../compiler/text/limits.ts";
import { fc } from "../support/properties.ts";

const message = (id: number) => ({ jsonrpc: "2.0", id, method: "x", params: "é😀".repeat(10) });
const body = (id: number) => Buffer.from(JSON.stringify(message(id)));
const framed = (bytes: Buffer, length: number | string = bytes.length, more = "") =>
  Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n${more}\r\n`), bytes]);
const good = (id: number) => framed(body(id));

/** What comes of bytes that arrive in pieces of one size. */
function read(bytes: Buffer, size = bytes.length): readonly Frame[] {
  const framing = createFraming();
  const frames: Frame[] = [];
  for (let at = 0; at < bytes.length; at += size) frames.push(...framing.push(bytes.subarray(at, at + size)));
  return [...frames, ...framing.pause()];
}

const ids = (frames: readonly Frame[]) =>
  frames.flatMap((frame) => ("message" in frame && "id" in frame.message ? [frame.message.id] : []));
const problems = (frames: readonly Frame[]) => frames.filter((frame) => "problem" in frame).length;

const sizes = [1, 3, 50, 1000];
const length = body(1).length;

test.each(sizes)("good messages arrive in pieces of %i bytes", (size) => {
  const bytes = Buffer.concat([good(1), framed(body(2), length, "Content-Type: application/x\r\n"), good(3)]);
  expect(read(bytes, size)).toEqual([1, 2, 3].map((id) => ({ message: message(id) })));
  const lowerCase = Buffer.from(good(1).toString().replace("Content-Length", "content-length"));
  expect(read(lowerCase, size)).toEqual([{ message: message(1) }]);
});

test.each<readonly [string, Buffer, readonly number[]]>([
  ["a length that is too short", framed(body(1), length - 3), []],
  ["a length that is too long", framed(body(1), length + 30), [1]],
  ["a length that is much too long", framed(body(1), length + 100_000), [1]],
  ["a length above all limits", framed(body(1), limits.message + 1), []],
  ["a length of sixteen digits", framed(body(1), "9".repeat(16)), []],
  ["a negative length", framed(body(1), -5), []],
  ["a length that is no number", framed(body(1), "five"), []],
  ["a length with a fraction", framed(body(1), `${length}.5`), []],
  ["no length", framed(body(1), ""), []],
  ["a length of zero", framed(body(1), 0), []],
  ["no header", body(1), []],
  ["another header", Buffer.concat([Buffer.from("Content-Type: x\r\n\r\n"), body(1)]), []],
  ["line ends without CR", Buffer.from(good(1).toString().replaceAll("\r", "")), []],
  ["a byte order mark", Buffer.concat([Buffer.from("\ufeff"), good(1)]), [1]],
  ["words", Buffer.from("hello, is somebody there?\r\n\r\n"), []],
  ["a megabyte of one letter", Buffer.alloc(2 ** 20, "x"), []],
  ["zeros", Buffer.alloc(20_000), []],
  ["no JSON", framed(Buffer.from("{ nonsense")), []],
  ["a number", framed(Buffer.from("5")), []],
  ["nothing", framed(Buffer.from("null")), []],
])("%s is said once, and what follows arrives", (_name, wrong, taken) => {
  for (const size of wrong.length > 100_000 ? [1000, 65_536] : sizes) {
    const frames = read(Buffer.concat([good(10), wrong, good(11), good(12)]), size);
    expect(ids(frames), `in pieces of ${size}`).toEqual([10, ...taken, 11, 12]);
    expect(problems(frames), `in pieces of ${size}`).toBe(1);
  }
});

test.each(sizes)("a length that ends in the next header costs one message, in pieces of %i bytes", (size) => {
  const frames = read(Buffer.concat([framed(body(1), length + 3), good(11), good(12)]), size);
  expect(ids(frames).slice(-2)).toEqual([11, 12]);
  expect(problems(frames)).toBe(1);
});

test("wrong bytes of UTF-8 are said, and the message is read", () => {
  const bytes = body(1);
  bytes[bytes.indexOf("é")] = 0xff;
  const frames = read(framed(bytes));
  expect(ids(frames)).toEqual([1]);
  expect(problems(frames)).toBe(1);
  expect(read(framed(Buffer.from('{"id":1,"x":"\ufffd"}')))).toEqual([{ message: { id: 1, x: "\ufffd" } }]);
});

test("a message whose length is too long is taken when nothing follows, and a slow one is waited for", () => {
  expect(ids(read(framed(body(1), length + 5)))).toEqual([1]);
  const framing = createFraming();
  expect(framing.push(good(1).subarray(0, 60))).toEqual([]);
  expect(framing.isWaiting()).toBe(true);
  expect(framing.pause()).toEqual([]);
  expect(framing.push(good(1).subarray(60))).toEqual([{ message: message(1) }]);
  expect(framing.isWaiting()).toBe(false);
});

test("whatever comes, the second message behind it arrives", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ maxLength: 100, unit: "grapheme" }).map((text) => Buffer.from(text)),
    fc
      .constantFrom("Content-Length: ", "\r\n", "\r\n\r\n", "{", "}", "[]", "5", "\ufeff", "Content-")
      .map((text) => Buffer.from(text)),
    fc.tuple(fc.integer({ min: -5, max: 400 }), fc.nat(9)).map(([size, id]) => framed(body(id), size)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 1, max: 300 }), (pieces, size) => {
      expect(ids(read(Buffer.concat([...pieces, good(100), good(101)]), size)).at(-1)).toBe(101);
    }),
    { numRuns: 500 },
  );
});

test("a message of 21 MB is read in time, in however many pieces", () => {
  const large = framed(Buffer.from(JSON.stringify({ id: 1, text: "x".repeat(21 * 2 ** 20) })));
  for (const bytes of [
    large,
    Buffer.concat([framed(large, 25 * 2 ** 20), good(1)]),
    Buffer.alloc(21 * 2 ** 20, "x\r\n"),
  ]) {
    const start = process.cpuUsage();
    read(bytes, 500);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(60);
  }
});
