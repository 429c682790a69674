// A deployment is killed at random moments, and the next one ends in the same state. `KILLS=100` is the long run, `KILL_SEED` takes other moments.
import { spawnSync } from "node:child_process";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, program, state, withSecret } from "./hubc.mjs";

const kills = Number(process.env.KILLS ?? 12);
let seed = Number(process.env.KILL_SEED ?? 7);

/** A number from 0 to 1, the same for the same seed. */
function random() {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return seed / 2 ** 31;
}

export async function checkKills({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    withSecret(plane, "killed", "hubc-killed", ["killed.id", "killed.secret"]);
    const lecture = "  lecture main { days = [mon]  time = 10:00 .. 11:00 }";
    const programs = [
      program(`${folder}/a`, "killed", { course: lecture }),
      program(`${folder}/b`, "killed", { hub: '  announcement = "Welcome"\n  backup { schedule = 03:00 }' }),
    ];
    const goals = [];
    const begun = [];
    for (const cwd of programs) {
      const start = Date.now();
      check("a first deployment", ended(await deploy(plane, cwd)));
      goals.push(state(plane, "killed"));
      begun.push(Date.now() - start);
    }
    let pending = 0;
    let early = 0;
    for (let i = 0; i < kills; i++) {
      const at = Math.round(random() * Math.min(...begun));
      // Every second one kills hubc alone; then helm has to end by itself.
      const alone = i % 2 === 0;
      const killed = await deploy(plane, programs[i % 2], [], {
        during: (child) => setTimeout(() => (alone ? child.kill("SIGKILL") : killTree(child.pid)), at),
      });
      if (killed.code === 0) early += 1;
      const next = await deploy(plane, programs[(i + 1) % 2]);
      if (next.stderr.includes("by a helm that was killed")) pending += 1;
      const problem = ended(next) || (state(plane, "killed") === goals[(i + 1) % 2] ? "" : `another state:\n${state(plane, "killed")}`);
      check(`killed after ${at} ms${alone ? ", helm left alone" : ""}: the next run ends in the same state`, problem);
      const left = spawnSync("pgrep", ["-f", `helm upgrade --install killed `], { encoding: "utf8" }).stdout.trim();
      check("no helm goes on", left === "" ? "" : left);
    }
    console.log(`      ${kills} kills; ${early} had ended before, ${pending} had left a release pending`);
  } finally {
    await nodes.end();
  }
}


function killTree(pid) {
  const children = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" }).stdout.trim().split("\n").filter(Boolean);
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    return; // it has ended
  }
  for (const child of children) killTree(Number(child));
}
