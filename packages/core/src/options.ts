import { ShopAuthError } from "./errors.ts";
import { EVENTS, type Events } from "./events.ts";
import { isLoopback, sandbox } from "./routes.ts";
import type { Store } from "./store.ts";

/** Stores a once-only credential although the store does not survive a restart. For tests and demonstrations. */
export const allowVolatile: unique symbol = Symbol.for("shopauth.allowVolatile") as never;

/**
 * Renews without the lease while the store cannot be reached. Each process then asks for a token of its own, so only for
 * a platform whose tokens live beside each other.
 */
export const allowUncoordinated: unique symbol = Symbol.for("shopauth.allowUncoordinated") as never;

/** What every platform's create function takes besides its own. */
export interface CommonOptions {
  /** At least 32 characters each. The first seals, all unseal; to rotate see the README. */
  readonly secrets: readonly [string, ...string[]];
  /** Where connections are kept; default: memory. */
  readonly store?: Store;
  /** Where the flows' journals are kept; default: `store`. */
  readonly journal?: Store;
  /** The callback's URL as registered: https, or http on a loopback address. Never derived from a request. */
  readonly redirectUri: string;
  /** Replaces `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Listeners, by event; none gets a secret. */
  readonly on?: Partial<Events>;
  /** Begins the flow cookies' names, after the `__Host-` that https brings; default `shopauth`. */
  readonly cookiePrefix?: string;
  /** Seconds a merchant may take; default 600, at most 3,600. */
  readonly flowTtl?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Origin of a sandbox on this machine, which is asked instead of the platform. */
  readonly [sandbox]?: string | undefined;
  /** Takes a store that forgets for a credential that can be had once: for tests and demonstrations. */
  readonly [allowVolatile]?: boolean;
  /** While the store cannot be reached, each process renews what it has in memory by itself. */
  readonly [allowUncoordinated]?: boolean;
}

/** For scripts that hold credentials already: no flow, no store, and the caller vouches for the shop's name. */
export interface DirectOptions extends Partial<Record<"secrets" | "store" | "journal" | "redirectUri", never>> {
  /** The caller vouches for the shop's name; nothing is stored beyond this process. */
  readonly direct: true;
  /** Replaces `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Listeners, by event; none gets a secret. */
  readonly on?: Partial<Events>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Origin of a sandbox on this machine, which is asked instead of the platform. */
  readonly [sandbox]?: string | undefined;
}

const COMMON = ["secrets", "store", "journal", "redirectUri", "fetch", "on", "cookiePrefix", "flowTtl", "now"];
const DIRECT = ["direct", "fetch", "on", "now"];
const UNSET = ": it is undefined or empty. Is the environment variable set?";

/**
 * Checks a create function's options and copies them by their own keys.
 * @param own names of the platform's own options; those that end in `?` may be absent, the others are non-empty strings
 * @throws ShopAuthError `invalid_options`
 */
export function readOptions<Options extends object>(options: Options, own: readonly string[]): Options {
  const fail = (message: string) => new ShopAuthError("invalid_options", message);
  if (typeof options !== "object" || options === null) throw fail("Options are an object");
  const copy = Object.assign(Object.create(null) as Record<PropertyKey, unknown>, options);
  const direct = copy.direct === true;
  const names = own.map((name) => name.replace("?", ""));
  for (const name of Object.keys(copy)) {
    if (![...names, ...(direct ? DIRECT : COMMON), "direct"].includes(name))
      throw fail(`Unknown option ${name.slice(0, 64)}`);
  }
  for (const name of own) {
    if (name.endsWith("?")) continue;
    if (copy[name] === undefined || copy[name] === "") throw fail(`${name} is missing${UNSET}`);
    if (typeof copy[name] !== "string") throw fail(`${name} must be a string`);
    if (/\p{Surrogate}/u.test(copy[name])) throw fail(`${name} is not well-formed text`);
  }
  if (!direct) checkCommon(copy, fail);
  for (const name of ["fetch", "now"])
    if (copy[name] !== undefined && typeof copy[name] !== "function") throw fail(`${name} must be a function`);
  checkListeners(copy.on, fail);
  return copy as Options;
}

function checkListeners(on: unknown, fail: (message: string) => ShopAuthError): void {
  if (on === undefined) return;
  if (typeof on !== "object" || on === null) throw fail("on must be an object of listeners, by event");
  for (const [name, listener] of Object.entries(on)) {
    if (!(EVENTS as readonly string[]).includes(name))
      throw fail(`Unknown event ${name.slice(0, 64)} in on: there are ${EVENTS.join(", ")}`);
    if (listener !== undefined && typeof listener !== "function") throw fail(`on.${name} must be a function`);
  }
}

function checkCommon(copy: Record<PropertyKey, unknown>, fail: (message: string) => ShopAuthError): void {
  const { secrets, redirectUri, flowTtl, cookiePrefix } = copy;
  if (!Array.isArray(secrets) || secrets.length === 0)
    throw fail("secrets must be an array with at least one secret, the sealing one first");
  for (const [index, secret] of secrets.entries()) {
    if (secret === undefined || secret === "") throw fail(`secrets[${index}] is missing${UNSET}`);
    if (typeof secret !== "string" || secret.length < 32)
      throw fail(
        `secrets[${index}] must be a string of at least 32 characters; make one with: openssl rand -base64 32`,
      );
  }
  if (new Set(secrets).size !== secrets.length) throw fail("secrets has the same secret twice");
  if (redirectUri === undefined || redirectUri === "") throw fail(`redirectUri is missing${UNSET}`);
  const url = typeof redirectUri === "string" && URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (
    !url ||
    url.hash ||
    url.username ||
    !(url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))
  ) {
    throw fail("redirectUri must be an https URL, or http on a loopback address, without a fragment");
  }
  if (
    flowTtl !== undefined &&
    !(Number.isInteger(flowTtl) && (flowTtl as number) >= 30 && (flowTtl as number) <= 3600)
  ) {
    throw fail("flowTtl is 30 to 3,600 seconds");
  }
  if (
    cookiePrefix !== undefined &&
    !(typeof cookiePrefix === "string" && /^(?!__)[A-Za-z0-9_-]{1,64}$/.test(cookiePrefix))
  ) {
    throw fail("cookiePrefix is 1 to 64 letters, digits, - or _, without the __Host- that stands before it over https");
  }
  for (const name of ["store", "journal"]) {
    const store = copy[name] as Store | undefined;
    if (
      store !== undefined &&
      !(typeof store?.get === "function" && typeof store.set === "function" && typeof store.list === "function")
    ) {
      throw fail(`${name} must have get, set and list`);
    }
  }
}

/**
 * Checks a list of scopes against those that a platform knows.
 * @throws ShopAuthError `invalid_options`
 */
export function readScopes<Scope extends string>(scopes: unknown, known: readonly Scope[]): readonly Scope[] {
  if (!Array.isArray(scopes) || scopes.length === 0)
    throw new ShopAuthError("invalid_options", "scopes must be an array with at least one scope", {
      hint: `Known: ${known.join(", ")}`,
    });
  for (const scope of scopes) {
    if (!known.includes(scope))
      throw new ShopAuthError("invalid_options", `Unknown scope ${String(scope).slice(0, 64)}`, {
        hint: `Known: ${known.join(", ")}`,
      });
  }
  return [...new Set(scopes as Scope[])];
}
