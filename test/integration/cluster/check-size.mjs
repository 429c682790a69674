// A hub of 100 courses, each with a lecture, so with jobs of its own.
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, program, withSecret } from "./hubc.mjs";

export async function checkSize({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    withSecret(plane, "large", "hubc-large", ["large.id", "large.secret"]);
    const time = (hour, i) => `${String(hour).padStart(2, "0")}:${String(Math.floor(i / 10) * 5).padStart(2, "0")}`;
    const course = (i) => `course c${i} {
  title = "Course ${i}"  hub = large  image = base  term = 2026-08-26 .. 2026-12-18
  students = 2  pool = campus.users  memory = 1GiB .. 2GiB
  lecture main { days = [mon]  time = ${time(8 + (i % 10), i)} .. ${time(9 + (i % 10), i)} }
}`;
    const cwd = program(folder, "large", { hub: "  choose = by-choice", more: Array.from({ length: 100 }, (_, i) => course(i)).join("\n") });
    for (const title of ["first", "again"]) {
      const begun = Date.now();
      const run = await deploy(plane, cwd);
      const seconds = (Date.now() - begun) / 1000;
      const [, objects] = /applying (\d+) objects/.exec(run.stderr) ?? [];
      check(`100 courses, ${title}: ${objects} objects in ${Math.round(seconds)} s, under 30 s`, ended(run) || (seconds < 30 && Number(objects) > 40 ? "" : `${seconds} s`));
    }
  } finally {
    await nodes.end();
  }
}
