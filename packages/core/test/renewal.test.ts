import { afterEach, describe, expect, it, vi } from "vitest";
import { allowUncoordinated, type CommonOptions, memoryStore, type Store, sandbox } from "../src/index.ts";
import { codeOf, HOST, json, listen, passTime, recorder, stopTime, testApp } from "./fixture.ts";

const LIFE = 3600;

/** A token server and API with a clock; `apps(n)` are n processes over one store. */
function fleet(
  options: {
    answer?: (index: number) => Response | undefined | Promise<Response | undefined>;
    latency?: number;
    store?: Store;
  } = {},
) {
  const clock = { now: Date.now() };
  const valid = new Map<string, number>();
  let issued = 0;
  const apiCalls: string[] = [];
  const bodies: string[] = [];
  const server = recorder(async (call) => {
    if (call.url === `${HOST}/token`) {
      const index = issued++;
      if (options.latency) await new Promise((resolve) => setTimeout(resolve, options.latency));
      const special = await options.answer?.(index);
      if (special) return special;
      const token = `token-${index}-0123456789abcdef`;
      valid.set(token, clock.now + LIFE * 1000);
      return json({ access_token: token, expires_in: LIFE });
    }
    const token = call.headers.get("authorization")!.slice(7);
    apiCalls.push(token);
    if ((valid.get(token) ?? 0) <= clock.now) return json({ error: "invalid_token" }, 401);
    bodies.push(call.body);
    return json({ ok: true });
  });
  const store = options.store ?? memoryStore({ now: () => clock.now });
  const app = (more: Partial<CommonOptions> = {}) =>
    testApp({ renews: true }, { fetch: server.fetch, store, now: () => clock.now, ...more });
  return { clock, server, store, app, valid, apiCalls, bodies };
}
/** Stops the clock that is never set, and lets its time pass only as told. */
function elapsing() {
  // Whole, so that sums of it are exact.
  let time = Math.ceil(performance.now());
  vi.spyOn(performance, "now").mockImplementation(() => time);
  return (ms: number) => void (time += ms);
}

/** A holder that has sent its token request and is never answered. */
async function dead(of: ReturnType<typeof fleet>, options: Partial<CommonOptions> = {}) {
  let sent = () => {};
  const sending = new Promise<void>((resolve) => (sent = resolve));
  const holder = of.app({
    ...options,
    fetch: () => {
      sent();
      return new Promise<Response>(() => {});
    },
  });
  await connect(holder);
  void holder
    .client("acme")
    .fetch("/x")
    .catch(() => {});
  await sending;
}

/** Resolves when a process that waits has judged the record at least once more. */
async function watched(store: Store) {
  const get = vi.spyOn(store, "get");
  await vi.waitFor(() => expect(get.mock.calls.length).toBeGreaterThan(2), 30_000);
  get.mockRestore();
}

const connect = (app: ReturnType<typeof testApp>) => app.adopt({ account: "acme", owner: "ann" });

describe("renewal", () => {
  it("makes one token request for 1,000 parallel calls, and all succeed", async () => {
    const { app, server } = fleet({ latency: 20 });
    const one = app();
    await connect(one);
    const client = one.client("acme");
    const responses = await Promise.all(Array.from({ length: 1000 }, () => client.fetch("/x")));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(server.tokens()).toBe(1);
  });

  it("makes one token request for several processes over one store", async () => {
    const { app, server, clock } = fleet({ latency: 20 });
    const apps = Array.from({ length: 8 }, () => app());
    await connect(apps[0]!);
    for (let round = 1; round <= 3; round++) {
      const responses = await Promise.all(
        apps.flatMap((each) => Array.from({ length: 20 }, () => each.client("acme").fetch("/x"))),
      );
      expect(responses.every(({ status }) => status === 200)).toBe(true);
      expect(server.tokens()).toBe(round);
      clock.now += (LIFE + 1) * 1000;
    }
  });

  it("asks for nothing while the token lives outside its soft window", async () => {
    const { app, server, clock } = fleet();
    const one = app();
    await connect(one);
    const client = one.client("acme");
    for (let minute = 0; minute < 47; minute++) {
      expect((await client.fetch("/x")).status).toBe(200);
      clock.now += 60_000;
    }
    expect(server.tokens()).toBe(1);
  });

  it("renews in the background inside the soft window, and serves the old token meanwhile and while that fails", async () => {
    const failures: unknown[] = [];
    const { app, server, clock, apiCalls } = fleet({
      answer: (index) => (index === 1 ? json({}, 400) : undefined),
      latency: 10,
    });
    const one = app({ on: { renewalFailed: (event) => void failures.push(event) } });
    await connect(one);
    await one.client("acme").fetch("/x");
    clock.now += (LIFE - 300) * 1000;
    expect((await one.client("acme").fetch("/x")).status).toBe(200);
    expect(apiCalls.at(-1)).toContain("token-0");
    await vi.waitFor(() => expect(failures).toHaveLength(1), 30_000);
    expect(failures).toEqual([{ platform: "test", account: "acme", code: "exchange_failed", status: 400 }]);
    expect((await one.client("acme").fetch("/x")).status).toBe(200);
    expect(server.tokens()).toBe(2);
  });

  it("waits for the renewal inside the hard window", async () => {
    const { app, clock, apiCalls } = fleet({ latency: 20 });
    const one = app();
    await connect(one);
    await one.client("acme").fetch("/x");
    clock.now += (LIFE - 20) * 1000;
    await one.client("acme").fetch("/x");
    expect(apiCalls.at(-1)).toContain("token-1");
  });

  it("retries one 503 inside the flight, so that 100 waiters all succeed with two token requests", async () => {
    const { app, server } = fleet({ answer: (index) => (index === 0 ? json({}, 503) : undefined) });
    const one = app();
    await connect(one);
    const responses = await Promise.all(Array.from({ length: 100 }, () => one.client("acme").fetch("/x")));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(server.tokens()).toBe(2);
  });

  it("ends with all its attempts inside the time of one token request, so that its lease outlives it", async () => {
    let requests = 0;
    const platform = await listen((_, response) => {
      if (requests++ === 0) response.writeHead(503, { "retry-after": "8" }).end();
    });
    try {
      const app = testApp({ renews: true }, { [sandbox]: platform.origin });
      await connect(app);
      const started = performance.now();
      expect(await codeOf(app.client("acme").fetch("/x"))).toBe("renewal_failed");
      expect(performance.now() - started).toBeLessThan(14_000);
      expect(requests).toBe(2);
    } finally {
      await platform.close();
    }
  }, 25_000);

  it("shares a failure with those who waited, fails fast for a moment, then forgets it", async () => {
    const { app, server } = fleet({
      answer: () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    });
    const one = app();
    await connect(one);
    const client = one.client("acme");
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(client.fetch("/x"))));
    expect(new Set(codes)).toEqual(new Set(["renewal_failed"]));
    expect(await codeOf(client.fetch("/x"))).toBe("renewal_failed");
    expect(server.tokens()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await codeOf(client.fetch("/x"))).toBe("renewal_failed");
    expect(server.tokens()).toBe(2);
    expect(await one.connection("acme")).toMatchObject({ status: "active" });
  });

  it("marks a connection that the platform refuses, keeps its own words, and stops asking", async () => {
    const rejected: unknown[] = [];
    const { app, server } = fleet({ answer: () => json({ error: "invalid_client", message: "Unknown client" }, 401) });
    const one = app({ on: { rejected: (connection) => void rejected.push(connection.account) } });
    await connect(one);
    const error = await one
      .client("acme")
      .fetch("/x")
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "renewal_failed",
      status: 401,
      said: { code: "invalid_client", message: "Unknown client" },
      hint: "Check client id and secret, and that the app is still installed in this shop.",
    });
    for (let index = 0; index < 5; index++) expect(await codeOf(one.client("acme").fetch("/x"))).toBe("renewal_failed");
    expect(server.tokens()).toBe(1);
    expect(rejected).toEqual(["acme"]);
    expect(await one.connection("acme")).toMatchObject({ status: "rejected" });
  });
});

describe("a pause that the token endpoint asks for", () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    ["60", 60_000, 60_000],
    ["86400", 86_400_000, 300_000],
  ])("of %s s is kept by every call, up to five minutes, and told", async (header, asked, kept) => {
    const passing = elapsing();
    const { app, server, clock } = fleet({ answer: () => json({}, 429, { "retry-after": header }) });
    const one = app();
    await connect(one);
    const call = () =>
      one
        .client("acme")
        .fetch("/x")
        .catch((caught: unknown) => caught);
    expect(await call()).toMatchObject({ code: "renewal_failed", status: 429, retryAt: clock.now + asked });
    passing(kept - 1_000);
    for (let index = 0; index < 5; index++) expect(await call()).toMatchObject({ code: "renewal_failed" });
    expect(server.tokens()).toBe(1);
    passing(1_001);
    expect(await call()).toMatchObject({ code: "renewal_failed" });
    expect(server.tokens()).toBe(2);
  });
});

describe("a pace", () => {
  afterEach(() => void vi.useRealTimers());

  it("spaces calls that waited for a token together", async () => {
    stopTime();
    const times: number[] = [];
    const server = recorder(async (call) => {
      if (call.url !== `${HOST}/token`) times.push(performance.now());
      else await new Promise((resolve) => setTimeout(resolve, 250));
      return json({ access_token: "token-0123456789abcdef", expires_in: LIFE });
    });
    const one = testApp({ renews: true, pace: { requests: 3, per: 200 } }, { fetch: server.fetch });
    await connect(one);
    await passTime(Promise.all(Array.from({ length: 7 }, () => one.client("acme").fetch("/x"))));
    for (let index = 3; index < times.length; index++) expect(times[index]! - times[index - 3]!).toBeGreaterThan(190);
  });
});

describe("a refused token", () => {
  it("is renewed once and the call sent once more, with its body", async () => {
    const renewed: unknown[] = [];
    const { app, server, valid, bodies } = fleet();
    const one = app({ on: { renewed: ({ forced }) => void renewed.push(forced) } });
    await connect(one);
    await one.client("acme").fetch("/x");
    valid.clear();
    const response = await one.client("acme").fetch("/x", { method: "POST", body: JSON.stringify({ name: "Mug" }) });
    expect(response.status).toBe(200);
    expect(bodies.at(-1)).toBe('{"name":"Mug"}');
    expect(server.tokens()).toBe(2);
    expect(renewed).toEqual([false, true]);
  });

  it("costs exactly one token request for 100 calls whose 401s come back over time", async () => {
    const { app, server, valid } = fleet();
    const slow: typeof fetch = async (input, init) => {
      const response = await server.fetch(input, init);
      if (response.status === 401) await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
      return response;
    };
    const one = app({ fetch: slow });
    await connect(one);
    await one.client("acme").fetch("/x");
    valid.clear();
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => one.client("acme").fetch("/x", { method: "POST", body: "b" })),
    );
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(server.tokens()).toBe(2);
  });

  it("is renewed at most once in 60 s, and never loops", async () => {
    const { app, server, clock, valid, apiCalls } = fleet();
    const one = app();
    await connect(one);
    await one.client("acme").fetch("/x");
    const refuseAll = setInterval(() => valid.clear(), 0);
    valid.clear();
    const always: typeof fetch = (input, init) => (valid.clear(), server.fetch(input, init));
    const two = app({ fetch: always });
    for (let index = 0; index < 10; index++) expect((await two.client("acme").fetch("/x")).status).toBe(401);
    clearInterval(refuseAll);
    expect(server.tokens()).toBe(2);
    expect(apiCalls.length).toBe(1 + 10 + 1);
    clock.now += 61_000;
    await two.client("acme").fetch("/x");
    expect(server.tokens()).toBe(3);
  });

  it("of a permanent credential marks the connection once; later calls fail before anything is sent", async () => {
    const rejected: unknown[] = [];
    const server = recorder(() => json({ error: "revoked" }, 401));
    const app = testApp(
      {},
      { fetch: server.fetch, on: { rejected: (connection) => void rejected.push(connection.status) } },
    );
    await app.adopt({ account: "acme", owner: "ann", credential: { accessToken: "permanent" } });
    const first = await app.client("acme").fetch("/x");
    expect(first.status).toBe(401);
    expect(await first.json()).toEqual({ error: "revoked" });
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("reauthorization_required");
    expect(server.calls).toHaveLength(1);
    expect(rejected).toEqual(["rejected"]);
    expect(await app.connection("acme")).toMatchObject({ status: "rejected" });
  });
});

describe("clocks", () => {
  it.each([[-24], [-2], [-0.4], [0.4], [2], [24]])(
    "set by %d h: at most one renewal, and no call with a dead token",
    async (hours) => {
      const { app, server, clock } = fleet();
      const one = app();
      await connect(one);
      await one.client("acme").fetch("/x");
      clock.now += hours * 3_600_000;
      for (let index = 0; index < 5; index++) expect((await one.client("acme").fetch("/x")).status).toBe(200);
      const other = app();
      for (let index = 0; index < 5; index++) expect((await other.client("acme").fetch("/x")).status).toBe(200);
      expect(server.tokens()).toBeLessThanOrEqual(2);
    },
  );

  afterEach(() => void vi.restoreAllMocks());
  it.each([[-24], [-2], [2], [24]])(
    "of two processes that differ by %d h do not make them renew in turns",
    async (hours) => {
      const { app, server, clock } = fleet();
      const passing = elapsing();
      const one = app();
      const other = app({ now: () => clock.now + hours * 3_600_000 });
      await connect(one);
      for (let minute = 0; minute < 10; minute++) {
        for (const each of [one, other]) expect((await each.client("acme").fetch("/x")).status).toBe(200);
        clock.now += 61_000;
        passing(61_000);
      }
      // Each of them may distrust what it finds at its start, once.
      expect(server.tokens()).toBeLessThanOrEqual(2);
    },
  );

  it("set back while every call is refused: starts no further forced renewal within the minute", async () => {
    const { app, server, clock, valid } = fleet();
    const one = app();
    await connect(one);
    const refused = async () => {
      valid.clear();
      return (await one.client("acme").fetch("/x")).status;
    };
    expect((await one.client("acme").fetch("/x")).status).toBe(200);
    expect(await refused()).toBe(200);
    expect(server.tokens()).toBe(2);
    for (let back = 0; back < 5; back++) {
      clock.now -= 3_000;
      expect(await refused()).toBe(401);
    }
    expect(server.tokens()).toBe(2);
  });
});

describe("one caller's abort", () => {
  it("ends that caller's wait and not the renewal", async () => {
    const { app, server } = fleet({ latency: 80 });
    const one = app();
    await connect(one);
    const controller = new AbortController();
    const aborted = one.client("acme").fetch("/x", { signal: controller.signal });
    const other = one.client("acme").fetch("/x");
    setTimeout(() => controller.abort(new Error("changed my mind")), 10);
    await expect(aborted).rejects.toThrow("changed my mind");
    expect((await other).status).toBe(200);
    expect(server.tokens()).toBe(1);
  });
});

describe("the lease", () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([-40_000, -1_000, -10, 10, 1_000, 40_000])(
    "of a holder that lives is kept by a process whose clock differs by %d ms",
    async (skew) => {
      const { app, server, clock } = fleet({ latency: 400 });
      const [one, other] = [app(), app({ now: () => clock.now + skew })];
      await connect(one);
      const first = one.client("acme").fetch("/x");
      while (server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      expect((await other.client("acme").fetch("/x")).status).toBe(200);
      expect((await first).status).toBe(200);
      expect(server.tokens()).toBe(1);
    },
  );

  it.each([-3_600_000, -10_000, 0, 10_000])(
    "of a dead holder whose clock differed by %d ms is over when it was seen for its whole length",
    async (skew) => {
      const passing = elapsing();
      const processes = fleet();
      const { app, server, clock, store } = processes;
      await dead(processes, { now: () => clock.now - skew });
      const waiting = app().client("acme").fetch("/x");
      await watched(store);
      passing(14_999);
      await watched(store);
      expect(server.tokens()).toBe(0);
      passing(1);
      expect((await waiting).status).toBe(200);
      expect(server.tokens()).toBe(1);
    },
  );

  it("of a dead holder runs out", async () => {
    const processes = fleet();
    const { app, clock, server, store } = processes;
    await dead(processes);
    const waiting = app().client("acme").fetch("/x");
    await watched(store);
    expect(server.tokens()).toBe(0);
    // Longer ago than clocks differ.
    clock.now += 15_000 + 60_001;
    expect((await waiting).status).toBe(200);
    expect(server.tokens()).toBe(1);
  });

  it("is watched on where a call that watched it failed", async () => {
    const passing = elapsing();
    const inner = memoryStore();
    let down = false;
    const store: Store = {
      ...inner,
      get: (key) => (down ? Promise.reject(new Error("down")) : inner.get(key)),
    };
    const processes = fleet({ store });
    await dead(processes);
    const client = processes.app().client("acme");
    const watching = codeOf(client.fetch("/x"));
    await watched(store);
    down = true;
    expect(await watching).toBe("store_failed");
    down = false;
    passing(12_000);
    const waiting = client.fetch("/x");
    await watched(store);
    expect(processes.server.tokens()).toBe(0);
    passing(3_000);
    expect((await waiting).status).toBe(200);
    expect(processes.server.tokens()).toBe(1);
  });

  it("of a holder that was stopped may pass to another: the late one's failure then fails no call", async () => {
    let refuse = () => {};
    const late = new Promise<Response>((resolve) => (refuse = () => resolve(json({ error: "invalid_client" }, 400))));
    const { app, clock, server } = fleet({ answer: (index) => (index === 0 ? late : undefined) });
    const stopped = app();
    await connect(stopped);
    const call = stopped.client("acme").fetch("/x");
    while (server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    // Longer ago than clocks differ.
    clock.now += 15_000 + 60_001;
    expect((await app().client("acme").fetch("/x")).status).toBe(200);
    refuse();
    expect((await call).status).toBe(200);
    expect(server.tokens()).toBe(2);
    expect(await stopped.connection("acme")).toMatchObject({ status: "active" });
  });
});

describe("lifecycle races", () => {
  const pausing = () => {
    let resume = () => {};
    const paused = new Promise<void>((resolve) => (resume = resolve));
    return { paused, resume: () => resume() };
  };

  it("a disconnect wins over a renewal that is under way", async () => {
    const { paused, resume } = pausing();
    const { app, server } = fleet({ answer: async () => (await paused, undefined) });
    const one = app();
    await connect(one);
    const call = codeOf(one.client("acme").fetch("/x"));
    while (server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await one.disconnect("acme");
    resume();
    expect(await call).toBe("not_connected");
    expect(await one.connection("acme")).toBeUndefined();
  });

  it("a reconnect wins over a renewal that is under way", async () => {
    const { paused, resume } = pausing();
    const { app, server, valid } = fleet({
      answer: async (index) => (index === 0 ? (await paused, undefined) : undefined),
    });
    const one = app();
    await connect(one);
    const call = one.client("acme").fetch("/x");
    while (server.tokens() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    valid.set("reconnected-token", Number.POSITIVE_INFINITY);
    await one.adopt({
      account: "acme",
      owner: "ann",
      credential: { accessToken: "reconnected-token" },
      expiresIn: LIFE,
    });
    resume();
    expect((await call).status).toBe(200);
    expect((await one.client("acme").fetch("/x")).status).toBe(200);
    expect(server.calls.at(-1)!.headers.get("authorization")).toBe("Bearer reconnected-token");
  });

  it("another process's disconnect is seen within a minute", async () => {
    const { app } = fleet();
    const [one, two] = [app(), app()];
    await connect(one);
    await one.client("acme").fetch("/x");
    await two.disconnect("acme");
    expect(await codeOf(two.client("acme").fetch("/x"))).toBe("not_connected");
    expect(await codeOf(one.client("acme").fetch("/x"))).toBe("resolved");
  });
});

describe("a store that is away", () => {
  afterEach(() => void vi.restoreAllMocks());

  /** A store that fails, or never answers, for as long as it is told to. */
  function failing() {
    const inner = memoryStore();
    const state: { away?: "fails" | "hangs" } = {};
    let asked = 0;
    const guard = <T>(work: () => Promise<T>) => {
      asked++;
      if (state.away === "hangs") return new Promise<T>(() => {});
      return state.away ? Promise.reject(new Error("down")) : work();
    };
    const store: Store = {
      durability: "volatile",
      get: (key) => guard(() => inner.get(key)),
      set: (key, value, options) => guard(() => inner.set(key, value, options)),
      list: inner.list,
    };
    return { store, state, asked: () => asked };
  }

  it("does not stop a token in memory", async () => {
    const { store, state } = failing();
    const { app, server } = fleet({ store });
    const one = app();
    await connect(one);
    await one.client("acme").fetch("/x");
    state.away = "fails";
    expect((await one.client("acme").fetch("/x")).status).toBe(200);
    expect(await codeOf(app().client("acme").fetch("/x"))).toBe("store_failed");
    expect(server.tokens()).toBe(1);
  });

  it("holds up the call that finds out, and no further one", async () => {
    const passing = elapsing();
    const { store, state, asked } = failing();
    const { app, server } = fleet({ store });
    const one = app();
    await connect(one);
    const call = async () => (await one.client("acme").fetch("/x")).status;
    expect(await call()).toBe(200);
    state.away = "hangs";
    passing(61_000);
    expect(await call()).toBe(200);
    const before = asked();
    for (let index = 0; index < 10; index++) {
      let answered = false;
      const calling = call().then(() => (answered = true));
      // By as many turns of the event loop as an answer takes, and no clock.
      for (let turn = 0; turn < 50 && !answered; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(answered).toBe(true);
      await calling;
    }
    // One look at the store stands for all meanwhile.
    expect(asked()).toBe(before + 1);
    delete state.away;
    await one.disconnect("acme");
    expect(await codeOf(one.client("acme").fetch("/x"))).toBe("not_connected");
    expect(server.tokens()).toBe(1);
  }, 30_000);

  it("stops a dead one, unless a process may renew by itself: then once, and no longer than that", async () => {
    const passing = elapsing();
    const { store, state } = failing();
    const { app, server, clock, apiCalls } = fleet({ store });
    const one = app({ [allowUncoordinated]: true });
    const other = app();
    await connect(one);
    for (const each of [one, other]) await each.client("acme").fetch("/x");
    const pass = (ms: number) => {
      clock.now += ms;
      passing(ms);
    };
    state.away = "fails";
    pass(LIFE * 1000);
    expect(await codeOf(other.client("acme").fetch("/x"))).toBe("store_failed");
    const calls = () => Promise.all(Array.from({ length: 50 }, () => one.client("acme").fetch("/x")));
    expect((await calls()).every(({ status }) => status === 200)).toBe(true);
    expect(server.tokens()).toBe(2);
    pass(120_000);
    expect((await calls()).every(({ status }) => status === 200)).toBe(true);
    expect(server.tokens()).toBe(2);
    // What nobody has stored, the others cannot have; they renew, and it is theirs that is kept.
    delete state.away;
    expect((await other.client("acme").fetch("/x")).status).toBe(200);
    expect(server.tokens()).toBe(3);
    pass(120_000);
    await vi.waitFor(async () => {
      expect((await one.client("acme").fetch("/x")).status).toBe(200);
      expect(apiCalls.at(-1)).toContain("token-2");
    }, 30_000);
    expect(server.tokens()).toBe(3);
  });

  it("lets a process that is refused ask once, where it may renew by itself", async () => {
    const { store, state } = failing();
    const { app, server, valid } = fleet({ store });
    const one = app({ [allowUncoordinated]: true });
    const other = app();
    await connect(one);
    for (const each of [one, other]) await each.client("acme").fetch("/x");
    state.away = "fails";
    valid.clear();
    expect(await codeOf(other.client("acme").fetch("/x"))).toBe("store_failed");
    expect(server.tokens()).toBe(1);
    for (let round = 0; round < 5; round++) {
      valid.clear();
      await one.client("acme").fetch("/x");
    }
    expect(server.tokens()).toBe(2);
  });
});
