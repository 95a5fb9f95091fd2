import { ApiError, type ErrorText, own } from "@shopauth/core";

/** The error for an answer that is not what was asked for. */
export function apiError(status: number, error: unknown, text: ErrorText = readError(error)): ApiError {
  return new ApiError("shoporama", status, error, text);
}

const text = (value: unknown): string | undefined => {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  return typeof value === "number" ? String(value) : undefined;
};

/**
 * Brings Shoporama's error bodies into one form. No format is published: a bare text such as `410 Gone` has been seen,
 * and an object's `error`, `message` or `errors` is read where there is one.
 */
export function readError(error: unknown): ErrorText {
  const inner = own(error, "error");
  const errors = own(error, "errors");
  const message =
    text(inner) ??
    text(own(inner, "message")) ??
    text(own(error, "message")) ??
    (Array.isArray(errors) ? (text(errors[0]) ?? text(own(errors[0], "message"))) : undefined) ??
    plainText(text(error));
  if (message === undefined) return { message: "no reason given" };
  const code = text(own(inner, "code")) ?? text(own(error, "code"));
  return { message, ...(code !== undefined && { code }) };
}

/** A page for people is no message. */
function plainText(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  return given.startsWith("<") ? "a page instead of an API answer" : given.slice(0, 500);
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH", "request"] as const;
type Method = (typeof METHODS)[number];
type Send = (...input: unknown[]) => Promise<{ data?: unknown; response: Response }>;

/**
 * Makes a successful answer without readable JSON an {@link ApiError}: openapi-fetch would throw one that quotes the body.
 * What a delete, a PATCH or a change of stock answers is not published, so that its body is left unread.
 */
export function readable<Client extends Record<Method, unknown>>(client: Client): Client {
  const guarded: Partial<Record<Method, Send>> = {};
  for (const method of METHODS) {
    const send = client[method] as Send;
    guarded[method] = async (...input) => {
      const [verb, path, init] =
        method === "request" ? [String(input[0]).toUpperCase(), input[1], input[2]] : [method, ...input];
      const unread = verb === "DELETE" || verb === "PATCH" || (verb === "PUT" && path === "/stock");
      const options = unread ? { parseAs: "text", ...(init as object) } : init;
      try {
        const result = await send(...(method === "request" ? [verb, path, options] : [path, options]));
        const { data, response } = result;
        if (!response.ok) return result;
        if (unread) return { data: undefined, response };
        if (data === undefined) throw apiError(response.status, undefined, { message: "nothing" });
        return result;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw apiError(200, undefined, { message: "not JSON" });
      }
    };
  }
  return { ...client, ...guarded };
}
