import { expectTypeOf, test } from "vitest";
import {
  type components,
  createStoreHippo,
  type ListItem,
  type Page,
  type StoreHippo,
  type StoreHippoClient,
} from "../src/index.ts";

type Schemas = components["schemas"];
declare const api: StoreHippoClient;
declare const storehippo: StoreHippo;
const options = {
  clientId: "a",
  clientSecret: "b",
  redirectUri: "https://app.example.com/callback",
  secrets: ["x"],
} as const;

test("scopes are the fourteen", () => {
  createStoreHippo({ ...options, scopes: ["read_orders", "write_script_tags"] });
  // @ts-expect-error not a scope
  createStoreHippo({ ...options, scopes: ["read_everything"] });
  // @ts-expect-error scopes are required
  createStoreHippo({ ...options });
  // @ts-expect-error not a version
  createStoreHippo({ ...options, scopes: ["read_orders"], apiVersion: "2" });
});

test("a flow begins with the store's name", () => {
  const request = new Request("https://app.example.com/");
  storehippo.begin(request, { store: "acme", owner: "7" });
  // @ts-expect-error no store
  storehippo.begin(request, { owner: "7" });
  // @ts-expect-error no owner
  storehippo.begin(request, { store: "acme" });
  expectTypeOf(storehippo.client).returns.toEqualTypeOf<StoreHippoClient>();
});

test("lists answer pages of their records", async () => {
  const { data } = await api.GET("/entity/ms.products", {
    params: { query: { limit: 2, filters: [{ field: "sku", value: "x" }], q: { alias: "x" } } },
  });
  expectTypeOf(data!).toExtend<Page<Schemas["Product"]>>();
  expectTypeOf(data!.data[0]!.price).toEqualTypeOf<string | number | undefined>();
  expectTypeOf(data!.paging?.total).toEqualTypeOf<number | undefined>();
  // @ts-expect-error only the unversioned API has records, and the client does not show them
  data?.records;
  expectTypeOf<ListItem<"/entity/ms.orders">>().toEqualTypeOf<Schemas["Order"]>();
  // @ts-expect-error a limit is a number
  api.GET("/entity/ms.products", { params: { query: { limit: "2" } } });
  // @ts-expect-error filters are a list, which the client makes JSON text of
  api.GET("/entity/ms.products", { params: { query: { filters: "[]" } } });
});

test("bodies are bare", () => {
  api.POST("/entity/ms.products", { body: { name: "Lamp", price: "12" } });
  api.PUT("/entity/ms.products/{id}", { params: { path: { id: "1" } }, body: { price: 12 } });
  // @ts-expect-error the client wraps
  api.POST("/entity/ms.products", { body: { data: { name: "Lamp", price: 12 } } });
  // @ts-expect-error the client wraps
  api.PUT("/entity/ms.products/{id}", { params: { path: { id: "1" } }, body: { data: { price: 12 } } });
  // @ts-expect-error price is missing
  api.POST("/entity/ms.products", { body: { name: "Lamp" } });
  // @ts-expect-error no such flag
  api.POST("/entity/ms.products", { body: { name: "Lamp", price: 1, publish: "yes" } });
  // @ts-expect-error no body
  api.POST("/entity/ms.products", {});
  // @ts-expect-error no id
  api.PUT("/entity/ms.products/{id}", { body: { price: 12 } });
  // a command needs no body
  api.PUT("/entity/{entity}/_/{command}", { params: { path: { entity: "ms.orders", command: "getAddresses" } } });
  const command = { path: { entity: "ms.orders", command: "ship" } };
  // @ts-expect-error the client wraps
  api.PUT("/entity/{entity}/_/{command}", { params: command, body: { data: {} } });
});

test("paths and methods are those of the API", () => {
  // @ts-expect-error no such path
  api.GET("/entity/ms.nothing");
  // @ts-expect-error the flow is not the client's
  api.POST("/admin/oauth/token", {});
  // @ts-expect-error the flow is not the client's
  api.GET("/admin/oauth/authorization", {});
  // @ts-expect-error a list is not deleted
  api.DELETE("/entity/ms.products");
});

test("an edit does not give the record back", async () => {
  const { data } = await api.PUT("/entity/ms.products/{id}", { params: { path: { id: "1" } }, body: { price: 12 } });
  expectTypeOf(data!.data).toEqualTypeOf<{ [key: string]: unknown } | string | undefined>();
  expectTypeOf(api.entity("ms.products").edit).returns.resolves.toBeVoid();
});

test("paginate yields the records of the path", () => {
  expectTypeOf(api.paginate("/entity/ms.orders")).toEqualTypeOf<AsyncGenerator<Schemas["Order"], void, undefined>>();
  api.paginate("/entity/ms.orders", { params: { query: { limit: 500 } } });
  expectTypeOf(api.paginate("/entity/{entity}", { params: { path: { entity: "pincode" } } })).toEqualTypeOf<
    AsyncGenerator<Schemas["EntityRecord"], void, undefined>
  >();
  // @ts-expect-error the entity is missing
  api.paginate("/entity/{entity}");
  // @ts-expect-error not a list
  api.paginate("/entity/ms.orders/{id}");
  // @ts-expect-error no such parameter
  api.paginate("/entity/ms.orders", { params: { query: { page: 2 } } });
});

test("known entities are typed", async () => {
  const products = api.entity("ms.products");
  expectTypeOf(products.get).returns.resolves.toEqualTypeOf<Schemas["Product"]>();
  expectTypeOf((await products.list()).data).toEqualTypeOf<Schemas["Product"][]>();
  expectTypeOf((await products.add({ name: "Lamp", price: 1 }))._id).toEqualTypeOf<string | undefined>();
  // @ts-expect-error price is missing
  products.add({ name: "Lamp" });
  // @ts-expect-error not a field's type
  products.edit("1", { categories: "lighting" });
  // @ts-expect-error type is one of two
  api.entity("ms.collections").add({ name: "Gifts", type: "automatic" });
});

test("a store's own entities are typed by an argument", async () => {
  interface Warehouse {
    name: string;
    capacity: number;
    code?: string;
  }
  const warehouses = api.entity<Warehouse>("warehouses");
  const warehouse = await warehouses.get("1");
  expectTypeOf(warehouse.capacity).toEqualTypeOf<number>();
  expectTypeOf(warehouse._id).toEqualTypeOf<string>();
  warehouses.add({ name: "East", capacity: 4 });
  warehouses.edit("1", { capacity: 5 });
  // @ts-expect-error capacity is missing
  warehouses.add({ name: "East" });
  // @ts-expect-error no such field
  warehouses.edit("1", { size: 5 });
  const pincode = await api.entity("pincode").get("1");
  expectTypeOf(pincode.name).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(pincode.days).toEqualTypeOf<unknown>();
});
