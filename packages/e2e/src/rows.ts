import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoreSpec } from "./stores.ts";

/** What is stored under a key, read by the engine's own means and not by the library. */
export interface Row {
  readonly key: string;
  readonly value: string;
  /** Milliseconds since the epoch; absent: kept until it is replaced. */
  readonly expiresAt?: number;
}

/** Every record that a store holds; the expired ones too, where the engine still has them. */
export async function rawRows(spec: StoreSpec): Promise<Row[]> {
  const row = (key: unknown, value: unknown, end: unknown): Row => ({
    key: String(key),
    value: String(value),
    ...(end !== null && end !== undefined && { expiresAt: Number(end) }),
  });
  switch (spec.kind) {
    case "sqlite": {
      const { DatabaseSync } = await import("node:sqlite");
      const database = new DatabaseSync(spec.path, { timeout: 10_000 });
      try {
        const rows = database.prepare("SELECT key, value, expires_at FROM shopauth").all();
        return rows.map(({ key, value, expires_at }) => row(key, value, expires_at));
      } finally {
        database.close();
      }
    }
    case "file":
      return readdirSync(spec.path).flatMap((name) => {
        const { newest } = generationsOf(join(spec.path, name));
        if (newest === undefined) return [];
        const { key, value, expiresAt } = readGeneration(newest);
        return value === undefined ? [] : [row(key, value, expiresAt)];
      });
    case "postgres": {
      const { default: pg } = await import("pg");
      const client = new pg.Client({ host: "127.0.0.1", port: spec.port, user: "postgres" });
      await client.connect();
      try {
        const { rows } = await client.query("SELECT key, value, expires_at FROM shopauth");
        return rows.map(({ key, value, expires_at }) => row(key, value, expires_at));
      } finally {
        await client.end();
      }
    }
    case "redis": {
      const { createClient } = await import("redis");
      const client = createClient({ socket: { host: "127.0.0.1", port: spec.port } });
      await client.connect();
      try {
        return await Promise.all(
          (await client.keys("shopauth:*")).map(async (name) => {
            const [value, end] = [await client.hGet(name, "value"), await client.pExpireTime(name)];
            return row(name.slice("shopauth:".length), value, end > 0 ? end : undefined);
          }),
        );
      } finally {
        client.destroy();
      }
    }
  }
}

/** The files of one record of a file store, newest first. */
export function generationsOf(folder: string): { newest: string | undefined; files: string[] } {
  const numbers = readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  const files = numbers.sort((a, b) => b - a).map((number) => join(folder, String(number)));
  return { newest: files[0], files };
}

export function readGeneration(file: string): { key: string; value?: string; expiresAt?: number } {
  // A line with the record; what may follow it is the store's own.
  return JSON.parse(readFileSync(file, "utf8").split("\n")[0]!);
}

/** The folder of a record in a file store. */
export const folderOf = (place: string, key: string): string =>
  join(place, createHash("sha256").update(key).digest("hex"));

/** The id that a secret has in what it seals, by the documented derivation: HKDF-SHA-256 (RFC 5869). */
export async function keyIdOf(secret: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const material = await crypto.subtle.importKey("raw", encode(secret), "HKDF", false, ["deriveBits"]);
  const info = encode("shopauth/1/key id");
  const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info };
  return Buffer.from(await crypto.subtle.deriveBits(parameters, material, 64)).toString("base64url");
}

/** The id of the secret that sealed a text. */
export const sealedBy = (sealed: string): string => sealed.split(".")[1] ?? "";
