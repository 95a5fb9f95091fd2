import { describe, expectTypeOf, it } from "vitest";
import type { components, ShopMy, ShopMyBrandClient, ShopMyClient, ShopMyOptions } from "../src/index.ts";
import type { ShopMyMock } from "../src/testing.ts";

type Schemas = components["schemas"];
declare const api: ShopMyClient;
declare const brand: ShopMyBrandClient;
declare const shopmy: ShopMy;
declare const mock: ShopMyMock;

describe("the Developer API's client", () => {
  it("knows paths, bodies and answers", async () => {
    const { data, error } = await api.POST("/Links", { body: { url: "https://shop.example.com/p", title: "Bowl" } });
    expectTypeOf(data).toEqualTypeOf<Schemas["Link"] | undefined>();
    if (error) expectTypeOf(error).toEqualTypeOf<Schemas["Error"]>();
    const collection = await api.PUT("/Collections/{id}", { params: { path: { id: 7 } }, body: { name: "Winter" } });
    expectTypeOf(collection.data).toEqualTypeOf<Schemas["Collection"] | undefined>();
  });

  it("refuses what the API has not", () => {
    // @ts-expect-error a link needs its url
    api.POST("/Links", { body: { title: "Bowl" } });
    // @ts-expect-error a section is a number
    api.POST("/Collections", { body: { name: "Winter", section_id: "1" } });
    // @ts-expect-error nothing deletes
    api.DELETE("/Links");
    // @ts-expect-error the flow is not the client's
    api.POST("/oauth-exchange-token", { body: { authorizationCode: "x" } });
    // @ts-expect-error the brand's key is another surface
    api.POST("/OrderReport", { body: { domain: "shop.example.com" } });
    // @ts-expect-error an id is a number
    api.PUT("/Collections/{id}", { params: { path: { id: "7" } }, body: {} });
  });

  it("pages through lists by the type of their items", () => {
    expectTypeOf(api.paginate("/Links")).toEqualTypeOf<AsyncGenerator<Schemas["Link"], void, undefined>>();
    expectTypeOf(api.paginate("/Collections")).toEqualTypeOf<AsyncGenerator<Schemas["Collection"], void, undefined>>();
    expectTypeOf(api.paginate("/Catalog/search", { params: { query: { search: "bowl", limit: 10 } } })).toEqualTypeOf<
      AsyncGenerator<Schemas["CatalogProduct"], void, undefined>
    >();
    // @ts-expect-error no list
    api.paginate("/Profile");
    // @ts-expect-error a search is text
    api.paginate("/Catalog/search", { params: { query: { search: 1 } } });
    // @ts-expect-error links take no query
    api.paginate("/Links", { params: { query: { limit: 1 } } });
  });
});

describe("the brand's client", () => {
  it("knows the report's columns", async () => {
    const { data } = await brand.POST("/OrderReport", { body: { domain: "shop.example.com" } });
    expectTypeOf(data?.[0]?.["Click-Order Delta (Hours)"]).toEqualTypeOf<number | string | null | undefined>();
    expectTypeOf(brand.paginate("/OrderReport", { body: { domain: "shop.example.com" } })).toEqualTypeOf<
      AsyncGenerator<Schemas["OrderReportRow"], void, undefined>
    >();
    // @ts-expect-error a report is of a domain
    brand.paginate("/OrderReport", { body: {} });
    // @ts-expect-error the report is no GET
    brand.GET("/OrderReport");
    // @ts-expect-error creators' routes need a creator's token
    brand.GET("/Links");
  });
});

describe("createShopMy", () => {
  it("takes its own options and targets", () => {
    expectTypeOf<ShopMyOptions["scopes"]>().toEqualTypeOf<
      readonly ("read_links" | "write_links" | "read_collections" | "write_collections" | "read_profile")[] | undefined
    >();
    expectTypeOf(shopmy.client("creator-1")).toEqualTypeOf<ShopMyClient>();
    shopmy.begin(new Request("https://app.example.com"), { account: "creator-1", owner: "user-7" });
    // @ts-expect-error whose account?
    shopmy.begin(new Request("https://app.example.com"), { owner: "user-7" });
    // @ts-expect-error a creator has no shop name
    shopmy.begin(new Request("https://app.example.com"), { account: "creator-1", owner: "user-7", shop: "acme" });
    // @ts-expect-error a connection shows no credential
    shopmy.connection("creator-1").then((connection) => connection?.credential);
  });

  it("has an emulation with typed state", () => {
    expectTypeOf(mock.state.users[0]!.links).toEqualTypeOf<Schemas["Link"][]>();
    // @ts-expect-error no such answer
    mock.authorize("https://shopmy.us/oauth", { answer: "maybe" });
  });
});
