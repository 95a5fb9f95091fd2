import { randomText } from "../base64url.ts";
import type { Store } from "../store.ts";
import { checkOptions, has, invalid } from "./check.ts";

/** What is used of a `redis` (node-redis) client. */
export interface NodeRedisClient {
  /** EVAL */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** HMGET */
  hmGet(key: string, fields: string[]): Promise<(string | null)[]>;
  /** SCAN */
  scan(cursor: string, options: { MATCH: string; COUNT: number }): Promise<{ cursor: string | number; keys: string[] }>;
}

/** What is used of an `ioredis` client. */
export interface IoRedisClient {
  /** EVAL */
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
  /** HMGET */
  hmget(key: string, ...fields: string[]): Promise<(string | null)[]>;
  /** SCAN */
  scan(cursor: string, match: "MATCH", pattern: string, count: "COUNT", n: number): Promise<[string, string[]]>;
}

/**
 * KEYS: the record. ARGV: expected version or "", value, further version, expiry in ms or "", "delete" or "".
 * A client that lost the answer may send it again: the version that it was to make says that it has been done.
 */
const SET_IF_VERSION = `
local held = redis.call("HGET", KEYS[1], "version")
if held == ARGV[3] then return 1 end
if (held or "") ~= ARGV[1] then return 0 end
if ARGV[5] == "delete" then redis.call("DEL", KEYS[1]) return 1 end
redis.call("HSET", KEYS[1], "value", ARGV[2], "version", ARGV[3])
if ARGV[4] == "" then redis.call("PERSIST", KEYS[1]) else redis.call("PEXPIREAT", KEYS[1], ARGV[4]) end
return 1`;

/**
 * Keeps records in Redis (4 or newer; one server or its replicas, no Cluster) through your own `redis` or `ioredis`
 * client. Redis removes expired records itself. It must not evict others: `maxmemory-policy noeviction`, its default.
 *
 * Redis may lose acknowledged writes at a crash or failover, so the store says `volatile`, and platforms whose credential
 * can be had only once refuse it, unless you say that the server fsyncs every write (`appendfsync always`).
 */
export function redisStore(
  client: NodeRedisClient | IoRedisClient,
  options: { prefix?: string; durable?: boolean } = {},
): Store {
  checkClient(client);
  checkOptions("redisStore", options, { prefix: "string", durable: "boolean" });
  const prefix = options.prefix ?? "shopauth:";
  const { evaluate, fields, scan } = "hmGet" in client ? nodeRedis(client) : ioRedis(client);
  return {
    durability: options.durable === true ? "durable" : "volatile",
    async get(key) {
      const [value, version] = await fields(prefix + key);
      if (typeof value === "string" && typeof version === "string") return { value, version };
      // A client that answers in buffers, or a key that somebody else wrote: unreadable is not absent.
      if ((value ?? version ?? null) !== null) throw new Error("Not a record of this store");
      return undefined;
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const expiry = expiresAt === undefined ? "" : String(Math.max(1, Math.ceil(expiresAt)));
      const args = [ifVersion ?? "", value ?? "", randomText(12), expiry, value === undefined ? "delete" : ""];
      return Number(await evaluate(prefix + key, args)) === 1;
    },
    async *list(start) {
      const pattern = `${(prefix + start).replace(/[\\*?[\]^-]/g, "\\$&")}*`;
      const seen = new Set<string>();
      let cursor = "0";
      do {
        const page = await scan(cursor, pattern);
        cursor = page.cursor;
        for (const name of page.keys) {
          if (seen.has(name)) continue; // A scan may give a key twice.
          seen.add(name);
          yield name.slice(prefix.length);
        }
      } while (cursor !== "0");
    },
  };
}

function checkClient(client: unknown): void {
  if (!has(client, "eval", "scan") || !(has(client, "hmGet") || has(client, "hmget")))
    throw invalid(
      "redisStore takes your own connected client: redisStore(createClient(…)) or redisStore(new Redis(…))",
    );
  const { isCluster, options } = client as { isCluster?: unknown; options?: { keyPrefix?: unknown } };
  if (isCluster === true) throw invalid("redisStore takes a client of one server: a Cluster's lists only some keys");
  if (options?.keyPrefix)
    throw invalid("redisStore takes a client without keyPrefix, which lists ignore: use its prefix");
}

interface Commands {
  evaluate(key: string, args: string[]): Promise<unknown>;
  fields(key: string): Promise<(string | null)[]>;
  scan(cursor: string, pattern: string): Promise<{ cursor: string; keys: string[] }>;
}

function nodeRedis(client: NodeRedisClient): Commands {
  return {
    evaluate: (key, args) => client.eval(SET_IF_VERSION, { keys: [key], arguments: args }),
    fields: (key) => client.hmGet(key, ["value", "version"]),
    async scan(from, pattern) {
      const { cursor, keys } = await client.scan(from, { MATCH: pattern, COUNT: 500 });
      return { cursor: String(cursor), keys };
    },
  };
}

function ioRedis(client: IoRedisClient): Commands {
  return {
    evaluate: (key, args) => client.eval(SET_IF_VERSION, 1, key, ...args),
    fields: (key) => client.hmget(key, "value", "version"),
    async scan(from, pattern) {
      const [cursor, keys] = await client.scan(from, "MATCH", pattern, "COUNT", 500);
      return { cursor, keys };
    },
  };
}
