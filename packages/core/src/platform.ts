import type { Proof } from "./proof.ts";
import type { Send } from "./send.ts";

/** A value, or a promise of it. */
export type Awaitable<T> = T | Promise<T>;
/** What JSON can say. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** What an exchange or renewal brings. */
export interface Issued<Credential> {
  readonly account: string;
  readonly credential: Credential;
  /** Seconds the credential lives; absent: it is permanent. */
  readonly expiresIn?: number;
  readonly scopes?: readonly string[];
  /** What else the platform said about the connection. Untrusted text, never a secret. */
  readonly details?: Readonly<Record<string, string>>;
}

/** What an exchange is given, once the callback's proof has been verified. */
export interface ExchangeInput<Target> {
  /** The callback's query, parsed once; its proof has been verified. */
  readonly query: URLSearchParams;
  /** The values that a signature covers, where the proof is one. */
  readonly signed?: Readonly<Record<string, string>>;
  /** What `begin` was given; `undefined` for installations that began on the platform. */
  readonly target: Target | undefined;
  /** The redirect URI exactly as it was sent. */
  readonly redirectUri: string;
  readonly send: Send;
}

/** An API answer that refuses the credential. */
export interface Refusal {
  readonly status: number;
  readonly method: string;
  /** The body, at most 64 KB. */
  readonly text: string;
  readonly details: Readonly<Record<string, string>> | undefined;
}

/**
 * Everything that is different about one platform, as small pure functions over a closure of its options.
 * A further platform is one of these and nothing in this package.
 */
export interface Platform<Target, Credential> {
  /** Short lower-case id, part of every key and cookie name. */
  readonly id: string;
  /** Which of the app's registrations this is (client id, developer id, app name): connections of two never mix. */
  readonly registration: string;
  /** How a callback proves itself. */
  readonly proof: Proof;
  /** May an exchange of unknown outcome be sent again: as often as needed, one more time, or not at all? */
  readonly replay: "safe" | "once" | "never";
  /** At most this many requests in this many milliseconds for each account. */
  readonly pace?: { readonly requests: number; readonly per: number };
  /** How often a 429 or 503 to an idempotent call is tried again, and whether also without `Retry-After`; absent: 3 times, yes. */
  readonly retry?: { readonly times: number; readonly unasked: boolean };
  /** Whether a request that HTTP calls idempotent (RFC 9110, 9.2.2) does something anew each time here. */
  repeats?(request: { readonly method: string; readonly url: string }): boolean;
  /**
   * Checks the app's name for an account and brings it to its one form.
   * @throws ShopAuthError `invalid_target`
   */
  account(value: string): string;
  /** Names of what a target has: `begin` refuses others. Absent: any. */
  readonly target?: readonly (keyof Target & string)[];
  /** The account that a target will become, where it is known before the callback. */
  accountOf?(target: Target): string;
  /** Absent: installations begin on the platform. Also checks the target. */
  authorize?(input: { target: Target; redirectUri: string; params: Readonly<Record<string, string>> }): URL;
  /**
   * Turns a verified callback into a credential; refuses a denied or incomplete one before it sends anything.
   * Where `replay` is not `safe` it sends at most one request.
   */
  exchange(input: ExchangeInput<Target>): Awaitable<Issued<Credential>>;
  /** Absent: the credential is permanent. */
  renew?(input: {
    old: { account: string; credential: Credential | undefined };
    send: Send;
  }): Promise<Issued<Credential>>;
  /** Puts the credential on a request's headers. */
  sign(headers: Headers, credential: Credential): void;
  /** The API of an account, without a trailing slash; also the only place that is ever signed for. */
  baseUrl(account: string): string;
  /** What a 401 or 403 means; absent: 401 is a refused credential, 403 is the caller's affair. */
  refusal?(answer: Refusal): "missing_scope" | "rejected" | undefined;
  /** Where the browser goes after a callback of a flow that began on the platform. */
  landing?(account: string): string | undefined;
}
