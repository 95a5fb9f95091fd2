import type { ShoporamaRecords } from "./state.ts";

/** What a write answers: nothing that is published, the id alone, the whole record. */
type Saved = "nothing" | "id" | "whole";

/** One resource of the REST API, described. */
export interface Resource {
  readonly name: keyof ShoporamaRecords;
  /** Name of the array beside `paging`; absent: a bare array. */
  readonly list?: string;
  /** Whether the shape of the list is published nowhere. */
  readonly unsure?: boolean;
  /** Whether one record can be read by its id. */
  readonly one?: boolean;
  readonly writes?: Readonly<Partial<Record<"post" | "put" | "patch" | "delete", Saved>>>;
}

/** Base `https://www.shoporama.dk/REST`. */
export const resources: readonly Resource[] = [
  {
    name: "product",
    list: "products",
    one: true,
    writes: { post: "id", put: "whole", patch: "nothing", delete: "nothing" },
  },
  { name: "category", one: true },
  { name: "brand", list: "brands", unsure: true },
  { name: "manufacturer", list: "manufacturers", unsure: true },
  { name: "supplier" },
  { name: "stock", list: "stock", unsure: true },
  { name: "profile", list: "profiles", unsure: true },
  { name: "profile-attribute", list: "profile_attributes", unsure: true },
  { name: "order", list: "orders", one: true, writes: { post: "whole", put: "whole", patch: "nothing" } },
  { name: "order-return", list: "order_returns", unsure: true },
  { name: "customer", list: "customers", one: true, writes: { post: "whole", put: "whole" } },
  { name: "voucher", list: "vouchers", one: true },
  { name: "blog-post", list: "blog_posts", unsure: true },
  { name: "page", one: true },
  { name: "landing-page", list: "landing_pages", one: true },
  { name: "menu", list: "menus", one: true },
  { name: "shipping", one: true },
  { name: "payment-gateway", list: "payment_gateways", unsure: true },
  { name: "country", list: "countries", unsure: true },
  { name: "redirect", list: "redirects", unsure: true },
  { name: "webhook", list: "webhooks", unsure: true },
];

/** Name of the field that holds the id of a resource's records. */
export const idOf = (name: string): string => `${name.replaceAll("-", "_")}_id`;
