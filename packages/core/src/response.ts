import { ShopAuthError } from "./errors.ts";

const PEEK = 64 * 1024;

/**
 * Lets a response through as it is, unless it is a redirect, or may become larger than `limit` bytes after decoding:
 * then its body ends with an error there.
 * @throws ShopAuthError `redirect_refused`, `response_too_large`
 */
export function limited(response: Response, limit: number, platform: string): Response {
  const { status, headers, body } = response;
  if (response.type === "opaqueredirect" || response.redirected || (status >= 300 && status < 400 && status !== 304)) {
    body?.cancel().catch(() => {});
    throw new ShopAuthError("redirect_refused", "The platform answered with a redirect", { platform, status });
  }
  if (!body) return response;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (length > limit) {
    body.cancel().catch(() => {});
    throw new ShopAuthError("response_too_large", `The answer is larger than ${limit} bytes`, { platform, status });
  }
  if (length <= limit && !headers.has("content-encoding")) return response;
  const reader = body.getReader();
  let bytes = 0;
  const capped = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      bytes += value.length;
      if (bytes <= limit) return controller.enqueue(value);
      reader.cancel().catch(() => {});
      controller.error(
        new ShopAuthError("response_too_large", `The answer is larger than ${limit} bytes`, { platform, status }),
      );
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(capped, { status, statusText: response.statusText, headers });
}

/** Reads the beginning of a body without taking it from whoever reads it next. */
export async function peek(response: Response): Promise<{ text: string; response: Response }> {
  if (!response.body) return { text: "", response };
  const [mine, theirs] = response.body.tee();
  const reader = mine.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; bytes < PEEK; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(() => {});
  const { status, statusText, headers } = response;
  return { text, response: new Response(theirs, { status, statusText, headers }) };
}
