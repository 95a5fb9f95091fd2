import { join } from "node:path";
import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import { type Figures, figures, type Run } from "./figures.ts";
import { strikeFleet } from "./fleet-faults.ts";
import type { Tally } from "./fleet-worker.ts";
import { LIFE, startWorkers, tell } from "./fleet-workers.ts";
import { startPlatform, sum } from "./platform.ts";
import { appOf } from "./platforms.ts";
import { message, stop, temporaryFolder } from "./processes.ts";
import { missing, startPostgres, startRedis } from "./services.ts";
import { openStore, type StoreSpec } from "./stores.ts";

const PROCESSES = 8;
const SHOPS = 50;
const CALLERS = 20;
const HOUR = LIFE * 1_000;
/** Runs of the long form on each store; the short one makes one. */
const RUNS = 25;

/** How far the clock goes on before each round: a first token, a dead one, one in the soft window, one in the hard window, a dead one. */
const ROUNDS = [0, HOUR + 1_000, HOUR - 400_000, HOUR - 30_000, HOUR + 1_000];

/** Connects shops that have no token yet. */
async function connectShops(spec: StoreSpec, origin: string, registration: string, shops: readonly string[]) {
  const { store, close } = await openStore(spec);
  const app = appOf("renewing", origin, { registration, store });
  for (const account of shops) await app.adopt({ account, owner: "fleet" });
  await close();
}

interface Count {
  calls: number;
  tokens: number;
  failed: number;
  early: number;
  wrongShop: number;
  dead: number;
  slowest: number;
}

/** Every call of every process through five expiries; the server counts. */
async function rounds(spec: StoreSpec, number: number, run: Run): Promise<Count> {
  const { kind } = spec;
  const registration = `fleet-${kind}-${number}`;
  const shops = Array.from({ length: SHOPS }, (_, index) => `${kind}-${number}-shop-${index}`);
  const platform = await startPlatform();
  await platform.control({ life: LIFE });
  await connectShops(spec, platform.origin, registration, shops);
  const workers = await startWorkers(PROCESSES, platform, registration, async () => ({ spec }));
  const started = performance.now();
  const failed: Record<string, number> = {};
  const count: Count = { calls: 0, tokens: 0, failed: 0, early: 0, wrongShop: 0, dead: 0, slowest: 0 };
  let offset = 0;
  for (const ahead of ROUNDS) {
    offset += ahead;
    await platform.control({ offset });
    const tallies = workers.map(({ child }) => message<{ type: "round"; tally: Tally }>(child, "round"));
    for (const worker of workers) tell(worker, { type: "round", offset, shops, callers: CALLERS });
    for (const { tally } of await Promise.all(tallies)) {
      count.calls += tally.calls;
      count.wrongShop += tally.wrongShop;
      count.slowest = Math.max(count.slowest, tally.slowest);
      for (const [code, times] of Object.entries(tally.failed)) {
        failed[code] = (failed[code] ?? 0) + times;
        count.failed += times;
      }
    }
  }
  const seconds = (performance.now() - started) / 1_000;
  const report = await platform.control();
  for (const { child } of workers) await stop(child);
  await platform.stop();
  count.tokens = sum(report, "tokens");
  count.early = sum(report, "early");
  count.wrongShop += sum(report, "wrongShop");
  count.dead = sum(report, "expired");
  run.log(
    `${kind}: ${count.calls} calls by ${PROCESSES} processes in ${seconds.toFixed(1)} s, ` +
      `${count.tokens} token requests, failed ${JSON.stringify(failed)}`,
  );
  return count;
}

/** So many runs on one store. */
async function renewals(spec: StoreSpec, run: Run, out: ReturnType<typeof figures>): Promise<void> {
  const { kind } = spec;
  const runs = run.long ? RUNS : 1;
  const counts: Count[] = [];
  while (counts.length < runs) counts.push(await rounds(spec, counts.length, run));
  const total = (field: keyof Count) => counts.reduce((sum, count) => sum + count[field], 0);
  const each = SHOPS * ROUNDS.length;
  out.exactly(`${kind} calls`, total("calls"), PROCESSES * CALLERS * each * runs);
  out.exactly(`${kind} token requests`, total("tokens"), each * runs);
  out.exactly(`${kind} runs with ${each} token requests`, counts.filter(({ tokens }) => tokens === each).length, runs);
  out.exactly(`${kind} failed calls`, total("failed"), 0);
  out.exactly(`${kind} token requests too early`, total("early"), 0);
  out.exactly(`${kind} calls with another shop's token`, total("wrongShop"), 0);
  out.exactly(`${kind} calls with a dead token`, total("dead"), 0);
  out.note(`${kind} slowest call ms`, Math.round(Math.max(...counts.map(({ slowest }) => slowest))));
}

/** 8 processes, 50 shops, 5 expiries and 20 callers on each store; then the same fleet under faults. */
export async function fleet(run: Run): Promise<Figures> {
  const out = figures();
  const folder = await temporaryFolder("fleet");
  const skipped = (["redis", "postgres"] as const).filter((name) => missing(name));
  for (const name of skipped) out.note(`${name}`, `skipped: ${missing(name)}`);
  const postgres = skipped.includes("postgres") ? undefined : await startPostgres();
  const redis = skipped.includes("redis") ? undefined : await startRedis();
  if (postgres) {
    const pool = new pg.Pool({ host: "127.0.0.1", port: postgres.port, user: "postgres" });
    await postgresStore(pool).createTable();
    await pool.end();
  }
  const specs: StoreSpec[] = [
    { kind: "sqlite", path: join(folder, "fleet.db") },
    { kind: "file", path: join(folder, "fleet") },
    ...(postgres ? [{ kind: "postgres", port: postgres.port } as const] : []),
    ...(redis ? [{ kind: "redis", port: redis.port, client: "redis" } as const] : []),
  ];
  for (const spec of specs) await renewals(spec, run, out);
  await redis?.stop();
  await postgres?.stop();
  await strikeFleet(run, out, folder);
  return out;
}
