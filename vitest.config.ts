import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { embedAssets } from "./scripts/embed-assets.mjs";

const all = "test/**/*.test.ts";
const exclude = [...configDefaults.exclude, "test/integration/**"];
/** They put something else in a module's place, so their modules are their own. */
const mocking = ["test/cli/check-build.test.ts"];

export default defineConfig({
  plugins: [embedAssets],
  test: {
    // No test is timed: these only end one that waits for ever, on the slowest machine as well.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Two on two cores, where Vitest would take one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // The modules of the compiler, which keep nothing of a program, are loaded once by each worker: loading them again for every file of
      // tests took longer than the tests.
      { extends: true, test: { name: "hubc", include: [all], exclude: [...exclude, ...mocking], isolate: false } },
      { extends: true, test: { name: "mocking", include: mocking, exclude } },
    ],
  },
});
