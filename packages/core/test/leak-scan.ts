/**
 * Setup of every test run: secrets that a test makes by `canary` must not show in any error, console line or stream.
 *
 * Errors are seen as they are made, whoever catches them: classes that extend `Error` find this stand-in for it, because
 * setup files run before what they test is loaded. Nothing in the packages knows of it.
 */
import process from "node:process";
import { format } from "node:util";
import { afterEach } from "vitest";
import { Canaries } from "./leaks.ts";

interface Scan {
  readonly canaries: Canaries;
  readonly made: unknown[];
  readonly written: [place: string, text: string][];
  /** How much was looked at in this process. */
  readonly seen: { values: number; lines: number };
}
const KEY = Symbol.for("shopauth.test.leak-scan");
const shared = globalThis as unknown as Record<symbol, Scan | undefined>;

function install(): Scan {
  const scan: Scan = { canaries: new Canaries(), made: [], written: [], seen: { values: 0, lines: 0 } };
  const native = globalThis.Error;
  const keep = <T>(error: T): T => {
    // Its own fields come after the call of `super`: it is looked at when the test is over. What the runtime makes inside
    // itself holds whole requests, and is looked at where it comes out: in a cause, or where a test watches it.
    if (
      scan.canaries.size > 0 &&
      !/^[^\n]*\n(?: *at (?:new |Object\.construct)[^\n]*\n)* *at [^\n]*\(?node:internal/.test(stackOf(error))
    )
      scan.made.push(error);
    return error;
  };
  globalThis.Error = new Proxy(native, {
    construct: (target, input, by) => keep(Reflect.construct(target, input, by) as object),
    apply: (target, self, input) => keep(Reflect.apply(target as never, self, input) as object),
  });
  for (const name of ["stdout", "stderr"] as const) {
    const write = process[name].write;
    process[name].write = function (this: unknown, piece: string | Uint8Array, ...rest: never[]) {
      if (scan.canaries.size > 0)
        scan.written.push([name, typeof piece === "string" ? piece : Buffer.from(piece).toString("latin1")]);
      return write.call(process[name], piece, ...rest);
    } as typeof write;
  }
  for (const name of ["debug", "dir", "error", "info", "log", "table", "trace", "warn"] as const) {
    const print = console[name] as (...input: unknown[]) => void;
    console[name] = (...input: unknown[]) => {
      if (scan.canaries.size > 0) scan.written.push([`console.${name}`, format(...input)]);
      print.call(console, ...input);
    };
  }
  // In every package: what is signed with, and what a callback is asked for, is secret without a test saying so.
  const { set } = Headers.prototype;
  (Headers.prototype as { set: typeof set }).set = function (this: Headers, name, value) {
    if (/^(?:authorization|x-access-token)$/i.test(name)) learn(scan, "header", value.replace(/^\w+ /, ""));
    set.call(this, name, value);
  };
  const { get } = URLSearchParams.prototype;
  URLSearchParams.prototype.get = function (name) {
    const value = get.call(this, name);
    if (value !== null && /^(?:shopmy_)?(?:code|token)$/.test(name)) learn(scan, name, value);
    return value;
  };
  return scan;
}

function stackOf(error: unknown): string {
  const stack: unknown = (error as Error).stack;
  return typeof stack === "string" ? stack : "";
}

/** Takes what is long and random enough to be recognised; not without end, for tests that generate thousands. */
function learn({ canaries }: Scan, name: string, value: string): void {
  // Of a JWT the signature: what it says of itself is also said elsewhere.
  const secret = value.startsWith("eyJ") ? value.slice(value.lastIndexOf(".") + 1) : value;
  if (canaries.size < 20 && /^(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{20,}$/.test(secret)) canaries.add(name, secret);
}

const scan = (shared[KEY] ??= install());

/** A secret for one test: `name-` and 32 random characters, which nothing that the test makes may show. */
export function canary(name: string): string {
  return scan.canaries.make(name);
}

/** Also looks at a value that was not made as an error: an event, or what a foreign library threw. */
export function watch<T>(value: T): T {
  if (scan.canaries.size > 0) scan.made.push(value);
  return value;
}

/** What the scan has found since the test began; looks at everything once. */
export function leaks(): string[] {
  const found: string[] = [];
  for (const value of scan.made.splice(0)) {
    scan.seen.values++;
    const leak = scan.canaries.findIn(value);
    if (leak)
      found.push(`${leak.place} of ${(value as Error | undefined)?.name ?? typeof value} shows the ${leak.secret}`);
  }
  for (const [place, text] of scan.written.splice(0)) {
    scan.seen.lines++;
    const secret = scan.canaries.find(text);
    if (secret !== undefined) found.push(`${place} shows the ${secret}`);
  }
  return found;
}

/** The secrets of the running test, for files and databases. */
export const { canaries } = scan;

afterEach(() => {
  const found = leaks();
  scan.canaries.clear();
  if (found.length > 0) throw new Error(`Leaked: ${[...new Set(found)].join("; ")}`);
});
