// The one way in: `node scripts/run.mjs demo|test|check|e2e|bench [arguments]`.
// Needs only Node 18 and npm: brings the pinned pnpm and, where this Node is too old for the tools, a newer one,
// from the package registry into .tools/, installs with the frozen lockfile and runs the command.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const NODE = "26.10.0";
const commands = {
  demo: [
    ["turbo", "run", "build", "--output-logs=errors-only"],
    ["node", "packages/demo/src/demo.ts"],
  ],
  test: [
    // Two at a time: what measures time measures it on a small machine too.
    ["turbo", "run", "test", "--output-logs=new-only", "--concurrency=2", "--continue"],
    ["node", "scripts/count-tests.ts"],
  ],
  check: [
    ["node", "scripts/generate.ts", "--check"],
    ["node", "scripts/audit.ts"],
    ["node", "scripts/workflows.ts"],
    ["turbo", "run", "typecheck", "pack:check", "//#lint", "//#lint:docs", "//#lint:specs", "--output-logs=new-only"],
  ],
  e2e: [
    ["turbo", "run", "build", "--output-logs=errors-only"],
    ["node", "packages/e2e/src/run.ts"],
  ],
  bench: [
    ["turbo", "run", "build", "--output-logs=errors-only"],
    ["node", "packages/bench/src/run.ts"],
  ],
};

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tools = join(root, ".tools");
const windows = process.platform === "win32";

/** Runs a program with inherited streams. @returns its exit status */
function start(program, args) {
  const result = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: windows });
  if (result.error) console.error(`${program}: ${result.error.message}`);
  return result.status ?? 1;
}

/** The same, and ends with its status if it fails. */
function run(program, args) {
  const status = start(program, args);
  if (status !== 0) process.exit(status);
}

function installTools() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const recent = (major === 22 && minor >= 19) || (major === 24 && minor >= 11) || major >= 26;
  const system = windows ? "win" : process.platform;
  const prefix = system === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const wanted = [packageManager, ...(recent ? [] : [`${prefix}-${system}-${process.arch}@${NODE}`])];
  const installed = (spec) => {
    const [name, version] = spec.split("@");
    const manifest = join(tools, "node_modules", name, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  };
  if (!wanted.every(installed)) {
    run("npm", [
      "install",
      "--prefix",
      ".tools",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...wanted,
    ]);
    run(process.execPath, [join(tools, "node_modules", "pnpm", "install.js")]);
  }
}

const [name, ...args] = process.argv.slice(2);
const steps = commands[name];
if (!steps) {
  console.error(`Usage: node scripts/run.mjs ${Object.keys(commands).join("|")} [arguments]`);
  process.exit(2);
}
installTools();
process.env.TURBO_TELEMETRY_DISABLED ??= "1";
process.env.REDOCLY_TELEMETRY ??= "off";
process.env.PATH = join(tools, "node_modules", ".bin") + delimiter + process.env.PATH;
run("pnpm", ["install", "--frozen-lockfile", "--loglevel=warn"]);
let failed = 0;
for (const [index, step] of steps.entries()) {
  // The count of tests is told also when some of them failed.
  if (failed === 0 || step.includes("scripts/count-tests.ts")) {
    failed = start("pnpm", ["exec", ...step, ...(index === steps.length - 1 ? args : [])]) || failed;
  }
}
process.exit(failed);
