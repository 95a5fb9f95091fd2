import type { Connection } from "./connection.ts";
import type { SealedCookies } from "./cookie.ts";
import type { Unsaved } from "./errors.ts";
import type { JsonValue } from "./platform.ts";
import type { RecoveryReport } from "./recovery.ts";

/** What a typed client is built on: everything it sends is signed, renewed and kept on the account's own API. */
export interface Transport {
  readonly account: string;
  readonly baseUrl: string;
  /** Signs and sends; renews and waits where the platform asks for it. */
  readonly fetch: (input: Request) => Promise<Response>;
  readonly Request: typeof globalThis.Request;
}

/** What `begin` is given besides the platform's target. */
export interface BeginInput {
  /** The app's own user or tenant; the callback must bring the same. */
  readonly owner: string;
  /** A path of the app, default `/`. */
  readonly returnTo?: string;
  /** Comes back from `callback` and stays with the connection; at most about 2 KB. */
  readonly meta?: JsonValue;
}

/** What a finished flow gives. */
export interface CallbackResult {
  readonly connection: Connection;
  readonly meta?: JsonValue;
}

/** A credential that you have already, or what an error's `unsaved` holds. */
export type AdoptInput<Credential> =
  | {
      readonly account: string;
      readonly owner?: string;
      /** May be absent where the platform issues one for the asking. */
      readonly credential?: Credential;
      /** Seconds; absent: permanent. */
      readonly expiresIn?: number;
      readonly scopes?: readonly string[];
    }
  | { readonly unsaved: Unsaved };

/** The flows, connections and clients of one registration on one platform. */
export interface ShopAuth<Target, Client, Credential> {
  /**
   * Answers "connect my shop": 303 to the platform, with the flow's sealed cookie. Only for POST, or a GET that
   * `Sec-Fetch-Site` shows to come from the app itself.
   * @throws ShopAuthError `invalid_request`, `invalid_target`, `begins_on_platform`, `owner_mismatch`, `store_volatile`
   */
  begin(request: Request, input: Target & BeginInput): Promise<Response>;
  /**
   * Answers the platform's redirect: verifies, exchanges, stores, and sends the browser on by 303 to a URL without
   * secrets. A reload gets the same answer; nothing is spent twice.
   * @param input.owner the same as to `begin`; where installations begin on the platform it is not used, see `claim`
   * @throws ShopAuthError `state_…`, `owner_…`, `callback_…`, `signature_mismatch`, `exchange_…`, `token_response_invalid`, `store_failed`
   */
  callback(request: Request, input?: { owner?: string }): Promise<CallbackResult & { response: Response }>;
  /** `begin` without Request and Response: keep `flow` in the user's own session. */
  authorizationUrl(input: Target & BeginInput): Promise<{ url: URL; flow: string }>;
  /** `callback` without Request and Response. */
  exchange(input: {
    query: string | URLSearchParams;
    flow?: string | readonly string[];
    owner?: string;
  }): Promise<CallbackResult & { returnTo: string }>;
  /**
   * The typed API client of an account: cheap, lazy, safe to keep.
   * Answers of the API are returned, also a 401, and a 429 or 503 that stays after the tries; `rate_limited` is thrown
   * only for a call that could be sent again where the platform asks to wait longer than five minutes.
   * @param check.owner calls fail with `owner_mismatch` unless the connection is this owner's: multi-tenant apps always
   *   pass it
   * @throws ShopAuthError `invalid_target`, `invalid_request`; its calls `not_connected`, `owner_required`,
   *   `owner_mismatch`, `reauthorization_required`, `renewal_failed`, `missing_scope`, `rate_limited`, `foreign_origin`,
   *   `redirect_refused`, `response_too_large`, `timeout`, `network_failed`, `store_failed`, `unreadable`
   */
  client(account: string, check?: { owner: string }): Client;
  /** What is stored of an account, without the credential; `undefined` where nothing is. */
  connection(account: string): Promise<Connection | undefined>;
  /**
   * All connections of this registration, or those of one owner. Goes on past records that cannot be opened, and ends
   * with an error that says how many.
   * @throws ShopAuthError `invalid_request` for an owner that is missing, `store_failed`, `unreadable` after all others
   */
  connections(filter?: { owner: string }): AsyncIterable<Connection>;
  /**
   * Stores a credential that you already have, or one that could not be stored before.
   * @throws ShopAuthError `invalid_target`, `invalid_request`, `owner_mismatch`, `token_response_invalid`, `store_failed`
   */
  adopt(input: AdoptInput<Credential>): Promise<Connection>;
  /**
   * Gives an installation that began on the platform to a signed-in user who has seen the shop's name. Only from a POST.
   * @throws ShopAuthError `not_connected`, `owner_mismatch`
   */
  claim(account: string, owner: string): Promise<Connection>;
  /** Forgets the credential. It stays valid until the merchant removes it on the platform. */
  disconnect(account: string): Promise<void>;
  /**
   * Finishes what a crash interrupted; run it at start. Waits up to 15 s for a process that may still be at work.
   * @throws ShopAuthError `unreadable` where the secrets open none of the records: they are the wrong ones
   */
  recover(): Promise<RecoveryReport>;
  /** Seals every record with the first secret; can be stopped and run again. */
  reseal(): Promise<{ readonly resealed: number; readonly unreadable: number }>;
  /** Graceful stop: no further flows, and waits for exchanges and saves, at most `timeout` ms. */
  drain(timeout: number): Promise<void>;
}

/** What a platform package can use besides what it offers. */
export interface Internals {
  /** Renews now, and tells whether the platform still accepts the account. */
  probe(account: string): Promise<"alive" | "refused">;
  /** Whether something is used for the first time, which is remembered until `expiresAt` (milliseconds since the epoch). */
  once(id: string, expiresAt: number): Promise<boolean>;
  /** Cookies of the platform package's own. */
  readonly cookies: SealedCookies;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
