import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { readError } from "../src/index.ts";
import { SHOPORAMA_APP } from "../src/testing.ts";
import { app, begin, callback, connect, count, OWNER, redirectOnce, SHOP, useShoporama } from "./setup.ts";

const { mock, server } = useShoporama();
const PRODUCTS = "https://www.shoporama.dk/REST/product";
const calls = count(server, "/REST/");
const rules = () => mock.refusals.map(({ rule }) => rule);
const keys = (shop = 0) => mock.state.shops[shop]!.keys;

describe("authorization", () => {
  it("goes to the login page with client_id (the app's name), redirect_uri and state", async () => {
    const { location } = await begin(app());
    const url = new URL(location);
    expect(url.origin + url.pathname).toBe("https://www.shoporama.dk/admin/oauth/login");
    expect([...url.searchParams.keys()]).toEqual(["client_id", "redirect_uri", "state"]);
    expect(url.searchParams.get("client_id")).toBe("Fjord Sync");
    expect(url.search).toContain("client_id=Fjord%20Sync");
    expect(url.searchParams.get("redirect_uri")).toBe(SHOPORAMA_APP.redirectUri);
    expect(url.searchParams.get("state")!.length).toBeGreaterThan(40);
    const back = await fetch(location, { redirect: "manual" });
    expect(back.status).toBe(302);
    expect(new URL(back.headers.get("location")!).searchParams.get("state")).toBe(url.searchParams.get("state"));
  });

  it("is refused by the login page when a parameter is missing, misspelled or unknown", async () => {
    const { location } = await begin(app());
    for (const name of ["client_id", "redirect_uri", "state"]) {
      expect(() => mock.authorize(location.replace(`${name}=`, `x_${name}=`))).toThrow(`${name} must be given once`);
    }
    expect(() => mock.authorize(`${location}&scope=all`)).toThrow("scope is no parameter of the login page");
    expect(() => mock.authorize(location, { shop: 1 })).toThrow("the merchant has no webshop 1");
    expect((await fetch(location.replace("state=", "s="))).status).toBe(400);
    expect(rules()).toHaveLength(6);
  });

  it.each([
    [{ appName: "" }, "appName"],
    [{ redirectUri: "http://app.example.com/callback" }, "redirectUri"],
    [{ secrets: ["short"] as [string] }, "secret"],
  ])("refuses the options %j", (options, named) => {
    expect(() => app(options)).toThrow(
      expect.objectContaining({ code: "invalid_options", message: expect.stringContaining(named) }),
    );
  });
});

describe("callback", () => {
  it.each([
    [4410, "read", "Lampehuset", "lampehuset.example.com"],
    [4410, "write", "Lampehuset", "lampehuset.example.com"],
    [4587, "all", "Uldværket", "uldvaerket.example.com"],
  ] as const)(
    "connects the webshop that the merchant picked, %i, with the level that it chose: %s",
    async (shop, level, name, domain) => {
      const { connection, response } = await connect(app(), mock, { shop, level });
      expect(connection).toMatchObject({
        platform: "shoporama",
        account: String(shop),
        owner: OWNER,
        status: "active",
      });
      expect(connection.details).toEqual({ access_level: level, shop_name: name, shop_url: domain });
      expect(connection.expiresAt).toBeUndefined();
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe("/settings");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    },
  );

  it("brings the key, which is confirmed by one call before it is kept", async () => {
    const shoporama = app();
    const browser = await begin(shoporama);
    const url = mock.authorize(browser.location);
    expect(url.searchParams.get("token")).toMatch(/^[0-9a-f]{32}$/);
    expect(url.searchParams.get("api_endpoint")).toBe("https://www.shoporama.dk/REST");
    await callback(shoporama, url, browser);
    expect(calls.requests.map(({ url }) => url)).toEqual([`${PRODUCTS}?limit=1`]);
    expect(calls.requests[0]!.headers.get("authorization")).toBe(url.searchParams.get("token"));
  });

  it("answers a refusal as callback_denied, and calls nothing", async () => {
    await expect(connect(app(), mock, { answer: "deny" })).rejects.toMatchObject({ code: "callback_denied" });
    expect(calls.requests).toHaveLength(0);
    expect(keys()).toHaveLength(0);
  });

  it("answers the same to a reload and to 20 duplicates, with one confirming call", async () => {
    const shoporama = app();
    const browser = await begin(shoporama);
    const url = mock.authorize(browser.location);
    const answers = await Promise.all(Array.from({ length: 20 }, () => callback(shoporama, url, browser)));
    answers.push(await callback(shoporama, url, browser));
    expect(new Set(answers.map(({ connection }) => JSON.stringify(connection))).size).toBe(1);
    expect(calls.requests).toHaveLength(1);
  });

  it("refuses a state that is not this browser's, and another owner", async () => {
    const shoporama = app();
    const [mine, theirs] = [await begin(shoporama), await begin(shoporama, "user-8")];
    const url = mock.authorize(mine.location);
    await expect(callback(shoporama, url, theirs, "user-8")).rejects.toMatchObject({ code: "state_mismatch" });
    await expect(callback(shoporama, url, { ...mine, cookie: "" })).rejects.toMatchObject({ code: "state_missing" });
    await expect(callback(shoporama, url, mine, "user-8")).rejects.toMatchObject({ code: "owner_mismatch" });
    url.searchParams.delete("state");
    await expect(callback(shoporama, url, mine)).rejects.toMatchObject({ code: "state_mismatch" });
    expect(calls.requests).toHaveLength(0);
  });

  it.each([
    ["api_endpoint", "https://evil.example.com/REST", "foreign_origin"],
    ["api_endpoint", "http://www.shoporama.dk/REST", "foreign_origin"],
    ["webshop_id", "../4410", "invalid_target"],
    ["webshop_id", "", "invalid_target"],
    ["token", "a b", "token_response_invalid"],
    ["shop_url", "uldvaerket.example.com", "token_response_invalid"],
    ["token", "00000000000000000000000000000000", "exchange_failed"],
  ])("refuses a forged %s of %j as %s, and keeps nothing", async (name, value, code) => {
    const shoporama = app();
    const browser = await begin(shoporama);
    const url = mock.authorize(browser.location);
    url.searchParams.set(name, value);
    await expect(callback(shoporama, url, browser)).rejects.toMatchObject({ code });
    expect(await shoporama.connection(SHOP)).toBeUndefined();
    expect(calls.requests.every((request) => request.url.startsWith(PRODUCTS))).toBe(true);
  });

  it("refuses a callback without webshop_id as callback_incomplete", async () => {
    const shoporama = app();
    const browser = await begin(shoporama);
    const url = mock.authorize(browser.location);
    url.searchParams.delete("webshop_id");
    await expect(callback(shoporama, url, browser)).rejects.toMatchObject({ code: "callback_incomplete" });
  });

  it("takes a shop without products, which names no host", async () => {
    mock.state.shops[0]!.records.product = [];
    const { connection } = await connect(app(), mock);
    expect(connection.account).toBe(SHOP);
    // Nothing confirmed whose shop it is.
    expect(connection.details).not.toHaveProperty("shop_url");
    expect(connection.details).toHaveProperty("access_level");
  });

  const hostile: [string, () => Response, string][] = [
    ["an HTML page", () => HttpResponse.html("<h1>Log ind</h1>"), "token_response_invalid"],
    ["an empty object", () => HttpResponse.json({}), "token_response_invalid"],
    ["products that are no list", () => HttpResponse.json({ products: 7 }), "token_response_invalid"],
    ["an error with status 200", () => HttpResponse.json({ error: "no access" }), "token_response_invalid"],
    [
      "truncated JSON",
      () => new HttpResponse('{"products":[{"pro', { headers: { "content-type": "application/json" } }),
      "token_response_invalid",
    ],
    ["nothing", () => new HttpResponse(null, { status: 200 }), "token_response_invalid"],
    ["a list", () => HttpResponse.json([]), "token_response_invalid"],
    ["403", () => HttpResponse.text("403 Forbidden", { status: 403 }), "exchange_failed"],
    ["503", () => HttpResponse.text("503", { status: 503 }), "exchange_failed"],
    ["no answer", () => HttpResponse.error(), "network_failed"],
  ];
  it.each(hostile)(
    "answers %s to the confirming call by a typed error; the same callback succeeds later",
    async (_, answer, code) => {
      const shoporama = app();
      const browser = await begin(shoporama);
      const url = mock.authorize(browser.location);
      server.use(http.get(PRODUCTS, () => answer() as HttpResponse<string>, { once: true }));
      const error = await callback(shoporama, url, browser).catch((error: unknown) => error);
      expect(error).toMatchObject({ name: "ShopAuthError", code, platform: "shoporama" });
      expect(JSON.stringify(error)).not.toContain(url.searchParams.get("token"));
      expect(await shoporama.connection(SHOP)).toBeUndefined();
      expect((await callback(shoporama, url, browser)).connection.status).toBe("active");
    },
  );
});

describe("callback and redirects", () => {
  it("refuses a redirect of the confirming call; the same callback succeeds later", async () => {
    const redirect = redirectOnce(302);
    const shoporama = app({ fetch: redirect.fetch });
    const browser = await begin(shoporama);
    const url = mock.authorize(browser.location);
    redirect.arm();
    await expect(callback(shoporama, url, browser)).rejects.toMatchObject({
      code: "redirect_refused",
      platform: "shoporama",
    });
    expect(calls.requests).toHaveLength(0);
    expect((await callback(shoporama, url, browser)).connection.status).toBe("active");
  });
});

describe("calls", () => {
  it("carry the key raw in Authorization", async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    const { data } = await shoporama
      .client(SHOP, { owner: OWNER })
      .GET("/product", { params: { query: { limit: 3 } } });
    expect(data?.products).toHaveLength(3);
    expect(calls.requests.at(-1)!.headers.get("authorization")).toBe(keys()[0]!.value);
    expect(calls.requests.at(-1)!.headers.has("x-access-token")).toBe(false);
  });

  it("are answered with the two older forms of the header too", async () => {
    await connect(app(), mock);
    for (const word of ["Bearer ", "Shoporama ", ""]) {
      const response = await fetch(PRODUCTS, { headers: { authorization: word + keys()[0]!.value } });
      expect([word, response.status]).toEqual([word, 200]);
    }
    expect((await fetch(PRODUCTS, { headers: { authorization: `Basic ${keys()[0]!.value}` } })).status).toBe(401);
    expect((await fetch(PRODUCTS)).status).toBe(401);
    expect(rules()).toEqual(["no webshop has this key", "Authorization must be the key"]);
  });

  it("refuse a write with a read-only key as missing_scope, and the connection stays active", async () => {
    const rejected: unknown[] = [];
    const shoporama = app({ on: { rejected: (event) => rejected.push(event) } });
    await connect(shoporama, mock, { level: "read" });
    const api = shoporama.client(SHOP);
    await expect(api.POST("/product", { body: { name: "Lampe" } })).rejects.toMatchObject({
      code: "missing_scope",
      status: 403,
      account: SHOP,
    });
    await expect(api.DELETE("/product/{id}", { params: { path: { id: 512034 } } })).rejects.toMatchObject({
      code: "missing_scope",
    });
    expect(rules()[0]).toBe("POST with a key of access level read");
    expect(mock.state.shops[0]!.records.product).toHaveLength(12);
    expect((await api.GET("/product")).response.status).toBe(200);
    expect(await shoporama.connection(SHOP)).toMatchObject({ status: "active", details: { access_level: "read" } });
    expect(rejected).toHaveLength(0);
  });

  it.each(["write", "all"] as const)("may write with the level %s", async (level) => {
    const shoporama = app();
    await connect(shoporama, mock, { level });
    const { data } = await shoporama.client(SHOP).POST("/product", { body: { name: "Lampe" } });
    expect(data).toEqual({ product_id: 512046 });
  });

  it("show in the admin as keys with the prefix OAuth:, their last use and their calls of the day", async () => {
    const shoporama = app();
    const before = Date.now();
    await connect(shoporama, mock, { level: "write" });
    const [key] = keys() as [(typeof mock.state.shops)[0]["keys"][0]];
    expect(key).toMatchObject({ name: "OAuth: Fjord Sync", level: "write", usage: { calls: 1 } });
    await shoporama.client(SHOP).GET("/order");
    expect(key.usage).toEqual({ day: new Date().toISOString().slice(0, 10), calls: 2 });
    expect(key.lastUsed).toBeGreaterThanOrEqual(before);
    expect(mock.state.grants).toMatchObject([{ app: "Fjord Sync", shop: 4410, level: "write" }]);
  });

  it("say so when the key was revoked; the connection is rejected, and later calls fail fast until it is connected again", async () => {
    const rejected: unknown[] = [];
    const shoporama = app({ on: { rejected: (event) => rejected.push(event) } });
    await connect(shoporama, mock);
    const api = shoporama.client(SHOP);
    keys()[0]!.revoked = true;
    const { error, response } = await api.GET("/product");
    expect(response.status).toBe(401);
    expect(readError(error).message).toBe("401 Unauthorized: the API key has been removed");
    expect(await shoporama.connection(SHOP)).toMatchObject({ status: "rejected" });
    expect(rejected).toMatchObject([{ account: SHOP, status: "rejected" }]);
    const sent = calls.requests.length;
    await expect(api.GET("/product")).rejects.toMatchObject({ code: "reauthorization_required", account: SHOP });
    expect(calls.requests).toHaveLength(sent);

    const { connection } = await connect(shoporama, mock);
    expect(connection.status).toBe("active");
    expect((await api.GET("/product")).response.status).toBe(200);
  });

  it("leave an unclear 401 to a write with a read-only key as missing_scope", async () => {
    const shoporama = app();
    await connect(shoporama, mock, { level: "read" });
    keys()[0]!.revoked = true;
    const api = shoporama.client(SHOP);
    await expect(api.POST("/product", { body: { name: "Lampe" } })).rejects.toMatchObject({
      code: "missing_scope",
      status: 401,
    });
    expect(await shoporama.connection(SHOP)).toMatchObject({ status: "active" });
    expect((await api.GET("/product")).response.status).toBe(401);
    expect(await shoporama.connection(SHOP)).toMatchObject({ status: "rejected" });
  });

  it("are for one webshop for each grant: two shops are two connections, and neither key opens the other", async () => {
    const shoporama = app();
    await connect(shoporama, mock, { shop: 4410 });
    await connect(shoporama, mock, { shop: 4587 });
    const names = async (shop: string) =>
      (await shoporama.client(shop).GET("/product")).data?.products.map(({ name }) => name);
    expect(await names("4587")).toEqual(["Uldgarn Fjord"]);
    expect(await names("4410")).not.toContain("Uldgarn Fjord");
    expect([keys(0), keys(1)].map((each) => each.length)).toEqual([1, 1]);
    const accounts: string[] = [];
    for await (const { account } of shoporama.connections({ owner: OWNER })) accounts.push(account);
    expect(accounts.sort()).toEqual(["4410", "4587"]);
    const foreign = await fetch("https://uldvaerket.example.com/REST/product", {
      headers: { authorization: keys(0)[0]!.value },
    });
    expect(foreign.status).toBe(401);
    expect(rules()).toEqual(["the key is another webshop's"]);
  });

  it("refuse another owner, and a shop that is connected for one", async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    await expect(shoporama.client(SHOP, { owner: "user-8" }).GET("/product")).rejects.toMatchObject({
      code: "owner_mismatch",
    });
    await expect(connect(shoporama, mock, {}, "user-8")).rejects.toMatchObject({ code: "owner_mismatch" });
    expect(await shoporama.connection(SHOP)).toMatchObject({ owner: OWNER, status: "active" });
  });

  it("are answered 429 after 1,000 a day, and are not sent again", async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    keys()[0]!.usage.calls = 999;
    const api = shoporama.client(SHOP);
    expect((await api.GET("/product")).response.status).toBe(200);
    const { error, response } = await api.GET("/product");
    expect([response.status, readError(error).message]).toEqual([429, "429 Too Many Requests"]);
    expect(keys()[0]!.usage.calls).toBe(1001);
    expect(await shoporama.connection(SHOP)).toMatchObject({ status: "active" });
  });

  it("go to the API's own origin only, and follow no redirect", async () => {
    const redirect = redirectOnce(307);
    const shoporama = app({ fetch: redirect.fetch });
    await connect(shoporama, mock);
    const api = shoporama.client(SHOP);
    const sent = calls.requests.length;
    for (const baseUrl of [
      "http://www.shoporama.dk/REST",
      "https://lampehuset.example.com/REST",
      "https://www.shoporama.dk/admin",
    ]) {
      await expect(api.GET("/product", { baseUrl })).rejects.toMatchObject({ code: "foreign_origin" });
    }
    redirect.arm();
    await expect(api.GET("/product")).rejects.toMatchObject({ code: "redirect_refused" });
    expect(calls.requests).toHaveLength(sent);
    expect((await api.GET("/product")).response.status).toBe(200);
  });

  it("answer what is no JSON by an ApiError, without the body's text, and the next call succeeds", async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    const api = shoporama.client(SHOP);
    for (const body of ["<html>Lampehuset's page</html>", '{"products":[{"name":"secret', ""]) {
      server.use(
        http.get(PRODUCTS, () => new HttpResponse(body, { headers: { "content-type": "application/json" } }), {
          once: true,
        }),
      );
      const error = await api.GET("/product").catch((error: unknown) => error);
      expect(error).toMatchObject({ name: "ApiError", status: 200 });
      expect(String(error)).not.toMatch(/Lampehuset|secret/);
    }
    expect((await api.GET("/product")).data?.products).toHaveLength(5);
  });

  it("leave unread what a delete answers, as nothing says what it is", async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    server.use(http.delete(`${PRODUCTS}/:id`, () => HttpResponse.text("OK"), { once: true }));
    const { data, error, response } = await shoporama
      .client(SHOP)
      .DELETE("/product/{id}", { params: { path: { id: 512034 } } });
    expect([data, error, response.status]).toEqual([undefined, undefined, 200]);
  });
});

describe("store", () => {
  it("adopts a key that was made by hand, and forgets it on disconnect", async () => {
    const shoporama = app();
    const value = "0123456789abcdef0123456789abcdef";
    keys().push({ value, name: "Lager", level: "all", usage: { day: "", calls: 0 }, revoked: false });
    await shoporama.adopt({ account: SHOP, owner: OWNER, credential: { accessToken: value } });
    const api = shoporama.client(SHOP, { owner: OWNER });
    expect((await api.GET("/supplier")).data).toHaveLength(2);
    await shoporama.disconnect(SHOP);
    await expect(api.GET("/supplier")).rejects.toMatchObject({ code: "not_connected" });
  });

  it.each(["0", "4410a", "", "-1", "1".repeat(13)])("knows no webshop %j", (account) => {
    expect(() => app().client(account)).toThrow(expect.objectContaining({ code: "invalid_target" }));
  });
});
