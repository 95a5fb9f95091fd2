import { ApiError, type ErrorText, own } from "@shopauth/core";

/** The error for an answer that is not what was asked for. */
export function apiError(status: number, error: unknown, text: ErrorText = readError(error)): ApiError {
  return new ApiError("shopmy", status, error, text);
}

/**
 * Brings ShopMy's error bodies into one form: `{ error }`, `{ success: false, error }`, `{ message }` or plain text.
 * https://docs.shopmy.us/reference/tracking-routes-overview
 */
export function readError(error: unknown): ErrorText {
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  const message = text(own(error, "error")) ?? text(own(error, "message")) ?? plainText(text(error));
  if (message === undefined) return { message: "no reason given" };
  const code = text(own(error, "code")) ?? (/^[a-z]+(?:_[a-z]+)+$/.test(message) ? message : undefined);
  return { message, ...(code !== undefined && { code }) };
}

/** A page for people is no message. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.startsWith("<") ? "a page instead of an API answer" : text.slice(0, 500);
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH", "request"] as const;

/** Makes a successful answer without readable JSON an {@link ApiError}: openapi-fetch would throw one that quotes the body. */
export function readable<Client extends { [Method in (typeof METHODS)[number]]: unknown }>(client: Client): Client {
  const guarded: Partial<Record<(typeof METHODS)[number], unknown>> = {};
  for (const method of METHODS) {
    const send = client[method] as (...input: unknown[]) => Promise<{ data?: unknown; response: Response }>;
    guarded[method] = async (...input: unknown[]) => {
      try {
        const result = await send(...input);
        const { data, response } = result;
        if (response.ok && data === undefined) {
          throw apiError(response.status, undefined, { message: "nothing" });
        }
        return result;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw apiError(200, undefined, { message: "not JSON" });
      }
    };
  }
  return { ...client, ...guarded };
}
