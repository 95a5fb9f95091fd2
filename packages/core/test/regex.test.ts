import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { expect, it } from "vitest";

const packages = join(import.meta.dirname, "../..");
const names = ["core", "shopmy", "storehippo", "shoprenter", "shoporama"];
const files = names.flatMap((name) =>
  globSync(`${name}/src/**/*.ts`, { cwd: packages }).filter((file) => !/schema\.ts$|testing/.test(file)),
);

/** The regular expressions that a file writes, with where they stand. */
function expressions(file: string): { place: string; source: string; flags: string }[] {
  const text = readFileSync(join(packages, file), "utf8");
  const found: { place: string; source: string; flags: string }[] = [];
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      found.push({ place: `${file}:${parsed.getLineAndCharacterOfPosition(node.pos).line + 1}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

it("finds an expression that is not linear", () => {
  expect(checkSync("^(a+)+$", "").status).toBe("vulnerable");
});

it("has linear regular expressions only", () => {
  const all = files.flatMap(expressions);
  expect(all.length).toBeGreaterThan(40);
  const isSafe = ({ source, flags }: (typeof all)[number]) => checkSync(source, flags).status === "safe";
  // It has time limits within: a machine that stands still for a moment makes any expression look slow, though not often.
  const slow = all.filter((each) => !isSafe(each) && !isSafe(each) && !isSafe(each));
  expect(slow.map(({ place, source }) => `${place} /${source}/`)).toEqual([]);
}, 120_000);
