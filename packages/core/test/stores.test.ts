import { createHash } from "node:crypto";
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { fromKeyValue, type KeyValue, type Lock, memoryStore, type Store } from "../src/index.ts";
import { fileStore } from "../src/stores/file.ts";
import { postgresStore } from "../src/stores/postgres.ts";
import { redisStore } from "../src/stores/redis.ts";
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

  it("reports a file with any byte changed, and another record's file, as unreadable", async () => {
    const place = join(folder, "altered");
    const store = fileStore(place);
    const fileOf = (key: string) => join(place, createHash("sha256").update(key).digest("hex"), "1");
    for (const key of ["key", "other"]) await store.set(key, "value", { ifVersion: null, expiresAt: 4e12 });
    const [text, other] = [readFileSync(fileOf("key")), readFileSync(fileOf("other"))];
    const flipped = Array.from(text, (byte, at) => Buffer.from(text).fill(byte ^ 1, at, at + 1));
    for (const damaged of [...flipped, other, Buffer.alloc(0), Buffer.concat([text, text])]) {
      writeFileSync(fileOf("key"), damaged);
      await expect(store.get("key")).rejects.toThrow();
      await expect(store.set("key", "more", { ifVersion: null })).rejects.toThrow();
    }
    writeFileSync(fileOf("key"), text);
    expect((await store.get("key"))?.value).toBe("value");
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

const DAY = 86_400_000;
const collect = async (keys: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = [];
  for await (const key of keys) all.push(key);
  return all.sort();
};

describe("file store, with a writer that is held up", () => {
  type Call = "link" | "open" | "readdir" | "rename";
  const real = { ...fs.promises };
  const replace = (call: Call, by: (...args: never[]) => Promise<unknown>) => {
    Object.assign(fs.promises, { [call]: by });
    syncBuiltinESMExports();
  };
  afterEach(() => {
    Object.assign(fs.promises, real);
    syncBuiltinESMExports();
  });
  /** Holds up the first such call whose path fits; `reached` once it is there. */
  const hold = (call: Call, fits: (path: string) => boolean) => {
    const signal = () => {
      let resolve = () => {};
      return { promise: new Promise<void>((done) => (resolve = done)), resolve: () => resolve() };
    };
    const [reached, gate] = [signal(), signal()];
    let held = false;
    replace(call, async (...args: never[]) => {
      if (!held && fits(String(args.at(call === "link" ? 1 : 0)))) {
        held = true;
        reached.resolve();
        await gate.promise;
      }
      return (real[call] as (...args: never[]) => Promise<unknown>)(...args);
    });
    return { reached: reached.promise, release: () => gate.resolve() };
  };
  let serial = 0;
  /** A store whose first write, which tidies up, is over. */
  const opened = async (now = Date.now) => {
    const place = join(folder, `held-${++serial}`);
    const open = async () => {
      const store = fileStore(place, { now });
      await store.set(`another ${++serial}`, "x", { ifVersion: null });
      return store;
    };
    return { place, open, folderOf: (key: string) => join(place, createHash("sha256").update(key).digest("hex")) };
  };
  const ended = async (writer: Store, key: string) => {
    await writer.set(key, "ended", { ifVersion: null });
    await writer.set(key, undefined, { ifVersion: (await writer.get(key))!.version });
  };
  const sweep = (store: Store) => collect(store.list(""));

  it.each(["link", "open"] as const)(
    "acknowledges one of two writes around a sweep, the first held at %s",
    async (at) => {
      let now = Date.now() - 3 * DAY;
      const { open, folderOf } = await opened(() => now);
      const [first, second] = [await open(), await open()];
      await ended(first, "key");
      now += 3 * DAY;
      const { reached, release } = hold(
        at,
        (path) => path.startsWith(folderOf("key")) && (at === "link" || path.endsWith(".tmp")),
      );
      const write = first.set("key", "first", { ifVersion: null });
      await reached;
      await sweep(second);
      expect(existsSync(folderOf("key"))).toBe(false);
      expect(await second.set("key", "second", { ifVersion: null })).toBe(true);
      release();
      expect(await write).toBe(false);
      expect((await second.get("key"))?.value).toBe("second");
      expect(await second.set("key", "third", { ifVersion: (await second.get("key"))!.version })).toBe(true);
    },
  );

  it("removes no folder that a writer made after another sweep", async () => {
    let now = Date.now() - 3 * DAY;
    const { place, open, folderOf } = await opened(() => now);
    const [first, second] = [await open(), await open()];
    await ended(first, "key");
    now += 3 * DAY;
    const { reached, release } = hold("link", (path) => path.startsWith(folderOf("key")));
    const sweeping = sweep(first);
    await reached;
    await sweep(second);
    expect(await second.set("key", "kept", { ifVersion: null })).toBe(true);
    release();
    await sweeping;
    expect((await second.get("key"))?.value).toBe("kept");
    expect(readdirSync(place).filter((name) => name.endsWith(".gone"))).toEqual([]);
  });

  it("waits with a write while its folder is being removed", async () => {
    let now = Date.now() - 3 * DAY;
    const { open, folderOf } = await opened(() => now);
    const [first, second] = [await open(), await open()];
    await ended(first, "key");
    now += 3 * DAY;
    const { reached, release } = hold("rename", (path) => path === folderOf("key"));
    const sweeping = sweep(first);
    await reached;
    const write = second.set("key", "kept", { ifVersion: null });
    await Promise.race([write, new Promise((resolve) => setTimeout(resolve, 200))]);
    release();
    await sweeping;
    expect(await write).toBe(true);
    expect((await second.get("key"))?.value).toBe("kept");
  });

  it("goes on where a sweep died before it removed the folder", async () => {
    let now = Date.now() - 3 * DAY;
    const { open, folderOf } = await opened(() => now);
    const store = await open();
    await ended(store, "key");
    now += 3 * DAY;
    replace("rename", () => Promise.reject(new Error("dead")));
    await sweep(store);
    replace("rename", real.rename as never);
    expect(await store.get("key")).toBeUndefined();
    // Not at once: the one that has begun may still be at it.
    await sweep(store);
    expect(existsSync(folderOf("key"))).toBe(true);
    expect(await store.set("key", "again", { ifVersion: null })).toBe(true);
    expect((await store.get("key"))?.value).toBe("again");
  });

  it("acknowledges a write that others have already written after", async () => {
    const { open, folderOf } = await opened();
    const [first, second] = [await open(), await open()];
    let link = false;
    replace("link", async (...args: never[]) => {
      await (real.link as (...args: never[]) => Promise<unknown>)(...args);
      link = true;
    });
    const { reached, release } = hold("readdir", (path) => link && path === folderOf("key"));
    const write = first.set("key", "0", { ifVersion: null });
    await reached;
    for (const value of ["1", "2", "3"]) {
      const { version } = (await second.get("key"))!;
      expect(await second.set("key", value, { ifVersion: version })).toBe(true);
    }
    release();
    expect(await write).toBe(true);
    expect((await second.get("key"))?.value).toBe("3");
  });

  it("refuses a write into the gap that later ones have left", async () => {
    const { open, folderOf } = await opened();
    const [first, second] = [await open(), await open()];
    await first.set("key", "0", { ifVersion: null });
    const { version: known } = (await first.get("key"))!;
    const { reached, release } = hold("link", (path) => path.startsWith(folderOf("key")));
    const write = first.set("key", "late", { ifVersion: known });
    await reached;
    for (const value of ["1", "2", "3", "4"]) {
      const { version } = (await second.get("key"))!;
      expect(await second.set("key", value, { ifVersion: version })).toBe(true);
    }
    release();
    expect(await write).toBe(false);
    expect((await second.get("key"))?.value).toBe("4");
    expect(readdirSync(folderOf("key")).sort()).toEqual(["4", "5"]);
  });

  it("says so where nobody can tell whether a write was done", async () => {
    const { open, folderOf } = await opened();
    const [first, second] = [await open(), await open()];
    await first.set("key", "0", { ifVersion: null });
    const { version: known } = (await first.get("key"))!;
    const { reached, release } = hold("link", (path) => path.startsWith(folderOf("key")));
    const write = first.set("key", "late", { ifVersion: known });
    await reached;
    for (let time = 0; time < 20; time++) {
      const { version } = (await second.get("key"))!;
      await second.set("key", String(time), { ifVersion: version });
    }
    release();
    await expect(write).rejects.toThrow("Nobody can tell");
    expect((await second.get("key"))?.value).toBe("19");
  });
});

describe("file store, what is left over", () => {
  it("removes what nobody reads or lists any more with later writes", async () => {
    const place = join(folder, "unread");
    let now = Date.now() - 3 * DAY;
    const store = fileStore(place, { now: () => now });
    for (let flow = 0; flow < 60; flow++)
      await store.set(`flow/${flow}`, "x", { ifVersion: null, expiresAt: now + 600_000 });
    const left = join(place, readdirSync(place)[0]!, "AAAAAAAAAAAA.tmp");
    writeFileSync(left, "");
    utimesSync(left, new Date(now), new Date(now));
    mkdirSync(join(place, "BBBBBBBBBBBB.gone"));
    now += 3 * DAY;
    expect(readdirSync(place)).toHaveLength(61);
    for (let write = 0; write < 96; write++)
      await store.set("connection", String(write), { ifVersion: (await store.get("connection"))?.version ?? null });
    expect(readdirSync(place)).toHaveLength(1);
    expect((await store.get("connection"))?.value).toBe("95");
  });

  it("keeps what has expired for less than a day, and temporary files of writers", async () => {
    const place = join(folder, "recent");
    const store = fileStore(place);
    await store.set("key", "x", { ifVersion: null, expiresAt: Date.now() - DAY + 60_000 });
    const temporary = join(place, readdirSync(place)[0]!, "AAAAAAAAAAAA.tmp");
    writeFileSync(temporary, "");
    expect(await collect(store.list(""))).toEqual([]);
    expect(existsSync(temporary)).toBe(true);
  });

  it("lists the others where one record is damaged, and fails after them where its key is unknown", async () => {
    const place = join(folder, "damaged");
    const store = fileStore(place);
    const fileOf = (key: string, number: number) =>
      join(place, createHash("sha256").update(key).digest("hex"), String(number));
    for (const key of ["a", "b", "c"]) await store.set(key, "one", { ifVersion: null });
    await store.set("b", "two", { ifVersion: (await store.get("b"))!.version });
    writeFileSync(fileOf("b", 2), "torn");
    expect(await collect(store.list(""))).toEqual(["a", "b", "c"]);
    await expect(store.get("b")).rejects.toThrow();
    writeFileSync(fileOf("b", 1), "torn");
    const listed: string[] = [];
    const all = async () => {
      for await (const key of store.list("")) listed.push(key);
    };
    await expect(all()).rejects.toThrow("damaged");
    expect(listed.sort()).toEqual(["a", "c"]);
  });

  it("stays in its folder where the process changes its own", async () => {
    const before = process.cwd();
    const place = mkdtempSync(join(folder, "cwd-"));
    vi.spyOn(process, "cwd").mockReturnValue(place);
    const store = fileStore("relative");
    vi.mocked(process.cwd).mockRestore();
    expect(process.cwd()).toBe(before);
    await store.set("key", "x", { ifVersion: null });
    expect(readdirSync(place)).toEqual(["relative"]);
  });
});

describe("sqlite store", () => {
  const rows = (path: string) => {
    const database = new DatabaseSync(path);
    const { count } = database.prepare("SELECT count(*) AS count FROM shopauth").get()!;
    database.close();
    return count;
  };

  it("keeps its files 0600", async () => {
    const path = join(folder, "private.db");
    const store = sqliteStore(path);
    await store.set("key", "x", { ifVersion: null });
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    store.close();
  });

  it("removes expired records with later writes", async () => {
    let now = Date.now();
    const path = join(folder, "expired.db");
    const store = sqliteStore(path, { now: () => now });
    for (let flow = 0; flow < 600; flow++)
      await store.set(`flow/${flow}`, "x", { ifVersion: null, expiresAt: now + 600_000 });
    await store.set("connection", "0", { ifVersion: null });
    expect(rows(path)).toBe(601);
    now += 600_001;
    for (let write = 0; write < 32; write++)
      await store.set("connection", "x", { ifVersion: (await store.get("connection"))!.version });
    expect(rows(path)).toBe(1);
    expect((await store.get("connection"))?.value).toBe("x");
    store.close();
  });

  it("finds expired records by an index", () => {
    const path = join(folder, "plan.db");
    sqliteStore(path).close();
    const database = new DatabaseSync(path);
    const plan = database
      .prepare("EXPLAIN QUERY PLAN SELECT key FROM shopauth WHERE expires_at <= :now ORDER BY expires_at LIMIT 500")
      .all({ now: 1 });
    database.close();
    expect(plan.map(({ detail }) => detail).join()).toContain("shopauth_expires_at");
  });

  it("waits for another process's lock without holding up this one", async () => {
    const path = join(folder, "locked.db");
    const store = sqliteStore(path);
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const counting = setInterval(() => turns++, 10);
    const write = store.set("key", "x", { ifVersion: null });
    await new Promise((resolve) => setTimeout(resolve, 500));
    other.exec("COMMIT");
    expect(await write).toBe(true);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.set("key", "y", { ifVersion: (await store.get("key"))!.version })).rejects.toThrow("locked");
    other.exec("ROLLBACK");
    other.close();
    store.close();
  });

  it("says what to do on a runtime without SQLite", () => {
    const lookUp = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined as never);
    expect(() => sqliteStore(join(folder, "none.db"))).toThrow(
      expect.objectContaining({ code: "invalid_options", message: expect.stringContaining("use fileStore") }),
    );
    lookUp.mockRestore();
    expect(existsSync(join(folder, "none.db"))).toBe(false);
  });
});

describe("memory store", () => {
  it("forgets expired records with later writes, and with any list", async () => {
    // What is still there comes back where the clock is set back.
    let now = 1e12;
    const store = memoryStore({ now: () => now });
    const fill = async () => {
      for (let flow = 0; flow < 1_000; flow++)
        await store.set(`flow/${flow}`, "x", { ifVersion: null, expiresAt: now + 600_000 });
    };
    await fill();
    now += DAY;
    for (let write = 0; write < 600; write++) await store.set(`connection/${write}`, "x", { ifVersion: null });
    now -= DAY;
    expect(await collect(store.list("flow/"))).toEqual([]);
    await fill();
    now += DAY;
    expect(await collect(store.list("connection/"))).toHaveLength(600);
    now -= DAY;
    expect(await collect(store.list("flow/"))).toEqual([]);
  });
});

describe("key-value store", () => {
  it("removes expired records as a list comes across them, at most 100 at a time", async () => {
    let now = 1e12;
    const values = new Map<string, string>();
    const kv: KeyValue = {
      get: async (key) => values.get(key),
      set: async (key, value) => values.set(key, value),
      delete: async (key) => values.delete(key),
      list: async () => [...values.keys()],
    };
    const locked: string[] = [];
    const lock: Lock = (key, work) => {
      locked.push(key);
      return work();
    };
    const store = fromKeyValue(kv, lock, { now: () => now });
    for (let flow = 0; flow < 150; flow++)
      await store.set(`flow/${flow}`, "x", { ifVersion: null, expiresAt: now + 600_000 });
    await store.set("connection", "x", { ifVersion: null });
    now += 600_001;
    locked.length = 0;
    expect(await collect(store.list(""))).toEqual(["connection"]);
    expect(locked).toHaveLength(100);
    expect(values.size).toBe(51);
    expect(await collect(store.list(""))).toEqual(["connection"]);
    expect([...values.keys()]).toEqual(["connection"]);
  });
});

describe("key-value store, damaged", () => {
  it("lists what cannot be read with the others, and reports it where it is read", async () => {
    const values = new Map<string, string>([
      ["torn", '{"value":"x'],
      ["none", "null"],
    ]);
    const kv: KeyValue = {
      get: async (key) => values.get(key),
      set: async (key, value) => values.set(key, value),
      delete: async (key) => values.delete(key),
      list: async () => [...values.keys()],
    };
    const store = fromKeyValue(kv, (_, work) => work());
    await store.set("whole", "x", { ifVersion: null });
    expect(await collect(store.list(""))).toEqual(["none", "torn", "whole"]);
    for (const key of ["torn", "none"]) {
      await expect(store.get(key)).rejects.toThrow("Not a record");
      await expect(store.set(key, "x", { ifVersion: null })).rejects.toThrow("Not a record");
    }
  });
});

describe("what a store is made of", () => {
  const pool = { query: async () => ({ rows: [], rowCount: 0 }) };
  const client = { eval: async () => 1, hmget: async () => [null, null], scan: async () => ["0", []] };
  const kv = { get: async () => null, set: async () => {}, delete: async () => {}, list: async () => [] };
  const lock = (_: string, work: () => unknown) => work();
  const wrong: [string, (...args: never[]) => unknown, unknown[], string][] = [
    ["no pool", postgresStore, [], "new Pool"],
    ["a connection string", postgresStore, ["postgres://x"], "new Pool"],
    ["a class", postgresStore, [class Pool {}], "new Pool"],
    ["a table that is no name", postgresStore, [pool, { table: "a; b" }], "plain SQL name"],
    ["a misspelt option", postgresStore, [pool, { tabel: "x" }], "no option tabel"],
    ["no client", redisStore, [], "createClient"],
    ["a URL", redisStore, ["redis://x"], "createClient"],
    ["a client of a Cluster", redisStore, [{ ...client, isCluster: true }], "Cluster"],
    ["a client with keyPrefix", redisStore, [{ ...client, options: { keyPrefix: "x:" } }], "prefix"],
    ["a word for a switch", redisStore, [client, { durable: "yes" }], "durable of redisStore is a boolean"],
    ["no folder", fileStore, [], "fileStore("],
    ["an empty folder", fileStore, [""], "fileStore("],
    ["a clock that is a number", fileStore, ["x", { now: 1 }], "now of fileStore is a function"],
    ["options that are none", fileStore, ["x", null], "options of fileStore"],
    ["no path", sqliteStore, [], "sqliteStore("],
    ["an empty path", sqliteStore, [""], "sqliteStore("],
    ["a URI", sqliteStore, ["file::memory:"], "sqliteStore("],
    ["a clock that is a number", memoryStore, [{ now: 1 }], "now of memoryStore is a function"],
    ["a Map", fromKeyValue, [new Map(), lock], "get, set, delete and list"],
    ["no lock", fromKeyValue, [kv], "a lock"],
    ["a durability that is none", fromKeyValue, [kv, lock, { durability: "yes" }], "durability"],
  ];
  it.each(wrong)("is refused: %s, by %o", (_, make, args, words) => {
    expect(() => make(...(args as never[]))).toThrow(
      expect.objectContaining({ code: "invalid_options", message: expect.stringContaining(words) }),
    );
  });
  it("is taken", () => {
    expect(postgresStore(pool).durability).toBe("durable");
    expect(redisStore(client as never).durability).toBe("volatile");
    expect(fromKeyValue(kv, lock as never).durability).toBe("volatile");
  });
  it("tells what it cannot read from what is absent", async () => {
    const answering = (fields: unknown[]) => redisStore({ ...client, hmget: async () => fields } as never).get("key");
    expect(await answering([null, null])).toBeUndefined();
    expect(await answering(["x", "1"])).toEqual({ value: "x", version: "1" });
    await expect(answering([Buffer.from("x"), Buffer.from("1")])).rejects.toThrow();
    await expect(answering(["x", null])).rejects.toThrow();
  });
});
