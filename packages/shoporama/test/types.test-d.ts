import type { Client } from "openapi-fetch";
import { describe, expectTypeOf, it } from "vitest";
import type { components, Shoporama, ShoporamaClient, ShoporamaItem, ShoporamaStorefrontPaths } from "../src/index.ts";
import type { ShoporamaMock } from "../src/testing.ts";

type Schemas = components["schemas"];
declare const api: ShoporamaClient;
declare const shoporama: Shoporama;
declare const storefront: Client<ShoporamaStorefrontPaths>;
declare const mock: ShoporamaMock;

describe("the REST client", () => {
  it("knows paths, bodies and answers", async () => {
    const { data } = await api.GET("/product/{id}", { params: { path: { id: 7 } } });
    expectTypeOf(data).toEqualTypeOf<Schemas["Product"] | undefined>();
    const list = await api.GET("/product", { params: { query: { limit: 10, last_modified: "2026-01-01T00:00:00" } } });
    expectTypeOf(list.data?.products).toEqualTypeOf<Schemas["Product"][] | undefined>();
    const suppliers = await api.GET("/supplier");
    expectTypeOf(suppliers.data).toEqualTypeOf<Schemas["Supplier"][] | undefined>();
    await api.PUT("/product/{id}", {
      params: { path: { id: "7" } },
      body: { price: "", images: [{ image_id: 1, remove: 1 }] },
    });
  });

  it("refuses what the API has not", () => {
    // @ts-expect-error categories are read only
    api.POST("/category", { body: { name: "Lamper" } });
    // @ts-expect-error orders are not deleted
    api.DELETE("/order/{id}", { params: { path: { id: 7 } } });
    // @ts-expect-error the browser's page is not the client's
    api.GET("/admin/oauth/login");
    // @ts-expect-error the storefront is another surface
    api.GET("/api/basket");
    // @ts-expect-error a flag is 0 or 1
    api.POST("/product", { body: { name: "Lampe", is_online: 2 } });
    // @ts-expect-error an image is added by data, or named by image_id
    api.POST("/product", { body: { name: "Lampe", images: [{ description: "Forfra" }] } });
    // @ts-expect-error which product?
    api.GET("/product/{id}");
  });

  it("pages through lists of both shapes by the type of their items", () => {
    expectTypeOf(api.paginate("/product")).toEqualTypeOf<AsyncGenerator<Schemas["Product"], void, undefined>>();
    expectTypeOf(api.paginate("/category")).toEqualTypeOf<AsyncGenerator<Schemas["Category"], void, undefined>>();
    expectTypeOf<ShoporamaItem<"/supplier">>().toEqualTypeOf<Schemas["Supplier"]>();
    expectTypeOf<ShoporamaItem<"/order">>().toEqualTypeOf<Schemas["Order"]>();
    expectTypeOf<ShoporamaItem<"/landing-page">>().toEqualTypeOf<Schemas["LandingPage"]>();
    expectTypeOf<ShoporamaItem<"/blog-post">>().toEqualTypeOf<Schemas["BlogPost"]>();
    api.paginate("/product", { params: { query: { search: "lampe", limit: 50 } } });
    // @ts-expect-error one product is no list
    api.paginate("/product/{id}");
    // @ts-expect-error brands take no query
    api.paginate("/brand", { params: { query: { limit: 1 } } });
    // @ts-expect-error a search is text
    api.paginate("/product", { params: { query: { search: 1 } } });
  });
});

describe("createShoporama", () => {
  it("has no target, and names no secret", () => {
    shoporama.begin(new Request("https://app.example.com"), { owner: "user-7" });
    // @ts-expect-error whose?
    shoporama.begin(new Request("https://app.example.com"), {});
    // @ts-expect-error a connection shows no credential
    shoporama.connection("4410").then((connection) => connection?.credential);
    expectTypeOf(shoporama.client("4410")).toEqualTypeOf<ShoporamaClient>();
  });

  it("has a storefront without the view of orders", () => {
    storefront.POST("/api/basket", { body: { product_id: 7, amount: 1 } });
    // @ts-expect-error anyone can compute its chk
    storefront.GET("/api/order", { params: { query: { order_id: 7, chk: "x" } } });
  });

  it("has an emulation with typed state", () => {
    expectTypeOf(mock.state.shops[0]!.records.product).toEqualTypeOf<Schemas["Product"][]>();
    // @ts-expect-error no such level
    mock.authorize("https://www.shoporama.dk", { level: "admin" });
  });
});
