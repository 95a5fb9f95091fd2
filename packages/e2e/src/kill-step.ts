import process from "node:process";
import type { RecoveryReport, Store } from "@shopauth/core";
import { type App, appOf, codeOf, SECRETS, type Shape } from "./platforms.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/** One process that is killed in the middle of its work, or one that looks at what a killed one has left. */

export interface Job {
  readonly act: "work" | "verify";
  readonly path: Path;
  readonly spec: StoreSpec;
  readonly origin: string;
  readonly registration: string;
  /** The account; for the sweep and the upkeep the beginning of the accounts. */
  readonly shop: string;
  /** Of the callback. */
  readonly query?: string;
  readonly flow?: string;
}

/**
 * `sweep`: sealing everything with the first secret. `upkeep`: the store gets rid of what was deleted long ago, is
 * written to and closed. The others are shapes of platforms.
 */
export type Path = "once" | "never" | "redirected" | "renewing" | "sweep" | "upkeep";

export const SWEPT = 4;
/** Accounts of the upkeep that stay, and those that were deleted, of which the last is connected again. */
const KEPT = 2;
const DELETED = 3;
export const OWNER = "ann";
/** So many times as fast runs the monotonic clock of the process that looks at what was left. */
const RATE = 20;

export interface Verdict {
  readonly type: "verdict";
  /** What the journal held when the process was killed, as read without the library. */
  readonly journal: "absent" | "exchanging" | "answered" | "done" | "failed" | "unknown" | "torn";
  readonly recovered: Pick<RecoveryReport, "unknown" | "failed" | "unreadable"> & { readonly finished: number };
  /** `ok`, or the error's code. */
  readonly callback: string;
  /** Accounts whose API answers, of those that should. */
  readonly usable: number;
  readonly wanted: number;
  readonly unreadable: number;
  /** Accounts that were deleted and are connected although nobody did that. */
  readonly revived: number;
}

export const shapeOf = (path: Path): Shape => (path === "sweep" || path === "upkeep" ? "redirected" : path);

const numbered = (shop: string, length: number) => Array.from({ length }, (_, index) => `${shop}-${index}`);
export const sweptShops = (shop: string): string[] => numbered(shop, SWEPT);
export const keptShops = (shop: string): string[] => numbered(shop, KEPT);
export const deletedShops = (shop: string): string[] => numbered(shop, KEPT + DELETED).slice(KEPT);

/** What the platform gives an account for good, once it was told to. */
export const permanent = (account: string) => ({
  account,
  owner: OWNER,
  credential: { accessToken: `${account}-token-0123456789` },
});

async function work(app: App, job: Job, close: () => Promise<void>): Promise<void> {
  if (job.path === "sweep") await app.reseal();
  else if (job.path === "upkeep") {
    await app.recover();
    await app.adopt(permanent(deletedShops(job.shop).at(-1)!));
    await close();
  } else if (job.path === "renewing") await app.client(job.shop).get("/ping");
  else await app.exchange({ query: job.query!, flow: job.flow!, owner: OWNER });
}

/** Reads a flow's record by the documented format: AES-256-GCM under HKDF-SHA-256, tied to its place. */
async function readJournal(store: Store, shape: Shape, registration: string): Promise<Verdict["journal"]> {
  const prefix = `flow/${shape}/${registration}/`;
  for await (const key of store.list(prefix)) {
    try {
      const sealed = (await store.get(key))!.value;
      const bytes = Uint8Array.from(Buffer.from(sealed.split(".")[2]!, "base64url"));
      const encode = (text: string) => new TextEncoder().encode(text);
      const secret = await crypto.subtle.importKey("raw", encode(SECRETS[0]), "HKDF", false, ["deriveKey"]);
      const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: encode("shopauth/1/flow") };
      const aes = { name: "AES-GCM", length: 256 };
      const opening = await crypto.subtle.deriveKey(derivation, secret, aes, false, ["decrypt"]);
      const additionalData = encode(JSON.stringify(["1", "flow", shape, registration, key.slice(prefix.length)]));
      const text = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: bytes.subarray(0, 12), additionalData },
        opening,
        bytes.subarray(12),
      );
      return (JSON.parse(new TextDecoder().decode(text)) as { state: Verdict["journal"] }).state;
    } catch {
      return "torn";
    }
  }
  return "absent";
}

async function usable(app: App, shops: readonly string[]): Promise<{ good: number; unreadable: number }> {
  let good = 0;
  let unreadable = 0;
  for (const shop of shops) {
    try {
      if ((await app.client(shop).get("/ping")).status === 200) good++;
    } catch (error) {
      if (codeOf(error) === "unreadable") unreadable++;
    }
  }
  return { good, unreadable };
}

async function verify(app: App, store: Store, job: Job): Promise<Verdict> {
  const shape = shapeOf(job.path);
  const journal = await readJournal(store, shape, job.registration);
  const { finished, ...recovered } = await app.recover();
  let callback = "none";
  if (job.query !== undefined) {
    const outcome = app.exchange({ query: job.query, flow: job.flow!, owner: OWNER });
    callback = await outcome.then(() => "ok", codeOf);
  }
  let reader = app;
  let unreadable = recovered.unreadable;
  if (job.path === "sweep") {
    unreadable += (await app.reseal()).unreadable;
    // The retired secret is gone now: nothing may need it.
    reader = appOf(shape, job.origin, { registration: job.registration, store, secrets: [SECRETS[1]] });
  }
  let revived = 0;
  if (job.path === "upkeep") {
    const deleted = deletedShops(job.shop);
    for (const account of deleted.slice(0, -1)) {
      const call = app.client(account).get("/ping");
      if ((await call.then(() => "ok", codeOf)) !== "not_connected") revived++;
    }
    // What was deleted can be connected again, however far the store had come.
    for (const account of deleted) await app.adopt(permanent(account));
  }
  const shops =
    job.path === "sweep"
      ? sweptShops(job.shop)
      : job.path === "upkeep"
        ? [...keptShops(job.shop), ...deletedShops(job.shop)]
        : [job.shop];
  const found = await usable(reader, shops);
  return {
    type: "verdict",
    journal,
    recovered: { ...recovered, finished: finished.length },
    callback,
    usable: found.good,
    wanted: shops.length,
    unreadable: unreadable + found.unreadable,
    revived,
  };
}

/** Only where this file is run, not where its types and names are used. */
if (process.argv[1]?.endsWith("kill-step.ts")) {
  const job = JSON.parse(process.argv[2]!) as Job;
  const { store, close } = await openStore(job.spec);
  const app = appOf(shapeOf(job.path), job.origin, {
    registration: job.registration,
    store,
    secrets: job.path === "sweep" ? [SECRETS[1], SECRETS[0]] : [SECRETS[0]],
  });
  if (job.act === "verify") {
    // The lease of the killed process has to be seen through: time runs faster for whoever looks. Upkeep leaves none.
    const realTime = performance.now.bind(performance);
    const start = realTime();
    if (job.path !== "upkeep") performance.now = () => start + (realTime() - start) * RATE;
    process.send!(await verify(app, store, job), () => process.exit());
  } else {
    // So that the thread that works on files is there to be watched.
    await crypto.subtle.digest("SHA-256", new Uint8Array(1));
    process.once("message", async () => {
      const started = performance.now();
      const problem = await work(app, job, close).then(() => undefined, codeOf);
      const ms = performance.now() - started;
      process.send!({ type: "done", problem, ms }, () => process.kill(process.pid, "SIGKILL"));
    });
    process.send!({ type: "ready" });
  }
}
