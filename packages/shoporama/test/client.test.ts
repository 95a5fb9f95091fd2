import { loadSpec, type Spec } from "@shopauth/contract";
import createClient, { type Client } from "openapi-fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createShoporamaStorefront,
  readError,
  type ShoporamaClient,
  type ShoporamaStorefrontPaths,
} from "../src/index.ts";
import type { paths } from "../src/schema.ts";
import { app, begin, callback, SHOP, useShoporama } from "./setup.ts";

const { mock, server } = useShoporama();
const DOMAIN = "lampehuset.example.com";

describe("every operation of the spec", () => {
  let spec: Spec;
  let watch: ReturnType<Spec["watch"]>;
  let api: ShoporamaClient;
  let storefront: Client<ShoporamaStorefrontPaths>;
  const expected: string[] = [];

  beforeAll(async () => {
    spec = await loadSpec("shoporama");
    // What is wrong on purpose is answered, but is not held against the client.
    watch = spec.watch(server, { ignore: (request) => request.headers.has("x-wrong") });
  });
  afterAll(() => watch.stop());

  const wrong = { headers: { "x-wrong": "1" } };
  const records = () => mock.state.shops[0]!.records;
  const path = (id: number | string) => ({ params: { path: { id } } });
  const signIn = async () => {
    const shoporama = app();
    const browser = await begin(shoporama);
    const back = await fetch(browser.location, { redirect: "manual" });
    await callback(shoporama, new URL(back.headers.get("location")!), browser);
    api = shoporama.client(SHOP);
    storefront = createShoporamaStorefront({ domain: DOMAIN });
  };
  const operation = (id: string, run: () => Promise<void>) => {
    expected.push(id);
    it(id, async () => {
      await signIn();
      await run();
      await watch.settled();
      expect(watch.problems).toEqual([]);
      expect(watch.called).toContain(id);
    });
  };

  operation("startAuthorization", async () => {
    expect((await fetch("https://www.shoporama.dk/admin/oauth/login?client_id=x", wrong)).status).toBe(400);
    expect(mock.refusals.at(-1)).toMatchObject({
      method: "GET",
      path: "/admin/oauth/login",
      status: 400,
      rule: "redirect_uri must be given once",
    });
  });
  operation("listProducts", async () => {
    const first = await api.GET("/product");
    expect(first.data?.paging).toEqual({ offset: 0, limit: 5, count: 5, total: 12 });
    expect(first.data?.products.map(({ product_id }) => product_id)).toEqual([512045, 512044, 512043, 512042, 512041]);
    const list = async (query: NonNullable<paths["/product"]["get"]["parameters"]["query"]>) => {
      const { data } = await api.GET("/product", { params: { query: { limit: 100, ...query } } });
      return data!.products.length;
    };
    expect(await list({ offset: 10 })).toBe(2);
    expect(await list({ offset: 100 })).toBe(0);
    expect(await list({ search: "pendel" })).toBe(3);
    expect(await list({ supplier_id: 7002 })).toBe(3);
    const since = new Date(Date.now() - 86_400_000).toISOString().slice(0, 19);
    expect(await list({ last_modified: since })).toBe(1);
  });
  operation("createProduct", async () => {
    const images = [{ data: "R0lGODlhAQABAAAAACw=", description: "Forfra" }];
    const { data } = await api.POST("/product", {
      body: { name: "Lampe Ø", is_online: 1, price: 199.5, sale_price: "", images },
    });
    expect(data).toEqual({ product_id: 512046 });
    const made = await api.GET("/product/{id}", path(512046));
    expect(made.data).toMatchObject({
      name: "Lampe Ø",
      price: 199.5,
      sale_price: "",
      images: [{ description: "Forfra" }],
    });
    const { error, response } = await api.POST("/product", { body: { price: 1 } });
    expect([response.status, readError(error).message]).toEqual([400, "name is missing"]);
    expect((await api.POST("/product", { body: { name: "x", is_online: 7 as 1 }, ...wrong })).response.status).toBe(
      400,
    );
  });
  operation("getProduct", async () => {
    const { data } = await api.GET("/product/{id}", path("512034"));
    expect(data).toMatchObject({
      product_id: 512034,
      main_category_id: "412",
      vat: null,
      extension_data: [{ value: false }],
    });
    const unknown = await api.GET("/product/{id}", path(1));
    expect([unknown.response.status, unknown.error]).toEqual([404, "404 Not Found"]);
  });
  operation("updateProduct", async () => {
    const { data } = await api.PUT("/product/{id}", {
      ...path(512034),
      body: { price: 299, images: [{ image_id: "90211", remove: 1 }] },
    });
    expect(data).toMatchObject({ product_id: 512034, name: "Bordlampe Fyr", price: 299, images: [] });
    expect((await api.PUT("/product/{id}", { ...path(1), body: { price: 1 } })).response.status).toBe(404);
    expect((await api.PUT("/product/{id}", { ...path(512034), body: {}, ...wrong })).response.status).toBe(400);
  });
  operation("patchProduct", async () => {
    const { data, response } = await api.PATCH("/product/{id}", {
      ...path(512034),
      body: { name: "Bordlampe Fyr, eg" },
    });
    expect([data, response.status]).toEqual([undefined, 200]);
    expect(records().product[0]).toMatchObject({ name: "Bordlampe Fyr, eg", price: 349.95 });
  });
  operation("deleteProduct", async () => {
    expect((await api.DELETE("/product/{id}", path(512034))).response.status).toBe(200);
    expect(records().product).toHaveLength(11);
    for (const answer of [
      await api.GET("/product/{id}", path(512034)),
      await api.DELETE("/product/{id}", path(512034)),
    ]) {
      expect([answer.response.status, answer.error]).toEqual([410, "410 Gone"]);
      expect(answer.response.headers.get("content-type")).toContain("text/plain");
    }
    expect(mock.refusals.at(-1)?.rule).toBe("product 512034 is deleted");
    expect((await api.POST("/product", { body: { name: "Ny" } })).data).toEqual({ product_id: 512046 });
  });
  operation("listCategories", async () => {
    const { data } = await api.GET("/category", { params: { query: { limit: 1 } } });
    expect(data).toMatchObject([{ category_id: 412, is_removed: "0", is_hidden: null }, { is_hidden: "1" }]);
  });
  operation("getCategory", async () => {
    expect((await api.GET("/category/{id}", path(418))).data).toMatchObject({ name: "Bordlamper" });
    expect((await api.GET("/category/{id}", path(1))).response.status).toBe(404);
  });
  operation("listBrands", async () => {
    expect((await api.GET("/brand")).data).toMatchObject({ paging: { total: 1 }, brands: [{ name: "Molo" }] });
  });
  operation("listManufacturers", async () => {
    expect((await api.GET("/manufacturer")).data).toMatchObject({ manufacturers: [] });
  });
  operation("listSuppliers", async () => {
    expect((await api.GET("/supplier")).data?.map(({ supplier_id }) => supplier_id)).toEqual([7001, 7002]);
  });
  operation("listStock", async () => {
    expect((await api.GET("/stock")).data).toMatchObject({ paging: { limit: 5, total: 12 } });
  });
  operation("updateStock", async () => {
    expect((await api.PUT("/stock", { body: { product_id: 512035, stock: 40 } })).response.status).toBe(200);
    expect(records().stock[1]).toEqual({ product_id: 512035, stock: 40 });
    expect((await api.PUT("/stock", { body: { stock: 40 } })).response.status).toBe(404);
  });
  operation("listProfiles", async () => {
    expect((await api.GET("/profile")).data).toMatchObject({ profiles: [{ profile_id: 310 }] });
  });
  operation("listProfileAttributes", async () => {
    expect((await api.GET("/profile-attribute")).data).toMatchObject({ profile_attributes: [] });
  });
  operation("listOrders", async () => {
    const { data } = await api.GET("/order", { params: { query: { limit: 3, offset: 6 } } });
    expect(data).toMatchObject({ paging: { offset: 6, limit: 3, count: 1, total: 7 }, orders: [{ order_id: 2057 }] });
  });
  operation("createOrder", async () => {
    const { data } = await api.POST("/order", { body: { shipping_id: 3, del_country_id: 1, status: "new" } });
    expect(data).toMatchObject({ order_id: 2058, status: "new" });
    expect((await api.GET("/order/{id}", path(2058))).data).toEqual(data);
    expect((await api.POST("/order", { body: {}, ...wrong })).response.status).toBe(400);
  });
  operation("getOrder", async () => {
    expect((await api.GET("/order/{id}", path("2051"))).data).toMatchObject({ order_id: 2051, status: "shipped" });
    expect((await api.GET("/order/{id}", path(1))).response.status).toBe(404);
  });
  operation("updateOrder", async () => {
    const { data } = await api.PUT("/order/{id}", { ...path(2057), body: { status: "shipped" } });
    expect(data).toMatchObject({ order_id: 2057, status: "shipped", customer_id: 611 });
  });
  operation("patchOrder", async () => {
    const { response } = await api.PATCH("/order/{id}", { ...path(2057), body: { paid: 1 } });
    expect(response.status).toBe(200);
    expect(records().order.at(-1)).toMatchObject({ paid: 1, status: "new" });
  });
  operation("listOrderReturns", async () => {
    expect((await api.GET("/order-return")).data).toMatchObject({ order_returns: [] });
  });
  operation("listCustomers", async () => {
    expect((await api.GET("/customer", { params: { query: { limit: 1 } } })).data?.customers).toEqual([
      { customer_id: 611, email: "signe@example.com" },
    ]);
  });
  operation("createCustomer", async () => {
    expect((await api.POST("/customer", { body: { email: "anders@example.com" } })).data).toEqual({
      customer_id: 613,
      email: "anders@example.com",
    });
    expect(records().customer).toHaveLength(3);
  });
  operation("getCustomer", async () => {
    expect((await api.GET("/customer/{id}", path(612))).data).toEqual({ customer_id: 612, email: "" });
  });
  operation("updateCustomer", async () => {
    const { data } = await api.PUT("/customer/{id}", { ...path(612), body: { email: "ny@example.com" } });
    expect(data).toEqual({ customer_id: 612, email: "ny@example.com" });
  });
  operation("listVouchers", async () => {
    const { data } = await api.GET("/voucher", { params: { query: { offset: 1 } } });
    expect(data?.vouchers).toEqual([
      { code: "FRAGT", name: "", percent_discount: null, price_discount: "0.00", free_shipping: "1" },
    ]);
  });
  operation("getVoucher", async () => {
    expect((await api.GET("/voucher/{id}", path(77))).data).toMatchObject({ code: "SOMMER15", percent_discount: 15 });
  });
  operation("listBlogPosts", async () => {
    expect((await api.GET("/blog-post", { params: { query: { limit: 10 } } })).data).toMatchObject({
      blog_posts: [{ blog_post_id: 5 }],
    });
  });
  operation("listPages", async () => {
    expect((await api.GET("/page")).data).toMatchObject([{ page_id: 14 }]);
  });
  operation("getPage", async () => {
    expect((await api.GET("/page/{id}", path(14))).data).toMatchObject({ name: "Handelsbetingelser" });
  });
  operation("listLandingPages", async () => {
    expect((await api.GET("/landing-page")).data?.landing_pages).toEqual([{ landing_page_id: 31, product_count: 12 }]);
  });
  operation("getLandingPage", async () => {
    expect((await api.GET("/landing-page/{id}", path(31))).data).toMatchObject({ product_count: 12 });
  });
  operation("listMenus", async () => {
    expect((await api.GET("/menu")).data?.menus).toEqual([{ menu_id: 2, location: "top", tag: "main" }]);
  });
  operation("getMenu", async () => {
    expect((await api.GET("/menu/{id}", path(2))).data).toMatchObject({
      menu_id: 2,
      items: [{ type: "category", val: 412 }],
    });
  });
  operation("listShippingMethods", async () => {
    expect((await api.GET("/shipping")).data).toMatchObject([{ shipping_id: 3 }]);
  });
  operation("getShippingMethod", async () => {
    expect((await api.GET("/shipping/{id}", path(3))).data).toMatchObject({ name: "Pakkeshop" });
  });
  operation("listPaymentGateways", async () => {
    expect((await api.GET("/payment-gateway")).data).toMatchObject({ payment_gateways: [{ payment_gateway_id: 1 }] });
  });
  operation("listCountries", async () => {
    expect((await api.GET("/country")).data).toMatchObject({ countries: [{ country_id: 1 }] });
  });
  operation("listRedirects", async () => {
    expect((await api.GET("/redirect")).data).toMatchObject({ redirects: [] });
  });
  operation("listWebhooks", async () => {
    expect((await api.GET("/webhook")).data).toMatchObject({ webhooks: [] });
  });

  operation("listStorefrontProducts", async () => {
    const { data } = await storefront.GET("/api/products", {
      params: { query: { limit: 2, offset: 1, category_id: 412 } },
    });
    expect(data?.data).toMatchObject({
      products: [{ id: 512035 }, { id: 512036 }],
      pagination: { total: 12, limit: 2, offset: 1 },
    });
    const other = await storefront.GET("/api/products", { params: { query: { category_id: 1 } } });
    expect(other.data?.data?.products).toEqual([]);
  });
  operation("getStorefrontProduct", async () => {
    const { data } = await storefront.GET("/api/products/{id}", path(512034));
    expect(data?.data).toMatchObject({ id: 512034, in_stock: true, images: [{ id: "90211" }] });
    expect((await storefront.GET("/api/products/{id}", path(1))).response.status).toBe(404);
  });

  // A browser keeps the session's cookie; here it is passed.
  const visitor = async () => {
    const { response } = await storefront.GET("/api/basket");
    const cookie = response.headers.getSetCookie()[0]!.split(";")[0]!;
    const headers = { cookie };
    const basket = async () => (await storefront.GET("/api/basket", { headers })).data?.data;
    await storefront.POST("/api/basket", { headers, body: { product_id: 512035, amount: 2 } });
    return { headers, basket };
  };
  const item = (id: number) => ({ params: { path: { product_id: id } } });
  operation("getBasket", async () => {
    const { basket } = await visitor();
    expect(await basket()).toMatchObject({
      items: [{ product_id: 512035, amount: 2, price: 264, total: 528 }],
      subtotal: 528,
      shipping: 39,
      total: 567,
    });
  });
  operation("addToBasket", async () => {
    const { headers, basket } = await visitor();
    expect(
      (await storefront.POST("/api/basket", { headers, body: { product_id: "512035", amount: 1 } })).response.status,
    ).toBe(200);
    expect(await basket()).toMatchObject({ items: [{ amount: 3 }] });
    expect(
      (await storefront.POST("/api/basket", { headers, body: { product_id: 1, amount: 1 } })).response.status,
    ).toBe(404);
  });
  operation("setBasketAmount", async () => {
    const { headers, basket } = await visitor();
    await storefront.PUT("/api/basket/{product_id}", { headers, ...item(512035), body: { amount: 5 } });
    expect(await basket()).toMatchObject({ items: [{ amount: 5 }] });
    expect(
      (await storefront.PUT("/api/basket/{product_id}", { headers, ...item(1), body: { amount: 5 } })).response.status,
    ).toBe(404);
  });
  operation("removeFromBasket", async () => {
    const { headers, basket } = await visitor();
    expect((await storefront.DELETE("/api/basket/{product_id}", { headers, ...item(512035) })).response.status).toBe(
      200,
    );
    expect(await basket()).toEqual({ items: [], subtotal: 0, shipping: 0, total: 0 });
  });
  operation("getStorefrontOrder", async () => {
    const all = createClient<paths>({ baseUrl: `https://${DOMAIN}`, fetch: (request) => globalThis.fetch(request) });
    const query = { order_id: 2051, chk: "1f0e3dad99908345f7439f8ffabdffc4" };
    const { data } = await all.GET("/api/order", { params: { query } });
    expect(data?.data?.order).toMatchObject({ order_id: "2051", total: "738.90" });
    expect((await all.GET("/api/order", { params: { query: { ...query, chk: "0" } } })).response.status).toBe(404);
  });

  it("is called here, and answered by the emulation", () => {
    const ids = spec.operations.map(({ operationId }) => operationId).filter((id) => id !== "receiveAuthorization");
    expect(expected.toSorted()).toEqual(ids.toSorted());
  });

  it("is refused without a key, also under the shop's own domain", async () => {
    const rest = spec.operations.filter(({ tag }) => tag !== "flow" && tag !== "storefront");
    expect(rest).toHaveLength(40);
    for (const { method, path, operationId } of rest) {
      for (const host of ["www.shoporama.dk", DOMAIN]) {
        const headers = { "x-wrong": "1", authorization: "0".repeat(32), "content-type": "application/json" };
        const init = { method, headers, ...(/P/.test(method) && { body: "{}" }) };
        const response = await fetch(`https://${host}/REST${path.replace("{id}", "1")}`, init);
        expect([operationId, response.status]).toEqual([operationId, 401]);
      }
    }
    expect(mock.refusals).toHaveLength(80);
  });

  it("is refused with a body that is no JSON object", async () => {
    await signIn();
    const authorization = mock.state.shops[0]!.keys[0]!.value;
    for (const body of ["", "[]", "{", "name=x"]) {
      const init = {
        method: "POST",
        body,
        headers: { "x-wrong": "1", authorization, "content-type": "application/json" },
      };
      expect((await fetch("https://www.shoporama.dk/REST/product", init)).status).toBe(400);
    }
  });
});

describe("createShoporamaStorefront", () => {
  it.each([
    "",
    "https://shop.example.com",
    "shop.example.com/x",
    "localhost",
    "a@b.example.com",
    "shop.example.com:8080",
  ])("refuses the domain %j", (domain) => {
    expect(() => createShoporamaStorefront({ domain })).toThrow(expect.objectContaining({ code: "invalid_options" }));
  });
});

describe("readError", () => {
  it.each([
    ["410 Gone", { message: "410 Gone" }],
    ["<h1>Fejl</h1>", { message: "a page instead of an API answer" }],
    [{ error: "name is missing" }, { message: "name is missing" }],
    [{ success: false, message: "no such product" }, { message: "no such product" }],
    [{ error: { code: 17, message: "No" } }, { code: "17", message: "No" }],
    [{ errors: ["First", "Second"] }, { message: "First" }],
    [
      { errors: [{ message: "First" }], code: "x" },
      { code: "x", message: "First" },
    ],
    [undefined, { message: "no reason given" }],
    [{ products: [] }, { message: "no reason given" }],
  ])("reads %j", (error, said) => {
    expect(readError(error)).toEqual(said);
  });
});
