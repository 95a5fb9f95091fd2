import { closeSync, openSync } from "node:fs";
import process from "node:process";
import type { DatabaseSync } from "node:sqlite";
import type { Store } from "../store.ts";
import { checkOptions, invalid } from "./check.ts";

/** How long a lock of another process is waited for: while opening, in a statement, and in all. Milliseconds. */
const WAIT = { open: 10_000, statement: 10, all: 4_000 };
const PAUSE = 10;
const TIDY_EVERY = 16;
const BUSY = 5;

/**
 * Keeps records in one SQLite file (`node:sqlite`, Node 22.13 or newer): WAL, `synchronous=FULL`, safe across processes
 * of one machine; not on a network file system. The file is made with mode 0600, and `-wal` and `-shm` take its mode.
 * Expired records are removed with later writes and lists.
 * @param path a file in a folder that is there, or `:memory:` (which is then volatile)
 */
export function sqliteStore(
  path: string,
  options: { now?: () => number } = {},
): Store & {
  /** Closes the database; the store cannot be used any more. */
  close(): void;
} {
  // "" and "file:…" are databases of other kinds to SQLite, also such as end with the process.
  if (typeof path !== "string" || path === "" || path.startsWith("file:") || path.includes("\0"))
    throw invalid('sqliteStore takes the path of its file: sqliteStore("shopauth.db")');
  checkOptions("sqliteStore", options, { now: "function" });
  const now = options.now ?? Date.now;
  const database = open(path);
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
  const purge = database.prepare(
    "DELETE FROM shopauth WHERE key IN (SELECT key FROM shopauth WHERE expires_at <= :now ORDER BY expires_at LIMIT 500)",
  );
  /** What failed to be tidied up stays for the next time. */
  const tidy = () => {
    try {
      purge.run({ now: now() });
    } catch {}
  };
  let writes = 0;
  return {
    durability: path === ":memory:" ? "volatile" : "durable",
    async get(key) {
      const row = await patiently(() => select.get({ key, now: now() }));
      return row && { value: String(row.value), version: String(row.version) };
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const expires = expiresAt ?? null;
      if (value === undefined && ifVersion === null)
        return (await patiently(() => select.get({ key, now: now() }))) === undefined;
      const { changes } = await patiently(() =>
        value === undefined
          ? remove.run({ key, version: ifVersion, now: now() })
          : ifVersion === null
            ? insert.run({ key, value, expires, now: now() })
            : update.run({ key, value, expires, version: ifVersion, now: now() }),
      );
      if (writes++ % TIDY_EVERY === 0) tidy();
      return changes === 1;
    },
    async *list(prefix) {
      tidy();
      // By pages, so that no statement stays open while the caller works.
      const end = `${prefix}\u{10ffff}`;
      for (let after = prefix.slice(0, -1); ; ) {
        const rows = await patiently(() => keys.all({ after, end, now: now() }));
        const page = rows.map((row) => String(row.key));
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

function open(path: string): DatabaseSync {
  // Not by an import: an app that only may use SQLite has to load on a runtime without it.
  const sqlite = process.getBuiltinModule?.("node:sqlite");
  if (!sqlite) throw invalid("sqliteStore needs Node 22.13 or newer; use fileStore");
  if (path !== ":memory:") closeSync(openSync(path, "a", 0o600));
  const database = new sqlite.DatabaseSync(path, { timeout: WAIT.open });
  try {
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
    database.exec(
      "CREATE TABLE IF NOT EXISTS shopauth (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, expires_at REAL) STRICT, WITHOUT ROWID",
    );
    database.exec(
      "CREATE INDEX IF NOT EXISTS shopauth_expires_at ON shopauth (expires_at) WHERE expires_at IS NOT NULL",
    );
    database.exec(`PRAGMA busy_timeout=${WAIT.statement}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Waits for the locks of other processes outside of SQLite, which would hold up this whole process meanwhile. */
async function patiently<T>(work: () => T): Promise<T> {
  const end = performance.now() + WAIT.all;
  for (;;) {
    try {
      return work();
    } catch (error) {
      const code = (error as { errcode?: unknown }).errcode;
      if (typeof code !== "number" || (code & 0xff) !== BUSY || performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 * PAUSE));
  }
}
