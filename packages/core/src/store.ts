/** A stored value and the version that a later write names. */
export interface Entry {
  readonly value: string;
  /** Changes with every write and is never used again for the same key, also after a delete. */
  readonly version: string;
}

/** The condition of a write, and how long its value is kept. */
export interface SetOptions {
  /** Write only if the key's version is still this one; `null`: only if there is no value. */
  readonly ifVersion: string | null;
  /** Milliseconds since the epoch after which the value may be dropped. Housekeeping only: expiry that matters is inside the value. */
  readonly expiresAt?: number;
}

/**
 * Where sealed records live. Three operations; everything else (claims, leases, journals) is data in the records.
 * `storeContract` from `@shopauth/core/testing` proves an adapter.
 */
export interface Store {
  /** `durable`: an acknowledged write survives a crash of process and machine. */
  readonly durability: "durable" | "volatile";
  /** `undefined` only where there is no value; a value that cannot be read is an error. */
  get(key: string): Promise<Entry | undefined>;
  /** Writes, or deletes where `value` is `undefined`, and tells whether it did. */
  set(key: string, value: string | undefined, options: SetOptions): Promise<boolean>;
  /** The keys that begin with `prefix`, in any order. */
  list(prefix: string): AsyncIterable<string>;
}
