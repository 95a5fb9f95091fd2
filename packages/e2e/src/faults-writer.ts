import process from "node:process";
import type { Store } from "@shopauth/core";
import { type App, appOf, codeOf } from "./platforms.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/**
 * A process that saves, by compare-and-set on the store and by `adopt` through the engine, and tells of each save what
 * it was told; or one that opens the store afterwards and compares what is there with what was told.
 */

export interface WriterInput {
  readonly spec: StoreSpec;
  /** Begins the ids of what this process saves. */
  readonly name: string;
}

/** What became of one save, as its caller knows it. */
export interface Save {
  readonly type: "save";
  readonly through: "store" | "engine";
  readonly key: string;
  readonly id: string;
  /** `read`: it failed before there was anything to save. */
  readonly outcome: "acknowledged" | "refused" | "failed" | "read failed";
  readonly code?: string;
}

/** What was told of one record; ids in the order of their saves. */
export interface Told {
  readonly acknowledged: string[];
  readonly failed: string[];
  readonly refused: string[];
}

export type Order =
  | {
      readonly type: "batch";
      /** Saves to each of the keys, which only this process writes, and of the accounts. */
      readonly rounds: number;
      readonly keys: readonly string[];
      readonly accounts: readonly string[];
      /** Opens the store anew, and closes it in the end. */
      readonly reopen?: boolean;
      /** Takes every connection of the pool first. */
      readonly exhaust?: boolean;
      /** All saves of a round at once. */
      readonly together?: boolean;
    }
  | {
      readonly type: "judge";
      readonly keys: Readonly<Record<string, Told>>;
      readonly accounts: Readonly<Record<string, Told>>;
      /** Whether a writer was killed, so that there may be saves of which nobody was told. */
      readonly killed: boolean;
    };

export interface Batch {
  readonly type: "batch";
  /** Calls of the store that failed under a save through the engine. */
  readonly storeErrors: number;
}

export interface Verdict {
  readonly type: "verdict";
  readonly read: number;
  /** Everything that is against a promise, in words. */
  readonly lost: string[];
  readonly absent: string[];
  readonly unreadable: string[];
  readonly twice: string[];
  readonly refusedAndThere: string[];
  readonly fromNowhere: string[];
}

const PREFIX = "faults/";
const OWNER = "ann";
const tokenOf = (id: string) => `token-${id}-0123456789`;

interface Opened {
  readonly store: Store;
  readonly pool?: { connect(): Promise<{ release(): void }>; readonly options: { max?: number } };
  close(): Promise<void>;
}

async function open(spec: StoreSpec): Promise<Opened> {
  if (spec.kind !== "postgres") return openStore(spec);
  const [{ default: pg }, { postgresStore }] = await Promise.all([import("pg"), import("@shopauth/core/postgres")]);
  const pool = new pg.Pool({
    host: "127.0.0.1",
    port: spec.port,
    user: "postgres",
    database: "postgres",
    max: spec.connections ?? 2,
    connectionTimeoutMillis: 400,
    query_timeout: 3_000,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return { store: postgresStore(pool), pool, close: () => pool.end() };
}

let storeErrors = 0;
let sent: string | null = null;

function appOn(store: Store): App {
  const counting: Store = {
    durability: "durable",
    get: (key) => store.get(key),
    list: (prefix) => store.list(prefix),
    set: (key, value, options) =>
      store.set(key, value, options).catch((error: unknown) => {
        storeErrors++;
        throw error;
      }),
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent = new Request(input, init).headers.get("authorization");
    return Response.json({});
  };
  return appOf("redirected", "http://127.0.0.1:1", { registration: "faults", store: counting, fetch });
}

async function batch(opened: Opened, name: string, order: Order & { type: "batch" }): Promise<void> {
  const tell = (save: Omit<Save, "type">) => process.send!({ type: "save", ...save });
  let store: Store;
  let close = async () => {};
  try {
    if (order.reopen) ({ store, close } = await open(input.spec));
    else store = opened.store;
  } catch (error) {
    for (const key of order.keys)
      tell({ through: "store", key, id: "", outcome: "read failed", code: `open: ${codeOf(error)}` });
    return;
  }
  const app = appOn(store);
  const taken = order.exhaust
    ? await Promise.all(Array.from({ length: opened.pool!.options.max! }, () => opened.pool!.connect()))
    : [];
  const increment = async (key: string) => {
    const id = `${name}.${++serial}`;
    const base = { through: "store", key, id } as const;
    let entry: Awaited<ReturnType<Store["get"]>>;
    try {
      entry = await store.get(PREFIX + key);
    } catch (error) {
      return tell({ ...base, outcome: "read failed", code: codeOf(error) });
    }
    const value = entry === undefined ? id : `${entry.value},${id}`;
    try {
      const done = await store.set(PREFIX + key, value, { ifVersion: entry?.version ?? null });
      tell({ ...base, outcome: done ? "acknowledged" : "refused" });
    } catch (error) {
      tell({ ...base, outcome: "failed", code: codeOf(error) });
    }
  };
  const adopt = async (account: string) => {
    const id = `${name}.${++serial}`;
    const base = { through: "engine", key: account, id } as const;
    try {
      await app.adopt({ account, owner: OWNER, credential: { accessToken: tokenOf(id) }, scopes: [id] });
      tell({ ...base, outcome: "acknowledged" });
    } catch (error) {
      tell({ ...base, outcome: "failed", code: codeOf(error) });
    }
  };
  for (let round = 0; round < order.rounds; round++) {
    const saves = [...order.keys.map((key) => () => increment(key)), ...order.accounts.map((it) => () => adopt(it))];
    if (order.together) await Promise.all(saves.map((save) => save()));
    else for (const save of saves) await save();
  }
  for (const client of taken) client.release();
  await close().catch(() => {});
}

async function judge(store: Store, order: Order & { type: "judge" }): Promise<Verdict> {
  const verdict: Verdict = {
    type: "verdict",
    read: 0,
    lost: [],
    absent: [],
    unreadable: [],
    twice: [],
    refusedAndThere: [],
    fromNowhere: [],
  };
  let read = 0;
  for (const [key, told] of Object.entries(order.keys)) {
    let value: string | undefined;
    try {
      value = (await store.get(PREFIX + key))?.value;
      read++;
    } catch (error) {
      verdict.unreadable.push(`${key}: ${codeOf(error)}`);
      continue;
    }
    if (value === undefined && told.acknowledged.length > 0) verdict.absent.push(key);
    const ids = value === undefined ? [] : value.split(",");
    const there = new Set(ids);
    if (there.size !== ids.length) verdict.twice.push(`${key}: ${value}`);
    for (const id of told.acknowledged) if (!there.has(id)) verdict.lost.push(`${key}: ${id}`);
    for (const id of told.refused) if (there.has(id)) verdict.refusedAndThere.push(`${key}: ${id}`);
    const known = new Set([...told.acknowledged, ...told.failed, ...told.refused]);
    if (!order.killed) for (const id of ids) if (!known.has(id)) verdict.fromNowhere.push(`${key}: ${id}`);
  }
  const app = appOn(store);
  for (const [account, told] of Object.entries(order.accounts)) {
    try {
      const id = (await app.connection(account))?.scopes?.[0];
      read++;
      if (id === undefined) {
        if (told.acknowledged.length > 0) verdict.absent.push(account);
        continue;
      }
      sent = null;
      await app.client(account).get("/ping");
      // The last that was acknowledged, or one after it that nobody was sure of.
      const last = told.acknowledged.at(-1);
      const after = told.failed.filter((failed) => numberOf(failed) > numberOf(last ?? ""));
      const killedAfter = order.killed && numberOf(id) > numberOf(last ?? "");
      if (id !== last && !after.includes(id) && !killedAfter) verdict.lost.push(`${account}: ${last}, found ${id}`);
      if (sent !== `Bearer ${tokenOf(id)}`) verdict.lost.push(`${account}: the credential is not that of ${id}`);
    } catch (error) {
      verdict.unreadable.push(`${account}: ${codeOf(error)}`);
    }
  }
  return { ...verdict, read };
}

/** Saves of all processes of a harness are numbered on. */
const numberOf = (id: string) => Number(id.split(".").at(-1) ?? 0);

let serial = 0;
let input: WriterInput;
/** Only where this file is run, not where its types and names are used. */
if (process.argv[1]?.endsWith("faults-writer.ts")) {
  input = JSON.parse(process.argv[2]!) as WriterInput;
  // A later process of the same name goes on with greater numbers.
  serial = Date.now();
  const opened = await open(input.spec);
  // So that the thread that works on files is there to be watched.
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  process.on("message", async (order: Order) => {
    if (order.type === "judge") process.send!(await judge(opened.store, order));
    else {
      storeErrors = 0;
      await batch(opened, input.name, order);
      process.send!({ type: "batch", storeErrors } satisfies Batch);
    }
  });
  process.on("disconnect", () => process.exit());
  process.send!({ type: "ready" });
}
