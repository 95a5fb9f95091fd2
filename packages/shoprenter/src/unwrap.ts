import { apiError } from "./errors.ts";
import type { Result } from "./paginate.ts";

const WRAPPED = /^\s*\{\s*"response"\s*:/;

/** Makes an answer read without the lone `response` key that some have around them; others are read as they are. */
export function unwrapped(response: Response): Response {
  const read = response.text.bind(response);
  const text = async (): Promise<string> => {
    const raw = await read();
    return WRAPPED.test(raw) ? inner(raw) : raw;
  };
  return Object.defineProperties(response, {
    text: { value: text },
    json: { value: async () => JSON.parse(await text()) },
  });
}

function inner(raw: string): string {
  try {
    const body = JSON.parse(raw) as Record<string, unknown>;
    const { response } = body;
    if (Object.keys(body).length === 1 && typeof response === "object" && response !== null)
      return JSON.stringify(response);
  } catch {
    // Cut short: whoever reads it as JSON says so.
  }
  return raw;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "request"] as const;

/** Makes a successful answer that is not JSON an {@link ApiError}: openapi-fetch would throw one that quotes the body. */
export function readable<Client extends { readonly [Method in (typeof METHODS)[number]]: unknown }>(
  client: Client,
): Client {
  const calls: Partial<Record<(typeof METHODS)[number], unknown>> = {};
  for (const method of METHODS) {
    const send = client[method] as (...input: unknown[]) => Promise<Result>;
    calls[method] = (...input: unknown[]) =>
      send(...input).catch((error: unknown) => {
        if (!(error instanceof SyntaxError)) throw error;
        throw apiError(200, undefined, { message: "not JSON" });
      });
  }
  return { ...client, ...calls };
}
