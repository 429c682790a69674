// Reads the messages of a client from a stream for the protocol's library, whose own reader waits for ever behind a wrong header.

import { type DataCallback, type Disposable, Emitter, type MessageReader } from "vscode-languageserver/node";
import { createFraming, type Frame } from "./framing.ts";

/** Milliseconds without a byte after which a message that is whole is not waited for. */
const PATIENCE = 1000;

/** `tell` is told what is wrong with what came, in a sentence or two. */
export function createMessageReader(input: NodeJS.ReadableStream, tell: (problem: string) => void): MessageReader {
  const errors = new Emitter<Error>();
  const closes = new Emitter<void>();
  const partial = new Emitter<never>();
  return {
    onError: errors.event,
    onClose: closes.event,
    // Never: how long a message takes concerns nobody.
    onPartialMessage: partial.event,
    listen: (callback) => {
      input.on("error", (error) => errors.fire(error));
      input.on("close", () => closes.fire());
      return follow(input, callback, tell);
    },
    dispose: () => {
      for (const emitter of [errors, closes, partial]) emitter.dispose();
    },
  };
}

function follow(input: NodeJS.ReadableStream, callback: DataCallback, tell: (problem: string) => void): Disposable {
  const framing = createFraming();
  let patience: NodeJS.Timeout | undefined;
  const give = (frames: readonly Frame[]) => {
    for (const frame of frames) {
      if ("problem" in frame) tell(frame.problem);
      else callback(frame.message as Parameters<DataCallback>[0]); // the library looks at what an object is
    }
  };
  const read = (data: Buffer | string) => {
    clearTimeout(patience);
    give(framing.push(typeof data === "string" ? Buffer.from(data) : data));
    if (framing.isWaiting()) patience = setTimeout(() => give(framing.pause()), PATIENCE).unref();
  };
  input.on("data", read);
  return {
    dispose: () => {
      clearTimeout(patience);
      input.off("data", read);
    },
  };
}
