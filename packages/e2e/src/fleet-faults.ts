import { setPriority } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import type { figures, Run } from "./figures.ts";
import type { Told, WatchTally } from "./fleet-worker.ts";
import { LIFE, startWorkers, tell, type Worker } from "./fleet-workers.ts";
import { type EmulatedPlatform, startPlatform } from "./platform.ts";
import { appOf } from "./platforms.ts";
import { message, pooled, sleep, stop, until } from "./processes.ts";
import {
  freePort,
  type LossyProxy,
  missing,
  redisCommand,
  type Service,
  startPostgres,
  startProxy,
  startRedis,
} from "./services.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/** Seconds; as the library's. */
const LEASE = 15;
/** Faults of the long form. */
const LONG = 1_000;
/** Processes of each store that nothing is done to. */
const SURVIVORS = 3;
const PREFIX = "f-";

type Kind = StoreSpec["kind"];

/** A shop whose renewal is struck: one fault, judged by itself. */
interface Shop {
  readonly name: string;
  /** What it begins with; absent: it has no token that lives while this happens. */
  readonly token?: string;
}

/** One thing that is done while token requests of some shops are under way. */
interface Strike {
  readonly name: string;
  /** Whether each of the shops has a token that still lives. */
  readonly shops: readonly boolean[];
  /** The process that is to hold the leases; else whoever survives. */
  readonly victim?: Worker;
  /** Stands between the shops' token host and everybody. */
  readonly host?: LossyProxy;
  /** @param answer lets the token requests that are under way be answered */
  strike(answer: () => Promise<unknown>): Promise<unknown>;
  /** Is undone after so many seconds. */
  readonly undo?: { readonly after: number; act(answer: () => Promise<unknown>): Promise<unknown> };
  /** Nobody can renew before it is undone, so recovery is counted from there. */
  readonly untilUndone?: boolean;
  /** Who has to fail where no token lives: a process that cannot reach the store, or all while nobody can renew. */
  readonly helpless?: "victim" | "all";
  /** Token requests that it may cost beyond the one. */
  readonly extra: 0 | 1;
}

interface Engine {
  readonly kind: Kind;
  /** The store, for this process. */
  readonly spec: StoreSpec;
  /** The store as one worker reaches it. */
  reach(index: number): Promise<{ spec: StoreSpec; proxy?: LossyProxy }>;
  /** Whether a worker can be cut off from it. */
  readonly partitions: boolean;
  /** Of the engine itself, one after the other. */
  readonly strikes: readonly Strike[];
  stop(): Promise<void>;
}

interface Outcome {
  faults: number;
  strikes: number;
  /** Token requests beyond what the fault may cost. */
  tooMany: number;
  mostExtra: number;
  extra: number;
  late: number;
  slowestRecovery: number;
  slowestCall: number;
  calls: number;
  failed: number;
  /** Failed without a token that lives, by who cannot have one. */
  helpless: number;
  wrong: number;
}

const both = [true, false];

/** Processes are killed, stopped and cut off, and token hosts go away, all at the same time. */
async function holders(engine: Engine, workers: readonly Worker[], platform: EmulatedPlatform): Promise<Strike[]> {
  const rest = workers.slice(SURVIVORS);
  const next = () => rest.shift()!;
  const killed = (): Strike => {
    const victim = next();
    return { name: "holder killed", shops: [true, false, true], victim, strike: () => stop(victim.child), extra: 1 };
  };
  const stopped = (): Strike => {
    const victim = next();
    const { child } = victim;
    return {
      name: "holder stopped for 20 s",
      shops: both,
      victim,
      async strike(answer) {
        process.kill(child.pid!, "SIGSTOP");
        await answer();
      },
      undo: { after: 20, act: async () => process.kill(child.pid!, "SIGCONT") },
      helpless: "victim",
      extra: 1,
    };
  };
  const cutOff = (): Strike => {
    const victim = next();
    const { proxy } = victim;
    return {
      name: "holder cut off from the store",
      shops: both,
      victim,
      async strike(answer) {
        proxy!.drop(true);
        await answer();
      },
      undo: { after: 20, act: async () => proxy!.drop(false) },
      helpless: "victim",
      extra: 1,
    };
  };
  const hostPort = Number(new URL(platform.origin).port);
  const nobody = await freePort();
  const silent = await startProxy(hostPort);
  const refusing = await startProxy(hostPort);
  const hosts: Strike[] = [
    {
      // Between two deadlines of 10 s: a retry that its deadline ends just then would be a second fault.
      name: "token host cut off for 15 s",
      shops: both,
      host: silent,
      async strike(answer) {
        silent.drop(true);
        await answer();
      },
      undo: { after: 15, act: async () => silent.drop(false) },
      untilUndone: true,
      helpless: "all",
      extra: 1,
    },
    {
      name: "token host down for 5 s",
      shops: both,
      host: refusing,
      async strike(answer) {
        refusing.target(nobody);
        await answer();
      },
      undo: { after: 5, act: async () => refusing.target(hostPort) },
      untilUndone: true,
      helpless: "all",
      extra: 1,
    },
    {
      // Below the deadline of 10 s: who holds the lease lives, and nobody may overtake it.
      name: "token host answers after 8 s",
      shops: both,
      strike: async () => {},
      undo: { after: 8, act: (answer) => answer() },
      extra: 0,
    },
  ];
  return [killed(), killed(), stopped(), stopped(), ...(engine.partitions ? [cutOff()] : []), ...hosts];
}

/** Strikes in the middle of token requests, between the lease and the save, and measures for each shop what it costs. */
async function round(engine: Engine, number: number, platform: EmulatedPlatform, run: Run, out: Outcome) {
  const { kind } = engine;
  const registration = `faults-${kind}-${number}`;
  const victims = engine.partitions ? 5 : 4;
  const workers = await startWorkers(SURVIVORS + victims, platform, registration, (index) => engine.reach(index));
  const survivors = workers.slice(0, SURVIVORS);
  const waves = [await holders(engine, workers, platform), ...engine.strikes.map((strike) => [strike])];
  const plans = waves.map((wave, at) =>
    wave.map((strike, nth) => ({
      strike,
      shops: strike.shops.map((alive, index): Shop => {
        const name = `${PREFIX}${kind}-${number}-${at}-${nth}-${index}`;
        return alive ? { name, token: `${name}-token-0123456789` } : { name };
      }),
    })),
  );
  const strikeOf = new Map(
    plans.flat().flatMap(({ strike, shops }) => shops.map((shop) => [shop.name, { strike, shop }])),
  );

  const { store, close } = await openStore(engine.spec);
  // Five minutes of an hour are left: everybody wants to renew, and nobody has to.
  const before = () => Date.now() - LIFE * 1_000 + 300_000;
  const app = appOf("renewing", platform.origin, { registration, store, now: before });
  await pooled([...strikeOf.values()], 4, async ({ shop: { name, token } }) => {
    if (token !== undefined) await platform.control({ issue: { shop: name, token } });
    await app.adopt({
      account: name,
      owner: "fleet",
      ...(token !== undefined && { credential: { accessToken: token }, expiresIn: LIFE }),
    });
  });
  await close();

  const holding = new Map<string, number>();
  platform.onToken(({ shop, pid, nth }) => nth === 1 && holding.set(shop, pid));
  const called = new Set<string>();
  const renewed = new Map<string, number>();
  const said = (worker: Worker, shop: string) => `${worker.child.pid} ${shop}`;
  for (const worker of workers)
    worker.child.on("message", (told: Told) => {
      if (told.type === "called") called.add(said(worker, told.shop));
      if (told.type === "renewed") renewed.set(said(worker, told.shop), told.at);
    });

  const carryOut = async ({ strike, shops }: (typeof plans)[number][number]) => {
    const tokenOrigin = strike.host && `http://127.0.0.1:${strike.host.port}`;
    const watch = (worker: Worker) => {
      for (const { name, token } of shops) tell(worker, { type: "watch", shop: name, first: token, tokenOrigin });
    };
    const held = async () => shops.every(({ name }) => holding.has(name));
    if (strike.victim) {
      watch(strike.victim);
      await until(held, 30_000, `the token requests before "${strike.name}" on ${kind}`);
      for (const { name } of shops)
        if (holding.get(name) !== strike.victim.child.pid) throw new Error(`${name} is renewed by another process`);
    }
    // Those who watch know the token that lives, and wait for the lease.
    for (const worker of survivors) watch(worker);
    const known = () =>
      shops.every(({ name, token }) => token === undefined || survivors.every((each) => called.has(said(each, name))));
    await until(async () => (await held()) && known(), 30_000, `all callers before "${strike.name}" on ${kind}`);
    const answer = () => platform.control({ release: shops.map(({ name }) => name) });
    const struckAt = Date.now();
    await strike.strike(answer);
    let from = struckAt;
    const undoing = (async () => {
      if (!strike.undo) return;
      await sleep(struckAt + strike.undo.after * 1_000 - Date.now());
      if (strike.untilUndone) from = Date.now();
      await strike.undo.act(answer);
    })();
    const all = () => shops.every(({ name }) => survivors.every((worker) => renewed.has(said(worker, name))));
    await Promise.all([undoing, until(all, 60_000, "recovery").catch(() => {})]);
    return { strike, shops, from };
  };

  const settled: { name: string; tokens: number }[] = [];
  for (const wave of plans) {
    const struck = await Promise.all(wave.map(carryOut));
    await sleep(3_000); // Time for a late renewal, if there were one.
    const report = await platform.control();
    for (const { strike, shops, from } of struck) {
      out.strikes++;
      for (const { name, token } of shops) {
        const { tokens, expired, wrongShop, unknownToken } = report[name]!;
        // When the last of those that nothing was done to uses another token.
        const recovery = survivors.map((worker) => renewed.get(said(worker, name)) ?? Number.POSITIVE_INFINITY);
        const seconds = Math.max(0, Math.max(...recovery) - from) / 1_000;
        const extra = tokens - 1;
        run.log(
          `${kind}: ${strike.name}, token ${token === undefined ? "dead" : "alive"}: ` +
            `${extra} extra token requests, recovered in ${seconds.toFixed(1)} s`,
        );
        out.faults++;
        out.extra += extra;
        if (strike.extra === 0) out.tooMany = Math.max(out.tooMany, extra);
        out.mostExtra = Math.max(out.mostExtra, extra);
        out.slowestRecovery = Math.max(out.slowestRecovery, seconds);
        out.wrong += wrongShop + expired + unknownToken;
        settled.push({ name, tokens });
      }
    }
  }
  const report = await platform.control();
  out.late += settled.reduce((sum, { name, tokens }) => sum + report[name]!.tokens - tokens, 0);

  for (const worker of workers) {
    const { child, proxy } = worker;
    if (child.exitCode === null && child.signalCode === null) {
      const told = message<{ type: "told"; watched: Record<string, WatchTally> }>(child, "told");
      tell(worker, { type: "tell" });
      const tallies = await Promise.race([told, sleep(10_000)]);
      if (!tallies) throw new Error(`${kind}: a process does not answer after the faults`);
      for (const [name, tally] of Object.entries(tallies.watched)) {
        out.calls += tally.calls;
        out.wrong += tally.wrongShop;
        out.slowestCall = Math.max(out.slowestCall, tally.slowest);
        const { strike, shop } = strikeOf.get(name)!;
        const excused =
          shop.token === undefined &&
          (strike.helpless === "all" || (strike.helpless === "victim" && strike.victim === worker));
        for (const [code, count] of Object.entries(tally.failed)) {
          // Without a token that lives, and before the first one was there.
          const helpless = excused && HELPLESS.has(code) ? (tally.failedAtFirst[code] ?? 0) : 0;
          out.helpless += helpless;
          out.failed += count - helpless;
          run.log(`${kind}: ${count} calls failed with ${code}, ${helpless} of them helpless (${strike.name})`);
        }
      }
      await stop(child);
    }
    await proxy?.close();
  }
  for (const { strike } of plans.flat()) await strike.host?.close();
}

const HELPLESS = new Set(["store_failed", "renewal_failed"]);

function plain(kind: "sqlite" | "file", folder: string): Engine {
  const spec: StoreSpec = { kind, path: join(folder, kind === "file" ? "faults" : "faults.db") };
  return { kind, spec, reach: async () => ({ spec }), partitions: false, strikes: [], stop: async () => {} };
}

/** Redis with a replica, behind one address that follows the one that leads. */
async function redisPair(): Promise<Engine> {
  let leader = await startRedis();
  let follower = await startRedis({ replicaOf: leader.port });
  const services: Service[] = [leader, follower];
  const proxies: LossyProxy[] = [];
  const linked = async () => (await redisCommand(follower.port, "ROLE")).includes("*5");
  const failover = (away: boolean): Strike => ({
    name: `redis killed and its replica promoted, answered ${away ? "meanwhile" : "afterwards"}`,
    shops: [true, false, true],
    async strike(answer) {
      await leader.kill();
      if (away) await answer();
      await sleep(500);
      await redisCommand(follower.port, "REPLICAOF NO ONE");
      for (const proxy of proxies) proxy.target(follower.port);
      await answer();
      leader = follower;
      follower = await startRedis({ replicaOf: leader.port });
      services.push(follower);
      await until(linked, 10_000, "replication");
    },
    helpless: "all",
    extra: 1,
  });
  await until(linked, 10_000, "replication");
  return {
    kind: "redis",
    get spec(): StoreSpec {
      return { kind: "redis", port: leader.port, client: "redis" };
    },
    async reach(index) {
      const proxy = await startProxy(leader.port);
      proxies.push(proxy);
      return { spec: { kind: "redis", port: proxy.port, client: index % 2 ? "ioredis" : "redis" }, proxy };
    },
    partitions: true,
    strikes: [failover(true), failover(false)],
    async stop() {
      for (const service of services) await service.stop();
    },
  };
}

async function postgresEngine(): Promise<Engine> {
  const service = await startPostgres();
  const pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres" });
  await postgresStore(pool).createTable();
  await pool.end();
  const restart = (away: boolean): Strike => ({
    name: `postgres restarted immediately, answered ${away ? "meanwhile" : "afterwards"}`,
    shops: [true, false, true],
    async strike(answer) {
      await service.kill();
      if (away) await answer();
      await service.restart();
      await answer();
    },
    helpless: "all",
    extra: 1,
  });
  return {
    kind: "postgres",
    spec: { kind: "postgres", port: service.port },
    async reach() {
      const proxy = await startProxy(service.port);
      return { spec: { kind: "postgres", port: proxy.port }, proxy };
    },
    partitions: true,
    strikes: [restart(true), restart(false)],
    stop: () => service.stop(),
  };
}

/** Two seconds are judged beside the lease: they are for the fleet, not for whatever else the machine does. */
function comeFirst(): void {
  try {
    setPriority(process.pid, -10); // What is started from here on inherits it.
  } catch {
    // Not allowed to everybody.
  }
}

/** The fleet under faults, on all stores at the same time. */
export async function strikeFleet(run: Run, out: ReturnType<typeof figures>, folder: string): Promise<void> {
  comeFirst();
  const outcome: Outcome = {
    faults: 0,
    strikes: 0,
    tooMany: 0,
    mostExtra: 0,
    extra: 0,
    late: 0,
    slowestRecovery: 0,
    slowestCall: 0,
    calls: 0,
    failed: 0,
    helpless: 0,
    wrong: 0,
  };
  const engines = [
    plain("sqlite", folder),
    plain("file", folder),
    ...(missing("postgres") ? [] : [await postgresEngine()]),
    ...(missing("redis") ? [] : [await redisPair()]),
  ];
  for (let number = 0; number === 0 || (run.long && outcome.faults < LONG); number++) {
    const platform = await startPlatform();
    // Until it is released; the library gives up after 10 s.
    await platform.control({ life: LIFE, hold: { [PREFIX]: 60_000 } });
    await Promise.all(engines.map((engine) => round(engine, number, platform, run, outcome)));
    await platform.stop();
    if (run.long) run.log(`${outcome.faults} faults`);
  }
  for (const engine of engines) await engine.stop();

  out.note("faults", outcome.faults);
  out.note("strikes that made them", outcome.strikes);
  out.note("calls under faults", outcome.calls);
  out.note("extra token requests in all", outcome.extra);
  out.atMost("extra token requests per fault, most", outcome.mostExtra, 1);
  out.exactly("extra token requests where the holder lives and is slow, most", outcome.tooMany, 0);
  out.exactly("token requests after recovery", outcome.late, 0);
  out.atMost("recovery s, slowest", Number(outcome.slowestRecovery.toFixed(1)), LEASE + 2);
  out.exactly("failed calls under faults", outcome.failed, 0);
  out.note("failed calls without a living token, where none can be had", outcome.helpless);
  out.exactly("calls under faults with a dead or another shop's token", outcome.wrong, 0);
  out.note("slowest call under faults ms", Math.round(outcome.slowestCall));
}
