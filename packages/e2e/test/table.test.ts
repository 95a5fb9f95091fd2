import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeTable } from "../src/runtimes.ts";

const folder = mkdtempSync(join(tmpdir(), "shopauth-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("writes the table of runtimes between its markers, and again to the same", () => {
  const file = join(folder, "README.md");
  const markers = ["<!-- runtimes: written by `npm run e2e -- runtimes` -->", "<!-- /runtimes -->"];
  writeFileSync(file, `before\n\n${markers[0]}\nold\n${markers[1]}\n\nafter\n`);
  expect(writeTable("| a |", file)).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(`before\n\n${markers[0]}\n\n| a |\n\n${markers[1]}\n\nafter\n`);
  expect(writeTable("| a |", file)).toBe(false);
  writeFileSync(file, "no markers");
  expect(() => writeTable("| a |", file)).toThrow("no markers");
});
