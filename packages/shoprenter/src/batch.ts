import { apiError } from "./errors.ts";
import type { Result } from "./paginate.ts";

const SIZE = 200;

/** One request of a batch. */
export interface BatchRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** A path such as `/products?sku=X`, or a link that the API answered. */
  readonly uri: string;
  /** The body, bare. */
  readonly data?: object;
}

/** What became of one request of a batch. */
export interface BatchAnswer {
  readonly method: string;
  readonly uri: string;
  /** The HTTP status of this request. */
  readonly status: number;
  /** Whether the status is 2xx. */
  readonly ok: boolean;
  readonly body: unknown;
}

/** A batch stopped before its end. What is in `answers` was done. */
export class BatchError extends Error {
  override readonly name = "BatchError";
  /** In the order of the requests, up to where it stopped. */
  readonly answers: readonly BatchAnswer[];
  constructor(answers: readonly BatchAnswer[], cause: unknown) {
    super(`The batch stopped after ${answers.length} requests`, { cause });
    this.answers = answers;
  }
}

/**
 * Sends requests in batches of 200, one after another.
 * @param post sends one batch
 * @param absolute makes a request's `uri` absolute
 */
export async function batch(
  requests: readonly BatchRequest[],
  post: (body: { data: { requests: BatchRequest[] } }) => Promise<Result>,
  absolute: (uri: string) => string,
): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  const all = requests.map((request) => ({ ...request, uri: absolute(request.uri) }));
  for (let start = 0; start < all.length; start += SIZE) {
    const part = all.slice(start, start + SIZE);
    try {
      const { data, error, response } = await post({ data: { requests: part } });
      if (!response.ok) throw apiError(response.status, error);
      answers.push(...read(part, data, response.status));
    } catch (error) {
      // Before the first answer nothing was done, and the cause says all.
      throw answers.length === 0 ? error : new BatchError(answers, error);
    }
  }
  return answers;
}

interface Item {
  readonly response?: { readonly header?: { readonly statusCode?: string | number | null }; readonly body?: unknown };
}

function read(part: readonly BatchRequest[], data: unknown, status: number): BatchAnswer[] {
  const given = (data as { requests?: { request?: unknown } } | undefined)?.requests?.request;
  // A single answer comes without its array where the answer was XML once.
  const items = (Array.isArray(given) ? given : given === undefined ? [] : [given]) as Item[];
  if (items.length !== part.length)
    throw apiError(status, data, { message: `${items.length} answers to ${part.length} requests` });
  return items.map(({ response }, index) => {
    const { method, uri } = part[index]!;
    const code = Number(response?.header?.statusCode ?? 0);
    return { method, uri, status: code, ok: code >= 200 && code < 300, body: response?.body };
  });
}
