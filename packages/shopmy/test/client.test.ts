import { loadSpec, type Spec } from "@shopauth/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createShopMyBrand, readError, type ShopMyBrandClient, type ShopMyClient } from "../src/index.ts";
import { SHOPMY_APP, SHOPMY_BRAND_KEY } from "../src/testing.ts";
import { ACCOUNT, app, begin, callback, useShopMy } from "./setup.ts";

const { mock, server } = useShopMy();
const SHOP = "https://www.harborandpine.example.com/products/linen-apron";
const PAGE = "https://harborandpine.example.com/thanks";

describe("every operation of the spec", () => {
  let spec: Spec;
  let watch: ReturnType<Spec["watch"]>;
  let api: ShopMyClient;
  let brand: ShopMyBrandClient;
  const expected: string[] = [];

  beforeAll(async () => {
    spec = await loadSpec("shopmy");
    // What is wrong on purpose is answered, but is not held against the client.
    watch = spec.watch(server, { ignore: (request) => request.headers.has("x-wrong") });
  });
  afterAll(() => watch.stop());

  const wrong = { headers: { "x-wrong": "1" } };
  const signIn = async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const back = await fetch(browser.location, { redirect: "manual" });
    await callback(shopmy, new URL(back.headers.get("location")!), browser);
    api = shopmy.client(ACCOUNT);
    brand = createShopMyBrand({ developerKey: SHOPMY_BRAND_KEY });
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
    const response = await fetch("https://shopmy.us/oauth?Developer_id=other&scopes=read_links&redirect_url=x", wrong);
    expect(response.status).toBe(400);
    expect(mock.refusals.at(-1)).toMatchObject({
      method: "GET",
      path: "/oauth",
      status: 400,
      rule: "Developer_id is not registered",
    });
  });
  operation("exchangeAuthorizationCode", async () => {
    expect(mock.state.users[0]!.token).toMatchObject({ active: true });
  });
  operation("listLinks", async () => {
    expect((await api.GET("/Links")).data).toEqual(mock.state.users[0]!.links);
  });
  operation("createLink", async () => {
    const { data } = await api.POST("/Links", { body: { url: SHOP, title: "Apron" } });
    expect(data).toMatchObject({
      url: SHOP,
      title: "Apron",
      link: expect.stringMatching(/^https:\/\/go\.shopmy\.us\/p-\d+$/),
    });
    expect((await api.POST("/Links", { body: { url: SHOP } })).data).toMatchObject({ title: "linen apron" });
    expect((await api.GET("/Links")).data).toHaveLength(4);
    const { error } = await api.POST("/Links", { body: {} as { url: string }, ...wrong });
    expect(readError(error)).toEqual({ message: "url is required" });
    mock.state.users[0]!.mayCreateLinks = false;
    expect((await api.POST("/Links", { body: { url: SHOP } })).response.status).toBe(403);
  });
  operation("getUrlRate", async () => {
    expect((await api.POST("/Urls", { body: { url: SHOP } })).data).toEqual({ rate: 12.5 });
    const { error, response } = await api.POST("/Urls", { body: { url: "https://nowhere.example.org/" } });
    expect([response.status, readError(error).message]).toEqual([400, "No merchant found for this URL."]);
  });
  operation("searchCatalog", async () => {
    const { data } = await api.GET("/Catalog/search", { params: { query: { search: "linen", limit: 1, page: 1 } } });
    expect(data).toMatchObject([{ title: "Linen tea towel" }]);
    const resolved = await api.GET("/Catalog/search", { params: { query: { url: SHOP } } });
    expect(resolved.data).toMatchObject([{ title: "Linen apron" }]);
    for (const query of [{}, { search: "linen", url: SHOP }]) {
      expect((await api.GET("/Catalog/search", { params: { query } })).response.status).toBe(400);
    }
    expect(
      (await api.GET("/Catalog/search", { params: { query: { search: "a", limit: 51 } }, ...wrong })).response.status,
    ).toBe(400);
  });
  operation("listCollections", async () => {
    expect((await api.GET("/Collections")).data).toMatchObject([{ id: 730114, Section_id: 55120 }]);
  });
  operation("createCollection", async () => {
    const link = "https://www.tiktok.com/@rowanvale/1";
    const { data } = await api.POST("/Collections", {
      body: { name: "Winter", social_links: link, section_id: 55121 },
    });
    expect(data).toMatchObject({ name: "Winter", social_links: [link], Section_id: 55121 });
    expect((await api.POST("/Collections", { body: { name: "Spring" } })).data).toMatchObject({ Section_id: 55120 });
    expect((await api.GET("/Collections")).data).toHaveLength(3);
    expect((await api.POST("/Collections", { body: { name: "X", section_id: 1 } })).response.status).toBe(400);
    const other = { name: "X", social_links: ["https://social.example.com/1"] };
    expect((await api.POST("/Collections", { body: other })).response.status).toBe(400);
    expect((await api.POST("/Collections", { body: { name: "" }, ...wrong })).response.status).toBe(400);
  });
  operation("updateCollection", async () => {
    const path = { params: { path: { id: 730114 } } };
    const { data } = await api.PUT("/Collections/{id}", { ...path, body: { name: "Kitchen" } });
    expect(data).toMatchObject({ name: "Kitchen", description: "What I cook with." });
    const foreign = await api.PUT("/Collections/{id}", { params: { path: { id: 1 } }, body: { name: "Mine" } });
    expect(foreign.response.status).toBe(400);
  });
  operation("getProfile", async () => {
    expect((await api.GET("/Profile")).data).toMatchObject({ username: "rowanvale" });
  });
  operation("fetchOrderReport", async () => {
    const domain = "harborandpine.example.com";
    const { data } = await brand.POST("/OrderReport", { body: { domain } });
    expect(data?.map((row) => row["Order ID"])).toEqual(["HP-20881", "HP-20862", "HP-20790"]);
    expect((await brand.POST("/OrderReport", { body: { domain, limit: 1, page: 1 } })).data).toMatchObject([
      { "Order ID": "HP-20862" },
    ]);
    expect((await brand.POST("/OrderReport", { body: { domain, reportBySKU: true } })).data).toHaveLength(6);
    const from = String(mock.state.orders[1]!.row["Transaction Date"]);
    expect((await brand.POST("/OrderReport", { body: { domain, transactionStartDate: from } })).data).toHaveLength(2);
    expect((await brand.POST("/OrderReport", { body: { domain, transactionEndDate: from } })).data).toHaveLength(2);
    const closed = await brand.POST("/OrderReport", { body: { domain, source: "partner-network" } });
    expect(closed.response.status).toBe(401);
    expect((await brand.POST("/OrderReport", { body: { domain: "other.example.org" } })).response.status).toBe(400);
    const iso = await brand.POST("/OrderReport", {
      body: { domain, transactionStartDate: "2026-03-01T00:00:00Z" },
      ...wrong,
    });
    expect(readError(iso.error).message).toBe("transactionStartDate must be utc");
    mock.state.report.calls = 200;
    const { error, response } = await brand.POST("/OrderReport", { body: { domain } });
    expect([response.status, readError(error).message]).toEqual([429, "Daily request limit reached."]);
  });
  operation("confirmOrder", async () => {
    const order = { orderAmount: 50, orderId: "HP-30001", currency: "USD", page_url: PAGE, clickId: "91c2-55fe" };
    const said = async (body: object, init = {}) => {
      const { data, error } = await brand.POST("/order_confirmation", { body: { ...order, ...body }, ...init });
      return data?.message ?? readError(error).code;
    };
    expect(await said({ test: true })).toBe("tracked");
    expect(mock.state.orders).toHaveLength(3);
    expect(await said({})).toBe("tracked");
    expect(mock.state.orders.at(-1)!.row).toMatchObject({ "Order ID": "HP-30001", "Commission Amount USD": "6.00" });
    expect(await said({})).toBe("duplicate_order");
    expect(await said({ orderId: 7, clickId: undefined })).toBe("no_attribution");
    expect(await said({ orderId: 7, clickId: undefined, code: "ROWAN10" })).toBe("tracked");
    expect(await said({ orderId: 8, clickId: undefined, code: "NOBODY" })).toBe("unregistered_code");
    expect(await said({ orderId: 8, clickId: "1f00-0a3b" })).toBe("expired_click");
    expect(await said({ orderId: 8, clickId: "0000-0000" })).toBe("click_not_found");
    expect(await said({ orderId: 8, clickId: "x" })).toBe("malformed_click_id");
    expect(await said({ orderId: 8, page_url: "https://other.example.org/" })).toBe("unresolved_domain");
    expect(await said({ orderId: 8, orderAmount: 0 }, wrong)).toBe("invalid_order_amount");
    expect(await said({ currency: "dollars" }, wrong)).toBe("invalid_params");
    expect(await said({ page_url: undefined }, wrong)).toBe("invalid_params");
  });
  operation("updateTrackedOrder", async () => {
    const order = { order_id: "HP-20881", new_order_amount: 40, currency: "USD" };
    expect((await brand.POST("/Affiliates/update", { body: order })).data).toEqual({
      success: true,
      message: "tracked",
    });
    expect(mock.state.orders[0]!.row).toMatchObject({ "Order Amount USD": 40, "Commission Amount USD": "4.80" });
    const unknown = await brand.POST("/Affiliates/update", { body: { ...order, order_id: 1 } });
    expect(unknown.data).toEqual({ success: true, message: "order_not_found" });
    const other = createShopMyBrand({ developerKey: "bk-wrong" });
    const { error, response } = await other.POST("/Affiliates/update", { body: order });
    expect([response.status, error]).toEqual([401, { success: false, error: "Invalid developer key." }]);
  });
  operation("cancelTrackedOrder", async () => {
    const body = { order_id: "HP-20881", domain: "harborandpine.example.com" };
    expect((await brand.POST("/Affiliates/cancel", { body })).data).toEqual({ success: true, message: "tracked" });
    expect(mock.state.orders[0]!.row).toMatchObject({ "Order Amount USD": 0 });
    expect((await brand.POST("/Affiliates/cancel", { body })).data).toMatchObject({ message: "already_cancelled" });
    const { error } = await brand.POST("/Affiliates/cancel", { body: { ...body, domain: "other.example.org" } });
    expect(readError(error)).toEqual({ code: "unresolved_domain", message: "unresolved_domain" });
  });

  it("is called here, and answered by the emulation", () => {
    const ids = spec.operations.map(({ operationId }) => operationId).filter((id) => id !== "receiveAuthorization");
    expect(expected.toSorted()).toEqual(ids.toSorted());
  });

  it("is refused without its credentials", async () => {
    for (const { method, path, servers, operationId } of spec.operations) {
      if (["startAuthorization", "receiveAuthorization", "confirmOrder"].includes(operationId)) continue;
      const url = `${servers[0]}${path.replace("{id}", "1")}`;
      const headers = {
        "x-wrong": "1",
        authorization: `Bearer ${SHOPMY_APP.developerKey}x`,
        "content-type": "application/json",
      };
      const response = await fetch(url, { method, headers, ...(method !== "GET" && { body: "{}" }) });
      expect([operationId, response.status]).toEqual([operationId, 401]);
      expect(mock.refusals.at(-1)).toMatchObject({
        method,
        status: 401,
        rule: expect.stringContaining("Authorization must be Bearer"),
      });
    }
  });

  it("is refused with a body that is no JSON object", async () => {
    await signIn();
    const { token } = mock.state.users[0]!;
    const headers = {
      "x-wrong": "1",
      authorization: `Bearer ${SHOPMY_APP.developerKey}`,
      "x-access-token": `Bearer ${token!.value}`,
    };
    for (const body of ["", "[]", "{", "url=x"]) {
      const init = { method: "POST", body, headers: { ...headers, "content-type": "application/json" } };
      expect((await fetch("https://api.shopmy.us/v1/Partners/Links", init)).status).toBe(400);
    }
    const untyped = { method: "POST", body: JSON.stringify({ url: SHOP }), headers };
    expect((await fetch("https://api.shopmy.us/v1/Partners/Links", untyped)).status).toBe(400);
  });
});

describe("readError", () => {
  it.each([
    [{ error: "Invalid request." }, { message: "Invalid request." }],
    [
      { success: false, error: "duplicate_order" },
      { code: "duplicate_order", message: "duplicate_order" },
    ],
    [
      { message: "Not now", code: "handler_error" },
      { code: "handler_error", message: "Not now" },
    ],
    ["Bad gateway", { message: "Bad gateway" }],
    ["<html>Bad gateway</html>", { message: "a page instead of an API answer" }],
    [undefined, { message: "no reason given" }],
    [{ error: { deep: 1 } }, { message: "no reason given" }],
    [Object.create({ error: "inherited" }), { message: "no reason given" }],
  ])("reads %j", (error, said) => {
    expect(readError(error)).toEqual(said);
  });
});
