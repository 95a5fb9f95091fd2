import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "tsup";
import { writeDeclarations } from "./scripts/declarations.ts";

// One configuration for every package: the entry points are what its package.json exports from dist.
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports?: Record<string, { types?: string; default?: string } | string>;
  bin?: Record<string, string>;
};
const built = [
  ...Object.values(manifest.exports ?? {}).map((target) => (typeof target === "string" ? target : target.default)),
  ...Object.values(manifest.bin ?? {}),
].flatMap((file) => /^\.\/dist\/(.+)\.js$/.exec(file ?? "")?.[1] ?? []);

// dist/sqlite.js is built from src/sqlite.ts, or from the folder that holds its kind.
const source = (name: string): string => {
  const found = [`src/${name}.ts`, `src/stores/${name}.ts`, `src/${name}/index.ts`].find((file) => existsSync(file));
  if (!found) throw new Error(`No source for dist/${name}.js`);
  return found;
};

// dist/stores/sqlite.d.ts declares src/stores/sqlite.ts.
const declared = Object.values(manifest.exports ?? {}).flatMap(
  (target) => (typeof target === "object" && /^\.\/dist\/(.+)\.d\.ts$/.exec(target.types ?? "")?.[1]) || [],
);

export default defineConfig({
  entry: Object.fromEntries(built.map((name) => [name, source(name)])),
  format: ["esm"],
  target: "es2022",
  platform: "neutral",
  // node:sqlite has no name without its prefix.
  removeNodeProtocol: false,
  external: [/^node:/],
  splitting: false,
  treeshake: true,
  sourcemap: true,
  clean: true,
  dts: false,
  onSuccess: async () => writeDeclarations(declared.map((path) => `src/${path}.ts`)),
});
