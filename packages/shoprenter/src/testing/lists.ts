import { Refused } from "./refusal.ts";
import { describe } from "./resources.ts";
import { checkFilter } from "./row.ts";
import type { Shop } from "./shop.ts";

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 200;

/** A page of a resource, with the envelope that its page of the documentation shows. */
export function page(
  shop: Shop,
  name: string,
  query: ReadonlyMap<string, string>,
  warn: (rule: string) => void,
): unknown {
  const { filters = {}, envelope = "text" } = describe(name);
  for (const [field, value] of query) {
    if (Object.hasOwn(filters, field)) checkFilter(field, filters[field]!, value);
  }
  const number = (field: string, fallback: number, least: number) => {
    const text = query.get(field);
    if (text === undefined) return fallback;
    if (!/^\d+$/.test(text) || Number(text) < least)
      throw new Refused(400, 40005, `The ${field} parameter must be a number`);
    return Number(text);
  };
  const asked = number("limit", DEFAULT_LIMIT, 1);
  const limit = asked > MAX_LIMIT ? DEFAULT_LIMIT : asked;
  if (asked > MAX_LIMIT)
    warn(`limit=${asked} is above ${MAX_LIMIT}: ${DEFAULT_LIMIT} items come, and pageCount is wrong`);
  const index = number("page", 0, 0);
  const rows = shop.filtered(name, query);
  const pages = Math.max(1, Math.ceil(rows.length / asked));
  if (index > 0 && index * limit >= rows.length) {
    throw new Refused(
      400,
      40008,
      "The page parameter is out of range",
      `page ${index} of /${name} is past the end: pages are counted from 0`,
    );
  }
  const items = rows.slice(index * limit, (index + 1) * limit).map((row) => {
    const record = shop.view(name, row);
    return query.get("full") === "1" ? record : { href: record.href };
  });
  if (envelope === "counted") return { items, limit: asked, page: index, total: rows.length };

  const link = (at: number) => {
    const search = new URLSearchParams([...query].filter(([field]) => field !== "page" && field !== "limit"));
    search.set("page", String(at));
    search.set("limit", String(asked));
    return { href: shop.link(`${name}?${search}`) };
  };
  const scalar = envelope === "numbers" || envelope === "timed" ? (value: number) => value : String;
  const more = (index + 1) * limit < rows.length;
  return {
    ...(envelope === "timed" && { requestTime: shop.time() }),
    href: link(index).href,
    page: scalar(index),
    ...(envelope !== "text" && { pageCount: scalar(pages) }),
    limit: scalar(asked),
    first: link(0),
    previous: index > 0 ? link(index - 1) : null,
    next: more ? link(index + 1) : null,
    last: link(pages - 1),
    items,
  };
}
