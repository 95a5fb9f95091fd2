import { getResponse, HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import {
  type Connection,
  createShoprenter,
  decodeAccessToken,
  memoryStore,
  readError,
  type Shoprenter,
  verifyPaymentNotification,
} from "../src/index.ts";
import { mockShoprenter, SHOPRENTER_APP, signShoprenter } from "../src/testing.ts";
import { app, client, ENTRY, OWNER, own, SECRET, SHOP, UNINSTALL, useShoprenter } from "./setup.ts";

const { clientId, clientSecret } = SHOPRENTER_APP;
const TOKEN = `https://oauth.app.shoprenter.net/${SHOP}/app/token`;
const PRODUCTS = `https://${SHOP}.api2.myshoprenter.hu/api/products`;
const HOUR = 3_600_000;
const { mock, use, restore, asked } = useShoprenter({ shops: [SHOP], perSecond: Number.POSITIVE_INFINITY });
const tokens = () => asked(/\/app\/token$/);
const api = () => asked(/\.api2\.myshoprenter\.hu/);

const get = (url: URL | string) => new Request(url);
const first = { params: { query: { limit: 1 } } } as const;
const installed = async (shoprenter: Shoprenter): Promise<Connection> => {
  const { connection } = await shoprenter.callback(get(await mock.install({ shop: SHOP })));
  return connection;
};
const changed = (url: URL, changes: Record<string, string>): URL => {
  const other = new URL(url);
  for (const [name, value] of Object.entries(changes)) other.searchParams.set(name, value);
  return other;
};

describe("tokens", () => {
  it("are asked for with client credentials as JSON at the shop's token URL", async () => {
    await client().GET("/products", first);
    expect(tokens()).toHaveLength(1);
    expect(tokens()[0]!.url).toBe(TOKEN);
    expect(tokens()[0]!.method).toBe("POST");
    expect(tokens()[0]!.headers.get("content-type")).toBe("application/json");
    expect(await tokens()[0]!.json()).toEqual({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    });
  });

  it("are bearer tokens of 3600 seconds, in the form of a JWT", async () => {
    const response = await fetch(TOKEN, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret }),
    });
    const { token_type, expires_in, access_token } = (await response.json()) as Record<string, unknown>;
    expect({ token_type, expires_in }).toEqual({ token_type: "Bearer", expires_in: 3600 });
    const [header, payload] = String(access_token)
      .split(".")
      .map((part) => Buffer.from(part, "base64url").toString());
    expect(JSON.parse(header!)).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect(JSON.parse(payload!)).toMatchObject({ aud: clientId, realm: SHOP, jti: expect.any(String) });
  });

  it("go with every call to the shop's own API, which answers JSON", async () => {
    const { data } = await client().GET("/products", first);
    expect(data?.items).toHaveLength(1);
    const { url, headers } = api()[0]!;
    expect(url).toBe(`${PRODUCTS}?limit=1`);
    expect(headers.get("accept")).toBe("application/json");
    expect([...mock.state.tokens.keys()]).toContain(headers.get("authorization")!.replace("Bearer ", ""));
  });

  it("that are refused with invalid_client become an error in the platform's own words", async () => {
    const wrong = createShoprenter({ clientId, clientSecret: "x".repeat(40), direct: true }).client(SHOP);
    await expect(wrong.GET("/products")).rejects.toMatchObject({
      code: "renewal_failed",
      platform: "shoprenter",
      account: SHOP,
      status: 401,
      said: { code: "invalid_client", message: "Client authentication failed" },
    });
    expect(mock.refusals.at(-1)?.rule).toBe("client_secret does not belong to client_id");
    expect(api()).toHaveLength(0);
  });

  it("that are refused with invalid_request keep the hint", async () => {
    // Something on the way eats the client id.
    const cut: typeof fetch = (input, init) => {
      const body =
        String(input) === TOKEN
          ? JSON.stringify({ ...JSON.parse(String(init!.body)), client_id: undefined })
          : init!.body;
      return fetch(input, { ...init, body: body ?? null });
    };
    const error = await client(SHOP, { fetch: cut })
      .GET("/products")
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "renewal_failed", status: 400, said: { code: "invalid_request" } });
    expect((error as { said: { message: string } }).said.message).toMatch(/Check the `client_id` parameter$/);
  });

  it("of a shop without the app are refused, which install tells as well", async () => {
    const url = await mock.install({ shop: "other" });
    mock.shop("other").installed = false;
    await expect(app().callback(get(url))).rejects.toMatchObject({
      code: "exchange_failed",
      status: 401,
      said: { code: "invalid_client", message: "Client authentication failed" },
    });
  });

  it("are not asked for in another way than JSON", async () => {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    });
    const response = await fetch(TOKEN, { method: "POST", body: form });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_request", hint: "Check the `grant_type` parameter" });
  });

  it("that name another shop are not used", async () => {
    const payload = Buffer.from(JSON.stringify({ realm: "evil" })).toString("base64url");
    const access_token = `e30.${payload}.c2ln`;
    use(http.post(TOKEN, () => HttpResponse.json({ token_type: "Bearer", expires_in: 3600, access_token })));
    await expect(client().GET("/products")).rejects.toMatchObject({ code: "renewal_failed" });
    expect(api()).toHaveLength(0);
  });

  it("end when they say so themselves, if that is sooner", async () => {
    const iat = Math.floor(Date.now() / 1000);
    const payload = Buffer.from(JSON.stringify({ realm: SHOP, iat, exp: iat + 90 })).toString("base64url");
    const access_token = `e30.${payload}.c2ln`;
    use(http.post(TOKEN, () => HttpResponse.json({ token_type: "bearer", expires_in: 3600, access_token })));
    const { expiresAt = 0 } = await installed(app());
    expect(expiresAt - Date.now()).toBeGreaterThan(80_000);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(90_000);
  });

  it("of another kind than bearer are not used", async () => {
    use(http.post(TOKEN, () => HttpResponse.json({ token_type: "mac", expires_in: 3600, access_token: "abc" })));
    await expect(installed(app())).rejects.toMatchObject({ code: "token_response_invalid" });
  });

  it("show granted scopes and expiry without being trusted", async () => {
    mock.shop(SHOP).scopes = ["product.product:read"];
    const shoprenter = app();
    const connection = await installed(shoprenter);
    expect(connection.scopes).toEqual(["product.product:read"]);
    const [[token, issued] = []] = [...mock.state.tokens];
    const shown = decodeAccessToken(token!);
    expect(shown).toMatchObject({ scopes: ["product.product:read"], realm: SHOP });
    expect(Math.abs(shown!.expiresAt! - issued!.expiresAt)).toBeLessThan(1000);
    // Anyone can write one: decoding proves nothing, and no call is refused or allowed by it.
    const forged = `e30.${Buffer.from(JSON.stringify({ scopes: ["order.order:write"] })).toString("base64url")}.`;
    expect(decodeAccessToken(forged)?.scopes).toEqual(["order.order:write"]);
    expect(decodeAccessToken("opaque")).toBeUndefined();
  });
});

describe("expiry", () => {
  it("is noticed before a call, not after it is refused", async () => {
    let time = Date.now();
    const now = () => time;
    const own = mockShoprenter({ shops: [SHOP], now, perSecond: Number.POSITIVE_INFINITY });
    use(...own.handlers);
    const acme = client(SHOP, { now });
    expect((await acme.GET("/products", first)).response.status).toBe(200);
    expect((await acme.GET("/products", first)).response.status).toBe(200);
    expect(tokens()).toHaveLength(1);
    time += HOUR;
    expect((await acme.GET("/products", first)).response.status).toBe(200);
    expect(tokens()).toHaveLength(2);
    expect(own.refusals).toEqual([]);
  });

  it("costs one token request for 100 parallel calls, at three calls a second", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
    try {
      const emulated = mockShoprenter({ shops: [SHOP] });
      const seen: { at: number; path: string }[] = [];
      const ask: typeof fetch = async (input, init) => {
        const request = new Request(input, init);
        seen.push({ at: Date.now(), path: new URL(request.url).pathname });
        return (await getResponse(emulated.handlers, request))!;
      };
      /** Lets time pass as the calls need it. */
      const pass = async <Value>(work: Promise<Value>): Promise<Value> => {
        let busy = true;
        const end = work.finally(() => {
          busy = false;
        });
        end.catch(() => {});
        while (busy) {
          for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
          await vi.advanceTimersByTimeAsync(50);
        }
        return end;
      };
      const acme = client(SHOP, { fetch: ask });
      await pass(acme.GET("/products", first));
      await vi.advanceTimersByTimeAsync(HOUR);
      seen.length = 0;
      const work = Promise.all(Array.from({ length: 100 }, () => acme.GET("/products", first)));
      // Sealing the token takes real time on other threads; from then on only the clock is waited for.
      const sent = () => seen.filter(({ path }) => path === "/api/products");
      for (let turn = 0; turn < 1_000_000 && sent().length < 3; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      const answers = await pass(work);
      expect(answers.map(({ response }) => response.status)).toEqual(Array.from({ length: 100 }, () => 200));
      expect(seen.filter(({ path }) => path.endsWith("/app/token"))).toHaveLength(1);
      expect(emulated.refusals).toEqual([]);
      const times = sent().map(({ at }) => at);
      expect(times).toHaveLength(100);
      for (let index = 3; index < times.length; index++)
        expect(times[index]! - times[index - 3]!).toBeGreaterThanOrEqual(900);
    } finally {
      vi.useRealTimers();
    }
  });

  it("that the shop knows and we do not renews once and sends a POST again with its body", async () => {
    const acme = client();
    await acme.GET("/products", first);
    mock.state.tokens.clear();
    const { data } = await acme.POST("/customerGroups", { body: { name: "Partners" } });
    expect(data?.name).toBe("Partners");
    expect(tokens()).toHaveLength(2);
    const posts = api().filter(({ method }) => method === "POST");
    expect(await Promise.all(posts.map((post) => post.json()))).toEqual([{ name: "Partners" }, { name: "Partners" }]);
    expect(
      mock
        .shop(SHOP)
        .list("customerGroups")
        .filter(({ name }) => name === "Partners"),
    ).toHaveLength(1);
  });

  it("that does not end is not renewed again and again", async () => {
    use(http.get(PRODUCTS, () => HttpResponse.json({ error: "access_denied" }, { status: 401 })));
    const acme = client();
    for (let time = 0; time < 3; time++) expect((await acme.GET("/products")).response.status).toBe(401);
    expect(tokens()).toHaveLength(2);
  });
});

describe("a shop's own API client", () => {
  it("works in one line, without a flow and a store", async () => {
    const acme = createShoprenter({ clientId, clientSecret, direct: true }).client(SHOP);
    expect(
      (await acme.GET("/languages", { params: { query: { full: 1 } } })).data?.items.map(({ code }) => code),
    ).toEqual(["hu", "en"]);
  });

  it.each(["acme.evil.example", "acme/../evil", "ACME.", "", "-acme", "acme:80", "a".repeat(64), "acme#"])(
    "does not take %j for a shop",
    (shop) => {
      expect(() => own().client(shop)).toThrow(expect.objectContaining({ code: "invalid_target" }));
    },
  );
});

describe("an app that shops install", () => {
  it("begins in the admin: install, claim, call", async () => {
    const shoprenter = app();
    const { connection, response } = await shoprenter.callback(get(await mock.install({ shop: SHOP })));
    expect(connection).toMatchObject({ platform: "shoprenter", account: SHOP, status: "unclaimed" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`https://${SHOP}.myshoprenter.hu/admin/app/117`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");

    await expect(shoprenter.client(SHOP).GET("/products")).rejects.toMatchObject({ code: "owner_required" });
    expect(api()).toHaveLength(0);
    await shoprenter.claim(SHOP, OWNER);
    expect((await shoprenter.client(SHOP, { owner: OWNER }).GET("/products", first)).data?.items).toHaveLength(1);
    await expect(shoprenter.client(SHOP, { owner: "another" }).GET("/products")).rejects.toMatchObject({
      code: "owner_mismatch",
    });
    await expect(shoprenter.claim(SHOP, "another")).rejects.toMatchObject({ code: "owner_mismatch" });
  });

  it("asks nothing for a shop that was never installed", async () => {
    await expect(app().client("stranger").GET("/products")).rejects.toMatchObject({
      code: "not_connected",
      account: "stranger",
    });
    expect([...tokens(), ...api()]).toHaveLength(0);
  });

  it("cannot begin here", async () => {
    const request = new Request("https://app.example.com/connect", { method: "POST" });
    await expect(app().begin(request, { shop: SHOP, owner: OWNER })).rejects.toMatchObject({
      code: "begins_on_platform",
    });
  });

  it.each(["demos", "docs"] as const)("takes signatures in the order of the %s", async (order) => {
    const { connection } = await app().callback(get(await mock.install({ shop: SHOP, order })));
    expect(connection.account).toBe(SHOP);
  });

  it.each([
    ["a wrong hmac", { hmac: "0".repeat(64) }],
    ["an hmac of another form", { hmac: "abc" }],
    ["another shop", { shopname: "evil" }],
    ["another code", { code: "0" }],
    ["another time", { timestamp: "1" }],
    ["a shop that is no label", { shopname: "acme.evil.example" }],
  ])("refuses %s", async (_, changes) => {
    const url = changed(await mock.install({ shop: SHOP }), changes);
    await expect(app().callback(get(url))).rejects.toMatchObject({ code: "signature_mismatch" });
    expect(tokens()).toHaveLength(0);
  });

  it("refuses a signature in capitals and one of another secret", async () => {
    const url = await mock.install({ shop: SHOP });
    const upper = changed(url, { hmac: url.searchParams.get("hmac")!.toUpperCase() });
    await expect(app().callback(get(upper))).rejects.toMatchObject({ code: "signature_mismatch" });
    await expect(app({ clientSecret: "y".repeat(72) }).callback(get(url))).rejects.toMatchObject({
      code: "signature_mismatch",
    });
  });

  it("takes the secret before the present one while it changes", async () => {
    const other = mockShoprenter({ shops: [SHOP], clientSecret: "z".repeat(72) });
    use(...other.handlers);
    // Signed with the old secret, while tokens are asked for with the one that has replaced it.
    const url = await mock.install({ shop: SHOP });
    const both = app({ clientSecret: "z".repeat(72), previousClientSecret: clientSecret });
    expect((await both.callback(get(url))).connection.account).toBe(SHOP);
  });

  it("refuses what is old, and what comes from the future", async () => {
    const url = await mock.install({ shop: SHOP });
    for (const shift of [301_000, -62_000]) {
      const late = app({ now: () => Date.now() + shift });
      await expect(late.callback(get(url))).rejects.toMatchObject({ code: "callback_expired" });
    }
    const patient = app({ now: () => Date.now() + 301_000, maxAge: 600 });
    expect((await patient.callback(get(url))).connection.account).toBe(SHOP);
  });

  it("refuses parameters that are there twice", async () => {
    const url = await mock.install({ shop: SHOP });
    for (const name of ["shopname", "code", "timestamp", "hmac", "app_url"]) {
      const twice = new URL(`${url}&${name}=${encodeURIComponent(url.searchParams.get(name)!)}`);
      await expect(app().callback(get(twice))).rejects.toMatchObject({ code: "invalid_request" });
    }
    expect(tokens()).toHaveLength(0);
  });

  it("reads shopName as shopname", async () => {
    const url = await mock.install({ shop: SHOP });
    const search = url.search.replace("shopname=", "shopName=");
    expect((await app().callback(get(url.origin + url.pathname + search))).connection.account).toBe(SHOP);
  });

  it("does not send the browser where app_url says", async () => {
    const url = changed(await mock.install({ shop: SHOP }), { app_url: "https://evil.example.com/" });
    const { response } = await app().callback(get(url));
    expect(response.headers.get("location")).toBe(`https://${SHOP}.myshoprenter.hu/admin/app/117`);
  });

  it("answers a callback that comes again without a second exchange", async () => {
    const shoprenter = app({ store: memoryStore() });
    const url = await mock.install({ shop: SHOP });
    const once = await shoprenter.callback(get(url));
    await shoprenter.claim(SHOP, OWNER);
    const again = await shoprenter.callback(get(url));
    expect(tokens()).toHaveLength(1);
    expect(again.response.headers.get("location")).toBe(once.response.headers.get("location"));
    expect(await shoprenter.connection(SHOP)).toMatchObject({ owner: OWNER, status: "active" });
  });

  it("gives the values of a request that are signed, and apart from them those that are not", async () => {
    const url = changed(await mock.open({ shop: SHOP, uri: ENTRY }), {
      lang: "hu",
      app_url: "https://evil.example.com/",
    });
    const given = await app().verifyRequest(get(url));
    expect(given).toMatchObject({
      shop: SHOP,
      code: url.searchParams.get("code"),
      timestamp: Number(url.searchParams.get("timestamp")),
    });
    expect({ ...given.unsigned }).toEqual({ lang: "hu", app_url: "https://evil.example.com/" });
    await expect(app().verifyRequest(get(changed(url, { code: "1" })))).rejects.toMatchObject({
      code: "signature_mismatch",
    });
    await expect(app().verifyRequest(get(ENTRY))).rejects.toMatchObject({ code: "signature_mismatch" });
  });
});

describe("a browser that came from the admin", () => {
  const HTTPS = { redirectUri: "https://app.example.com/callback/shoprenter" };
  const bring = (setCookie: string, name?: string) => {
    const pair = setCookie.split(";")[0]!;
    const cookie = name === undefined ? pair : pair.replace(/^[^=]+/, name);
    return new Request("https://app.example.com/claim", { method: "POST", headers: { cookie } });
  };
  const nameOf = (setCookie: string) => setCookie.split("=")[0]!;

  it("is known for an hour, for that shop alone", async () => {
    let ahead = 0;
    const shoprenter = app({ ...HTTPS, now: () => Date.now() + ahead });
    const { shop, setCookie } = await shoprenter.enter(get(await mock.open({ shop: SHOP, uri: ENTRY })));
    expect(shop).toBe(SHOP);
    expect(nameOf(setCookie)).toBe(`__Host-shopauth-shoprenter.entry-${SHOP}`);
    expect(setCookie).toMatch(/; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/);
    expect(setCookie).not.toContain(`=${SHOP};`);
    expect(await shoprenter.entered(bring(setCookie), SHOP.toUpperCase())).toBe(SHOP);
    await expect(shoprenter.entered(bring(setCookie), "other")).rejects.toMatchObject({ code: "state_missing" });
    await expect(shoprenter.entered(bring(setCookie), "a.b")).rejects.toMatchObject({ code: "invalid_target" });
    ahead = HOUR;
    await expect(shoprenter.entered(bring(setCookie), SHOP)).rejects.toMatchObject({ code: "state_missing" });
  });

  it("is not known by nothing, by a forged cookie, or by one of another shop or registration", async () => {
    const shoprenter = app(HTTPS);
    const refused = { code: "state_missing", platform: "shoprenter", account: SHOP };
    await expect(shoprenter.entered(new Request("https://app.example.com/claim"), SHOP)).rejects.toMatchObject(refused);
    const other = await shoprenter.enter(get(await mock.open({ shop: "other", uri: ENTRY })));
    const name = nameOf(other.setCookie).replace("other", SHOP);
    await expect(shoprenter.entered(bring(other.setCookie, name), SHOP)).rejects.toMatchObject(refused);
    await expect(shoprenter.entered(bring(`x=${SHOP}`, name), SHOP)).rejects.toMatchObject(refused);
    const { setCookie } = await shoprenter.enter(get(await mock.open({ shop: SHOP, uri: ENTRY })));
    const second = app({ ...HTTPS, clientId: "another-app" });
    await expect(second.entered(bring(setCookie), SHOP)).rejects.toMatchObject(refused);
  });

  it("is known by its install too", async () => {
    const shoprenter = app(HTTPS);
    const { response } = await shoprenter.callback(get(await mock.install({ shop: SHOP })));
    const [setCookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(await shoprenter.entered(bring(setCookie!), SHOP)).toBe(SHOP);
  });

  it("needs a signature", async () => {
    const url = changed(await mock.open({ shop: SHOP, uri: ENTRY }), { shopname: "other" });
    await expect(app(HTTPS).enter(get(url))).rejects.toMatchObject({ code: "signature_mismatch" });
  });

  it("is not known by an address that another browser has used", async () => {
    const shoprenter = app(HTTPS);
    const url = await mock.open({ shop: SHOP, uri: ENTRY });
    const { setCookie } = await shoprenter.enter(get(url));
    await expect(shoprenter.enter(get(url))).rejects.toMatchObject({ code: "callback_expired", account: SHOP });
    // The frame was loaded again.
    const headers = { cookie: setCookie.split(";")[0]! };
    expect((await shoprenter.enter(new Request(url, { headers }))).shop).toBe(SHOP);
  });

  it("is known in the admin's frame by option, over https alone", async () => {
    const open = async (options: object) =>
      (await app({ ...HTTPS, ...options }).enter(get(await mock.open({ shop: SHOP, uri: ENTRY })))).setCookie;
    expect(await open({ embedded: true })).toMatch(/; HttpOnly; SameSite=None; Partitioned; Secure$/);
    expect(await open({})).not.toMatch(/None|Partitioned/);
    const redirectUri = "http://127.0.0.1:3000/callback";
    expect(await open({ embedded: true, redirectUri })).toMatch(/^shopauth-.*; HttpOnly; SameSite=Lax$/);
    expect(() => app({ embedded: "yes" as never })).toThrow(expect.objectContaining({ code: "invalid_options" }));
  });
});

describe("removal", () => {
  it("marks the connection once Shoprenter refuses a token", async () => {
    const rejected: string[] = [];
    const shoprenter = app({ on: { rejected: ({ account }) => void rejected.push(account) } });
    await installed(shoprenter);
    await shoprenter.claim(SHOP, OWNER);
    const url = await mock.uninstall({ shop: SHOP, uri: UNINSTALL });
    expect(url.searchParams.has("shopName")).toBe(true);
    const { shop, removed, response } = await shoprenter.uninstall(get(url));
    expect({ shop, removed }).toEqual({ shop: SHOP, removed: true });
    expect(response.ok).toBe(true);
    expect(await shoprenter.connection(SHOP)).toMatchObject({ status: "rejected", owner: OWNER });
    expect(rejected).toEqual([SHOP]);
    await expect(shoprenter.client(SHOP).GET("/products")).rejects.toMatchObject({
      code: "renewal_failed",
      status: 401,
    });
  });

  it("is not believed from an entry request that is replayed at the uninstall address", async () => {
    const shoprenter = app();
    await installed(shoprenter);
    await shoprenter.claim(SHOP, OWNER);
    const entry = await mock.open({ shop: SHOP, uri: ENTRY });
    const { removed } = await shoprenter.uninstall(get(UNINSTALL + entry.search));
    expect(removed).toBe(false);
    expect(await shoprenter.connection(SHOP)).toMatchObject({ status: "active", owner: OWNER });
    expect((await shoprenter.client(SHOP).GET("/products", first)).response.status).toBe(200);
  });

  it("needs a signature", async () => {
    const shoprenter = app();
    await installed(shoprenter);
    const url = changed(await mock.uninstall({ shop: SHOP, uri: UNINSTALL }), { hmac: "0".repeat(64) });
    await expect(shoprenter.uninstall(get(url))).rejects.toMatchObject({ code: "signature_mismatch" });
    expect(await shoprenter.connection(SHOP)).toMatchObject({ status: "unclaimed" });
  });

  it("is not believed where Shoprenter is too busy to say", async () => {
    const shoprenter = app();
    await installed(shoprenter);
    await shoprenter.claim(SHOP, OWNER);
    use(http.post(TOKEN, () => HttpResponse.json({ error: "too_many_requests" }, { status: 429 })));
    const url = await mock.uninstall({ shop: SHOP, uri: UNINSTALL });
    await expect(shoprenter.uninstall(get(url))).rejects.toMatchObject({ code: "renewal_failed", status: 429 });
    expect(await shoprenter.connection(SHOP)).toMatchObject({ status: "active" });
  }, 20_000);

  it("is asked about once for each signed request", async () => {
    const shoprenter = app();
    await installed(shoprenter);
    await shoprenter.claim(SHOP, OWNER);
    const entry = await mock.open({ shop: SHOP, uri: ENTRY });
    const replay = async () => (await shoprenter.uninstall(get(UNINSTALL + entry.search))).removed;
    expect(await replay()).toBe(false);
    const before = tokens().length;
    for (let again = 0; again < 5; again++) expect(await replay()).toBe(false);
    expect(tokens()).toHaveLength(before);
    const url = await mock.uninstall({ shop: SHOP, uri: UNINSTALL });
    for (let again = 0; again < 3; again++) expect((await shoprenter.uninstall(get(url))).removed).toBe(true);
  });

  it("does not stand in the way of a later install", async () => {
    const shoprenter = app();
    await installed(shoprenter);
    await shoprenter.claim(SHOP, OWNER);
    await shoprenter.uninstall(get(await mock.uninstall({ shop: SHOP, uri: UNINSTALL })));
    const connection = await installed(shoprenter);
    expect(connection.status).not.toBe("rejected");
    if (connection.status === "unclaimed") await shoprenter.claim(SHOP, OWNER);
    expect((await shoprenter.client(SHOP).GET("/products", first)).response.status).toBe(200);
  });
});

describe("the keys of signatures", () => {
  it.each([[false], [null], [""], ["short"], [["x".repeat(20)]]])("are no %j", (previousClientSecret) => {
    expect(() => app({ previousClientSecret: previousClientSecret as never })).toThrow(
      expect.objectContaining({ code: "invalid_options" }),
    );
  });
});

describe("check values", () => {
  const secret = "made-up-client-secret";
  const query = { shopname: "example", code: "0907a61c0c8d55e99db179b68161bc00", timestamp: "1337178173" };
  const { shopname, code, timestamp } = query;
  it.each([
    [
      `shopname=${shopname}&code=${code}&timestamp=${timestamp}`,
      "5c7a0fb57559506268ac4bea4a3f44728be7086187d3ab7bd4edc000d20f165a",
    ],
    [
      `code=${code}&shopname=${shopname}&timestamp=${timestamp}`,
      "24406ac60eb537b6b776e291f0ddb7f135c568b39f48943145802516fbadd4f1",
    ],
  ])("hold for %s", async (message, hmac) => {
    expect(await signShoprenter(secret, message)).toBe(hmac);
    const shoprenter = app({ clientSecret: secret, now: () => Number(timestamp) * 1000 });
    const url = `${ENTRY}?${new URLSearchParams({ ...query, hmac })}`;
    expect(await shoprenter.verifyRequest(get(url))).toMatchObject({
      shop: shopname,
      code,
      timestamp: Number(timestamp),
    });
  });
});

describe("payment notifications", () => {
  const secretKey = "ppmunf3z66qx6c9cpo0klmyq";
  const body = '{"id":69,"status":"pending","time":1606740386}';
  const hmac = "317a52549acd37817dfdf2d8989c9386b3d448faa6bc2ff597c71eaa37c76ee3";
  const notify = (text = body, sign = hmac) =>
    new Request(`https://app.example.com/paid?hmac=${sign}`, { method: "POST", body: text });
  const now = () => 1606740386_000;

  it("hold the documented check value", async () => {
    expect(await verifyPaymentNotification(notify(), { secretKey, now })).toEqual({
      id: 69,
      status: "pending",
      time: 1606740386,
    });
  });

  it.each([
    ["another body", notify(body.replace("pending", "active")), {}, "signature_mismatch"],
    ["another layout of the same body", notify(body.replace(",", ", ")), {}, "signature_mismatch"],
    ["another key", notify(), { secretKey: "another-secret-key-here" }, "signature_mismatch"],
    ["no signature", notify(body, ""), {}, "signature_mismatch"],
    ["old news", notify(), { now: () => now() + 301_000 }, "callback_expired"],
    ["news of tomorrow", notify(), { now: () => now() - 61_000 }, "callback_expired"],
    ["a signature given twice", notify(body, `${hmac}&hmac=${hmac}`), {}, "invalid_request"],
    ["a body without end", notify("x".repeat(65 * 1024)), {}, "invalid_request"],
    ["no key", notify(), { secretKey: false as never }, "invalid_options"],
  ])("are refused with %s", async (_, request, options, code) => {
    await expect(verifyPaymentNotification(request, { secretKey, now, ...options })).rejects.toMatchObject({ code });
  });
});

describe("hostile answers", () => {
  const html = () =>
    new HttpResponse("<!doctype html><title>Maintenance</title>", { headers: { "content-type": "text/html" } });
  const kinds = {
    HTML: html,
    "a cut answer": () =>
      new HttpResponse('{"token_type":"Bearer","expires_in":36', { headers: { "content-type": "application/json" } }),
    nothing: () => new HttpResponse(null, { status: 200 }),
    "a redirect": () => new HttpResponse(null, { status: 302, headers: { location: "https://evil.example.com/" } }),
    "200 with a failure": () => HttpResponse.json({ error: "server_error", message: "Try again" }),
    "a token with a line break": () =>
      HttpResponse.json({ token_type: "Bearer", expires_in: 3600, access_token: "a\r\nx-evil: 1" }),
  };

  it.each(Object.entries(kinds))(
    "%s for a token is an error, and the same callback succeeds later",
    async (_, answer) => {
      const shoprenter = app();
      const url = await mock.install({ shop: SHOP });
      use(http.post(TOKEN, answer));
      const error = await shoprenter.callback(get(url)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "ShopAuthError", platform: "shoprenter" });
      expect(await shoprenter.connection(SHOP)).toBeUndefined();
      restore();
      expect((await shoprenter.callback(get(url))).connection.account).toBe(SHOP);
    },
  );

  it.each([
    ["HTML", html],
    [
      "a cut answer",
      () => new HttpResponse('{"items":[{"sku":"LAMP', { headers: { "content-type": "application/json" } }),
    ],
    [
      "XML",
      () => new HttpResponse("<response><items/></response>", { headers: { "content-type": "application/xml" } }),
    ],
  ])("%s from the API is an ApiError that quotes nothing, and the next call succeeds", async (_, answer) => {
    use(http.get(PRODUCTS, answer, { once: true }));
    const acme = client();
    const error = await acme.GET("/products").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ApiError", status: 200 });
    expect((error as Error).message).not.toMatch(/LAMP|Maintenance|items/);
    expect((await acme.GET("/products", first)).response.status).toBe(200);
  });

  it("a redirect of the API is not followed", async () => {
    use(
      http.get(
        PRODUCTS,
        () => new HttpResponse(null, { status: 308, headers: { location: "https://evil.example.com/" } }),
        { once: true },
      ),
    );
    const acme = client();
    await expect(acme.GET("/products")).rejects.toMatchObject({ code: "redirect_refused" });
    expect((await acme.GET("/products", first)).response.status).toBe(200);
  });

  it("an HTML error page is an error with words", async () => {
    use(http.get(PRODUCTS, () => new HttpResponse("<!doctype html><title>Bad</title>", { status: 400 })));
    const { error, response } = await client().GET("/products");
    expect(response.status).toBe(400);
    expect(readError(error)).toEqual({ message: "a page instead of an API answer" });
  });
});

describe("what the platform refuses", () => {
  it("tells a missing scope apart from a dead token", async () => {
    mock.shop(SHOP).scopes = ["product.product:read"];
    const acme = client();
    expect((await acme.GET("/products", first)).response.status).toBe(200);
    await expect(acme.POST("/products", { body: { sku: "X-1" } })).rejects.toMatchObject({
      code: "missing_scope",
      status: 401,
    });
    await expect(acme.GET("/orders")).rejects.toMatchObject({ code: "missing_scope" });
    expect(mock.refusals.at(-1)?.rule).toBe("GET /orders needs the scope order.order:read");
    expect(tokens()).toHaveLength(1);
  });

  it("waits and asks again after 429, where asking again does no harm", async () => {
    const strict = mockShoprenter({ shops: [SHOP] });
    use(...strict.handlers);
    const two = [client(), client()];
    // Two processes that know nothing of each other are twice as fast as the shop allows.
    const answers = await Promise.all(two.flatMap((each) => [1, 2, 3].map(() => each.GET("/languages", first))));
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(strict.refusals.map(({ status }) => status)).toContain(429);
  });

  it("says what was wrong with a request", async () => {
    const acme = client();
    const bad = async (path: string, init: object = {}) => {
      const call = acme.request as unknown as (
        method: string,
        path: string,
        init: object,
      ) => Promise<{ error: unknown; response: Response }>;
      const { error, response } = await call("get", path, init);
      return { status: response.status, ...readError(error) };
    };
    expect(await bad("/products", { params: { query: { colour: "red" } } })).toMatchObject({
      status: 400,
      code: "40010",
    });
    expect(await bad("/products", { params: { query: { limit: "x" } } })).toMatchObject({ status: 400, code: "40005" });
    expect(await bad("/products", { params: { query: { createdAt: "2026-2-1" } } })).toMatchObject({
      status: 400,
      code: "40017",
    });
    expect(
      await bad("/productExtend", { params: { query: { createdAfter: "2026-02-01T10:00:00+01:00" } } }),
    ).toMatchObject({ status: 400, code: "40009" });
    expect(await bad("/files", { params: { query: { type: "image" } } })).toMatchObject({ status: 400, code: "40004" });
    expect(await bad("/products", { params: { query: { page: 9 } } })).toMatchObject({ status: 400, code: "40008" });
    expect(await bad("/nothing")).toMatchObject({ status: 404, code: "40401" });
  });

  it("answers XML to a request that does not ask for JSON", async () => {
    await client().GET("/products", first);
    const authorization = api()[0]!.headers.get("authorization")!;
    const response = await fetch(`${PRODUCTS}?limit=1`, { headers: { authorization } });
    expect(response.headers.get("content-type")).toMatch(/^application\/xml/);
    expect(await response.text()).toMatch(/^<\?xml.*<items><item><href>https:/s);
  });

  it("sends plain http away", async () => {
    const response = await fetch(PRODUCTS.replace("https", "http"), { redirect: "manual" });
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(PRODUCTS);
  });

  it("does not take a token of another shop", async () => {
    mock.shop("other").installed = true;
    await client("other").GET("/languages", first);
    const authorization = api()[0]!.headers.get("authorization")!;
    const response = await fetch(PRODUCTS, { headers: { authorization, accept: "application/json" } });
    expect(response.status).toBe(401);
    expect(mock.refusals.at(-1)?.rule).toBe("the access token belongs to the shop other");
  });
});

describe("what is signed or issued and still refused", () => {
  it.each(["www", "-acme", "xn--acme", "admin"])("an install of %s, which no shop can be called", async (shop) => {
    const shoprenter = app();
    await expect(shoprenter.callback(get(await mock.install({ shop })))).rejects.toMatchObject({
      code: "invalid_target",
    });
    expect(tokens()).toHaveLength(0);
  });

  it("a token's own word that it lives longer than it was said to", async () => {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const long = `${part({ alg: "RS256" })}.${part({ realm: SHOP, iat: now, exp: now + 86_400 })}.c2ln`;
    use(http.post(TOKEN, () => HttpResponse.json({ token_type: "Bearer", expires_in: 600, access_token: long })));
    const { expiresAt, connectedAt } = await installed(app());
    expect(expiresAt! - connectedAt).toBe(600_000);
  });
});

describe("options", () => {
  it.each([
    [{ clientId: "" }, /clientId/],
    [{ clientSecret: "short" }, /16 characters/],
    [{ appId: "../evil" }, /appId/],
    [{ maxAge: 90_000 }, /maxAge/],
    [{ secrets: ["short"] }, /32 characters/],
    [{ scopes: ["product.product:read"] }, /scopes/],
    [{ redirectUri: "http://app.example.com/" }, /redirectUri/],
  ])("refuse %j", (wrong, message) => {
    const create = () => createShoprenter({ ...SHOPRENTER_APP, secrets: [SECRET], ...wrong } as never);
    expect(create).toThrow(
      expect.objectContaining({ code: "invalid_options", message: expect.stringMatching(message) }),
    );
  });
});
