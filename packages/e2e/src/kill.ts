import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import { type Figures, figures, type Run } from "./figures.ts";
import {
  deletedShops,
  type Job,
  keptShops,
  OWNER,
  type Path,
  permanent,
  shapeOf,
  sweptShops,
  type Verdict,
} from "./kill-step.ts";
import { type EmulatedPlatform, startPlatform } from "./platform.ts";
import { appOf } from "./platforms.ts";
import { ended, message, pooled, sleep, startScript, temporaryFolder } from "./processes.ts";
import { missing, startPostgres, startRedis } from "./services.ts";
import { openStore, type StoreSpec } from "./stores.ts";
import { attach, threadsOf } from "./strace.ts";

const PATHS: readonly Path[] = ["once", "never", "redirected", "renewing", "sweep", "upkeep"];
const CALLS = [
  ..."write writev pwrite64 pwritev sendto sendmsg ftruncate".split(" "),
  ..."fsync fdatasync rename renameat renameat2 link linkat unlink unlinkat".split(" "),
  ..."mkdir mkdirat rmdir open openat getdents64 socket connect".split(" "),
  ..."read readv pread64 recvfrom recvmsg close".split(" "),
];
/** Boundaries of the short form; the long form kills at every boundary, several times over. */
const SHORT = 820;
const LANES = 3;
const TIMES = 4;
/** Kills at random moments, for each path and store. */
const RANDOM = { short: 6, long: 60 };
/** What has to be reached where every engine is here. */
const KILLS = { short: 900, long: 10_000 };
const DAY = 86_400_000;

/** Threads of the process under test: the one that runs JavaScript, and the one that works on files. */
const THREADS = ["main", "files"] as const;
type Thread = (typeof THREADS)[number];

interface Combination {
  readonly path: Path;
  readonly kind: StoreSpec["kind"];
}

/** Before the `nth` such call of a thread. */
interface Boundary extends Combination {
  readonly thread: Thread;
  readonly call: string;
  readonly nth: number;
}

/** After so many milliseconds, wherever the process is then. */
interface Moment extends Combination {
  readonly after: number;
}

type Point = Boundary | Moment;

interface Result {
  readonly point: Point;
  readonly shop: string;
  readonly killed: boolean;
  readonly verdict?: Verdict;
  /** Why there is no verdict. */
  readonly trouble?: string;
}

/** Kills at every boundary between system calls, and lets a fresh process find out what is left. */
export async function kill(run: Run): Promise<Figures> {
  const out = figures();
  const absent = missing("strace");
  if (absent || process.platform !== "linux") {
    out.note("kill", `skipped: ${absent ?? "needs Linux"}`);
    return out;
  }
  const folder = await temporaryFolder("kill");
  const platform = await startPlatform();
  const noPostgres = missing("postgres");
  const postgres = noPostgres ? undefined : await startPostgres();
  if (postgres) {
    const pool = new pg.Pool({ host: "127.0.0.1", port: postgres.port, user: "postgres" });
    await postgresStore(pool).createTable();
    await pool.end();
  } else out.note("postgres", `skipped: ${noPostgres}`);
  const noRedis = missing("redis");
  // Only the process is killed here, and Redis keeps what it has acknowledged.
  const redis = noRedis ? undefined : await startRedis({ fsync: true });
  if (noRedis) out.note("redis", `skipped: ${noRedis}`);

  let runs = 0;
  /** A fresh account on a fresh store, up to where the work begins. */
  const prepare = async ({ path, kind }: Combination): Promise<{ job: Job; place: string }> => {
    const number = ++runs;
    const place = join(folder, String(number));
    await mkdir(place);
    const spec: StoreSpec =
      kind === "postgres"
        ? { kind, port: postgres!.port, connections: 1 }
        : kind === "redis"
          ? { kind, port: redis!.port, client: "redis", durable: true }
          : { kind, path: kind === "file" ? place : join(place, "shopauth.db") };
    const shop = `k${number}`;
    const registration = `kill-${number}`;
    const { store, close } = await openStore(spec);
    const hour = 3_600;
    // Ten seconds of the hour are left.
    const now = path === "renewing" ? () => Date.now() - (hour - 10) * 1_000 : Date.now;
    const app = appOf(shapeOf(path), platform.origin, { registration, store, now });
    const job: Job = { act: "work", path, spec, origin: platform.origin, registration, shop };
    const issued = async (account: string) => {
      const given = permanent(account);
      await platform.control({ issue: { shop: account, token: given.credential.accessToken } });
      return given;
    };
    try {
      if (path === "sweep") {
        for (const account of sweptShops(shop)) await app.adopt(await issued(account));
        return { job, place };
      }
      if (path === "upkeep") {
        for (const account of keptShops(shop)) await app.adopt(await issued(account));
        // So long ago that the store need not remember it.
        const then = appOf(shapeOf(path), platform.origin, {
          registration,
          store,
          now: () => Date.now() - 40 * DAY,
        });
        for (const account of deletedShops(shop)) {
          await then.adopt(await issued(account));
          await then.disconnect(account);
        }
        return { job, place };
      }
      if (path === "renewing") {
        await app.adopt({ ...(await issued(shop)), expiresIn: hour });
        return { job, place };
      }
      const { url, flow } = await app.authorizationUrl({ shop, owner: OWNER });
      const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
      const state = url.searchParams.get("state");
      if (state) query.set("state", state);
      query.set("code", path === "redirected" ? (await issued(shop)).credential.accessToken : `revoking-${shop}`);
      return { job: { ...job, query: query.toString(), flow }, place };
    } finally {
      await close();
    }
  };

  const begin = async (job: Job) => {
    const child = startScript("./kill-step.ts", job, { UV_THREADPOOL_SIZE: "1" });
    await message(child, "ready");
    return child;
  };

  /** The system calls of an undisturbed run, in the order of their counts. */
  const boundaries = async ({ path, kind }: Combination): Promise<Boundary[]> => {
    const { job, place } = await prepare({ path, kind });
    const child = await begin(job);
    const threads = threadsOf(child.pid!);
    const log = (thread: Thread) => join(folder, `${path}-${kind}-${thread}.log`);
    const trace = `trace=${CALLS.map((call) => `?${call}`).join(",")}`;
    const tracers = await Promise.all(
      THREADS.map((thread) => attach(threads[thread], ["-e", trace, "-o", log(thread)])),
    );
    const done = message<{ type: "done"; problem?: string }>(child, "done");
    child.send("go");
    const { problem } = await done;
    if (problem !== undefined) throw new Error(`${path} on ${kind} fails undisturbed: ${problem}`);
    await ended(child);
    await Promise.all(tracers.map(ended));
    await rm(place, { recursive: true });
    return THREADS.flatMap((thread) => {
      const counts = new Map<string, number>();
      return readFileSync(log(thread), "utf8")
        .split("\n")
        .flatMap((line) => {
          const call = /^(\w+)\(/.exec(line)?.[1];
          if (call === undefined || !CALLS.includes(call)) return [];
          const nth = (counts.get(call) ?? 0) + 1;
          counts.set(call, nth);
          return [{ path, kind, thread, call, nth }];
        });
    });
  };

  /** Moments of an undisturbed run, by chance. */
  const moments = async (combination: Combination, count: number): Promise<Moment[]> => {
    const { job, place } = await prepare(combination);
    const child = await begin(job);
    const done = message<{ type: "done"; ms: number }>(child, "done");
    child.send("go");
    const { ms } = await done;
    await ended(child);
    await rm(place, { recursive: true });
    return Array.from({ length: count }, () => ({ ...combination, after: Math.random() * ms }));
  };

  const strike = async (point: Point): Promise<Result> => {
    const { job, place } = await prepare(point);
    const child = await begin(job);
    let finished = false;
    child.on("message", () => (finished = true));
    if ("after" in point) {
      child.send("go");
      await sleep(point.after);
      child.kill("SIGKILL");
      await ended(child);
    } else {
      const inject = `inject=${point.call}:signal=KILL:when=${point.nth}`;
      const tracer = await attach(threadsOf(child.pid!)[point.thread], ["-e", `trace=${point.call}`, "-e", inject]);
      child.send("go");
      await ended(child);
      tracer.kill("SIGKILL");
    }
    const verifier = startScript("./kill-step.ts", { ...job, act: "verify" });
    const base = { point, shop: job.shop, killed: !finished };
    try {
      const verdict = await message<Verdict>(verifier, "verdict");
      await ended(verifier);
      await rm(place, { recursive: true });
      return { ...base, verdict };
    } catch (error) {
      return { ...base, trouble: String(error) };
    }
  };

  const kinds: Combination["kind"][] = [
    "file",
    "sqlite",
    ...(postgres ? (["postgres"] as const) : []),
    ...(redis ? (["redis"] as const) : []),
  ];
  const combinations = kinds.flatMap((kind) => PATHS.map((path) => ({ kind, path })));
  const all: Boundary[] = [];
  const chances: Moment[] = [];
  // The first run of a kind also fills the cache of compiled files.
  for (const kind of kinds) await boundaries({ path: PATHS[0]!, kind });
  for (const combination of combinations) {
    const here = await boundaries(combination);
    run.log(`${combination.path} on ${combination.kind}: ${here.length} boundaries`);
    all.push(...here);
    chances.push(...(await moments(combination, run.long ? RANDOM.long : RANDOM.short)));
  }
  // The short form takes every so many of them, and ends where it has enough; the long form takes all, several times.
  const chosen = run.long ? Array.from({ length: TIMES }, () => all).flat() : spread(all, SHORT);
  const points: Point[] = [...chosen, ...chances];

  const results: Result[] = [];
  await pooled(points, LANES, async (point) => {
    results.push(await strike(point));
    if (results.length % 100 === 0) run.log(`${results.length} of ${points.length}`);
  });
  judge(results, await platform.control(), run, out);
  out.note("boundaries in all", all.length);
  await postgres?.stop();
  await redis?.stop();
  await platform.stop();
  return out;
}

const READS = /^(?:read|readv|pread64|recvfrom|recvmsg|close|getdents64|openat|open)$/;

/** So many of them, as many of each path and store as of the others where it has them; what writes comes before what reads. */
function spread(points: readonly Boundary[], count: number): Boundary[] {
  const named = new Map<string, Boundary[]>();
  for (const point of points) {
    const name = `${point.path} ${point.kind}`;
    named.set(name, [...(named.get(name) ?? []), point]);
  }
  const groups = [...named.values()].sort((a, b) => a.length - b.length);
  let left = count;
  return groups.flatMap((group, index) => {
    const share = Math.ceil(left / (groups.length - index));
    const writes = evenly(
      group.filter(({ call }) => !READS.test(call)),
      Math.ceil(share * 0.7),
    );
    const reads = evenly(
      group.filter(({ call }) => READS.test(call)),
      share - writes.length,
    );
    left -= writes.length + reads.length;
    return [...writes, ...reads];
  });
}

function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}

type Report = Awaited<ReturnType<EmulatedPlatform["control"]>>;

/** The emulated platform knows what was issued; the verdicts say what came of it. */
function judge(results: readonly Result[], report: Report, run: Run, out: ReturnType<typeof figures>): void {
  const count = {
    kills: 0,
    inWindow: 0,
    lostOutside: 0,
    unreported: 0,
    torn: 0,
    again: 0,
    replays: 0,
    falseAlarms: 0,
    notFinished: 0,
    extraTokens: 0,
    noVerdict: 0,
    revived: 0,
    atRandom: 0,
  };
  const tell = (result: Result, what: string) => {
    const { point, verdict, trouble } = result;
    const where =
      "after" in point ? `after ${point.after.toFixed(1)} ms` : `${point.call} ${point.nth} of ${point.thread}`;
    run.log(`${what}: ${point.path} on ${point.kind}, ${where}: ${JSON.stringify(verdict ?? trouble)}`);
  };
  const byPath = new Map<string, number>();
  for (const result of results) {
    const { point, verdict, shop, killed } = result;
    if (killed) {
      count.kills++;
      if ("after" in point) count.atRandom++;
      const name = `kills ${point.path} on ${point.kind}`;
      byPath.set(name, (byPath.get(name) ?? 0) + 1);
    }
    if (!verdict) {
      count.noVerdict++;
      tell(result, "no verdict");
      continue;
    }
    const { issued = 0, exchanges = 0, tokens = 0 } = report[shop] ?? {};
    const usable = verdict.usable === verdict.wanted;
    const unknown = verdict.recovered.unknown.length > 0 || verdict.callback === "exchange_unknown";
    if (verdict.unreadable > 0 || verdict.journal === "torn") {
      count.torn++;
      tell(result, "torn or unreadable");
    }
    if (verdict.revived > 0) {
      count.revived++;
      tell(result, "deleted and back");
    }
    const once = point.path === "once" || point.path === "never";
    if (!once) {
      // Everything here can be had again, and so must be.
      if (!usable) {
        count.notFinished++;
        tell(result, "not finished");
      }
      if (tokens > 2) count.extraTokens++;
      continue;
    }
    if (exchanges > 1 && point.path === "once") count.replays += exchanges - 1;
    const held = verdict.journal === "answered" || verdict.journal === "done";
    if ((held && exchanges > 1) || exchanges > (point.path === "once" ? 2 : 1)) {
      count.again++;
      tell(result, `${exchanges} exchanges`);
    }
    if (usable) continue;
    if (issued === 0) {
      // Nothing was spent. Either the merchant is told that nobody can know, or the callback has worked.
      if (unknown) count.falseAlarms++;
      else {
        count.notFinished++;
        tell(result, "not finished");
      }
      continue;
    }
    if (verdict.journal === "exchanging") count.inWindow++;
    else {
      count.lostOutside++;
      tell(result, "lost");
    }
    if (!unknown) {
      count.unreported++;
      tell(result, "lost and not reported");
    }
  }
  for (const [name, kills] of byPath) out.note(name, kills);
  const wanted = run.long ? KILLS.long : KILLS.short;
  out.atLeast("kills", count.kills, Math.min(wanted, Math.floor(results.length * 0.95)));
  out.note("kills at a random moment", count.atRandom);
  out.note("runs that ended before their kill", results.length - count.kills);
  out.exactly("tokens lost outside the window", count.lostOutside, 0);
  out.note("tokens lost inside the window", count.inWindow);
  out.exactly("losses that were not reported", count.unreported, 0);
  out.note("reported as unknown though nothing was spent", count.falseAlarms);
  out.exactly("torn or unreadable stores", count.torn, 0);
  out.exactly("second exchanges for a held token, or beyond the one replay", count.again, 0);
  out.note("replays where one is allowed", count.replays);
  out.exactly("deleted connections that came back", count.revived, 0);
  out.exactly("saves, renewals and sweeps that could not be finished", count.notFinished, 0);
  out.exactly("renewals with more than one extra token request", count.extraTokens, 0);
  out.exactly("stores that a fresh process could not judge", count.noVerdict, 0);
}
