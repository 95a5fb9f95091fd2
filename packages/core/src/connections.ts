import { type Connection, type ConnectionRecord, type Held, toConnection } from "./connection.ts";
import type { Engine } from "./engine.ts";
import { ShopAuthError } from "./errors.ts";
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
  const { held, generation } = found?.value ?? {};
  return held && { held, generation: generation!, version: found!.version };
}

export interface SaveInput {
  readonly owner?: string | undefined;
  readonly meta?: JsonValue | undefined;
  /** `unclaimed` where nobody has said yet whose it is. */
  readonly status: "active" | "unclaimed";
}

/** The stored connections of one platform registration. */
export interface Connections<Credential> {
  read(account: string): Promise<Present<Credential> | undefined>;
  /**
   * Stores what was issued as a further generation.
   * @throws ShopAuthError `owner_mismatch` where the account belongs to another owner
   */
  save(issued: Issued<Credential>, input: SaveInput): Promise<Connection>;
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
    async save(issued, { owner, meta, status }) {
      for (;;) {
        const found = await vault.read(issued.account);
        const before = found?.value.held;
        assertOwner(before, owner, platform.id, issued.account);
        const held = toHeld(issued, now(), {
          owner: owner ?? before?.owner,
          meta: meta ?? before?.meta,
          // Installing again takes nothing from whoever has claimed it.
          status: before?.owner === undefined ? status : "active",
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
        const tombstone = { generation: found.value.generation };
        const end = connectionEnd(tombstone, now());
        if (await write(account, tombstone, found.version, end)) return found.value.held;
      }
    },
    async *list() {
      for await (const account of vault.ids()) {
        const found = present(await vault.read(account));
        if (found) yield toConnection(platform.id, account, found.held);
      }
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
  { owner, meta, status }: SaveInput,
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
  };
}

export function lifetimeOf(issued: Issued<unknown>, now: number): { issuedAt: number; expiresAt?: number } {
  return { issuedAt: now, ...(issued.expiresIn !== undefined && { expiresAt: now + issued.expiresIn * 1000 }) };
}
