import { randomText } from "../base64url.ts";
import type { Entry, Store } from "../store.ts";

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
 * @param options.durability default `volatile`
 */
export function fromKeyValue(
  kv: KeyValue,
  lock: Lock,
  options: { durability?: Store["durability"]; now?: () => number } = {},
): Store {
  const { durability = "volatile", now = Date.now } = options;
  const read = async (key: string): Promise<Held | undefined> => {
    const text = await kv.get(key);
    if (text === null || text === undefined) return undefined;
    const held = JSON.parse(text) as Held; // What is no record throws: unreadable is not absent.
    if (typeof held?.value !== "string" || typeof held.version !== "string")
      throw new Error("Not a record of this store");
    return held.expiresAt !== undefined && held.expiresAt <= now() ? undefined : held;
  };
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
      for await (const key of await kv.list(prefix)) if (await read(key)) yield key;
    },
  };
}
