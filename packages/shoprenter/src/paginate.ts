import { apiError, readError } from "./errors.ts";

const LIMIT = 200;
/** Lists that come whole and know no query. */
const WHOLE = ["/domains", "/billing/plans"];
const PAST_THE_END = "40008";

/** An answer to one call, as openapi-fetch gives it. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

export interface Query {
  readonly page?: number;
  readonly limit?: number;
  readonly [filter: string]: unknown;
}

/**
 * Yields the records of a list, page by page, each record once.
 * @param get asks for one page
 * @throws ApiError where the API answers a failure, or what is no list
 */
export async function* paginate(
  path: string,
  get: (query: Query | undefined) => Promise<Result>,
  query: Query = {},
): AsyncGenerator<unknown, void, undefined> {
  if (WHOLE.includes(path)) {
    const { data, error, response } = await get(undefined);
    if (!response.ok) throw apiError(response.status, error);
    yield* read(data, response.status).items;
    return;
  }
  const limit = Math.min(query.limit ?? LIMIT, LIMIT);
  // A record that was added meanwhile moves others on to the next page, never further.
  let before = new Set<string>();
  for (let page = query.page ?? 0; ; page++) {
    const { data, error, response } = await get({ full: 1, ...query, limit, page });
    if (!response.ok) {
      if (response.status === 400 && readError(error).code === PAST_THE_END) return;
      throw apiError(response.status, error);
    }
    const { items, more } = read(data, response.status, page);
    const here = new Set<string>();
    let fresh = 0;
    for (const item of items) {
      const key = keyOf(item);
      const known = key !== undefined && (before.has(key) || here.has(key));
      if (key !== undefined) here.add(key);
      if (known) continue;
      fresh++;
      yield item;
    }
    // A page that brings nothing is the end, whatever it says of others.
    if (fresh === 0 || !(more ?? items.length >= limit)) return;
    before = here;
  }
}

/** What a list answers: most have `items`, domains and plans have forms of their own. */
function read(data: unknown, status: number, page = 0): { items: readonly unknown[]; more: boolean | undefined } {
  if (Array.isArray(data)) return { items: data, more: false };
  const { items, domain, pageCount, total, limit, next } = (
    typeof data === "object" && data !== null ? data : {}
  ) as Record<string, unknown>;
  const list = items ?? domain;
  if (!Array.isArray(list)) throw apiError(status, data, { message: "not a list" });
  const pages = count(pageCount);
  if (pages !== undefined) return { items: list, more: page + 1 < pages };
  const [all, size] = [count(total), count(limit)];
  if (all !== undefined && size !== undefined) return { items: list, more: (page + 1) * size < all };
  // An absent link is null, in answers that were XML once also {} or "".
  if (next !== undefined) return { items: list, more: typeof (next as { href?: unknown } | null)?.href === "string" };
  return { items: list, more: undefined };
}

/** A count as number or string; 0 is no count, but what some answers have instead. */
function count(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && number > 0 ? number : undefined;
}

function keyOf(item: unknown): string | undefined {
  const { id, href } = (item ?? {}) as { id?: unknown; href?: unknown };
  return typeof id === "string" && id !== "" ? id : typeof href === "string" && href !== "" ? href : undefined;
}
