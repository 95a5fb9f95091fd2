import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const module = join(import.meta.dirname, "../src/hostile.ts");
const script = `
  const { play } = await import(${JSON.stringify(module)});
  const { values, broken } = await play("short", () => {});
  console.log(JSON.stringify({ values: Object.fromEntries(values), broken }));
  process.exit(0);`;

/** The short form of `npm run e2e -- hostile`, in a process of its own, whose memory is measured. */
it("a platform that misbehaves in 200 ways breaks no promise", async () => {
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  const { values, broken } = JSON.parse((await run).stdout) as { values: Record<string, number>; broken: string[] };
  expect(broken).toEqual([]);
  expect(values["ways of misbehaving"]).toBeGreaterThan(80);
  expect(values.calls).toBeGreaterThan(3_000);
}, 400_000);
