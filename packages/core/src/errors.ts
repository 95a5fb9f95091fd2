/** Stable codes; each has a heading of the same name in the README of `@shopauth/core`. */
export type ErrorCode =
  | "invalid_options"
  | "invalid_target"
  | "invalid_request"
  | "begins_on_platform"
  | "callback_denied"
  | "callback_pending"
  | "callback_incomplete"
  | "state_missing"
  | "state_mismatch"
  | "state_expired"
  | "owner_mismatch"
  | "signature_mismatch"
  | "callback_expired"
  | "exchange_failed"
  | "exchange_unknown"
  | "token_response_invalid"
  | "not_connected"
  | "owner_required"
  | "reauthorization_required"
  | "renewal_failed"
  | "missing_scope"
  | "rate_limited"
  | "foreign_origin"
  | "redirect_refused"
  | "response_too_large"
  | "timeout"
  | "network_failed"
  | "store_failed"
  | "store_volatile"
  | "unreadable"
  | "draining";

const HINTS: Record<ErrorCode, string> = {
  invalid_options: "Check the options given to the create function; the message names the one that is wrong.",
  invalid_target: "The shop, store or account name is not one that the platform can have.",
  invalid_request: "Start with a POST form (or a same-origin link) and give the callback request unchanged.",
  begins_on_platform: "This platform starts installations itself: send the merchant to its app page.",
  callback_denied: "The merchant refused, or left the consent page. Offer the connect button again.",
  callback_pending:
    "The platform has put the applicant on a waiting list; nothing is connected yet and nothing was spent.",
  callback_incomplete:
    "The callback lacks what the platform promises. Check that the whole query string reaches the callback.",
  state_missing:
    "No flow cookie came with the callback. Usual causes: another browser or profile, a callback host that differs from the begin host, a proxy that strips cookies (see cookiePrefix), or a form POST instead of a redirect.",
  state_mismatch:
    "The callback belongs to another flow. Usual causes: an old link, two apps on one host, a forged callback.",
  state_expired: "The flow took longer than flowTtl, or was used up. Start again.",
  owner_mismatch: "The flow or connection belongs to another owner than the one signed in.",
  signature_mismatch:
    "The signature does not fit. Usual causes: the wrong client secret, or a query that was changed or re-parsed.",
  callback_expired: "The signed callback is too old, or the server's clock is wrong.",
  exchange_failed:
    "The platform refused the exchange. Check client id, client secret and redirect URI; then start again.",
  exchange_unknown:
    "The exchange was sent and no answer can be had. Ask the platform's support whether a token was issued before starting again.",
  token_response_invalid: "The platform answered something that is not a usable token. Nothing was replaced.",
  not_connected: "No such connection. Connect the shop first, or adopt a credential you already have.",
  owner_required: "This connection has no owner yet: claim it for a signed-in user first.",
  reauthorization_required: "The platform no longer accepts this credential. Let the merchant connect again.",
  renewal_failed: "The token could not be renewed; the connection is kept and the next call tries again.",
  missing_scope:
    "The merchant granted less than this call needs. Ask for the scope and let the merchant connect again.",
  rate_limited: "The platform asks to wait; see retryAt.",
  foreign_origin: "Only the connection's own API origin and path are ever signed.",
  redirect_refused: "The platform answered with a redirect; following it could give the credential away.",
  response_too_large: "The answer is larger than the limit.",
  timeout: "No complete answer before the deadline.",
  network_failed: "The platform could not be reached.",
  store_failed:
    "The store did not answer. Nothing was lost: a credential that could not be saved is on the error's `unsaved`.",
  store_volatile:
    "This platform's credential can be had only once, so the store must survive a restart: pass sqliteStore(path), or opt in with [allowVolatile]: true.",
  unreadable:
    "The record cannot be opened: the secret that sealed it is missing, or it was altered. It is kept as it is.",
  draining: "The process is shutting down. Try again on another one.",
};

const MARKER: unique symbol = Symbol.for("shopauth.error") as never;
const HTTP_STATUS: Partial<Record<ErrorCode, number>> = {
  callback_pending: 202,
  owner_mismatch: 403,
  not_connected: 404,
  rate_limited: 429,
  exchange_failed: 502,
  exchange_unknown: 502,
  token_response_invalid: 502,
  redirect_refused: 502,
  response_too_large: 502,
  network_failed: 502,
  renewal_failed: 502,
  store_failed: 503,
  draining: 503,
  timeout: 504,
  invalid_options: 500,
  store_volatile: 500,
  unreadable: 500,
};

/** What the platform itself said, made safe to log: printable, short, without anything that was secret in the request. */
export interface PlatformMessage {
  readonly code?: string;
  readonly message?: string;
}

export interface ErrorDetails {
  platform?: string | undefined;
  account?: string | undefined;
  /** HTTP status of the platform's answer. */
  status?: number | undefined;
  hint?: string | undefined;
  /** Milliseconds since the epoch: not before this time. */
  retryAt?: number | undefined;
  said?: PlatformMessage | undefined;
  unsaved?: Unsaved | undefined;
}

/**
 * A connection that was issued but could not be stored. The credential inside is private: printing, serialising or
 * cloning shows nothing. Give it to `adopt({ unsaved })` once the store is back.
 */
export class Unsaved {
  readonly account: string;
  readonly #issued: unknown;
  constructor(account: string, issued: unknown) {
    this.account = account;
    this.#issued = issued;
  }
  /** For the engine only; `undefined` for what is none. */
  static open(unsaved: unknown): unknown {
    return typeof unsaved === "object" && unsaved !== null && #issued in unsaved ? unsaved.#issued : undefined;
  }
}

/**
 * The one error of ShopAuth. Recognise it with {@link isShopAuthError}, which also works across two copies of the package.
 * Never holds a token, code, secret, body, query string or header value.
 */
export class ShopAuthError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  // Declared only, so that what is absent is not printed.
  declare readonly platform?: string;
  declare readonly account?: string;
  /** HTTP status of the platform's answer, where there was one. */
  declare readonly status?: number;
  /** Milliseconds since the epoch. */
  declare readonly retryAt?: number;
  declare readonly said?: PlatformMessage;
  declare readonly unsaved?: Unsaved;
  /** Where the code is explained, with its usual causes. */
  readonly docs: string;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.hint = details.hint ?? HINTS[code];
    if (details.platform !== undefined) this.platform = details.platform;
    if (details.account !== undefined) this.account = details.account;
    if (details.status !== undefined) this.status = details.status;
    if (details.retryAt !== undefined) this.retryAt = details.retryAt;
    if (details.said !== undefined) this.said = details.said;
    if (details.unsaved !== undefined) this.unsaved = details.unsaved;
    this.docs = `https://github.com/shopauth/shopauth/blob/main/packages/core/README.md#${code}`;
    Object.defineProperty(this, MARKER, { value: true });
    Object.defineProperty(this, "name", { value: "ShopAuthError" });
  }

  /** A plain-text answer for a browser: code, message and hint, `no-store`, `no-referrer`; 204 for a prefetch or HEAD. */
  toResponse(): Response {
    const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
    if (this.code === "invalid_request" && this.message === PREFETCH)
      return new Response(null, { status: 204, headers });
    return new Response(`${this.code}: ${this.message}\n${this.hint}\n`, {
      status: HTTP_STATUS[this.code] ?? 400,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
}

/** Message of the error for a HEAD or prefetch of the callback, which spends nothing. */
export const PREFETCH = "A callback is answered only to a GET that a person started";

/** Whether a thrown value is a {@link ShopAuthError}, of this or another copy of the package. */
export function isShopAuthError(value: unknown): value is ShopAuthError {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[MARKER] === true;
}
