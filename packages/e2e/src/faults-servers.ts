import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import { type Cut, startCuttingProxy } from "./cutting-proxy.ts";
import { add } from "./faults-files.ts";
import { counted, openLedger, type Tally, type Writer } from "./faults-ledger.ts";
import type { Run } from "./figures.ts";
import { sleep, until } from "./processes.ts";
import { redisCommand, startPostgres, startRedis } from "./services.ts";
import type { StoreSpec } from "./stores.ts";

const CUTS: readonly Cut[] = ["after", "after", "before", "within"];
const cutName = (at: Cut) =>
  ({ before: "cut before a write", within: "cut within a write", after: "cut after a write" })[at];

/** Cuts a writer's connection at its writes. */
async function cuts(
  proxy: { cut(at: Cut): Promise<void> },
  writer: Writer,
  times: number,
  sums: Tally,
  order: Parameters<Writer["batch"]>[0] = {},
): Promise<void> {
  const halt = writer.go(order);
  for (let time = 0; time < times; time++) {
    const at = CUTS[time % CUTS.length]!;
    const cut = await Promise.race([proxy.cut(at).then(() => true), sleep(20_000)]);
    if (!cut) throw new Error("Nothing was written that could be cut");
    counted(sums.faults, cutName(at));
    // What is sent again after a cut has to come through, and some saves after it.
    const { acknowledged, refused } = sums;
    await until(() => sums.acknowledged + sums.refused > acknowledged + refused + 1, 20_000, "saves after a cut");
    await sleep(Math.random() * 30);
  }
  await halt();
}

/** Backends that end, servers that stop, commits that nobody hears of, conflicts, timeouts, a pool that is used up. */
export async function postgresFaults(run: Run): Promise<Tally> {
  const service = await startPostgres();
  const admin = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres", max: 2 });
  admin.on("error", () => {});
  await postgresStore(admin).createTable();
  const spec: StoreSpec = { kind: "postgres", port: service.port, connections: 2 };
  const ledger = openLedger(spec, run);
  const { tally: sums } = ledger;
  const times = (short: number, long: number) => (run.long ? long : short);
  const judged = async (writer: Writer) => {
    await writer.batch({});
    await ledger.judge(writer);
    await ledger.judge();
    ledger.turn();
  };

  const isWrite = (data: Buffer) => /UPDATE shopauth|INSERT INTO shopauth/.test(data.toString("latin1"));
  const proxy = await startCuttingProxy(service.port, isWrite);
  const cutting = await ledger.writer("cut", { spec: { ...spec, port: proxy.port } });
  await cuts(proxy, cutting, times(60, 960), sums);
  await judged(cutting);
  await cutting.kill();
  await proxy.close();
  run.log(`postgres: ${sums.acknowledged} acknowledged after the cuts`);

  const ending = await ledger.writer("ended", { env: { PGAPPNAME: "ended" } });
  let halt = ending.go();
  for (let ended = 0; ended < times(48, 960); ) {
    await sleep(Math.random() * 30);
    const query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ended'";
    const { rowCount } = await admin.query(query);
    ended += rowCount!;
    counted(sums.faults, "backend terminated", rowCount!);
  }
  await halt();
  await judged(ending);
  run.log(`postgres: ${sums.acknowledged} acknowledged after the terminated backends`);

  // A row that somebody else holds for longer than a statement may take.
  const waiting = await ledger.writer("waiting", { env: { PGOPTIONS: "-c statement_timeout=60" } });
  await waiting.batch({});
  const holder = await admin.connect();
  for (let time = 0; time < times(6, 120); time++) {
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM shopauth WHERE key LIKE '%waiting%' FOR UPDATE");
    const before = sums.failed;
    await waiting.batch({ rounds: 2 });
    counted(sums.faults, "statement timeout", sums.failed - before);
    await holder.query("ROLLBACK");
    await waiting.batch({ rounds: 1 });
  }
  holder.release();
  await judged(waiting);
  await waiting.kill();

  // Two processes on the same records, each statement a serializable transaction.
  const strict = { env: { PGOPTIONS: "-c default_transaction_isolation=serializable" } };
  const pair = [await ledger.writer("strict1", strict), await ledger.writer("strict2", strict)];
  const contended = ["contended-a", "contended-b"];
  const undone = async () => {
    const { rows } = await admin.query("SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()");
    return Number(rows[0].xact_rollback);
  };
  // The store tries again by itself, so that only the server knows; it tells about a second later.
  const atFirst = await undone();
  let conflicts = 0;
  for (let round = 0; round < times(30, 300) && conflicts < times(12, 240); round++) {
    await Promise.all(pair.map((one) => one.batch({ rounds: 30, keys: contended, accounts: [], together: true })));
    await sleep(1_100);
    conflicts = (await undone()) - atFirst;
  }
  counted(sums.faults, "serialization failure", conflicts);
  await ledger.judge();
  ledger.turn();
  for (const one of pair) await one.kill();
  run.log(`postgres: ${conflicts} serialization failures`);

  const before = sums.failed;
  const exhausting = await ledger.writer("exhausting");
  const keys = Array.from({ length: 6 }, (_, index) => `exhausting-${index}`);
  await exhausting.batch({ keys, rounds: 1 });
  for (let time = 0; time < times(2, 40); time++)
    await exhausting.batch({ keys, rounds: 1, together: true, exhaust: true });
  counted(sums.faults, "pool exhausted", sums.failed - before);
  await judged(exhausting);
  await exhausting.kill();

  halt = ending.go();
  for (let time = 0; time < times(4, 80); time++) {
    await sleep(100 + Math.random() * 100);
    await service.kill();
    await service.restart();
    counted(sums.faults, "immediate stop and restart");
  }
  await halt();
  await judged(ending);

  // Never two rows of one record.
  const { rows } = await admin.query("SELECT count(*) - count(DISTINCT key) AS more FROM shopauth");
  sums.twice += Number(rows[0].more);
  await ending.kill();
  await admin.end();
  await service.stop();
  return sums;
}

/** The same faults on Redis that fsyncs each write; each of its two clients. */
export async function redisFaults(run: Run): Promise<Tally> {
  const service = await startRedis({ fsync: true });
  const sums: Tally[] = [];
  for (const client of ["redis", "ioredis"] as const) {
    const spec: StoreSpec = { kind: "redis", port: service.port, client, durable: true };
    const ledger = openLedger(spec, run);
    sums.push(ledger.tally);
    const times = (short: number, long: number) => (run.long ? long : short);
    const isWrite = (data: Buffer) => /\$4\r\neval\r\n/i.test(data.toString("latin1"));
    const proxy = await startCuttingProxy(service.port, isWrite);
    const cutting = await ledger.writer(`${client}cut`, { spec: { ...spec, port: proxy.port } });
    await cuts(proxy, cutting, times(32, 640), ledger.tally);
    await ledger.judge(cutting);
    await ledger.judge();
    ledger.turn();
    await cutting.kill();
    await proxy.close();

    const writer = await ledger.writer(`${client}w`);
    let halt = writer.go();
    for (let time = 0; time < times(32, 640); time++) {
      await sleep(20 + Math.random() * 60);
      await redisCommand(service.port, "CLIENT KILL TYPE normal").catch(() => {});
      counted(ledger.tally.faults, "clients cut off by the server");
    }
    await halt();
    await ledger.judge();
    for (const [name, on, off] of [
      ["memory used up", "CONFIG SET maxmemory 1", "CONFIG SET maxmemory 0"],
      ["read-only replica", "REPLICAOF 127.0.0.1 1", "REPLICAOF NO ONE"],
    ] as const) {
      for (let time = 0; time < times(5, 100); time++) {
        await redisCommand(service.port, on);
        const before = ledger.tally.failed;
        await writer.batch({ rounds: 1 });
        if (ledger.tally.failed > before) counted(ledger.tally.faults, name);
        await redisCommand(service.port, off);
        await writer.batch({ rounds: 1 });
      }
    }
    await ledger.judge();
    ledger.turn();
    halt = writer.go();
    for (let time = 0; time < times(4, 80); time++) {
      await sleep(100 + Math.random() * 100);
      await service.kill();
      await service.restart();
      counted(ledger.tally.faults, "killed and restarted");
    }
    await halt();
    await ledger.judge();
    await writer.kill();
  }
  await service.stop();
  const [all, more] = sums as [Tally, Tally];
  add(all, more);
  return all;
}
