// Writes packages/<platform>/src/schema.ts from specs/<platform>.yaml; `--check` only compares.
// `node scripts/generate.ts [platform…] [--check]`
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const platforms = ["shopmy", "storehippo", "shoprenter", "shoporama"];
const check = process.argv.includes("--check");
const named = process.argv.slice(2).filter((word) => word !== "--check");
let stale = 0;

for (const platform of named.length > 0 ? named : platforms) {
  const spec = new URL(`../specs/${platform}.yaml`, import.meta.url);
  const file = fileURLToPath(new URL(`../packages/${platform}/src/schema.ts`, import.meta.url));
  const source = `// Generated from specs/${platform}.yaml by \`pnpm generate\`; edit the spec instead.\n\n${astToString(
    await openapiTS(spec, { alphabetize: false, emptyObjectsUnknown: false, immutable: false }),
  )}`;
  if (!check) writeFileSync(file, source);
  else if (readFileSync(file, "utf8") !== source) {
    console.error(`packages/${platform}/src/schema.ts differs from specs/${platform}.yaml: run pnpm generate`);
    stale++;
  }
}
process.exit(stale === 0 ? 0 : 1);
