import type { ChildProcess } from "node:child_process";
import { setMaxListeners } from "node:events";
import type { Batch, Order, Save, Told, Verdict, WriterInput } from "./faults-writer.ts";
import type { Run } from "./figures.ts";
import { message, startScript, stop } from "./processes.ts";
import type { StoreSpec } from "./stores.ts";

/** What the faults of one store came to. */
export interface Tally {
  readonly faults: Map<string, number>;
  acknowledged: number;
  failed: number;
  refused: number;
  /** Failed calls of the store that the engine settled by reading back. */
  settled: number;
  /** Failures without a code, or through the engine with another than `store_failed`. */
  uncoded: number;
  readonly codes: Map<string, number>;
  judged: number;
  lost: number;
  taken: number;
  unreadable: number;
  twice: number;
  refusedAndThere: number;
  fromNowhere: number;
  /** Acknowledged before what holds them was synced. */
  unsynced: number;
}

export function tally(): Tally {
  return {
    ...{
      faults: new Map(),
      acknowledged: 0,
      failed: 0,
      refused: 0,
      settled: 0,
      uncoded: 0,
      codes: new Map(),
      judged: 0,
    },
    ...{ lost: 0, taken: 0, unreadable: 0, twice: 0, refusedAndThere: 0, fromNowhere: 0, unsynced: 0 },
  };
}

export function counted(counts: Map<string, number>, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

export const total = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

export interface Writer {
  readonly child: ChildProcess;
  batch(order: Partial<Omit<Order & { type: "batch" }, "type">>): Promise<void>;
  /** Keeps saving until it is told to stop. */
  go(order?: Partial<Omit<Order & { type: "batch" }, "type">>): () => Promise<void>;
  kill(): Promise<void>;
}

/** The processes that save in one store, what they were told, and the judgement on it. */
export interface Ledger {
  readonly tally: Tally;
  writer(name: string, options?: { spec?: StoreSpec; env?: NodeJS.ProcessEnv }): Promise<Writer>;
  /** A process that has seen nothing compares what is there with what was told; with `by`, one that is there already. */
  judge(by?: Writer): Promise<void>;
  /** Goes on with other records. */
  turn(): void;
}

export function openLedger(spec: StoreSpec, run: Run): Ledger {
  const { kind } = spec;
  const sums = tally();
  const fresh = () => ({
    keys: {} as Record<string, Told>,
    accounts: {} as Record<string, Told>,
    // A writer that was killed may have saved what nobody was told of.
    killed: false,
  });
  let records = fresh();
  const all = [records];
  let turn = 0;

  const note = (save: Save) => {
    const { through, key, id, outcome, code } = save;
    const here = all.find((each) => key in each.keys || key in each.accounts) ?? records;
    const group = through === "store" ? here.keys : here.accounts;
    group[key] ??= { acknowledged: [], failed: [], refused: [] };
    if (outcome === "acknowledged") {
      sums.acknowledged++;
      group[key].acknowledged.push(id);
      return;
    }
    if (outcome === "refused") {
      sums.refused++;
      group[key].refused.push(id);
      return;
    }
    sums.failed++;
    counted(sums.codes, `${through}: ${code}`);
    if (outcome === "failed") group[key].failed.push(id);
    if (through === "engine" && code !== "store_failed") {
      sums.uncoded++;
      run.log(`${kind}: a save through the engine fails with ${code}`);
    }
  };

  const start = async (input: WriterInput, env: NodeJS.ProcessEnv) => {
    // One thread works on files, and so it can be watched.
    const child = startScript("./faults-writer.ts", input, { UV_THREADPOOL_SIZE: "1", ...env });
    setMaxListeners(0, child);
    await message(child, "ready");
    return child;
  };

  const ask = async (child: ChildProcess) => {
    for (const { keys, accounts, killed } of all) {
      const answer = message<Verdict>(child, "verdict");
      child.send({ type: "judge", keys, accounts, killed } satisfies Order);
      const { read, lost, absent, unreadable, twice, refusedAndThere, fromNowhere } = await answer;
      const said = { lost, absent, unreadable, twice, refusedAndThere, fromNowhere };
      for (const [what, list] of Object.entries(said)) for (const line of list) run.log(`${kind}: ${what}: ${line}`);
      sums.judged += read;
      sums.lost += lost.length;
      sums.taken += absent.length;
      sums.unreadable += unreadable.length;
      sums.twice += twice.length;
      sums.refusedAndThere += refusedAndThere.length;
      sums.fromNowhere += fromNowhere.length;
    }
  };

  return {
    tally: sums,
    async writer(name, options = {}) {
      const child = await start({ spec: options.spec ?? spec, name }, options.env ?? {});
      let failedBefore = 0;
      child.on("message", (value: Save | Batch) => {
        if (value.type === "save") {
          note(value);
          if (value.through === "engine" && value.outcome !== "acknowledged") failedBefore++;
        } else if (value.type === "batch") {
          sums.settled += Math.max(0, value.storeErrors - failedBefore);
          failedBefore = 0;
        }
      });
      const batch: Writer["batch"] = async (order) => {
        const done = message<Batch>(child, "batch");
        const whole: Order = {
          ...{ type: "batch", rounds: 2, keys: [`${name}-${turn}`], accounts: [`${name}-${turn}-shop`] },
          ...order,
        };
        child.send(whole);
        await done;
      };
      return {
        child,
        batch,
        go(order = {}) {
          let going = true;
          const loop = (async () => {
            while (going) await batch({ rounds: 10, ...order });
          })();
          loop.catch(() => {});
          return async () => {
            going = false;
            await loop;
          };
        },
        async kill() {
          records.killed = true;
          await stop(child);
        },
      };
    },
    async judge(by) {
      if (by) return ask(by.child);
      const child = await start({ spec, name: "judge" }, {});
      await ask(child);
      await stop(child);
    },
    turn() {
      turn++;
      records = fresh();
      all.push(records);
    },
  };
}
