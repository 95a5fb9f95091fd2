import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { figures, type Harness } from "./figures.ts";
import { temporaryFolder } from "./processes.ts";
import { root, run } from "./runtimes-install.ts";

const PROOFS = ["state", "cookie", "signature"] as const;

/** Begins one platform for each proof in a copy of the tree, and runs all that a change to the tree has to pass. */
export const scaffold: Harness = async ({ log }) => {
  const found = figures();
  const copy = join(await temporaryFolder("scaffold"), "tree");
  const { stdout } = await run("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root });
  const files = stdout.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  log(`copied ${files.length} files`);

  const env = { ...process.env, CI: "true", TURBO_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "", VITEST: "" };
  const step = async (name: string, command: string, ...args: string[]) => {
    const failed = await run(command, args, { cwd: copy, env, timeout: 300_000 }).then(
      () => "",
      (error: Error) => error.message.split("\n").slice(-60).join("\n"),
    );
    if (failed) console.log(failed);
    log(`${name}: ${failed ? "failed" : "passed"}`);
    found.exactly(name, failed ? 1 : 0, 0);
  };
  for (const proof of PROOFS)
    await step(`new-platform ${proof}`, "node", "scripts/new-platform.ts", `by${proof}`, "--proof", proof);
  const filters = PROOFS.map((proof) => `--filter=@shopauth/by${proof}`);
  await step(
    "build, types, tests and packaging",
    "pnpm",
    "exec",
    "turbo",
    "run",
    "build",
    "typecheck",
    "test",
    "pack:check",
    ...filters,
  );
  await step("generated types", "node", "scripts/generate.ts", "--check");
  await step("specs", "pnpm", "lint:specs");
  const own = PROOFS.map((proof) => `packages/by${proof}`);
  await step(
    "format and lint",
    "pnpm",
    "exec",
    "biome",
    "check",
    ...own,
    "specs",
    "biome.json",
    "typedoc.json",
    "scripts",
  );
  await step("versions", "pnpm", "exec", "syncpack", "lint");

  const docs = await run("pnpm", ["exec", "typedoc", "--emit", "none"], { cwd: copy, env }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: Error) => error.message,
  );
  found.exactly(
    "exports without a docstring",
    docs.match(/by(?:state|cookie|signature)\/src.*does not have any/g)?.length ?? 0,
    0,
  );
  const types = await run("node", ["scripts/readme-types.ts"], { cwd: copy, env }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: Error) => error.message,
  );
  found.exactly("errors in their READMEs", types.match(/^packages\/by.*$/gm)?.length ?? 0, 0);

  let tests = 0;
  for (const proof of PROOFS) {
    const report = join(copy, `packages/by${proof}/test-results/vitest.json`);
    if (existsSync(report))
      tests += (JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number }).numPassedTests;
  }
  found.atLeast("tests of the three packages that pass", tests, 16);
  return found;
};
