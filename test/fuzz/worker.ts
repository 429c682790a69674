// A long run's programs, one after the other, in a thread of its own: whoever started it sees at which one it stands, so that one that
// hangs or takes all memory is known too.

import { parentPort, workerData } from "node:worker_threads";
import { judgeProgram } from "./judge-program.ts";
import { randomProgram } from "./random-program.ts";
import { loadSamples } from "./sample-programs.ts";

/** `at` holds the number of the program that is under way. */
interface Task {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly folders: readonly string[];
  readonly at: Int32Array;
}

const { seed, from, to, folders, at }: Task = workerData;
const samples = loadSamples(folders);
let built = 0;
let outputs = 0;
for (let number = from; number < to; number++) {
  at[0] = number;
  const program = randomProgram(seed, number, samples);
  const judged = judgeProgram(program, number % 4 === 0);
  if (judged.built) built++;
  outputs += judged.outputs;
  for (const fault of judged.faults) {
    parentPort?.postMessage({ number, fault, files: [...program.files], assets: [...program.assets] });
  }
  if ((number - from) % 500 === 499 || number === to - 1) {
    parentPort?.postMessage({ number, built, outputs });
    built = 0;
    outputs = 0;
  }
}
