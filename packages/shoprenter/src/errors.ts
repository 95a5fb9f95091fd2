/** What a failed call says, in one form. */
export interface ErrorText {
  /** The inner code, such as `40008`, or an OAuth error such as `invalid_client`. */
  readonly code?: string;
  readonly message: string;
  /** The record that a conflict (409) is about. */
  readonly id?: string;
  readonly href?: string;
}

const MAX = 500;

/**
 * An answer of the API that is a failure, or that is not what the API promises. Recognise it by its `name`.
 * Errors of the connection itself are `ShopAuthError`s and pass through unchanged.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status; 200 where a successful answer could not be read. */
  readonly status: number;
  readonly code?: string;
  /** The record that a conflict (409) is about. */
  readonly id?: string;
  /** The body as it was parsed: the platform's own words, not made safe for logs. */
  readonly error: unknown;

  constructor(status: number, error: unknown, text: ErrorText = readError(error)) {
    super(`Shoprenter answered ${status}: ${text.message}`);
    this.status = status;
    this.error = error;
    if (text.code !== undefined) this.code = text.code;
    if (text.id !== undefined) this.id = text.id;
  }
}

/**
 * Reads an error body of any of its forms: `{ message, code }`, OAuth's `{ error, error_description, hint }`, either of
 * them under `response` or `error`, XML, HTML or nothing. No sample of an API error is published.
 * https://doc.shoprenter.hu/development/api/02_status_codes.html
 */
export function readError(error: unknown): ErrorText {
  if (typeof error === "string") return fromText(error.trim());
  const inner = own(error, "response") ?? own(error, "error");
  const message = text(own(error, "message")) ?? text(own(error, "error_description"));
  if (message === undefined && typeof inner === "object" && inner !== null) return readError(inner);
  const said = message ?? text(own(error, "error"));
  if (said === undefined) return { message: "no reason given" };
  const code = scalar(own(error, "code")) ?? scalar(own(error, "error"));
  const hint = text(own(error, "hint"));
  const id = text(own(error, "id"));
  const href = text(own(error, "href"));
  return {
    ...(code !== undefined && code !== said && { code }),
    message: cut(hint === undefined ? said : `${said} ${hint}`),
    ...(id !== undefined && { id }),
    ...(href !== undefined && { href }),
  };
}

function fromText(raw: string): ErrorText {
  if (raw === "") return { message: "no reason given" };
  if (/^<(?:!doctype|html)/i.test(raw)) return { message: "a page instead of an API answer" };
  const message = element(raw, "message") ?? element(raw, "error");
  if (message !== undefined) {
    const code = element(raw, "code");
    return { ...(code !== undefined && { code }), message: cut(message) };
  }
  return { message: raw.startsWith("<") ? "XML instead of JSON" : cut(raw) };
}

/** The text of the first element of a name. */
function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]{1,${MAX}})</${name}>`).exec(xml)?.[1]?.trim();
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function scalar(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : text(value);
}

function own(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}

function cut(value: string): string {
  return value.length > MAX ? `${value.slice(0, MAX)}…` : value;
}
