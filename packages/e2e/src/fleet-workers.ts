import type { ChildProcess } from "node:child_process";
import type { Order, WorkerInput } from "./fleet-worker.ts";
import type { EmulatedPlatform } from "./platform.ts";
import { message, startScript } from "./processes.ts";
import type { LossyProxy } from "./services.ts";
import type { StoreSpec } from "./stores.ts";

/** Seconds that a token of the fleet lives. */
export const LIFE = 3_600;

/** A process of a fleet, and its way to the store where that can be cut. */
export interface Worker {
  readonly child: ChildProcess;
  readonly proxy: LossyProxy | undefined;
}

export function tell(worker: Worker, order: Order): void {
  worker.child.send(order);
}

export async function startWorkers(
  count: number,
  platform: EmulatedPlatform,
  registration: string,
  reach: (index: number) => Promise<{ spec: StoreSpec; proxy?: LossyProxy }>,
): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (let index = 0; index < count; index++) {
    const { spec, proxy } = await reach(index);
    const input: WorkerInput = { spec, origin: platform.origin, registration };
    const child = startScript("./fleet-worker.ts", input);
    child.setMaxListeners(0);
    workers.push({ child, proxy });
  }
  await Promise.all(workers.map(({ child }) => message(child, "ready")));
  return workers;
}
