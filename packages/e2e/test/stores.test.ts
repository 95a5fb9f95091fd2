import { join } from "node:path";
import type { Store } from "@shopauth/core";
import { postgresStore } from "@shopauth/core/postgres";
import { storeContract } from "@shopauth/core/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../src/processes.ts";
import { missing, type Service, startPostgres, startRedis } from "../src/services.ts";
import { openStore, type StoreSpec } from "../src/stores.ts";

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
