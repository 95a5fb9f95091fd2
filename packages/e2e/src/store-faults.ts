import { fileFaults } from "./faults-files.ts";
import { type Tally, total } from "./faults-ledger.ts";
import { postgresFaults, redisFaults } from "./faults-servers.ts";
import { type Figures, figures, type Run } from "./figures.ts";
import { temporaryFolder } from "./processes.ts";
import { missing } from "./services.ts";
import { untraceable } from "./strace.ts";

const FAULTS = 150;

/** What an acknowledged save is worth when discs, servers and networks fail. */
export async function storeFaults(run: Run): Promise<Figures> {
  const out = figures();
  const folder = await temporaryFolder("store-faults");
  const noTrace = await untraceable();
  if (noTrace) out.note("errors at system calls", `skipped: ${noTrace}`);
  const note = (name: string, value: string) => out.note(name, value);
  const absent = { postgres: missing("postgres"), redis: missing("redis") };
  for (const [name, reason] of Object.entries(absent)) if (reason) out.note(name, `skipped: ${reason}`);

  const stores: Record<string, Promise<Tally>> = {
    sqlite: fileFaults("sqlite", folder, noTrace, run, note),
    file: fileFaults("file", folder, noTrace, run, note),
    ...(!absent.postgres && { postgres: postgresFaults(run) }),
    ...(!absent.redis && { redis: redisFaults(run) }),
  };
  await Promise.all(Object.values(stores));
  for (const [kind, pending] of Object.entries(stores)) {
    const sums = await pending;
    // Redis says of itself that it is volatile: its figures are published, and not promised.
    const promised = kind !== "redis";
    const kept = (name: string, value: number) =>
      promised ? out.exactly(`${kind} ${name}`, value, 0) : out.note(`${kind} ${name}`, value);
    for (const [name, count] of sums.faults) out.note(`${kind}, ${name}`, count);
    const faults = total(sums.faults);
    const traced = noTrace === undefined || kind === "postgres";
    if (promised && traced) out.atLeast(`${kind} faults`, faults, FAULTS);
    else out.note(`${kind} faults`, faults);
    out.note(`${kind} acknowledged saves`, sums.acknowledged);
    out.note(`${kind} failed saves`, sums.failed);
    out.note(`${kind} failed calls that the engine settled by reading back`, sums.settled);
    for (const [code, count] of [...sums.codes].sort()) run.log(`${kind}: ${count} failed with ${code}`);
    out.note(`${kind} records read by judges`, sums.judged);
    kept("acknowledged saves lost", sums.lost);
    kept("records taken for absent", sums.taken);
    kept("records unreadable after the fault", sums.unreadable);
    const never = (name: string, value: number) => out.exactly(`${kind} ${name}`, value, 0);
    never("saves done twice", sums.twice);
    never("saves refused and done", sums.refusedAndThere);
    never("saves of which nobody was told", sums.fromNowhere);
    never("failed saves through the engine without store_failed", sums.uncoded);
    if (kind === "sqlite" || kind === "file") {
      never("saves refused though nobody else wrote", sums.refused);
      if (noTrace === undefined) never("saves acknowledged before they were synced", sums.unsynced);
    }
  }
  return out;
}
