import { describe, expect, it } from "vitest";
import { browserBound, isShopAuthError, signedQuery, stateParam } from "../src/index.ts";
import { sqliteStore } from "../src/stores/sqlite.ts";
import { Browser, begun, codeOf, platformServer, REDIRECT, SECRET, testApp } from "./fixture.ts";

const setup = (platform: Parameters<typeof testApp>[0] = {}, options: Parameters<typeof testApp>[1] = {}) => {
  const server = platformServer();
  return { server, app: testApp(platform, { fetch: server.fetch, ...options }), browser: new Browser() };
};

describe("begin", () => {
  it("answers 303 to the platform with a sealed, hardened cookie and nothing to cache", async () => {
    const { app, browser } = setup();
    const { response, authorize } = await begun(app, browser);
    expect(response.status).toBe(303);
    expect(authorize.origin).toBe("https://acme.shops.example");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const cookie = response.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(
      /^__Host-shopauth-test-\w+=1\.[\w-]+\.[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(cookie).not.toMatch(/acme|callback/);
  });

  it("answers only POST or a same-origin GET", async () => {
    const { app, browser } = setup();
    const attempt = (method: string, site?: string) =>
      codeOf(
        app.begin(browser.request("https://app.example/connect", method, site ? { "sec-fetch-site": site } : {}), {
          shop: "acme",
          owner: "ann",
        }),
      );
    expect(await attempt("GET")).toBe("invalid_request");
    expect(await attempt("GET", "cross-site")).toBe("invalid_request");
    expect(await attempt("GET", "same-site")).toBe("invalid_request");
    expect(await attempt("GET", "none")).toBe("invalid_request");
    expect(await attempt("PUT")).toBe("invalid_request");
    expect(await attempt("GET", "same-origin")).toBe("resolved");
    expect(await attempt("POST")).toBe("resolved");
  });

  it("uses plain cookies over http on loopback only", async () => {
    const { app, browser } = setup({}, { redirectUri: "http://127.0.0.1:3000/callback" });
    const { response } = await begun(app, browser);
    expect(response.headers.getSetCookie()[0]).toMatch(/^shopauth-test-/);
    expect(response.headers.getSetCookie()[0]).not.toMatch(/Secure/);
  });

  it("makes a state that never repeats and holds nothing of the cookie", async () => {
    const { app, browser } = setup();
    const states = new Set<string>();
    for (let index = 0; index < 50; index++)
      states.add((await begun(app, browser)).authorize.searchParams.get("state")!);
    for (const state of states) expect(state).toMatch(/^\w{17}\.[\w-]{43}$/);
    expect(new Set([...states].map((state) => state.split(".")[1])).size).toBe(50);
  });

  it("keeps at most four open flows in a browser", async () => {
    const { app, browser } = setup();
    for (let index = 0; index < 7; index++) {
      await begun(app, browser);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(browser.cookies.size).toBe(4);
  });

  it("writes nothing to the store", async () => {
    const store = sqliteStore(":memory:");
    const { app, browser } = setup({}, { store });
    await begun(app, browser);
    for await (const key of store.list("")) expect.unreachable(key);
  });

  it.each([
    ["//evil.example"],
    ["https://evil.example"],
    ["/\\evil.example"],
    ["\\/evil"],
    ["javascript:alert(1)"],
    ["settings"],
    ["/a\nb"],
    ["/a\tb"],
    [""],
    ["/%0d%0a\r\n"],
    [`/${"a".repeat(600)}`],
    ["/\u2028"],
    ["/a b"],
  ])("refuses returnTo %j", async (returnTo) => {
    const { app, browser } = setup();
    expect(await codeOf(begun(app, browser, { returnTo }))).toBe("invalid_request");
  });

  it("refuses a hostile shop name, an empty owner and meta that is too large before anything happens", async () => {
    const { app, browser } = setup();
    for (const shop of ["acme.evil", "acme/..", "ACME@", "-acme", "xn--acme", "www", "a".repeat(64), "", "acme\n"]) {
      expect(await codeOf(begun(app, browser, { shop }))).toBe("invalid_target");
    }
    expect(await codeOf(begun(app, browser, { owner: "" }))).toBe("invalid_request");
    expect(await codeOf(app.authorizationUrl({ shop: "acme", owner: "ann", meta: "x".repeat(5000) }))).toBe(
      "invalid_request",
    );
    expect(browser.cookies.size).toBe(0);
  });

  it("says where installations begin when they do not begin here", async () => {
    const { app, browser } = setup({ beginsOnPlatform: true });
    expect(
      await codeOf(app.begin(browser.request("https://app.example/", "POST"), { shop: "acme", owner: "ann" })),
    ).toBe("begins_on_platform");
  });

  it("refuses a volatile store where the credential can be had only once", async () => {
    const { app, browser } = setup({ replay: "never" });
    expect(await codeOf(begun(app, browser))).toBe("store_volatile");
  });
});

describe("callback", () => {
  it("stores a sealed connection and sends the browser on without the query", async () => {
    const store = sqliteStore(":memory:");
    const { app, browser, server } = setup({}, { store });
    const { callback } = await begun(app, browser, { returnTo: "/settings?tab=shops" });
    const { connection, response } = await app.callback(browser.request(callback.href), { owner: "ann" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/settings?tab=shops");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(connection).toMatchObject({ platform: "test", account: "acme", owner: "ann", status: "active" });
    expect(JSON.stringify(connection)).not.toContain("token-1");
    const keys: string[] = [];
    for await (const key of store.list("")) {
      keys.push(key);
      expect((await store.get(key))!.value).toMatch(/^1\.[\w-]{11}\.[\w-]+$/);
    }
    expect(keys.length).toBe(2);
    expect(await (await app.client("acme").fetch("/orders")).json()).toMatchObject({ ok: true });
    expect(server.tokens()).toBe(1);
  });

  it("brings meta back", async () => {
    const { app, browser } = setup();
    const response = browser.take(
      await app.begin(browser.request("https://app.example/", "POST"), {
        shop: "acme",
        owner: "ann",
        meta: { plan: 7 },
      }),
    );
    const authorize = new URL(response.headers.get("location")!);
    const url = `${REDIRECT}?code=abc&state=${authorize.searchParams.get("state")}`;
    const result = await app.callback(browser.request(url), { owner: "ann" });
    expect(result.meta).toEqual({ plan: 7 });
    expect(result.connection.meta).toEqual({ plan: 7 });
  });

  it("answers a reload, a copy and twenty parallel copies from one exchange", async () => {
    const { app, browser, server } = setup();
    const { callback } = await begun(app, browser);
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => app.callback(browser.request(callback.href), { owner: "ann" })),
    );
    expect(new Set(copies.map(({ connection }) => connection.connectedAt)).size).toBe(1);
    await app.callback(browser.request(callback.href), { owner: "ann" });
    expect(server.tokens()).toBe(1);
  });

  it("lets each of several tabs finish", async () => {
    const { app, browser, server } = setup();
    const tabs = [];
    for (const shop of ["one", "two", "three", "four"]) tabs.push({ shop, ...(await begun(app, browser, { shop })) });
    for (const { shop, callback } of tabs.reverse()) {
      expect((await app.callback(browser.request(callback.href), { owner: "ann" })).connection.account).toBe(shop);
    }
    expect(server.tokens()).toBe(4);
  });

  const refused: [
    string,
    string,
    (input: { app: ReturnType<typeof testApp>; browser: Browser; callback: URL }) => Promise<unknown>,
  ][] = [
    [
      "without its cookie",
      "state_missing",
      ({ app, callback }) => app.callback(new Browser().request(callback.href), { owner: "ann" }),
    ],
    [
      "of another browser that has a flow of its own",
      "state_mismatch",
      async ({ app, callback }) => {
        const other = new Browser();
        await begun(app, other);
        return app.callback(other.request(callback.href), { owner: "ann" });
      },
    ],
    [
      "without state",
      "state_mismatch",
      ({ app, browser, callback }) => (
        callback.searchParams.delete("state"), app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
    [
      "with an altered state",
      "state_mismatch",
      ({ app, browser, callback }) => (
        callback.searchParams.set("state", `${callback.searchParams.get("state")!.slice(0, -1)}!`),
        app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
    [
      "for another owner",
      "owner_mismatch",
      ({ app, browser, callback }) => app.callback(browser.request(callback.href), { owner: "bob" }),
    ],
    ["for no owner", "owner_required", ({ app, browser, callback }) => app.callback(browser.request(callback.href))],
    [
      "with code twice",
      "invalid_request",
      ({ app, browser, callback }) => (
        callback.searchParams.append("code", "other"), app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
    [
      "with state twice",
      "invalid_request",
      ({ app, browser, callback }) => (
        callback.searchParams.append("state", "other"), app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
    [
      "of 9 KB",
      "invalid_request",
      ({ app, browser, callback }) => (
        callback.searchParams.set("x", "y".repeat(9000)), app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
    [
      "with a control character",
      "invalid_request",
      ({ app, browser, callback }) => app.callback(browser.request(`${callback.href}&x=%00`), { owner: "ann" }),
    ],
    [
      "by HEAD",
      "invalid_request",
      ({ app, browser, callback }) => app.callback(browser.request(callback.href, "HEAD"), { owner: "ann" }),
    ],
    [
      "by POST",
      "invalid_request",
      ({ app, browser, callback }) => app.callback(browser.request(callback.href, "POST"), { owner: "ann" }),
    ],
    [
      "by prefetch",
      "invalid_request",
      ({ app, browser, callback }) =>
        app.callback(browser.request(callback.href, "GET", { "sec-purpose": "prefetch;prerender" }), { owner: "ann" }),
    ],
    [
      "denied",
      "callback_denied",
      ({ app, browser, callback }) => (
        callback.searchParams.set("error", "access_denied"),
        app.callback(browser.request(callback.href), { owner: "ann" })
      ),
    ],
  ];
  it.each(refused)(
    "refuses a callback %s (%s): nothing is spent, and the real one still works",
    async (_, code, attempt) => {
      const { app, browser, server } = setup();
      const { callback } = await begun(app, browser);
      expect(await codeOf(attempt({ app, browser, callback: new URL(callback) }))).toBe(code);
      expect(server.calls).toHaveLength(0);
      expect(await app.connection("acme")).toBeUndefined();
      expect((await app.callback(browser.request(callback.href), { owner: "ann" })).connection.account).toBe("acme");
    },
  );

  it("refuses an expired flow", async () => {
    let now = Date.now();
    const { app, browser, server } = setup({}, { now: () => now });
    const { callback } = await begun(app, browser);
    now += 601_000;
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_expired");
    expect(server.calls).toHaveLength(0);
  });

  it("refuses another code once the flow is finished", async () => {
    const { app, browser, server } = setup();
    const { callback } = await begun(app, browser);
    await app.callback(browser.request(callback.href), { owner: "ann" });
    callback.searchParams.set("code", "another-code");
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_mismatch");
    expect(server.tokens()).toBe(1);
  });

  it("refuses the cookie of another registration or another secret", async () => {
    const { app, browser } = setup();
    const { callback } = await begun(app, browser);
    const { app: other } = setup({}, { secrets: ["another-secret-0123456789-abcdefghij"] });
    expect(await codeOf(other.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_missing");
  });

  it("refuses another issuer's answer where the platform has one", async () => {
    const { app, browser } = setup({ proof: stateParam("state", "https://issuer.example") });
    const { callback } = await begun(app, browser);
    for (const iss of ["https://other.example", "", "https://issuer.example/"]) {
      callback.searchParams.set("iss", iss);
      expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_mismatch");
    }
    callback.searchParams.set("iss", "https://issuer.example");
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("resolved");
  });

  it("refuses the cookie of another registration with the same secret", async () => {
    const { app, browser, server } = setup();
    const { callback } = await begun(app, browser);
    const { app: other } = setup({ registration: "another" });
    expect(await codeOf(other.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_missing");
    expect(server.calls).toEqual([]);
  });

  it("takes an account from nobody", async () => {
    const { app, browser, server } = setup();
    const { callback } = await begun(app, browser);
    await app.callback(browser.request(callback.href), { owner: "ann" });
    expect(await codeOf(begun(app, new Browser(), { owner: "bob" }))).toBe("owner_mismatch");
    expect(server.tokens()).toBe(1);
  });

  it("gives a prefetch 204 and an error a plain page without details", async () => {
    const { app, browser } = setup();
    const { callback } = await begun(app, browser);
    const error = await app
      .callback(browser.request(callback.href, "HEAD"), { owner: "ann" })
      .catch((caught: unknown) => caught);
    expect(isShopAuthError(error) && error.toResponse().status).toBe(204);
    const missing = await app
      .callback(new Browser().request(callback.href), { owner: "ann" })
      .catch((caught: unknown) => caught);
    const page = isShopAuthError(missing) ? missing.toResponse() : undefined;
    expect(page?.status).toBe(400);
    expect(page?.headers.get("cache-control")).toBe("no-store");
    expect(page?.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await page?.text()).toMatch(
      /^state_missing: The callback came without its flow cookie\nNo flow cookie came/,
    );
  });
});

describe("browserBound", () => {
  const bound = () => setup({ proof: browserBound() });

  it("carries a link in the redirect URI and compares it when it comes back", async () => {
    const { app, browser } = bound();
    const { callback } = await begun(app, browser);
    expect(callback.searchParams.get("flow")).toMatch(/^\w{17}\./);
    expect((await app.callback(browser.request(callback.href), { owner: "ann" })).connection.account).toBe("acme");
    const second = (await begun(app, browser, { shop: "other" })).callback;
    second.searchParams.set("flow", "forged");
    expect(await codeOf(app.callback(browser.request(second.href), { owner: "ann" }))).toBe("state_mismatch");
  });

  it("finds the flow by the cookie alone, and refuses where two tabs mean different accounts", async () => {
    const { app, browser } = bound();
    const { callback } = await begun(app, browser);
    callback.searchParams.delete("flow");
    await begun(app, browser, { shop: "other" });
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_mismatch");
    const fresh = new Browser();
    const again = (await begun(app, fresh, { shop: "third" })).callback;
    again.searchParams.delete("flow");
    expect((await app.callback(fresh.request(again.href), { owner: "ann" })).connection.account).toBe("third");
    expect(await codeOf(app.callback(new Browser().request(again.href), { owner: "ann" }))).toBe("state_missing");
  });

  it("lets a finished flow not stand in the way of the next", async () => {
    const { app, browser } = bound();
    for (const shop of ["one", "two"]) {
      const { callback } = await begun(app, browser, { shop, code: `code-${shop}` });
      callback.searchParams.delete("flow");
      expect((await app.callback(browser.request(callback.href), { owner: "ann" })).connection.account).toBe(shop);
    }
  });
});

describe("signedQuery", () => {
  const secret = "signing-secret-of-the-app";
  const sign = async (values: Record<string, string>, order = ["shop", "code", "time"]) => {
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(secret),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const text = order.map((name) => `${name}=${values[name]}`).join("&");
    return Buffer.from(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text))).toString("hex");
  };
  const proof = signedQuery({
    secrets: [secret],
    messages: [
      ["shop", "code", "time"],
      ["code", "shop", "time"],
    ],
    timestamp: "time",
  });
  const callback = async (values: Record<string, string>, extra: Record<string, string> = {}) =>
    `${REDIRECT}?${new URLSearchParams({ ...values, hmac: await sign(values), ...extra })}`;
  const fresh = (shop = "acme") => ({ shop, code: "abc-123", time: String(Math.floor(Date.now() / 1000)) });

  it("makes an unclaimed connection that nobody can use before a claim", async () => {
    const { app, server } = setup({ proof, beginsOnPlatform: true });
    const { connection } = await app.callback(new Request(await callback(fresh())));
    expect(connection).toMatchObject({ account: "acme", status: "unclaimed" });
    expect(connection.owner).toBeUndefined();
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("owner_required");
    expect(await app.claim("acme", "ann")).toMatchObject({ owner: "ann", status: "active" });
    expect(await codeOf(app.claim("acme", "bob"))).toBe("owner_mismatch");
    expect((await app.client("acme", { owner: "ann" }).fetch("/x")).status).toBe(200);
    expect(await codeOf(app.client("acme", { owner: "bob" }).fetch("/x"))).toBe("owner_mismatch");
    expect(server.calls.length).toBe(2);
  });

  it("keeps the owner when the shop installs again, and answers a repetition without another exchange", async () => {
    const { app, server } = setup({ proof, beginsOnPlatform: true });
    const url = await callback(fresh());
    await app.callback(new Request(url));
    await app.callback(new Request(url));
    expect(server.tokens()).toBe(1);
    await app.claim("acme", "ann");
    const again = await app.callback(new Request(await callback({ ...fresh(), code: "def" })));
    expect(again.connection).toMatchObject({ owner: "ann", status: "active" });
    expect(server.tokens()).toBe(2);
  });

  it("accepts both orders and refuses everything else", async () => {
    const { app } = setup({ proof, beginsOnPlatform: true });
    const values = fresh();
    const other = `${REDIRECT}?${new URLSearchParams({ ...values, hmac: await sign(values, ["code", "shop", "time"]) })}`;
    expect((await app.callback(new Request(other))).connection.account).toBe("acme");
    const cases: [string, string][] = [
      ["signature_mismatch", (await callback(values)).replace("shop=acme", "shop=evil")],
      ["signature_mismatch", (await callback(values)).replace(/hmac=./, "hmac=x")],
      ["signature_mismatch", (await callback(values)).replace(/hmac=\w+/, (text) => text.toUpperCase())],
      ["signature_mismatch", (await callback(values)).replace(/hmac=\w+/, "hmac=")],
      ["signature_mismatch", (await callback(values)).replace(/&hmac=\w+/, "")],
      ["signature_mismatch", await callback({ ...values, time: "1e9" })],
      ["signature_mismatch", await callback({ ...values, time: "-5" })],
      ["signature_mismatch", await callback({ ...values, code: "a&b" })],
      ["invalid_request", `${await callback(values)}&shop=acme`],
      ["callback_expired", await callback({ ...values, time: String(Number(values.time) - 302) })],
      ["callback_expired", await callback({ ...values, time: String(Number(values.time) + 63) })],
    ];
    for (const [code, url] of cases) expect([code, await codeOf(app.callback(new Request(url)))]).toEqual([code, code]);
    expect(
      await codeOf(app.callback(new Request(await callback({ ...values, time: String(Number(values.time) - 297) })))),
    ).toBe("resolved");
  });

  it("refuses a weak secret", () => {
    expect(() => signedQuery({ secrets: ["short"], messages: [["a"]] })).toThrowError(
      expect.objectContaining({ code: "invalid_options" }),
    );
    expect(() => signedQuery({ secrets: [""], messages: [["a"]] })).toThrowError(
      expect.objectContaining({ code: "invalid_options" }),
    );
  });
});

describe("without Request and Response", () => {
  it("runs the same steps with the app's own session", async () => {
    const { app } = setup();
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner: "ann", returnTo: "/done" });
    const query = new URLSearchParams({ code: "abc", state: url.searchParams.get("state")! });
    expect(await codeOf(app.exchange({ query, owner: "ann" }))).toBe("state_missing");
    const { connection, returnTo } = await app.exchange({ query, flow, owner: "ann" });
    expect([connection.account, returnTo]).toEqual(["acme", "/done"]);
  });
});

describe("connections", () => {
  it("lists by owner, adopts, disconnects", async () => {
    const { app, browser } = setup();
    const { callback } = await begun(app, browser);
    await app.callback(browser.request(callback.href), { owner: "ann" });
    await app.adopt({ account: "globex", owner: "bob", credential: { accessToken: "adopted-token" } });
    const names = async (filter?: { owner: string }) => {
      const all: string[] = [];
      for await (const { account } of app.connections(filter)) all.push(account);
      return all.sort();
    };
    expect(await names()).toEqual(["acme", "globex"]);
    expect(await names({ owner: "bob" })).toEqual(["globex"]);
    await app.disconnect("acme");
    await app.disconnect("acme");
    expect(await names()).toEqual(["globex"]);
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("not_connected");
    expect(await codeOf(app.adopt({ account: "bad", credential: { accessToken: "with space\n" } }))).toBe(
      "token_response_invalid",
    );
    expect(await codeOf(app.adopt({ account: "bad" }))).toBe("token_response_invalid");
    expect(await codeOf(app.adopt({ account: "globex", owner: "eve", credential: { accessToken: "x" } }))).toBe(
      "owner_mismatch",
    );
  });

  it("refuses bad options with a code and a hint", () => {
    const bad: Parameters<typeof testApp>[1][] = [
      { secrets: [] as never },
      { secrets: ["short"] },
      { secrets: [SECRET, SECRET] },
      { redirectUri: "http://app.example/cb" },
      { redirectUri: "nonsense" },
      { redirectUri: "https://app.example/#x" },
      { redirectUri: "http://127.0.0.1.evil.example/" },
      { flowTtl: 5 },
      { cookiePrefix: "a b" },
      { store: {} as never },
      { unknown: 1 } as never,
      { fetch: "x" as never },
    ];
    for (const options of bad) {
      expect(() => testApp({}, options), JSON.stringify(options)).toThrowError(
        expect.objectContaining({ code: "invalid_options", hint: expect.stringMatching(/./) }),
      );
    }
  });
});
