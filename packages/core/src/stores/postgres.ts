import type { Store } from "../store.ts";

/** What is used of a `pg` Pool; anything of this shape will do. */
export interface PostgresPool {
  /** As `Pool.query` of `pg`. */
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}

/**
 * Keeps records in one PostgreSQL table (9.5 or newer) through your own `pg` Pool. Each operation is one statement, so no
 * connection is held between them.
 * @param options.table default `shopauth`; create it with `createTable()` or by your own migration
 */
export function postgresStore(
  pool: PostgresPool,
  options: { table?: string; now?: () => number } = {},
): Store & {
  /** Makes the table unless it is there. */
  createTable(): Promise<void>;
} {
  const now = options.now ?? Date.now;
  const table = options.table ?? "shopauth";
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}(?:\.[A-Za-z_][A-Za-z0-9_]{0,62})?$/.test(table))
    throw new TypeError("table must be a plain SQL name");
  const version = "md5(random()::text || clock_timestamp()::text || txid_current()::text)";
  const alive = (parameter: number) => `(expires_at IS NULL OR expires_at > $${parameter})`;
  return {
    durability: "durable",
    async createTable() {
      await pool.query(
        `CREATE TABLE IF NOT EXISTS ${table} (key text COLLATE "C" PRIMARY KEY, value text NOT NULL, version text NOT NULL, expires_at double precision)`,
        [],
      );
    },
    async get(key) {
      const { rows } = await pool.query(`SELECT value, version FROM ${table} WHERE key = $1 AND ${alive(2)}`, [
        key,
        now(),
      ]);
      return rows[0] && { value: String(rows[0].value), version: String(rows[0].version) };
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const expires = expiresAt ?? null;
      if (value === undefined && ifVersion === null) return (await this.get(key)) === undefined;
      const { rowCount } =
        value === undefined
          ? await pool.query(`DELETE FROM ${table} WHERE key = $1 AND version = $2 AND ${alive(3)}`, [
              key,
              ifVersion,
              now(),
            ])
          : ifVersion === null
            ? await pool.query(
                `INSERT INTO ${table} AS held (key, value, version, expires_at) VALUES ($1, $2, ${version}, $3)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, expires_at = excluded.expires_at
                 WHERE held.expires_at <= $4`,
                [key, value, expires, now()],
              )
            : await pool.query(
                `UPDATE ${table} SET value = $2, version = ${version}, expires_at = $3 WHERE key = $1 AND version = $4 AND ${alive(5)}`,
                [key, value, expires, ifVersion, now()],
              );
      return rowCount === 1;
    },
    async *list(prefix) {
      // By pages, so that no cursor stays open while the caller works.
      for (let after = ""; ; ) {
        const { rows } = await pool.query(
          `SELECT key FROM ${table} WHERE starts_with(key, $1) AND key >= $1 AND key > $2 AND ${alive(3)} ORDER BY key LIMIT 500`,
          [prefix, after, now()],
        );
        for (const row of rows) yield String(row.key);
        if (rows.length < 500) return;
        after = String(rows.at(-1)!.key);
      }
    },
  };
}
