import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createShoprenter } from "../src/index.ts";
import { mockShoprenter, SHOPRENTER_APP } from "../src/testing.ts";
import { client, SHOP, useShoprenter } from "./setup.ts";

const HUNGARIAN = { id: btoa("language-language_id=1") };

describe("with MSW's server", () => {
  const mock = mockShoprenter({ shops: ["acme"] });
  const server = setupServer(...mock.handlers);
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterAll(() => server.close());

  it("answers an app's test in a few lines", async () => {
    const { clientId, clientSecret } = SHOPRENTER_APP;
    const api = createShoprenter({ clientId, clientSecret, direct: true }).client("acme");
    await api.POST("/products", { body: { sku: "MUG-01", price: 1500 } });
    expect(mock.shop("acme").list("products").at(-1)).toMatchObject({ sku: "MUG-01", price: "1500" });
  });
});

describe("the emulated shop", () => {
  const { mock } = useShoprenter({ shops: [SHOP], perSecond: Number.POSITIVE_INFINITY });
  const shop = () => mock.shop(SHOP);
  const sku = (value: string) =>
    shop()
      .list("products")
      .find((each) => each.sku === value)!;
  const at = (id: string) => ({ params: { path: { id } } });

  it("makes ids of the resource, its column and the value", async () => {
    const { data } = await client().POST("/products", { body: { sku: "A-1" } });
    expect(atob(data!.id!)).toBe(`product-product_id=${data!.innerId}`);
    const description = await client().POST("/productDescriptions", {
      body: { product: { id: data!.id! }, language: HUNGARIAN, name: "Mug" },
    });
    expect(atob(description.data!.id!)).toBe(`productDescription-product_id=${data!.innerId}&language_id=1`);
    expect(description.data!.product).toEqual({ href: `https://acme.api.myshoprenter.hu/products/${data!.id}` });
  });

  it("puts a product without a status on sale, with empty values of the usual kinds", async () => {
    const { data } = await client().POST("/products", { body: { sku: "A-1", stock1: 3 } });
    expect(data).toMatchObject({
      status: "1",
      stock1: "3",
      price: "0.0000",
      weight: "0.00",
      availableDate: "0000-00-00",
      manufacturer: null,
    });
  });

  it("names the record that is in the way", async () => {
    const taken = sku("LAMP-OAK-01");
    const { response, error } = await client().POST("/products", { body: { sku: "LAMP-OAK-01" } });
    expect(response.status).toBe(409);
    expect(error).toEqual({ message: "Resource already exists", code: 40901, id: taken.id, href: taken.href });
    const other = sku("VASE-CLAY-02");
    const renamed = await client().PUT("/products/{id}", { ...at(other.id!), body: { sku: "LAMP-OAK-01" } });
    expect(renamed.response.status).toBe(409);
    expect(sku("VASE-CLAY-02")).toEqual(other);
  });

  it("refuses references that lead nowhere, and what cannot be written", async () => {
    const api = client();
    const post = api.POST as unknown as (path: string, init: object) => Promise<{ error?: unknown }>;
    const bad = async (path: string, body: object) => (await post(path, { body })).error;
    expect(await bad("/products", { sku: "A", taxClass: { id: "bm8=" } })).toMatchObject({ code: 40007 });
    expect(await bad("/products", { sku: "A", taxClass: { href: "x" } })).toMatchObject({ code: 40011 });
    expect(await bad("/products", { sku: "A", taxClass: "x" })).toMatchObject({ code: 40006 });
    expect(await bad("/products", { sku: "A", dateCreated: "2026-01-01" })).toMatchObject({ code: 40002 });
    expect(await bad("/products", { price: 1 })).toMatchObject({ code: 40003 });
    expect(await bad("/products", { sku: "A", status: "9" })).toMatchObject({ code: 40005 });
    expect(
      await bad("/customers", {
        firstname: "K",
        lastname: "A",
        email: "k@example.com",
        telephone: "1",
        password: "plain",
      }),
    ).toMatchObject({ code: 40005 });
    expect(await bad("/batch", { requests: [] })).toMatchObject({ code: 40001 });
    expect(await bad("/products", [])).toMatchObject({ code: 40001 });
    expect(shop().list("products")).toHaveLength(3);
  });

  it("takes a body that is wrapped in data", async () => {
    const post = client().POST as unknown as (path: string, init: object) => Promise<{ data?: unknown }>;
    expect((await post("/customerGroups", { body: { data: { name: "Partners" } } })).data).toMatchObject({
      name: "Partners",
    });
  });

  it("keeps outer ids, and lets a body overwrite them", async () => {
    const api = client();
    await api.POST("/products/{id}", { ...at("erp-1"), body: { sku: "A-1" } });
    expect((await api.GET("/products/{id}", at("erp-1"))).data).toMatchObject({ id: "erp-1", sku: "A-1" });
    await api.PUT("/products/{id}", { ...at("erp-1"), body: { id: "erp-2" } });
    expect((await api.GET("/products/{id}", at("erp-1"))).response.status).toBe(404);
    expect((await api.GET("/products/{id}", at("erp-2"))).data?.sku).toBe("A-1");
  });

  it("shortens answers with emptyBody, but not those of products", async () => {
    const api = client();
    const short = await api.POST("/customerGroups", {
      params: { query: { emptyBody: 1 } },
      body: { name: "Partners" },
    });
    expect(short.data).toEqual([]);
    const post = api.POST as unknown as (path: string, init: object) => Promise<{ data?: object }>;
    expect((await post("/products", { params: { query: { emptyBody: 1 } }, body: { sku: "A" } })).data).toMatchObject({
      sku: "A",
    });
  });

  it("adds children with POST, replaces them with PUT, clears them with an empty list", async () => {
    const api = client();
    const [first, second] = shop().list("categories");
    const category = (id: string) => ({ category: { id } });
    const created = await api.POST("/productExtend", {
      body: {
        sku: "A-1",
        productDescriptions: [{ name: "Mug", language: HUNGARIAN }],
        productCategoryRelations: [category(first!.id!)],
        manufacturer: { name: "Bögre Bt." },
      },
    });
    const { id } = created.data!;
    const relations = () =>
      shop()
        .list("productCategoryRelations")
        .filter(({ product }) => product?.href?.endsWith(`/products/${id}`));
    expect(created.data?.productDescriptions?.[0]?.name).toBe("Mug");
    expect(created.data?.manufacturer?.name).toBe("Bögre Bt.");
    expect(
      shop()
        .list("manufacturers")
        .map(({ name }) => name),
    ).toContain("Bögre Bt.");

    const again = await api.POST("/productExtend/{id}", {
      ...at(id!),
      body: { productCategoryRelations: [category(first!.id!)] },
    });
    expect(again.response.status).toBe(409);
    await api.POST("/productExtend/{id}", { ...at(id!), body: { productCategoryRelations: [category(second!.id!)] } });
    expect(relations()).toHaveLength(2);
    await api.PUT("/productExtend/{id}", { ...at(id!), body: { productCategoryRelations: [category(second!.id!)] } });
    expect(relations().map((each) => each.category)).toEqual([{ href: second!.href }]);
    await api.PUT("/productExtend/{id}", { ...at(id!), body: { productCategoryRelations: [] } });
    expect(relations()).toHaveLength(0);
    expect((await api.GET("/products/{id}", at(id!))).data?.sku).toBe("A-1");
  });

  it("leaves nothing of a product whose children are refused", async () => {
    const body = { sku: "A-1", productDescriptions: [{ name: "Mug", language: { id: "bm8=" } }] };
    expect((await client().POST("/productExtend", { body })).response.status).toBe(400);
    expect(sku("A-1")).toBeUndefined();
  });

  it("finds products by sku where productExtend is written", async () => {
    const api = client();
    const query = { sku: "LAMP-OAK-01" };
    const { id } = sku("LAMP-OAK-01");
    const { data } = await api.PUT("/productExtend/{id}", {
      params: { path: { id: "any" }, query },
      body: { price: 1 },
    });
    expect(data).toMatchObject({ id, price: "1" });
    const unknown = await api.DELETE("/productExtend/{id}", {
      params: { path: { id: "any" }, query: { sku: "none" } },
    });
    expect(unknown.error).toMatchObject({ code: 40033 });
  });

  it("takes with a record what cannot be without it", async () => {
    const { id } = sku("LAMP-OAK-01");
    const before = shop().list("productDescriptions").length;
    await client().DELETE("/products/{id}", at(id!));
    expect(shop().list("productDescriptions")).toHaveLength(before - 1);
  });

  it("filters by references, numbers, dates and fields", async () => {
    const api = client();
    const lamp = sku("LAMP-OAK-01");
    const read = async (path: "/productDescriptions" | "/products" | "/orders", query: object) =>
      ((await api.GET(path, { params: { query: { full: 1, ...query } } })).data as { items: { id: string }[] }).items
        .length;
    expect(await read("/productDescriptions", { productId: lamp.id })).toBe(1);
    expect(await read("/productDescriptions", { productId: "bm8=" })).toBe(0);
    expect(await read("/products", { innerId: 93 })).toBe(1);
    expect(await read("/products", { createdAt: "2026-02-11" })).toBe(3);
    expect(await read("/products", { createdAt: "2026-02-12" })).toBe(0);
    expect(await read("/products", { parentProductId: 92 })).toBe(2);
    expect(await read("/orders", { innerIdMin: 85 })).toBe(1);
    expect(await read("/orders", { createdAtMin: "2026-02-11T09:15:00", createdAtMax: "2026-02-11T09:15:00" })).toBe(2);
    expect(await read("/orders", { createdAtMin: "2026-02-11T09:15:01" })).toBe(0);
    expect(await read("/orders", { email: "peter.szabo@example.com" })).toBe(1);
    await api.POST("/orders", { body: { email: "peter.szabo@example.com" } });
    expect(await read("/orders", { email: "peter.szabo@example.com", excludeAbandonedCart: 1 })).toBe(1);
  });

  it("does as the platform does above 200: few items and a wrong count", async () => {
    for (let number = 0; number < 60; number++) shop().add("products", { sku: `S-${number}` });
    const query = { limit: 500 } as { limit: number };
    const { data } = await client().GET("/products", { params: { query } });
    expect(data?.items).toHaveLength(25);
    expect(data?.pageCount).toBe("1");
    expect(mock.refusals.at(-1)?.rule).toMatch(/limit=500 is above 200/);
  });

  it("lets scopes that were added in by the approval page", async () => {
    shop().scopes = ["order.order:read"];
    await expect(client().GET("/products")).rejects.toMatchObject({ code: "missing_scope" });
    await fetch(`https://acme.myshoprenter.hu/admin/app/${SHOPRENTER_APP.clientId}/approveScopes`);
    expect((await client().GET("/products")).response.status).toBe(200);
    const other = await fetch("https://stranger.myshoprenter.hu/admin/app/x/approveScopes");
    expect(other.status).toBe(404);
  });

  it("is as it was after reset", async () => {
    await client().POST("/products", { body: { sku: "A-1" } });
    mock.reset();
    expect(shop().list("products")).toHaveLength(3);
    expect([...mock.state.tokens, ...mock.refusals]).toEqual([]);
    expect(shop().installed).toBe(true);
  });
});
