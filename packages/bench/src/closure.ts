import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  readonly scripts?: Record<string, string>;
}

export interface Closure {
  /** Names of what an install brings, the package itself included. */
  readonly packages: readonly string[];
  /** Those that run something when they are installed. */
  readonly withScripts: readonly string[];
  /** Folders by name. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What an install of a package brings: it, its dependencies and theirs; npm also brings peers that are not optional. */
export function closureOf(folder: string): Closure {
  const folders = new Map<string, string>();
  const withScripts: string[] = [];
  const add = (at: string) => {
    const manifest = JSON.parse(readFileSync(join(at, "package.json"), "utf8")) as Manifest;
    if (folders.has(manifest.name)) return;
    folders.set(manifest.name, at);
    const { scripts = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    if (scripts.preinstall || scripts.install || scripts.postinstall) withScripts.push(manifest.name);
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    for (const name of [...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }), ...peers])
      add(resolve(name, at));
  };
  add(realpathSync(folder));
  return { packages: [...folders.keys()], withScripts, folders };
}

function resolve(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(join(folder, "package.json"))) return realpathSync(folder);
    if (dirname(at) === at) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** Bytes of all files of a folder; what is installed below it counts as others'. */
export function bytesOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesOf(path) : statSync(path).size;
  }
  return bytes;
}
