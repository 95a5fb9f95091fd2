/** What a failed call says, in one form. */
export interface ErrorText {
  /** The platform's own key, such as `duplicate_record` or the name of a failed rule. */
  readonly code?: string;
  readonly message: string;
}

const MAX = 500;

/**
 * An answer of the API that is a failure, or that is not what the API promises.
 * Errors of the connection itself are `ShopAuthError`s and pass through unchanged.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status. The platform also fails with 200, and uses 403, 404 and 406 loosely. */
  readonly status: number;
  /** The platform's own key, where it gave one. */
  readonly code?: string;
  /** The body as it came; `undefined` where it was not JSON. */
  readonly error: unknown;

  constructor(status: number, error: unknown, text: ErrorText = readError(error)) {
    super(`StoreHippo answered ${status}: ${text.message}`);
    this.status = status;
    this.error = error;
    if (text.code !== undefined) this.code = text.code;
  }
}

/** Whether a body is a failure although its status says otherwise. */
export function isFailure(body: unknown): body is { error: unknown } {
  const error = own(body, "error");
  return error !== undefined && error !== null && error !== false && error !== "";
}

/**
 * Reads an error body of any of the forms that the platform uses: an object with `error` or `messages`, a list of
 * failed fields, JSON text, plain text.
 */
export function readError(error: unknown): ErrorText {
  if (typeof error === "string") return fromText(error);
  if (Array.isArray(error)) return fromFields(error);
  if (isFailure(error)) return readError(error.error);
  const messages = own(error, "messages");
  if (Array.isArray(messages)) {
    const names = messages.filter((each) => own(each, "level") !== "success").map((each) => own(each, "name"));
    const keys = names.filter((name) => typeof name === "string");
    if (keys.length > 0) return { code: cut(keys[0]!), message: cut(keys.join("; ")) };
  }
  const message = own(error, "message");
  const code = own(error, "code") ?? own(error, "name");
  if (typeof message === "string")
    return { ...(typeof code === "string" && { code: cut(code) }), message: cut(message) };
  return { message: "no reason given" };
}

function fromText(text: string): ErrorText {
  const plain = text.trim();
  if (plain === "") return { message: "no reason given" };
  if (plain.startsWith("<")) return { message: "a page instead of an API answer" };
  const isCode = /^[a-z][\w.]+$/i.test(plain) && /[_.]/.test(plain);
  return { ...(isCode && { code: cut(plain) }), message: cut(plain) };
}

/** A failed field is `{ [field]: rule, message }`. */
function fromFields(fields: readonly unknown[]): ErrorText {
  let code: string | undefined;
  const parts: string[] = [];
  for (const each of fields) {
    if (typeof each === "string") parts.push(each);
    if (typeof each !== "object" || each === null) continue;
    const [field, rule] = Object.entries(each).find(([name]) => name !== "message") ?? [];
    if (typeof rule === "string") code ??= cut(rule);
    const said = own(each, "message") ?? rule;
    if (typeof said === "string") parts.push(field === undefined ? said : `${field}: ${said}`);
  }
  return { ...(code !== undefined && { code }), message: parts.length > 0 ? cut(parts.join("; ")) : "no reason given" };
}

function own(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}

function cut(text: string): string {
  return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}
