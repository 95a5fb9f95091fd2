import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = join(import.meta.dirname, "../../..");
/** Where the peers live: beside the tools, so that they are no part of the workspace. */
export const PEERS = join(ROOT, ".tools/bench");

const pinned = JSON.parse(readFileSync(join(import.meta.dirname, "../peers.json"), "utf8")) as Record<string, string>;

/** Installs the pinned peers where they are not installed yet. */
export function installPeers(): void {
  mkdirSync(PEERS, { recursive: true });
  const missing = Object.entries(pinned).filter(([name, version]) => versionOf(name) !== version);
  if (missing.length > 0) {
    writeFileSync(join(PEERS, "package.json"), `${JSON.stringify({ private: true, type: "module" })}\n`);
    npm(
      PEERS,
      Object.entries(pinned).map(([name, version]) => `${name}@${version}`),
    );
  }
  // A package is resolved from where the import stands, so that each peer is imported by a file that stands beside it.
  for (const name of Object.keys(pinned)) writeFileSync(entryOf(name), entry(name));
}

/** Installs packages into a folder, without running any of their scripts. */
export function npm(folder: string, specs: readonly string[]): void {
  const result = spawnSync(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...specs],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (result.status !== 0) throw new Error(`npm install ${specs.join(" ")} failed`);
}

/** The name of a peer with its pinned version. */
export function named(peer: string): string {
  return `${peer} ${pinned[peer]}`;
}

/** A file in the peers' folder that gives what a peer gives. */
export function entryOf(peer: string): string {
  return join(PEERS, `${peer.replaceAll(/[@/]/g, "_")}.mjs`);
}

/** Imports a peer. `Module` is the part of it that is used. */
export async function peer<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(entryOf(name)).href)) as Module;
}

function entry(name: string): string {
  const reexport = `export * from ${JSON.stringify(name)};\n`;
  return name === "openapi-fetch" ? `${reexport}export { default } from ${JSON.stringify(name)};\n` : reexport;
}

function versionOf(name: string): string | undefined {
  const manifest = join(PEERS, "node_modules", name, "package.json");
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version : undefined;
}
