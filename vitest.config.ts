import { defineConfig } from "vitest/config";
import { embedAssets } from "./scripts/embed-assets.mjs";

export default defineConfig({
  plugins: [embedAssets.vite()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/integration/**", "**/node_modules/**"],
    // No test is timed: these only end one that waits for ever, on the slowest machine as well.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
