import { own } from "@shopauth/core";

/** What Shoporama says about a failure. */
export interface Said {
  readonly code?: string;
  readonly message: string;
}

/** Shoporama answered, but not with what was asked for. Recognise it by its `name`. */
export class ApiError extends Error {
  /** HTTP status; 200 where a successful answer could not be read. */
  readonly status: number;
  readonly code?: string;
  /** The body as it was parsed: Shoporama's own words, not made safe for logs. */
  readonly error: unknown;

  constructor(status: number, error: unknown, said: Said = readError(error)) {
    super(said.message);
    this.name = "ApiError";
    this.status = status;
    if (said.code !== undefined) this.code = said.code;
    this.error = error;
  }
}

const text = (value: unknown): string | undefined => {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  return typeof value === "number" ? String(value) : undefined;
};

/**
 * Brings Shoporama's error bodies into one form. No format is published: a bare text such as `410 Gone` has been seen,
 * and an object's `error`, `message` or `errors` is read where there is one.
 */
export function readError(error: unknown): Said {
  const inner = own(error, "error");
  const errors = own(error, "errors");
  const message =
    text(inner) ??
    text(own(inner, "message")) ??
    text(own(error, "message")) ??
    (Array.isArray(errors) ? (text(errors[0]) ?? text(own(errors[0], "message"))) : undefined) ??
    plainText(text(error));
  if (message === undefined) return { message: "Shoporama gave no reason" };
  const code = text(own(inner, "code")) ?? text(own(error, "code"));
  return { message, ...(code !== undefined && { code }) };
}

/** A page for people is no message. */
function plainText(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  return given.startsWith("<") ? "Shoporama answered with a page instead of JSON" : given.slice(0, 500);
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
        if (data === undefined)
          throw new ApiError(response.status, undefined, { message: "Shoporama's answer is empty" });
        return result;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new ApiError(200, undefined, { message: "Shoporama's answer is not JSON" });
      }
    };
  }
  return { ...client, ...guarded };
}
