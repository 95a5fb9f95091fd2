import type { ChildProcess } from "node:child_process";
import type { Control, ShopReport } from "./platform-server.ts";
import { message, startScript, stop } from "./processes.ts";

export type Report = Record<string, ShopReport>;

export interface EmulatedPlatform {
  readonly origin: string;
  /** Changes how it behaves, and tells what it has seen. */
  control(change?: Partial<Omit<Control, "type" | "id">>): Promise<Report>;
  /** Called at each token request, before it is answered. */
  onToken(listener: (event: { shop: string; pid: number; nth: number }) => void): void;
  stop(): Promise<void>;
}

/** Starts the emulated platform in a process of its own. */
export async function startPlatform(): Promise<EmulatedPlatform> {
  const child: ChildProcess = startScript("./platform-server.ts", {});
  const { origin } = await message<{ type: "listening"; origin: string }>(child, "listening");
  let calls = 0;
  const waiting = new Map<number, (report: Report) => void>();
  const listeners = new Set<(event: { shop: string; pid: number; nth: number }) => void>();
  child.setMaxListeners(0);
  child.on("message", (value: { type: string; id: number; shops: Report; shop: string; pid: number; nth: number }) => {
    if (value.type === "token") for (const listener of listeners) listener(value);
    if (value.type !== "report") return;
    waiting.get(value.id)?.(value.shops);
    waiting.delete(value.id);
  });
  return {
    origin,
    control(change = {}) {
      const id = ++calls;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.send({ type: "control", id, ...change });
      });
    },
    onToken: (listener) => void listeners.add(listener),
    stop: () => stop(child),
  };
}

export function sum(
  report: Report,
  field: "tokens" | "early" | "calls" | "expired" | "wrongShop" | "unknownToken" | "exchanges" | "issued",
  start = "",
): number {
  return Object.entries(report).reduce((total, [shop, each]) => total + (shop.startsWith(start) ? each[field] : 0), 0);
}
