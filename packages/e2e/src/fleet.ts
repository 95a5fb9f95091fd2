import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import { type Figures, figures, type Run } from "./figures.ts";
import type { Order, Tally, WorkerInput } from "./fleet-worker.ts";
import { type EmulatedPlatform, startPlatform, sum } from "./platform.ts";
import { appOf } from "./platforms.ts";
import { message, sleep, startScript, stop, temporaryFolder, until } from "./processes.ts";
import {
  type LossyProxy,
  missing,
  redisCommand,
  type Service,
  startPostgres,
  startProxy,
  startRedis,
} from "./services.ts";
import { openStore, type StoreSpec } from "./stores.ts";

const PROCESSES = 8;
const SHOPS = 50;
const CALLERS = 20;
const LIFE = 3_600;
/** Seconds; as the library's. */
const LEASE = 15;
const HOUR = LIFE * 1_000;

/** How far the clock goes on before each round: a first token, a dead one, one in the soft window, one in the hard window, a dead one. */
const ROUNDS = [0, HOUR + 1_000, HOUR - 400_000, HOUR - 30_000, HOUR + 1_000];

type Kind = StoreSpec["kind"];

interface Worker {
  readonly child: ChildProcess;
  readonly proxy: LossyProxy | undefined;
}

function tell(worker: Worker, order: Order): void {
  worker.child.send(order);
}

async function startWorkers(
  count: number,
  platform: EmulatedPlatform,
  registration: string,
  spec: (index: number) => Promise<{ spec: StoreSpec; proxy?: LossyProxy }>,
): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (let index = 0; index < count; index++) {
    const { spec: own, proxy } = await spec(index);
    const input: WorkerInput = { spec: own, origin: platform.origin, registration };
    const child = startScript("./fleet-worker.ts", input);
    child.setMaxListeners(0);
    workers.push({ child, proxy });
  }
  await Promise.all(workers.map(({ child }) => message(child, "ready")));
  return workers;
}

/** Connects shops that have no token yet. */
async function connectShops(spec: StoreSpec, origin: string, registration: string, shops: readonly string[]) {
  const { store, close } = await openStore(spec);
  const app = appOf("renewing", origin, { registration, store });
  for (const account of shops) await app.adopt({ account, owner: "fleet" });
  await close();
}

/** Every call of every process through five expiries; the server counts. */
async function rounds(
  kind: Kind,
  spec: StoreSpec,
  platform: EmulatedPlatform,
  run: Run,
  out: ReturnType<typeof figures>,
) {
  const registration = `fleet-${kind}`;
  const shops = Array.from({ length: SHOPS }, (_, index) => `${kind}-shop-${index}`);
  await platform.control({ offset: 0, life: LIFE, hold: {} });
  await connectShops(spec, platform.origin, registration, shops);
  const workers = await startWorkers(PROCESSES, platform, registration, async () => ({ spec }));
  const started = performance.now();
  const failed: Record<string, number> = {};
  let calls = 0;
  let wrongShop = 0;
  let slowest = 0;
  let offset = 0;
  for (const [index, ahead] of ROUNDS.entries()) {
    offset += ahead;
    await platform.control({ offset });
    const tallies = workers.map(({ child }) => message<{ type: "round"; tally: Tally }>(child, "round"));
    for (const worker of workers) tell(worker, { type: "round", offset, shops, callers: CALLERS });
    for (const { tally } of await Promise.all(tallies)) {
      calls += tally.calls;
      wrongShop += tally.wrongShop;
      slowest = Math.max(slowest, tally.slowest);
      for (const [code, count] of Object.entries(tally.failed)) failed[code] = (failed[code] ?? 0) + count;
    }
    // Renewals in the background end after the calls.
    const wanted = SHOPS * (index + 1);
    const count = async () => sum(await platform.control(), "tokens", `${kind}-`);
    await until(async () => (await count()) >= wanted, 20_000, `${wanted} token requests`).catch(() => {});
    await sleep(300);
  }
  const seconds = (performance.now() - started) / 1_000;
  const report = await platform.control();
  for (const { child } of workers) await stop(child);
  run.log(
    `${kind}: ${calls} calls by ${PROCESSES} processes in ${seconds.toFixed(1)} s, ` +
      `${sum(report, "tokens", `${kind}-`)} token requests, failed ${JSON.stringify(failed)}`,
  );
  out.exactly(`${kind} calls`, calls, PROCESSES * SHOPS * CALLERS * ROUNDS.length);
  out.exactly(`${kind} token requests`, sum(report, "tokens", `${kind}-`), SHOPS * ROUNDS.length);
  out.exactly(
    `${kind} failed calls`,
    Object.values(failed).reduce((total, count) => total + count, 0),
    0,
  );
  out.exactly(`${kind} token requests too early`, sum(report, "early", `${kind}-`), 0);
  out.exactly(`${kind} calls with another shop's token`, wrongShop + sum(report, "wrongShop", `${kind}-`), 0);
  out.exactly(`${kind} calls with a dead token`, sum(report, "expired", `${kind}-`), 0);
  out.note(`${kind} slowest call ms`, Math.round(slowest));
}

interface Fault {
  readonly name: string;
  /** Whether the shop has a token that still lives while this happens. */
  readonly alive: boolean;
  strike(holder: Worker): Promise<void>;
  /** What is undone once the lease is over. */
  relieve?(holder: Worker): Promise<void>;
}

interface Engine {
  readonly kind: Kind;
  /** The store, for this process. */
  readonly spec: StoreSpec;
  /** The store as one worker reaches it. */
  reach(index: number): Promise<{ spec: StoreSpec; proxy?: LossyProxy }>;
  /** Faults of the engine itself. */
  readonly faults: readonly Fault[];
  readonly partitions: boolean;
}

const kill: Omit<Fault, "name" | "alive"> = { strike: ({ child }) => stop(child) };
const freeze: Omit<Fault, "name" | "alive"> = {
  async strike({ child }) {
    process.kill(child.pid!, "SIGSTOP");
  },
  async relieve({ child }) {
    process.kill(child.pid!, "SIGCONT");
  },
};
const partition: Omit<Fault, "name" | "alive"> = {
  strike: async ({ proxy }) => proxy!.drop(true),
  relieve: async ({ proxy }) => proxy!.drop(false),
};

/**
 * Strikes the holder of a lease, or the engine, in the middle of a token request, and measures what it costs. The token
 * request is held for half a second, so that the fault falls between the lease and the save.
 */
async function faults(engine: Engine, round: number, platform: EmulatedPlatform, run: Run, out: Outcome) {
  const { kind } = engine;
  const registration = `faults-${kind}-${round}`;
  const holders: Fault[] = [
    { name: "holder killed, token alive", alive: true, ...kill },
    { name: "holder killed, token dead", alive: false, ...kill },
    { name: "holder stopped for 20 s, token alive", alive: true, ...freeze },
    { name: "holder stopped for 20 s, token dead", alive: false, ...freeze },
    ...(engine.partitions ? [{ name: "holder cut off from the store", alive: true, ...partition }] : []),
  ];
  const batches: (readonly Fault[])[] = [holders, ...engine.faults.map((fault) => [fault])];
  const all = batches.flat().map((fault, index) => ({ ...fault, shop: `f-${kind}-${round}-${index}` }));

  const { store, close } = await openStore(engine.spec);
  // Five minutes of an hour are left: everybody wants to renew, and nobody has to.
  const app = appOf("renewing", platform.origin, { registration, store, now: () => Date.now() - HOUR + 300_000 });
  for (const { shop, alive } of all) {
    const accessToken = `${shop}-token-0123456789`;
    await platform.control({ issue: { shop, token: accessToken } });
    if (alive) await app.adopt({ account: shop, owner: "fleet", credential: { accessToken }, expiresIn: LIFE });
    else await app.adopt({ account: shop, owner: "fleet" });
  }
  await close();
  const workers = await startWorkers(holders.length + 3, platform, registration, (index) => engine.reach(index));
  const dead = new Set<Worker>();
  const cutOff = new Set<Worker>();
  const byPid = (pid: number) => workers.find(({ child }) => child.pid === pid)!;
  let watchers: { shop: string; hold: (pid: number) => void }[] = [];
  platform.onToken(({ shop, pid, nth }) => {
    if (nth === 1) watchers.find((each) => each.shop === shop)?.hold(pid);
  });

  let next = 0;
  for (const batch of batches) {
    const struck: { fault: (typeof all)[number]; holder: Worker; at: number }[] = [];
    for (const _ of batch) {
      const fault = all[next++]!;
      const { shop } = fault;
      const holding = new Promise<number>((resolve) => (watchers = [...watchers, { shop, hold: resolve }]));
      for (const worker of workers) if (!dead.has(worker)) tell(worker, { type: "watch", shop });
      const pid = await Promise.race([holding, sleep(30_000)]);
      if (pid === undefined) throw new Error(`${kind}: nobody renews before "${fault.name}"`);
      const holder = byPid(pid);
      const at = Date.now();
      await fault.strike(holder);
      if (batch === holders) dead.add(holder);
      if (fault.strike !== kill.strike && batch === holders) cutOff.add(holder);
      struck.push({ fault, holder, at });
    }
    const relieving = struck.map(async ({ fault, holder, at }) => {
      if (!fault.relieve) return;
      await sleep(Math.max(0, at + 20_000 - Date.now()));
      await fault.relieve(holder);
    });
    await until(
      async () => {
        const report = await platform.control();
        return struck.every(({ fault }) => report[fault.shop]?.newestUsedAt !== undefined);
      },
      45_000,
      "recovery",
    ).catch(() => {});
    await Promise.all(relieving);
    await sleep(3_000); // Time for a late renewal, if there were one.
    const report = await platform.control();
    for (const { fault, at } of struck) {
      const { tokens, newestUsedAt, expired, wrongShop } = report[fault.shop]!;
      const seconds = newestUsedAt === undefined ? Number.POSITIVE_INFINITY : Math.max(0, newestUsedAt - at) / 1_000;
      run.log(`${kind}: ${fault.name}: ${tokens - 1} extra token requests, recovered in ${seconds.toFixed(1)} s`);
      out.faults++;
      out.mostExtra = Math.max(out.mostExtra, tokens - 1);
      out.extra += tokens - 1;
      out.slowestRecovery = Math.max(out.slowestRecovery, seconds);
      out.wrong += wrongShop + expired;
    }
  }
  for (const worker of workers) {
    const { child } = worker;
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const told = message<{ type: "told"; watched: Record<string, Tally> }>(child, "told");
    tell(worker, { type: "tell" });
    const tallies = await Promise.race([told, sleep(10_000)]);
    if (!tallies) throw new Error(`${kind}: a process does not answer after the faults`);
    for (const [shop, { calls, failed, slowest }] of Object.entries(tallies.watched)) {
      out.calls += calls;
      out.slowestCall = Math.max(out.slowestCall, slowest);
      for (const [code, count] of Object.entries(failed)) {
        const fault = all.find((each) => each.shop === shop)!;
        // Cut off from the store, or stopped until its queries had timed out, and with nothing in memory, a process can only fail.
        const helpless = cutOff.has(worker) && !fault.alive && code === "store_failed";
        if (helpless) out.helpless += count;
        else out.failed += count;
        run.log(`${kind}: ${count} calls failed with ${code} (${fault.name})`);
      }
    }
    await stop(child);
  }
  for (const { proxy } of workers) await proxy?.close();
}

interface Outcome {
  faults: number;
  mostExtra: number;
  extra: number;
  slowestRecovery: number;
  slowestCall: number;
  calls: number;
  failed: number;
  /** Failed without a token that lives, by a process that was cut off from the store or stopped. */
  helpless: number;
  wrong: number;
}

/** Redis with a replica, behind one address that follows the one that leads. */
async function redisPair(): Promise<{ engine: Engine; stop(): Promise<void> }> {
  let leader = await startRedis();
  let follower = await startRedis({ replicaOf: leader.port });
  const linked = async () => (await redisCommand(follower.port, "ROLE")).includes("*5");
  const services: Service[] = [leader, follower];
  const proxies: LossyProxy[] = [];
  const failover: Fault = {
    name: "redis killed and its replica promoted",
    alive: true,
    async strike() {
      await leader.kill();
      await sleep(500);
      await redisCommand(follower.port, "REPLICAOF NO ONE");
      for (const proxy of proxies) proxy.target(follower.port);
      leader = follower;
      follower = await startRedis({ replicaOf: leader.port });
      services.push(follower);
    },
  };
  await until(linked, 10_000, "replication");
  return {
    engine: {
      kind: "redis",
      get spec(): StoreSpec {
        return { kind: "redis", port: leader.port, client: "redis" };
      },
      async reach(index) {
        const proxy = await startProxy(leader.port);
        proxies.push(proxy);
        return { spec: { kind: "redis", port: proxy.port, client: index % 2 ? "ioredis" : "redis" }, proxy };
      },
      faults: [failover],
      partitions: true,
    },
    async stop() {
      for (const service of services) await service.stop();
    },
  };
}

function postgresEngine(service: Service): Engine {
  return {
    kind: "postgres",
    spec: { kind: "postgres", port: service.port },
    async reach() {
      const proxy = await startProxy(service.port);
      return { spec: { kind: "postgres", port: proxy.port }, proxy };
    },
    faults: [
      {
        name: "postgres restarted immediately",
        alive: true,
        async strike() {
          await service.kill();
          await service.restart();
        },
      },
    ],
    partitions: true,
  };
}

/** 8 processes, 50 shops, 5 expiries and 20 callers on each store; then the same fleet under faults. */
export async function fleet(run: Run): Promise<Figures> {
  const out = figures();
  const folder = await temporaryFolder("fleet");
  const platform = await startPlatform();
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
  for (const spec of specs) await rounds(spec.kind, spec, platform, run, out);
  await redis?.stop();

  await platform.control({ offset: 0, hold: { "f-": 500 } });
  const outcome: Outcome = {
    faults: 0,
    mostExtra: 0,
    extra: 0,
    slowestRecovery: 0,
    slowestCall: 0,
    calls: 0,
    failed: 0,
    helpless: 0,
    wrong: 0,
  };
  const plain = (kind: "sqlite" | "file"): Engine => {
    const spec: StoreSpec = { kind, path: join(folder, kind === "file" ? "faults" : "faults.db") };
    return { kind, spec, reach: async () => ({ spec }), faults: [], partitions: false };
  };
  const pair = redis && (await redisPair());
  const engines = [
    plain("sqlite"),
    plain("file"),
    ...(postgres ? [postgresEngine(postgres)] : []),
    ...(pair ? [pair.engine] : []),
  ];
  for (let round = 0; round < (run.long ? 25 : 1); round++)
    await Promise.all(engines.map((engine) => faults(engine, round, platform, run, outcome)));

  out.note("faults", outcome.faults);
  out.note("calls under faults", outcome.calls);
  out.note("extra token requests in all", outcome.extra);
  out.atMost("extra token requests per fault, most", outcome.mostExtra, 1);
  out.atMost("recovery s, slowest", Number(outcome.slowestRecovery.toFixed(1)), LEASE + 2);
  out.exactly("failed calls under faults", outcome.failed, 0);
  out.note("store failures without a living token in a process cut off or stopped", outcome.helpless);
  out.exactly("calls under faults with a dead or another shop's token", outcome.wrong, 0);
  out.note("slowest call under faults ms", Math.round(outcome.slowestCall));
  await pair?.stop();
  await postgres?.stop();
  await platform.stop();
  return out;
}
