import type { Entry, Store } from "../store.ts";

interface Held extends Entry {
  expiresAt: number;
}

/** Keeps records in this process only: for tests, scripts and platforms whose credentials can be had again. */
export function memoryStore(options: { now?: () => number } = {}): Store {
  const now = options.now ?? Date.now;
  const entries = new Map<string, Held>();
  let writes = 0;
  const live = (key: string): Held | undefined => {
    const held = entries.get(key);
    if (held && held.expiresAt <= now()) {
      entries.delete(key);
      return undefined;
    }
    return held;
  };
  return {
    durability: "volatile",
    async get(key) {
      const held = live(key);
      return held && { value: held.value, version: held.version };
    },
    async set(key, value, { ifVersion, expiresAt }) {
      if ((live(key)?.version ?? null) !== ifVersion) return false;
      if (value === undefined) entries.delete(key);
      else entries.set(key, { value, version: String(++writes), expiresAt: expiresAt ?? Number.POSITIVE_INFINITY });
      return true;
    },
    async *list(prefix) {
      for (const key of [...entries.keys()]) if (key.startsWith(prefix) && live(key)) yield key;
    },
  };
}
