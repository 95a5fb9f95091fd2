import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "@shopauth/core/sqlite";
import { describe, expect, test } from "vitest";
import { ApiError, createStoreHippo, STOREHIPPO_SCOPES, type StoreHippoOptions } from "../src/index.ts";
import { STOREHIPPO_ACCESS_KEY, STOREHIPPO_APP } from "../src/testing.ts";
import {
  begin,
  callbackRequest,
  codeOf,
  connect,
  counting,
  createApp,
  intercepting,
  OPTIONS,
  ORIGIN,
  OWNER,
  STORE,
  useMock,
} from "./setup.ts";

const HOST = `https://${STORE}.storehippo.com`;
const TOKEN = "/admin/oauth/token";
const html = (text: string, status = 200) => new Response(text, { status, headers: { "content-type": "text/html" } });
const mock = useMock({ domains: { "www.northwind.example": STORE } });

describe("the authorization request", () => {
  test("goes to the store's own host with client_id, comma-separated scope, redirect_uri and state, and no response_type", async () => {
    const { location } = await begin(createApp());
    const url = new URL(location);
    expect(url.origin + url.pathname).toBe(`${HOST}/admin/oauth/authorization`);
    expect([...url.searchParams.keys()].sort()).toEqual(["client_id", "redirect_uri", "scope", "state"]);
    expect(url.searchParams.get("client_id")).toBe(STOREHIPPO_APP.clientId);
    expect(url.search).toContain("scope=read_products,write_orders&");
    expect(url.searchParams.get("redirect_uri")).toBe(STOREHIPPO_APP.redirectUri);
  });

  test("has a state that is unique for each request", async () => {
    const app = createApp();
    const states = new Set<string | null>();
    for (let count = 0; count < 50; count++) states.add(new URL((await begin(app)).location).searchParams.get("state"));
    expect(states.size).toBe(50);
    for (const state of states) expect(state!.length).toBeGreaterThanOrEqual(32);
  });

  test("goes to no API and sets one HttpOnly cookie", async () => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    const response = await app.begin(new Request(`${ORIGIN}/connect`, { method: "POST" }), {
      store: STORE,
      owner: OWNER,
    });
    expect(response.status).toBe(303);
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-shopauth-storehippo-.*HttpOnly; SameSite=Lax; Secure$/);
    expect(traffic.requests).toHaveLength(0);
  });

  test("one character off the registered redirect URI is refused, with the rule named", async () => {
    const app = createApp({ redirectUri: `${STOREHIPPO_APP.redirectUri}/` });
    const { location } = await begin(app);
    expect(() => mock.authorize(location)).toThrow(/redirect_uri differs/);
    const { length } = STOREHIPPO_APP.redirectUri;
    expect(mock.refusals).toMatchObject([
      {
        status: 400,
        path: "/admin/oauth/authorization",
        rule: `redirect_uri differs from the registered one at character ${length + 1}`,
      },
    ]);
    const page = await fetch(location, { redirect: "manual" });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("redirect_uri differs");
  });

  test.each<[string, (query: URLSearchParams) => void, RegExp]>([
    ["scopes joined by spaces", (query) => query.set("scope", "read_products write_orders"), /commas/],
    ["an unknown scope", (query) => query.set("scope", "read_everything"), /not one of the 14/],
    ["no state", (query) => query.delete("state"), /state is missing/],
    ["another client", (query) => query.set("client_id", "other"), /client_id/],
    ["a doubled redirect_uri", (query) => query.append("redirect_uri", "https://evil.example/"), /2 times/],
  ])("the mock refuses %s", async (_, change, rule) => {
    const url = new URL((await begin(createApp())).location);
    change(url.searchParams);
    expect(() => mock.authorize(url)).toThrow(rule);
  });

  test("the fourteen scopes are known, and no other can be asked for", async () => {
    expect(STOREHIPPO_SCOPES).toHaveLength(14);
    expect(new Set(STOREHIPPO_SCOPES).size).toBe(14);
    const { location } = await begin(createApp({ scopes: STOREHIPPO_SCOPES }));
    expect(mock.authorize(location).searchParams.get("code")).toBeTruthy();
    expect(mock.state.authorizations[0]?.scopes).toEqual([...STOREHIPPO_SCOPES]);
    for (const scopes of [["read_all"], [], ["read_products "], "read_products", undefined]) {
      expect(() => createApp({ scopes } as never as Partial<StoreHippoOptions>)).toThrow(/scope/i);
    }
  });
});

describe("the exchange", () => {
  test("is a form POST on the store's own host with grant_type=authorization_code and the identical redirect URI", async () => {
    const traffic = counting();
    await connect(createApp({ fetch: traffic.fetch }), mock);
    const sent = traffic.requests.filter(({ url }) => url.endsWith(TOKEN));
    expect(sent).toHaveLength(1);
    expect(sent[0]!.url).toBe(`${HOST}${TOKEN}`);
    expect(sent[0]!.method).toBe("POST");
    expect(sent[0]!.headers.get("content-type")).toMatch(/^application\/x-www-form-urlencoded/);
    expect(sent[0]!.headers.has("authorization")).toBe(false);
    expect(Object.fromEntries(new URLSearchParams(await sent[0]!.text()))).toEqual({
      client_id: STOREHIPPO_APP.clientId,
      client_secret: STOREHIPPO_APP.clientSecret,
      code: mock.state.codes[0]!.code,
      redirect_uri: STOREHIPPO_APP.redirectUri,
      grant_type: "authorization_code",
    });
  });

  test("brings a permanent token, stored for the store that the flow began with", async () => {
    const { connection, response } = await connect(createApp(), mock);
    expect(connection).toMatchObject({
      platform: "storehippo",
      account: STORE,
      owner: OWNER,
      status: "active",
      scopes: ["read_products", "write_orders"],
    });
    expect(connection.expiresAt).toBeUndefined();
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/");
    expect(JSON.stringify(connection)).not.toContain(mock.state.tokens[0]!.token);
  });

  test("happens once for a code: the platform refuses the second and revokes the token", async () => {
    const app = createApp();
    await connect(app, mock);
    const form = new URLSearchParams({
      client_id: STOREHIPPO_APP.clientId,
      client_secret: STOREHIPPO_APP.clientSecret,
      code: mock.state.codes[0]!.code,
      redirect_uri: STOREHIPPO_APP.redirectUri,
      grant_type: "authorization_code",
    });
    const again = await fetch(`${HOST}${TOKEN}`, { method: "POST", body: form });
    expect(again.status).toBe(400);
    expect(mock.state.tokens[0]!.revoked).toBe("its code was used twice");
    const { error, response } = await app.client(STORE).GET("/entity/ms.products");
    expect(response.status).toBe(401);
    expect(error).toBeDefined();
  });

  test("20 duplicate callbacks make one exchange, and all answer the same connection", async () => {
    const folder = mkdtempSync(join(tmpdir(), "storehippo-"));
    const store = sqliteStore(join(folder, "shopauth.db"));
    try {
      const traffic = counting();
      const apps = [0, 1, 2, 3].map(() => createStoreHippo({ ...OPTIONS, store, fetch: traffic.fetch }));
      const { location, cookie } = await begin(apps[0]!);
      const callback = mock.authorize(location);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          apps[index % 4]!.callback(callbackRequest(callback, cookie), { owner: OWNER }),
        ),
      );
      expect(traffic.count(TOKEN)).toBe(1);
      expect(mock.refusals).toEqual([]);
      expect(new Set(results.map(({ connection }) => JSON.stringify(connection))).size).toBe(1);
      const { data } = await apps[3]!.client(STORE).GET("/entity/ms.products");
      expect(data?.data).toHaveLength(3);
    } finally {
      store.close();
      rmSync(folder, { recursive: true });
    }
  });

  test("a store that does not survive a restart is refused before the browser leaves", async () => {
    const app = createStoreHippo({ ...OPTIONS });
    expect(await codeOf(begin(app))).toBe("store_volatile");
  });
});

describe("what a callback is refused for, without an exchange", () => {
  const refused = async (
    work: (input: {
      app: ReturnType<typeof createApp>;
      callback: URL;
      cookie: string;
      later(ms: number): void;
    }) => Promise<unknown>,
  ) => {
    const traffic = counting();
    let time = Date.now();
    const app = createApp({ fetch: traffic.fetch, now: () => time });
    const { location, cookie } = await begin(app);
    const code = await codeOf(
      work({ app, callback: mock.authorize(location), cookie, later: (ms) => void (time += ms) }),
    );
    expect(traffic.requests).toHaveLength(0);
    expect(await app.connection(STORE)).toBeUndefined();
    return code;
  };

  test("another browser, which has no cookie", async () => {
    expect(await refused(({ app, callback }) => app.callback(callbackRequest(callback), { owner: OWNER }))).toBe(
      "state_missing",
    );
  });
  test("another owner", async () => {
    expect(
      await refused(({ app, callback, cookie }) =>
        app.callback(callbackRequest(callback, cookie), { owner: "user-8" }),
      ),
    ).toBe("owner_mismatch");
  });
  test("no owner", async () => {
    expect(await refused(({ app, callback, cookie }) => app.callback(callbackRequest(callback, cookie), {}))).toBe(
      "owner_required",
    );
  });
  test("another state", async () => {
    const wrong = await refused(({ app, callback, cookie }) => {
      callback.searchParams.set("state", `${callback.searchParams.get("state")}x`);
      return app.callback(callbackRequest(callback, cookie), { owner: OWNER });
    });
    expect(wrong).toBe("state_mismatch");
  });
  test("no state", async () => {
    const wrong = await refused(({ app, callback, cookie }) => {
      callback.searchParams.delete("state");
      return app.callback(callbackRequest(callback, cookie), { owner: OWNER });
    });
    expect(wrong).toBe("state_mismatch");
  });
  test("a state that is taken from another browser's flow", async () => {
    const wrong = await refused(async ({ app, cookie }) => {
      const other = await begin(app);
      return app.callback(callbackRequest(mock.authorize(other.location), cookie), { owner: OWNER });
    });
    expect(wrong).toBe("state_mismatch");
  });
  test("too late", async () => {
    const late = await refused(({ app, callback, cookie, later }) => {
      later(601_000);
      return app.callback(callbackRequest(callback, cookie), { owner: OWNER });
    });
    expect(late).toBe("state_expired");
  });
  test.each(["code", "state"])("a doubled %s", async (name) => {
    const doubled = await refused(({ app, callback, cookie }) => {
      callback.searchParams.append(name, "second");
      return app.callback(callbackRequest(callback, cookie), { owner: OWNER });
    });
    expect(doubled).toBe("invalid_request");
  });
  test("the merchant's refusal, with the platform's words", async () => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    const { location, cookie } = await begin(app);
    const callback = app.callback(callbackRequest(mock.authorize(location, { answer: "deny" }), cookie), {
      owner: OWNER,
    });
    await expect(callback).rejects.toMatchObject({
      code: "callback_denied",
      platform: "storehippo",
      said: { code: "access_denied" },
    });
    expect(traffic.requests).toHaveLength(0);
  });
  test("a callback that names another store changes nothing: the flow's own store is asked", async () => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    const { location, cookie } = await begin(app);
    const callback = mock.authorize(location);
    callback.searchParams.set("store", "evil");
    callback.searchParams.set("shop", "evil.example.com");
    const { connection } = await app.callback(callbackRequest(callback, cookie), { owner: OWNER });
    expect(connection.account).toBe(STORE);
    expect(new Set(traffic.requests.map(({ url }) => new URL(url).host))).toEqual(new Set([`${STORE}.storehippo.com`]));
  });
});

describe("hostile store names are refused before any request", () => {
  const names: unknown[] = [
    "",
    " ",
    ".",
    "..",
    "-acme",
    "acme-",
    "acme.evil.com",
    "acme.storehippo.com",
    "evil.com#",
    "evil.com/",
    "evil.com?",
    "evil.com\\",
    "acme@evil.com",
    "acme:443",
    "https://acme",
    "//evil.com",
    "acme/../evil",
    "acme%2eevil",
    "acme\n",
    "acme\r\nHost: x",
    "acme\u0000",
    "ac me",
    "acmé",
    "xn--acm-epa",
    "аcme",
    "acme。evil",
    "a".repeat(64),
    "www",
    "admin",
    "api",
    null,
    undefined,
    7,
    {},
    ["acme"],
  ];
  test.each(names.map((name) => [JSON.stringify(name) ?? "undefined", name]))("%s", async (_, name) => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    const store = name as string;
    const begun = app.begin(new Request(`${ORIGIN}/connect`, { method: "POST" }), { store, owner: OWNER });
    expect(await codeOf(begun)).toBe("invalid_target");
    expect(() => app.client(store)).toThrow(expect.objectContaining({ code: "invalid_target" }));
    expect(await codeOf(app.adopt({ account: store, credential: { accessToken: "t" } }))).toBe("invalid_target");
    expect(traffic.requests).toHaveLength(0);
  });
});

describe("hostile answers of the token endpoint", () => {
  const answers: [string, () => Response, string][] = [
    ["a page with 200", () => html("<!doctype html><h1>Welcome</h1>"), "token_response_invalid"],
    [
      "truncated JSON",
      () => new Response('{"access_token":"abc', { headers: { "content-type": "application/json" } }),
      "token_response_invalid",
    ],
    ["an empty 200", () => new Response(null, { status: 200 }), "token_response_invalid"],
    ["200 with a failure", () => Response.json({ error: "invalid_grant" }), "token_response_invalid"],
    ["a token with a line break", () => Response.json({ access_token: "abc\r\nx: y" }), "token_response_invalid"],
    ["a token that is a number", () => Response.json({ access_token: 7 }), "token_response_invalid"],
    ["a list", () => Response.json([{ access_token: "abc" }]), "token_response_invalid"],
    ["a redirect", () => Response.redirect("https://evil.example/token", 307), "redirect_refused"],
    [
      "a refusal",
      () => Response.json({ error: "invalid_client", error_description: "No such app" }, { status: 401 }),
      "exchange_failed",
    ],
    ["a server error", () => new Response("oops", { status: 500 }), "exchange_unknown"],
    [
      "a broken connection",
      () => {
        throw new TypeError("fetch failed");
      },
      "exchange_unknown",
    ],
  ];
  test.each(answers)("%s: a typed error, nothing stored, and a later try succeeds", async (_, answer, code) => {
    const seam = intercepting(`${HOST}${TOKEN}`);
    const app = createApp({ fetch: seam.fetch });
    seam.answer = answer;
    expect(await codeOf(connect(app, mock))).toBe(code);
    expect(await app.connection(STORE)).toBeUndefined();
    seam.answer = undefined;
    const { connection } = await connect(app, mock);
    expect(connection.status).toBe("active");
  });

  test("an error never holds the code or the secret, though the platform repeats them", async () => {
    const seam = intercepting(`${HOST}${TOKEN}`);
    const app = createApp({ fetch: seam.fetch });
    seam.answer = async (request) =>
      Response.json({ error: "bad", error_description: await request.text() }, { status: 400 });
    const { location, cookie } = await begin(app);
    const error = await app
      .callback(callbackRequest(mock.authorize(location), cookie), { owner: OWNER })
      .catch((each: Error) => each);
    const text = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack);
    expect(text).not.toContain(mock.state.codes[0]!.code);
    expect(text).not.toContain(STOREHIPPO_APP.clientSecret);
  });
});

describe("calls", () => {
  test("carry the bearer token and never an access key", async () => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    await connect(app, mock);
    const api = app.client(STORE, { owner: OWNER });
    const { data } = await api.GET("/entity/ms.products", { headers: { "access-key": STOREHIPPO_ACCESS_KEY } });
    expect(data?.paging?.total).toBe(3);
    const sent = traffic.requests.at(-1)!;
    expect(sent.url).toBe(`${HOST}/api/1.1/entity/ms.products`);
    expect(sent.headers.get("authorization")).toBe(`Bearer ${mock.state.tokens[0]!.token}`);
    expect(sent.headers.has("access-key")).toBe(false);
  });

  test("the token works until the client is uninstalled; then 401, the connection is rejected, and no request leaves", async () => {
    const traffic = counting();
    const rejected: string[] = [];
    const app = createApp({ fetch: traffic.fetch, on: { rejected: ({ account }) => void rejected.push(account) } });
    await connect(app, mock);
    const api = app.client(STORE);
    for (let count = 0; count < 3; count++) expect((await api.GET("/entity/ms.orders")).response.status).toBe(200);

    mock.uninstall(STORE);
    const { error, response } = await api.GET("/entity/ms.orders");
    expect(response.status).toBe(401);
    expect(error).toEqual({ error: "Unauthorized" });
    expect(mock.refusals.at(-1)?.rule).toBe("the token was revoked: uninstalled");
    expect((await app.connection(STORE))?.status).toBe("rejected");
    expect(rejected).toEqual([STORE]);

    const before = traffic.requests.length;
    expect(await codeOf(api.GET("/entity/ms.orders"))).toBe("reauthorization_required");
    expect(await codeOf(api.entity("ms.orders").list())).toBe("reauthorization_required");
    expect(traffic.requests.length).toBe(before);

    await connect(app, mock);
    expect((await api.GET("/entity/ms.orders")).response.status).toBe(200);
  });

  test("a token of one store opens no other", async () => {
    const app = createApp();
    await connect(app, mock);
    await connect(app, mock, { store: "acme" });
    const token = mock.state.tokens.find(({ store }) => store === "acme")!.token;
    const response = await fetch(`${HOST}/api/1.1/entity/ms.products`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(401);
    expect(mock.refusals.at(-1)?.rule).toBe("the token is one of the store acme");
    const names = await Promise.all(
      [STORE, "acme"].map(async (store) => (await app.client(store).entity("ms.products").list()).fileBaseUrl),
    );
    expect(names.map((url) => new URL(url!).host)).toEqual([`${STORE}.storehippo.com`, "acme.storehippo.com"]);
  });

  test("a store that was never connected, and one of another owner, are refused without a request", async () => {
    const traffic = counting();
    const app = createApp({ fetch: traffic.fetch });
    expect(await codeOf(app.client("acme").GET("/entity/ms.orders"))).toBe("not_connected");
    await app.adopt({ account: STORE, owner: OWNER, credential: { accessToken: "token" } });
    expect(await codeOf(app.client(STORE, { owner: "user-8" }).GET("/entity/ms.orders"))).toBe("owner_mismatch");
    expect(traffic.requests).toHaveLength(0);
  });

  test("the mock takes access keys, and never both", async () => {
    const url = `${HOST}/api/1.1/entity/ms.products`;
    const key = await fetch(url, { headers: { "access-key": STOREHIPPO_ACCESS_KEY } });
    expect(key.status).toBe(200);
    const both = await fetch(url, { headers: { "access-key": STOREHIPPO_ACCESS_KEY, authorization: "Bearer x" } });
    expect([both.status, (await fetch(url)).status]).toEqual([401, 401]);
    expect(mock.refusals.map(({ rule }) => rule)).toEqual([
      "a bearer token and an access key are sent together",
      "there is no bearer token and no access key",
    ]);
  });

  test("a custom domain serves API calls only; the flow stays on storehippo.com", async () => {
    const traffic = counting();
    const app = createApp({
      fetch: traffic.fetch,
      apiOrigin: (store) => (store === STORE ? "https://www.northwind.example" : undefined),
    });
    await connect(app, mock);
    await connect(app, mock, { store: "acme" });
    await app.client(STORE).entity("ms.products").list();
    await app.client("acme").entity("ms.products").list();
    expect(traffic.requests.map(({ url }) => url.split("?")[0])).toEqual([
      `${HOST}${TOKEN}`,
      `https://acme.storehippo.com${TOKEN}`,
      "https://www.northwind.example/api/1.1/entity/ms.products",
      "https://acme.storehippo.com/api/1.1/entity/ms.products",
    ]);
  });

  test.each([
    "http://www.northwind.example",
    "https://www.northwind.example/",
    "https://www.northwind.example/shop",
    "www.northwind.example",
    "https://user@www.northwind.example",
  ])("an apiOrigin of %s is refused", (origin) => {
    expect(() => createApp({ apiOrigin: () => origin }).client(STORE)).toThrow(
      expect.objectContaining({ code: "invalid_options" }),
    );
  });
});

describe("hostile answers of the API", () => {
  const url = `${HOST}/api/1.1/entity/ms.products`;
  const answers: [string, () => Response, string][] = [
    ["a page with 200", () => html("<!doctype html><h1>Sold out</h1>"), "storehippo answered 200: not JSON"],
    [
      "truncated JSON",
      () => new Response('{"data":[{"_id":"68', { headers: { "content-type": "application/json" } }),
      "storehippo answered 200: not JSON",
    ],
    ["nothing", () => new Response(null, { status: 200 }), "storehippo answered 200: nothing"],
    ["text", () => Response.json("Updated successfully"), "storehippo answered 200: not a record or list"],
    [
      "200 with a failure",
      () => Response.json({ error: "limit_exceeded", data: null }),
      "storehippo answered 200: limit_exceeded",
    ],
    [
      "a page with 400",
      () => html("<html>Busy</html>", 400),
      "storehippo answered 400: a page instead of an API answer",
    ],
    ["an empty 403", () => new Response(null, { status: 403 }), "storehippo answered 403: HTTP 403"],
  ];
  test.each(answers)("%s: an ApiError, and a later try succeeds", async (_, answer, message) => {
    const seam = intercepting(url);
    const app = createApp({ fetch: seam.fetch });
    await connect(app, mock);
    seam.answer = answer;
    const products = app.client(STORE).entity("ms.products");
    const error = await products.list().catch((each: unknown) => each);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toBe(message);
    seam.answer = undefined;
    expect((await products.list()).data).toHaveLength(3);
  });

  test("a redirect is not followed", async () => {
    const seam = intercepting(url);
    const app = createApp({ fetch: seam.fetch });
    await connect(app, mock);
    seam.answer = () => Response.redirect("https://evil.example/", 302);
    expect(await codeOf(app.client(STORE).GET("/entity/ms.products"))).toBe("redirect_refused");
  });
});

describe("bad options", () => {
  test.each<[string, object]>([
    ["no client id", { clientId: "" }],
    ["a client secret that is not text", { clientSecret: 7 }],
    ["an unknown version", { apiVersion: "2" }],
    ["a version that every object has", { apiVersion: "constructor" }],
    ["an apiOrigin that is no function", { apiOrigin: "https://www.northwind.example" }],
    ["an unknown option", { clientID: "x" }],
    ["http", { redirectUri: "http://app.example.com/callback" }],
    ["a short secret", { secrets: ["short"] }],
  ])("%s", (_, options) => {
    expect(() => createApp(options)).toThrow(expect.objectContaining({ code: "invalid_options" }));
  });
});
