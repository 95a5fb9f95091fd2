import { loadSpec, type Spec } from "@shopauth/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiError, type EntityName, type StoreHippoClient } from "../src/index.ts";
import { RULES } from "../src/testing/describe.ts";
import { connect, createApp, STORE, useMock } from "./setup.ts";

const UNKNOWN = "68f0c2a4b1d9e37a5cffffff";
/** Marks requests that are wrong on purpose, so that only the answer matters. */
const WRONG = { headers: { "x-wrong-on-purpose": "1" } };

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}
type Path = { id: string };
interface Calls {
  list(api: StoreHippoClient): Promise<Answer>;
  add(api: StoreHippoClient): Promise<Answer>;
  get(api: StoreHippoClient, path: Path): Promise<Answer>;
  edit(api: StoreHippoClient, path: Path): Promise<Answer>;
  remove(api: StoreHippoClient, path: Path): Promise<Answer>;
  /** What the edit changes. */
  changed: object;
  /** What the spec requires of an add. */
  required: string[];
  /** A field that no two records share. */
  unique?: string;
}

const CALLS: Record<EntityName, Calls> = {
  "ms.products": {
    list: (api) => api.GET("/entity/ms.products"),
    add: (api) => api.POST("/entity/ms.products", { body: { name: "Glass lamp", price: "899.5", sku: "LAMP-9" } }),
    get: (api, path) => api.GET("/entity/ms.products/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.products/{id}", { params: { path }, body: { price: 849, publish: "0" } }),
    remove: (api, path) => api.DELETE("/entity/ms.products/{id}", { params: { path } }),
    changed: { publish: "0" },
    required: ["name", "price"],
  },
  "ms.orders": {
    list: (api) => api.GET("/entity/ms.orders"),
    add: (api) =>
      api.POST("/entity/ms.orders", {
        body: {
          order_id: "NWL3001",
          email: "ila@example.com",
          items: [{ product_id: "68f0c2a4b1d9e37a5c000003", quantity: 1 }],
        },
      }),
    get: (api, path) => api.GET("/entity/ms.orders/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.orders/{id}", { params: { path }, body: { status: "cancelled" } }),
    remove: (api, path) => api.DELETE("/entity/ms.orders/{id}", { params: { path } }),
    changed: { status: "cancelled" },
    required: [],
    unique: "order_id",
  },
  "ms.users": {
    list: (api) => api.GET("/entity/ms.users"),
    add: (api) =>
      api.POST("/entity/ms.users", {
        body: { email: "ren@example.com", first_name: "Ren", password: "not-a-real-one" },
      }),
    get: (api, path) => api.GET("/entity/ms.users/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.users/{id}", { params: { path }, body: { last_name: "Vale" } }),
    remove: (api, path) => api.DELETE("/entity/ms.users/{id}", { params: { path } }),
    changed: { last_name: "Vale" },
    required: ["email"],
    unique: "email",
  },
  "ms.brands": {
    list: (api) => api.GET("/entity/ms.brands"),
    add: (api) => api.POST("/entity/ms.brands", { body: { name: "Lantern & Co" } }),
    get: (api, path) => api.GET("/entity/ms.brands/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.brands/{id}", { params: { path }, body: { publish: "0" } }),
    remove: (api, path) => api.DELETE("/entity/ms.brands/{id}", { params: { path } }),
    changed: { publish: "0" },
    required: ["name"],
  },
  "ms.categories": {
    list: (api) => api.GET("/entity/ms.categories"),
    add: (api) => api.POST("/entity/ms.categories", { body: { name: "Candles", parent: "68f0c2a4b1d9e37a5c000001" } }),
    get: (api, path) => api.GET("/entity/ms.categories/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.categories/{id}", { params: { path }, body: { description: "Wax" } }),
    remove: (api, path) => api.DELETE("/entity/ms.categories/{id}", { params: { path } }),
    changed: { description: "Wax" },
    required: ["name"],
  },
  "ms.collections": {
    list: (api) => api.GET("/entity/ms.collections"),
    add: (api) => api.POST("/entity/ms.collections", { body: { name: "Gifts", type: "manual" } }),
    get: (api, path) => api.GET("/entity/ms.collections/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.collections/{id}", { params: { path }, body: { type: "dynamic" } }),
    remove: (api, path) => api.DELETE("/entity/ms.collections/{id}", { params: { path } }),
    changed: { type: "dynamic" },
    required: ["name", "type"],
  },
  "ms.carts": {
    list: (api) => api.GET("/entity/ms.carts"),
    add: (api) =>
      api.POST("/entity/ms.carts", { body: { user_id: "68f0c2a4b1d9e37a5c000002", email_id: "ila@example.com" } }),
    get: (api, path) => api.GET("/entity/ms.carts/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.carts/{id}", { params: { path }, body: { email_id: "ren@example.com" } }),
    remove: (api, path) => api.DELETE("/entity/ms.carts/{id}", { params: { path } }),
    changed: { email_id: "ren@example.com" },
    required: [],
  },
  "ms.fulfillments": {
    list: (api) => api.GET("/entity/ms.fulfillments"),
    add: (api) =>
      api.POST("/entity/ms.fulfillments", { body: { order_id: "NWL2041", fid: "NWL2041-F1", status: "Pending" } }),
    get: (api, path) => api.GET("/entity/ms.fulfillments/{id}", { params: { path } }),
    edit: (api, path) =>
      api.PUT("/entity/ms.fulfillments/{id}", {
        params: { path },
        body: { status: "Shipped", tracking_number: "TRK1" },
      }),
    remove: (api, path) => api.DELETE("/entity/ms.fulfillments/{id}", { params: { path } }),
    changed: { tracking_number: "TRK1" },
    required: [],
    unique: "fid",
  },
  "ms.coupon_codes": {
    list: (api) => api.GET("/entity/ms.coupon_codes"),
    add: (api) => api.POST("/entity/ms.coupon_codes", { body: { coupon_code: "LAMP5", type: "flat", amount: 5 } }),
    get: (api, path) => api.GET("/entity/ms.coupon_codes/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.coupon_codes/{id}", { params: { path }, body: { enabled: "0" } }),
    remove: (api, path) => api.DELETE("/entity/ms.coupon_codes/{id}", { params: { path } }),
    changed: { enabled: "0" },
    required: [],
    unique: "coupon_code",
  },
  "ms.discounts_new": {
    list: (api) => api.GET("/entity/ms.discounts_new"),
    add: (api) =>
      api.POST("/entity/ms.discounts_new", {
        body: { name: "Autumn", type: "percentage", amount: 5, rule_type: "product" },
      }),
    get: (api, path) => api.GET("/entity/ms.discounts_new/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.discounts_new/{id}", { params: { path }, body: { amount: "7.5" } }),
    remove: (api, path) => api.DELETE("/entity/ms.discounts_new/{id}", { params: { path } }),
    changed: { amount: "7.5" },
    required: ["name", "type", "amount", "rule_type"],
  },
  "ms.sellers": {
    list: (api) => api.GET("/entity/ms.sellers"),
    add: (api) => api.POST("/entity/ms.sellers", { body: { title: "Hill Pottery" } }),
    get: (api, path) => api.GET("/entity/ms.sellers/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.sellers/{id}", { params: { path }, body: { city: "Nashik" } }),
    remove: (api, path) => api.DELETE("/entity/ms.sellers/{id}", { params: { path } }),
    changed: { city: "Nashik" },
    required: ["title"],
  },
  "ms.tax_rules": {
    list: (api) => api.GET("/entity/ms.tax_rules"),
    add: (api) =>
      api.POST("/entity/ms.tax_rules", {
        body: { name: "Abroad", country: "NP", taxes: [{ name: "VAT", value: 13, states: "all" }] },
      }),
    get: (api, path) => api.GET("/entity/ms.tax_rules/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.tax_rules/{id}", { params: { path }, body: { country: "LK" } }),
    remove: (api, path) => api.DELETE("/entity/ms.tax_rules/{id}", { params: { path } }),
    changed: { country: "LK" },
    required: ["name", "country", "taxes"],
  },
  "ms.user_groups": {
    list: (api) => api.GET("/entity/ms.user_groups"),
    add: (api) => api.POST("/entity/ms.user_groups", { body: { name: "Press" } }),
    get: (api, path) => api.GET("/entity/ms.user_groups/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.user_groups/{id}", { params: { path }, body: { alias: "media" } }),
    remove: (api, path) => api.DELETE("/entity/ms.user_groups/{id}", { params: { path } }),
    changed: { alias: "media" },
    required: ["name"],
    unique: "name",
  },
  "ms.shipping_rates": {
    list: (api) => api.GET("/entity/ms.shipping_rates"),
    add: (api) => api.POST("/entity/ms.shipping_rates", { body: { name: "Express", price: 99 } }),
    get: (api, path) => api.GET("/entity/ms.shipping_rates/{id}", { params: { path } }),
    edit: (api, path) => api.PUT("/entity/ms.shipping_rates/{id}", { params: { path }, body: { price: "89" } }),
    remove: (api, path) => api.DELETE("/entity/ms.shipping_rates/{id}", { params: { path } }),
    changed: { price: "89" },
    required: [],
  },
};

const mock = useMock();
let spec: Spec;
let watch: ReturnType<Spec["watch"]>;
let api: StoreHippoClient;

beforeAll(async () => {
  spec = await loadSpec("storehippo");
  watch = spec.watch(mock.server, { ignore: (request) => request.headers.has("x-wrong-on-purpose") });
});
afterAll(() => watch.stop());

/** Runs a test with a client that the whole flow has connected. */
function connected(name: string, run: () => Promise<void>): void {
  test(name, async () => {
    const app = createApp();
    await connect(app, mock);
    api = app.client(STORE);
    await run();
    await watch.settled();
    expect(watch.problems).toEqual([]);
  });
}
const dataOf = ({ data, error }: Answer): unknown => {
  expect(error).toBeUndefined();
  return (data as { data?: unknown }).data;
};

describe.each(Object.entries(CALLS))("%s", (name, { list, add, get, edit, remove, changed, required, unique }) => {
  connected("is listed, added, read, edited and deleted", async () => {
    const before = dataOf(await list(api)) as { _id: string }[];
    expect(before.length).toBeGreaterThan(0);

    const id = (dataOf(await add(api)) as { _id: string })._id;
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(dataOf(await list(api))).toHaveLength(before.length + 1);
    const record = dataOf(await get(api, { id })) as Record<string, unknown>;
    expect(record).toMatchObject({ _id: id, created_on: expect.stringMatching(/Z$/) });
    expect(record).not.toMatchObject(changed);
    expect(record.password).toBeUndefined();

    expect(dataOf(await edit(api, { id }))).toEqual({});
    expect(dataOf(await get(api, { id }))).toMatchObject({ ...changed, created_on: record.created_on });

    expect(dataOf(await remove(api, { id }))).toEqual({});
    expect((await get(api, { id })).response.status).toBe(404);
    expect(dataOf(await list(api))).toHaveLength(before.length);
  });

  connected("answers 404 for an unknown record", async () => {
    for (const call of [get, edit, remove]) {
      const { error, response } = await call(api, { id: UNKNOWN });
      expect(response.status).toBe(404);
      expect(error).toMatchObject({ error: "Not found" });
    }
    expect(mock.refusals.map(({ rule }) => rule)).toEqual(Array(3).fill(`${name} has no record ${UNKNOWN}`));
  });

  test("requires of an add what the spec requires", async () => {
    const url = `https://${STORE}.storehippo.com/api/1.1/entity/${name}`;
    const operation = spec.operationOf("POST", url)!;
    const empty = new Request(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
    const problems = (await spec.checkRequest(operation, empty)).join("\n");
    for (const field of required) expect(problems).toContain(`'${field}'`);
    expect(problems === "").toBe(required.length === 0);
    expect(RULES[name as EntityName].required).toEqual(required);
  });

  if (required.length > 0) {
    connected(`answers 406 without ${required.join(", ")}`, async () => {
      const { error, response } = await api.POST("/entity/{entity}", {
        params: { path: { entity: name } },
        body: {},
        ...WRONG,
      });
      expect(response.status).toBe(406);
      expect(error).toEqual(required.map((field) => ({ [field]: "required", message: "Required field" })));
    });
  }
  if (unique !== undefined) {
    connected(`answers 409 for a second record with the same ${unique}`, async () => {
      expect((await add(api)).response.status).toBe(200);
      const { error, response } = await add(api);
      expect([response.status, error]).toEqual([409, "duplicate_record"]);
    });
  }
});

describe("records of any entity", () => {
  const entity = "pincode";
  connected("are listed, added, read, edited, duplicated and deleted", async () => {
    const path = { entity };
    const { data } = await api.GET("/entity/{entity}", { params: { path } });
    expect(data?.data.map(({ name }) => name)).toEqual(["411001", "411002"]);
    expect(data?.paging).toEqual({ limit: 50, start: 0, count: 2, total: 2 });

    const added = await api.POST("/entity/{entity}", { params: { path }, body: { name: "411003", days: 4 } });
    const id = added.data?.data?._id ?? "";
    const read = async (of: string) =>
      (await api.GET("/entity/{entity}/{id}", { params: { path: { entity, id: of } } })).data?.data;
    expect(await read(id)).toMatchObject({ name: "411003", days: 4 });
    await api.PUT("/entity/{entity}/{id}", { params: { path: { entity, id } }, body: { days: 5 } });
    expect(await read(id)).toMatchObject({ name: "411003", days: 5 });

    const copied = await api.PUT("/entity/{entity}/{id}/_duplicate", {
      params: { path: { entity, id } },
      body: { name: "411004" },
    });
    const copy = copied.data?.data?._id ?? "";
    expect(copy).not.toBe(id);
    expect(await read(copy)).toMatchObject({ name: "411004", days: 5 });
    const same = await api.PUT("/entity/{entity}/{id}/_duplicate", { params: { path: { entity, id } }, body: {} });
    expect(same.response.status).toBe(409);

    const removed = await api.DELETE("/entity/{entity}/{id}", { params: { path: { entity, id } } });
    expect(removed.data?.messages).toEqual([{ name: "ms.entity.pincode.delete", level: "success" }]);
    expect(await read(id)).toBeUndefined();
  });

  connected("of an entity that the store does not have are 404", async () => {
    const { response } = await api.GET("/entity/{entity}", { params: { path: { entity: "nothing" } } });
    expect(response.status).toBe(404);
    expect(mock.refusals.at(-1)?.rule).toBe("the store has no entity nothing");
  });
});

describe("elements of an array field", () => {
  connected("are listed, added, read, edited, duplicated and deleted", async () => {
    const { _id: id } = mock.state.stores[STORE]!.own.pincode![0]!;
    const path = { entity: "pincode", id, field: "slots" };
    const list = async () => (await api.GET("/entity/{entity}/{id}/{field}", { params: { path } })).data?.data;
    expect(await list()).toMatchObject([{ from: "10:00" }, { from: "14:00" }]);

    const added = await api.POST("/entity/{entity}/{id}/{field}", {
      params: { path },
      body: { from: "18:00", to: "20:00" },
    });
    const { _id: fieldId } = dataOf(added) as { _id: string };
    const one = { params: { path: { ...path, fieldId } } };
    const read = async () => (await api.GET("/entity/{entity}/{id}/{field}/{fieldId}", one)).data?.data;
    expect(await read()).toMatchObject({ from: "18:00", to: "20:00" });
    const edited = await api.PUT("/entity/{entity}/{id}/{field}/{fieldId}", { ...one, body: { to: "21:00" } });
    expect(edited.data?.data).toEqual({});
    expect(await read()).toEqual({ _id: fieldId, from: "18:00", to: "21:00" });
    const copied = await api.PUT("/entity/{entity}/{id}/{field}/{fieldId}/_duplicate", {
      ...one,
      body: { from: "19:00" },
    });
    expect(copied.data?.data).toMatchObject({ from: "19:00", to: "21:00" });
    expect(await list()).toHaveLength(4);
    await api.DELETE("/entity/{entity}/{id}/{field}/{fieldId}", one);
    expect(await list()).toHaveLength(3);
    expect((await api.GET("/entity/{entity}/{id}/{field}/{fieldId}", one)).response.status).toBe(404);
  });

  connected("are 406 for a field that is no list", async () => {
    const { _id: id } = mock.state.stores[STORE]!.own.pincode![0]!;
    const { error, response } = await api.GET("/entity/{entity}/{id}/{field}", {
      params: { path: { entity: "pincode", id, field: "days" } },
    });
    expect([response.status, error]).toEqual([406, "days is not a list."]);
  });
});

describe("commands", () => {
  connected("of an entity and of a record", async () => {
    const { data } = await api.PUT("/entity/{entity}/_/{command}", {
      params: { path: { entity: "ms.settings", command: "setPreferences" } },
      body: { store: "north" },
    });
    expect(data?.data).toBe("Updated successfully");
    expect(data?.messages).toEqual([{ name: "ms.entity.settings.setPreferences", level: "success" }]);
    expect(mock.state.stores[STORE]!.substore).toBe("north");

    const { _id: id } = mock.state.stores[STORE]!.records["ms.orders"][0]!;
    await api.PUT("/entity/{entity}/{id}/_/{command}", {
      params: { path: { entity: "ms.orders", id, command: "receivePayment" } },
    });
    const order = await api.GET("/entity/ms.orders/{id}", { params: { path: { id } } });
    expect(order.data?.data.financial_status).toBe("Paid");

    const unknown = await api.PUT("/entity/{entity}/_/{command}", {
      params: { path: { entity: "ms.orders", command: "explode" } },
    });
    expect(unknown.response.status).toBe(404);
  });

  connected("that public code shows", async () => {
    const { records } = mock.state.stores[STORE]!;
    const orders = api.entity("ms.orders");
    expect(await orders.command("getAddresses")).toMatchObject([{ city: "Pune" }, { city: "Pune" }]);
    await orders.command("ship", {}, { id: records["ms.orders"][0]!._id });
    expect((await api.entity("ms.fulfillments").list({ q: { order_id: "NWL2041" } })).data).toMatchObject([
      { fid: "NWL2041-F1", status: "Shipped" },
    ]);
    const carts = api.entity("ms.carts");
    const cart = (await carts.command("getUserCart", { user_id: records["ms.users"][0]!._id })) as { _id: string };
    await carts.command("addItem", { product_id: records["ms.products"][0]!._id, quantity: 2 }, { id: cart._id });
    expect((await carts.get(cart._id)).items).toHaveLength(2);
    expect(await api.entity("ms.users").command("isUserRegistered", { phone: "+910200000000" })).toBe(true);
    expect(await api.entity("ms.fulfillment").command("getMethods")).toMatchObject([
      { settings: { services: ["Standard"] } },
    ]);
  });
});

describe("entity()", () => {
  connected("lists, adds, reads, edits, duplicates, deletes", async () => {
    const products = api.entity("ms.products");
    const { _id: id } = await products.add({ name: "Glass lamp", price: 899.5 });
    expect(await products.get(id!)).toMatchObject({ name: "Glass lamp", alias: "glass-lamp" });
    expect(await products.edit(id!, { price: "849" })).toBeUndefined();
    expect((await products.get(id!)).price).toBe("849");
    const { _id: copy } = await products.duplicate(id!, { name: "Glass lamp II" });
    expect((await products.get(copy!)).alias).toBe("glass-lamp-ii");
    expect(await products.delete(id!)).toBeUndefined();
    expect((await products.list({ limit: 2 })).data).toHaveLength(2);
    await expect(products.get(id!)).rejects.toMatchObject({
      name: "ApiError",
      status: 404,
      message: "storehippo answered 404: Not found",
    });
    await expect(products.edit(id!, { price: 1 })).rejects.toBeInstanceOf(ApiError);
    await expect(products.delete(id!)).rejects.toBeInstanceOf(ApiError);
    await expect(products.command("explode")).rejects.toMatchObject({ status: 404 });
  });

  connected("reaches the store's own entities", async () => {
    const warehouses = api.entity<{ name: string; capacity: number }>("warehouses");
    const { _id } = await warehouses.add({ name: "Nashik", capacity: 80 });
    expect((await warehouses.get(_id!)).capacity).toBe(80);
    const names: string[] = [];
    for await (const { name } of warehouses.paginate({ limit: 1 })) names.push(name);
    expect(names).toEqual(["Pune East", "Nashik"]);
  });

  connected("refuses what would be another path, before any request", async () => {
    for (const name of ["", "a/b", "a?b", "a b", "é"]) expect(() => api.entity(name)).toThrow(TypeError);
    for (const id of ["", ".", ".."]) {
      await expect(api.entity("ms.products").delete(id)).rejects.toThrow(TypeError);
      await expect(api.DELETE("/entity/ms.products/{id}", { params: { path: { id } } })).rejects.toThrow(TypeError);
    }
    await expect(api.entity("..").list()).rejects.toThrow(TypeError);
    expect(mock.state.stores[STORE]!.records["ms.products"]).toHaveLength(3);
  });

  connected("takes ids as text, whatever they hold", async () => {
    await expect(api.entity("ms.products").get("a/../b?c=d#e")).rejects.toMatchObject({ status: 404 });
    expect(mock.refusals.at(-1)?.rule).toBe("ms.products has no record a/../b?c=d#e");
  });
});

describe("list queries", () => {
  connected("are sent as JSON text and answered", async () => {
    const products = api.entity("ms.products");
    const names = async (query: Parameters<typeof products.list>[0]) =>
      (await products.list(query)).data.map(({ name }) => name);
    expect(await names({ filters: [{ field: "sku", operator: "in", value: ["LAMP-7", "WAX-1"] }] })).toEqual([
      "Paper lantern",
      "Clay candle",
    ]);
    expect(
      await names({
        filters: [
          { field: "price", operator: "greater_than", value: 1000 },
          { field: "publish", operator: "equal", value: "1" },
        ],
      }),
    ).toEqual(["Paper lantern", "Brass lamp"]);
    expect(await names({ q: { alias: "clay-candle" } })).toEqual(["Clay candle"]);
    expect(await names({ query: { sku: { $in: ["LAMP-8"] } } })).toEqual(["Brass lamp"]);
    expect(await names({ sort: "-price", limit: 1 })).toEqual(["Brass lamp"]);
    expect(await names({ start: 2, limit: 5 })).toEqual(["Clay candle"]);
    expect(Object.keys((await products.list({ fields: { name: 1 }, limit: 1 })).data[0]!).sort()).toEqual([
      "_id",
      "name",
    ]);
    expect(await names({ substore: UNKNOWN, total: 1 })).toHaveLength(3);
  });

  connected("with more than 500 are 406", async () => {
    await expect(api.entity("ms.products").list({ limit: 501 })).rejects.toMatchObject({
      status: 406,
      message: "storehippo answered 406: limit is 501, more than 500",
    });
  });
});

connected("the flow's own operations keep to the spec", async () => {
  const page = await fetch(
    `https://${STORE}.storehippo.com/admin/oauth/authorization?client_id=mock-storehippo-client&scope=read_orders,write_orders&redirect_uri=${encodeURIComponent("https://app.example.com/storehippo/callback")}&state=n0nce`,
    { redirect: "manual" },
  );
  expect(page.status).toBe(302);
  expect(page.headers.get("location")).toMatch(
    /^https:\/\/app\.example\.com\/storehippo\/callback\?code=\w+&state=n0nce$/,
  );
});

test("every operation of the spec was called through the client, and none broke it", async () => {
  await watch.settled();
  expect(watch.problems).toEqual([]);
  const all = spec.operations.map(({ operationId }) => operationId);
  expect(all).toHaveLength(86);
  expect(all.filter((operationId) => !watch.called.has(operationId))).toEqual([]);
});
