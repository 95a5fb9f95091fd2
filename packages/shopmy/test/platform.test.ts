import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "@shopauth/core/sqlite";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { createShopMy, memoryStore, type ShopMyScope } from "../src/index.ts";
import { SHOPMY_APP } from "../src/testing.ts";
import { ACCOUNT, app, begin, callback, connect, count, OWNER, redirectOnce, SECRET, useShopMy } from "./setup.ts";

const { mock, server } = useShopMy();
const EXCHANGE = "https://api.shopmy.us/v1/Partners/oauth-exchange-token";
const exchanges = count(server, "/oauth-exchange-token");
const links = count(server, "/Links");
const rules = () => mock.refusals.map(({ rule }) => rule);

describe("authorization", () => {
  it("goes to shopmy.us/oauth with exactly Developer_id, scopes joined by commas, redirect_url", async () => {
    const { location } = await begin(app({ scopes: ["read_links", "read_profile"] }));
    const url = new URL(location);
    expect(url.origin + url.pathname).toBe("https://shopmy.us/oauth");
    expect([...url.searchParams.keys()]).toEqual(["Developer_id", "scopes", "redirect_url"]);
    expect(url.searchParams.get("Developer_id")).toBe(SHOPMY_APP.developerId);
    expect(url.search).toContain("&scopes=read_links,read_profile&");
    const redirect = new URL(url.searchParams.get("redirect_url")!);
    expect(redirect.origin + redirect.pathname).toBe(SHOPMY_APP.redirectUri);
  });

  it("is accepted by the consent page, which sends the browser back", async () => {
    const { location } = await begin(app());
    const response = await fetch(location, { redirect: "manual" });
    expect(response.status).toBe(302);
    const back = new URL(response.headers.get("location")!);
    expect(back.searchParams.get("shopmy_status")).toBe("connected");
    expect(back.searchParams.get("shopmy_code")).toMatch(/^c0de-/);
  });

  it.each([
    ["Developer_id", "developer_id", "Developer_id must be given once, in exactly this spelling"],
    ["scopes", "scope", "scopes must be given once, in exactly this spelling"],
    ["redirect_url", "redirect_uri", "redirect_url must be given once, in exactly this spelling"],
  ])("is refused with %s spelled %s", async (right, wrong, rule) => {
    const { location } = await begin(app());
    expect(() => mock.authorize(location.replace(`${right}=`, `${wrong}=`))).toThrow(rule);
    expect(rules()).toEqual([rule]);
    expect((await fetch(location.replace(`${right}=`, `${wrong}=`))).status).toBe(400);
  });

  it("is refused for another redirect_url, scopes joined by spaces, a further parameter", async () => {
    const { location } = await begin(app());
    const other = location.replace("callback%2Fshopmy", "callback%2Fshopm1");
    expect(() => mock.authorize(other)).toThrow("redirect_url differs from the registered one at character 37");
    expect(() => mock.authorize(location.replace("read_links,write_links", "read_links%20write_links"))).toThrow(
      "joined by commas",
    );
    expect(() => mock.authorize(`${location}&state=x`)).toThrow("state is no parameter");
    expect(() => mock.authorize(location, { user: 1 })).toThrow("no creator 1");
  });

  it.each(["", "with space", "x".repeat(129), "ümlaut"])(
    "refuses the account %j before anything is begun",
    async (account) => {
      await expect(begin(app(), account)).rejects.toMatchObject({ code: "invalid_target" });
    },
  );

  it.each([
    [{ developerId: "" }, "developerId"],
    [{ developerKey: "" }, "developerKey"],
    [{ developerKey: "dk-1\r\nx: y" }, "developerKey"],
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["read_orders" as ShopMyScope] }, "read_orders"],
    [{ exchangeField: "code" as "shopmy_code" }, "exchangeField"],
    [{ redirectUri: "http://app.example.com/callback" }, "redirectUri"],
  ])("refuses the options %j", (options, named) => {
    expect(() => app(options)).toThrow(
      expect.objectContaining({ code: "invalid_options", message: expect.stringContaining(named) }),
    );
  });
});

describe("callback", () => {
  it("takes shopmy_code with shopmy_status=connected, and answers 303 to a URL without secrets", async () => {
    const { connection, response } = await connect(app(), mock);
    expect(connection).toMatchObject({ platform: "shopmy", account: ACCOUNT, owner: OWNER, status: "active" });
    expect(connection.expiresAt).toBeUndefined();
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/settings");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("answers applied without a code as callback_pending, and spends nothing", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const url = mock.authorize(browser.location, { answer: "apply" });
    expect(url.searchParams.get("shopmy_status")).toBe("applied");
    expect(url.searchParams.has("shopmy_code")).toBe(false);
    const error = await callback(shopmy, url, browser).catch((error: unknown) => error as { toResponse(): Response });
    expect(error).toMatchObject({ code: "callback_pending", platform: "shopmy" });
    expect((error as { toResponse(): Response }).toResponse().status).toBe(202);
    expect(exchanges.requests).toHaveLength(0);
    expect(mock.state.waitlist).toEqual([90211]);
    expect(await shopmy.connection(ACCOUNT)).toBeUndefined();
    // The same flow can still end well.
    const { connection } = await callback(shopmy, mock.authorize(browser.location), browser);
    expect(connection.status).toBe("active");
  });

  it("answers a refusal as callback_denied, and spends nothing", async () => {
    await expect(connect(app(), mock, { answer: "deny" })).rejects.toMatchObject({ code: "callback_denied" });
    expect(exchanges.requests).toHaveLength(0);
  });

  it("answers connected without a code as callback_incomplete", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const url = mock.authorize(browser.location);
    url.searchParams.delete("shopmy_code");
    await expect(callback(shopmy, url, browser)).rejects.toMatchObject({ code: "callback_incomplete" });
    expect(exchanges.requests).toHaveLength(0);
  });

  it("takes a callback whose redirect_url lost its query, from the browser that began", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const url = mock.authorize(browser.location);
    url.searchParams.delete("flow");
    const { connection } = await callback(shopmy, url, browser);
    expect(connection.status).toBe("active");
  });

  it("refuses another browser's callback and another owner's", async () => {
    const shopmy = app();
    const [mine, theirs] = [await begin(shopmy), await begin(shopmy, "creator-2", "user-8")];
    const url = mock.authorize(mine.location);
    await expect(callback(shopmy, url, theirs, "user-8")).rejects.toMatchObject({ code: "state_mismatch" });
    await expect(callback(shopmy, url, { ...mine, cookie: "" })).rejects.toMatchObject({ code: "state_missing" });
    await expect(callback(shopmy, url, mine, "user-8")).rejects.toMatchObject({ code: "owner_mismatch" });
    expect(exchanges.requests).toHaveLength(0);
  });

  it("lets a forged callback with a junk code never end the real flow", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const forged = new URL(`${SHOPMY_APP.redirectUri}?shopmy_code=junk&shopmy_status=connected`);
    await expect(callback(shopmy, forged, browser)).rejects.toMatchObject({ code: "exchange_failed", status: 400 });
    expect(rules()).toEqual(["the code was never issued"]);
    const { connection } = await callback(shopmy, mock.authorize(browser.location), browser);
    expect(connection.status).toBe("active");
  });
});

describe("exchange", () => {
  it("posts JSON authorizationCode with the developer key as bearer", async () => {
    await connect(app(), mock);
    const [request] = exchanges.requests;
    expect(request!.method).toBe("POST");
    expect(request!.url).toBe(EXCHANGE);
    expect(request!.headers.get("authorization")).toBe(`Bearer ${SHOPMY_APP.developerKey}`);
    expect(request!.headers.get("content-type")).toBe("application/json");
    expect(request!.headers.has("x-access-token")).toBe(false);
    expect(await request!.json()).toEqual({ authorizationCode: [...mock.state.codes.keys()][0] });
  });

  it("sends the code as shopmy_code where exchangeField says so", async () => {
    const shopmy = app({ exchangeField: "shopmy_code" });
    await expect(connect(shopmy, mock)).rejects.toMatchObject({ code: "exchange_failed", status: 400 });
    expect(await exchanges.requests[0]!.json()).toEqual({ shopmy_code: [...mock.state.codes.keys()][0] });
  });

  it("is refused with a wrong developer key, without spending the code", async () => {
    await expect(connect(app({ developerKey: "dk-wrong" }), mock)).rejects.toMatchObject({
      code: "exchange_failed",
      status: 401,
    });
    expect([...mock.state.codes.values()]).toMatchObject([{ used: false }]);
  });

  it("works once per user, ever: a further code of the same creator is refused", async () => {
    await connect(app(), mock);
    await expect(connect(app(), mock)).rejects.toMatchObject({ code: "exchange_failed", status: 400 });
    expect(rules()).toEqual(["the exchange works once per user, ever"]);
    const { connection } = await connect(app(), mock, { user: 90544 });
    expect(connection.status).toBe("active");
  });

  it("is spent once by a reload of the callback, which answers the same", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const url = mock.authorize(browser.location);
    const first = await callback(shopmy, url, browser);
    const second = await callback(shopmy, url, browser);
    expect(second.connection).toEqual(first.connection);
    expect(second.response.headers.get("location")).toBe("/settings");
    expect(exchanges.requests).toHaveLength(1);
  });

  it("is sent once for 20 duplicate callbacks", async () => {
    const shopmy = app();
    const browser = await begin(shopmy);
    const url = mock.authorize(browser.location);
    const answers = await Promise.all(Array.from({ length: 20 }, () => callback(shopmy, url, browser)));
    expect(new Set(answers.map(({ connection }) => JSON.stringify(connection))).size).toBe(1);
    expect(answers.map(({ response }) => response.status)).toEqual(Array(20).fill(303));
    expect(exchanges.requests).toHaveLength(1);
  });

  it("is sent one more time, and no more, when the outcome is unknown", async () => {
    const replayed: unknown[] = [];
    server.use(http.post(EXCHANGE, () => HttpResponse.error(), { once: true }));
    const shopmy = app({ on: { replayed: (event) => replayed.push(event) } });
    const { connection } = await connect(shopmy, mock);
    expect(connection.status).toBe("active");
    expect(exchanges.requests).toHaveLength(2);
    expect(replayed).toHaveLength(1);

    mock.reset();
    server.use(http.post(EXCHANGE, () => HttpResponse.json({ error: "Oops" }, { status: 503 })));
    await expect(connect(shopmy, mock)).rejects.toMatchObject({ code: "exchange_unknown" });
    expect(exchanges.requests).toHaveLength(4);
  });

  const hostile: [string, () => Response, string][] = [
    ["an HTML page", () => HttpResponse.html("<h1>Sign in</h1>"), "token_response_invalid"],
    [
      "truncated JSON",
      () => new HttpResponse('{"success":true,"acc', { headers: { "content-type": "application/json" } }),
      "token_response_invalid",
    ],
    ["nothing", () => new HttpResponse(null, { status: 200 }), "token_response_invalid"],
    ["a list", () => HttpResponse.json(["ut-1"]), "token_response_invalid"],
    ["a token that is none", () => HttpResponse.json({ success: true, accessToken: "a\nb" }), "token_response_invalid"],
    ["no token", () => HttpResponse.json({ success: true }), "token_response_invalid"],
    ["200 with a failure", () => HttpResponse.json({ success: false, error: "no" }), "exchange_failed"],
    ["success as text", () => HttpResponse.json({ success: "true", accessToken: "ut-1" }), "exchange_failed"],
    ["400", () => HttpResponse.json({ error: "Invalid request." }, { status: 400 }), "exchange_failed"],
  ];
  it.each(hostile)("answers %s by a typed error, and the next flow succeeds", async (_, answer, code) => {
    server.use(http.post(EXCHANGE, () => answer() as HttpResponse<string>, { once: true }));
    const shopmy = app();
    const error = await connect(shopmy, mock).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "ShopAuthError", code, platform: "shopmy" });
    expect(JSON.stringify(error)).not.toContain(SHOPMY_APP.developerKey);
    expect(await shopmy.connection(ACCOUNT)).toBeUndefined();
    const { connection } = await connect(shopmy, mock);
    expect(connection.status).toBe("active");
  });
});

describe("exchange and redirects", () => {
  it("refuses a redirect, and the next flow succeeds", async () => {
    const redirect = redirectOnce(302);
    const shopmy = app({ fetch: redirect.fetch });
    redirect.arm();
    await expect(connect(shopmy, mock)).rejects.toMatchObject({ code: "redirect_refused", platform: "shopmy" });
    expect(exchanges.requests).toHaveLength(0);
    expect((await connect(shopmy, mock)).connection.status).toBe("active");
  });
});

describe("calls", () => {
  it("carry both Authorization with the developer key and X-ACCESS-TOKEN with the word Bearer", async () => {
    const shopmy = app();
    await connect(shopmy, mock);
    const { data } = await shopmy.client(ACCOUNT, { owner: OWNER }).GET("/Links");
    expect(data).toHaveLength(2);
    const [{ headers }] = links.requests as [Request];
    expect(headers.get("authorization")).toBe(`Bearer ${SHOPMY_APP.developerKey}`);
    expect(headers.get("x-access-token")).toBe(`Bearer ${mock.state.users[0]!.token!.value}`);
  });

  it("go over https only", async () => {
    const shopmy = app();
    await connect(shopmy, mock);
    const api = shopmy.client(ACCOUNT);
    await expect(api.GET("/Links", { baseUrl: "http://api.shopmy.us/v1/Partners" })).rejects.toMatchObject({
      code: "foreign_origin",
    });
    expect(links.requests).toHaveLength(0);
    // And ShopMy itself answers nothing else.
    expect((await fetch("http://api.shopmy.us/v1/Partners/Links")).status).toBe(403);
    expect(rules()).toEqual(["https only"]);
  });

  it("go to the API's own origin only, and follow no redirect", async () => {
    const redirect = redirectOnce(307);
    const shopmy = app({ fetch: redirect.fetch });
    await connect(shopmy, mock);
    const api = shopmy.client(ACCOUNT);
    const elsewhere = { baseUrl: "https://api.shopmy.us.example.com/v1/Partners" };
    await expect(api.GET("/Links", elsewhere)).rejects.toMatchObject({ code: "foreign_origin" });
    redirect.arm();
    await expect(api.GET("/Links")).rejects.toMatchObject({ code: "redirect_refused" });
    expect(links.requests).toHaveLength(0);
    expect((await api.GET("/Links")).response.status).toBe(200);
  });

  it("are refused as missing_scope where the creator gave less, and the connection stays active", async () => {
    const rejected: unknown[] = [];
    const shopmy = app({ on: { rejected: (event) => rejected.push(event) } });
    await connect(shopmy, mock, { scopes: ["read_links"] });
    const api = shopmy.client(ACCOUNT);
    await expect(api.GET("/Profile")).rejects.toMatchObject({ code: "missing_scope", status: 401, account: ACCOUNT });
    await expect(
      api.POST("/Links", { body: { url: "https://www.harborandpine.example.com/x" } }),
    ).rejects.toMatchObject({ code: "missing_scope" });
    expect(rules()[0]).toBe("GET /Profile needs read_profile; the creator gave read_links");
    expect(await shopmy.connection(ACCOUNT)).toMatchObject({ status: "active" });
    expect(rejected).toHaveLength(0);
    expect((await api.GET("/Links")).response.status).toBe(200);
  });

  it("take a write scope for the matching list too", async () => {
    const shopmy = app();
    await connect(shopmy, mock, { scopes: ["write_links", "write_collections"] });
    const api = shopmy.client(ACCOUNT);
    expect((await api.GET("/Links")).response.status).toBe(200);
    expect((await api.GET("/Collections")).response.status).toBe(200);
  });

  it("mark the connection rejected when the token is dead, and fail fast from then on", async () => {
    const rejected: unknown[] = [];
    const shopmy = app({ on: { rejected: (event) => rejected.push(event) } });
    await connect(shopmy, mock);
    const api = shopmy.client(ACCOUNT);
    mock.state.users[0]!.token!.active = false;
    const { error, response } = await api.GET("/Links");
    expect(response.status).toBe(401);
    expect(error).toEqual({ error: "Invalid access token." });
    expect(await shopmy.connection(ACCOUNT)).toMatchObject({ status: "rejected" });
    await expect(api.GET("/Links")).rejects.toMatchObject({ code: "reauthorization_required" });
    expect(links.requests).toHaveLength(1);
    expect(rejected).toHaveLength(1);
  });

  it("answer what is no JSON by an ApiError, without the body's text, and the next call succeeds", async () => {
    const shopmy = app();
    await connect(shopmy, mock);
    const api = shopmy.client(ACCOUNT);
    const bodies = ["<html>Rowan's own page</html>", '[{"url":"https://secret.example.com', ""];
    for (const body of bodies) {
      server.use(
        http.get(
          "https://api.shopmy.us/v1/Partners/Links",
          () => new HttpResponse(body, { headers: { "content-type": "application/json" } }),
          { once: true },
        ),
      );
      const error = await api.GET("/Links").catch((error: unknown) => error as Error);
      expect(error).toMatchObject({ name: "ApiError", status: 200 });
      expect(String(error)).not.toMatch(/Rowan|secret/);
    }
    expect((await api.GET("/Links")).data).toHaveLength(2);
  });
});

describe("store", () => {
  it("refuses a volatile one with store_volatile, before anything is begun, unless [allowVolatile] is true", async () => {
    const options = { ...SHOPMY_APP, secrets: [SECRET] as [string], store: memoryStore() };
    await expect(begin(createShopMy(options))).rejects.toMatchObject({ code: "store_volatile" });
    await expect(begin(createShopMy({ ...options, store: sqliteStore(":memory:") }))).rejects.toMatchObject({
      code: "store_volatile",
    });
    expect((await begin(app())).location).toContain("https://shopmy.us/oauth");
  });

  it("keeps the one token across a restart in SQLite", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shopmy-"));
    try {
      const options = { ...SHOPMY_APP, secrets: [SECRET] as [string] };
      const before = sqliteStore(join(folder, "shopauth.db"));
      await connect(createShopMy({ ...options, store: before }), mock);
      before.close();
      const after = sqliteStore(join(folder, "shopauth.db"));
      const { data } = await createShopMy({ ...options, store: after })
        .client(ACCOUNT)
        .GET("/Profile");
      after.close();
      expect(data).toMatchObject({ username: "rowanvale" });
      expect(exchanges.requests).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("adopts a token that is held already, and forgets it on disconnect", async () => {
    const shopmy = app();
    mock.state.users[1]!.token = { value: "ut-held", scopes: ["read_profile"], active: true };
    await shopmy.adopt({ account: "creator-2", owner: OWNER, credential: { accessToken: "ut-held" } });
    const api = shopmy.client("creator-2", { owner: OWNER });
    expect((await api.GET("/Profile")).data).toMatchObject({ username: "imkealdana" });
    await expect(shopmy.client("creator-2", { owner: "user-8" }).GET("/Profile")).rejects.toMatchObject({
      code: "owner_mismatch",
    });
    await shopmy.disconnect("creator-2");
    await expect(api.GET("/Profile")).rejects.toMatchObject({ code: "not_connected" });
  });
});
