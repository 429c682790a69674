// From the bytes of a client to its messages. Each begins with `Content-Length: N` and an empty line (Language Server Protocol 3.17,
// "Base Protocol"). What is no such message is said once and passed over, up to the next that is one, so that a wrong length costs a
// message or two and never the session.

import { limits } from "../text/limits.ts";

/** A message, or what is wrong with what came in place of one. */
export type Frame = { readonly message: object } | { readonly problem: string };

export interface Framing {
  /** Takes bytes as they come; gives what they complete. Each byte is looked at a fixed number of times. */
  readonly push: (chunk: Buffer) => readonly Frame[];
  /** Nothing has come for a while: a message that is whole before its length is reached is taken. */
  readonly pause: () => readonly Frame[];
  /** Is a message under way? */
  readonly isWaiting: () => boolean;
}

interface State {
  /** What has come since the header, or since the message before, in pieces. */
  pieces: Buffer[];
  size: number;
  /** How many pieces were searched for a header, what they come to, and their last bytes. */
  searched: number;
  searchedBytes: number;
  tail: Buffer;
  /** The bytes that the message under way has by its header; undefined between messages. */
  length: number | undefined;
  /** Something was wrong, and has been said; no message was read since. */
  lost: boolean;
  frames: Frame[];
}

export function createFraming(): Framing {
  const state: State = {
    pieces: [],
    size: 0,
    searched: 0,
    searchedBytes: 0,
    tail: nothing,
    length: undefined,
    lost: false,
    frames: [],
  };
  const given = (): readonly Frame[] => {
    const { frames } = state;
    state.frames = [];
    return frames;
  };
  return {
    push: (chunk) => {
      state.pieces.push(chunk);
      state.size += chunk.length;
      while (step(state));
      return given();
    },
    pause: () => {
      const message = state.length === undefined ? undefined : parsed(whole(state).toString("utf8"));
      if (message === undefined) return [];
      lengthIsWrong(state, state.size, message);
      restart(state, nothing);
      return given();
    },
    isWaiting: () => state.length !== undefined,
  };
}

/** Takes the next header or the next message; false where more has to come first. */
function step(state: State): boolean {
  if (state.length === undefined) return takeHeader(state);
  const next = nextHeader(state);
  if (next !== undefined && next < state.length) return cutShort(state, next);
  if (state.size < state.length) return false;
  const bytes = whole(state);
  const { length } = state;
  const text = bytes.toString("utf8", 0, length);
  const message = parsed(text);
  if (message === undefined) {
    say(state, `A message of ${length} bytes is no JSON object, so its \`Content-Length\` or its text is wrong.`);
    // The next header may begin in what the wrong length took in.
    restart(state, bytes);
    return true;
  }
  if (text.includes("\ufffd") && !isUtf8(bytes.subarray(0, length)))
    state.frames.push({ problem: "A message is not UTF-8: its wrong bytes are read as U+FFFD." });
  state.frames.push({ message });
  state.lost = false;
  restart(state, bytes.subarray(length));
  return true;
}

/** What is looked at for a header at once, and what is kept of it where there is none. */
const WINDOW = 8192;
const LONGEST_HEADER = 1024;
const header = /Content-Length:[ \t]*([^\r\n]*?)[ \t]*\r\n(?:[\w-]+:[^\r\n]*\r\n)*\r\n/i;
const lines = /^(?:[\w-]+:[^\r\n]*\r\n)*$/;
const beginning = /^(?:[\w-]+:[^\r\n]*\r\n)*(?:[\w-]*|[\w-]+:[^\r\n]*\r?|\r)$/;

function takeHeader(state: State): boolean {
  const bytes = whole(state);
  const text = bytes.toString("latin1", 0, WINDOW);
  const match = header.exec(text);
  if (match === null) {
    const isTooMuch = bytes.length > WINDOW;
    if (isTooMuch || !beginning.test(text)) say(state, NO_MESSAGE);
    if (isTooMuch) restart(state, bytes.subarray(WINDOW - LONGEST_HEADER));
    return isTooMuch;
  }
  if (!lines.test(text.slice(0, match.index))) say(state, NO_MESSAGE);
  const written = match[1] ?? "";
  restart(state, bytes.subarray(match.index + match[0].length));
  if (!/^\d+$/.test(written)) say(state, `\`Content-Length: ${shown(written)}\` is no number of bytes.`);
  else if (Number(written) > limits.message) say(state, tooLong(written));
  else state.length = Number(written);
  return true;
}

const NO_MESSAGE =
  "What came is no message of the protocol: each begins with `Content-Length: N`, an empty line, both ended by CR LF, and N bytes of JSON.";

function tooLong(length: string): string {
  return `A message of ${shown(length)} bytes is too large: at most ${limits.message / 2 ** 20} MiB are read.`;
}

/** Ends the message under way before the header that begins at `at`: the length before it was wrong. */
function cutShort(state: State, at: number): true {
  const bytes = whole(state);
  lengthIsWrong(state, at, parsed(bytes.toString("utf8", 0, at)));
  restart(state, bytes.subarray(at));
  return true;
}

function lengthIsWrong(state: State, size: number, message: object | undefined): void {
  const came = `\`Content-Length\` is ${state.length}, and ${size} bytes came`;
  if (message === undefined) say(state, `${came} before the next message.`);
  else {
    state.frames.push({ problem: `${came}, which are read as a message.` }, { message });
    state.lost = false;
  }
}

/** Where the first header begins in what was not searched yet, from the first byte of the message under way. No JSON holds one. */
function nextHeader(state: State): number | undefined {
  for (const piece of state.pieces.slice(state.searched)) {
    const bytes = state.tail.length === 0 ? piece : Buffer.concat([state.tail, piece]);
    const at = headerIn(bytes);
    if (at !== undefined) return state.searchedBytes - state.tail.length + at;
    state.searched++;
    state.searchedBytes += piece.length;
    state.tail = bytes.subarray(-LONGEST_LINE);
  }
  return undefined;
}

function headerIn(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(FIELD); at >= 0; at = bytes.indexOf(FIELD, at + 1)) {
    if (/^Content-Length:[ \t]*\d+\r\n/.test(bytes.toString("latin1", at, at + LONGEST_LINE))) return at;
  }
  return undefined;
}

const FIELD = "Content-Length:";
const LONGEST_LINE = 64;
const nothing = Buffer.alloc(0);

function whole(state: State): Buffer {
  return state.pieces.length === 1 ? (state.pieces[0] ?? nothing) : Buffer.concat(state.pieces);
}

function restart(state: State, rest: Buffer): void {
  Object.assign(state, {
    pieces: [rest],
    size: rest.length,
    searched: 0,
    searchedBytes: 0,
    tail: nothing,
    length: undefined,
  });
}

/** Once, until a message is read again. */
function say(state: State, problem: string): void {
  if (!state.lost) state.frames.push({ problem: `${problem} It is passed over.` });
  state.lost = true;
}

function parsed(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function shown(written: string): string {
  return written.replace(/[^\x20-\x7e]/g, "?").slice(0, 40);
}
