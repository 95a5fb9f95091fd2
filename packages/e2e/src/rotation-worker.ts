import process from "node:process";
import { appOf, codeOf, type Shape } from "./platforms.ts";
import { sleep } from "./processes.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/** One process of an app whose secrets are being rotated: it calls, renews, connects and disconnects; or it sweeps. */

export interface RotationInput {
  readonly act: "serve" | "sweep";
  readonly spec: StoreSpec;
  readonly origin: string;
  readonly registration: string;
  readonly secrets: readonly [string, ...string[]];
  /** Shops of tokens that are renewed, shared by all processes. */
  readonly shared: readonly string[];
  /** Begins the names of the shops that this process connects. */
  readonly prefix: string;
  /** What another process has begun: this one answers the callbacks. */
  readonly begun: readonly Begun[];
}

/** A merchant who is at the platform. */
export interface Begun {
  readonly shop: string;
  readonly shape: Shape;
  readonly query: string;
  readonly flow: string;
}

export interface Ended {
  readonly type: "ended";
  readonly counts: Record<string, number>;
  /** Everything that was no success, by what it was. */
  readonly failed: Record<string, number>;
  readonly wrongShop: number;
  /** Shops that this process connected, and whether they still are. */
  readonly connected: Record<string, { readonly shape: Shape; readonly held: boolean }>;
  readonly begun: readonly Begun[];
}

export interface Swept {
  readonly type: "swept";
  readonly resealed: number;
  readonly unreadable: number;
  readonly ms: number;
}

export const OWNER = "ann";
/** Flows that one process begins at most. */
const FLOWS = 8;
/** Platforms of the two kinds that matter to a journal: a code that is spent once, a token that is renewed. */
export const CONNECTING: readonly Shape[] = ["once", "never"];
export const SWEPT: readonly Shape[] = ["redirected", "renewing", ...CONNECTING];

async function serve(input: RotationInput): Promise<void> {
  const { spec, origin, registration, secrets, shared, prefix } = input;
  const { store, close } = await openStore(spec);
  const apps = Object.fromEntries(
    SWEPT.map((shape) => [shape, appOf(shape, origin, { registration, store, secrets })]),
  ) as Record<Shape, ReturnType<typeof appOf>>;
  const counts: Record<string, number> = {};
  const failed: Record<string, number> = {};
  const connected: Record<string, { shape: Shape; held: boolean }> = {};
  const begun: Begun[] = [...input.begun];
  /** Connected, and nobody is at work on it. */
  const settled: string[] = [];
  let wrongShop = 0;
  let serial = 0;
  let ending = false;

  const attempt = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    counts[what] = (counts[what] ?? 0) + 1;
    try {
      await work();
      return true;
    } catch (error) {
      const name = `${what}: ${codeOf(error)}`;
      failed[name] = (failed[name] ?? 0) + 1;
      return false;
    }
  };
  const call = (shape: Shape, shop: string) =>
    attempt("call", async () => {
      const response = await apps[shape].client(shop).get("/ping");
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      if (((await response.json()) as { shop?: string }).shop !== shop) wrongShop++;
    });
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)];
  const begin = async () => {
    if (serial >= FLOWS) return;
    const shop = `${prefix}-${++serial}`;
    const shape = any(CONNECTING)!;
    await attempt("begin", async () => {
      const { url, flow } = await apps[shape].authorizationUrl({ shop, owner: OWNER });
      const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
      const state = url.searchParams.get("state");
      if (state) query.set("state", state);
      query.set("code", `code-${shop}`);
      begun.push({ shop, shape, query: query.toString(), flow });
    });
  };
  const finish = async () => {
    const one = begun.shift();
    if (!one) return;
    const { shop, shape, query, flow } = one;
    const exchange = () => apps[shape].exchange({ query, flow, owner: OWNER });
    if (!(await attempt("connect", exchange))) return;
    connected[shop] = { shape, held: true };
    await attempt("reload", exchange);
    await call(shape, shop);
    settled.push(shop);
  };
  const disconnect = async () => {
    const shop = settled.shift();
    if (shop === undefined) return;
    const { shape } = connected[shop]!;
    connected[shop] = { shape, held: false };
    await attempt("disconnect", () => apps[shape].disconnect(shop));
  };
  const lane = async () => {
    while (!ending) {
      const dice = Math.random();
      if (dice < 0.65) await call("renewing", any(shared)!);
      else if (dice < 0.8) await begin();
      else if (dice < 0.95) await finish();
      else await disconnect();
      await sleep(50 + Math.random() * 150);
    }
  };
  const lanes = [lane(), lane()];
  process.once("message", async () => {
    ending = true;
    await Promise.all(lanes);
    // What another process has begun is not put off again: its cookie is as old as that one's secrets.
    while (input.begun.some((one) => one === begun[0])) await finish();
    await Promise.all(Object.values(apps).map((app) => app.drain(5_000)));
    await close();
    const ended: Ended = { type: "ended", counts, failed, wrongShop, connected, begun };
    process.send!(ended, () => process.exit());
  });
}

async function sweep({ spec, origin, registration, secrets }: RotationInput): Promise<void> {
  const { store } = await openStore(spec);
  process.once("message", async () => {
    const started = performance.now();
    const count = { resealed: 0, unreadable: 0 };
    for (const shape of SWEPT) {
      const one = await appOf(shape, origin, { registration, store, secrets }).reseal();
      count.resealed += one.resealed;
      count.unreadable += one.unreadable;
    }
    const swept: Swept = { type: "swept", ...count, ms: performance.now() - started };
    process.send!(swept, () => process.exit());
  });
}

/** Only where this file is run, not where its types and names are used. */
if (process.argv[1]?.endsWith("rotation-worker.ts")) {
  const input = JSON.parse(process.argv[2]!) as RotationInput;
  await (input.act === "serve" ? serve(input) : sweep(input));
  process.on("disconnect", () => process.exit());
  process.send!({ type: "ready" });
}
