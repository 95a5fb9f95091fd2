import { backoff, delay } from "../delay.ts";
import { ShopAuthError } from "../errors.ts";
import type { Entry, Store } from "../store.ts";
import { checkOptions, has, invalid } from "./check.ts";

/** What is used of a `pg` Pool; anything of this shape will do. */
export interface PostgresPool {
  /** As `Pool.query` of `pg`. */
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}

const TIDY_EVERY = 16;
/** The statement was undone for another one's sake, as it may be where transactions are serializable. */
const UNDONE = ["40001", "40P01"];
const MAX_TRIES = 20;

/**
 * Keeps records in one PostgreSQL table (9.5 or newer) through your own `pg` Pool. Each operation is one statement without
 * a name, so no connection is held between them and a transaction pooler may stand between. Expired records are removed
 * with later writes and lists. Give the pool a listener for `error`: without one, a connection that dies while it is idle
 * ends the process.
 * @param options.table default `shopauth`; create it with `createTable()` or by your own migration
 */
export function postgresStore(
  pool: PostgresPool,
  options: { table?: string; now?: () => number } = {},
): Store & {
  /** Makes the table and its index unless they are there. */
  createTable(): Promise<void>;
} {
  if (!has(pool, "query")) throw invalid("postgresStore takes your own pg Pool: postgresStore(new Pool(…))");
  checkOptions("postgresStore", options, { table: "string", now: "function" });
  const now = options.now ?? Date.now;
  const table = options.table ?? "shopauth";
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}(?:\.[A-Za-z_][A-Za-z0-9_]{0,62})?$/.test(table))
    throw invalid("table of postgresStore must be a plain SQL name");
  const version = "md5(random()::text || clock_timestamp()::text || txid_current()::text)";
  const alive = (parameter: number) => `(expires_at IS NULL OR expires_at > $${parameter})`;

  const query = async (text: string, values: unknown[]) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await pool.query(text, values);
      } catch (error) {
        const code = codeOf(error);
        if (code === "42P01")
          throw new ShopAuthError("store_failed", `There is no table ${table}`, {
            hint: "Call createTable() of the store once, or create the table by your own migration.",
          });
        if (!UNDONE.includes(code) || attempt === MAX_TRIES) throw error;
        await delay(backoff(attempt, 5, 200));
      }
    }
  };
  const get = async (key: string): Promise<Entry | undefined> => {
    const { rows } = await query(`SELECT value, version FROM ${table} WHERE key = $1 AND ${alive(2)}`, [key, now()]);
    return rows[0] && { value: String(rows[0].value), version: String(rows[0].version) };
  };
  /** Only what the server's clock takes for expired too: the clock of one host may be wrong. */
  const tidy = async () => {
    const expired = "expires_at <= LEAST($1::float8, extract(epoch FROM now())::float8 * 1000)";
    const some = `SELECT key FROM ${table} WHERE ${expired} ORDER BY expires_at LIMIT 500 FOR UPDATE SKIP LOCKED`;
    // What failed to be tidied up stays for the next time.
    await query(`DELETE FROM ${table} WHERE key IN (${some})`, [now()]).catch(() => {});
  };
  let writes = 0;

  return {
    durability: "durable",
    async createTable() {
      const index = `${table.slice(table.indexOf(".") + 1).slice(0, 50)}_expires_at`;
      // Of processes that start together, one makes it; the others fail, by one of several codes, where they should
      // find it. It is there the second time.
      for (const statement of [
        `CREATE TABLE IF NOT EXISTS ${table} (key text COLLATE "C" PRIMARY KEY, value text NOT NULL, version text NOT NULL, expires_at double precision)`,
        `CREATE INDEX IF NOT EXISTS ${index} ON ${table} (expires_at) WHERE expires_at IS NOT NULL`,
      ])
        await pool.query(statement, []).catch(() => pool.query(statement, []));
    },
    get,
    async set(key, value, { ifVersion, expiresAt }) {
      const expires = expiresAt ?? null;
      if (value === undefined && ifVersion === null) return (await get(key)) === undefined;
      // Before the write, so that it cannot hold up the answer to one that has been done.
      if (writes++ % TIDY_EVERY === 0) await tidy();
      const { rowCount } =
        value === undefined
          ? await query(`DELETE FROM ${table} WHERE key = $1 AND version = $2 AND ${alive(3)}`, [key, ifVersion, now()])
          : ifVersion === null
            ? await query(
                `INSERT INTO ${table} AS held (key, value, version, expires_at) VALUES ($1, $2, ${version}, $3)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, expires_at = excluded.expires_at
                 WHERE held.expires_at <= $4`,
                [key, value, expires, now()],
              )
            : await query(
                `UPDATE ${table} SET value = $2, version = ${version}, expires_at = $3 WHERE key = $1 AND version = $4 AND ${alive(5)}`,
                [key, value, expires, ifVersion, now()],
              );
      return rowCount === 1;
    },
    async *list(prefix) {
      await tidy();
      const pattern = `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
      // By pages, so that no cursor stays open while the caller works.
      for (let after = ""; ; ) {
        const { rows } = await query(
          `SELECT key FROM ${table} WHERE key LIKE $1 AND key > $2 AND ${alive(3)} ORDER BY key LIMIT 500`,
          [pattern, after, now()],
        );
        for (const row of rows) yield String(row.key);
        if (rows.length < 500) return;
        after = String(rows.at(-1)!.key);
      }
    },
  };
}

/** The SQLSTATE of an error. */
function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? "");
}
