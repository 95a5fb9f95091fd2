import { discard } from "./discard.ts";
import { type PlatformMessage, ShopAuthError } from "./errors.ts";
import { retryAfter } from "./guards/retry-after.ts";
import { own } from "./guards/token.ts";
import { isUnbounded } from "./response.ts";
import type { Routes } from "./routes.ts";
import { neverSent, sandboxHint, withWord, wordOf } from "./trouble.ts";

/** A request that the engine makes itself: to a token endpoint, or to confirm a credential. */
export interface SendRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/json`. */
  readonly json?: unknown;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  /** What must not come back in an error: platform text that repeats any 12 characters of these is withheld. */
  readonly secrets?: readonly string[];
}

/** A complete answer, as it came. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** @throws {SendFailure} where there is no complete answer */
export type Send = (request: SendRequest) => Promise<Answer>;

/** @param within milliseconds for everything, where that is less than {@link DEADLINE} */
export type TimedSend = (request: SendRequest, within?: number) => Promise<Answer>;

/** No complete answer came. `sent` is false only where it is sure that the request never left. */
export class SendFailure extends Error {
  readonly sent: boolean;
  readonly code: "timeout" | "network_failed" | "response_too_large" | "redirect_refused";
  /** The runtime's one word for it, and what to look at, where these are known. */
  readonly word: string | undefined;
  readonly hint: string | undefined;
  constructor(code: SendFailure["code"], sent: boolean, word?: string, hint?: string) {
    super(code);
    this.code = code;
    this.sent = sent;
    this.word = word;
    this.hint = hint;
  }

  /** The same for a caller. */
  toError(message: string, details: { readonly platform: string; readonly account?: string }): ShopAuthError {
    return new ShopAuthError(this.code, withWord(message, this.word), { hint: this.hint, ...details });
  }
}

export const DEADLINE = 10_000;
const MAX_BYTES = 64 * 1024;

/**
 * The one path for the engine's own requests: no redirect is followed, 10 s for everything including the body,
 * 64 KB after decoding.
 */
export function createSend(fetch: typeof globalThis.fetch, routes: Routes): TimedSend {
  return async ({ method, url, headers, json, form }, within = DEADLINE) => {
    const controller = new AbortController();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, within);
    const body = json !== undefined ? JSON.stringify(json) : form && new URLSearchParams(form).toString();
    const type = json !== undefined ? "application/json" : form && "application/x-www-form-urlencoded";
    const target = routes.to(url.href);
    try {
      const response = await fetch(target, {
        method,
        headers: {
          accept: "application/json",
          "accept-encoding": "identity",
          ...(type && { "content-type": type }),
          ...headers,
        },
        redirect: "manual",
        signal: controller.signal,
        ...(body !== undefined && { body }),
      });
      assertNoRedirect(response);
      if (isUnbounded(response.headers)) {
        response.body?.cancel().catch(() => {});
        throw new SendFailure("response_too_large", true);
      }
      return {
        status: response.status,
        contentType: response.headers.get("content-type") ?? "",
        retryAfter: response.headers.get("retry-after"),
        text: await readLimited(response, MAX_BYTES),
      };
    } catch (error) {
      if (error instanceof SendFailure) throw error;
      if (timedOut) throw new SendFailure("timeout", !neverSent(error));
      throw new SendFailure("network_failed", !neverSent(error), wordOf(error), sandboxHint(url.href, target));
    } finally {
      clearTimeout(timer);
    }
  };
}

function assertNoRedirect(response: Response): void {
  if (response.type === "opaqueredirect" || response.redirected || (response.status >= 300 && response.status < 400)) {
    discard(response.body);
    throw new SendFailure("redirect_refused", true);
  }
}

async function readLimited(response: Response, limit: number): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > limit) {
      reader.cancel().catch(() => {});
      throw new SendFailure("response_too_large", true);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The JSON object of a successful answer.
 * @throws ShopAuthError `exchange_failed` for a status that is not 2xx, `token_response_invalid` for what is not a JSON object
 */
export function answerObject(answer: Answer, secrets: readonly string[] = []): object {
  const ok = answer.status >= 200 && answer.status < 300;
  const parsed = /^application\/(?:[\w.+-]+\+)?json\b/i.test(answer.contentType) ? parseObject(answer.text) : undefined;
  if (!ok) {
    const asked = retryAfter(answer.retryAfter, Date.now());
    throw new ShopAuthError("exchange_failed", `The platform answered ${answer.status}`, {
      status: answer.status,
      said: platformMessage(parsed, secrets),
      ...(asked !== undefined && { retryAt: Date.now() + asked }),
    });
  }
  if (parsed === undefined) {
    throw new ShopAuthError("token_response_invalid", "The platform's answer is not a JSON object", {
      status: answer.status,
    });
  }
  return parsed;
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // The parser's own message quotes the text.
  }
}

/** The platform's own error code and words (RFC 6749, 5.2, and what the platforms add), without anything secret. */
export function platformMessage(body: unknown, secrets: readonly string[] = []): PlatformMessage | undefined {
  const text = (field: string): string | undefined => {
    const value = own(body, field);
    if (typeof value !== "string" || !/^[\x20-\x7e\u00a0-\u024f]{1,300}$/.test(value)) return undefined;
    if (repeats(value, secrets)) return undefined;
    // An answer may also quote a token that nobody here has seen.
    return value.replace(/[\w+=-]{20,}/g, (run) => (/\d/.test(run) && /[A-Za-z]/.test(run) ? "[withheld]" : run));
  };
  const code = text("error");
  const parts = [text("error_description") ?? text("message"), text("hint")].filter((part) => part !== undefined);
  if (code === undefined && parts.length === 0) return undefined;
  return { ...(code !== undefined && { code }), ...(parts.length > 0 && { message: parts.join(" ") }) };
}

const SLICE = 12;

/** Whether a text repeats a secret: the whole of a short one, any 12 characters of a longer one. */
export function repeats(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => {
    if (secret.length === 0) return false;
    if (secret.length <= SLICE) return text.includes(secret);
    for (let start = 0; start + SLICE <= secret.length; start++)
      if (text.includes(secret.slice(start, start + SLICE))) return true;
    return false;
  });
}
