import { isShopAuthError, ShopAuthError } from "./errors.ts";
import type { Purpose, Sealer } from "./seal.ts";
import type { Store } from "./store.ts";

export interface Found<T> {
  readonly value: T;
  readonly version: string;
  /** Whether the first secret had sealed it. */
  readonly current: boolean;
}

/** Sealed records of one platform registration in one store: what is not absent and not readable is an error. */
export interface Vault<T> {
  read(id: string): Promise<Found<T> | undefined>;
  /** The version alone: cheap, nothing is unsealed. */
  readIfChanged(id: string, known: string): Promise<Found<T> | "unchanged" | undefined>;
  write(
    id: string,
    value: T | undefined,
    options: { ifVersion: string | null; expiresAt?: number | undefined },
  ): Promise<boolean>;
  ids(): AsyncIterable<string>;
}

export function createVault<T>(
  store: Store,
  sealer: Sealer,
  kind: Exclude<Purpose, "cookie">,
  scope: { platform: string; registration: string },
): Vault<T> {
  const prefix = `${kind}/${scope.platform}/${encodeURIComponent(scope.registration)}/`;
  const context = (id: string) => [scope.platform, scope.registration, id];
  const failed = () => new ShopAuthError("store_failed", "The store failed", { platform: scope.platform });

  const open = async (id: string, entry: { value: string; version: string }): Promise<Found<T>> => {
    const { text, current } = await sealer.unseal(kind, context(id), entry.value);
    return { value: JSON.parse(text) as T, version: entry.version, current };
  };
  const get = async (id: string) => {
    try {
      return await store.get(prefix + encodeURIComponent(id));
    } catch {
      throw failed();
    }
  };

  return {
    async read(id) {
      const entry = await get(id);
      return entry && open(id, entry);
    },
    async readIfChanged(id, known) {
      const entry = await get(id);
      if (entry?.version === known) return "unchanged";
      return entry && open(id, entry);
    },
    async write(id, value, { ifVersion, expiresAt }) {
      const key = prefix + encodeURIComponent(id);
      const sealed = value === undefined ? undefined : await sealer.seal(kind, context(id), JSON.stringify(value));
      try {
        return await store.set(key, sealed, { ifVersion, ...(expiresAt !== undefined && { expiresAt }) });
      } catch (error) {
        if (isShopAuthError(error)) throw error;
        // The write may have been applied although its answer was lost: reading it back settles that.
        const entry = await get(id);
        if (entry?.value === sealed) return true;
        throw failed();
      }
    },
    async *ids() {
      try {
        for await (const key of store.list(prefix)) yield decodeURIComponent(key.slice(prefix.length));
      } catch (error) {
        if (isShopAuthError(error)) throw error;
        throw failed();
      }
    },
  };
}
