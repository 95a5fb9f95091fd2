import { own } from "@shopauth/core";
import { apiError } from "./errors.ts";

/** One page of a list. */
export interface ListPage {
  readonly rows: readonly unknown[];
  /** Items in all, where the answer says so. */
  readonly total: number | undefined;
}

/**
 * Reads both shapes of a list: a bare array, or an object with `paging` and one array.
 * @throws ApiError where there is no list
 */
export function readPage(data: unknown): ListPage {
  if (Array.isArray(data)) return { rows: data, total: undefined };
  const lists = typeof data === "object" && data !== null ? Object.values(data).filter(Array.isArray) : [];
  if (lists.length !== 1) throw apiError(200, data);
  const total = own(own(data, "paging"), "total");
  return { rows: lists[0]!, total: typeof total === "number" ? total : undefined };
}

/**
 * The items of a list, by `limit` and `offset`. The server may lower the limit, so that a page counts by what it holds.
 * A list that grows meanwhile repeats items, which are given once; one that shrinks hides items, for which it goes back.
 * @param id name of the items' id
 */
export async function* items(
  read: (offset: number) => Promise<unknown>,
  { limit, offset: first, id }: { limit: number; offset: number; id: string },
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>();
  let known: number | undefined;
  // Two pages that bring nothing: the offset is not minded.
  for (let offset = first, idle = 0; idle < 2; ) {
    const { rows, total } = readPage(await read(offset));
    let fresh = 0;
    for (const row of rows) {
      const key = String(own(row, id) ?? JSON.stringify(row));
      if (seen.has(key)) continue;
      seen.add(key);
      fresh++;
      yield row;
    }
    idle = fresh === 0 ? idle + 1 : 0;
    const lost = offset > first && total !== undefined && known !== undefined ? Math.max(0, known - total) : 0;
    known = total;
    const next = lost > 0 ? Math.max(first, offset - lost) : offset + rows.length;
    if (lost === 0 && (rows.length === 0 || (total === undefined ? rows.length < limit : next >= total))) return;
    offset = next;
  }
}
