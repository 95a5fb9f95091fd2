import { DatabaseSync } from "node:sqlite";
import type { Store } from "../store.ts";

/**
 * Keeps records in one SQLite file (`node:sqlite`, Node 22.13 or newer): WAL, `synchronous=FULL`, safe across processes
 * of one machine. The file is made with mode 0600 by the process's umask at the latest; keep its folder private.
 * @param path a file, or `:memory:` (which is then volatile)
 */
export function sqliteStore(
  path: string,
  options: { now?: () => number } = {},
): Store & {
  /** Closes the database; the store cannot be used any more. */
  close(): void;
} {
  const now = options.now ?? Date.now;
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
  database.exec(
    "CREATE TABLE IF NOT EXISTS shopauth (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, expires_at REAL) STRICT, WITHOUT ROWID",
  );
  const alive = "(expires_at IS NULL OR expires_at > :now)";
  const select = database.prepare(`SELECT value, version FROM shopauth WHERE key = :key AND ${alive}`);
  const insert = database.prepare(
    `INSERT INTO shopauth (key, value, version, expires_at) VALUES (:key, :value, lower(hex(randomblob(16))), :expires)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, expires_at = excluded.expires_at
     WHERE shopauth.expires_at <= :now`,
  );
  const update = database.prepare(
    `UPDATE shopauth SET value = :value, version = lower(hex(randomblob(16))), expires_at = :expires WHERE key = :key AND version = :version AND ${alive}`,
  );
  const remove = database.prepare(`DELETE FROM shopauth WHERE key = :key AND version = :version AND ${alive}`);
  const keys = database.prepare(
    `SELECT key FROM shopauth WHERE key > :after AND key < :end AND ${alive} ORDER BY key LIMIT 500`,
  );
  return {
    durability: path === ":memory:" ? "volatile" : "durable",
    async get(key) {
      const row = select.get({ key, now: now() });
      return row && { value: String(row.value), version: String(row.version) };
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const expires = expiresAt ?? null;
      if (value === undefined)
        return ifVersion === null
          ? !select.get({ key, now: now() })
          : remove.run({ key, version: ifVersion, now: now() }).changes === 1;
      if (ifVersion === null) return insert.run({ key, value, expires, now: now() }).changes === 1;
      return update.run({ key, value, expires, version: ifVersion, now: now() }).changes === 1;
    },
    async *list(prefix) {
      // By pages, so that no statement stays open while the caller works.
      const end = `${prefix}\u{10ffff}`;
      for (let after = prefix.slice(0, -1); ; ) {
        const page = keys.all({ after, end, now: now() }).map((row) => String(row.key));
        for (const key of page) if (key.startsWith(prefix)) yield key;
        if (page.length < 500) return;
        after = page.at(-1)!;
      }
    },
    close() {
      database.close();
    },
  };
}
