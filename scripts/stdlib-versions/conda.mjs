// What goes together on a conda channel, by rattler, which is pixi's library.
import { fileURLToPath } from "node:url";
import { run } from "./tools.mjs";

const program = fileURLToPath(new URL("solve_on_conda.py", import.meta.url));

/** Does the channel answer? */
export function answers(channel) {
  const { status, stderr } = run("python", [program, channel, "--answers"]);
  if (status !== 0 && status !== 3) throw new Error(`rattler failed (${status}): ${stderr.trim()}`);
  return status === 0;
}

/** A solver on the channel. */
export function solveOnConda(channel) {
  return async (jobs) => {
    const { status, stdout, stderr } = run("python", [program, channel], JSON.stringify(jobs));
    if (status !== 0) throw new Error(`rattler failed: ${stderr.trim()}`);
    return JSON.parse(stdout).map((answer) =>
      "reason" in answer ? answer : { versions: new Map(Object.entries(answer.versions)) },
    );
  };
}
