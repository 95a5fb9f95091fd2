import { ApiError, type ErrorText, own } from "@shopauth/core";

const MAX = 500;

/** The error for an answer that is not what was asked for. */
export function apiError(status: number, error: unknown, text: ErrorText = readError(error)): ApiError {
  return new ApiError("storehippo", status, error, text);
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

function cut(text: string): string {
  return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}
