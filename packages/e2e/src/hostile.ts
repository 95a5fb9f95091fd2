/**
 * A platform that misbehaves in every way a server can, at its token endpoint and its API, over real HTTP.
 * `npm run e2e -- hostile`
 */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isShopAuthError } from "@shopauth/core";
import { Canaries } from "../../core/test/leaks.ts";
import { figures, type Harness } from "./figures.ts";
import { CASES, type Case, wire } from "./hostile-cases.ts";
import type { Ask, Opening, Seen, Told } from "./hostile-server.ts";
import { type Target, targets } from "./hostile-targets.ts";

type Role = "token" | "api";
interface Run {
  readonly target: Target;
  readonly role: Role;
  readonly index: number;
  readonly variant: number;
}
const MARGIN = 250;
const API_DEADLINE = 60_000;
const HEAP = 16 * 1024 * 1024;

/** Speaks to the hostile server's process. */
class Hostile {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (told: Told) => void>();
  #ids = 0;
  constructor() {
    this.#child = fork(join(import.meta.dirname, "hostile-server.ts"), { stdio: "inherit", execArgv: [] });
    this.#child.on("message", (told: Told) => this.#waiting.get(told.id)?.(told));
  }
  ready(): Promise<unknown> {
    return new Promise((resolve) => this.#waiting.set(0, resolve));
  }
  #ask<T>(ask: object): Promise<T> {
    const id = ++this.#ids;
    return new Promise((resolve) => {
      this.#waiting.set(id, (told) => {
        this.#waiting.delete(id);
        resolve(told as T);
      });
      this.#child.send({ id, ...ask } as Ask);
    });
  }
  async open(open: Opening): Promise<number> {
    return (await this.#ask<{ port: number }>({ open })).port;
  }
  async close(port: number): Promise<Seen[]> {
    return (await this.#ask<{ seen: Seen[] }>({ close: port })).seen;
  }
  foreign(): Promise<{ connections: number; bytes: string }> {
    return this.#ask({ foreign: true });
  }
  end(): void {
    this.#child.disconnect();
  }
}

/** How late plain timers are here that wait like a token request that is sent twice. */
async function lateness(): Promise<number> {
  const started = performance.now();
  for (const ms of [10_000, 2_000, 10_000]) await new Promise((resolve) => setTimeout(resolve, ms));
  return performance.now() - started - 22_000;
}

/** Runs work on a number of lanes. */
async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

export const hostile: Harness = (run) => play(run.long ? "long" : run.short ? "short" : "full", run.log);

/** @param only plays the cases whose names it fits */
export async function play(
  form: "short" | "full" | "long",
  log: (line: string) => void,
  only = /./,
): ReturnType<Harness> {
  const report = figures();
  const { broken } = report;
  const canaries = new Canaries();
  const all = await targets(canaries);
  const server = new Hostile();
  await server.ready();
  const count = { calls: 0, issued: 0, responses: 0, typed: 0, untyped: 0, leaks: 0, unhandled: 0, unpinned: 0 };
  const most = { heap: 0, runtime: 0, late: Number.NEGATIVE_INFINITY };
  const late: { by: number; told: string }[] = [];
  const codes = new Set<string>();
  const onUnhandled = (error: unknown) => {
    count.unhandled++;
    broken.push(`unhandled rejection: ${String(error)}`);
  };
  process.on("unhandledRejection", onUnhandled);

  const fits = (run: Run, outcome: string): boolean => {
    const expected = CASES[run.index]![run.role] ?? (run.role === "token" ? "error" : "any");
    if (expected === "any") return true;
    if (expected === "no token") return outcome !== "issued" || !/"access_?token"/i.test(run.target.bodies.token);
    if (expected === "error") return outcome !== "issued" && outcome !== "response";
    if (expected === outcome) return true;
    // What a `once` or `never` exchange cannot tell apart from a lost answer is reported as unknown.
    if (run.role === "token" && outcome === "exchange_unknown")
      return /too_large|redirect/.test(expected) === false || expected === "response_too_large";
    // A renewal reports its own code, a typed client its own error for what it cannot read.
    return (
      (run.role === "token" && outcome === "renewal_failed" && expected !== "issued") ||
      (run.role === "api" && outcome === "ApiError" && expected !== "response")
    );
  };

  const attempt = async (run: Run, measured = false): Promise<void> => {
    const { target, role, index, variant } = run;
    const misbehaving = CASES[index]!;
    const label = `${target.name} ${role}: ${misbehaving.name}${misbehaving.variants ? ` #${variant}` : ""}`;
    const port = await server.open({ case: index, role, variant, bodies: target.bodies, tokenPath: target.tokenPath });
    const origin = `http://127.0.0.1:${port}`;
    let peak = 0;
    let sampler: NodeJS.Timeout | undefined;
    if (measured) {
      gc();
      const before = used();
      // What could be collected is no growth. The first collection only begins to free the bytes of buffers.
      const sample = () => {
        let grown = used() - before;
        if (grown > HEAP / 2) {
          gc();
          gc();
          grown = used() - before;
        }
        peak = Math.max(peak, grown);
      };
      sampler = setInterval(sample, 1);
    }
    const started = performance.now();
    let outcome: string;
    try {
      if (role === "token") outcome = await target.connect(origin);
      else outcome = (await target.call(origin)) > 0 ? "response" : "error";
      count[outcome === "issued" ? "issued" : "responses"]++;
    } catch (error) {
      if (isShopAuthError(error)) {
        outcome = error.code;
        count.typed++;
      } else if (role === "api" && (error as Error)?.name === "ApiError") {
        outcome = "ApiError";
        count.typed++;
      } else {
        outcome = `untyped ${String(error)}`;
        count.untyped++;
        broken.push(
          `${label}: untyped: ${error instanceof Error ? error.stack?.split("\n").slice(0, 3).join(" ") : String(error)}`,
        );
      }
      const leak = canaries.findIn(error);
      if (leak) {
        count.leaks++;
        broken.push(`${label}: the error's ${leak.place} shows the ${leak.secret}`);
      }
    }
    const took = performance.now() - started;
    clearInterval(sampler);
    count.calls++;
    codes.add(outcome);
    if (misbehaving.runtime) {
      most.runtime = Math.max(most.runtime, peak);
      // What the runtime goes on inflating is not the next call's.
      await new Promise((resolve) => setTimeout(resolve, 500));
    } else most.heap = Math.max(most.heap, peak);
    if (peak > HEAP && !misbehaving.runtime)
      broken.push(`${label}: the heap grew by ${(peak / 1_048_576).toFixed(1)} MB`);
    const deadline = role === "token" ? target.deadline : API_DEADLINE;
    most.late = Math.max(most.late, took - deadline);
    if (took > deadline + MARGIN)
      late.push({ by: took - deadline, told: `${label}: took ${Math.round(took)} ms, the deadline is ${deadline} ms` });
    if (!fits(run, outcome)) broken.push(`${label}: ended as ${outcome}, expected ${misbehaving[role] ?? "error"}`);
    for (const { method, path } of await server.close(port)) {
      if (target.hosts.includes(path.split("/")[1]!)) continue;
      count.unpinned++;
      broken.push(`${label}: ${method} ${path.slice(0, 60)} left the platform's hosts`);
    }
  };

  const runs = (wanted: (each: Case) => boolean, roles: readonly Role[] = ["token", "api"]): Run[] =>
    CASES.flatMap((each, index) =>
      wanted(each) && only.test(each.name)
        ? roles.flatMap((role) =>
            all.flatMap((target) => {
              const variants =
                each.variants?.(wire(200, { "content-type": "application/json" }, target.bodies[role]).length) ?? 1;
              const step = form === "short" && variants > 64 ? 9 : 1;
              return Array.from({ length: Math.ceil(variants / step) }, (_, at) => ({
                target,
                role,
                index,
                variant: at * step,
              }));
            }),
          )
        : [],
    );

  try {
    const control = canaries.make("control");
    const known = canaries.findIn(Object.assign(new Error("x"), { cause: Buffer.from(control).toString("base64") }));
    // Keys imported, modules loaded, connections tried: what only the first call costs is not a call's own.
    for (const target of all) {
      const port = await server.open({ role: "token", variant: 0, bodies: target.bodies, tokenPath: target.tokenPath });
      for (let round = 0; round < 3; round++) {
        const ended = [await target.connect(`http://127.0.0.1:${port}`), await target.call(`http://127.0.0.1:${port}`)];
        if (ended[0] !== "issued" || ended[1] !== 200)
          broken.push(`${target.name}: does not work with an honest server`);
      }
      await server.close(port);
    }

    const quick = runs((each) => !each.slow && !each.heavy);
    log(`${quick.length} calls that end at once`);
    gc();
    const before = used();
    await inLanes(quick, 64, (run) => attempt(run));
    gc();
    const kept = (used() - before) / quick.length;
    log("what fills memory, one call at a time");
    // All platforms send and read by the same code, so that the short form asks one of them.
    const filling = runs((each) => each.heavy === true);
    for (const run of filling) if (form !== "short" || run.target === all[0]) await attempt(run, true);
    log("what takes the whole deadline of a token request");
    const [timers] = await Promise.all([
      lateness(),
      ...runs((each) => each.slow === true, ["token"]).map((run) => attempt(run)),
    ]);
    report.note("lateness of this machine's own timers, ms", Math.round(timers));
    if (form === "long") {
      log("what takes the whole deadline of an API call");
      const patient = runs((each) => each.slow === true, ["api"]);
      await Promise.all(patient.map((run) => attempt(run)));
    }

    // A machine that wakes nobody in time says nothing about who asked to be woken.
    const margin = MARGIN + Math.max(0, Math.round(timers));
    for (const { by, told } of late) if (by > margin) broken.push(told);
    const foreign = await server.foreign();
    if (canaries.find(foreign.bytes)) broken.push("a secret reached an origin that is not the platform's");
    if (Object.keys(Object.prototype).length > 0 || "polluted" in {}) broken.push("a prototype was changed");
    const vectors = CASES.filter(({ name }) => name.startsWith("JSONTestSuite")).length;
    report.atLeast("ways of misbehaving", CASES.length - vectors, only.source === "." ? 80 : 1);
    report.note("JSONTestSuite bodies", vectors / 2 || "skipped, SHOPAUTH_VECTORS is not set");
    report.note("platforms", all.length);
    report.note("calls", count.calls);
    report.note("typed errors", count.typed);
    report.note(
      "error codes",
      [...codes]
        .filter((code) => !code.startsWith("untyped"))
        .sort()
        .join(" "),
    );
    report.note("credentials issued", count.issued);
    report.note("responses passed through", count.responses);
    report.exactly("control canary found", known ? 1 : 0, 1);
    report.exactly("untyped errors", count.untyped, 0);
    report.exactly("unhandled rejections", count.unhandled, 0);
    report.exactly("secrets in errors", count.leaks, 0);
    report.exactly("connections to foreign origins", foreign.connections, 0);
    report.exactly("bytes at foreign origins", foreign.bytes.length, 0);
    report.exactly("requests to unpinned hosts", count.unpinned, 0);
    report.atMost("most heap growth of a call, MB", Number((most.heap / 1_048_576).toFixed(1)), 16);
    report.note(
      "most heap growth by what the runtime inflates before anyone can refuse it, MB",
      (most.runtime / 1_048_576).toFixed(1),
    );
    report.atMost("heap kept per call, bytes", Math.max(0, Math.round(kept)), 16_384);
    report.atMost("latest end after the deadline, ms", Math.round(most.late), margin);
    return report;
  } finally {
    process.off("unhandledRejection", onUnhandled);
    server.end();
  }
}
