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
  | {
      readonly type: "watch";
      readonly shop: string;
      /** The token that the shop begins with. */
      readonly first?: string | undefined;
      /** Where the shop's token host is, if not with its API. */
      readonly tokenOrigin?: string | undefined;
    }
  | { readonly type: "tell" };

export interface Tally {
  calls: number;
  /** How many failed, by error code or status. */
  failed: Record<string, number>;
  wrongShop: number;
  /** Milliseconds of the slowest call. */
  slowest: number;
}

/** Of a shop that is called until the end. */
export interface WatchTally extends Tally {
  /** How many failed before the first that did not, by error code or status; also counted in `failed`. */
  failedAtFirst: Record<string, number>;
}

export type Told =
  /** The first call to a shop was answered. */
  | { readonly type: "called"; readonly shop: string }
  /** A call with another token than the first was answered, at `at` milliseconds since the epoch. */
  | { readonly type: "renewed"; readonly shop: string; readonly at: number };

const EVERY = 400;

const { spec, origin, registration } = JSON.parse(process.argv[2]!) as WorkerInput;
const { store } = await openStore(spec);
let offset = 0;
const tokenOrigins = new Map<string, string>();
/** The token that brought the last answer, by shop. */
const answered = new Map<string, string>();
const app = appOf("renewing", origin, {
  registration,
  store,
  now: () => Date.now() + offset,
  async fetch(input, init) {
    const url = new URL(input instanceof Request ? input.url : input);
    const [, , path, shop] = url.pathname.split("/");
    if (path === "token") {
      const elsewhere = tokenOrigins.get(new URLSearchParams(String(init?.body)).get("shop") ?? "");
      return fetch(elsewhere === undefined ? input : url.href.replace(url.origin, elsewhere), init);
    }
    const response = await fetch(input, init);
    const token = new Headers(init?.headers).get("authorization")?.slice("Bearer ".length);
    if (response.status === 200 && token !== undefined) answered.set(shop!, token);
    return response;
  },
});
const none = (): Tally => ({ calls: 0, failed: {}, wrongShop: 0, slowest: 0 });
const watched = new Map<string, WatchTally>();
const say = (told: Told) => void process.send!(told);

async function call(shop: string, tally: Tally): Promise<string | undefined> {
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
  return problem;
}

async function watch(shop: string, first: string | undefined): Promise<void> {
  const tally: WatchTally = { ...none(), failedAtFirst: {} };
  watched.set(shop, tally);
  let called = false;
  let renewed = false;
  const caller = async () => {
    for (;;) {
      const problem = await call(shop, tally);
      if (problem !== undefined) {
        if (!called) tally.failedAtFirst[problem] = (tally.failedAtFirst[problem] ?? 0) + 1;
      } else {
        if (!called) say({ type: "called", shop });
        called = true;
        if (!renewed && answered.get(shop) !== first) {
          renewed = true;
          say({ type: "renewed", shop, at: Date.now() });
        }
      }
      await sleep(EVERY);
    }
  };
  // Two share each flight.
  await Promise.all([caller(), caller()]);
}

process.on("message", async (order: Order) => {
  if (order.type === "watch") {
    if (order.tokenOrigin !== undefined) tokenOrigins.set(order.shop, order.tokenOrigin);
    void watch(order.shop, order.first);
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
    // Renewals in the background go on after the calls. The clock must not be set under them: what they then find
    // would seem as young as they are.
    await app.drain(20_000);
    process.send!({ type: "round", tally });
  }
});
process.on("disconnect", () => process.exit());
process.send!({ type: "ready" });
