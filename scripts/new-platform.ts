// Begins a platform: `pnpm new-platform <id> --proof state|cookie|signature [--name Name]`.
// Writes its spec, package and changeset from scripts/new-platform, registers it, and leaves a build that passes: then
// replace the example by what the platform's documentation says.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const PROOFS = ["state", "cookie", "signature"];
const USAGE = `Usage: pnpm new-platform <id> --proof <proof> [--name <Name>]

  <id>      short, lower case, as in @shopauth/<id>
  --proof   how a callback proves itself: state (the platform echoes it), cookie (it echoes nothing), signature (HMAC)
  --name    as in create<Name>; default: the id with a capital`;

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function readInput() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { proof: { type: "string" }, name: { type: "string" } },
    });
    const [id = "", ...rest] = positionals;
    const name = values.name ?? id.slice(0, 1).toUpperCase() + id.slice(1);
    return { id, name, proof: values.proof ?? "", rest };
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { id, name, proof, rest } = readInput();
if (!/^[a-z][a-z0-9]{1,30}$/.test(id) || rest.length > 0) fail("The id is 2 to 31 lower-case letters and digits");
if (!PROOFS.includes(proof)) fail(`--proof is one of ${PROOFS.join(", ")}`);
if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) fail("The name begins with a capital and has letters and digits");
if (existsSync(join(root, "packages", id))) fail(`packages/${id} is there already`);

/** Fills a template in: lines after `#: a,b` are for the proofs a and b, up to the next such line. */
function fill(template: string): string {
  let kept = true;
  const lines: string[] = [];
  for (const line of readFileSync(join(root, "scripts/new-platform", template), "utf8").split("\n")) {
    const only = /^#: (.+)$/.exec(line)?.[1];
    if (only !== undefined) kept = only === "end" || only.split(",").includes(proof);
    else if (kept) lines.push(line);
  }
  return lines
    .join("\n")
    .replaceAll("ExamplePlatform", name)
    .replaceAll("EXAMPLEPLATFORM", id.toUpperCase())
    .replaceAll("exampleplatform", id);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Changes a file in one place, which must be there. */
function edit(file: string, pattern: RegExp, replacement: string): void {
  const before = readFileSync(join(root, file), "utf8");
  const after = before.replace(pattern, replacement);
  if (after === before) throw new Error(`${file} has no place for ${id}: add it by hand`);
  write(file, after);
}

function run(command: string, ...args: string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

for (const [template, file] of [
  ["spec.yaml", `specs/${id}.yaml`],
  ["changeset.md", `.changeset/${id}.md`],
  ["README.md", `packages/${id}/README.md`],
  ["index.ts", `packages/${id}/src/index.ts`],
  ["platform.ts", `packages/${id}/src/platform.ts`],
  ["client.ts", `packages/${id}/src/client.ts`],
  ["testing.ts", `packages/${id}/src/testing.ts`],
  ["setup.ts", `packages/${id}/test/setup.ts`],
  ["platform.test.ts", `packages/${id}/test/platform.test.ts`],
  ["client.test.ts", `packages/${id}/test/client.test.ts`],
] as const)
  write(file, fill(`${template}.tmpl`));

// What all packages have alike is taken from one of them.
const model = JSON.parse(
  readFileSync(join(root, "packages/shoporama/package.json"), "utf8")
    .replaceAll("shoporama", id)
    .replaceAll("Shoporama", name),
);
write(`packages/${id}/package.json`, `${JSON.stringify(model, undefined, 2)}\n`);
for (const file of [
  "tsconfig.json",
  ...["file", "sqlite", "postgres", "redis"].map((store) => `src/stores/${store}.ts`),
])
  write(`packages/${id}/${file}`, readFileSync(join(root, "packages/shoporama", file), "utf8"));

edit("specs/redocly.yaml", /^(apis:\n(?: {2}.+\n)+)/m, `$1  ${id}:\n    root: ./${id}.yaml\n`);
edit("biome.json", /(packages\/\{core(?:,[a-z0-9]+)*)\}/, `$1,${id}}`);
edit("typedoc.json", /(packages\/\{shopmy(?:,[a-z0-9]+)*)\}/, `$1,${id}}`);
edit("typedoc.json", /("packagesRequiringDocumentation": \[\s*)/, `$1"@shopauth/${id}", `);

run("pnpm", "install", "--no-frozen-lockfile", "--prefer-offline", "--loglevel=warn");
run("node", "scripts/generate.ts", id);
const written = [`packages/${id}`, `specs/${id}.yaml`, "typedoc.json", "biome.json"];
run("pnpm", "exec", "biome", "check", "--write", "--log-level=error", ...written);
console.log(`
packages/${id} builds and passes its tests: pnpm exec turbo run build test --filter @shopauth/${id}
Go on with specs/${id}.yaml and packages/${id}/src/platform.ts; CONTRIBUTING.md says how.`);
