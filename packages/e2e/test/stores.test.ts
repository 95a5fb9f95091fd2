import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { isShopAuthError, type Store } from "@shopauth/core";
import { postgresStore } from "@shopauth/core/postgres";
import { storeContract } from "@shopauth/core/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../src/processes.ts";
import { rawRows } from "../src/rows.ts";
import { root, run } from "../src/runtimes-install.ts";
import { nodeBinary } from "../src/runtimes-node.ts";
import { missing, type Service, startPostgres, startRedis } from "../src/services.ts";
import { openStore, type StoreSpec } from "../src/stores.ts";
import { untraceable } from "../src/strace.ts";

/** The built module of a store, for a process of its own. */
const moduleOf = (store: string) => pathToFileURL(join(root, `packages/core/dist/${store}.js`)).href;

const services: Service[] = [];
let folder: string;
afterAll(async () => {
  for (const service of services) await service.stop();
});

const ports: Record<string, number> = {};
beforeAll(async () => {
  folder = await temporaryFolder("stores");
  if (!missing("redis")) {
    for (const name of ["redis", "redisFsync"] as const) {
      const service = await startRedis({ fsync: name === "redisFsync" });
      services.push(service);
      ports[name] = service.port;
    }
  }
  if (!missing("postgres")) {
    const service = await startPostgres();
    services.push(service);
    ports.postgres = service.port;
    const pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres" });
    await postgresStore(pool).createTable();
    await postgresStore(pool).createTable(); // A second start finds it.
    await pool.end();
  }
});

const engines: { name: string; needs?: "redis" | "postgres"; durability: string; spec: () => StoreSpec }[] = [
  { name: "sqlite", durability: "durable", spec: () => ({ kind: "sqlite", path: join(folder, "contract.db") }) },
  { name: "file", durability: "durable", spec: () => ({ kind: "file", path: join(folder, "contract") }) },
  {
    name: "postgres through pg",
    needs: "postgres",
    durability: "durable",
    spec: () => ({ kind: "postgres", port: ports.postgres! }),
  },
  {
    name: "postgres with serializable transactions",
    needs: "postgres",
    durability: "durable",
    spec: () => ({ kind: "postgres", port: ports.postgres!, isolation: "serializable" }),
  },
  ...(["redis", "ioredis"] as const).flatMap((client) => [
    {
      name: `redis through ${client}`,
      needs: "redis" as const,
      durability: "volatile",
      spec: (): StoreSpec => ({ kind: "redis", port: ports.redis!, client }),
    },
    {
      name: `redis with appendfsync always through ${client}`,
      needs: "redis" as const,
      durability: "durable",
      spec: (): StoreSpec => ({ kind: "redis", port: ports.redisFsync!, client, durable: true }),
    },
  ]),
];

describe.each(engines)("$name", ({ needs, durability, spec }) => {
  const reason = needs && missing(needs);
  const closers = new Map<Store, () => Promise<void>>();
  const open = async () => {
    const { store, close } = await openStore(spec());
    closers.set(store, close);
    return store;
  };
  const close = async (store: Store) => closers.get(store)?.();
  for (const { name, run } of storeContract({ open, reopen: open, close })) {
    it(name, async (context) => {
      if (reason) context.skip(reason);
      await run();
    });
  }
  it(`says that it is ${durability}`, async (context) => {
    if (reason) context.skip(reason);
    const store = await open();
    expect(store.durability).toBe(durability);
    await close(store);
  });
});

describe("after the server was killed", () => {
  const keep = async (spec: StoreSpec, service: Service) => {
    const keys = Array.from({ length: 50 }, (_, index) => `killed/${crypto.randomUUID()}/${index}`);
    const before = await openStore(spec);
    await Promise.all(keys.map((key) => before.store.set(key, key, { ifVersion: null })));
    await service.kill();
    await service.restart();
    const after = await openStore(spec);
    for (const key of keys) expect((await after.store.get(key))?.value).toBe(key);
    await before.close();
    await after.close();
  };
  it("postgres still has what it acknowledged", async (context) => {
    const reason = missing("postgres");
    if (reason) context.skip(reason);
    await keep({ kind: "postgres", port: ports.postgres! }, services.find(({ port }) => port === ports.postgres)!);
  });
  it("redis with appendfsync always still has what it acknowledged", async (context) => {
    const reason = missing("redis");
    if (reason) context.skip(reason);
    const spec: StoreSpec = { kind: "redis", port: ports.redisFsync!, client: "redis", durable: true };
    await keep(spec, services.find(({ port }) => port === ports.redisFsync)!);
  });
});

describe.each(engines.filter(({ name }) => !name.includes("fsync")))("$name, what has expired", ({ needs, spec }) => {
  it("does not stay for ever", async (context) => {
    const reason = needs && missing(needs);
    if (reason) context.skip(reason);
    const { store, close } = await openStore(spec());
    const prefix = `ended/${crypto.randomUUID()}/`;
    const expiresAt = Date.now() - 3 * 86_400_000;
    await Promise.all(
      Array.from({ length: 700 }, (_, flow) => store.set(`${prefix}${flow}`, "x", { ifVersion: null, expiresAt })),
    );
    await store.set(`${prefix}kept`, "0", { ifVersion: null, expiresAt: Date.now() + 600_000 });
    const left = async () => (await rawRows(spec())).filter(({ key }) => key.startsWith(prefix)).map(({ key }) => key);
    // As many writes as there may be folders to look at: nobody lists, and nobody reads what has expired.
    for (let write = 0; write < 2_000; write++) {
      const { version } = (await store.get(`${prefix}kept`))!;
      await store.set(`${prefix}kept`, String(write), { ifVersion: version });
      if (write % 100 === 99 && (await left()).length === 1) break;
    }
    expect(await left()).toEqual([`${prefix}kept`]);
    await close();
  });
});

describe("postgres", () => {
  const connect = (max: number) => new pg.Pool({ host: "127.0.0.1", port: ports.postgres!, user: "postgres", max });
  const withPool = async (context: { skip(reason: string): void }, work: (pool: pg.Pool) => Promise<void>) => {
    const reason = missing("postgres");
    if (reason) context.skip(reason);
    const pool = connect(10);
    try {
      await work(pool);
    } finally {
      await pool.end();
    }
  };

  it("says which table is missing and what to call", (context) =>
    withPool(context, async (pool) => {
      const store = postgresStore(pool, { table: "not_there" });
      const outcomes = await Promise.allSettled([store.get("key"), store.set("key", "x", { ifVersion: null })]);
      for (const outcome of outcomes) {
        const error: unknown = outcome.status === "rejected" && outcome.reason;
        expect(isShopAuthError(error) && [error.code, error.message, error.hint]).toEqual([
          "store_failed",
          "There is no table not_there",
          expect.stringContaining("createTable()"),
        ]);
      }
    }));

  it("makes its table and index for processes that start together, also under a long name", (context) =>
    withPool(context, async (pool) => {
      // The server fails by another code with each way of missing the other's: so there are many rounds, at open connections.
      await Promise.all(Array.from({ length: 10 }, () => pool.query("SELECT pg_sleep(0.05)")));
      const many = Array.from({ length: 30 }, (_, round) => `together${round}`);
      for (const table of [...many, "public.qualified", `t${"x".repeat(62)}`]) {
        const stores = Array.from({ length: 10 }, () => postgresStore(pool, { table }));
        await Promise.all(stores.map((store) => store.createTable()));
        expect(await stores[0]!.set("key", "x", { ifVersion: null })).toBe(true);
        const name = table.replace("public.", "");
        const { rows } = await pool.query("SELECT indexdef FROM pg_indexes WHERE tablename = $1", [name]);
        expect(rows.map(({ indexdef }) => indexdef).join()).toContain("(expires_at) WHERE");
      }
    }));

  it("makes what the README's migration makes", (context) =>
    withPool(context, async (pool) => {
      const readme = readFileSync(join(root, "packages/core/README.md"), "utf8");
      const migration = /```sql\n(.+?)```/s.exec(readme)![1]!;
      await pool.query(migration.replaceAll("shopauth", "migrated"));
      await postgresStore(pool, { table: "made" }).createTable();
      const shapeOf = async (table: string) => {
        const columns =
          "SELECT column_name, data_type, is_nullable, collation_name FROM information_schema.columns WHERE table_name = $1 ORDER BY 1";
        const indexes = "SELECT indexdef FROM pg_indexes WHERE tablename = $1 ORDER BY 1";
        const found = await Promise.all([columns, indexes].map((text) => pool.query(text, [table])));
        return JSON.stringify(found.map(({ rows }) => rows)).replaceAll(table, "");
      };
      expect(await shapeOf("migrated")).toBe(await shapeOf("made"));
      expect(await shapeOf("made")).toContain("expires_at");
    }));

  it("reads lists and expired records by their indexes", (context) =>
    withPool(context, async (pool) => {
      const texts: string[] = [];
      const watching = {
        query: (text: string, values: unknown[]) => {
          texts.push(text);
          return pool.query(text, values);
        },
      };
      const store = postgresStore(watching, { table: "planned" });
      await store.createTable();
      await pool.query(
        "INSERT INTO planned SELECT 'many/' || n, 'x', 'v', CASE WHEN n < 100000 THEN 4e12 END FROM generate_series(1, 20000) n",
      );
      await pool.query("ANALYZE planned");
      texts.length = 0;
      for await (const key of store.list("many/77_")) expect(key).toBe("never");
      const values = (text: string) => (text.includes("LIKE") ? ["many/77\\_%", "", 1] : [1]);
      expect(texts).toHaveLength(2);
      for (const text of texts) {
        const { rows } = await pool.query(`EXPLAIN ${text}`, values(text));
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(plan).toMatch(/Index (Only )?Scan using planned_(pkey|expires_at)|Bitmap Index Scan on planned/);
        expect(plan).not.toContain("Seq Scan");
      }
    }));

  it("keeps what is expired by the clock of one host only", (context) =>
    withPool(context, async (pool) => {
      const table = "clocks";
      const store = postgresStore(pool, { table });
      await store.createTable();
      await store.set("key", "x", { ifVersion: null, expiresAt: Date.now() + 600_000 });
      const ahead = postgresStore(pool, { table, now: () => Date.now() + 86_400_000 });
      await ahead.set("other", "x", { ifVersion: null });
      for await (const key of ahead.list("")) expect(key).toBe("other");
      expect((await store.get("key"))?.value).toBe("x");
    }));

  it("uses nothing that PostgreSQL 9.5 has not", () => {
    const source = readFileSync(join(root, "packages/core/src/stores/postgres.ts"), "utf8");
    expect(source).not.toMatch(/starts_with|gen_random_uuid|CREATE OR REPLACE|MERGE |GENERATED |PROCEDURE/);
  });
});

describe("sqlite", () => {
  it("opens a fresh file in eight processes at once", async () => {
    const path = join(folder, "fresh.db");
    const script = `import { sqliteStore } from ${JSON.stringify(moduleOf("sqlite"))};
      const store = sqliteStore(${JSON.stringify(path)});
      for (let n = 0; n < 5; n++) if (!await store.set(process.pid + "/" + n, "x", { ifVersion: null })) throw new Error("refused");`;
    const args = ["--input-type=module", "-e", script];
    await Promise.all(Array.from({ length: 8 }, () => run(process.execPath, args)));
    expect(await rawRows({ kind: "sqlite", path })).toHaveLength(40);
  });

  it("is loaded on Node 20, and says what to do", { timeout: 200_000 }, async (context) => {
    const node = await nodeBinary(20);
    if (typeof node !== "string") return context.skip(node.skipped);
    const script = `const { sqliteStore } = await import(${JSON.stringify(moduleOf("sqlite"))});
      try { sqliteStore("x.db"); } catch (error) { console.log(process.version + " " + error.code + ": " + error.message); }`;
    const { stdout, stderr } = spawnSync(node, ["--input-type=module", "-e", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^v20\.\S+ invalid_options: sqliteStore needs Node 22\.13 or newer; use fileStore$/m);
    expect(existsSync(join(folder, "x.db"))).toBe(false);
  });
});

describe("file", () => {
  it("syncs every folder that it made, above a record's too, before it acknowledges", async (context) => {
    const reason = await untraceable();
    if (reason) context.skip(reason);
    const base = realpathSync(folder);
    const place = join(base, "made", "by", "it");
    const log = join(base, "strace");
    const script = `import { fileStore } from ${JSON.stringify(moduleOf("file"))};
      await fileStore(${JSON.stringify(place)}).set("key", "x", { ifVersion: null });`;
    // One thread works on files, and each thread has a log of its own, so that calls stand in their order.
    await run(
      "strace",
      ["-ff", "-y", "-e", "trace=/link|fsync|mkdir", "-o", log, process.execPath].concat([
        "--input-type=module",
        "-e",
        script,
      ]),
      {
        env: { ...process.env, UV_THREADPOOL_SIZE: "1", NODE_OPTIONS: "" },
      },
    );
    const logs = readdirSync(base).filter((name) => name.startsWith("strace."));
    const lines = logs
      .map((name) => readFileSync(join(base, name), "utf8").split("\n"))
      .find((all) => all.some((line) => line.includes(".tmp")))!;
    const [name] = readdirSync(place);
    const linked = lines.findIndex((line) => /^link/.test(line) && line.includes(`${name}/1`));
    const synced = lines.flatMap((line, at) => {
      const path = /^fsync\(\d+<([^>]+)>\) += 0/.exec(line)?.[1];
      return path === undefined ? [] : [{ at, path }];
    });
    expect(linked).toBeGreaterThan(0);
    const before = synced.filter(({ at }) => at < linked).map(({ path }) => path);
    for (const each of [base, join(base, "made"), join(base, "made/by"), place]) expect(before).toContain(each);
    expect(before.some((path) => path.endsWith(".tmp"))).toBe(true);
    expect(synced.filter(({ at }) => at > linked).map(({ path }) => path)).toContain(join(place, name!));
  });
});
