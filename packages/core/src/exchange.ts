import { randomText } from "./base64url.ts";
import type { Connection } from "./connection.ts";
import { toConnection } from "./connection.ts";
import { assertOwner, type Connections, type SaveInput } from "./connections.ts";
import { backoff, delay, within } from "./delay.ts";
import type { Engine } from "./engine.ts";
import { type ErrorCode, isShopAuthError, type PlatformMessage, ShopAuthError, Unsaved } from "./errors.ts";
import type { Issued, JsonValue } from "./platform.ts";
import { type Answer, DEADLINE, type Send, SendFailure, type SendRequest } from "./send.ts";
import type { Found, Vault } from "./vault.ts";

const LEASE = 15_000;
const REPLAY_AFTER = 2_000;
const MAX_TRIES = 5;
const DONE_LIFE = 600_000;
const UNKNOWN_LIFE = 30 * 86_400_000;
const SAVE_WAIT = 5_000;
const SAVE_LIFE = 300_000;

/** A verified callback: everything that is needed to finish it, also in another process. */
export interface Attempt {
  /** Of the flow, or of the signed callback. */
  readonly id: string;
  /** Hash of the callback's query: another query of the same flow is another attempt. */
  readonly fingerprint: string;
  readonly query: string;
  readonly signed?: Readonly<Record<string, string>>;
  readonly target?: JsonValue;
  readonly owner?: string;
  readonly redirectUri: string;
  readonly meta?: JsonValue;
  /** Milliseconds since the epoch; housekeeping. */
  readonly expiresAt: number;
}

/** The journal of one flow: each state is stored before what follows it. */
export interface FlowRecord {
  /**
   * `exchanging`: about to be sent. `answered`: the raw answer is here, not yet read. `done`: stored as a connection.
   * `failed`: refused. `unknown`: sent, and nobody can know.
   */
  readonly state: "exchanging" | "answered" | "done" | "failed" | "unknown";
  readonly attempt: Attempt;
  readonly tries: number;
  readonly replays: number;
  /** Who works on it, until when (milliseconds since the epoch). */
  readonly holder: string;
  readonly until: number;
  readonly answer?: Answer;
  readonly account?: string;
  readonly error?: { code: ErrorCode; message: string; status?: number; said?: PlatformMessage };
  /** Whether a further callback may try. */
  readonly retriable?: boolean;
}

/** Milliseconds since the epoch until which a record is kept; `undefined`: until it is finished. */
export function flowEnd({ state, attempt }: FlowRecord, now: number): number | undefined {
  if (state === "unknown") return now + UNKNOWN_LIFE;
  return state === "done" || state === "failed" ? Math.max(attempt.expiresAt, now + DONE_LIFE) : undefined;
}

/** What `recover` found and finished. */
export interface RecoveryReport {
  /** Connected now, from what a crash had left. */
  readonly finished: readonly Connection[];
  /** Sent, and nobody can know whether a credential was issued. */
  readonly unknown: readonly { readonly flow: string; readonly owner?: string; readonly account?: string }[];
  /** Refused by the platform on finishing. */
  readonly failed: readonly { readonly flow: string; readonly code: ErrorCode }[];
  /** Records that none of the secrets opens. */
  readonly unreadable: number;
}

export interface Exchanges {
  /** Exchanges once, or answers what an earlier or parallel call for the same callback came to. */
  finish(attempt: Attempt): Promise<Connection>;
  /** Whether a flow was finished by another callback than this one. */
  isSpent(id: string, fingerprint: string): Promise<boolean>;
  recover(): Promise<RecoveryReport>;
  /** Saves and exchanges under way. */
  pending(): Promise<unknown>[];
}

/** Another process was quicker; look again. */
class Raced extends Error {}

export function createExchanges<Credential>(
  engine: Engine<Credential>,
  journal: Vault<FlowRecord>,
  connections: Connections<Credential>,
): Exchanges {
  const { platform, now, emit } = engine;
  const running = new Set<Promise<unknown>>();
  const fail = (
    code: ErrorCode,
    message: string,
    rest: { status?: number; said?: PlatformMessage; hint?: string } = {},
  ) => new ShopAuthError(code, message, { platform: platform.id, ...rest });

  /** Writes the next state where this process still holds the flow. */
  const note = async (
    id: string,
    holder: string,
    change: Partial<FlowRecord>,
    expiresAt?: number,
  ): Promise<FlowRecord> => {
    for (;;) {
      const found = await journal.read(id);
      if (!found || found.value.holder !== holder) throw new Raced();
      const record = { ...found.value, ...change };
      if (await journal.write(id, record, { ifVersion: found.version, expiresAt })) return record;
    }
  };

  /** What a record says about the next step of an attempt. Throws the outcome where there is none. */
  const nextStep = (record: FlowRecord | undefined, attempt: Attempt): "send" | "wait" | "read" | "done" => {
    if (!record) return "send";
    const same = record.attempt.fingerprint === attempt.fingerprint;
    const held = record.until > now() && record.until <= now() + LEASE;
    switch (record.state) {
      case "done":
        if (same) return "done";
        throw fail("state_mismatch", "The flow is finished", {
          hint: "This attempt has already connected the account. Look at the connections, or begin again.",
        });
      case "failed":
        if (record.retriable && record.tries < MAX_TRIES) return "send";
        if (record.tries >= MAX_TRIES) throw fail("state_expired", "The flow was tried too often");
        throw fail(record.error!.code, record.error!.message, record.error!);
      case "unknown":
        throw fail("exchange_unknown", "The exchange was sent and its outcome is not known");
      case "answered":
        return held ? "wait" : "read";
      case "exchanging":
        if (held) return "wait";
        return platform.replay === "safe" || (platform.replay === "once" && record.replays === 0) ? "send" : "wait";
    }
  };

  /** Sends under the claim; what cannot be had twice is journalled before and after. */
  const journalled = (found: Found<FlowRecord> | undefined, attempt: Attempt, holder: string): Send => {
    let claimed = false;
    const before = found?.value;
    const failed = async (error: unknown): Promise<never> => {
      if (!(error instanceof SendFailure)) throw error;
      const failure = fail(error.code, "The exchange could not be sent to its end");
      await noteFailure(attempt, holder, failure, true);
      throw failure;
    };
    return async (request: SendRequest): Promise<Answer> => {
      if (claimed) {
        if (platform.replay !== "safe") throw new Error("An exchange that works only once sends one request");
        return engine.send(request).catch((error: unknown) => failed(error));
      }
      const recorded = before?.state === "answered" ? before.answer : undefined;
      const orphaned = before?.state === "exchanging";
      const record: FlowRecord = {
        ...(recorded && { answer: recorded }),
        state: recorded ? "answered" : "exchanging",
        attempt,
        tries: recorded || orphaned ? before!.tries : (before?.tries ?? 0) + 1,
        replays: (before?.replays ?? 0) + (orphaned ? 1 : 0),
        holder,
        until: now() + LEASE,
      };
      if (!(await journal.write(attempt.id, record, { ifVersion: found?.version ?? null }))) throw new Raced();
      claimed = true;
      if (recorded) return recorded;
      if (orphaned && platform.replay === "once") emit("replayed", { platform: platform.id, flow: attempt.id });

      for (let { replays } = record; ; replays++) {
        const answer = await engine.send(request).catch((error: unknown) => error);
        const clear = isAnswer(answer)
          ? answer.status < 500
          : answer instanceof SendFailure && (!answer.sent || answer.code === "redirect_refused");
        if (!clear && platform.replay === "once" && replays === 0) {
          await note(attempt.id, holder, { replays: 1, until: now() + LEASE });
          emit("replayed", { platform: platform.id, flow: attempt.id });
          await delay(REPLAY_AFTER);
          continue;
        }
        if (isAnswer(answer) && (clear || platform.replay === "safe")) {
          // Durable before anything reads it: a fault in reading must not lose a token. If the store fails here, the answer is still in hand.
          if (platform.replay !== "safe")
            await note(attempt.id, holder, { state: "answered", answer }).catch(ignoreStore);
          return answer;
        }
        if (clear || platform.replay === "safe") return failed(answer);
        await note(attempt.id, holder, { state: "unknown", until: 0 }, now() + UNKNOWN_LIFE);
        throw fail("exchange_unknown", "The exchange was sent and its outcome is not known");
      }
    };
  };

  const noteFailure = (attempt: Attempt, holder: string, error: ShopAuthError, retriable: boolean) => {
    const { code, message, status, said } = error;
    const recorded = { code, message, ...(status !== undefined && { status }), ...(said && { said }) };
    return note(
      attempt.id,
      holder,
      { state: "failed", error: recorded, retriable, until: 0 },
      Math.max(attempt.expiresAt, now() + DONE_LIFE),
    ).catch((error: unknown) => {
      if (!(error instanceof Raced)) ignoreStore(error);
    });
  };

  /** Stores what was issued; goes on trying after the caller has been told. */
  const save = async (issued: Issued<Credential>, input: SaveInput): Promise<Connection> => {
    const end = performance.now() + SAVE_LIFE;
    let told = false;
    const saving = (async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await connections.save(issued, input);
        } catch (error) {
          if (!isShopAuthError(error) || error.code !== "store_failed" || performance.now() > end) throw error;
          if (!told) emit("unsaved", { platform: platform.id, account: issued.account });
          told = true;
          await delay(100 + backoff(attempt, 200, 10_000));
        }
      }
    })();
    track(saving);
    const connection = await within(saving, SAVE_WAIT).catch((error: unknown) => {
      if (isShopAuthError(error) && error.code === "store_failed") return undefined;
      throw error;
    });
    if (connection) return connection;
    throw new ShopAuthError("store_failed", "The credential was issued but could not be stored", {
      platform: platform.id,
      account: issued.account,
      unsaved: new Unsaved(issued.account, {
        platform: platform.id,
        registration: platform.registration,
        issued,
        input,
      }),
    });
  };

  const noteUnknown = (id: string, holder: string) =>
    note(id, holder, { state: "unknown", answer: undefined as never, until: 0 }, now() + UNKNOWN_LIFE).catch(
      (error: unknown) => {
        if (!(error instanceof Raced)) ignoreStore(error);
      },
    );

  const wasReplayed = async (id: string): Promise<boolean> =>
    platform.replay === "once" && ((await journal.read(id))?.value.replays ?? 0) > 0;

  const track = (work: Promise<unknown>) => {
    running.add(work);
    work.catch(() => {}).finally(() => running.delete(work));
  };

  const work = async (attempt: Attempt): Promise<Connection> => {
    const holder = randomText(9);
    for (;;) {
      const found = await journal.read(attempt.id);
      const step = nextStep(found?.value, attempt);
      if (step === "done") {
        const here = await connections.read(found!.value.account!);
        if (here) return toConnection(platform.id, found!.value.account!, here.held);
        throw fail("not_connected", "The connection that this flow made was disconnected");
      }
      if (step === "wait") {
        const { until, state } = found!.value;
        if (state === "exchanging" && !(until > now() && until <= now() + LEASE)) {
          // Its process died between the sending and the answer, and the platform allows no further try.
          const record: FlowRecord = { ...found!.value, state: "unknown", until: 0 };
          await journal.write(attempt.id, record, { ifVersion: found!.version, expiresAt: now() + UNKNOWN_LIFE });
        } else await delay(50 + Math.random() * 100);
        continue;
      }
      // A recorded answer belongs to the callback that got it.
      const mine = step === "read" ? found!.value.attempt : attempt;
      let issued: Issued<Credential>;
      try {
        issued = await platform.exchange({
          query: new URLSearchParams(mine.query),
          target: mine.target as never,
          redirectUri: mine.redirectUri,
          send: journalled(found, mine, holder),
          ...(mine.signed && { signed: mine.signed }),
        });
      } catch (error) {
        if (error instanceof Raced) continue;
        if (isShopAuthError(error) && error.code === "exchange_failed" && (await wasReplayed(mine.id))) {
          // The refusal may answer the first request's success: nobody can know, and a third one is not allowed.
          await noteUnknown(mine.id, holder);
          const { status, said } = error;
          throw fail("exchange_unknown", "The exchange was sent again and refused; its first outcome is not known", {
            ...(status !== undefined && { status }),
            ...(said && { said }),
          });
        }
        if (isShopAuthError(error) && (error.code === "exchange_failed" || error.code === "token_response_invalid")) {
          await noteFailure(mine, holder, error, platform.replay === "safe" || error.code === "exchange_failed");
        }
        throw error;
      }
      const input: SaveInput = {
        owner: mine.owner,
        meta: mine.meta,
        status: mine.owner === undefined ? "unclaimed" : "active",
      };
      const connection = await save(issued, input);
      // The answer has done its work; what stays tells a reload how it ended.
      const { query: _, ...rest } = mine;
      const done: Partial<FlowRecord> = {
        state: "done",
        account: issued.account,
        until: 0,
        attempt: { ...rest, query: "" },
      };
      await note(
        attempt.id,
        holder,
        { ...done, answer: undefined as never },
        Math.max(mine.expiresAt, now() + DONE_LIFE),
      ).catch((error: unknown) => {
        if (!(error instanceof Raced)) ignoreStore(error);
      });
      emit("connected", connection);
      if (step === "read" && mine.fingerprint !== attempt.fingerprint) continue;
      return connection;
    }
  };

  return {
    async finish(attempt) {
      if (platform.accountOf && attempt.target !== undefined) {
        const account = platform.accountOf(attempt.target as never);
        assertOwner((await connections.read(account))?.held, attempt.owner, platform.id, account);
      }
      const working = work(attempt);
      track(working);
      return working;
    },
    async isSpent(id, fingerprint) {
      const record = (await journal.read(id))?.value;
      return record?.state === "done" && record.attempt.fingerprint !== fingerprint;
    },
    async recover() {
      const finished: Connection[] = [];
      const unknown: { flow: string; owner?: string; account?: string }[] = [];
      const failed: { flow: string; code: ErrorCode }[] = [];
      let unreadable = 0;
      for await (const flow of journal.ids()) {
        try {
          const record = (await journal.read(flow))?.value;
          if (!record || record.state === "done" || record.state === "failed") continue;
          if (record.until > now() && record.until <= now() + LEASE)
            await delay(Math.min(record.until - now(), LEASE + DEADLINE));
          finished.push(await work(record.attempt));
        } catch (error) {
          if (!isShopAuthError(error)) throw error;
          if (error.code === "store_failed") throw error;
          if (error.code === "unreadable") unreadable++;
          else if (error.code === "exchange_unknown") {
            const attempt = (await journal.read(flow))?.value.attempt;
            const account = attempt?.target !== undefined ? platform.accountOf?.(attempt.target as never) : undefined;
            unknown.push({
              flow,
              ...(attempt?.owner !== undefined && { owner: attempt.owner }),
              ...(account !== undefined && { account }),
            });
          } else failed.push({ flow, code: error.code });
        }
      }
      return { finished, unknown, failed, unreadable };
    },
    pending: () => [...running],
  };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "text" in value && "status" in value;
}

/** A journal that fails after the answer is in hand must not lose the answer. */
function ignoreStore(error: unknown): undefined {
  if (isShopAuthError(error) && error.code === "store_failed") return undefined;
  throw error;
}
