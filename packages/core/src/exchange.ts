import { randomText } from "./base64url.ts";
import { type Connection, toConnection } from "./connection.ts";
import { assertOwner, type Connections, type SaveInput } from "./connections.ts";
import { backoff, delay, within } from "./delay.ts";
import type { Engine } from "./engine.ts";
import { type ErrorCode, isShopAuthError, type PlatformMessage, ShopAuthError, Unsaved } from "./errors.ts";
import {
  type Attempt,
  apartKey,
  type Claim,
  claimOf,
  createJournal,
  type FlowRecord,
  ignoreStore,
  Raced,
} from "./journal.ts";
import { createLeaseWatch, LEASE } from "./lease.ts";
import type { Issued } from "./platform.ts";
import { type IsHeld, type RecoveryReport, recover } from "./recovery.ts";
import { type Answer, DEADLINE, type Send, SendFailure, type SendRequest } from "./send.ts";
import type { Vault } from "./vault.ts";

/** Milliseconds; longer than a flow lives, so that no clock can tell by itself that another process has died. */
const SKEW = 600_000;
const REPLAY_AFTER = 2_000;
const MAX_TRIES = 5;
const SAVE_WAIT = 5_000;
const SAVE_LIFE = 300_000;

export interface Exchanges {
  /** Exchanges once, or answers what an earlier or parallel call for the same callback came to. */
  finish(attempt: Attempt): Promise<Connection>;
  /** Whether a flow was finished by another callback than this one. */
  isSpent(id: string, fingerprint: string): Promise<boolean>;
  recover(): Promise<RecoveryReport>;
  /** Saves and exchanges under way. */
  pending(): Promise<unknown>[];
}

type Step = "send" | "send again" | "read" | "wait" | "lost" | "done";

export function createExchanges<Credential>(
  engine: Engine<Credential>,
  journal: Vault<FlowRecord>,
  connections: Connections<Credential>,
): Exchanges {
  const { platform, now, emit } = engine;
  const { put, note, noteAnswer, noteDone, noteFailure, noteUnknown } = createJournal(journal, now);
  const safe = platform.replay === "safe";
  const running = new Set<Promise<unknown>>();
  /** Holders whose claim failed before anything was sent: the write may still come to be applied. */
  const unsent = new Set<string>();
  const fail = (
    code: ErrorCode,
    message: string,
    rest: { status?: number; said?: PlatformMessage; hint?: string } = {},
  ) => new ShopAuthError(code, message, { platform: platform.id, ...rest });
  const watch = () => createLeaseWatch(now, SKEW);
  /** Where it is known before the answer. */
  const accountOf = ({ target }: Attempt) => (target === undefined ? undefined : platform.accountOf?.(target as never));
  const unknownOutcome = () => fail("exchange_unknown", "The exchange was sent and its outcome is not known");

  const track = (work: Promise<unknown>) => {
    running.add(work);
    work.catch(() => {}).finally(() => running.delete(work));
  };

  /** What a record says about the next step of an attempt. Throws the outcome where there is none. */
  const nextStep = (record: FlowRecord | undefined, attempt: Attempt, isHeld: IsHeld): Step => {
    if (!record) return "send";
    const same = record.attempt.fingerprint === attempt.fingerprint;
    const another = (): Step => {
      if (record.tries < MAX_TRIES) return "send";
      throw fail("state_expired", "The flow was tried too often");
    };
    switch (record.state) {
      case "done":
        if (same) return "done";
        throw fail("state_mismatch", "The flow is finished", {
          hint: "This attempt has already connected the account. Look at the connections, or begin again.",
        });
      case "failed":
        if (record.retriable || record.tries >= MAX_TRIES) return another();
        throw fail(record.error!.code, record.error!.message, record.error!);
      case "unknown":
        // A forged callback, whose code nobody can know about, bars only itself.
        if (!same) return another();
        throw unknownOutcome();
      case "answered":
        if (isHeld(record)) return "wait";
        return same || !record.error ? "read" : another();
      case "exchanging":
        if (unsent.has(record.holder)) return "send";
        if (isHeld(record)) return "wait";
        return safe || (platform.replay === "once" && record.replays === 0) ? "send again" : "lost";
    }
  };

  const claiming = async (
    key: string,
    before: FlowRecord | undefined,
    step: Step,
    attempt: Attempt,
  ): Promise<Claim> => {
    const holder = randomText(9);
    const until = now() + LEASE;
    if (before && step === "read") return claimOf(key, { ...before, holder, until }, true);
    if (before && step === "send again")
      return claimOf(key, { ...before, replays: before.replays + 1, holder, until }, true);
    const account = accountOf(attempt);
    const changes = account === undefined ? undefined : await connections.changes(account);
    const same = before?.attempt.fingerprint === attempt.fingerprint;
    const record: FlowRecord = {
      state: "exchanging",
      attempt,
      tries: (before?.tries ?? 0) + 1,
      replays: same ? before.replays : 0,
      holder,
      until,
      at: now(),
      ...(changes !== undefined && { changes }),
      ...(safe && { repeatable: true }),
    };
    return claimOf(key, record, false);
  };

  /** Sends under the claim; what cannot be had twice is journalled before and after. */
  const journalled = (claim: Claim, version: string | null, step: Step): Send => {
    const { key, record } = claim;
    let since = 0;
    /** A lease that is nearly over does not outlive a request; `note` tells whether it is over. */
    const hold = async () => {
      for (let tries = 0; performance.now() - since > LEASE - DEADLINE; tries++) {
        if (tries === 3) throw fail("store_failed", "The store is too slow to claim the exchange");
        since = performance.now();
        await note(claim, { until: now() + LEASE });
      }
    };
    const take = async () => {
      since = performance.now();
      try {
        if (!(await put(key, record, version))) throw new Raced();
        if (step !== "read") await hold();
      } catch (error) {
        if (step === "send" && !(error instanceof Raced)) {
          if (unsent.size >= 1_000) unsent.clear();
          unsent.add(record.holder);
        }
        throw error;
      }
      claim.taken = true;
    };
    const failure = (error: unknown) =>
      error instanceof SendFailure
        ? error.toError("The exchange could not be sent to its end", { platform: platform.id })
        : error;
    /** Counted before it is sent: no crash allows a third one. */
    const mayReplay = async (): Promise<boolean> => {
      try {
        since = performance.now();
        await note(claim, { replays: 1, until: now() + LEASE });
        claim.replays = 1;
        emit("replayed", { platform: platform.id, flow: record.attempt.id });
        await delay(REPLAY_AFTER);
        await hold();
        return true;
      } catch (error) {
        ignoreStore(error);
        return false;
      }
    };

    return async (request: SendRequest): Promise<Answer> => {
      if (claim.taken) {
        if (!safe) throw new Error("An exchange that works only once sends one request");
        return engine.send(request).catch((error: unknown) => Promise.reject(failure(error)));
      }
      await take();
      if (step === "read") return (claim.answer = record.answer!);
      if (step === "send again" && platform.replay === "once")
        emit("replayed", { platform: platform.id, flow: record.attempt.id });
      for (;;) {
        const answer = await engine.send(request).catch((error: unknown) => error);
        const clear = isAnswer(answer)
          ? answer.status < 500
          : answer instanceof SendFailure && (!answer.sent || answer.code === "redirect_refused");
        if (isAnswer(answer) && (clear || safe)) {
          claim.answer = answer;
          // Durable before anything reads it: a fault in reading must not lose a token. If that fails, the answer is still in hand.
          if (!safe) await noteAnswer(claim, answer).catch(() => {});
          return answer;
        }
        if (clear || safe) throw failure(answer);
        if (platform.replay === "once" && claim.replays === 0 && (await mayReplay())) continue;
        await noteUnknown(claim);
        throw unknownOutcome();
      }
    };
  };

  /** Stores what was issued and ends its record; goes on trying after the caller has been told. */
  const store = async (claim: Claim, issued: Issued<Credential>): Promise<Connection | undefined> => {
    const { attempt, at, changes } = claim.record;
    const { owner, meta, id: flow } = attempt;
    const { account } = issued;
    const input: SaveInput = { owner, meta, status: owner === undefined ? "unclaimed" : "active", flow };
    let told = false;
    // Wrapped, because `within` is `undefined` where it takes longer.
    const saving = persist(
      async (tries) => ({
        connection: await connections.save(issued, input, claim.late || tries > 0 ? { at, changes } : undefined),
      }),
      () => {
        if (!told) emit("unsaved", { platform: platform.id, account });
        told = true;
      },
    );
    const ending = saving.then(async ({ connection }) => {
      if (connection) emit("connected", connection);
      await noteDone(claim, account).catch((error: unknown) => {
        ignoreStore(error);
        track(persist(() => noteDone(claim, account)));
      });
    });
    track(ending);
    const saved = await within(saving, SAVE_WAIT).catch((error: unknown) => ignoreStore(error));
    if (saved) {
      await within(ending, SAVE_WAIT).catch(() => {});
      return saved.connection;
    }
    throw new ShopAuthError("store_failed", "The credential was issued but could not be stored", {
      platform: platform.id,
      account,
      unsaved: new Unsaved(account, { platform: platform.id, registration: platform.registration, issued, input }),
    });
  };

  /**
   * Notes how a claim failed.
   * @returns what its caller is told; `undefined` where another process may know more
   */
  const settle = async (claim: Claim, error: unknown): Promise<unknown> => {
    const { taken, ended, answer, replays } = claim;
    if (!taken || ended) return error;
    const refused = isShopAuthError(error) && error.code === "exchange_failed";
    if (!safe && !refused && answer && answer.status >= 200 && answer.status < 300) {
      // It may hold a token that is issued only once: it stays, until a version of this that can read it.
      const why = { code: "token_response_invalid", message: "The platform's answer could not be read" } as const;
      await note(claim, { state: "answered", answer, error: why, until: 0 }).catch(() => {});
      return error;
    }
    if (!isShopAuthError(error)) return error;
    if (refused && answer && platform.replay === "once" && replays > 0) {
      // The refusal may answer the first request's success: nobody can know, and a third one is not allowed.
      try {
        await noteUnknown(claim);
      } catch (raced) {
        if (raced instanceof Raced) return undefined;
        throw raced;
      }
      const { status, said } = error;
      return fail("exchange_unknown", "The exchange was sent again and refused; its first outcome is not known", {
        ...(status !== undefined && { status }),
        ...(said && { said }),
      });
    }
    await noteFailure(claim, error);
    return error;
  };

  /** What may not be stored: a key that can be had again is given up, what cannot stays until it may be. */
  const unstored = async (claim: Claim, error: unknown): Promise<never> => {
    if (isShopAuthError(error) && error.code !== "store_failed" && claim.taken) {
      if (safe) await noteFailure(claim, error);
      else await note(claim, { until: 0 }).catch(() => {});
    }
    throw error;
  };

  /** @param made gets what is connected here */
  const work = async (
    attempt: Attempt,
    key = attempt.id,
    isHeld: IsHeld = watch(),
    made: Connection[] = [],
  ): Promise<Connection> => {
    const connected = async (account: string) => {
      const here = await connections.read(account);
      if (!here) throw fail("not_connected", "The connection that this flow made was disconnected");
      assertOwner(here.held, attempt.owner, platform.id, account);
      return toConnection(platform.id, account, here.held);
    };
    for (let helped = 0; ; ) {
      const found = await journal.read(key);
      const before = found?.value;
      const version = found?.version ?? null;
      const step = nextStep(before, attempt, isHeld);
      if (step === "done") return connected(before!.account!);
      if (step === "wait") {
        await delay(50 + Math.random() * 100);
        continue;
      }
      if (step === "lost") {
        // Its process died between the sending and the answer, and the platform allows no further try.
        await put(key, { ...before!, state: "unknown", until: 0 }, version);
        continue;
      }
      const another = before !== undefined && before.attempt.fingerprint !== attempt.fingerprint;
      if (step === "send" && another) {
        const apart = apartKey(attempt);
        if (await journal.read(apart)) return work(attempt, apart, isHeld, made);
        if (before.state === "unknown" || before.state === "answered")
          await put(apartKey(before.attempt), before, null);
      }
      // A recorded answer belongs to the callback that got it, and so does a replay.
      const mine = step === "send" ? attempt : before!.attempt;
      const claim = await claiming(key, before, step, mine);
      let issued: Issued<Credential>;
      try {
        issued = await platform.exchange({
          query: new URLSearchParams(mine.query),
          target: mine.target as never,
          redirectUri: mine.redirectUri,
          send: journalled(claim, version, step),
          ...(mine.signed && { signed: mine.signed }),
        });
      } catch (error) {
        if (error instanceof Raced) continue;
        const told = await settle(claim, error);
        if (told === undefined) continue;
        if (step !== "send" && another && ++helped < MAX_TRIES) continue;
        throw told;
      }
      const connection = await store(claim, issued).catch((error: unknown) => unstored(claim, error));
      if (connection) made.push(connection);
      if (step !== "send" && another) continue;
      return connection ?? connected(issued.account);
    }
  };

  return {
    async finish(attempt) {
      const account = accountOf(attempt);
      if (account !== undefined)
        assertOwner((await connections.read(account))?.held, attempt.owner, platform.id, account);
      const working = work(attempt);
      track(working);
      return working;
    },
    async isSpent(id, fingerprint) {
      const record = (await journal.read(id))?.value;
      return record?.state === "done" && record.attempt.fingerprint !== fingerprint;
    },
    recover: () => recover({ journal, watch, work, accountOf }),
    pending: () => [...running],
  };
}

/** Tries again while the store fails. */
async function persist<T>(work: (tries: number) => Promise<T>, failing = () => {}): Promise<T> {
  const end = performance.now() + SAVE_LIFE;
  for (let tries = 0; ; tries++) {
    try {
      return await work(tries);
    } catch (error) {
      ignoreStore(error);
      if (performance.now() > end) throw error;
      failing();
      await delay(100 + backoff(tries, 200, 10_000));
    }
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "text" in value && "status" in value;
}
