import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type CommonOptions,
  createShopAuth,
  type Events,
  isShopAuthError,
  memoryStore,
  type Store,
} from "../src/index.ts";
import { sqliteStore } from "../src/stores/sqlite.ts";
import {
  Browser,
  begun,
  codeOf,
  HOST,
  json,
  platformServer,
  REDIRECT,
  recorder,
  SECRET,
  testApp,
  testPlatform,
} from "./fixture.ts";
import { hasten } from "./haste.ts";

const owner = "ann";
const durable = () => sqliteStore(":memory:") as Store & { durability: "durable" };
/** A store in memory that claims to be durable, and can be made to fail. */
function faultyStore() {
  const inner = memoryStore();
  const state = { failing: false, failAfter: Number.POSITIVE_INFINITY, sets: 0 };
  const store: Store = {
    durability: "durable",
    get: (key) => (state.failing ? Promise.reject(new Error("down")) : inner.get(key)),
    set(key, value, options) {
      state.sets++;
      if (state.failing || state.sets > state.failAfter) return Promise.reject(new Error("down"));
      return inner.set(key, value, options);
    },
    list: (prefix) => inner.list(prefix),
  };
  return { store, state };
}
const hang = () => new Promise<Response>(() => {});
const broken = (code: string, syscall?: string) =>
  Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code, syscall } }));

async function attempt(
  replay: "safe" | "once" | "never",
  answer: Parameters<typeof recorder>[0],
  options: Partial<CommonOptions> = {},
) {
  const server = recorder(answer);
  const store = options.store ?? faultyStore().store;
  const app = testApp({ replay }, { fetch: server.fetch, ...options, store });
  const browser = new Browser();
  const { callback } = await begun(app, browser);
  return {
    app,
    browser,
    server,
    store,
    callback,
    finish: (url = callback.href) => app.callback(browser.request(url), { owner }),
  };
}
const good = () => json({ access_token: "token-0123456789abcdef" });

describe("an exchange that the platform refuses", () => {
  it.each([["safe"], ["once"], ["never"]] as const)(
    "%s: keeps the platform's own words, stores nothing, and lets the merchant try again",
    async (replay) => {
      const { app, server, finish } = await attempt(replay, (_, index) =>
        index === 0
          ? json({ error: "invalid_client", error_description: "No such client", hint: "Check it" }, 401)
          : good(),
      );
      const error = await finish().catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: "exchange_failed",
        status: 401,
        platform: "test",
        said: { code: "invalid_client", message: "No such client Check it" },
      });
      expect(await app.connection("acme")).toBeUndefined();
      expect((await finish()).connection.account).toBe("acme");
      expect(server.tokens()).toBe(2);
    },
  );

  it("withholds the platform's words where they repeat the secret", async () => {
    const { finish } = await attempt("safe", (call) =>
      json({ error: "invalid_grant", message: `unknown ${new URLSearchParams(call.body).get("code")}` }, 400),
    );
    const error = await finish().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ said: { code: "invalid_grant" } });
    expect(JSON.stringify(error)).not.toContain("0123456789ab");
  });

  it("withholds what looks like a token in the platform's words", async () => {
    const { finish } = await attempt("safe", () =>
      json({ error: "invalid_grant", message: "used before, see bMqo9_Rk2mQ-x7TtTq0p3A or the documentation" }, 400),
    );
    expect(await finish().catch((caught: unknown) => caught)).toMatchObject({
      said: { code: "invalid_grant", message: "used before, see [withheld] or the documentation" },
    });
  });

  it("is typed where a further request of the same exchange fails, and the merchant may try again", async () => {
    const server = recorder((_, index) => (index === 1 ? broken("ECONNRESET") : good()));
    const platform = testPlatform();
    const twice: typeof platform = {
      ...platform,
      async exchange(input) {
        await input.send({ method: "GET", url: new URL(`${HOST}/who`) });
        return platform.exchange(input);
      },
    };
    const options = { secrets: [SECRET], redirectUri: REDIRECT, fetch: server.fetch } as const;
    const app = createShopAuth(twice, options, (transport) => ({ transport, fetch: expect.unreachable }));
    const browser = new Browser();
    const { callback } = await begun(app as never, browser);
    const finish = () => codeOf(app.callback(browser.request(callback.href), { owner }));
    expect(await finish()).toBe("network_failed");
    expect(await finish()).toBe("resolved");
  });

  it("ends a flow after five refusals", async () => {
    const { finish, server } = await attempt("once", () => json({ error: "invalid_grant" }, 400));
    for (let index = 0; index < 5; index++) expect(await codeOf(finish())).toBe("exchange_failed");
    expect(await codeOf(finish())).toBe("state_expired");
    expect(server.tokens()).toBe(5);
  });

  it("lets a forged callback with a junk code not end the real flow", async () => {
    const { finish, callback } = await attempt("once", (call) =>
      call.body.includes("junk") ? json({ error: "invalid_grant" }, 400) : good(),
    );
    const forged = new URL(callback);
    forged.searchParams.set("code", "junk");
    expect(await codeOf(finish(forged.href))).toBe("exchange_failed");
    expect((await finish()).connection.account).toBe("acme");
  });
});

describe("an answer that is no token", () => {
  const bodies: [string, () => Response][] = [
    ["HTML", () => new Response("<html>login</html>", { headers: { "content-type": "text/html" } })],
    ["empty", () => new Response("", { headers: { "content-type": "application/json" } })],
    ["truncated", () => new Response('{"access_token":"tok', { headers: { "content-type": "application/json" } })],
    ["an array", () => json([])],
    ["null", () => json(null)],
    ["without a token", () => json({ ok: true })],
    ["a number as token", () => json({ access_token: 7 })],
    ["an empty token", () => json({ access_token: "" })],
    ["a token with a line break", () => json({ access_token: "a\r\nx-evil: 1" })],
    [
      "an inherited token",
      () => new Response('{"__proto__":{"access_token":"abc"}}', { headers: { "content-type": "application/json" } }),
    ],
  ];
  it.each(bodies)(
    "%s is a typed error without the body; a platform that allows it may be asked again",
    async (_, body) => {
      const { app, finish } = await attempt("safe", (__, index) => (index === 0 ? body() : good()));
      const error = await finish().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: "token_response_invalid" });
      expect(String((error as Error).stack)).not.toContain("login");
      expect(await app.connection("acme")).toBeUndefined();
      expect((await finish()).connection.account).toBe("acme");
    },
  );

  it("is kept, and not asked for again, where the exchange works only once", async () => {
    const { finish, server } = await attempt("never", () => json({ accessToken: "misnamed-token-0123456789" }));
    expect(await codeOf(finish())).toBe("token_response_invalid");
    expect(await codeOf(finish())).toBe("token_response_invalid");
    expect(server.tokens()).toBe(1);
  });

  it.each([[301], [302], [303], [307], [308]])("a redirect (%i) is refused and the flow survives", async (status) => {
    const { finish, server } = await attempt("never", (_, index) =>
      index === 0 ? new Response(null, { status, headers: { location: "https://evil.example/" } }) : good(),
    );
    expect(await codeOf(finish())).toBe("redirect_refused");
    expect((await finish()).connection.account).toBe("acme");
    expect(server.calls.every((call) => call.url.startsWith(HOST))).toBe(true);
  });

  it("is refused above 64 KB", async () => {
    const { finish } = await attempt("safe", () => json({ access_token: "abc", padding: "x".repeat(70_000) }));
    expect(await codeOf(finish())).toBe("response_too_large");
  });
});

describe("an outcome that nobody knows", () => {
  it("never: is reported at once and never sent again", async () => {
    const { app, finish, server } = await attempt("never", () => broken("ECONNRESET"));
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(1);
    expect((await app.recover()).unknown).toEqual([{ flow: expect.any(String), owner, account: "acme" }]);
  });

  it("never: a 5xx is of unknown outcome too", async () => {
    const { finish, server } = await attempt("never", () => json({}, 503));
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(1);
  });

  it("once: is sent one more time, counted before and told, and the second answer counts", async () => {
    const replayed: unknown[] = [];
    const { finish, server, store } = await attempt(
      "once",
      async (_, index) => {
        if (index === 0) return broken("ECONNRESET");
        return good();
      },
      { on: { replayed: (event) => void replayed.push(event) } },
    );
    const started = performance.now();
    expect((await finish()).connection.account).toBe("acme");
    expect(performance.now() - started).toBeGreaterThan(1_900);
    expect(server.tokens()).toBe(2);
    expect(replayed).toEqual([{ platform: "test", flow: expect.any(String) }]);
    expect(store.durability).toBe("durable");
  });

  it("once: a refusal of the second one says nothing about the first, and ends the flow", async () => {
    const { finish, server } = await attempt("once", (_, index) =>
      index === 0 ? broken("ECONNRESET") : json({ error: "used" }, 400),
    );
    const error = await finish().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "exchange_unknown", status: 400, said: { code: "used" } });
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(2);
  });

  it("once: is reported after the second time", async () => {
    const { finish, server } = await attempt("once", () => broken("UND_ERR_SOCKET"));
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(2);
  });

  it.each([
    ["ECONNREFUSED", "connect"],
    ["EHOSTUNREACH", "connect"],
    ["ENOTFOUND", "getaddrinfo"],
    ["UND_ERR_CONNECT_TIMEOUT", undefined],
  ])("%s: was surely never sent, so that the merchant may try again", async (code, syscall) => {
    const { finish, server } = await attempt("never", (_, index) => (index === 0 ? broken(code, syscall) : good()));
    expect(await codeOf(finish())).toBe("network_failed");
    expect((await finish()).connection.account).toBe("acme");
    expect(server.tokens()).toBe(2);
  });

  it.each(["EHOSTUNREACH", "ENETUNREACH"])("%s: may end a connection on which the code was sent", async (code) => {
    const { finish, server } = await attempt("never", (_, index) => (index === 0 ? broken(code, "read") : good()));
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(await codeOf(finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(1);
  });
});

describe("a crash", () => {
  beforeEach(() => hasten(100));
  afterEach(() => void vi.restoreAllMocks());

  /** Starts an exchange whose answer never comes, as a killed process leaves it. */
  async function crashed(replay: "safe" | "once" | "never", second: () => Response) {
    const { store } = faultyStore();
    const first = await attempt(replay, hang, { store });
    void first.finish().catch(() => {});
    while (first.server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const server = recorder(second);
    const app = testApp({ replay }, { fetch: server.fetch, store });
    return { app, server, browser: first.browser, callback: first.callback };
  }

  it("safe: is finished by recover()", async () => {
    const { app, server } = await crashed("safe", good);
    const report = await app.recover();
    expect(report).toMatchObject({ finished: [{ account: "acme", owner }], unknown: [], failed: [], unreadable: 0 });
    expect(server.tokens()).toBe(1);
    expect(await app.recover()).toMatchObject({ finished: [], unknown: [] });
  });

  it("once: is replayed by recover(), once, and reported where the replay is refused", async () => {
    const { app, server, browser, callback } = await crashed("once", () => json({ error: "used" }, 400));
    expect((await app.recover()).unknown).toEqual([{ flow: expect.any(String), owner, account: "acme" }]);
    expect(server.tokens()).toBe(1);
    expect(await codeOf(app.callback(browser.request(callback.href), { owner }))).toBe("exchange_unknown");
    expect((await app.recover()).unknown).toHaveLength(1);
    expect(server.tokens()).toBe(1);
  });

  it("once: is finished by a replay that is answered", async () => {
    const { app, server } = await crashed("once", good);
    expect((await app.recover()).finished).toMatchObject([{ account: "acme", owner }]);
    expect(server.tokens()).toBe(1);
  });

  it("never: is reported by recover() and by the next callback, and nothing is sent", async () => {
    const { app, server, browser, callback } = await crashed("never", good);
    expect(await codeOf(app.callback(browser.request(callback.href), { owner }))).toBe("exchange_unknown");
    expect((await app.recover()).unknown).toHaveLength(1);
    expect(server.tokens()).toBe(0);
  });

  it("after the answer was written: is finished from the journal without sending", async () => {
    const { store, state } = faultyStore();
    // Claim and answer are stored; the connection is not.
    const first = await attempt("never", good, { store });
    state.failAfter = state.sets + 2;
    void first.finish().catch(() => {});
    while (state.sets < state.failAfter + 1) await new Promise((resolve) => setTimeout(resolve, 5));
    const copy = memoryStore();
    const keys: string[] = [];
    for await (const key of store.list("")) keys.push(key);
    expect(keys).toHaveLength(1);
    for (const key of keys) await copy.set(key, (await store.get(key))!.value, { ifVersion: null });
    const server = recorder(good);
    const app = testApp({ replay: "never" }, { fetch: server.fetch, store: { ...copy, durability: "durable" } });
    expect((await app.recover()).finished).toMatchObject([{ account: "acme" }]);
    expect(server.calls).toHaveLength(0);
    expect((await app.client("acme").transport).account).toBe("acme");
    await app.drain(0);
  });
});

describe("a store that fails", () => {
  it("before the exchange: nothing is sent, and the merchant can press again", async () => {
    const { store, state } = faultyStore();
    const { finish, server } = await attempt("never", good, { store });
    state.failing = true;
    expect(await codeOf(finish())).toBe("store_failed");
    expect(server.calls).toHaveLength(0);
    state.failing = false;
    expect((await finish()).connection.account).toBe("acme");
  });

  it("after the exchange: tells it, hands the credential over without showing it, and goes on saving", async () => {
    const { store, state } = faultyStore();
    const events: string[] = [];
    const on: Partial<Events> = {
      unsaved: () => void events.push("unsaved"),
      connected: () => void events.push("connected"),
    };
    const { app, finish, server } = await attempt("never", () => ((state.failing = true), good()), { store, on });
    const error = await finish().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "store_failed", account: "acme" });
    expect(events).toEqual(["unsaved"]);
    const { inspect } = await import("node:util");
    expect(inspect(error, { showHidden: true, depth: null })).not.toContain("token-0123456789");
    expect(JSON.stringify(error)).not.toContain("token-0123456789");
    state.failing = false;
    if (!isShopAuthError(error) || !error.unsaved) throw new Error("no unsaved credential");
    expect(await app.adopt({ unsaved: error.unsaved })).toMatchObject({ account: "acme", owner });
    expect(server.tokens()).toBe(1);
  }, 15_000);

  it("with a second store for the journal: the connections' store may fail between, and the journal finishes it", async () => {
    const { store, state } = faultyStore();
    const journal = faultyStore().store;
    const first = await attempt("never", () => ((state.failing = true), good()), { store, journal });
    void first.finish().catch(() => {});
    while (first.server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    hasten(100);
    const server = recorder(good);
    // The first process never reaches the store again.
    const app = testApp({ replay: "never" }, { fetch: server.fetch, store: faultyStore().store, journal });
    expect((await app.recover()).finished).toMatchObject([{ account: "acme" }]);
    expect(server.calls).toHaveLength(0);
    vi.restoreAllMocks();
  });
});

describe("records that cannot be opened", () => {
  it("are unreadable: never absent, never overwritten", async () => {
    const { store } = faultyStore();
    const server = platformServer();
    const app = testApp({}, { fetch: server.fetch, store });
    await app.adopt({ account: "acme", owner, credential: { accessToken: "kept-token" } });
    const other = testApp({}, { fetch: server.fetch, store, secrets: ["another-secret-0123456789-abcdefghij"] });
    expect(await codeOf(other.connection("acme"))).toBe("unreadable");
    expect(await codeOf(other.client("acme").fetch("/x"))).toBe("unreadable");
    expect(await codeOf(begun(other, new Browser()))).toBe("unreadable");
    expect(await codeOf(other.adopt({ account: "acme", owner, credential: { accessToken: "x" } }))).toBe("unreadable");
    expect(await codeOf(other.disconnect("acme"))).toBe("unreadable");
    expect(server.calls).toHaveLength(0);
    expect(await app.connection("acme")).toMatchObject({ owner });
    expect(await other.reseal()).toEqual({ resealed: 0, unreadable: 1 });
    await expect(other.recover()).rejects.toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("None of 1"),
    });
    await other.adopt({ account: "readable", owner, credential: { accessToken: "x" } });
    expect((await other.recover()).unreadable).toBe(1);
  });

  it("swapped between accounts are unreadable too", async () => {
    const inner = memoryStore();
    const app = testApp({}, { store: inner });
    await app.adopt({ account: "one", owner, credential: { accessToken: "token-one" } });
    await app.adopt({ account: "two", owner, credential: { accessToken: "token-two" } });
    const [one, two] = ["connection/test/client/one", "connection/test/client/two"];
    const entry = (await inner.get(one))!;
    await inner.set(two, entry.value, { ifVersion: (await inner.get(two))!.version });
    expect(await codeOf(app.connection("two"))).toBe("unreadable");
    expect(await app.connection("one")).toBeDefined();
  });

  it("follow a rotation of secrets", async () => {
    const { store } = faultyStore();
    const [before, after] = ["secret-one-0123456789-abcdefghijklm", "secret-two-0123456789-abcdefghijklm"];
    await testApp({}, { store, secrets: [before] }).adopt({
      account: "acme",
      owner,
      credential: { accessToken: "kept" },
    });
    const both = testApp({}, { store, secrets: [after, before] });
    expect(await both.connection("acme")).toBeDefined();
    expect(await both.reseal()).toEqual({ resealed: 1, unreadable: 0 });
    expect(await both.reseal()).toEqual({ resealed: 0, unreadable: 0 });
    expect(await testApp({}, { store, secrets: [after] }).connection("acme")).toBeDefined();
  });

  it("still go when their time is over after a rotation of secrets", async () => {
    let now = Date.now();
    const store = memoryStore({ now: () => now });
    const server = platformServer();
    const [before, after] = ["secret-one-0123456789-abcdefghijklm", "secret-two-0123456789-abcdefghijklm"];
    const options = { store, fetch: server.fetch, now: () => now };
    const app = testApp({}, { ...options, secrets: [before] });
    const browser = new Browser();
    const { callback } = await begun(app, browser);
    await app.callback(browser.request(callback.href), { owner });
    await app.adopt({ account: "gone", owner, credential: { accessToken: "gone" } });
    await app.disconnect("gone");
    const keys = async () => {
      const found: string[] = [];
      for await (const key of store.list("")) found.push(key.split("/")[0]!);
      return found.sort();
    };
    expect(await keys()).toEqual(["connection", "connection", "flow"]);
    expect(await testApp({}, { ...options, secrets: [after, before] }).reseal()).toEqual({
      resealed: 3,
      unreadable: 0,
    });
    now += 3_600_000;
    expect(await keys()).toEqual(["connection", "connection"]);
    now += 31 * 86_400_000;
    expect(await keys()).toEqual(["connection"]);
  });
});

describe("drain", () => {
  it("begins and finishes no further flow, and waits for what is under way", async () => {
    let answer = (_: Response) => {};
    const { app, browser, finish, server } = await attempt(
      "never",
      () => new Promise<Response>((resolve) => (answer = resolve)),
    );
    const finishing = finish();
    while (server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const drained = app.drain(5_000).then(() => "drained");
    expect(await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, 60, "waiting"))])).toBe("waiting");
    expect(await codeOf(begun(app, browser, { shop: "other" }))).toBe("draining");
    answer(good());
    expect(await drained).toBe("drained");
    expect((await finishing).connection.account).toBe("acme");
    expect(durable().durability).toBe("volatile");
  });
});
