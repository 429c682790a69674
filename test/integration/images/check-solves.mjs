// rattler, which is pixi's library, chooses packages for every environment.yml from the small channel; and refuses what can't be.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, standIn, venvBin } from "./setup.mjs";

export async function checkSolves(images, { url, work }, sum) {
  console.log("\n# the environments");
  const files = images.flatMap(({ name, folder }) =>
    ["environment.yml", "binder/environment.yml", "autograder/environment.yml"]
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => ({ title: `${name}/${file}`, path: join(folder, file) })),
  );
  const solved = solve(
    files.map(({ path }) => path),
    url,
  );
  for (const { title, path } of files) {
    const { ok, said } = solved.get(path) ?? { ok: false, said: "nothing was said of it" };
    sum.check(`rattler solves ${title}${ok ? `: ${said.split(" ").length} packages` : ""}`, ok ? "" : said);
  }
  checkRefusals({ url, work }, sum);
  checkLibrary(url, sum);
}

/** The command that keeps the standard library current, on the small channel: the library solves for each Python that it promises. */
function checkLibrary(url, sum) {
  const command = ["scripts/stdlib-versions/run.mjs", "--check", "--channel", `${url}/conda-forge`];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: projectRoot, encoding: "utf8" });
  const solved = status === 0 && /^the library solves as it is$|^\d+ newer series solve together$/m.test(stdout);
  sum.check("the standard library solves on Python 3.11 to 3.14, by its own command", solved ? "" : stdout + stderr);
}

const wrong = {
  "packages that exclude each other": ["  - jupyterlab=4.4", "  - notebook=7.5"],
  "a package that is not there": ["  - no-such-package"],
  "a version that is not there": ["  - numpy=9"],
  "a line that is no MatchSpec": ["  - numpy >>1"],
  "pip lines without pip": ["  - python=3.11", "  - pip:", "      - altair"],
};

/** A stand-in that takes anything would prove nothing. */
function checkRefusals({ url, work }, sum) {
  const named = Object.entries(wrong).map(([title, lines], index) => {
    const path = join(work, `wrong-${index}.yml`);
    writeFileSync(path, ["name: wrong", "channels:", "  - conda-forge", "  - nodefaults", "dependencies:", ...lines, ""].join("\n"));
    return { title, path };
  });
  const solved = solve(
    named.map(({ path }) => path),
    url,
  );
  for (const { title, path } of named) sum.check(`rattler refuses ${title}`, solved.get(path)?.ok === false ? "" : "it was solved");
}

function solve(paths, url) {
  const { stdout, stderr, status } = spawnSync(join(venvBin, "python"), [join(standIn, "solve.py"), ...paths], {
    encoding: "utf8",
    env: { ...process.env, STAND_IN_URL: url, PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) throw new Error(`solve.py failed:\n${stderr}`);
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line) => {
        const [how, path, said] = line.split("\t");
        return [path, { ok: how === "ok", said }];
      }),
  );
}
