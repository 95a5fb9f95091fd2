import { describe, expectTypeOf, it } from "vitest";
import type { BatchAnswer, ListItem, ListQuery, Schemas, Shoprenter, ShoprenterClient } from "../src/index.ts";
import { createShoprenter } from "../src/index.ts";
import { mockShoprenter } from "../src/testing.ts";

declare const api: ShoprenterClient;
const common = {
  clientId: "c",
  clientSecret: "s",
  secrets: ["x"] as [string],
  redirectUri: "https://app.example.com/callback",
};

describe("calls", () => {
  it("know paths, parameters, bodies and answers", () => {
    api.GET("/products", { params: { query: { limit: 50, page: 0, full: 1, sku: "A" } } });
    api.POST("/products", { body: { sku: "A", status: "1", taxClass: { id: "x" } } });
    expectTypeOf(api.GET("/products/{id}", { params: { path: { id: "x" } } }))
      .resolves.toHaveProperty("data")
      .exclude<undefined>()
      .toHaveProperty("sku")
      .toEqualTypeOf<string | undefined>();
    // @ts-expect-error no such path
    api.GET("/product");
    // @ts-expect-error no such filter
    api.GET("/products", { params: { query: { colour: "red" } } });
    // @ts-expect-error a flag is 0 or 1
    api.GET("/products", { params: { query: { full: true } } });
    // @ts-expect-error the id is needed
    api.GET("/products/{id}");
    // @ts-expect-error sku is needed
    api.POST("/products", { body: { status: "1" } });
    // @ts-expect-error references are written by id
    api.POST("/products", { body: { sku: "A", taxClass: { href: "x" } } });
    // @ts-expect-error not one of the values
    api.POST("/coupons", { body: { code: "A", discountType: "GIFT" } });
    // @ts-expect-error the body is bare
    api.POST("/products", { body: { data: { sku: "A" } } });
    // @ts-expect-error the batch is wrapped
    api.POST("/batch", { body: { requests: [] } });
    // @ts-expect-error orders cannot be deleted
    api.DELETE("/orders/{id}", { params: { path: { id: "x" } } });
    // @ts-expect-error relations cannot be changed
    api.PUT("/productCategoryRelations/{id}", { params: { path: { id: "x" } }, body: {} });
  });

  it("leave out what belongs to the connection", () => {
    // @ts-expect-error the token endpoint
    api.POST("/{shopName}/app/token", {});
    // @ts-expect-error a page for people
    api.GET("/admin/app/{clientId}/approveScopes", {});
  });
});

describe("paginate", () => {
  it("knows what the items of each list are", () => {
    expectTypeOf<ListItem<"/products">>().toEqualTypeOf<Schemas["Product"]>();
    expectTypeOf<ListItem<"/cmsContentListExtend">>().toEqualTypeOf<Schemas["CmsContentListExtend"]>();
    expectTypeOf<ListItem<"/domains">>().toEqualTypeOf<Schemas["Domain"]>();
    expectTypeOf<ListItem<"/billing/plans">>().toEqualTypeOf<Schemas["Plan"]>();
    expectTypeOf(api.paginate("/orders")).toEqualTypeOf<AsyncGenerator<Schemas["Order"], void, undefined>>();
    expectTypeOf<NonNullable<ListQuery<"/orders">["excludeStorno"]>>().toEqualTypeOf<0 | 1>();
  });

  it("takes lists and their own filters only", () => {
    api.paginate("/orders", { params: { query: { createdAtMin: "2026-02-01T00:00:00", limit: 100 } } });
    // @ts-expect-error not a list
    api.paginate("/orders/{id}");
    // @ts-expect-error a file is no list
    api.paginate("/files");
    // @ts-expect-error cannot be read at all
    api.paginate("/reloadUrl");
    // @ts-expect-error a filter of another list
    api.paginate("/orders", { params: { query: { sku: "A" } } });
  });
});

describe("follow and batch", () => {
  it("are typed by what the caller knows", () => {
    expectTypeOf(api.follow<Schemas["Manufacturer"]>({ href: "x" }))
      .resolves.toHaveProperty("data")
      .toEqualTypeOf<Schemas["Manufacturer"] | undefined>();
    expectTypeOf(api.follow("x")).resolves.toHaveProperty("data").toBeUnknown();
    expectTypeOf(api.batch([{ method: "PUT", uri: "/products/x", data: { stock1: 1 } }])).resolves.toEqualTypeOf<
      BatchAnswer[]
    >();
    // @ts-expect-error not a method of a batch
    api.batch([{ method: "PATCH", uri: "/products/x" }]);
    // @ts-expect-error no link
    api.follow({ id: "x" });
  });
});

describe("createShoprenter", () => {
  it("takes an app's options, or a shop's own credentials", () => {
    expectTypeOf(createShoprenter(common)).toEqualTypeOf<Shoprenter>();
    createShoprenter({ clientId: "c", clientSecret: "s", direct: true });
    // @ts-expect-error secrets and redirectUri are needed
    createShoprenter({ clientId: "c", clientSecret: "s" });
    // @ts-expect-error scopes are granted by the shop
    createShoprenter({ ...common, scopes: ["product.product:read"] });
    // @ts-expect-error the secret is needed
    createShoprenter({ clientId: "c", direct: true });
  });
});

describe("the emulation", () => {
  it("has typed records", () => {
    const shop = mockShoprenter().shop("acme");
    expectTypeOf(shop.list("products")).toEqualTypeOf<Schemas["Product"][]>();
    shop.add("products", { sku: "A" });
    // @ts-expect-error no such resource
    shop.list("product");
    // @ts-expect-error no such field
    shop.add("products", { colour: "red" });
  });
});
