import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fromKeyValue, type KeyValue, type Lock, memoryStore, type Store } from "../src/index.ts";
import { fileStore } from "../src/stores/file.ts";
import { sqliteStore } from "../src/stores/sqlite.ts";
import { storeContract } from "../src/testing/index.ts";

const folder = mkdtempSync(join(tmpdir(), "shopauth-stores-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const close = (store: Store) => (store as { close?(): void }).close?.();

const stores = {
  memory: { open: () => memoryStore() },
  sqlite: {
    open: () => sqliteStore(join(folder, "store.db")),
    reopen: () => sqliteStore(join(folder, "store.db")),
    close,
  },
  "key-value": (() => {
    const values = new Map<string, string>();
    const turns = new Map<string, Promise<unknown>>();
    const kv: KeyValue = {
      get: async (key) => values.get(key),
      set: async (key, value) => values.set(key, value),
      delete: async (key) => values.delete(key),
      list: async (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    };
    const lock: Lock = (key, work) => {
      const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
      turns.set(key, turn);
      return turn;
    };
    const open = () => fromKeyValue(kv, lock);
    return { open, reopen: open };
  })(),
  file: { open: () => fileStore(join(folder, "files")), reopen: () => fileStore(join(folder, "files")) },
};

describe.each(Object.entries(stores))("%s store", (_, options) => {
  for (const { name, run } of storeContract(options)) it(name, run);
});

describe("the contract", () => {
  const breaking: [string, (store: Store) => Store][] = [
    [
      "ignores versions",
      (store) => ({
        ...store,
        set: async (key, value) => store.set(key, value, { ifVersion: (await store.get(key))?.version ?? null }),
      }),
    ],
    [
      "checks and writes apart",
      (store) => {
        const values = new Map<string, { value: string; version: string }>();
        let version = 0;
        return {
          ...store,
          get: async (key) => values.get(key),
          async set(key, value, { ifVersion }) {
            const fits = (values.get(key)?.version ?? null) === ifVersion;
            await new Promise((resolve) => setTimeout(resolve, 1));
            if (!fits) return false;
            if (value === undefined) values.delete(key);
            else values.set(key, { value, version: String(++version) });
            return true;
          },
        };
      },
    ],
    [
      "counts versions from one again",
      (store) => {
        const values = new Map<string, { value: string; version: string }>();
        return {
          ...store,
          get: async (key) => values.get(key),
          async set(key, value, { ifVersion }) {
            if ((values.get(key)?.version ?? null) !== ifVersion) return false;
            if (value === undefined) values.delete(key);
            else values.set(key, { value, version: String(Number(ifVersion ?? 0) + 1) });
            return true;
          },
        };
      },
    ],
    [
      "forgets expiry",
      (store) => ({ ...store, set: (key, value, { ifVersion }) => store.set(key, value, { ifVersion }) }),
    ],
    ["lists everything", (store) => ({ ...store, list: () => store.list("") })],
    [
      "folds case",
      (store) => ({
        ...store,
        get: (key) => store.get(key.toLowerCase()),
        set: (key, value, options) => store.set(key.toLowerCase(), value, options),
      }),
    ],
  ];
  it.each(breaking)("finds a store that %s", async (_, spoil) => {
    const shared = memoryStore();
    const outcomes = await Promise.allSettled(
      storeContract({ open: () => spoil(shared), racers: 20 }).map(({ run }) => run()),
    );
    expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
  });
});

describe("file store", () => {
  const place = join(folder, "private");
  it("keeps folders 0700 and files 0600, under names that are no request text", async () => {
    await fileStore(place).set("connection/test/client/../../etc/passwd", "x", { ifVersion: null });
    const [name] = readdirSync(place);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(place, name!)).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(join(place, name!)))
      expect(statSync(join(place, name!, file)).mode & 0o777).toBe(0o600);
  });

  it("keeps the generation before, and leaves no temporary files", async () => {
    const store = fileStore(join(folder, "generations"));
    for (const value of ["one", "two", "three"])
      await store.set("key", value, { ifVersion: (await store.get("key"))?.version ?? null });
    const [name] = readdirSync(join(folder, "generations"));
    expect(readdirSync(join(folder, "generations", name!)).sort()).toEqual(["2", "3"]);
  });

  it("reports a torn file as unreadable, not as absent", async () => {
    const store = fileStore(join(folder, "torn"));
    await store.set("key", "value", { ifVersion: null });
    const [name] = readdirSync(join(folder, "torn"));
    const file = join(folder, "torn", name!, "1");
    writeFileSync(file, readFileSync(file).subarray(0, 20));
    await expect(store.get("key")).rejects.toThrow();
    await expect(store.set("key", "other", { ifVersion: null })).rejects.toThrow();
    chmodSync(file, 0o600);
  });

  it("sweeps what expired long ago, and loses nothing by it", async () => {
    let now = Date.now();
    const store = fileStore(join(folder, "swept"), { now: () => now });
    await store.set("old", "x", { ifVersion: null, expiresAt: now + 1_000 });
    await store.set("kept", "y", { ifVersion: null });
    now += 90_000_000;
    for await (const key of store.list("")) expect(key).toBe("kept");
    expect(readdirSync(join(folder, "swept"))).toHaveLength(1);
    expect(await store.set("old", "again", { ifVersion: null })).toBe(true);
    expect((await store.get("old"))?.value).toBe("again");
  });
});
