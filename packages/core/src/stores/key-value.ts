import { randomText } from "../base64url.ts";
import type { Entry, Store } from "../store.ts";
import { checkOptions, has, invalid } from "./check.ts";

/** Any store of texts by key: unstorage, Keyv, a cloud's key-value service. */
export interface KeyValue {
  /** The text of a key; nothing where there is none. */
  get(key: string): Promise<string | null | undefined>;
  /** Keeps a text, or replaces it. */
  set(key: string, value: string): Promise<unknown>;
  /** Removes a key; one that is not there is no error. */
  delete(key: string): Promise<unknown>;
  /** The keys that begin with `prefix`, in any order. */
  list(prefix: string): AsyncIterable<string> | Promise<Iterable<string>>;
}

const TIDIED = 100;

/** Runs `work` while nobody else, in any process, runs work for the same key. */
export type Lock = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Held extends Entry {
  readonly expiresAt?: number;
}

/**
 * Makes a store of a key-value service that has no conditional write.
 *
 * It is as good as its parts. The lock must hold across every process that uses the service, and a holder that loses it
 * must not write any more. A read must see the last acknowledged write: an eventually consistent service (Workers KV
 * across regions, a replica) renews more than once and may bring a disconnected shop back. The lock is held for one read
 * and one write, never during a network call to a platform.
 *
 * Expired records are removed as a list comes across them (`recover()` and `connections()` list), at most 100 at a time;
 * what is never listed stays, unless the service drops it by a time to live of its own.
 * @param options.durability default `volatile`
 */
export function fromKeyValue(
  kv: KeyValue,
  lock: Lock,
  options: { durability?: Store["durability"]; now?: () => number } = {},
): Store {
  if (!has(kv, "get", "set", "delete", "list"))
    throw invalid("fromKeyValue takes an object with the methods get, set, delete and list");
  if (typeof lock !== "function") throw invalid("fromKeyValue takes a lock: (key, work) => Promise");
  checkOptions("fromKeyValue", options, { durability: "string", now: "function" });
  const { durability = "volatile", now = Date.now } = options;
  if (durability !== "durable" && durability !== "volatile")
    throw invalid('durability of fromKeyValue is "durable" or "volatile"');
  const ended = (held: Held) => held.expiresAt !== undefined && held.expiresAt <= now();
  const stored = async (key: string): Promise<Held | undefined> => {
    const text = await kv.get(key);
    if (text === null || text === undefined) return undefined;
    const held = parse(text);
    if (!held) throw new Error("Not a record of this store"); // Unreadable is not absent.
    return held;
  };
  const read = async (key: string): Promise<Held | undefined> => {
    const held = await stored(key);
    return held && !ended(held) ? held : undefined;
  };
  const removeEnded = (key: string) =>
    lock(key, async () => {
      const held = await stored(key);
      if (held && ended(held)) await kv.delete(key);
    }).catch(() => {}); // It stays for the next list.
  return {
    durability,
    async get(key) {
      const held = await read(key);
      return held && { value: held.value, version: held.version };
    },
    set: (key, value, { ifVersion, expiresAt }) =>
      lock(key, async () => {
        if (((await read(key))?.version ?? null) !== ifVersion) return false;
        if (value === undefined) await kv.delete(key);
        else {
          const held: Held = { value, version: randomText(12), ...(expiresAt !== undefined && { expiresAt }) };
          await kv.set(key, JSON.stringify(held));
        }
        return true;
      }),
    async *list(prefix) {
      let removed = 0;
      for await (const key of await kv.list(prefix)) {
        const text = await kv.get(key);
        if (text === null || text === undefined) continue;
        // What cannot be read is listed: who reads it is told, and others are listed all the same.
        const held = parse(text);
        if (!held || !ended(held)) yield key;
        else if (removed++ < TIDIED) await removeEnded(key);
      }
    },
  };
}

function parse(text: string): Held | undefined {
  try {
    const held = JSON.parse(text) as Held | null;
    return typeof held?.value === "string" && typeof held.version === "string" ? held : undefined;
  } catch {
    return undefined;
  }
}
