// Adds up the packages' test reports; the last line reads `N passed, N failed, N skipped`.
import { existsSync, globSync, readFileSync } from "node:fs";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

const count = { passed: 0, failed: 0, skipped: 0 };
for (const manifest of globSync("packages/*/package.json")) {
  const { name, scripts } = JSON.parse(readFileSync(manifest, "utf8")) as { name: string; scripts?: { test?: string } };
  if (!scripts?.test) continue;
  const file = manifest.replace("package.json", "test-results/vitest.json");
  if (!existsSync(file)) {
    console.error(`${name} left no test report`);
    count.failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests;
  count.skipped += report.numPendingTests;
}
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
