import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Run from a package's folder: `vitest run --config ../../vitest.config.ts --root .`
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: [fileURLToPath(new URL("packages/core/test/leak-scan.ts", import.meta.url))],
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
  },
});
