import type { EntityName } from "../entities.ts";

/** The rules of one entity. */
export interface EntityRules {
  /** Fields that an add needs. */
  readonly required: readonly string[];
  /** Fields of which no two records have the same value. */
  readonly unique?: readonly string[];
  /** Fields that must be a number or decimal text. */
  readonly numbers?: readonly string[];
  /** The field that `alias` is made from. */
  readonly aliasOf?: string;
}

export const RULES: Readonly<Record<EntityName, EntityRules>> = {
  "ms.products": {
    required: ["name", "price"],
    unique: ["uniquesku"],
    numbers: ["price", "compare_price"],
    aliasOf: "name",
  },
  "ms.orders": { required: [], unique: ["order_id"], numbers: ["total", "sub_total"] },
  "ms.users": { required: ["email"], unique: ["email"] },
  "ms.brands": { required: ["name"], aliasOf: "name" },
  "ms.categories": { required: ["name"], aliasOf: "name" },
  "ms.collections": { required: ["name", "type"], aliasOf: "name" },
  "ms.carts": { required: [], numbers: ["total", "sub_total"] },
  "ms.fulfillments": { required: [], unique: ["fid"] },
  "ms.coupon_codes": { required: [], unique: ["coupon_code"], numbers: ["amount"] },
  "ms.discounts_new": { required: ["name", "type", "amount", "rule_type"], numbers: ["amount"] },
  "ms.sellers": { required: ["title"] },
  "ms.tax_rules": { required: ["name", "country", "taxes"] },
  "ms.user_groups": { required: ["name"], unique: ["name"], aliasOf: "name" },
  "ms.shipping_rates": { required: [], numbers: ["price"] },
};

/** The rules of the entities that stores define themselves. */
export const OWN_RULES: EntityRules = { required: ["name"], unique: ["name"] };
