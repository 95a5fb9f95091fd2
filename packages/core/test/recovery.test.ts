import { afterEach, describe, expect, it, vi } from "vitest";
import { type CommonOptions, createShopAuth, isShopAuthError, memoryStore, type Store } from "../src/index.ts";
import { createSealer } from "../src/seal.ts";
import { createVault } from "../src/vault.ts";
import {
  Browser,
  begun,
  codeOf,
  json,
  type PlatformOptions,
  REDIRECT,
  recorder,
  SECRET,
  testApp,
  testPlatform,
} from "./fixture.ts";
import { hasten } from "./haste.ts";

type Answer = Parameters<typeof recorder>[0];
type Replay = NonNullable<PlatformOptions["replay"]>;

const owner = "ann";
const good = (token = "token-0123456789abcdef") => json({ access_token: token });
const hang = () => new Promise<Response>(() => {});
const broken = () => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } }));
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const codeSent = (body: string) => new URLSearchParams(body).get("code");

afterEach(() => void vi.restoreAllMocks());

/** A store in memory that claims to be durable; `gate` stands before each of its operations. */
function gated(inner = memoryStore()) {
  const state: { gate?: (operation: "get" | "set", key: string) => Promise<void> | void; writes: string[] } = {
    writes: [],
  };
  const store: Store = {
    durability: "durable",
    async get(key) {
      await state.gate?.("get", key);
      return inner.get(key);
    },
    async set(key, value, options) {
      await state.gate?.("set", key);
      state.writes.push(key);
      return inner.set(key, value, options);
    },
    list: (prefix) => inner.list(prefix),
  };
  return { store, state, inner };
}
const down = () => Promise.reject(new Error("down"));
const keysOf = async (store: Store, prefix = "") => {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys;
};

function appOf(replay: Replay, answer: Answer, options: Partial<CommonOptions> = {}) {
  const server = recorder(answer);
  const app = testApp({ replay }, { fetch: server.fetch, store: gated().store, ...options });
  const begin = async (input: Parameters<typeof begun>[2] = {}) => {
    const browser = new Browser();
    const { callback } = await begun(app, browser, input);
    return {
      callback,
      browser,
      finish: (by = app, code?: string) => {
        const url = new URL(callback);
        if (code !== undefined) url.searchParams.set("code", code);
        return by.callback(browser.request(url.href), { owner: input.owner ?? owner });
      },
    };
  };
  return { app, server, begin };
}
const sent = async (server: ReturnType<typeof recorder>, count = 1) => {
  while (server.tokens() < count) await sleep(2);
};

describe("processes whose clocks differ", () => {
  const DAY = 86_400_000;
  it.each([[-10], [-300], [-60_000], [16_000], [599_000]])(
    "by %i ms: one exchanges and the other takes its result",
    async (skew) => {
      const { store } = gated();
      let spent = false;
      const answer: Answer = async () => {
        if (spent) return json({ error: "used" }, 400);
        spent = true;
        await sleep(60);
        return good();
      };
      const one = appOf("once", answer, { store });
      const other = testApp({ replay: "once" }, { fetch: one.server.fetch, store, now: () => Date.now() + skew });
      const flow = await one.begin();
      const first = flow.finish();
      await sent(one.server);
      const second = flow.finish(other);
      expect((await first).connection.account).toBe("acme");
      expect((await second).connection.account).toBe("acme");
      expect(one.server.tokens()).toBe(1);
      expect(await codeOf(other.recover())).toBe("resolved");
    },
  );

  it("and a lagging one's recover() leaves a flow to the process that works on it", async () => {
    let answer = (_: Response) => {};
    const { store } = gated();
    const first = appOf("never", () => new Promise<Response>((resolve) => (answer = resolve)), { store });
    const flow = await first.begin();
    const finishing = flow.finish();
    await sent(first.server);
    const lagging = testApp({ replay: "never" }, { store, now: () => Date.now() - 5_000 });
    const recovering = lagging.recover();
    await sleep(700);
    answer(good());
    expect((await finishing).connection.account).toBe("acme");
    expect(await recovering).toEqual({ finished: [], unknown: [], failed: [], unreadable: 0 });
  });

  it("wait no lease for what is surely old", async () => {
    const { store } = gated();
    const first = appOf("never", hang, { store, now: () => Date.now() - DAY });
    const flow = await first.begin();
    void flow.finish().catch(() => {});
    await sent(first.server);
    const started = performance.now();
    expect((await testApp({ replay: "never" }, { store }).recover()).unknown).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("recover()", () => {
  it("watches the leases of many flows side by side", async () => {
    const { store } = gated();
    const first = appOf("never", hang, { store });
    const shops = Array.from({ length: 20 }, (_, index) => `shop-${index}`);
    for (const shop of shops) void (await first.begin({ shop })).finish().catch(() => {});
    await sent(first.server, shops.length);
    hasten(20);
    const started = performance.now();
    const report = await testApp({ replay: "never" }, { store }).recover();
    // One after another they would take 300 s.
    expect(performance.now() - started).toBeLessThan(100_000);
    expect(report.unknown.map(({ account }) => account).sort()).toEqual(shops.sort());
  });

  it("goes on past one that fails, and tells it", async () => {
    const { store, inner } = gated();
    const first = appOf("safe", hang, { store });
    for (const shop of ["one", "two", "three"]) void (await first.begin({ shop })).finish().catch(() => {});
    await sent(first.server, 3);
    hasten(100);
    const server = recorder(() => good());
    const faulty = gated(inner);
    faulty.state.gate = (_, key) => (key.endsWith("/two") ? down() : undefined);
    const again = testApp({ replay: "safe" }, { store: faulty.store, fetch: server.fetch });
    expect(await codeOf(again.recover())).toBe("store_failed");
    expect(await again.connection("one")).toBeDefined();
    expect(await again.connection("three")).toBeDefined();
  });

  it.each([
    ["disconnect", (app: { disconnect(account: string): Promise<void> }) => app.disconnect("acme"), undefined],
    ["reconnect", undefined, "token-of-the-second-flow"],
  ])("undoes no %s that came after the flow", async (_, then, token) => {
    const { store, state } = gated();
    const journal = gated();
    let tokens = 0;
    const { app, server, begin } = appOf(
      "never",
      (call) => (call.url.endsWith("/token") ? good(++tokens === 2 ? token : undefined) : json({})),
      { store, journal: journal.store },
    );
    const flow = await begin();
    // The process is killed between the connection's write and the journal's.
    state.gate = (operation, key) => {
      if (operation === "get" || !key.startsWith("connection")) return;
      journal.state.gate = (each) => (each === "set" ? down() : undefined);
    };
    const { connection } = await flow.finish();
    expect(connection.account).toBe("acme");
    delete state.gate;
    delete journal.state.gate;
    const restarted = memoryStore();
    const copies = await Promise.all(
      (await keysOf(journal.inner)).map(async (key) => [key, (await journal.inner.get(key))!.value] as const),
    );
    for (const [key, value] of copies) await restarted.set(key, value, { ifVersion: null });
    if (then) await then(app);
    else await (await begin()).finish();
    hasten(100);
    const options = { fetch: server.fetch, store, journal: gated(restarted).store };
    const later = testApp({ replay: "never" }, options);
    expect((await later.recover()).finished).toEqual([]);
    if (!token) expect(await later.connection("acme")).toBeUndefined();
    else {
      await later.client("acme").fetch("/x");
      expect(server.calls.at(-1)!.headers.get("authorization")).toBe(`Bearer ${token}`);
    }
    // Finished for good.
    const sealer = createSealer([SECRET]);
    const records = createVault<{ state: string }>(restarted, sealer, "flow", {
      platform: "test",
      registration: "client",
    });
    for await (const id of records.ids()) expect((await records.read(id))?.value.state).toBe("done");
    expect(copies).toHaveLength(1);
  });

  it.each([
    ["disconnect", undefined],
    ["reconnect", "token-of-the-second-flow"],
  ])("undoes no %s either where the account is not known before the answer", async (_, token) => {
    const { store, state, inner } = gated();
    const platform = testPlatform({ replay: "safe" });
    const { accountOf: __, ...unknowing } = platform;
    let tokens = 0;
    const server = recorder((call) => {
      if (!call.url.endsWith("/token")) return json({});
      return ++tokens === 1
        ? good("token-of-the-first-flow")
        : tokens === 2 && token
          ? good(token)
          : good("late-token");
    });
    const make = (over: Store) =>
      createShopAuth(
        unknowing,
        { secrets: [SECRET], redirectUri: REDIRECT, fetch: server.fetch, store: over },
        (transport) => ({
          transport,
          fetch: (path: string) => transport.fetch(new Request(`${transport.baseUrl}${path}`)),
        }),
      );
    const app = make(store);
    const begin = async () => {
      const browser = new Browser();
      const { callback } = await begun(app as never, browser);
      return () => app.callback(browser.request(callback.href), { owner });
    };
    const finish = await begin();
    // As a process leaves it that is killed before it ends the flow's record.
    let flows = 0;
    state.gate = (operation, key) =>
      operation === "set" && key.startsWith("flow") && ++flows > 1 ? hang().then(() => {}) : undefined;
    void finish().catch(() => {});
    while (!(await inner.get("connection/test/client/acme"))) await sleep(2);
    const later = make(inner);
    if (token) {
      delete state.gate;
      await sleep(5);
      await (await begin())();
    } else await later.disconnect("acme");
    hasten(100);
    expect((await later.recover()).finished).toEqual([]);
    if (!token) expect(await later.connection("acme")).toBeUndefined();
    else {
      await later.client("acme").fetch("/x");
      expect(server.calls.at(-1)!.headers.get("authorization")).toBe(`Bearer ${token}`);
    }
  });

  it("reads an answer again that could not be read, until a version can", async () => {
    let time = Date.now();
    const now = () => time;
    const inner = memoryStore({ now });
    const { store } = gated(inner);
    const { app, server, begin } = appOf("once", () => json({ accessToken: "misnamed-token-0123456789" }), {
      store,
      now,
    });
    const flow = await begin();
    expect(await codeOf(flow.finish())).toBe("token_response_invalid");
    const unread = {
      finished: [],
      unknown: [],
      failed: [{ flow: expect.any(String), code: "token_response_invalid" }],
    };
    expect(await app.recover()).toMatchObject(unread);
    time += 400 * 86_400_000;
    expect(await app.recover()).toMatchObject(unread);
    const platform = testPlatform({ replay: "once" });
    const fixed = createShopAuth(
      {
        ...platform,
        async exchange({ target, send }) {
          const { text } = await send({ method: "POST", url: new URL("https://nobody.example/") });
          return { account: target!.shop, credential: JSON.parse(text) as { accessToken: string } };
        },
      },
      { secrets: [SECRET], redirectUri: REDIRECT, fetch: server.fetch, store, now },
      (transport) => ({ transport }),
    );
    expect((await fixed.recover()).finished).toMatchObject([{ account: "acme", owner }]);
    expect(await fixed.recover()).toEqual({ finished: [], unknown: [], failed: [], unreadable: 0 });
    expect(server.tokens()).toBe(1);
    // Nothing of it stays for longer than a reload needs it.
    time += 700_000;
    expect(await keysOf(inner, "flow")).toEqual([]);
  });

  it("ends what another owner's account refuses, where it can be had again", async () => {
    const { accountOf: _, ...unknowing } = testPlatform({ replay: "safe" });
    const server = recorder(() => good());
    const { store } = gated();
    const app = createShopAuth(
      unknowing,
      { secrets: [SECRET], redirectUri: REDIRECT, fetch: server.fetch, store },
      (transport) => ({ transport, fetch: expect.unreachable }),
    );
    await app.adopt({ account: "acme", owner: "bob", credential: { accessToken: "of-bob" } });
    const browser = new Browser();
    const { callback } = await begun(app as never, browser);
    const finish = () => codeOf(app.callback(browser.request(callback.href), { owner }));
    expect(await finish()).toBe("owner_mismatch");
    hasten(100);
    expect(await app.recover()).toEqual({ finished: [], unknown: [], failed: [], unreadable: 0 });
    expect(server.tokens()).toBe(1);
    await app.disconnect("acme");
    expect(await finish()).toBe("resolved");
  });

  it("lets go by itself what can be had again", async () => {
    let time = Date.now();
    const now = () => time;
    const { store, inner } = gated(memoryStore({ now }));
    const { server, begin } = appOf("safe", hang, { store, now });
    void (await begin()).finish().catch(() => {});
    await sent(server);
    time += 29 * 86_400_000;
    expect(await keysOf(inner)).toHaveLength(1);
    time += 2 * 86_400_000;
    expect(await keysOf(inner)).toHaveLength(0);
  });
});

describe("an answer in hand", () => {
  it("wins although another process took the flow over meanwhile", async () => {
    const { store, state, inner } = gated();
    let spent = false;
    const answer: Answer = () => {
      if (spent) return json({ error: "used" }, 400);
      spent = true;
      // This process stands still from here on, for longer than its lease.
      state.gate = () => new Promise((resolve) => (release = resolve));
      return good();
    };
    let release = () => {};
    const one = appOf("once", answer, { store });
    const other = testApp({ replay: "once" }, { fetch: one.server.fetch, store: gated(inner).store });
    const flow = await one.begin();
    const first = flow.finish();
    await sent(one.server);
    hasten(100);
    expect(await codeOf(flow.finish(other))).toBe("exchange_unknown");
    vi.restoreAllMocks();
    delete state.gate;
    release();
    expect((await first).connection.account).toBe("acme");
    expect((await flow.finish(other)).connection.account).toBe("acme");
    expect((await other.recover()).unknown).toEqual([]);
    expect(one.server.tokens()).toBe(2);
  });

  it("wins also where the other process has not ended", async () => {
    const { store, state, inner } = gated();
    let release = () => {};
    let second = (_: Response) => {};
    const answer: Answer = (_, index) => {
      if (index > 0) return new Promise<Response>((resolve) => (second = resolve));
      state.gate = () => new Promise((resolve) => (release = resolve));
      return good();
    };
    const one = appOf("once", answer, { store });
    const other = testApp({ replay: "once" }, { fetch: one.server.fetch, store: gated(inner).store });
    const flow = await one.begin();
    const first = flow.finish();
    await sent(one.server);
    hasten(100);
    const taking = flow.finish(other);
    await sent(one.server, 2);
    vi.restoreAllMocks();
    delete state.gate;
    release();
    expect((await first).connection.account).toBe("acme");
    second(json({ error: "used" }, 400));
    expect((await taking).connection.account).toBe("acme");
  });

  it("is connected and told by the background save, and leaves nothing to recover", async () => {
    const { store, state } = gated();
    const events: string[] = [];
    const { app, begin } = appOf(
      "never",
      () => {
        state.gate = (_, key) => (key.startsWith("connection") ? down() : undefined);
        return good();
      },
      { store, on: { unsaved: () => void events.push("unsaved"), connected: () => void events.push("connected") } },
    );
    const flow = await begin();
    const error = await flow.finish().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "store_failed", account: "acme" });
    delete state.gate;
    await app.drain(15_000);
    expect(events).toEqual(["unsaved", "connected"]);
    await app.disconnect("acme");
    expect((await app.recover()).finished).toEqual([]);
    expect(await app.connection("acme")).toBeUndefined();
    if (!isShopAuthError(error) || !error.unsaved) throw new Error("no unsaved credential");
    // Asked for in so many words.
    expect(await app.adopt({ unsaved: error.unsaved })).toMatchObject({ account: "acme" });
  }, 25_000);

  it("of a save that comes late does not replace what was connected since", async () => {
    const { store, state, inner } = gated();
    let tokens = 0;
    const answer: Answer = (call) => (call.url.endsWith("/token") ? good(`token-number-${++tokens}`) : json({}));
    const late = appOf("never", answer, { store });
    const flow = await late.begin();
    state.gate = (_, key) => (tokens > 0 && key.startsWith("connection") ? down() : undefined);
    const finishing = flow.finish().catch((caught: unknown) => caught);
    await sent(late.server);
    const other = appOf("never", answer, { store: gated(inner).store });
    expect((await (await other.begin()).finish()).connection.account).toBe("acme");
    delete state.gate;
    expect(await finishing).toMatchObject({ connection: { account: "acme" } });
    await late.app.drain(10_000);
    await other.app.client("acme").fetch("/x");
    expect(other.server.calls.at(-1)!.headers.get("authorization")).toBe("Bearer token-number-2");
  });

  it("is told as unknown where neither an answer nor the store is there", async () => {
    const { store, state } = gated();
    const { app, begin, server } = appOf("never", () => ((state.gate = down), broken()), { store });
    const flow = await begin();
    const error = await flow.finish().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "exchange_unknown", hint: expect.stringContaining("no answer can be had") });
    delete state.gate;
    hasten(100);
    expect((await app.recover()).unknown).toHaveLength(1);
    expect(server.tokens()).toBe(1);
  });

  it("once: a replay that cannot be counted is not sent", async () => {
    const { store, state } = gated();
    const { begin, server } = appOf("once", () => ((state.gate = down), broken()), { store });
    expect(await codeOf((await begin()).finish())).toBe("exchange_unknown");
    expect(server.tokens()).toBe(1);
  });
});

describe("another code of the same flow", () => {
  it("does not take the one replay of the code that was sent", async () => {
    const { store } = gated();
    const first = appOf("once", hang, { store });
    const flow = await first.begin({ code: "the-real-code" });
    void flow.finish().catch(() => {});
    await sent(first.server);
    hasten(100);
    const server = recorder((call) =>
      codeSent(call.body) === "junk" ? json({ error: "invalid_grant" }, 400) : good(),
    );
    const app = testApp({ replay: "once" }, { store, fetch: server.fetch });
    expect(await codeOf(flow.finish(app, "junk"))).toBe("state_mismatch");
    expect((await flow.finish(app)).connection.account).toBe("acme");
    expect(server.calls.map(({ body }) => codeSent(body))).toEqual(["the-real-code"]);
  });

  it.each([
    ["nobody knows the outcome", () => broken()],
    ["the answer cannot be read", () => json({ ok: true })],
  ])("bars only itself where %s, and is reported", async (_, junk) => {
    const { app, begin, server } = appOf("never", (call) => (codeSent(call.body) === "junk" ? junk() : good()));
    const flow = await begin();
    const outcome = await codeOf(flow.finish(app, "junk"));
    expect(["exchange_unknown", "token_response_invalid"]).toContain(outcome);
    expect((await flow.finish()).connection.account).toBe("acme");
    // Neither is sent again.
    expect((await flow.finish()).connection.account).toBe("acme");
    expect(server.tokens()).toBe(2);
    const { unknown, failed } = await app.recover();
    expect([...unknown, ...failed]).toHaveLength(1);
  });

  it("does not let the first one be sent again, whose outcome nobody knows", async () => {
    const { app, begin, server } = appOf("never", (call) =>
      codeSent(call.body) === "junk" ? json({ error: "invalid_grant" }, 400) : broken(),
    );
    const flow = await begin({ code: "the-real-code" });
    expect(await codeOf(flow.finish())).toBe("exchange_unknown");
    expect(await codeOf(flow.finish(app, "junk"))).toBe("exchange_failed");
    expect(await codeOf(flow.finish())).toBe("exchange_unknown");
    expect(server.calls.map(({ body }) => codeSent(body))).toEqual(["the-real-code", "junk"]);
    expect((await app.recover()).unknown).toEqual([{ flow: expect.any(String), owner, account: "acme" }]);
  });

  it("counts as a try", async () => {
    const { app, begin, server } = appOf("never", broken);
    const flow = await begin();
    for (let index = 0; index < 5; index++)
      expect(await codeOf(flow.finish(app, `junk-${index}`))).toBe("exchange_unknown");
    expect(await codeOf(flow.finish())).toBe("state_expired");
    expect(server.tokens()).toBe(5);
  });
});

describe("a reload of a finished flow", () => {
  it("does not show a connection that is somebody else's by now", async () => {
    // Nothing tells the account before the flow's record does.
    const { accountOf: _, ...unknowing } = testPlatform({ replay: "safe" });
    const { fetch } = recorder(() => good());
    const app = createShopAuth(
      unknowing,
      { secrets: [SECRET], redirectUri: REDIRECT, fetch, store: memoryStore() },
      (transport) => ({ transport, fetch: expect.unreachable }),
    );
    const browser = new Browser();
    const { callback } = await begun(app as never, browser);
    const finish = () => codeOf(app.callback(browser.request(callback.href), { owner }));
    expect(await finish()).toBe("resolved");
    expect(await finish()).toBe("resolved");
    await app.disconnect("acme");
    expect(await finish()).toBe("not_connected");
    await app.adopt({ account: "acme", owner: "bob", credential: { accessToken: "of-bob" } });
    expect(await finish()).toBe("owner_mismatch");
  });
});

describe("a claim", () => {
  it("whose write failed, and was applied after all, is known to have sent nothing", async () => {
    const { store, state, inner } = gated();
    const { begin, server } = appOf("never", () => good(), { store });
    const flow = await begin();
    let claims = 0;
    const cut: Store["set"] = async (key, value, options) => {
      await inner.set(key, value, options);
      state.gate = down;
      return ++claims > 0;
    };
    const set = vi.spyOn(store, "set").mockImplementationOnce(async (...input) => {
      await cut(...input);
      throw new Error("cut");
    });
    expect(await codeOf(flow.finish())).toBe("store_failed");
    expect(set).toHaveBeenCalledTimes(1);
    delete state.gate;
    const started = performance.now();
    expect((await flow.finish()).connection.account).toBe("acme");
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(server.tokens()).toBe(1);
  });

  it("that took long is renewed before anything is sent under it", async () => {
    const { store, state } = gated();
    const { begin, server } = appOf("never", () => good(), { store });
    const flow = await begin();
    let claims = 0;
    const real = performance.now.bind(performance);
    let ahead = 0;
    vi.spyOn(performance, "now").mockImplementation(() => real() + ahead);
    state.gate = (operation, key) => {
      if (operation === "set" && key.startsWith("flow") && server.tokens() === 0 && ++claims <= 2) ahead += 6_000;
    };
    expect((await flow.finish()).connection.account).toBe("acme");
    expect(claims).toBe(3);
    const slow = await begin({ shop: "slow" });
    const before = server.tokens();
    state.gate = (operation, key) => {
      if (operation === "set" && key.startsWith("flow")) ahead += 6_000;
    };
    expect(await codeOf(slow.finish())).toBe("store_failed");
    expect(server.tokens()).toBe(before);
    delete state.gate;
    expect((await slow.finish()).connection.account).toBe("slow");
  });
});

describe("a connection that was written before flows were noted in it", () => {
  it("is read, replaced and removed as any other", async () => {
    const { store, inner } = gated();
    const vault = createVault<object>(inner, createSealer([SECRET]), "connection", {
      platform: "test",
      registration: "client",
    });
    const held = { status: "active", credential: { accessToken: "old-token" }, serial: 1, connectedAt: 1, issuedAt: 1 };
    await vault.write("acme", { generation: 4, held }, { ifVersion: null });
    await vault.write("gone", { generation: 2 }, { ifVersion: null });
    const { app, begin } = appOf("never", () => good(), { store });
    expect(await app.connection("acme")).toMatchObject({ account: "acme", connectedAt: 1 });
    expect(await app.connection("gone")).toBeUndefined();
    for (const shop of ["acme", "gone"]) {
      expect((await (await begin({ shop })).finish()).connection).toMatchObject({ account: shop, owner });
      await app.disconnect(shop);
      expect(await app.connection(shop)).toBeUndefined();
      expect((await (await begin({ shop })).finish()).connection.account).toBe(shop);
    }
  });
});
