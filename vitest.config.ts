import { defineConfig } from "vitest/config";
import { embedAssets } from "./scripts/embed-assets.mjs";

export default defineConfig({
  plugins: [embedAssets.vite()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/integration/**", "**/node_modules/**"],
    testTimeout: 120_000,
  },
});
