import { apiError } from "./errors.ts";

/**
 * The rows of a list: bare, or under the one key of an envelope that holds an array. Which of the two ShopMy sends is
 * not published.
 * @throws ApiError where there is no list
 */
export function rowsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  const lists = typeof data === "object" && data !== null ? Object.values(data).filter(Array.isArray) : [];
  if (lists.length === 1) return lists[0]!;
  throw apiError(200, data);
}

/**
 * The items of numbered pages, from `first` on. A page shorter than `size` is the last. A row that moves on to the next
 * page because others came before it is given once.
 */
export async function* pages<Item>(
  read: (page: number) => Promise<readonly Item[]>,
  size: number,
  first = 0,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>();
  // Two pages that bring nothing: the number of the page is not minded.
  for (let page = first, idle = 0; idle < 2; page++) {
    const items = await read(page);
    // Rows have no dependable id, and equal rows of one page are two rows.
    const fresh = items.map((item) => [JSON.stringify(item), item] as const).filter(([key]) => !seen.has(key));
    for (const [key] of fresh) seen.add(key);
    for (const [, item] of fresh) yield item;
    if (items.length < size) return;
    idle = fresh.length === 0 ? idle + 1 : 0;
  }
}
