import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { postgresStore } from "@shopauth/core/postgres";
import pg from "pg";
import { type Figures, figures, type Run } from "./figures.ts";
import { type EmulatedPlatform, startPlatform } from "./platform.ts";
import { appOf, codeOf } from "./platforms.ts";
import { ended, message, sleep, startScript, stop, temporaryFolder } from "./processes.ts";
import { swapRows } from "./rotation-swaps.ts";
import { type Begun, CONNECTING, type Ended, OWNER, type RotationInput, SWEPT, type Swept } from "./rotation-worker.ts";
import { keyIdOf, type Row, rawRows, sealedBy } from "./rows.ts";
import { missing, type Service, startPostgres, startRedis } from "./services.ts";
import { openStore, type StoreSpec } from "./stores.ts";

const KEYS = ["zero", "one", "two"].map((name) => `e2e-rotation-secret-${name}-0123456789`);
/** The lists of secrets, deploy by deploy: a key first opens everywhere, then seals, then is swept away from, then goes. */
const DEPLOYS = [[0], [0, 1], [1, 0], [1, 2], [2, 1], [2]] as const;
const PROCESSES = 4;
const SHARED = 20;
/** Records that lie under the retired key at each sweep. */
const BALLAST = 30;
/** Seconds; tokens are renewed all the time. */
const LIFE = 15;
const KILLS = { short: 50, long: 500 };
const SWAPS = 10_000;
const REAL_SWAPS = 192;

interface Server {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** What came of one store. */
interface Outcome {
  kills: number;
  /** Kills after which some records lay under the one key and some under the other. */
  partway: number;
  /** Sweeps that had ended before their kill. */
  late: number;
  unreadable: number;
  retired: number;
  endless: number;
  failed: number;
  wrongShop: number;
  lost: number;
  unreported: number;
  operations: number;
  records: number;
}

const secretsOf = (deploy: readonly number[]) => deploy.map((index) => KEYS[index]!) as [string, ...string[]];

/** Three keys, one after the other, over one store. */
async function rotate(
  spec: StoreSpec,
  kills: number,
  platform: EmulatedPlatform,
  run: Run,
): Promise<Outcome & { platformSays: string[] }> {
  const { kind } = spec;
  const registration = `rotation ${kind}`;
  const input = { spec, origin: platform.origin, registration };
  const out: Outcome = {
    kills: 0,
    partway: 0,
    late: 0,
    unreadable: 0,
    retired: 0,
    endless: 0,
    failed: 0,
    wrongShop: 0,
    lost: 0,
    unreported: 0,
    operations: 0,
    records: 0,
  };
  const own = await openStore(spec);
  const appWith = (shape: (typeof SWEPT)[number], deploy: readonly number[], store = own.store) =>
    appOf(shape, platform.origin, { registration, store, secrets: secretsOf(deploy) });

  const shared = Array.from({ length: SHARED }, (_, index) => `${kind}-shared-${index}`);
  for (const account of shared) await appWith("renewing", DEPLOYS[0]).adopt({ account, owner: OWNER });
  const ballast = Array.from({ length: BALLAST }, (_, index) => `${kind}-ballast-${index}`);
  const tokenOf = (account: string) => `${account}-token-0123456789`;
  for (const shop of ballast) await platform.control({ issue: { shop, token: tokenOf(shop) } });
  const load = async (deploy: readonly number[]) => {
    const app = appWith("redirected", deploy);
    await Promise.all(
      ballast.map((account) => app.adopt({ account, owner: OWNER, credential: { accessToken: tokenOf(account) } })),
    );
  };
  await load(DEPLOYS[0]);

  let started = 0;
  const begin = async (deploy: readonly number[], begun: readonly Begun[]): Promise<Server> => {
    const prefix = `${kind}-p${++started}`;
    const serving: RotationInput = { act: "serve", ...input, secrets: secretsOf(deploy), shared, prefix, begun };
    const child = startScript("./rotation-worker.ts", serving);
    await message(child, "ready");
    return { child, ended: message<Ended>(child, "ended") };
  };
  const connected: Ended["connected"] = {};
  const end = async (server: Server): Promise<readonly Begun[]> => {
    server.child.send("end");
    const told = await server.ended;
    await ended(server.child);
    for (const count of Object.values(told.counts)) out.operations += count;
    for (const [what, count] of Object.entries(told.failed)) {
      if (what.endsWith(": unreadable")) out.unreadable += count;
      else out.failed += count;
      run.log(`${kind}: ${count} failed, ${what}`);
    }
    out.wrongShop += told.wrongShop;
    Object.assign(connected, told.connected);
    return told.begun;
  };

  const sweeper = async (deploy: readonly number[]) => {
    const sweeping: RotationInput = {
      ...{ act: "sweep", ...input, secrets: secretsOf(deploy) },
      ...{ shared: [], prefix: "", begun: [] },
    };
    const child = startScript("./rotation-worker.ts", sweeping);
    await message(child, "ready");
    return child;
  };
  const sweep = async (deploy: readonly number[]): Promise<Swept> => {
    const child = await sweeper(deploy);
    const swept = message<Swept>(child, "swept");
    child.send("go");
    const result = await swept;
    out.unreadable += result.unreadable;
    await ended(child);
    return result;
  };
  /** How many of the records that this process has put lie under a key. */
  const under = (rows: readonly Row[], id: string) =>
    rows.filter(({ key, value }) => key.includes("-ballast-") && sealedBy(value) === id).length;

  let strikes = 0;
  /** Sweeps that are killed; before each one, records lie under the key that is to go. */
  const strike = async (before: readonly number[], after: readonly number[]) => {
    // Four times: in the middle and after the end of two deploys.
    const wanted = Math.floor((kills + 3 - strikes++) / 4);
    const id = await keyIdOf(KEYS[after[0]!]!);
    await load(before);
    let span = (await sweep(after)).ms;
    run.log(`${kind}: a sweep takes ${span.toFixed(0)} ms`);
    for (let done = 0, tries = 0; done < wanted && tries < wanted * 3; tries++) {
      const [child] = await Promise.all([sweeper(after), load(before)]);
      let swept: Swept | undefined;
      child.on("message", (value: Swept) => {
        if (value.type === "swept") swept = value;
      });
      child.send("go");
      // More often early, where the records are that have to be sealed again.
      await sleep(Math.random() ** 2 * span);
      await stop(child);
      if (swept) {
        out.late++;
        span = Math.min(span, swept.ms);
        continue;
      }
      done++;
      out.kills++;
      const count = under(await rawRows(spec), id);
      if (count > 0 && count < BALLAST) out.partway++;
    }
  };

  /** Merchants who are at the platform while the process that sent them there has gone. */
  const begun: Begun[] = [];
  const finish = async (deploy: readonly number[]) => {
    for (const { shop, shape, query, flow } of begun.splice(0)) {
      const outcome = appWith(shape, deploy).exchange({ query, flow, owner: OWNER });
      const problem = await outcome.then(() => undefined, codeOf);
      if (problem === undefined) connected[shop] = { shape, held: true };
      else {
        out.lost++;
        run.log(`${kind}: ${shop} is not connected: ${problem}`);
      }
    }
  };
  let servers = await Promise.all(Array.from({ length: PROCESSES }, () => begin(DEPLOYS[0], [])));
  for (const [index, deploy] of DEPLOYS.entries()) {
    if (index === 0) continue;
    const before = DEPLOYS[index - 1]!;
    const turns = deploy[0] !== before[0];
    const next: Server[] = [];
    // Two at a time; those that take over are there before the others go.
    for (let at = 0; at < PROCESSES; at += 2) {
      const left = begun.splice(0);
      next.push(...(await Promise.all([begin(deploy, left), begin(deploy, [])])));
      for (const left of await Promise.all(servers.slice(at, at + 2).map(end))) begun.push(...left);
      // In the middle of a deploy both lists seal.
      if (turns && at + 2 < PROCESSES) await strike(before, deploy);
    }
    await finish(deploy);
    servers = next;
    if (!turns) continue;
    await strike(before, deploy);
    while ((await sweep(deploy)).resealed > 0);
    const id = await keyIdOf(KEYS[deploy[0]]!);
    const rows = await rawRows(spec);
    const left = rows.filter(({ value }) => sealedBy(value) !== id);
    out.retired += left.length;
    out.records += rows.length;
    run.log(`${kind}: key ${deploy[0]} seals all but ${left.length} of ${rows.length} records`);
  }
  for (const left of await Promise.all(servers.map(end))) begun.push(...left);
  await finish(DEPLOYS.at(-1)!);

  await judge(spec, shared, ballast, connected, platform, out, run);
  await retiredInUse(spec, platform.origin, out, run);
  await own.close();
  const report = await platform.control();
  const platformSays = Object.keys(connected).flatMap((shop) =>
    report[shop]?.exchanges === 1 && report[shop].wrongShop === 0 ? [] : [`${shop}: ${JSON.stringify(report[shop])}`],
  );
  return { ...out, platformSays };
}

/** With the last key alone, everything that was connected opens its own account, and nothing else does. */
async function judge(
  spec: StoreSpec,
  shared: readonly string[],
  ballast: readonly string[],
  connected: Ended["connected"],
  platform: EmulatedPlatform,
  out: Outcome,
  run: Run,
) {
  const { store, close } = await openStore(spec);
  const registration = `rotation ${spec.kind}`;
  const apps = new Map(
    SWEPT.map((shape) => {
      const options = { registration, store, secrets: secretsOf([2]) };
      return [shape, appOf(shape, platform.origin, options)] as const;
    }),
  );
  const all = [
    ...shared.map((shop) => ({ shop, shape: "renewing" as const, held: true })),
    ...ballast.map((shop) => ({ shop, shape: "redirected" as const, held: true })),
    ...Object.entries(connected).map(([shop, each]) => ({ shop, ...each })),
  ];
  for (const { shop, shape, held } of all) {
    const outcome = await apps
      .get(shape)!
      .client(shop)
      .get("/ping")
      .then(async (response) => ((await response.json()) as { shop?: string }).shop ?? String(response.status), codeOf);
    if (outcome === (held ? shop : "not_connected")) continue;
    if (outcome === "unreadable") out.unreadable++;
    else out.lost++;
    run.log(`${spec.kind}: ${shop} gives ${outcome}`);
  }
  for (const app of apps.values()) {
    const report = await app.recover();
    out.unreadable += report.unreadable;
    out.lost += report.unknown.length + report.failed.length;
  }
  // Every flow is finished by now: what a sweep rewrites must still go when its time is over.
  const gone = new Set(Object.entries(connected).flatMap(([shop, { held }]) => (held ? [] : [shop])));
  for (const { key, expiresAt } of await rawRows(spec)) {
    const ends = key.startsWith("flow/") || gone.has(key.split("/").at(-1)!);
    if (ends && expiresAt === undefined) out.endless++;
  }
  await close();
}

/** A key that was dropped although records need it: they are told, kept, and back as soon as the key is. */
async function retiredInUse(spec: StoreSpec, origin: string, out: Outcome, run: Run) {
  const { store, close } = await openStore(spec);
  const wrong = (what: string) => {
    out.unreported++;
    run.log(`${spec.kind}: a retired key in use: ${what}`);
  };
  for (const shape of CONNECTING) {
    const registration = `retired ${spec.kind}`;
    const appWith = (...keys: number[]) => appOf(shape, origin, { registration, store, secrets: secretsOf(keys) });
    const names = ["a", "b", "c", "d"].map((name) => `${spec.kind}-${shape}-${name}`);
    const credentialOf = (account: string) => ({ accessToken: `${account}-token-0123456789` });
    const connect = async (keys: number[], account: string) => {
      const app = appWith(...keys);
      const { url, flow } = await app.authorizationUrl({ shop: account, owner: OWNER });
      const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
      const state = url.searchParams.get("state");
      if (state) query.set("state", state);
      query.set("code", `code-${account}`);
      await app.exchange({ query: query.toString(), flow, owner: OWNER });
    };
    // Three of four connections and their flows need the retired key.
    for (const [index, account] of names.entries()) await connect(index === 0 ? [2] : [0], account);
    const mine = async () => {
      const part = `/${encodeURIComponent(registration)}/`;
      const rows = (await rawRows(spec)).filter(({ key }) => key.includes(part) && key.includes(`/${shape}/`));
      return JSON.stringify(rows.sort((a, b) => (a.key < b.key ? -1 : 1)));
    };
    const before = await mine();
    const app = appWith(2, 1);
    const report = await app.recover();
    if (report.unreadable !== 6) wrong(`recover() names ${report.unreadable} of 6`);
    const swept = await app.reseal();
    if (swept.unreadable !== 6) wrong(`reseal() names ${swept.unreadable} of 6`);
    for (const account of names.slice(1)) {
      const tries = {
        connection: () => app.connection(account),
        call: () => app.client(account).get("/ping"),
        adopt: () => app.adopt({ account, owner: OWNER, credential: credentialOf(account) }),
        disconnect: () => app.disconnect(account),
        begin: () => app.authorizationUrl({ shop: account, owner: OWNER }),
      };
      for (const [name, work] of Object.entries(tries)) {
        const outcome = await work().then(() => "ok", codeOf);
        if (outcome !== "unreadable") wrong(`${name} of ${account} gives ${outcome}`);
      }
    }
    if ((await mine()) !== before) wrong("a record was changed");
    const none = await appOf(shape, origin, { registration, store, secrets: secretsOf([1]) })
      .recover()
      .then(() => "ok", codeOf);
    if (none !== "unreadable") wrong(`recover() with no key at all gives ${none}`);
    const back = await appWith(2, 0).reseal();
    if (back.resealed !== 6 || back.unreadable !== 0) wrong(`with its key back: ${JSON.stringify(back)}`);
    if ((await appWith(2).recover()).unreadable !== 0) wrong("records stay unreadable after the sweep");
  }
  await close();
}

/** Key rotation under load, sweeps that are killed, and sealed texts in places that are not theirs. */
export async function rotation(run: Run): Promise<Figures> {
  const out = figures();
  const folder = await temporaryFolder("rotation");
  const platform = await startPlatform();
  await platform.control({ life: LIFE });
  const services: Service[] = [];
  const specs: StoreSpec[] = [
    { kind: "sqlite", path: join(folder, "rotation.db") },
    { kind: "file", path: join(folder, "rotation") },
  ];
  for (const name of ["postgres", "redis"] as const) {
    const absent = missing(name);
    if (absent) {
      out.note(name, `skipped: ${absent}`);
      continue;
    }
    const service = name === "postgres" ? await startPostgres() : await startRedis({ fsync: true });
    services.push(service);
    if (name === "redis") specs.push({ kind: name, port: service.port, client: "redis", durable: true });
    else {
      specs.push({ kind: name, port: service.port, connections: 3 });
      const pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres" });
      await postgresStore(pool).createTable();
      await pool.end();
    }
  }

  const wanted = run.long ? KILLS.long : KILLS.short;
  const share = Math.ceil(wanted / specs.length);
  const outcomes = await Promise.all(
    specs.map(async (spec) => ({ spec, ...(await rotate(spec, share, platform, run)) })),
  );
  const total = (field: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[field], 0);
  for (const { spec, kills, partway, operations, platformSays } of outcomes) {
    out.note(`${spec.kind} kills`, kills);
    out.note(`${spec.kind} kills with records on both keys`, partway);
    out.note(`${spec.kind} operations`, operations);
    for (const line of platformSays) run.log(line);
  }
  out.atLeast("kills of a sweep", total("kills"), wanted);
  out.note("sweeps that ended before their kill", total("late"));
  out.atLeast("kills with records on both keys", total("partway"), Math.floor(wanted / 10));
  out.note("operations under rotation", total("operations"));
  out.note("records after the last sweeps", total("records"));
  out.exactly("unreadable for a process that has the secrets", total("unreadable"), 0);
  out.exactly("operations that failed", total("failed"), 0);
  out.exactly("records on a retired key after the last sweep", total("retired"), 0);
  out.exactly("credentials lost", total("lost"), 0);
  out.exactly("credentials swapped", total("wrongShop"), 0);
  out.exactly(
    "codes not exchanged exactly once",
    outcomes.reduce((sum, { platformSays }) => sum + platformSays.length, 0),
    0,
  );
  out.exactly("records that a sweep keeps for ever", total("endless"), 0);
  out.exactly("retired keys in use that were not told", total("unreported"), 0);

  const swaps = [await swapRows(secretsOf([1, 0]), SWAPS)];
  for (const spec of specs) {
    const { store, close } = await openStore(spec);
    swaps.push(await swapRows(secretsOf([1, 0]), REAL_SWAPS, store));
    await close();
  }
  const sorts = new Map<string, number>();
  for (const each of swaps) for (const [sort, count] of each.sorts) sorts.set(sort, (sorts.get(sort) ?? 0) + count);
  for (const [sort, count] of sorts) out.note(`in a place not its own: ${sort}`, count);
  const altered = [...sorts.values()].reduce((sum, count) => sum + count, 0);
  out.atLeast("altered and foreign sealed texts", altered, SWAPS);
  for (const field of ["opened", "overwritten", "otherwise"] as const) {
    const found = swaps.flatMap((each) => each[field]);
    for (const line of found.slice(0, 10)) run.log(`${field}: ${line}`);
    const name = { opened: "opened", overwritten: "overwritten", otherwise: "refused otherwise than as unreadable" };
    out.exactly(`altered and foreign sealed texts ${name[field]}`, found.length, 0);
  }
  for (const service of services) await service.stop();
  await platform.stop();
  return out;
}
