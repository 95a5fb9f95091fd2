import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface Installed {
  readonly folder: string;
  /** Imports one of the packages. */
  load<Module>(name: string): Promise<Module>;
}

/** Runs a program to its end. Rejects with what it said where it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string; timeout?: number } = {},
): Promise<{ stdout: string; stderr: string }> {
  const { cwd, env = process.env, input, timeout = 120_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: "pipe", timeout, killSignal: "SIGKILL" });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (data) => (said.stdout += data));
    child.stderr.on("data", (data) => (said.stderr += data));
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0
        ? resolve(said)
        : reject(new Error(`${command} ${args[0]} ended with ${code ?? signal}:\n${said.stdout}${said.stderr}`.trim())),
    );
    child.stdin.on("error", () => {}).end(input);
  });
}

/**
 * Why npm failed, where that was only that nobody answers for the registry, or that a package is not made for this
 * system; any other failure is one.
 */
export function notHere(error: unknown): string | undefined {
  const code = /^npm error code (\S+)$/m.exec(error instanceof Error ? error.message : "")?.[1];
  if (code === "EBADPLATFORM") return `npm has it not for ${process.platform} ${process.arch}`;
  const silent = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"];
  return code !== undefined && [...silent, "ERR_SOCKET_TIMEOUT"].includes(code)
    ? `the package registry cannot be reached: ${code}`
    : undefined;
}

/** Only one process installs into a folder; the others wait and find it done. */
async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = `${folder}.lock`;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      // Whoever made it is gone.
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > 240_000) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * Installs packages that are too heavy for every checkout into `.tools/<name>`, once for each list of versions.
 * @returns the reason where they cannot be had here
 */
export async function installOnDemand(name: string, specs: readonly string[]): Promise<Installed | { reason: string }> {
  const folder = join(root, ".tools", name);
  const marker = join(folder, "installed.json");
  const wanted = JSON.stringify(specs);
  const ready = () => existsSync(marker) && readFileSync(marker, "utf8") === wanted;
  const install = async () => {
    if (ready()) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const quiet = [
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--fetch-retries=1",
      "--fetch-timeout=60000",
    ];
    await run("npm", ["install", "--prefix", folder, ...quiet, ...specs], { cwd: folder, timeout: 180_000 });
    writeFileSync(marker, wanted);
  };
  try {
    mkdirSync(join(root, ".tools"), { recursive: true });
    if (!ready()) await locked(folder, install);
  } catch (error) {
    const reason = notHere(error);
    if (reason === undefined) throw error;
    return { reason: `npm install ${specs.join(" ")}: ${reason}` };
  }
  const require = createRequire(join(folder, "package.json"));
  return {
    folder,
    load: <Module>(id: string) => import(pathToFileURL(require.resolve(id)).href) as Promise<Module>,
  };
}
