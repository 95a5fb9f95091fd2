import { isShopAuthError, ShopAuthError } from "./errors.ts";
import type { Purpose, Sealer } from "./seal.ts";
import type { Store } from "./store.ts";

/** Milliseconds for one operation of a store: one that hangs must not hold up more than one that fails. */
const DEADLINE = 5_000;

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
  const failed = (error: unknown) =>
    isShopAuthError(error)
      ? error
      : new ShopAuthError("store_failed", `The store failed${nameOf(error)}`, { platform: scope.platform });

  const open = async (id: string, entry: { value: string; version: string }): Promise<Found<T>> => {
    const { text, current } = await sealer.unseal(kind, context(id), entry.value);
    return { value: bare(JSON.parse(text)) as T, version: entry.version, current };
  };
  const get = async (id: string) => {
    try {
      return await timed(() => store.get(prefix + encodeURIComponent(id)));
    } catch (error) {
      throw failed(error);
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
      let failure: ShopAuthError | undefined;
      try {
        const options = { ifVersion, ...(expiresAt !== undefined && { expiresAt }) };
        const written = await timed(() => store.set(key, sealed, options));
        if (written || sealed === undefined) return written;
      } catch (error) {
        failure = failed(error);
        if (failure.code !== "store_failed") throw failure;
      }
      // Applied although its answer was lost, or refused as a copy that the driver had sent again: no two sealed texts
      // are the same, so that reading back tells whether it is this one.
      if ((await get(id))?.value === sealed) return true;
      if (failure) throw failure;
      return false;
    },
    async *ids() {
      let listing: AsyncIterator<string> | undefined;
      try {
        listing = store.list(prefix)[Symbol.asyncIterator]();
        for (;;) {
          const step = await timed(() => listing!.next());
          if (step.done) {
            listing = undefined;
            return;
          }
          const id = decoded(step.value.slice(prefix.length));
          // Every key of ours is an encoded id: another one is somebody else's.
          if (id !== undefined) yield id;
        }
      } catch (error) {
        // What hangs cannot be waited for.
        void listing?.return?.().catch(() => {});
        listing = undefined;
        throw failed(error);
      } finally {
        if (listing) await timed(async () => listing?.return?.()).catch(() => {});
      }
    },
  };
}

class NoAnswer extends Error {}

/** What a late result would have said is read from the store by whoever needs it. */
function timed<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer()), DEADLINE);
    (async () => work())()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** The driver's words may quote a key or a URL with a password; the class and code of its error do not. */
function nameOf(error: unknown): string {
  if (error instanceof NoAnswer) return ` (no answer in ${DEADLINE / 1000} s)`;
  const thrown = (error ?? {}) as { code?: unknown; constructor?: { name?: unknown } };
  const names = [thrown.constructor?.name, thrown.code].filter(
    (name) => name !== undefined && name !== "Error" && name !== "Object" && /^[A-Za-z0-9_]{1,40}$/.test(String(name)),
  );
  return names.length > 0 ? ` (${names.join(" ")})` : "";
}

/** Without prototypes, two levels deep: what a record lacks, a polluted `Object.prototype` must not add. */
function bare(value: unknown, levels = 2): unknown {
  if (levels === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, each] of Object.entries(value)) copy[name] = bare(each, levels - 1);
  return copy;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
