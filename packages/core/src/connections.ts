import { type Connection, type ConnectionRecord, type Held, toConnection } from "./connection.ts";
import type { Engine } from "./engine.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import type { Issued, JsonValue } from "./platform.ts";
import type { Found } from "./vault.ts";

const TOMBSTONE_LIFE = 30 * 86_400_000;

/** Milliseconds since the epoch until which a record is kept; `undefined`: for good. */
export const connectionEnd = ({ held }: ConnectionRecord<unknown>, now: number): number | undefined =>
  held ? undefined : now + TOMBSTONE_LIFE;

/** A record that holds a credential. */
export interface Present<Credential> {
  readonly held: Held<Credential>;
  readonly generation: number;
  readonly version: string;
}

export function present<Credential>(
  found: Found<ConnectionRecord<Credential>> | undefined,
): Present<Credential> | undefined {
  if (!found) return undefined;
  const { held, generation } = found.value;
  return held && { held, generation, version: found.version };
}

/** How often an account was connected and disconnected; a connection in its place is counted once. */
const changesOf = (record: ConnectionRecord<unknown> | undefined): number =>
  record ? record.generation * 2 + (record.held ? 0 : 1) : 1;

/** What was there when an exchange was begun: an answer that is late must not replace what came since. */
export interface Since {
  /** Of {@link Connections.changes}; absent where the account was not known then. */
  readonly changes?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly at?: number | undefined;
}

function isOutdated(stored: ConnectionRecord<unknown>, { changes, at }: Since, flow: string | undefined): boolean {
  if (changes !== undefined) return changesOf(stored) > changes;
  if (flow !== undefined && stored.flow === flow) return true;
  const connectedAt = (stored.held ?? stored).connectedAt;
  return at !== undefined && connectedAt !== undefined && connectedAt > at;
}

export interface SaveInput {
  readonly owner?: string | undefined;
  readonly meta?: JsonValue | undefined;
  /** `unclaimed` where nobody has said yet whose it is. */
  readonly status: "active" | "unclaimed";
  /** The flow that brought it. */
  readonly flow?: string | undefined;
}

/** The stored connections of one platform registration. */
export interface Connections<Credential> {
  read(account: string): Promise<Present<Credential> | undefined>;
  /** How often the account was connected and disconnected, by a number that only grows. */
  changes(account: string): Promise<number>;
  /**
   * Stores what was issued as a further generation; what the same flow has stored already stays as it is.
   * @param since for an answer that is late
   * @returns `undefined` where the account was connected or disconnected since
   * @throws ShopAuthError `owner_mismatch` where the account belongs to another owner
   */
  save(issued: Issued<Credential>, input: SaveInput): Promise<Connection>;
  save(issued: Issued<Credential>, input: SaveInput, since: Since | undefined): Promise<Connection | undefined>;
  /**
   * Changes what is held, on its latest state, until it is stored.
   * @param change returns `undefined` to leave it as it is
   * @throws ShopAuthError `not_connected`
   */
  update(
    account: string,
    change: (held: Held<Credential>, generation: number) => Held<Credential> | undefined,
  ): Promise<Present<Credential>>;
  remove(account: string): Promise<Held<Credential> | undefined>;
  /**
   * Goes on past what cannot be read, and tells of it at the end.
   * @throws ShopAuthError `unreadable`
   */
  list(): AsyncIterable<Connection>;
}

export function createConnections<Credential>(engine: Engine<Credential>): Connections<Credential> {
  const { platform, vault, now } = engine;
  const write = (account: string, record: ConnectionRecord<Credential>, ifVersion: string | null, expiresAt?: number) =>
    vault.write(account, record, { ifVersion, expiresAt });

  return {
    async read(account) {
      return present(await vault.read(account));
    },
    async changes(account) {
      return changesOf((await vault.read(account))?.value);
    },
    async save(issued: Issued<Credential>, { owner, meta, status, flow }: SaveInput, since?: Since) {
      for (;;) {
        const found = await vault.read(issued.account);
        const before = found?.value.held;
        if (flow !== undefined && before?.flow === flow) return toConnection(platform.id, issued.account, before);
        // Only where `since` is given.
        if (since && found && isOutdated(found.value, since, flow)) return undefined as never;
        assertOwner(before, owner, platform.id, issued.account);
        const held = toHeld(issued, now(), {
          owner: owner ?? before?.owner,
          meta: meta ?? before?.meta,
          // Installing again takes nothing from whoever has claimed it.
          status: before?.owner === undefined ? status : "active",
          flow,
        });
        const record = { generation: (found?.value.generation ?? 0) + 1, held };
        if (await write(issued.account, record, found?.version ?? null))
          return toConnection(platform.id, issued.account, held);
      }
    },
    async update(account, change) {
      for (;;) {
        const found = await vault.read(account);
        const here = present(found);
        if (!found || !here)
          throw new ShopAuthError("not_connected", "There is no such connection", { platform: platform.id, account });
        const held = change(here.held, here.generation);
        if (held === undefined) return here;
        if (await write(account, { generation: here.generation, held }, found.version)) return { ...here, held };
      }
    },
    async remove(account) {
      for (;;) {
        const found = await vault.read(account);
        if (!found?.value.held) return undefined;
        const { generation, held } = found.value;
        const { flow, connectedAt } = held;
        const tombstone = { generation, connectedAt, ...(flow !== undefined && { flow }) };
        const end = connectionEnd(tombstone, now());
        if (await write(account, tombstone, found.version, end)) return held;
      }
    },
    async *list() {
      let unreadable = 0;
      for await (const account of vault.ids()) {
        let found: Present<Credential> | undefined;
        try {
          found = present(await vault.read(account));
        } catch (error) {
          if (!isShopAuthError(error) || error.code !== "unreadable") throw error;
          unreadable++;
        }
        if (found) yield toConnection(platform.id, account, found.held);
      }
      if (unreadable > 0)
        throw new ShopAuthError("unreadable", `All others are listed; ${unreadable} cannot be opened`, {
          platform: platform.id,
        });
    },
  };
}

/** @throws ShopAuthError `owner_mismatch` where a connection belongs to somebody else */
export function assertOwner(
  held: Held<unknown> | undefined,
  owner: string | undefined,
  platform: string,
  account: string,
): void {
  if (held?.owner !== undefined && owner !== undefined && held.owner !== owner) {
    throw new ShopAuthError("owner_mismatch", "The account is connected for another owner", {
      platform,
      account,
      hint: "The other owner has to disconnect it first.",
    });
  }
}

function toHeld<Credential>(
  issued: Issued<Credential>,
  now: number,
  { owner, meta, status, flow }: SaveInput,
): Held<Credential> {
  return {
    status,
    credential: issued.credential,
    serial: 1,
    connectedAt: now,
    ...lifetimeOf(issued, now),
    ...(owner !== undefined && { owner }),
    ...(issued.scopes && { scopes: issued.scopes }),
    ...(issued.details && { details: issued.details }),
    ...(meta !== undefined && { meta }),
    ...(flow !== undefined && { flow }),
  };
}

export function lifetimeOf(issued: Issued<unknown>, now: number): { issuedAt: number; expiresAt?: number } {
  return { issuedAt: now, ...(issued.expiresIn !== undefined && { expiresAt: now + issued.expiresIn * 1000 }) };
}
