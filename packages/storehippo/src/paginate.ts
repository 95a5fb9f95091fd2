import type { ListQuery } from "./api.ts";
import { apiError } from "./errors.ts";

const LIMIT = 100;

/** An answer to one call, as openapi-fetch gives it. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Yields the records of a list, page by page, each record once.
 *
 * Goes by `start`; records that are removed meanwhile move others forward past the next page. Give `since_id: "0"` to go
 * by `_id` instead, which misses nothing.
 * @param get asks for one page
 * @throws ApiError where the API answers a failure
 */
export async function* paginate(
  get: (query: ListQuery) => Promise<Result>,
  query: ListQuery = {},
): AsyncGenerator<unknown, void, undefined> {
  const limit = query.limit ?? LIMIT;
  const seen = new Set<string>();
  let { start = 0, since_id: since } = query;
  let last: string | undefined;
  for (let first = true; ; first = false) {
    const place = since === undefined ? { start } : { since_id: since };
    const { data, error, response } = await get({ ...query, limit, ...place });
    // By `_id` the end may also be told by a 406.
    if (since !== undefined && !first && response.status === 406) return;
    if (data === undefined) throw apiError(response.status, error);
    const { records, total } = readPage(data, response.status);
    // Some servers ignore what they are asked: then a page that brings nothing is the end as well.
    let fresh = 0;
    for (const record of records) {
      const id = idOf(record);
      if (id !== undefined && seen.has(id)) continue;
      if (id !== undefined) seen.add(id);
      fresh++;
      yield record;
    }
    if (fresh === 0) return;
    start += records.length;
    if (since !== undefined) {
      since = idOf(records.at(-1));
      if (since === undefined) return;
      continue;
    }
    if (total === undefined ? records.length < limit : start >= total) return;
    if (seen.size === 0) {
      const text = JSON.stringify(records);
      if (text === last) return;
      last = text;
    }
  }
}

function readPage(body: unknown, status: number): { records: unknown[]; total: number | undefined } {
  const { data, paging } = body as { data?: unknown; paging?: { total?: unknown } };
  // Some answers have an object keyed by `_id` instead of a list.
  const records = Array.isArray(data)
    ? data
    : typeof data === "object" && data !== null
      ? Object.values(data)
      : undefined;
  if (!records) throw apiError(status, body, { message: "not a list" });
  const total = Number(paging?.total);
  return { records, total: total > 0 ? total : undefined };
}

function idOf(record: unknown): string | undefined {
  const id = (record as { _id?: unknown } | null | undefined)?._id;
  return typeof id === "string" && id !== "" ? id : undefined;
}
