import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { counted, type Ledger, openLedger, type Tally, type Writer } from "./faults-ledger.ts";
import type { Run } from "./figures.ts";
import { appOf, codeOf } from "./platforms.ts";
import { atEnd } from "./processes.ts";
import { folderOf, generationsOf } from "./rows.ts";
import { openStore, type StoreSpec } from "./stores.ts";
import { attach, detach, threadsOf } from "./strace.ts";

type Kind = "sqlite" | "file";

/** Which errors a system call can answer with, in each store's thread. */
const ERRORS: Record<Kind, Readonly<Record<string, readonly string[]>>> = {
  file: {
    openat: ["EIO", "EMFILE", "ENOSPC", "EROFS", "EACCES"],
    write: ["EIO", "ENOSPC", "EDQUOT"],
    pwrite64: ["EIO", "ENOSPC"],
    fsync: ["EIO", "ENOSPC"],
    link: ["EIO", "ENOSPC", "EROFS"],
    linkat: ["EIO", "ENOSPC", "EROFS"],
    unlink: ["EIO", "EROFS"],
    unlinkat: ["EIO", "EROFS"],
    mkdir: ["ENOSPC", "EROFS"],
    read: ["EIO"],
    getdents64: ["EIO"],
  },
  sqlite: {
    openat: ["EIO", "EMFILE", "EROFS"],
    pwrite64: ["EIO", "ENOSPC"],
    pread64: ["EIO"],
    fsync: ["EIO", "ENOSPC"],
    fdatasync: ["EIO", "ENOSPC"],
    ftruncate: ["EIO"],
    fallocate: ["EIO", "ENOSPC"],
    unlink: ["EIO", "EROFS"],
  },
};
/** Faults of the short form by strace; the long form has every one of them three times over. */
const SHORT = 150;
const GROUP = 22;
const TORN = { short: 60, long: 600 };

interface Point {
  readonly call: string;
  readonly nth: number;
  readonly error: string;
  /** From then on every such call fails, as on a full disk. */
  readonly lasting: boolean;
}

const specOf = (kind: Kind, place: string): StoreSpec => ({
  kind,
  path: kind === "file" ? place : join(place, "faults.db"),
});

/** Errors at each system call, a small disk, torn files. */
export async function fileFaults(
  kind: Kind,
  folder: string,
  noTrace: string | undefined,
  run: Run,
  note: (name: string, value: string) => void,
): Promise<Tally> {
  const place = join(folder, kind);
  await mkdir(place);
  const spec = specOf(kind, place);
  const ledger = openLedger(spec, run);
  if (noTrace === undefined) await injected(kind, ledger, folder, run);
  const trouble = await smallDisk(kind, join(folder, `${kind}-disk`), ledger.tally, run);
  if (trouble) note(`${kind} on a small disk`, `skipped: ${trouble}`);
  await (kind === "file" ? tornFiles : tornDatabase)(join(folder, `${kind}-torn`), ledger.tally, run);
  return ledger.tally;
}

async function injected(kind: Kind, ledger: Ledger, folder: string, run: Run): Promise<void> {
  const threadOf = ({ child }: Writer) => threadsOf(child.pid!)[kind === "file" ? "files" : "main"];
  const work = (writer: Writer) => writer.batch({ rounds: kind === "file" ? 2 : 12, reopen: true });
  const log = (name: string) => join(folder, `${kind}-${name}.log`);

  let number = 0;
  const fresh = () => ledger.writer(`${kind}${++number}`);
  let writer = await fresh();
  // Once without a fault, for the calls that there are: of a first save, and of a later one.
  const calls = Object.keys(ERRORS[kind]);
  const counts = new Map<string, number>();
  /** Which writes are of a record: a thread also wakes others by a write. */
  const ofRecords = new Set<number>();
  for (const name of ["first", "later"]) {
    const trace = `trace=${calls.map((call) => `?${call}`).join(",")}`;
    const tracer = await attach(threadOf(writer), ["-y", "-s", "512", "-e", trace, "-o", log(name)]);
    const before = ledger.tally.acknowledged;
    await work(writer);
    await detach(tracer);
    const saves = ledger.tally.acknowledged - before;
    const lines = readFileSync(log(name), "utf8").split("\n");
    ledger.tally.unsynced += kind === "file" ? unsyncedFiles(lines, saves) : unsyncedCommits(lines, saves);
    const seen = new Map<string, number>();
    for (const line of lines) {
      const call = /^(\w+)\(/.exec(line)?.[1];
      if (call === undefined || !calls.includes(call)) continue;
      counted(seen, call);
      if (/^write\(\d+<[^>]*>, "\{/.test(line)) ofRecords.add(seen.get(call)!);
    }
    for (const [call, count] of seen) counts.set(call, Math.max(counts.get(call) ?? 0, count));
  }
  const points: Point[] = [...counts].flatMap(([call, count]) =>
    ERRORS[kind]
      [call]!.flatMap((error) =>
        Array.from({ length: count }, (_, at) => ({
          call,
          nth: at + 1,
          error,
          lasting: call !== "write" && at % 4 === 3,
        })),
      )
      .filter(({ nth }) => call !== "write" || ofRecords.has(nth)),
  );
  run.log(`${kind}: ${points.length} places for an error`);
  // As many of each call as of the others, as far as it goes.
  const byCall = [...counts.keys()].map((call) => points.filter((point) => point.call === call));
  const each = Math.ceil(SHORT / byCall.length);
  const some = byCall.flatMap((list) =>
    list.length <= each ? list : Array.from({ length: each }, (_, at) => list[Math.floor((at * list.length) / each)]!),
  );
  const extra = points.filter((point) => !some.includes(point));
  const missing = Math.max(0, SHORT - some.length);
  const spread = Array.from(
    { length: Math.min(missing, extra.length) },
    (_, at) => extra[Math.floor((at * extra.length) / Math.min(missing, extra.length))]!,
  );
  const chosen = run.long ? [...points, ...points, ...points] : [...some, ...spread];

  for (const [index, { call, nth, error, lasting }] of chosen.entries()) {
    const inject = `inject=${call}:error=${error}:when=${nth}${lasting ? "+" : ""}`;
    const tracer = await attach(threadOf(writer), ["-e", `trace=${call}`, "-e", inject, "-o", log("strike")]);
    const lives = await work(writer).then(
      () => true,
      () => false,
    );
    await detach(tracer);
    const hits = readFileSync(log("strike"), "utf8").split("(INJECTED)").length - 1;
    // What goes on failing is one fault.
    if (hits > 0) counted(ledger.tally.faults, `${call} ${error}`);
    if (lives) {
      // The process that met the fault goes on without another one.
      await work(writer);
    } else {
      // A write that wakes another thread was hit, which no process survives.
      await writer.kill();
      writer = await fresh();
    }
    if ((index + 1) % GROUP !== 0 && index + 1 !== chosen.length) continue;
    await ledger.judge(writer);
    await ledger.judge();
    // A crash on top: what failed before must not come back in place of what was acknowledged.
    const last = chosen[index]!;
    const again = await attach(threadOf(writer), [
      ...["-e", `trace=${last.call}`, "-e", `inject=${last.call}:error=${last.error}:when=1+2`, "-o", log("strike")],
    ]);
    const running = work(writer).catch(() => {});
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, Math.random() * 60))]);
    await writer.kill();
    counted(ledger.tally.faults, "killed among errors");
    await running;
    again.kill("SIGKILL");
    await ledger.judge();
    ledger.turn();
    writer = await fresh();
  }
  await ledger.judge();
  await writer.kill();
}

/**
 * Saves that a power failure could undo: each file is synced before it gets its number and its folder after that, and
 * the folder of folders where the record's own is first used.
 */
function unsyncedFiles(lines: readonly string[], saves: number): number {
  let synced = 0;
  const linked = lines.flatMap((line, at) => {
    const [, from, folder, number] = /^link(?:at)?\(.*?"([^"]+\.tmp)".*?"([^"]+)\/(\d+)".* = 0$/.exec(line) ?? [];
    return from === undefined ? [] : [{ at, from, folder: folder!, number: Number(number) }];
  });
  const syncOf = (path: string, from: number, to: number) =>
    lines.slice(from, to).some((line) => /^fsync\(/.test(line) && line.includes(`<${path}>`) && / = 0$/.test(line));
  for (const { at, from, folder, number } of linked) {
    const first = number > 1 || syncOf(dirname(folder), 0, at);
    if (first && syncOf(from, 0, at) && syncOf(folder, at, lines.length)) synced++;
  }
  return Math.max(0, saves - synced);
}

/** Commits that were acknowledged without a sync of the log. */
function unsyncedCommits(lines: readonly string[], saves: number): number {
  return Math.max(0, saves - lines.filter((line) => /^f(?:data)?sync\(.*-wal>.* = 0$/.test(line)).length);
}

/** A disk that is really full, and one that is really read-only. */
async function smallDisk(kind: Kind, place: string, sums: Tally, run: Run): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return "needs root";
  mkdirSync(place);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", place], { encoding: "utf8" });
  if (mounted.status !== 0) return String(mounted.stderr || mounted.error).trim();
  const forget = atEnd(() => spawnSync("umount", ["-l", place]));
  const ledger = openLedger(specOf(kind, place), run);
  const writer = await ledger.writer("disk");
  await writer.batch({});
  const block = join(place, "block");
  for (let time = 0; time < (run.long ? 20 : 4); time++) {
    // A database is full at another place each time; files need a block for each save.
    const free = Number(spawnSync("df", ["--output=avail", "-k", place], { encoding: "utf8" }).stdout.split("\n")[1]);
    writeFileSync(block, Buffer.alloc(Math.max(0, free - (kind === "file" ? 0 : (time % 4) * 4)) * 1024));
    const before = ledger.tally.failed;
    for (let tries = 0; tries < 20 && ledger.tally.failed === before; tries++) await writer.batch({ reopen: true });
    if (ledger.tally.failed > before) counted(ledger.tally.faults, "disk full");
    await ledger.judge();
    spawnSync("rm", [block]);
    await writer.batch({ reopen: true });
  }
  for (let time = 0; time < (run.long ? 10 : 2); time++) {
    spawnSync("mount", ["-o", "remount,ro", place]);
    const before = ledger.tally.failed;
    await writer.batch({ reopen: true });
    if (ledger.tally.failed > before) counted(ledger.tally.faults, "read-only folder");
    spawnSync("mount", ["-o", "remount,rw", place]);
    await writer.batch({ reopen: true });
    await ledger.judge();
  }
  await writer.kill();
  add(sums, ledger.tally);
  spawnSync("umount", ["-l", place]);
  forget();
  return undefined;
}

/** The newest generation damaged at every kind of place: never absent, never another value, never overwritten. */
async function tornFiles(place: string, sums: Tally, run: Run): Promise<void> {
  const { store } = await openStore({ kind: "file", path: place });
  const app = appOf("redirected", "http://127.0.0.1:1", { registration: "torn", store });
  const owner = "ann";
  const accessToken = "torn-token-0123456789";
  for (const account of ["torn", "other"]) {
    for (let generation = 0; generation < 3; generation++)
      await app.adopt({ account, owner, credential: { accessToken }, expiresIn: 3_600 });
  }
  const key = "connection/redirected/torn/torn";
  const expiring = "torn/expiring";
  for (let generation = 0; generation < 3; generation++) {
    const { version = null } = (await store.get(expiring)) ?? {};
    await store.set(expiring, `value ${generation}`, { ifVersion: version, expiresAt: Date.now() + 3_600_000 });
  }
  const damages = (text: Buffer, other: Buffer, count: number): [string, Buffer][] => {
    const places = Array.from({ length: count }, (_, at) => Math.floor((at * text.length) / count));
    const flipped = (at: number, bit: number) => {
      const copy = Buffer.from(text);
      copy[at]! ^= 1 << bit;
      return copy;
    };
    return [
      ...places.map((at): [string, Buffer] => ["torn file", text.subarray(0, at)]),
      ...places.map((at): [string, Buffer] => ["altered file", flipped(at, at % 7)]),
      ...places.map((at): [string, Buffer] => [
        "file with a hole",
        Buffer.concat([text.subarray(0, at), Buffer.alloc(text.length - at)]),
      ]),
      ["another record's file", other],
      ["file with more", Buffer.concat([text, Buffer.from("}")])],
    ];
  };
  for (const [name, otherName] of [
    [key, "connection/redirected/torn/other"],
    [expiring, key],
  ] as const) {
    const { newest } = generationsOf(folderOf(place, name));
    const text = readFileSync(newest!);
    const other = readFileSync(generationsOf(folderOf(place, otherName)).newest!);
    const { value } = (await store.get(name))!;
    const count = Math.min(text.length, (run.long ? TORN.long : TORN.short) / 6);
    for (const [what, damaged] of damages(text, other, count)) {
      if (damaged.equals(text)) continue;
      writeFileSync(newest!, damaged);
      counted(sums.faults, what);
      const found = await store.get(name).then(
        (entry) => entry?.value ?? "absent",
        () => "error",
      );
      // What is sealed may come as it is: the engine refuses it.
      const through = await app.connection("torn").then((it) => (it ? "opened" : "absent"), codeOf);
      const refused = name === key ? ["unreadable", "store_failed"].includes(through) : found === "error";
      const created = await store.set(name, "created", { ifVersion: null }).catch(() => false);
      if (found === "absent" || through === "absent" || created) sums.taken++;
      else if (!refused && found !== value) sums.unreadable++;
      if (found === "absent" || created || !refused)
        run.log(`file: ${what} of ${damaged.length} bytes reads as ${found.slice(0, 20)}, ${through}, ${created}`);
      const now = generationsOf(folderOf(place, name)).newest!;
      if (now !== newest || !readFileSync(now).equals(damaged)) sums.lost++;
      if (now !== newest) spawnSync("rm", [now]);
      writeFileSync(newest!, text);
    }
    if ((await store.get(name))?.value !== value) sums.lost++;
  }
}

/** What a crash leaves behind the last commit of a write-ahead log, and a database that is none any more. */
async function tornDatabase(place: string, sums: Tally, run: Run): Promise<void> {
  mkdirSync(place);
  const ledger = openLedger(specOf("sqlite", place), run);
  const writer = await ledger.writer("wal");
  const path = join(place, "faults.db");
  await writer.batch({ rounds: 8 });
  await writer.kill();
  const kept = join(place, "kept");
  mkdirSync(kept);
  const files = ["faults.db", "faults.db-wal"];
  if (!existsSync(`${path}-wal`)) throw new Error("No write-ahead log is left");
  for (const file of files) copyFileSync(join(place, file), join(kept, file));
  const wal = readFileSync(`${path}-wal`);
  const FRAME = 24 + 4_096;
  const tails: Buffer[] = [
    Buffer.alloc(FRAME),
    Buffer.alloc(FRAME - 1),
    Buffer.alloc(7),
    wal.subarray(32, 32 + FRAME),
    wal.subarray(32, 32 + FRAME / 2),
    wal.subarray(wal.length - FRAME),
    crypto.getRandomValues(Buffer.alloc(FRAME)),
    crypto.getRandomValues(Buffer.alloc(3 * FRAME + 100)),
  ];
  const restore = () => {
    spawnSync("rm", ["-f", `${path}-shm`]);
    for (const file of files) cpSync(join(kept, file), join(place, file));
  };
  for (const tail of tails) {
    restore();
    appendFileSync(`${path}-wal`, tail);
    counted(sums.faults, "torn end of the log");
    await ledger.judge();
  }
  add(sums, ledger.tally);
  restore();
  const { size } = statSync(path);
  for (let index = 0; index < (run.long ? 40 : 8); index++) {
    // Everything in the database itself, so that no log repairs it.
    const ruined = join(place, `ruined-${index}`);
    mkdirSync(ruined);
    const opened = await openStore({ kind: "sqlite", path: join(ruined, "faults.db") });
    for (let serial = 0; serial < 40; serial++)
      await opened.store.set(`ruined/${serial}`, "x".repeat(400), { ifVersion: null });
    await opened.close();
    const file = readFileSync(join(ruined, "faults.db"));
    if (index % 2) writeFileSync(join(ruined, "faults.db"), file.subarray(0, Math.floor(file.length / (index + 1.5))));
    else {
      file.fill(index + 1, index * 2, index * 2 + 100);
      writeFileSync(join(ruined, "faults.db"), file);
    }
    counted(sums.faults, index % 2 ? "torn database" : "ruined database");
    for (let serial = 0; serial < 40; serial++) {
      const found = await openStore({ kind: "sqlite", path: join(ruined, "faults.db") }).then(
        async ({ store, close }) => {
          const entry = await store.get(`ruined/${serial}`).then(
            (it) => (it ? "there" : "absent"),
            () => "error",
          );
          await close();
          return entry;
        },
        () => "error",
      );
      if (found === "absent") {
        sums.taken++;
        run.log(`sqlite: record ${serial} of a ${index % 2 ? "torn" : "ruined"} database is absent (${size} bytes)`);
      }
    }
  }
}

/** Adds what another ledger of the same store has counted. */
export function add(sums: Tally, more: Tally): void {
  for (const [name, count] of more.faults) counted(sums.faults, name, count);
  for (const [name, count] of more.codes) counted(sums.codes, name, count);
  for (const field of [
    ...(["acknowledged", "failed", "refused", "settled", "uncoded", "judged", "lost", "taken"] as const),
    ...(["unreadable", "twice", "refusedAndThere", "fromNowhere", "unsynced"] as const),
  ])
    sums[field] += more[field];
}
