// What an attacker could come in by: dependencies without integrity or from outside the registry, install scripts, more
// runtime dependencies than promised, files that nobody meant to publish. Works without network; known advisories are
// asked for where the registry answers.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

interface Manifest {
  name: string;
  private?: boolean;
  files?: string[];
  sideEffects?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const faults: string[] = [];

const lockfile = readFileSync("pnpm-lock.yaml", "utf8");
const entries = [...lockfile.matchAll(/^ {2}(\S+):\n {4}resolution: (.*)$/gm)];
for (const [, name, resolution] of entries) {
  if (!/^\{integrity: sha512-[\w+/=]{88}\}$/.test(resolution!))
    faults.push(`${name} is not from the registry by its sha512: ${resolution}`);
}

/** Libraries have these and no others; the sandbox is an application. */
const ALLOWED: Record<string, readonly string[]> = {
  "@shopauth/core": [],
  "@shopauth/contract": ["ajv", "ajv-formats"],
};
const LIBRARY = ["@shopauth/core", "openapi-fetch"];

let published = 0;
for (const file of globSync("packages/*/package.json")) {
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  if (manifest.private) continue;
  published++;
  const { name, files = [], scripts = {}, dependencies = {} } = manifest;
  for (const script of ["preinstall", "install", "postinstall", "prepare", "prepublish"]) {
    if (scripts[script] !== undefined) faults.push(`${name} has the script ${script}`);
  }
  if (files.join() !== "dist,src") faults.push(`${name} publishes ${files.join(", ") || "everything"}`);
  if (name === "@shopauth/sandbox") continue;
  const allowed = ALLOWED[name] ?? LIBRARY;
  for (const dependency of Object.keys(dependencies)) {
    if (!allowed.includes(dependency)) faults.push(`${name} depends on ${dependency} at run time`);
  }
}

const { stdout, status } = spawnSync("pnpm", ["audit", "--prod", "--audit-level", "high", "--json"], {
  encoding: "utf8",
  timeout: 60_000,
});
const report = (() => {
  try {
    return JSON.parse(stdout) as {
      advisories?: Record<string, { module_name: string; title: string; severity: string }>;
    };
  } catch {
    return undefined;
  }
})();
if (report?.advisories === undefined) console.log("Advisories: skipped, the registry does not answer for them here.");
else {
  const known = Object.values(report.advisories);
  for (const { module_name, title, severity } of known) {
    if (status !== 0 && /high|critical/.test(severity)) faults.push(`${module_name}: ${title}`);
  }
  console.log(`Advisories: ${known.length} known.`);
}

for (const fault of faults) console.error(fault);
console.log(`Audited ${entries.length} locked packages and ${published} published ones: ${faults.length} faults.`);
process.exit(faults.length === 0 && entries.length > 100 && published >= 6 ? 0 : 1);
