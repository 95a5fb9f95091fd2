import { toConnection } from "./connection.ts";
import type { Connections, Present } from "./connections.ts";
import { backoff, delay, waitFor } from "./delay.ts";
import { discard } from "./discard.ts";
import { createDispatch } from "./dispatch.ts";
import type { Engine } from "./engine.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import { Expiring } from "./expiring.ts";
import { apiUrl } from "./guards/api-url.ts";
import { retryAfter } from "./guards/retry-after.ts";
import { isToken } from "./guards/token.ts";
import { createPace } from "./pace.ts";
import type { Platform } from "./platform.ts";
import { FORCED_EVERY, lifeLeft, type Renewals } from "./renewal.ts";
import { type LightRequest, type Outgoing, outgoing } from "./request.ts";
import { peek } from "./response.ts";
import type { Routes } from "./routes.ts";

const MEMORY = 60_000;
const SOFT = 600_000;
const HARD = 60_000;
const MAX_WAIT = 300_000;
/** Milliseconds between two calls that find out whether a refused permanent credential is good again. */
const PROBED_EVERY = 60_000;

/** A connection in memory. */
interface Live<Credential> extends Present<Credential> {
  /** `performance.now()` of the last look at the store. */
  checkedAt: number;
  /** `performance.now()` when the credential ends, by a clock that is never set. */
  readonly endsAt: number;
  /** The same by the wall clock, which goes on while a machine sleeps, and may be set. */
  readonly wallEndsAt: number;
  /** `performance.now()` when this process last renewed because the platform had refused. */
  readonly forcedAt: number;
  /** Milliseconds before the end in which renewal is tried, and awaited. */
  readonly soft: number;
  readonly hard: number;
}

/** Signs and sends the API requests of an account. */
export interface Signer {
  /**
   * A 429 or 503 that stays after the tries is an answer like any other. `rate_limited` is thrown only for a call that
   * could be sent again where the platform asks to wait longer than five minutes.
   */
  fetch(
    account: string,
    owner: string | undefined,
  ): (input: LightRequest | Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** Forgets what is in memory of an account. */
  forget(account: string): void;
}

export interface SignerInput<Credential> {
  readonly engine: Engine<Credential>;
  readonly connections: Connections<Credential>;
  readonly renewals: Renewals<Credential>;
  readonly fetch: typeof globalThis.fetch;
  readonly routes: Routes;
  /** Whether an account that is not stored is adopted on its first use. */
  readonly direct: boolean;
}

export function createSigner<Credential>({
  engine,
  connections,
  renewals,
  fetch,
  routes,
  direct,
}: SignerInput<Credential>): Signer {
  const { platform, vault, now, emit, uncoordinated } = engine;
  const dispatch = createDispatch({ platform: platform.id, fetch, routes });
  const lives = new Map<string, Live<Credential>>();
  const { times, unasked } = platform.retry ?? { times: 3, unasked: true };
  const pace = platform.pace && createPace(platform.pace);
  const loads = new Map<string, Promise<Live<Credential>>>();
  /** Raised when something is forgotten: what was looked up before is then no longer kept. */
  let epoch = 0;
  /** Whether the store could not be reached the last time. */
  let away = false;
  /** Accounts whose refused credential was tried a short while ago. */
  const probed = new Expiring<true>();
  /** Accounts whose platform has asked to be left alone, until when (`performance.now()`), and for how long it had asked. */
  const quiet = new Expiring<{ readonly until: number; readonly asked: number }>();
  /** Names of all headers that a signature has set. */
  const signed = new Set<string>();
  const unsign = (headers: Headers) => {
    for (const name of signed) headers.delete(name);
  };
  const fail = (
    code: "not_connected" | "owner_required" | "owner_mismatch" | "reauthorization_required" | "missing_scope",
    account: string,
    message: string,
    status?: number,
  ) => new ShopAuthError(code, message, { platform: platform.id, account, status });

  const forget = (account: string) => {
    epoch++;
    lives.delete(account);
    loads.delete(account);
  };

  /**
   * @param began the epoch in which it was looked up
   * @param before what was in memory until now; `forced`: the platform had refused it
   */
  const keep = (
    account: string,
    here: Present<Credential>,
    began: number,
    before?: Live<Credential>,
    forced = false,
  ): Live<Credential> => {
    const { issuedAt, expiresAt, serial, credential } = here.held;
    const time = performance.now();
    let live: Live<Credential>;
    if (before && before.generation === here.generation && before.held.serial === serial) {
      live = { ...before, ...here, checkedAt: time };
    } else {
      if (credential !== undefined) for (const name of signature(platform, credential).keys()) signed.add(name);
      const life = expiresAt === undefined ? Number.POSITIVE_INFINITY : expiresAt - issuedAt;
      const left = lifeLeft(here.held, now(), before && time - before.checkedAt);
      live = {
        ...here,
        checkedAt: time,
        endsAt: time + left,
        wallEndsAt: now() + left,
        forcedAt: forced ? time : (before?.forcedAt ?? Number.NEGATIVE_INFINITY),
        // A fleet that was started together must not renew together.
        soft: Math.min(SOFT, life / 6) * (0.8 + Math.random() * 0.4),
        hard: Math.min(HARD, life / 60),
      };
    }
    if (began !== epoch) return live;
    if (lives.size >= 10_000) lives.delete(lives.keys().next().value!);
    lives.set(account, live);
    return live;
  };

  /** Milliseconds of life left, by both clocks. */
  const left = (live: Live<Credential>, time = performance.now()): number =>
    Math.min(live.endsAt - time, live.wallEndsAt - now());

  const load = async (account: string): Promise<Live<Credential>> => {
    const known = lives.get(account);
    const began = epoch;
    try {
      const found = known ? await vault.readIfChanged(account, known.version) : await vault.read(account);
      away = false;
      if (found === "unchanged") {
        known!.checkedAt = performance.now();
        return known!;
      }
      if (found?.value.held)
        return keep(
          account,
          { held: found.value.held, generation: found.value.generation, version: found.version },
          began,
          known,
        );
    } catch (error) {
      away = isShopAuthError(error) && error.code === "store_failed";
      if (known && away && (left(known) > 0 || (uncoordinated && platform.renew))) return known;
      throw error;
    }
    lives.delete(account);
    // Of several first uses at once one makes the connection, and the others find it.
    if (direct && ((await adoptUnseen(account)) || (await vault.read(account))?.value.held)) return load(account);
    throw fail("not_connected", account, "There is no such connection");
  };

  /** One look at the store for all calls that come meanwhile. */
  const loadOnce = (account: string): Promise<Live<Credential>> => {
    let loading = loads.get(account);
    if (!loading) {
      loading = load(account).finally(() => {
        if (loads.get(account) === loading) loads.delete(account);
      });
      loads.set(account, loading);
    }
    return loading;
  };

  /** The caller vouches for the account's name: the first use makes the connection, the first renewal its token. */
  const adoptUnseen = (account: string): Promise<boolean> => {
    const held = { status: "active" as const, serial: 0, connectedAt: now(), issuedAt: now() };
    return vault.write(account, { generation: 1, held }, { ifVersion: null });
  };

  const renewed = async (account: string, live: Live<Credential>, forced: boolean) => {
    const began = epoch;
    return keep(account, await renewals.renew(account, live, forced), began, lives.get(account) ?? live, forced);
  };

  /** A credential that is good for the next request; on the plain path without waiting for anything. */
  const current = (
    account: string,
    signal: AbortSignal | null | undefined,
  ): Live<Credential> | Promise<Live<Credential>> => {
    const live = lives.get(account);
    const time = performance.now();
    if (
      live?.held.credential !== undefined &&
      live.held.status === "active" &&
      time - live.checkedAt < MEMORY &&
      left(live, time) > live.soft
    )
      return live;
    return waitFor(fresh(account), signal);
  };

  /** What is in memory, while that is recent or the store is known to be away; else what is stored. */
  const latest = (account: string): Live<Credential> | Promise<Live<Credential>> => {
    const known = lives.get(account);
    if (known && performance.now() - known.checkedAt < MEMORY) return known;
    const loading = loadOnce(account);
    if (!known || !away || left(known) <= 0) return loading;
    // A store that hangs holds up only those that find out.
    loading.catch(() => {});
    return known;
  };

  const fresh = async (account: string): Promise<Live<Credential>> => {
    const live = await latest(account);
    if (!platform.renew) {
      if (live.held.expiresAt !== undefined && left(live) <= 0)
        throw fail("reauthorization_required", account, "The credential has expired");
      return live;
    }
    const life = live.held.credential === undefined ? 0 : left(live);
    if (life > live.soft) return live;
    const flight = renewed(account, live, false);
    if (life > live.hard) {
      flight.catch(() => {}); // Told by the event; the old token goes on.
      return live;
    }
    return life > 0 ? flight.catch(() => live) : flight;
  };

  const assertUsable = (account: string, { held }: Live<Credential>, owner: string | undefined) => {
    if (held.status === "unclaimed") throw fail("owner_required", account, "The connection has no owner yet");
    if (owner !== undefined && held.owner !== owner)
      throw fail("owner_mismatch", account, "The connection belongs to another owner");
  };

  /** Whether the platform refuses what only another connect, or the app's own key in order again, can mend. */
  const isRefused = ({ held }: Live<Credential>) => held.status === "rejected" && !platform.renew;

  /** One call now and then goes through, and finds out. */
  const assertProbe = (account: string) => {
    if (probed.get(account)) throw fail("reauthorization_required", account, "The platform refuses the credential");
    probed.set(account, true, performance.now() + PROBED_EVERY);
  };

  /**
   * Waits as long as the platform has asked any call of the account to wait, and a little longer: not all leave at once.
   * @param end no longer than until then (`performance.now()`)
   */
  const calm = async (account: string, signal: AbortSignal | null | undefined, end: number): Promise<void> => {
    for (let asks = quiet.get(account); asks; asks = quiet.get(account)) {
      const left = Math.min(asks.until, end) - performance.now();
      if (left <= 0) return;
      await delay(left + Math.random() * Math.min(2_000, asks.asked / 10), signal);
    }
  };

  const send = (request: Outgoing, url: string, credential: Credential): Promise<Response> => {
    platform.sign(request.headers, credential);
    return dispatch(url, request);
  };

  /** Notes what the platform says of a permanent credential, where that is news of the one that was used. */
  const mark = async (account: string, used: Live<Credential>, status: "active" | "rejected") => {
    let told = false;
    const here = await connections.update(account, (held, generation) => {
      told = generation === used.generation && held.serial === used.held.serial && held.status !== status;
      return told ? { ...held, status } : undefined;
    });
    forget(account);
    if (told) emit(status === "active" ? "connected" : "rejected", toConnection(platform.id, account, here.held));
  };

  /** What a 401 or 403 becomes; where another credential can be had, the answer to the same request with that. */
  const refused = async (
    account: string,
    owner: string | undefined,
    request: Outgoing,
    url: string,
    live: Live<Credential>,
    response: Response,
  ): Promise<Response> => {
    const { text, response: same } = await peek(response);
    const answer = { status: response.status, method: request.method, text, details: live.held.details };
    const refusal = platform.refusal ? platform.refusal(answer) : response.status === 401 ? "rejected" : undefined;
    if (refusal === undefined) return same;
    if (refusal === "missing_scope") {
      discard(same.body);
      throw fail("missing_scope", account, "The credential may not do this", response.status);
    }
    if (!platform.renew) {
      probed.set(account, true, performance.now() + PROBED_EVERY);
      await mark(account, live, "rejected").catch(() => {});
      return same;
    }
    const replaced = lives.get(account) ?? (await load(account));
    const newer = replaced.generation !== live.generation || replaced.held.serial !== live.held.serial;
    // A clock that was set back says nothing; the one of this process still does.
    const ago = now() - (live.held.forcedAt ?? Number.NEGATIVE_INFINITY);
    const lately = (ago >= 0 ? ago : performance.now() - live.forcedAt) < FORCED_EVERY;
    if (!newer && lately) return same;
    const next = newer ? replaced : await waitFor(renewed(account, live, true), request.signal);
    assertUsable(account, next, owner);
    if (!request.repeatable || (next.generation === live.generation && next.held.serial === live.held.serial))
      return same;
    discard(same.body);
    if (pace) await pace(account, request.signal);
    return send(request, url, next.held.credential!);
  };

  return {
    fetch(account, owner) {
      const base = platform.baseUrl(account);
      return async (input, init) => {
        const taken = outgoing(input, init, unsign);
        const request = taken instanceof Promise ? await taken : taken;
        const url = apiUrl(request.url, base);
        let probing = false;
        let attempt = 0;
        let end = 0;
        for (;;) {
          // Before the credential, which may be another one afterwards.
          if (quiet.size > 0) await calm(account, request.signal, (end ||= performance.now() + MAX_WAIT));
          const ready = current(account, request.signal);
          const live = ready instanceof Promise ? await ready : ready;
          assertUsable(account, live, owner);
          if (!probing && isRefused(live)) {
            assertProbe(account);
            probing = true;
          }
          // After the credential: calls that waited for a token together must not leave together.
          if (pace) {
            await pace(account, request.signal);
            if (quiet.get(account) && performance.now() < (end ||= performance.now() + MAX_WAIT)) continue;
          }
          let response = await send(request, url, live.held.credential!);
          const { status } = response;
          if (status === 401 || status === 403) response = await refused(account, owner, request, url, live, response);
          else if (probing && response.ok) await mark(account, live, "active").catch(() => {});
          if (response.status !== 429 && response.status !== 503) return response;
          const asked = retryAfter(response.headers.get("retry-after"), now());
          if (asked !== undefined && asked > 0 && asked <= MAX_WAIT) {
            const until = performance.now() + asked;
            if (until > (quiet.get(account)?.until ?? 0)) quiet.set(account, { until, asked }, until);
          }
          if (!isIdempotent(request) || platform.repeats?.(request)) return response;
          if (asked !== undefined && asked > MAX_WAIT) {
            discard(response.body);
            throw new ShopAuthError("rate_limited", "The platform asks to wait long", {
              platform: platform.id,
              account,
              status: response.status,
              retryAt: now() + asked,
            });
          }
          if (attempt++ >= times || (asked === undefined && !unasked)) return response;
          discard(response.body);
          // What the platform asks, every call of the account waits for.
          if (asked === undefined) await delay(200 + backoff(attempt - 1, 500, 20_000), request.signal);
          end = 0;
        }
      };
    },
    forget,
  };
}

function isIdempotent({ method, repeatable }: Outgoing): boolean {
  return repeatable && /^(?:GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method);
}

/**
 * Makes sure that a credential can stand on a header as it is: `Headers` would trim it, or print it in its own error.
 * With the platform, also that it is what the platform signs with.
 * @throws ShopAuthError `token_response_invalid`
 */
export function assertSignable<Credential>(credential: Credential, platform?: Signing<Credential>): void {
  const parts = typeof credential === "object" && credential !== null ? Object.values(credential) : [];
  if (parts.length === 0 || !parts.every(isToken)) {
    throw new ShopAuthError("token_response_invalid", "The credential cannot be sent as a header");
  }
  if (platform) signature(platform, credential);
}

type Signing<Credential> = Pick<Platform<never, Credential>, "id" | "sign">;

/**
 * What a credential puts on a request that has no headers.
 * @throws ShopAuthError `token_response_invalid` for a credential with other fields than those that sign
 */
function signature<Credential>(platform: Signing<Credential>, credential: Credential): Headers {
  const missing = new Set<string>();
  const used = new Set<string>();
  const headers = new Headers();
  let usable = true;
  try {
    const given = credential as object;
    const get = (fields: object, name: string | symbol): unknown => {
      if (typeof name === "string") (Object.hasOwn(fields, name) ? used : missing).add(name);
      return Reflect.get(fields, name);
    };
    platform.sign(headers, new Proxy(given, { get }) as Credential);
    const other = missing.size > 0 && Object.keys(given).some((name) => !used.has(name));
    usable = !other && ![...headers.values()].some((value) => /\bundefined\b|\[object /.test(value));
  } catch {
    // What cannot stand on a header: the runtime's own error quotes it.
    usable = false;
  }
  if (usable) return headers;
  throw new ShopAuthError("token_response_invalid", "The credential is not one that signs requests here", {
    platform: platform.id,
    hint: missing.size > 0 ? `The credential lacks: ${[...missing].join(", ")}.` : undefined,
  });
}
