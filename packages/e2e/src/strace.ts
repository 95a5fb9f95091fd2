import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { ended, start } from "./processes.ts";
import { missing } from "./services.ts";

/** The threads of a process that do its work: the one that runs JavaScript, and one that works on files. */
export function threadsOf(pid: number): { main: number; files: number } {
  const workers = readdirSync(`/proc/${pid}/task`).filter((task) =>
    readFileSync(`/proc/${pid}/task/${task}/comm`, "utf8").startsWith("libuv-worker"),
  );
  return { main: pid, files: Number(workers[0] ?? pid) };
}

/** Watches one thread; resolves once every further system call is seen. */
export async function attach(thread: number, args: readonly string[]): Promise<ChildProcess> {
  const tracer = start("strace", [...args, "-p", String(thread)], { stdio: ["ignore", "ignore", "pipe"] });
  await new Promise<void>((resolve, reject) => {
    let text = "";
    tracer.stderr!.on("data", (data) => {
      text += String(data);
      if (text.includes("attached")) resolve();
    });
    tracer.once("exit", () => reject(new Error(`strace: ${text}`)));
  });
  return tracer;
}

/** Lets go of the thread, which goes on. */
export async function detach(tracer: ChildProcess): Promise<void> {
  tracer.kill("SIGINT");
  await ended(tracer);
}

/** Why no process can be watched here; `undefined` where one can. */
export async function untraceable(): Promise<string | undefined> {
  if (process.platform !== "linux") return "needs Linux";
  const absent = missing("strace");
  if (absent) return absent;
  const subject = start(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "ignore" });
  try {
    await detach(await attach(subject.pid!, ["-e", "trace=none"]));
    return undefined;
  } catch (error) {
    return String(error).trim().replaceAll("\n", " ");
  } finally {
    subject.kill("SIGKILL");
  }
}
