import { DurableObject } from "cloudflare:workers";
import type { Entry, SetOptions, Store } from "@shopauth/storehippo";

interface Kept extends Entry {
  readonly expiresAt?: number;
}

/** The records, in one Durable Object: nothing comes between its look and its write, as its input gate is closed. */
export class Records extends DurableObject {
  async get(key: string): Promise<Entry | undefined> {
    const kept = await this.ctx.storage.get<Kept>(key);
    if (kept === undefined || (kept.expiresAt ?? Infinity) <= Date.now()) return undefined;
    return { value: kept.value, version: kept.version };
  }

  async set(key: string, value: string | undefined, { ifVersion, expiresAt }: SetOptions): Promise<boolean> {
    if (((await this.get(key))?.version ?? null) !== ifVersion) return false;
    if (value === undefined) await this.ctx.storage.delete(key);
    else {
      const version = crypto.randomUUID();
      await this.ctx.storage.put<Kept>(key, { value, version, ...(expiresAt !== undefined && { expiresAt }) });
    }
    return true;
  }

  async keys(prefix: string): Promise<string[]> {
    const kept = await this.ctx.storage.list<Kept>({ prefix });
    return [...kept].flatMap(([key, { expiresAt = Infinity }]) => (expiresAt > Date.now() ? [key] : []));
  }
}

/** A ShopAuth store over the object. */
export function recordsStore(records: Pick<Records, "get" | "set" | "keys">): Store {
  return {
    durability: "durable",
    get: async (key) => records.get(key),
    set: async (key, value, options) => records.set(key, value, options),
    async *list(prefix) {
      yield* await records.keys(prefix);
    },
  };
}
