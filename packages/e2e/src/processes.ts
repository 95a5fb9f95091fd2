import { type ChildProcess, fork, type SpawnOptions, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What has to be undone when this process ends, however it ends; synchronous, latest first. */
const undo = new Set<() => void>();
let installed = false;

/** Registers a clean-up; call the result to take it back. */
export function atEnd(action: () => void): () => void {
  if (!installed) {
    installed = true;
    process.on("exit", () => {
      for (const each of [...undo].reverse()) {
        try {
          each();
        } catch {
          // The rest still has to be ended.
        }
      }
    });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
  }
  undo.add(action);
  return () => undo.delete(action);
}

/** A folder of its own under the system's temporary one, removed at the end. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `shopauth-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Makes sure that a child ends with this process, by its own pid. */
export function owned<Child extends ChildProcess>(child: Child, signal: NodeJS.Signals = "SIGKILL"): Child {
  const forget = atEnd(() => child.kill(signal));
  child.once("exit", forget);
  return child;
}

export function start(command: string, args: readonly string[], options: SpawnOptions, signal?: NodeJS.Signals) {
  return owned(spawn(command, args, options), signal);
}

let cache: string | undefined;

/** Runs a TypeScript file of this folder in a process of its own, with a channel for messages. */
export function startScript(file: string, input: unknown, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (cache === undefined) {
    // Hundreds of processes start the same few files.
    const folder = mkdtempSync(join(tmpdir(), "shopauth-compiled-"));
    atEnd(() => rmSync(folder, { recursive: true, force: true }));
    cache = folder;
  }
  return owned(
    fork(path, [JSON.stringify(input)], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env },
    }),
  );
}

export function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const result = () => ({ code: child.exitCode, signal: child.signalCode });
  // What it sent last may come after its end.
  const drained = async () => {
    if (child.connected) await new Promise((resolve) => child.once("disconnect", resolve));
    return result();
  };
  if (child.exitCode !== null || child.signalCode !== null) return drained();
  return new Promise((resolve) => child.once("exit", () => resolve(drained())));
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  child.kill(signal);
  await ended(child);
}

/** The first message of a kind. Rejects where the process ends before it. */
export function message<T extends { type: string }>(child: ChildProcess, type: T["type"]): Promise<T> {
  return new Promise((resolve, reject) => {
    const heard = (value: unknown) => {
      if ((value as T).type !== type) return;
      forget();
      resolve(value as T);
    };
    const died = async () => {
      const { code, signal } = await ended(child);
      forget();
      reject(new Error(`The process ended (${code ?? signal}) before "${type}"`));
    };
    const forget = () => {
      child.off("message", heard);
      child.off("exit", died);
    };
    child.on("message", heard);
    child.on("exit", died);
  });
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until the condition holds. Rejects after `ms`. */
export async function until(condition: () => boolean | Promise<boolean>, ms: number, what: string): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${ms} ms for ${what}`);
    await sleep(20);
  }
}

/** Works on items, so many at a time. */
export async function pooled<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}
