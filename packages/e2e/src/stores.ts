import type { Store } from "@shopauth/core";
import { fileStore } from "@shopauth/core/file";
import { postgresStore } from "@shopauth/core/postgres";
import { redisStore } from "@shopauth/core/redis";
import { sqliteStore } from "@shopauth/core/sqlite";

/** Names a store, so that another process can open the same one. */
export type StoreSpec =
  | { readonly kind: "sqlite" | "file"; readonly path: string }
  | {
      readonly kind: "postgres";
      readonly port: number;
      readonly connections?: number;
      /** Of the database's own choice; default: read committed. */
      readonly isolation?: "serializable";
    }
  | { readonly kind: "redis"; readonly port: number; readonly client: "redis" | "ioredis"; readonly durable?: boolean };

export interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens a store with a client of its own. The clients are loaded only where they are used. */
export async function openStore(spec: StoreSpec): Promise<Opened> {
  switch (spec.kind) {
    case "sqlite": {
      const store = sqliteStore(spec.path);
      return { store, close: async () => store.close() };
    }
    case "file":
      return { store: fileStore(spec.path), close: async () => {} };
    case "postgres": {
      const { default: pg } = await import("pg");
      const pool = new pg.Pool({
        host: "127.0.0.1",
        port: spec.port,
        user: "postgres",
        database: "postgres",
        max: spec.connections ?? 4,
        connectionTimeoutMillis: 5_000,
        query_timeout: 5_000,
        ...(spec.isolation && { options: `-c default_transaction_isolation=${spec.isolation}` }),
      });
      // A connection that dies while idle is told here; without a listener it would end the process.
      pool.on("error", () => {});
      return { store: postgresStore(pool), close: () => pool.end() };
    }
    case "redis": {
      const options = spec.durable === undefined ? {} : { durable: spec.durable };
      if (spec.client === "redis") {
        const { createClient } = await import("redis");
        const client = createClient({
          socket: { host: "127.0.0.1", port: spec.port, reconnectStrategy: 200, connectTimeout: 2_000 },
          commandOptions: { timeout: 5_000 },
        });
        client.on("error", () => {});
        await client.connect();
        return { store: redisStore(client, options), close: async () => client.destroy() };
      }
      const { Redis } = await import("ioredis");
      const client = new Redis({
        host: "127.0.0.1",
        port: spec.port,
        commandTimeout: 5_000,
        retryStrategy: () => 200,
        maxRetriesPerRequest: null,
      });
      client.on("error", () => {});
      return { store: redisStore(client, options), close: async () => client.disconnect() };
    }
  }
}
