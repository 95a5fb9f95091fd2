import process from "node:process";
import { postgresStore } from "@shopauth/core/postgres";
import { redisStore } from "@shopauth/core/redis";
import { Redis } from "ioredis";
import pg from "pg";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCuttingProxy } from "../src/cutting-proxy.ts";
import { type EmulatedPlatform, startPlatform } from "../src/platform.ts";
import { appOf } from "../src/platforms.ts";
import { missing, type Service, startPostgres, startProxy, startRedis } from "../src/services.ts";

/** Clients as people make them: without a time limit of their own, so that the library's is what ends a wait. */

const SILENT = { code: "store_failed", message: "The store failed (no answer in 5 s)" };
const owner = "ann";
const closing: (() => Promise<unknown>)[] = [];
let platform: EmulatedPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  closing.push(() => platform.stop());
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** How long it takes to fail, and with what. */
async function failing(work: Promise<unknown>) {
  const started = performance.now();
  const error = await work.then(
    () => "resolved",
    (caught: unknown) => caught,
  );
  return { error, seconds: (performance.now() - started) / 1_000 };
}

describe.skipIf(missing("redis"))("Redis", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startRedis({ fsync: true });
    closing.push(() => service.stop());
  });

  it("that stands still fails in time, is told apart, and works on afterwards", async () => {
    const client = createClient({ socket: { host: "127.0.0.1", port: service.port } });
    client.on("error", () => {});
    await client.connect();
    closing.push(async () => client.destroy());
    const store = redisStore(client);
    const app = appOf("renewing", platform.origin, { store, registration: "silent" });
    await app.adopt({ account: "acme", owner });
    expect((await app.client("acme").get("/ping")).status).toBe(200);
    process.kill(service.pid, "SIGSTOP");
    try {
      const { error, seconds } = await failing(app.connection("acme"));
      expect(error).toMatchObject(SILENT);
      expect(seconds).toBeLessThan(10);
      // What is in memory needs no store.
      expect((await app.client("acme").get("/ping")).status).toBe(200);
    } finally {
      process.kill(service.pid, "SIGCONT");
    }
    expect(await app.connection("acme")).toMatchObject({ account: "acme", owner });
  });

  it("whose answer to a claim is lost, and asked for again by the driver, has been claimed", async () => {
    const isClaim = (data: Buffer) => /eval/i.test(String(data)) && String(data).includes("flow/never/cut/");
    const proxy = await startCuttingProxy(service.port, isClaim);
    closing.push(() => proxy.close());
    // It sends again by itself what was under way when a connection broke.
    const client = new Redis({ host: "127.0.0.1", port: proxy.port });
    client.on("error", () => {});
    closing.push(async () => client.disconnect());
    const store = redisStore(client, { durable: true });
    const app = appOf("never", platform.origin, { store, registration: "cut" });
    const { url, flow } = await app.authorizationUrl({ shop: "cut-shop", owner });
    const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
    query.set("state", url.searchParams.get("state")!);
    query.set("code", "code-cut-shop");
    const cut = proxy.cut("after");
    const finishing = app.exchange({ query: query.toString(), flow, owner });
    await cut;
    expect((await finishing).connection).toMatchObject({ account: "cut-shop", owner });
    expect((await platform.control())["cut-shop"]).toMatchObject({ exchanges: 1 });
  });
});

describe.skipIf(missing("postgres"))("PostgreSQL", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
    closing.push(() => service.stop());
  });

  it("without the database says which error it was", async () => {
    const pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres", database: "nowhere" });
    closing.push(() => pool.end());
    const app = appOf("renewing", platform.origin, { store: postgresStore(pool) });
    await expect(app.connection("acme")).rejects.toMatchObject({
      code: "store_failed",
      message: "The store failed (DatabaseError 3D000)",
    });
  });

  it("that cannot be reached says so", async () => {
    const pool = new pg.Pool({ host: "127.0.0.1", port: 1, user: "postgres" });
    const app = appOf("renewing", platform.origin, { store: postgresStore(pool) });
    await expect(app.connection("acme")).rejects.toMatchObject({ message: "The store failed (ECONNREFUSED)" });
  });

  it("behind a network that loses everything fails in time", async () => {
    const proxy = await startProxy(service.port);
    closing.push(() => proxy.close());
    const pool = new pg.Pool({ host: "127.0.0.1", port: proxy.port, user: "postgres" });
    pool.on("error", () => {});
    await postgresStore(pool).createTable();
    const app = appOf("renewing", platform.origin, { store: postgresStore(pool) });
    await app.adopt({ account: "acme", owner });
    proxy.drop(true);
    for (const work of [
      () => app.connection("acme"),
      () => app.connections()[Symbol.asyncIterator]().next(),
      () => app.adopt({ account: "further", owner }),
    ]) {
      const { error, seconds } = await failing(work());
      expect(error).toMatchObject(SILENT);
      expect(seconds).toBeLessThan(10);
    }
    proxy.drop(false);
    await expect.poll(() => app.connection("acme").catch(() => undefined), { timeout: 10_000 }).toBeDefined();
  });
});
