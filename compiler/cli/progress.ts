// That a command is still at work, said in one line at a terminal. Compiling leaves the thread no moment to draw in, so a thread of its own draws:
// after a second without output, a line that the next output takes away. The two share one number, which says who may write.

import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

export interface Progress {
  /** Takes the line away before something is printed; it comes back after a second without output. */
  readonly hide: () => void;
  /** Takes the line away for good. */
  readonly end: () => void;
}

export interface ProgressOptions {
  /** What is being done: `hubc check`. */
  readonly what: string;
  /** The terminal's number among the files of the process. 2, the standard error, unless given. */
  readonly terminal?: number;
  /** Milliseconds without output after which the line is drawn. A second, unless given. */
  readonly after?: number;
}

/** Slots of the shared numbers. */
const slot = { state: 0, drawn: 1, quietSince: 2 } as const;
/** Values of the first: nobody writes, the line is being drawn, the command prints, and it has ended. */
const state = { waiting: 0, drawing: 1, printing: 2, ended: 3 } as const;

/** To the beginning of the line, and the rest of it removed. */
export const erase = "\r\u001b[2K";

/** Begins to watch. */
export function startProgress({ what, terminal = 2, after = 1000 }: ProgressOptions): Progress {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const data = { shared, what, terminal, after, erase, slot, state };
  startThread(data);
  return {
    hide: () => {
      if (!take(shared)) return;
      Atomics.add(shared, slot.quietSince, 1);
      Atomics.store(shared, slot.state, state.waiting);
    },
    end: () => {
      if (take(shared)) Atomics.store(shared, slot.state, state.ended);
      Atomics.notify(shared, slot.state);
    },
  };

  /** Waits until nothing is being drawn, and takes away what was. False where it has ended before. */
  function take(numbers: Int32Array): boolean {
    for (;;) {
      const was = Atomics.compareExchange(numbers, slot.state, state.waiting, state.printing);
      if (was === state.waiting) break;
      if (was === state.ended) return false;
      Atomics.wait(numbers, slot.state, state.drawing, 20);
    }
    if (Atomics.exchange(numbers, slot.drawn, 0) === 1) eraseLine(terminal);
    return true;
  }
}

/** Where no thread can be made, or the terminal takes nothing, there is no line, and the command goes on. */
function startThread(workerData: object): void {
  try {
    const script = `(${draw})(require("node:worker_threads").workerData, require("node:fs"));`;
    const worker = new Worker(script, { eval: true, workerData, stdout: true, stderr: true });
    worker.unref();
    worker.on("error", () => undefined);
  } catch {
    // Too many threads, or Node's permissions allow none (`--permission`).
  }
}

function eraseLine(terminal: number): void {
  try {
    writeSync(terminal, erase);
  } catch {
    // The terminal is gone or takes nothing at the moment: what the command prints there says so by itself.
  }
}

/** What the thread runs. Its text alone reaches there, so that it names nothing of this file. */
function draw(
  given: Required<ProgressOptions> & {
    readonly shared: Int32Array;
    readonly erase: string;
    readonly slot: { readonly state: number; readonly drawn: number; readonly quietSince: number };
    readonly state: { readonly waiting: number; readonly drawing: number; readonly ended: number };
  },
  disk: { readonly writeSync: (file: number, text: string) => unknown },
): void {
  const { shared, slot: at, state: be } = given;
  const started = Date.now();
  let [printed, quiet, shown] = [0, started, 0];
  while (Atomics.load(shared, at.state) !== be.ended) {
    const now = Atomics.load(shared, at.quietSince);
    if (now !== printed) [printed, quiet] = [now, Date.now()];
    const isDue = Date.now() - quiet >= given.after;
    if (isDue && Atomics.compareExchange(shared, at.state, be.waiting, be.drawing) === be.waiting) {
      // What was printed since it was looked at stays alone on its line.
      const seconds = Math.floor((Date.now() - started) / 1000);
      const isNew = seconds !== shown || Atomics.load(shared, at.drawn) === 0;
      try {
        if (isNew && Atomics.load(shared, at.quietSince) === printed) {
          shown = seconds;
          Atomics.store(shared, at.drawn, 1);
          disk.writeSync(given.terminal, `${given.erase}${given.what}: ${seconds} s`);
        }
      } finally {
        // A thread that ends in the middle would let the command wait for ever.
        Atomics.store(shared, at.state, be.waiting);
        Atomics.notify(shared, at.state);
      }
    }
    Atomics.wait(shared, at.state, be.waiting, Math.min(200, Math.max(20, given.after)));
  }
}
