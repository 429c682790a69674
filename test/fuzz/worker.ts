// A long run's programs, one after the other, in a thread of its own: whoever started it sees at which one it stands, so that one that
// hangs or takes all memory is known too.

import { parentPort, workerData } from "node:worker_threads";
import type { RandomProgram } from "./changed-program.ts";
import { type Judged, judgeProgram } from "./judge-program.ts";
import { judgeValues } from "./judge-values.ts";
import { randomProgram } from "./random-program.ts";
import { hostileValues, loadValues } from "./random-values-file.ts";
import { loadSamples } from "./sample-programs.ts";

/** `at` holds the number of the program that is under way. */
interface Task {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly folders: readonly string[];
  readonly at: Int32Array;
  /** Values files of hubs that run, in place of programs. */
  readonly values: boolean;
}

const { seed, from, to, folders, at, values }: Task = workerData;
const samples = values ? undefined : loadSamples(folders);
const valuesFiles = values ? loadValues(`${folders[0]}/../real-hubs`) : [];
let built = 0;
let outputs = 0;
for (let number = from; number < to; number++) {
  at[0] = number;
  const judged = judge(number);
  if (judged.built) built++;
  outputs += judged.outputs;
  for (const fault of judged.faults)
    parentPort?.postMessage({ number, fault, files: [...judged.files], assets: [...judged.assets] });
  if ((number - from) % 500 === 499 || number === to - 1) {
    parentPort?.postMessage({ number, built, outputs });
    built = 0;
    outputs = 0;
  }
}

function judge(number: number): Judged & RandomProgram {
  if (samples !== undefined) {
    const program = randomProgram(seed, number, samples);
    return { ...program, ...judgeProgram(program, number % 4 === 0) };
  }
  const file = hostileValues(seed, number, valuesFiles);
  const { faults, imported } = judgeValues(file);
  return { files: new Map([["hub.yaml", file.text]]), assets: new Map(), faults, built: imported, outputs: 0 };
}
