import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installOnDemand, notHere, root, run } from "../src/runtimes-install.ts";
import { installProject, pack } from "../src/runtimes-pack.ts";

const examples = join(root, "packages/demo/recipes/testing");

// The examples run in a project of their own, with the packed packages and the runners' own versions.
describe("the examples of @shopauth/<platform>/testing", async () => {
  const tools = await installOnDemand("runners", ["jest@30.5.2", "vitest@5.1.1", "msw@3.0.5"]);
  if ("reason" in tools) {
    it("run", (context) => context.skip(tools.reason));
    return;
  }
  let project: string;
  let missing: string | undefined;
  beforeAll(async () => {
    mkdirSync(join(tools.folder, "projects"), { recursive: true });
    project = mkdtempSync(join(tools.folder, "projects", "run-"));
    // The peer msw is the one in the folder above, for the test and the package alike.
    const tarballs = await pack(join(project, "packed"), ["core", "storehippo"]);
    await installProject(project, tarballs, ["--omit=peer"]).catch((error) => {
      missing = notHere(error);
      if (missing === undefined) throw error;
    });
    cpSync(examples, project, { recursive: true });
  });
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const start = (args: readonly string[], NODE_OPTIONS = "") => {
    const { VITEST: _, VITEST_MODE: __, VITEST_POOL_ID: ___, NODE_ENV: ____, ...env } = process.env;
    return run(process.execPath, args, { cwd: project, env: { ...env, NODE_OPTIONS, NO_COLOR: "1", CI: "true" } });
  };

  it("run in vitest", async () => {
    const program = join(tools.folder, "node_modules/vitest/vitest.mjs");
    const { stdout } = await start([program, "run", "--root", ".", "vitest.test.ts"]);
    expect(stdout).toMatch(/Tests\s+1 passed \(1\)/);
  });

  it("run in jest", async () => {
    const { stderr } = await start(
      [join(tools.folder, "node_modules/jest/bin/jest.js"), "--config", "jest.config.mjs"],
      "--experimental-vm-modules",
    );
    expect(stderr).toMatch(/Tests:\s+1 passed, 1 total/);
  });

  it("run in node:test", async () => {
    const { stdout } = await start(["--test", "--test-reporter=tap", "node.test.ts"]);
    expect(stdout).toMatch(/# pass 1\n# fail 0/);
  });
});
