import { DatabaseSync } from "node:sqlite";
import type { PlatformId } from "./shops.ts";

export interface LastCall {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** 0: there was no answer. */
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
}

/** The last call of each connection: method, path as in the spec, status and time; neither values nor bodies. */
export interface CallLog {
  put(platform: PlatformId, account: string, call: LastCall): void;
  last(platform: PlatformId, account: string): LastCall | undefined;
  forget(platform: PlatformId, account: string): void;
  close(): void;
}

/** Keeps it in a table of its own; default: in memory. */
export function createCallLog(path = ":memory:"): CallLog {
  const db = new DatabaseSync(path);
  db.exec(
    `PRAGMA busy_timeout = 2000;
     CREATE TABLE IF NOT EXISTS demo_last_call (platform TEXT, account TEXT, at INTEGER, method TEXT, path TEXT,
       status INTEGER, took REAL, PRIMARY KEY (platform, account)) STRICT`,
  );
  const put = db.prepare("INSERT OR REPLACE INTO demo_last_call VALUES (?, ?, ?, ?, ?, ?, ?)");
  const get = db.prepare(
    "SELECT at, method, path, status, took FROM demo_last_call WHERE platform = ? AND account = ?",
  );
  const remove = db.prepare("DELETE FROM demo_last_call WHERE platform = ? AND account = ?");
  return {
    put: (platform, account, { at, method, path: route, status, took }) =>
      void put.run(platform, account, at, method, route, status, took),
    last: (platform, account) => get.get(platform, account) as LastCall | undefined,
    forget: (platform, account) => void remove.run(platform, account),
    close: () => db.close(),
  };
}
