// Python, for tests of what Python reads or runs. Only Node.js and git are given on a machine, so where Python is not there such a test
// is skipped and says so; `npm run test:formats` brings Python with all modules and runs every one of them.

import { spawnSync } from "node:child_process";

/**
 * The Python of this machine, if it has the modules; HUBC_PYTHON names another.
 * @throws Error where the one that is named can't be used.
 */
export function pythonWith(...modules: readonly string[]): string | undefined {
  const named = process.env["HUBC_PYTHON"];
  const python = named ?? "python3";
  const program = modules.map((name) => `import ${name}\n`).join("");
  if (spawnSync(python, ["-c", program]).status === 0) return python;
  const reason = `${python}${modules.length > 0 ? ` with ${modules.join(" and ")}` : ""} is not here`;
  if (named !== undefined) throw new Error(reason);
  console.log(`skipped: ${reason}; npm run test:formats brings it`);
  return undefined;
}
