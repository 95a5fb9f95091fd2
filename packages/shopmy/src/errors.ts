import { own } from "@shopauth/core";

/** What ShopMy says about a failure. */
export interface Said {
  /** An outcome code such as `duplicate_order`, where the answer holds one. */
  readonly code?: string;
  readonly message: string;
}

/** ShopMy answered, but not with what was asked for. Recognise it by its `name`. */
export class ApiError extends Error {
  /** HTTP status; 200 where a successful answer could not be read. */
  readonly status: number;
  readonly code?: string;
  /** The body as it was parsed: ShopMy's own words, not made safe for logs. */
  readonly error: unknown;

  constructor(status: number, error: unknown, said: Said = readError(error)) {
    super(said.message);
    this.name = "ApiError";
    this.status = status;
    if (said.code !== undefined) this.code = said.code;
    this.error = error;
  }
}

/**
 * Brings ShopMy's error bodies into one form: `{ error }`, `{ success: false, error }`, `{ message }` or plain text.
 * https://docs.shopmy.us/reference/tracking-routes-overview
 */
export function readError(error: unknown): Said {
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  const message = text(own(error, "error")) ?? text(own(error, "message")) ?? plainText(text(error));
  if (message === undefined) return { message: "ShopMy gave no reason" };
  const code = text(own(error, "code")) ?? (/^[a-z]+(?:_[a-z]+)+$/.test(message) ? message : undefined);
  return { message, ...(code !== undefined && { code }) };
}

/** A page for people is no message. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.startsWith("<") ? "ShopMy answered with a page instead of JSON" : text.slice(0, 500);
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
          throw new ApiError(response.status, undefined, { message: "ShopMy's answer is empty" });
        }
        return result;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new ApiError(200, undefined, { message: "ShopMy's answer is not JSON" });
      }
    };
  }
  return { ...client, ...guarded };
}
