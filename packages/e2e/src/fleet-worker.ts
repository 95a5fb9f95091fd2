import process from "node:process";
import { appOf, codeOf } from "./platforms.ts";
import { sleep } from "./processes.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/** One process of a fleet: calls shops' APIs when told, and counts what came of it. */

export interface WorkerInput {
  readonly spec: StoreSpec;
  readonly origin: string;
  readonly registration: string;
}

export type Order =
  | { readonly type: "round"; readonly offset: number; readonly shops: readonly string[]; readonly callers: number }
  | { readonly type: "offset"; readonly offset: number }
  | { readonly type: "watch"; readonly shop: string }
  | { readonly type: "tell" };

export interface Tally {
  calls: number;
  /** How many failed, by error code or status. */
  failed: Record<string, number>;
  wrongShop: number;
  /** Milliseconds of the slowest call. */
  slowest: number;
}

const { spec, origin, registration } = JSON.parse(process.argv[2]!) as WorkerInput;
const { store } = await openStore(spec);
let offset = 0;
const app = appOf("renewing", origin, { registration, store, now: () => Date.now() + offset });
const none = (): Tally => ({ calls: 0, failed: {}, wrongShop: 0, slowest: 0 });
const watched = new Map<string, Tally>();

async function call(shop: string, tally: Tally): Promise<void> {
  const started = performance.now();
  let problem: string | undefined;
  try {
    const response = await app.client(shop).get("/ping");
    const body = (await response.json()) as { shop?: string };
    if (response.status !== 200) problem = String(response.status);
    else if (body.shop !== shop) tally.wrongShop++;
  } catch (error) {
    problem = codeOf(error);
  }
  tally.calls++;
  if (problem !== undefined) tally.failed[problem] = (tally.failed[problem] ?? 0) + 1;
  tally.slowest = Math.max(tally.slowest, performance.now() - started);
}

async function watch(shop: string): Promise<void> {
  const tally = none();
  watched.set(shop, tally);
  for (;;) {
    await call(shop, tally);
    await sleep(150);
  }
}

process.on("message", async (order: Order) => {
  if (order.type === "offset") {
    offset = order.offset;
  } else if (order.type === "watch") {
    for (let caller = 0; caller < 2; caller++) void watch(order.shop);
  } else if (order.type === "tell") {
    process.send!({ type: "told", watched: Object.fromEntries(watched) });
  } else {
    offset = order.offset;
    const tally = none();
    // Some shops at a time, all callers of a shop at once.
    for (let at = 0; at < order.shops.length; at += 5) {
      const some = order.shops.slice(at, at + 5);
      await Promise.all(some.flatMap((shop) => Array.from({ length: order.callers }, () => call(shop, tally))));
    }
    process.send!({ type: "round", tally });
  }
});
process.on("disconnect", () => process.exit());
process.send!({ type: "ready" });
