import { empty, json, type Reply } from "./reply.ts";
import type { ShoporamaShop } from "./state.ts";

/** A request of a visitor. */
export interface StorefrontCall {
  readonly shop: ShoporamaShop;
  readonly query: URLSearchParams;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The visitor's session; every visitor has one. */
  readonly session: string;
}

export interface StorefrontRoute {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  answer(call: StorefrontCall): Reply;
}

const refuse = (status: number, message: string): Reply => json({ success: false, message }, status, message);
const product = ({ shop }: StorefrontCall, id: unknown) =>
  shop.records.product.find((each) => String(each.product_id) === String(id));
const basketOf = ({ shop, session }: StorefrontCall): Map<string, number> => {
  const basket = shop.baskets.get(session) ?? new Map<string, number>();
  shop.baskets.set(session, basket);
  return basket;
};
const isAmount = (value: unknown, least: number): value is number =>
  Number.isInteger(value) && (value as number) >= least;

/** `https://{shop's domain}`; no key. https://www.shoporama.dk/en/headless */
export const storefrontRoutes: readonly StorefrontRoute[] = [
  {
    method: "get",
    path: "/api/products",
    answer({ shop, query }) {
      const category = query.get("category_id");
      const found = shop.records.product.filter(
        ({ categories = [] }) => category === null || categories.map(String).includes(category),
      );
      const [limit, offset] = [Number(query.get("limit") ?? 20), Number(query.get("offset") ?? 0)];
      const products = found
        .slice(offset, offset + limit)
        .map(({ product_id: id, name, price, rewrite_url: slug }) => ({
          id,
          name,
          price,
          url: `/${slug}`,
          images: [],
        }));
      return json({ success: true, data: { products, pagination: { total: found.length, limit, offset } } });
    },
  },
  {
    method: "get",
    path: "/api/products/:id",
    answer(call) {
      const found = product(call, call.id);
      if (!found) return refuse(404, "no such product");
      const { product_id: id, name, description, price } = found;
      const images = (found.images ?? []).map(({ image_id, url }) => ({
        id: image_id!,
        formats: { original: url, thumbnail: url },
      }));
      return json({ success: true, data: { id, name, description, price, in_stock: true, images } });
    },
  },
  {
    method: "get",
    path: "/api/basket",
    answer(call) {
      const items = [...basketOf(call)].flatMap(([id, amount]) => {
        const found = product(call, id);
        if (!found) return [];
        const price = Number(found.sale_price ?? found.price);
        return [{ product_id: found.product_id, name: found.name, price, amount, total: price * amount }];
      });
      const subtotal = items.reduce((sum, { total }) => sum + total, 0);
      const shipping = items.length > 0 ? 39 : 0;
      return json({ success: true, data: { items, subtotal, shipping, total: subtotal + shipping } });
    },
  },
  {
    method: "post",
    path: "/api/basket",
    answer(call) {
      const { product_id: id, amount } = call.body;
      if (!product(call, id)) return refuse(404, "no such product");
      if (!isAmount(amount, 1)) return refuse(400, "amount is a whole number from 1");
      const basket = basketOf(call);
      basket.set(String(id), (basket.get(String(id)) ?? 0) + amount);
      return empty();
    },
  },
  {
    method: "put",
    path: "/api/basket/:id",
    answer(call) {
      const { amount } = call.body;
      const basket = basketOf(call);
      if (!basket.has(call.id)) return refuse(404, "the basket has no such product");
      if (!isAmount(amount, 0)) return refuse(400, "amount is a whole number from 0");
      if (amount === 0) basket.delete(call.id);
      else basket.set(call.id, amount);
      return empty();
    },
  },
  {
    method: "delete",
    path: "/api/basket/:id",
    answer: (call) => (basketOf(call).delete(call.id) ? empty() : refuse(404, "the basket has no such product")),
  },
  {
    method: "get",
    path: "/api/order",
    answer({ shop, query }) {
      const found = shop.receipts.find(
        ({ order, chk }) => String(order.order_id) === query.get("order_id") && chk === query.get("chk"),
      );
      return found
        ? json({ success: true, data: { order: found.order } })
        : refuse(404, "no such order, or chk does not fit");
    },
  },
];
