// Writes packages/<platform>/src/schema.ts from specs/<platform>.yaml, and the list of platforms that
// packages/contract knows; `--check` only compares.
// `node scripts/generate.ts [platform…] [--check]`
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
// The linter's own settings lie next to the specs.
const platforms = globSync("specs/*.yaml", { cwd: root })
  .map((file) => basename(file, ".yaml"))
  .filter((name) => name !== "redocly")
  .sort();
const check = process.argv.includes("--check");
const named = process.argv.slice(2).filter((word) => word !== "--check");
let stale = 0;

function write(file: string, source: string, from: string): void {
  const path = join(root, file);
  if (!check) writeFileSync(path, source);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== source) {
    console.error(`${file} differs from ${from}: run pnpm generate`);
    stale++;
  }
}

for (const platform of named.length > 0 ? named : platforms) {
  const spec = `specs/${platform}.yaml`;
  const source = `// Generated from ${spec} by \`pnpm generate\`; edit the spec instead.\n\n${astToString(
    await openapiTS(pathToFileURL(join(root, spec)), {
      alphabetize: false,
      emptyObjectsUnknown: false,
      immutable: false,
    }),
  )}`;
  write(`packages/${platform}/src/schema.ts`, source, spec);
}
const ids = platforms.map((platform) => `"${platform}"`);
const line = `export type PlatformId = ${ids.join(" | ")};`;
write(
  "packages/contract/src/platforms.ts",
  `// Generated from the names of specs/*.yaml by \`pnpm generate\`.

/** A platform whose spec the package carries. */
${line.length <= 120 ? line : `export type PlatformId =\n  | ${ids.join("\n  | ")};`}
`,
  "specs/*.yaml",
);
process.exit(stale === 0 ? 0 : 1);
