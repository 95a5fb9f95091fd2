import type { ErrorCode, PlatformMessage, ShopAuthError } from "./errors.ts";
import { isShopAuthError } from "./errors.ts";
import { LEASE } from "./lease.ts";
import type { JsonValue } from "./platform.ts";
import type { Answer } from "./send.ts";
import type { Found, Vault } from "./vault.ts";

const DONE_LIFE = 600_000;
const UNKNOWN_LIFE = 30 * 86_400_000;

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
   * `exchanging`: about to be sent. `answered`: the raw answer is here, not yet read, or with `error` not readable.
   * `done`: stored as a connection. `failed`: refused. `unknown`: sent, and nobody can know.
   */
  readonly state: "exchanging" | "answered" | "done" | "failed" | "unknown";
  readonly attempt: Attempt;
  readonly tries: number;
  readonly replays: number;
  /** Who works on it, until when (milliseconds since the epoch). */
  readonly holder: string;
  readonly until: number;
  /** When the exchange was begun, and how often its account had changed by then. */
  readonly at?: number;
  readonly changes?: number;
  /** Whether the exchange can be made as often as needed, so that its record may go by itself. */
  readonly repeatable?: boolean;
  readonly answer?: Answer;
  readonly account?: string;
  readonly error?: { code: ErrorCode; message: string; status?: number; said?: PlatformMessage };
  /** Whether a further callback may try. */
  readonly retriable?: boolean;
}

/** Milliseconds since the epoch until which a record is kept; `undefined`: until it is finished. */
export function flowEnd({ state, attempt, repeatable }: FlowRecord, now: number): number | undefined {
  if (state === "unknown" || (state === "exchanging" && repeatable)) return now + UNKNOWN_LIFE;
  return state === "done" || state === "failed" ? Math.max(attempt.expiresAt, now + DONE_LIFE) : undefined;
}

/** Where the record of an attempt goes when another attempt of the same flow takes its place. */
export const apartKey = ({ id, fingerprint }: Attempt) => `${id}.${fingerprint}`;

/** Another process was quicker; look again. */
export class Raced extends Error {}

/** One try of one process to bring a flow to its end. */
export interface Claim {
  /** Where its record is. */
  key: string;
  readonly record: FlowRecord;
  /** Whether the record was written, so that it has to be ended. */
  taken: boolean;
  /** Whether an outcome was noted already. */
  ended: boolean;
  /** Whether its answer is from before somebody else took over, or died. */
  late: boolean;
  /** Requests beyond the first, also those of the claims before it. */
  replays: number;
  answer?: Answer;
}

export function claimOf(key: string, record: FlowRecord, late: boolean): Claim {
  return { key, record, late, taken: false, ended: false, replays: record.replays };
}

/** The states of flows, each stored before what follows it. */
export interface Journal {
  put(key: string, record: FlowRecord, ifVersion: string | null): Promise<boolean>;
  /**
   * Writes the next state where this process still holds the flow.
   * @throws Raced where it does not
   */
  note(claim: Claim, change: Partial<FlowRecord>): Promise<void>;
  /** Whoever has the answer knows more than who took over meanwhile. */
  noteAnswer(claim: Claim, answer: Answer): Promise<void>;
  /** The answer has done its work; what stays tells a reload how it ended. */
  noteDone(claim: Claim, account: string): Promise<void>;
  /** A record that cannot be written now is judged by its lease later. */
  noteFailure(claim: Claim, error: ShopAuthError): Promise<void>;
  noteUnknown(claim: Claim): Promise<void>;
}

export function createJournal(journal: Vault<FlowRecord>, now: () => number): Journal {
  const put = (key: string, record: FlowRecord, ifVersion: string | null): Promise<boolean> =>
    journal.write(key, record, { ifVersion, expiresAt: flowEnd(record, now()) });

  const note = async ({ key, record: { holder } }: Claim, change: Partial<FlowRecord>): Promise<void> => {
    for (;;) {
      const found = await journal.read(key);
      if (!found || found.value.holder !== holder) throw new Raced();
      if (await put(key, { ...found.value, ...change }, found.version)) return;
    }
  };

  /** The record of a claim's attempt: apart, where another attempt of the flow has taken its place. */
  const find = async (claim: Claim): Promise<Found<FlowRecord> | undefined> => {
    const found = await journal.read(claim.key);
    const { attempt } = claim.record;
    if (!found || claim.key !== attempt.id || found.value.attempt.fingerprint === attempt.fingerprint) return found;
    claim.key = apartKey(attempt);
    return journal.read(claim.key);
  };

  const noteAnswer = async (claim: Claim, answer: Answer): Promise<void> => {
    for (;;) {
      const found = await find(claim);
      if (found?.value.holder !== claim.record.holder) {
        claim.late = true;
        if (found?.value.state === "answered" || found?.value.state === "done") return;
      }
      const { replays, record } = claim;
      const answered: FlowRecord = { ...record, state: "answered", replays, answer, until: now() + LEASE };
      if (await put(claim.key, answered, found?.version ?? null)) return;
    }
  };

  const noteDone = async (claim: Claim, account: string): Promise<void> => {
    for (;;) {
      const found = await find(claim);
      if (found?.value.state === "done") return;
      const { attempt, tries, holder } = claim.record;
      const ended = { tries, replays: claim.replays, holder, until: 0, account };
      const done: FlowRecord = { ...ended, state: "done", attempt: { ...attempt, query: "" } };
      if (await put(claim.key, done, found?.version ?? null)) return;
    }
  };

  const noteFailure = (claim: Claim, { code, message, status, said }: ShopAuthError) => {
    const error = { code, message, ...(status !== undefined && { status }), ...(said && { said }) };
    const failed = { state: "failed", error, retriable: true, answer: undefined as never, until: 0 } as const;
    return note(claim, failed).catch((error_: unknown) => {
      if (!(error_ instanceof Raced)) ignoreStore(error_);
    });
  };

  const noteUnknown = (claim: Claim) => {
    claim.ended = true;
    return note(claim, { state: "unknown", answer: undefined as never, until: 0 }).catch(ignoreStore);
  };

  return { put, note, noteAnswer, noteDone, noteFailure, noteUnknown };
}

/** Lets a failure of the store pass; throws everything else. */
export function ignoreStore(error: unknown): undefined {
  if (isShopAuthError(error) && error.code === "store_failed") return undefined;
  throw error;
}
