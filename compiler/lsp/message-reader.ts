// Reads the messages of a client from a stream for the protocol's library, whose own reader waits for ever behind a wrong header.

import { type DataCallback, type Disposable, Emitter, type MessageReader } from "vscode-languageserver/node";
import { createFraming, type Frame } from "./framing.ts";
import { type MessageFault, messageFault } from "./message-shapes.ts";

/** Milliseconds without a byte after which a message that is whole is not waited for. */
const PATIENCE = 1000;

/** `tell` is told what is wrong with what came, in a sentence or two, and which request was passed over with it. */
export function createMessageReader(input: NodeJS.ReadableStream, tell: (fault: MessageFault) => void): MessageReader {
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

function follow(input: NodeJS.ReadableStream, callback: DataCallback, tell: (fault: MessageFault) => void): Disposable {
  const framing = createFraming();
  let patience: NodeJS.Timeout | undefined;
  const give = (frames: readonly Frame[]) => {
    for (const frame of frames) {
      const fault = "problem" in frame ? frame : messageFault(frame.message);
      if (fault !== undefined) tell(fault);
      else if ("message" in frame) callback(frame.message as Parameters<DataCallback>[0]); // as its shape says
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
