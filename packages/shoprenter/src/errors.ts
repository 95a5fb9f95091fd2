import { ApiError, type ErrorText, own } from "@shopauth/core";

const MAX = 500;

/** What a failed call says, and where the record is that is in the way. */
export interface ShoprenterErrorText extends ErrorText {
  readonly href?: string;
}

/** The error for an answer that is not what was asked for. */
export function apiError(status: number, error: unknown, text: ErrorText = readError(error)): ApiError {
  return new ApiError("shoprenter", status, error, text);
}

/**
 * Reads an error body of any of its forms: `{ message, code }`, OAuth's `{ error, error_description, hint }`, either of
 * them under `response` or `error`, XML, HTML or nothing. No sample of an API error is published.
 * https://doc.shoprenter.hu/development/api/02_status_codes.html
 */
export function readError(error: unknown): ShoprenterErrorText {
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

function cut(value: string): string {
  return value.length > MAX ? `${value.slice(0, MAX)}…` : value;
}
