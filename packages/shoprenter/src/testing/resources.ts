import type { components } from "../schema.ts";
import type { Resource } from "./resource.ts";
import { attributes } from "./resources/attributes.ts";
import { catalog } from "./resources/catalog.ts";
import { content } from "./resources/content.ts";
import { coupons } from "./resources/coupons.ts";
import { customers } from "./resources/customers.ts";
import { localization } from "./resources/localization.ts";
import { orders } from "./resources/orders.ts";
import { products } from "./resources/products.ts";
import { shipping } from "./resources/shipping.ts";
import { store } from "./resources/store.ts";

const table = {
  ...attributes,
  ...catalog,
  ...content,
  ...coupons,
  ...customers,
  ...localization,
  ...orders,
  ...products,
  ...shipping,
  ...store,
};

/** The first segment of a resource's paths. */
export type ResourceName = keyof typeof table;

/** What a record of a resource looks like when it is read. */
export type ResourceRecord<Name extends ResourceName> = components["schemas"][(typeof table)[Name]["schema"]];

// Seen as one type: what differs between the rows is for their authors.
export const resources: Readonly<Record<string, Resource>> = table as unknown as Record<string, Resource>;

/** The description of a resource, with what it has from the resource whose records it shows. */
export function describe(name: string): Resource {
  const row = resources[name]!;
  if (row.of === undefined) return row;
  const base = resources[row.of]!;
  return { ...base, ...row, links: { ...base.links, ...row.links } };
}
