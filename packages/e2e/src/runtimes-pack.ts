import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root, run } from "./runtimes-install.ts";

/** The folders of the packages that are published. */
export const PACKAGES: readonly string[] = globSync("packages/*/package.json", { cwd: root })
  .filter((file) => !(JSON.parse(readFileSync(join(root, file), "utf8")) as { private?: boolean }).private)
  .map((file) => basename(dirname(file)))
  .sort();

/** Packs what would be published; gives the tarballs' paths. */
export async function pack(folder: string, names: readonly string[] = PACKAGES): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  for (const name of names)
    await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(root, "packages", name) });
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  if (tarballs.length !== names.length) throw new Error(`${names.length} packages gave ${tarballs.length} tarballs`);
  return tarballs.map((name) => join(folder, name));
}

/** A project of its own, outside of the workspace, with the tarballs installed by npm. */
export async function installProject(folder: string, tarballs: readonly string[], more: readonly string[] = []) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"];
  await run("npm", ["install", ...quiet, ...more, ...tarballs], { cwd: folder });
}
