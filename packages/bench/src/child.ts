import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs one of the programs with this Node and returns the object that it prints last. */
export function child<Result>(
  program: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, "programs", program);
    const running = spawn(process.execPath, [...flags, file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    running.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    running.on("error", reject);
    running.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${program} ${args.join(" ")} ended with ${code}`));
      resolve(JSON.parse(text.trim().split("\n").at(-1)!) as Result);
    });
  });
}

/** No collection while bytes are counted. */
export const COUNT_BYTES = ["--expose-gc", "--max-semi-space-size=256", "--min-semi-space-size=256"];

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Runs every subject `rounds` times, in turns, so that a busy minute of the machine falls on all of them. Gives the
 * median of each number.
 */
export async function interleaved<Name extends string, Result extends object>(
  names: readonly Name[],
  rounds: number,
  run: (name: Name) => Promise<Result>,
): Promise<Record<Name, Result>> {
  const all = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another, so that none always comes first.
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) all[name].push(await run(name));
  }
  const middle = (results: Result[]): Result =>
    Object.fromEntries(
      Object.keys(results[0]!).map((key) => {
        const values = results.map((result) => result[key as keyof Result] as unknown);
        return [key, typeof values[0] === "number" ? median(values as number[]) : values[0]];
      }),
    ) as Result;
  return Object.fromEntries(names.map((name) => [name, middle(all[name])])) as Record<Name, Result>;
}
