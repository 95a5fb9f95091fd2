import { createHmac } from "node:crypto";
import { join } from "node:path";
import type { Events, Store } from "@shopauth/core";
import { type Figures, figures, type Run } from "./figures.ts";
import { startPlatform, sum } from "./platform.ts";
import { type App, appOf, codeOf, type Shape, SIGNING } from "./platforms.ts";
import { sleep, temporaryFolder } from "./processes.ts";
import { openStore } from "./stores.ts";

const HOUR = 3_600_000;
const SKEWS = Array.from({ length: 25 }, (_, index) => (index - 12) * 2 * HOUR);
const JUMPS = [1_000, 59_000, 600_000, 3_540_000, 2 * HOUR, 24 * HOUR].flatMap((jump) => [jump, -jump]);
/** Simulated time runs so many times as fast: the monotonic clock, the wall clock and the platform's. */
const RATE = 10;
const MINUTE = 60_000;

const realTime = performance.now.bind(performance);
const realStart = realTime();
const wallStart = Date.now();
const elapsed = () => (realTime() - realStart) * RATE;
const wall = () => wallStart + elapsed();

/** A shop whose callers go on while its clocks do what they like. */
interface Case {
  readonly name: string;
  readonly shop: string;
  /** How far each process's clock is off, after so much simulated time. */
  readonly clocks: readonly ((time: number) => number)[];
  /** When they are set. */
  readonly settings: readonly number[];
  /** Seconds that the token it has at first lives on; absent: it has none. */
  readonly left?: number;
  /** Whether the platform refuses every call. */
  readonly refused?: boolean;
}

/** Between two calls of a process, and what a busy machine may add; in simulated milliseconds. */
const PAUSE = 3_000;
const SLACK = 6_000;
/** Within this time of its start a process may distrust what it finds, once. */
const START = 20_000;

/** How many renewals came within a minute of the one before, without a clock that was set meanwhile. */
function tooSoon(times: readonly number[], settings: readonly number[]): number {
  return times.filter((time, index) => {
    const before = times[index - 1];
    if (before === undefined || time - before >= MINUTE - SLACK) return false;
    return !settings.some((set) => set > before - SLACK && set < time + SLACK);
  }).length;
}

const label = (ms: number) =>
  `${ms < 0 ? "-" : "+"}${Math.abs(ms) >= HOUR ? `${Math.abs(ms) / HOUR}h` : `${Math.abs(ms) / 1_000}s`}`;

function cases(span: number): Case[] {
  const all: Omit<Case, "shop">[] = [];
  const add = (name: string, clocks: Case["clocks"], settings: Case["settings"], rest: Partial<Case> = {}) =>
    all.push({ name, clocks, settings, ...rest });
  // The last of them counts for calls that are still under way at the end.
  const quarters = [span / 4, span / 2, (span * 3) / 4, span];
  const half = [span / 2];
  const left = 3_600;
  const constant = (skew: number) => () => skew;
  // Set several times: forth, back, and forth again.
  const jumping = (jump: number) => (time: number) => (Math.floor((time * 4) / span) % 2 ? jump : 0);
  const once = (jump: number) => (time: number) => (time > span / 2 ? jump : 0);
  for (const skew of SKEWS) {
    add(`alone, off by ${label(skew)}`, [constant(skew)], []);
    add(`beside a right clock, off by ${label(skew)}`, [constant(0), constant(skew)], []);
  }
  for (const jump of JUMPS) {
    add(`set once by ${label(jump)}`, [once(jump)], half, { left });
    add(`set forth and back by ${label(jump)}`, [jumping(jump)], quarters, { left });
    add(`two processes, set by ${label(jump)}`, [once(jump), once(jump)], half, { left });
    add(`refused, set by ${label(jump)}`, [jumping(jump)], quarters, { left, refused: true });
  }
  return all.map((each, index) => ({ ...each, shop: `clock-${index}` }));
}

/** Runs cases side by side, and counts at the platform. */
async function simulate(all: readonly Case[], life: number, span: number, folder: string, run: Run) {
  const platform = await startPlatform();
  const refuse = all.filter(({ refused }) => refused).map(({ shop }) => shop);
  await platform.control({ rate: RATE, life, refuse });
  const { store, close } = await openStore({ kind: "sqlite", path: join(folder, `clocks-${life}.db`) });
  for (const { shop, left } of all) {
    const app = processOf(platform.origin, store, wall);
    const accessToken = `${shop}-token-0123456789`;
    await platform.control({ issue: { shop, token: accessToken } });
    const token = left !== undefined && { credential: { accessToken }, expiresIn: Math.min(left, life) };
    await app.adopt({ account: shop, owner: "ann", ...token });
  }
  const begun = elapsed();
  const failed: Record<string, number> = {};
  let calls = 0;
  const renewals = new Map<string, { time: number; forced: boolean; process: number }[]>();
  const callers = all.flatMap(({ shop, clocks, refused }, number) =>
    clocks.map(async (clock, index) => {
      const renewed: Events["renewed"] = ({ connection, forced }) => {
        const list = renewals.get(connection.account) ?? [];
        renewals.set(connection.account, [...list, { time: elapsed() - begun, forced, process: index }]);
      };
      const app = processOf(platform.origin, store, () => wall() + clock(elapsed() - begun), { renewed });
      // Not all of them at the same moment, which no machine serves in time.
      await sleep(((number % 20) * 50 + index * 300) % 1_000);
      while (elapsed() - begun < span) {
        const outcome = await app
          .client(shop)
          .get("/ping")
          .then(({ status }) => String(status), codeOf);
        calls++;
        if (outcome !== (refused ? "401" : "200")) failed[outcome] = (failed[outcome] ?? 0) + 1;
        await sleep(PAUSE / RATE);
      }
    }),
  );
  await Promise.all(callers);
  const report = await platform.control();
  await close();
  await platform.stop();
  const loops: string[] = [];
  let most = 0;
  let counted = 0;
  let atStart = 0;
  for (const { shop, name, clocks, settings } of all) {
    const events = renewals.get(shop) ?? [];
    counted += events.length;
    const times = (forced: boolean, own?: number) =>
      events
        .filter((each) => each.forced === forced && (own === undefined || each.process === own))
        .map(({ time }) => time);
    // Several processes whose clocks differ: each may distrust what it finds when it starts.
    const differ = clocks.length > 1 && settings.length === 0;
    const early = differ ? events.filter(({ time }) => time < START).length : 0;
    atStart = Math.max(atStart, early);
    // What another process has stored is as old as this one's last look at the most; so each may be early on its own.
    const processes = differ ? clocks.map((_, index) => index) : [undefined];
    const soon = processes.reduce<number>(
      (total, own) => {
        const plain = times(false, own).filter((time) => !differ || time >= START);
        return total + tooSoon(plain, settings) + tooSoon(times(true, own), settings);
      },
      Math.max(0, early - clocks.length),
    );
    most = Math.max(most, events.length);
    if (soon > 0) {
      loops.push(name);
      const list = events.map(({ time, forced }) => `${Math.round(time / 1_000)}${forced ? " forced" : ""}`);
      run.log(`${name}: ${soon} too soon, by ${clocks.length} processes, at ${list.join(", ")} s`);
    }
  }
  const missed = Math.abs(sum(report, "tokens") - counted);
  return { loops, most, atStart, calls, failed, missed, dead: sum(report, "expired") };
}

function processOf(origin: string, store: Store, now: () => number, on: Partial<Events> = {}): App {
  return appOf("renewing", origin, { store, now, on });
}

/** Flows under a wrong clock, and the edges of what a signature and a flow allow. */
async function edges(origin: string, store: Store) {
  let checked = 0;
  let wrong = 0;
  const expect = (actual: string, wanted: string) => {
    checked++;
    if (actual !== wanted) wrong++;
  };
  const at = Math.floor(Date.now() / 1_000);
  let serial = 0;
  for (const [age, wanted] of [
    [-62, "callback_expired"],
    [-61, "callback_expired"],
    [-60, "ok"],
    [-59, "ok"],
    [0, "ok"],
    [299, "ok"],
    [300, "ok"],
    [301, "callback_expired"],
    [24 * 3_600, "callback_expired"],
    [-24 * 3_600, "callback_expired"],
  ] as const) {
    const text = `shop=edge-${++serial}&code=code-${serial}&timestamp=${at}`;
    const query = `${text}&hmac=${createHmac("sha256", SIGNING).update(text).digest("hex")}`;
    const app = appOf("signed", origin, { store, now: () => (at + age) * 1_000 });
    expect(await app.exchange({ query }).then(() => "ok", codeOf), wanted);
  }
  const callback = (url: URL, shop: string) => {
    const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
    const state = url.searchParams.get("state");
    if (state) query.set("state", state);
    query.set("code", `code-${shop}`);
    return query.toString();
  };
  for (const shape of ["once", "never"] satisfies Shape[]) {
    for (const skew of SKEWS) {
      const shop = `skew-${shape}-${++serial}`;
      const app = appOf(shape, origin, { store, now: () => Date.now() + skew });
      const { url, flow } = await app.authorizationUrl({ shop, owner: "ann" });
      const query = callback(url, shop);
      expect(await app.exchange({ query, flow, owner: "ann" }).then(() => "ok", codeOf), "ok");
    }
    // Between the button and the callback the clock is set.
    for (const [jump, wanted] of [
      [599_000, "ok"],
      [600_000, "state_expired"],
      [24 * HOUR, "state_expired"],
      [-24 * HOUR, "ok"],
    ] as const) {
      const shop = `set-${shape}-${++serial}`;
      const start = Date.now();
      let now = start;
      const app = appOf(shape, origin, { store, now: () => now });
      const { url, flow } = await app.authorizationUrl({ shop, owner: "ann" });
      now = start + jump;
      expect(await app.exchange({ query: callback(url, shop), flow, owner: "ann" }).then(() => "ok", codeOf), wanted);
    }
  }
  return { checked, wrong };
}

/** Clocks that are wrong, and clocks that are set while the process runs. */
export async function clocks(run: Run): Promise<Figures> {
  const out = figures();
  const folder = await temporaryFolder("clocks");

  const platform = await startPlatform();
  const { store, close } = await openStore({ kind: "sqlite", path: join(folder, "edges.db") });
  const { checked, wrong } = await edges(platform.origin, store);
  await close();
  await platform.stop();
  out.note("flows under wrong clocks", checked);
  out.exactly("flows that came out otherwise than their clock says", wrong, 0);
  run.log(`${checked} flows under wrong clocks`);

  performance.now = elapsed;
  const span = (run.long ? 30 : 5) * MINUTE;
  const lives = [
    ["an hour", 3_600],
    ["90 s", 90],
  ] as const;
  await Promise.all(
    lives.map(async ([name, life]) => {
      const all = cases(span);
      const seen = await simulate(all, life, span, folder, run);
      run.log(`${seen.calls} calls with tokens of ${name}, failed ${JSON.stringify(seen.failed)}`);
      const failed = Object.values(seen.failed).reduce((total, count) => total + count, 0);
      out.note(`cases with tokens of ${name}`, all.length);
      out.note(`calls with tokens of ${name}`, seen.calls);
      out.exactly(`renewal loops with tokens of ${name}`, seen.loops.length, 0);
      out.note(`token requests of a shop in ${span / MINUTE} minutes with tokens of ${name}, most`, seen.most);
      out.note(`token requests when two processes with different clocks start, ${name}, most`, seen.atStart);
      out.exactly(`token requests without an event with tokens of ${name}`, seen.missed, 0);
      out.exactly(`calls with a dead token with tokens of ${name}`, seen.dead, 0);
      out.exactly(`failed calls with tokens of ${name}`, failed, 0);
    }),
  );
  return out;
}
