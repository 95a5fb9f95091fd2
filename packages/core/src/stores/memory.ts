import type { Entry, Store } from "../store.ts";
import { checkOptions } from "./check.ts";

interface Held extends Entry {
  expiresAt: number;
}

/** How many entries a write looks at for expired ones: more than it can add. */
const TIDIED = 4;

/** Keeps records in this process only: for tests, scripts and platforms whose credentials can be had again. */
export function memoryStore(options: { now?: () => number } = {}): Store {
  checkOptions("memoryStore", options, { now: "function" });
  const now = options.now ?? Date.now;
  const entries = new Map<string, Held>();
  let writes = 0;
  let round = entries.keys();
  const live = (key: string): Held | undefined => {
    const held = entries.get(key);
    if (held && held.expiresAt <= now()) {
      entries.delete(key);
      return undefined;
    }
    return held;
  };
  const tidy = () => {
    for (let looked = 0; looked < TIDIED; looked++) {
      const { value, done } = round.next();
      if (done) {
        round = entries.keys();
        return;
      }
      live(value);
    }
  };
  return {
    durability: "volatile",
    async get(key) {
      const held = live(key);
      return held && { value: held.value, version: held.version };
    },
    async set(key, value, { ifVersion, expiresAt }) {
      tidy();
      if ((live(key)?.version ?? null) !== ifVersion) return false;
      if (value === undefined) entries.delete(key);
      else entries.set(key, { value, version: String(++writes), expiresAt: expiresAt ?? Number.POSITIVE_INFINITY });
      return true;
    },
    async *list(prefix) {
      for (const key of [...entries.keys()]) if (live(key) && key.startsWith(prefix)) yield key;
    },
  };
}
