import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ErrorCode, ShopAuthError } from "../src/index.ts";

const folder = join(import.meta.dirname, "..");
const files = globSync("src/**/*.ts", { cwd: folder }).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8"),
}));
const readme = readFileSync(join(folder, "README.md"), "utf8");
const union = readFileSync(join(folder, "src/errors.ts"), "utf8").match(/export type ErrorCode =([^;]+);/)![1]!;
const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code as ErrorCode);

describe("the source of core", () => {
  it("names no platform", () => {
    expect(files.length).toBeGreaterThan(20);
    for (const { name, text } of files)
      expect([name, /shopmy|storehippo|shoprenter|shoporama/i.test(text)]).toEqual([name, false]);
  });

  it("uses Node's modules only in the file and SQLite stores", () => {
    const users = files.filter(({ text }) => /from "node:/.test(text)).map(({ name }) => name.replaceAll("\\", "/"));
    expect(users.sort()).toEqual(["src/stores/file.ts", "src/stores/sqlite.ts"]);
  });

  it("imports nothing but itself, and has no runtime dependency", () => {
    for (const { name, text } of files) {
      for (const [, source] of text.matchAll(/from "([^"]+)"/g))
        expect([name, /^(?:\.|node:)/.test(source!)]).toEqual([name, true]);
    }
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, unknown>;
    expect([manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("keeps no state in modules", () => {
    for (const { name, text } of files) {
      const mutable = text
        .split("\n")
        .filter((line) =>
          /^(?:export )?(?:let|var) |^(?:export )?const \w+(?:: [^=]+)? = new (?:Map|WeakMap|Array)\b/.test(line),
        );
      expect([name, mutable]).toEqual([name, []]);
    }
  });
});

describe("error codes", () => {
  it.each(codes)("%s has a heading in the README and a hint", (code) => {
    expect(readme).toContain(`\n### \`${code}\`\n`);
    const error = new ShopAuthError(code, "message");
    expect(error.hint).toMatch(/^[A-Z].*\.$/);
    expect(error.docs).toMatch(new RegExp(`/packages/core/README\\.md#${code}$`));
    expect(error.toResponse().headers.get("cache-control")).toBe("no-store");
  });

  it("have no heading without a code", () => {
    const headings = [...readme.matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code);
    expect(headings.sort()).toEqual([...codes].sort());
  });
});
