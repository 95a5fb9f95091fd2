import type { ListQuery, Page } from "./api.ts";
import { apiError } from "./errors.ts";
import { paginate, type Result } from "./paginate.ts";
import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** The types of one entity: as read, as added, as edited. */
export interface EntityTypes<Record, Add, Edit> {
  readonly record: Record;
  readonly add: Add;
  readonly edit: Edit;
}

/** The entities whose records are described. https://help.storehippo.com/api */
export interface Entities {
  "ms.products": EntityTypes<Schemas["Product"], Schemas["ProductAdd"], Schemas["ProductWrite"]>;
  "ms.orders": EntityTypes<Schemas["Order"], Schemas["OrderWrite"], Schemas["OrderWrite"]>;
  "ms.users": EntityTypes<Schemas["User"], Schemas["UserAdd"], Schemas["UserWrite"]>;
  "ms.brands": EntityTypes<Schemas["Brand"], Schemas["BrandAdd"], Schemas["BrandWrite"]>;
  "ms.categories": EntityTypes<Schemas["Category"], Schemas["CategoryAdd"], Schemas["CategoryWrite"]>;
  "ms.collections": EntityTypes<Schemas["Collection"], Schemas["CollectionAdd"], Schemas["CollectionWrite"]>;
  "ms.carts": EntityTypes<Schemas["Cart"], Schemas["CartWrite"], Schemas["CartWrite"]>;
  "ms.fulfillments": EntityTypes<Schemas["Fulfillment"], Schemas["FulfillmentWrite"], Schemas["FulfillmentWrite"]>;
  "ms.coupon_codes": EntityTypes<Schemas["CouponCode"], Schemas["CouponCodeWrite"], Schemas["CouponCodeWrite"]>;
  "ms.discounts_new": EntityTypes<Schemas["Discount"], Schemas["DiscountAdd"], Schemas["DiscountWrite"]>;
  "ms.sellers": EntityTypes<Schemas["Seller"], Schemas["SellerAdd"], Schemas["SellerWrite"]>;
  "ms.tax_rules": EntityTypes<Schemas["TaxRule"], Schemas["TaxRuleAdd"], Schemas["TaxRuleWrite"]>;
  "ms.user_groups": EntityTypes<Schemas["UserGroup"], Schemas["UserGroupAdd"], Schemas["UserGroupWrite"]>;
  "ms.shipping_rates": EntityTypes<Schemas["ShippingRate"], Schemas["ShippingRateWrite"], Schemas["ShippingRateWrite"]>;
}
/** One of the entities that the spec describes. */
export type EntityName = keyof Entities;

type SystemFields = Schemas["SystemFields"];
/** The types of an entity that a store defined itself, from the fields it gave it. */
export type OwnEntity<Fields extends object> = EntityTypes<
  Omit<Fields, keyof SystemFields> & SystemFields,
  Omit<Fields, keyof SystemFields>,
  Partial<Omit<Fields, keyof SystemFields>>
>;
/** The types of an entity of which nothing is said. */
export type AnyEntity = EntityTypes<Schemas["EntityRecord"], Schemas["EntityWrite"], Schemas["EntityWrite"]>;

/** What a command answers. */
export type CommandResult = Schemas["CommandAnswer"]["data"];

/** What every call takes besides its own. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** The records of one entity. Each call throws `ApiError` where the API answers a failure. */
export interface EntityApi<Types extends EntityTypes<unknown, unknown, unknown>> {
  /** One page of the entity's records. */
  list(query?: ListQuery, options?: CallOptions): Promise<Page<Types["record"]>>;
  /** One record. Throws an ApiError where there is none. */
  get(id: string, options?: CallOptions): Promise<Types["record"]>;
  /** The answer may be no more than `_id`, or lack even that: look the record up by a field of your own then. */
  add(record: Types["add"], options?: CallOptions): Promise<Partial<Types["record"]>>;
  /** Changes only what it names. The platform does not echo the record. */
  edit(id: string, changes: Types["edit"], options?: CallOptions): Promise<void>;
  /** Removes a record. */
  delete(id: string, options?: CallOptions): Promise<void>;
  /** Copies a record; `changes` is what differs. */
  duplicate(id: string, changes?: Types["edit"], options?: CallOptions): Promise<Partial<Types["record"]>>;
  /** Runs a command of the entity or, with `id`, of one record. */
  command(
    name: string,
    args?: Schemas["CommandArguments"],
    options?: CallOptions & { id?: string },
  ): Promise<CommandResult>;
  /** Every record that matches, page by page. See the client's `paginate`. */
  paginate(query?: ListQuery, options?: CallOptions): AsyncGenerator<Types["record"], void, undefined>;
}

/** Sends one call to a path of the API. */
export type SendCall = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, init: object) => Promise<Result>;

/** @throws TypeError for what cannot be the name of an entity */
export function createEntity(send: SendCall, name: string): EntityApi<EntityTypes<unknown, unknown, unknown>> {
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) throw new TypeError("An entity's name has letters, digits, _, . and - only");
  const call = async (
    method: Parameters<SendCall>[0],
    path: string,
    params: object,
    options: CallOptions = {},
    body?: unknown,
  ) => {
    const { signal } = options;
    const init = { params, ...(body !== undefined && { body }), ...(signal && { signal }) };
    const { data, error, response } = await send(method, path, init);
    if (data === undefined) throw apiError(response.status, error);
    return (data as { data?: unknown }).data;
  };
  const added = (data: unknown): object =>
    typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
  const entity = name;
  const get = (query: ListQuery = {}, { signal }: CallOptions = {}) =>
    send("GET", "/entity/{entity}", { params: { path: { entity }, query }, ...(signal && { signal }) });

  return {
    async list(query, options) {
      const { data, error, response } = await get(query, options);
      if (data === undefined) throw apiError(response.status, error);
      return data as Page<unknown>;
    },
    async get(id, options) {
      const record = await call("GET", "/entity/{entity}/{id}", { path: { entity, id } }, options);
      if (typeof record !== "object" || record === null)
        throw apiError(200, { data: record }, { message: "not a record" });
      return record;
    },
    async add(record, options) {
      return added(await call("POST", "/entity/{entity}", { path: { entity } }, options, record));
    },
    async edit(id, changes, options) {
      await call("PUT", "/entity/{entity}/{id}", { path: { entity, id } }, options, changes);
    },
    async delete(id, options) {
      await call("DELETE", "/entity/{entity}/{id}", { path: { entity, id } }, options);
    },
    async duplicate(id, changes = {}, options) {
      return added(await call("PUT", "/entity/{entity}/{id}/_duplicate", { path: { entity, id } }, options, changes));
    },
    async command(command, args, { id, ...options } = {}) {
      const path = id === undefined ? { entity, command } : { entity, id, command };
      const route = id === undefined ? "/entity/{entity}/_/{command}" : "/entity/{entity}/{id}/_/{command}";
      return (await call("PUT", route, { path }, options, args ?? {})) as CommandResult;
    },
    paginate: (query, options) => paginate((each) => get(each, options), query),
  };
}
