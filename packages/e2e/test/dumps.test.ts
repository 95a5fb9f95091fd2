import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createStoreHippo, type Store } from "@shopauth/storehippo";
import { afterAll, expect, it } from "vitest";
import { Canaries } from "../../core/test/leaks.ts";
import { missing, redisCommand, type Service, startPostgres, startRedis } from "../src/services.ts";
import { openStore } from "../src/stores.ts";

const services: Service[] = [];
afterAll(async () => {
  for (const service of services) await service.stop();
});

/** Lets a store hold a connection and a finished flow whose every secret is a canary. */
async function fill(store: Store): Promise<Canaries> {
  const canaries = new Canaries();
  const [clientSecret, secret, code, issued, adopted] = ["client-secret", "seal", "code", "issued", "adopted"].map(
    (name) => canaries.make(name),
  ) as [string, string, string, string, string];
  const app = createStoreHippo({
    clientId: "client",
    clientSecret,
    scopes: ["read_orders"],
    secrets: [secret],
    redirectUri: "https://app.example/callback",
    store: { ...store, durability: "durable" },
    fetch: async () => Response.json({ access_token: issued }),
  });
  await app.adopt({ account: "adopted", owner: "ann", credential: { accessToken: adopted } });
  const { url, flow } = await app.authorizationUrl({ store: "connected", owner: "ann" });
  await app.exchange({
    query: new URLSearchParams({ code, state: url.searchParams.get("state")! }),
    flow,
    owner: "ann",
  });
  const kinds = new Set<string>();
  for await (const key of store.list("")) kinds.add(key.split("/")[0]!);
  expect([...kinds].sort()).toEqual(["connection", "flow"]);
  // The control: what is not sealed is found.
  await store.set("control", canaries.make("control"), { ifVersion: null });
  return canaries;
}

/** Every secret that a dump shows; the control must be the only one. */
function found(canaries: Canaries, dump: Buffer | string): Set<string> {
  const shown = new Set<string>();
  const text = typeof dump === "string" ? dump : dump.toString("latin1");
  for (let start = 0; start < text.length; start += 64) {
    const name = canaries.find(text.slice(start, start + 64 + 11));
    if (name !== undefined) shown.add(name);
  }
  return shown;
}

it("a dump of PostgreSQL shows no secret", async (ctx) => {
  const program = ["/usr/local/bin/pg_dump", ...globSync("/usr/lib/postgresql/*/bin/pg_dump")].find((file) =>
    existsSync(file),
  );
  const reason = missing("postgres") ?? (program ? undefined : "pg_dump is not installed");
  if (reason) return ctx.skip(reason);
  const service = await startPostgres();
  services.push(service);
  const { store, close } = await openStore({ kind: "postgres", port: service.port });
  await (store as Store & { createTable(): Promise<void> }).createTable();
  const canaries = await fill(store);
  const address = ["-h", "127.0.0.1", "-p", String(service.port), "-U", "postgres", "postgres"];
  const { stdout } = await promisify(execFile)(program!, address, { maxBuffer: 64 * 1024 * 1024 });
  await close();
  expect(stdout).toContain("connection/storehippo/");
  expect(found(canaries, stdout)).toEqual(new Set(["control"]));
}, 60_000);

it("a dump of Redis shows no secret", async (ctx) => {
  const reason = missing("redis");
  if (reason) return ctx.skip(reason);
  const service = await startRedis();
  services.push(service);
  const { store, close } = await openStore({ kind: "redis", port: service.port, client: "redis" });
  const canaries = await fill(store);
  const folder = /\r\n\$\d+\r\n([^\r]+)\r\n$/.exec(await redisCommand(service.port, "CONFIG GET dir"))![1]!;
  await redisCommand(service.port, "CONFIG SET rdbcompression no");
  expect(await redisCommand(service.port, "SAVE")).toMatch(/^\+OK/);
  await close();
  const dump = readFileSync(join(folder, "dump.rdb"));
  expect(dump.toString("latin1")).toContain("connection/storehippo/");
  expect(found(canaries, dump)).toEqual(new Set(["control"]));
}, 60_000);
