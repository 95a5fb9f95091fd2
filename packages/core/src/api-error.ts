const MARKER: unique symbol = Symbol.for("shopauth.apiError") as never;

/** What a failed call says, in one form. */
export interface ErrorText {
  /** The platform's own key, such as `duplicate_record` or `40008`, where it gave one. */
  readonly code?: string;
  readonly message: string;
  /** The record that is in the way, where the platform names it. */
  readonly id?: string;
}

/**
 * A platform's API answered, but not with what was asked for. Recognise it with {@link isApiError}, which also works
 * across two copies of the package. Errors of the connection itself are `ShopAuthError`s.
 */
export class ApiError extends Error {
  readonly platform: string;
  /** HTTP status; 200 where a successful answer could not be read. */
  readonly status: number;
  declare readonly code?: string;
  /** The record that is in the way, where the platform names it. */
  declare readonly id?: string;
  /** The body as it was parsed, `undefined` where it was not JSON: the platform's own words, not made safe for logs. */
  readonly error: unknown;

  constructor(platform: string, status: number, error: unknown, { code, message, id }: ErrorText) {
    super(`${platform} answered ${status}: ${message}`);
    this.platform = platform;
    this.status = status;
    if (code !== undefined) this.code = code;
    if (id !== undefined) this.id = id;
    this.error = error;
    Object.defineProperty(this, MARKER, { value: true });
    Object.defineProperty(this, "name", { value: "ApiError" });
  }
}

/** Whether a thrown value is an {@link ApiError}, of this or another copy of the package. */
export function isApiError(value: unknown): value is ApiError {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[MARKER] === true;
}
