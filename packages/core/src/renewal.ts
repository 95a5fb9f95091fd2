import { randomText } from "./base64url.ts";
import { type Held, toConnection } from "./connection.ts";
import { type Connections, lifetimeOf, type Present } from "./connections.ts";
import { backoff, delay } from "./delay.ts";
import type { Engine } from "./engine.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import { Expiring } from "./expiring.ts";
import { retryAfter } from "./guards/retry-after.ts";
import { createLeaseWatch, LEASE } from "./lease.ts";
import type { Issued } from "./platform.ts";
import { DEADLINE, type Send, SendFailure } from "./send.ts";
import { withWord } from "./trouble.ts";

/** Milliseconds by which the clocks of two machines may differ: a lease that ended longer ago is not waited for. */
const SKEW = 60_000;
const COOLDOWN = 1_000;
const REFUSED_COOLDOWN = 60_000;
/** The platform may ask for a longer pause, up to this. */
const MAX_COOLDOWN = 300_000;
/** Milliseconds between two renewals that were forced by a refused token. */
export const FORCED_EVERY = 60_000;

const REFUSED_HINT = "Check client id and secret, and that the app is still installed in this shop.";

/** A credential that is to be replaced, and when (`performance.now()`) it was last seen to be the stored one. */
export interface Seen<Credential> extends Present<Credential> {
  readonly checkedAt?: number;
}

export interface Renewals<Credential> {
  /**
   * Makes sure that the stored credential is another one than the one seen: the first of all callers and processes
   * renews, the others take its result.
   * @throws ShopAuthError `renewal_failed`, `not_connected`, `store_failed`, `unreadable`
   */
  renew(account: string, seen: Seen<Credential>, forced: boolean): Promise<Present<Credential>>;
  /** Flights under way, for a graceful stop. */
  pending(): Promise<unknown>[];
}

/**
 * Milliseconds of life that a stored credential has left. The clocks of a fleet differ, and are set: what was stored in
 * the last `since` milliseconds of this process is no older than that, whatever the record says of itself.
 * @param since absent: this process has not seen the record before
 */
export function lifeLeft(held: Held<unknown>, now: number, since = Number.POSITIVE_INFINITY): number {
  const { credential, issuedAt, expiresAt } = held;
  if (credential === undefined) return 0;
  if (expiresAt === undefined) return Number.POSITIVE_INFINITY;
  const life = expiresAt - issuedAt;
  // Stored by a clock that is ahead, or before this one was set back: nobody knows how long ago.
  const unknown = issuedAt > now + 5_000;
  return Math.max(0, life - since, unknown ? 0 : Math.min(life, expiresAt - now));
}

export function createRenewals<Credential>(
  engine: Engine<Credential>,
  connections: Connections<Credential>,
): Renewals<Credential> {
  const { platform, vault, now, emit, uncoordinated } = engine;
  const flights = new Map<string, Promise<Present<Credential>>>();
  const failures = new Expiring<{ error: unknown; generation: number }>();
  /** Outlive a flight: a lease that was watched by one which failed need not be watched from the beginning. */
  const watches = new Expiring<ReturnType<typeof createLeaseWatch>>();
  const missing = (account: string) =>
    new ShopAuthError("not_connected", "There is no such connection", { platform: platform.id, account });

  /** Takes the lease; `done` where somebody else has renewed first. */
  const lease = async (account: string, seen: Seen<Credential>, forced: boolean, holder: string) => {
    // Long enough to see the lease of a holder that died through, and what another one then does.
    const giveUp = performance.now() + LEASE + DEADLINE;
    const isHeld = watches.get(account) ?? createLeaseWatch(now, SKEW);
    for (;;) {
      const here = await connections.read(account);
      if (!here) throw missing(account);
      const replaced = here.generation !== seen.generation || here.held.serial !== seen.held.serial;
      const since = seen.checkedAt === undefined ? undefined : performance.now() - seen.checkedAt;
      if (replaced && lifeLeft(here.held, now(), since) > 0) return { here, done: true };
      if (isHeld(here.held.lease)) {
        watches.set(account, isHeld, performance.now() + LEASE);
        if (performance.now() > giveUp)
          throw new ShopAuthError("timeout", "Another process holds the lease", { platform: platform.id, account });
        await delay(40 + Math.random() * 120);
        continue;
      }
      const held = { ...here.held, lease: { holder, until: now() + LEASE }, ...(forced && { forcedAt: now() }) };
      if (await vault.write(account, { generation: here.generation, held }, { ifVersion: here.version }))
        return { here: { ...here, held }, done: false };
    }
  };

  /** The lease, or what is in memory while the store, which alone can give one, cannot be reached. */
  const leaseOrAlone = async (account: string, seen: Seen<Credential>, forced: boolean, holder: string) => {
    try {
      return await lease(account, seen, forced, holder);
    } catch (error) {
      if (!uncoordinated || !isShopAuthError(error) || error.code !== "store_failed") throw error;
      const { generation, version } = seen;
      const held = { ...seen.held, ...(forced && { forcedAt: now() }) };
      return { here: { held, generation, version }, done: false };
    }
  };

  const release = (account: string, holder: string, refused: boolean) =>
    connections.update(account, (held) => {
      if (held.lease?.holder !== holder) return undefined;
      const { lease: _, ...rest } = held;
      return refused && rest.status === "active" ? { ...rest, status: "rejected" } : rest;
    });

  const store = async (
    account: string,
    before: Present<Credential>,
    issued: Issued<Credential>,
  ): Promise<Present<Credential>> => {
    const renewed = (held: Held<Credential>): Held<Credential> => {
      const { lease: _, expiresAt: __, ...rest } = held;
      return {
        ...rest,
        ...lifetimeOf(issued, now()),
        credential: issued.credential,
        serial: held.serial + 1,
        status: held.status === "rejected" ? "active" : held.status,
        // What an answer does not bring never replaces what is stored.
        ...(issued.scopes && { scopes: issued.scopes }),
        ...(issued.details && { details: issued.details }),
      };
    };
    try {
      return await connections.update(account, (held, generation) =>
        generation === before.generation && held.serial === before.held.serial ? renewed(held) : undefined,
      );
    } catch (error) {
      // The token is good although it could not be stored: this process uses it, the others renew again.
      if (isShopAuthError(error) && error.code === "store_failed") return { ...before, held: renewed(before.held) };
      throw error;
    }
  };

  const run = async (account: string, seen: Seen<Credential>, forced: boolean): Promise<Present<Credential>> => {
    const holder = randomText(9);
    const { here: leased, done } = await leaseOrAlone(account, seen, forced, holder);
    if (done) return leased;
    const leasedAt = performance.now();
    let issued: Issued<Credential>;
    const told: Told = {};
    try {
      issued = await request(engine, account, leased.held.credential, told);
    } catch (error) {
      const typed = isShopAuthError(error) ? error : undefined;
      const refused = typed !== undefined && isRefusal(typed);
      const after = await release(account, holder, refused).catch(() => undefined);
      // A process that was stopped for longer than its lease was overtaken: what the other one got is good.
      const replaced = after && (after.generation !== leased.generation || after.held.serial !== leased.held.serial);
      if (replaced && lifeLeft(after.held, now(), performance.now() - leasedAt) > 0) return after;
      const word = error instanceof SendFailure ? error.word : undefined;
      const failure = new ShopAuthError("renewal_failed", withWord("The token could not be renewed", word), {
        platform: platform.id,
        account,
        status: typed?.status,
        said: typed?.said,
        retryAt: told.asked === undefined ? undefined : now() + told.asked,
        hint: refused ? REFUSED_HINT : error instanceof SendFailure ? error.hint : undefined,
      });
      emit("renewalFailed", {
        platform: platform.id,
        account,
        code: typed?.code ?? (error instanceof SendFailure ? error.code : "network_failed"),
        ...(failure.status !== undefined && { status: failure.status }),
      });
      if (after?.held.status === "rejected" && leased.held.status !== "rejected")
        emit("rejected", toConnection(platform.id, account, after.held));
      const pause = Math.max(refused ? REFUSED_COOLDOWN : COOLDOWN, Math.min(told.asked ?? 0, MAX_COOLDOWN));
      failures.set(account, { error: failure, generation: seen.generation }, performance.now() + pause);
      throw failure;
    }
    const here = await store(account, leased, issued);
    emit("renewed", { connection: toConnection(platform.id, account, here.held), forced });
    return here;
  };

  return {
    async renew(account, seen, forced) {
      const failed = failures.get(account);
      if (failed?.generation === seen.generation) throw failed.error;
      let flight = flights.get(account);
      if (!flight) {
        flight = run(account, seen, forced).finally(() => flights.delete(account));
        flights.set(account, flight);
      }
      return flight;
    },
    pending: () => [...flights.values()],
  };
}

function isRefusal({ code, status = 0 }: ShopAuthError): boolean {
  return code === "exchange_failed" && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** How many milliseconds the last answer asks to wait. */
interface Told {
  asked?: number | undefined;
}

/**
 * Sends the token request; what may pass by itself is tried again inside the deadline, so that one 503 does not fail
 * every waiter.
 * @throws SendFailure, or what `platform.renew` throws
 */
async function request<Credential>(
  engine: Engine<Credential>,
  account: string,
  credential: Credential | undefined,
  told: Told,
): Promise<Issued<Credential>> {
  const { platform, now } = engine;
  const end = performance.now() + DEADLINE;
  for (let attempt = 0; ; attempt++) {
    let wait = backoff(attempt, 100, 5_000);
    const send: Send = async (sendRequest) => {
      // All attempts together end before the lease does.
      told.asked = undefined;
      const answer = await engine.send(sendRequest, Math.max(1, end - performance.now()));
      told.asked = retryAfter(answer.retryAfter, now());
      wait = told.asked ?? wait;
      return answer;
    };
    try {
      return await platform.renew!({ old: { account, credential }, send });
    } catch (error) {
      const passing =
        error instanceof SendFailure
          ? error.code !== "redirect_refused"
          : isShopAuthError(error) && error.code === "exchange_failed" && !isRefusal(error);
      if (!passing || attempt >= 4 || performance.now() + wait > end) throw error;
      await delay(wait);
    }
  }
}
