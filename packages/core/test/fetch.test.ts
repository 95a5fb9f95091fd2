import type { Socket } from "node:net";
import { inspect } from "node:util";
import { deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { assertSignable } from "../src/fetch.ts";
import { allowVolatile, createKeyedTransport, memoryStore, type Store, sandbox } from "../src/index.ts";
import { Browser, begun, codeOf, HOST, json, listen, passTime, recorder, stopTime, testApp } from "./fixture.ts";

const connected = async (
  server: { fetch: typeof fetch },
  options: Parameters<typeof testApp>[1] = {},
  platform: Parameters<typeof testApp>[0] = {},
) => {
  const app = testApp(platform, { fetch: server.fetch, ...options });
  await app.adopt({ account: "acme", owner: "ann", credential: { accessToken: "secret-token-0123456789" } });
  return app.client("acme");
};

describe("what is signed", () => {
  it.each([
    "https://evil.example/v1/x",
    "//evil.example/v1/x",
    "https://api.shops.example.evil.example/v1/x",
    "https://api.shops.example@evil.example/v1/x",
    "http://api.shops.example/v1/x",
    `${HOST}/token`,
    `${HOST}/v1/../token`,
    `${HOST}/v1/%2e%2e/token`,
    `${HOST}/v1/..%2f..`,
    `${HOST}/v1\\..\\token`,
    `${HOST}:8443/v1/x`,
    `https://user@api.shops.example/v1/x`,
    `${HOST}/v12`,
    "ftp://api.shops.example/v1/x",
    "data:text/plain,x",
    `${HOST}/v1/.%2e/token`,
  ])("is never %s", async (url) => {
    const server = recorder(() => json({}));
    const client = await connected(server);
    const outcome = await codeOf(client.transport.fetch(url as never));
    // A dot segment that stays inside is harmless; what leaves the API must not have been sent.
    if (outcome === "resolved") expect(server.calls[0]!.url.startsWith(`${HOST}/v1/`)).toBe(true);
    else expect([outcome, server.calls.length]).toEqual(["foreign_origin", 0]);
    for (const call of server.calls) expect(new URL(call.url).pathname.startsWith("/v1/")).toBe(true);
  });

  it("is every form of input, on the API's own path", async () => {
    const server = recorder(() => json({}));
    const client = await connected(server);
    await client.transport.fetch(`${HOST}/v1/string?a=1` as never);
    await client.transport.fetch(new URL(`${HOST}/v1/url`) as never);
    await client.transport.fetch(new Request(`${HOST}/v1/request`, { method: "POST", body: "body" }));
    await client.transport.fetch(new client.transport.Request(`${HOST}/v1/light`, { method: "PUT", body: "light" }));
    expect(server.calls.map((call) => [call.method, new URL(call.url).pathname, call.body])).toEqual([
      ["GET", "/v1/string", ""],
      ["GET", "/v1/url", ""],
      ["POST", "/v1/request", "body"],
      ["PUT", "/v1/light", "light"],
    ]);
    for (const call of server.calls) expect(call.headers.get("authorization")).toBe("Bearer secret-token-0123456789");
  });
});

describe("over real HTTP", () => {
  it.each([[301], [302], [303], [307], [308]])("a %i is refused, and nothing reaches its target", async (status) => {
    let reached = 0;
    const target = await listen((_, response) => (reached++, response.end("{}")));
    const platform = await listen((_, response) =>
      response.writeHead(status, { location: `${target.origin}/steal` }).end(),
    );
    try {
      const client = await connected(
        { fetch: globalThis.fetch },
        { [sandbox]: platform.origin, fetch: (input, init) => globalThis.fetch(input, init) },
      );
      expect(await codeOf(client.fetch("/x", { method: "POST", body: "secret" }))).toBe("redirect_refused");
      expect(reached).toBe(0);
    } finally {
      await platform.close();
      await target.close();
    }
  });

  it("a decompression bomb ends at 10 MB", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const platform = await listen((_, response) =>
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb),
    );
    try {
      const client = await connected(
        { fetch: globalThis.fetch },
        { [sandbox]: platform.origin, fetch: (input, init) => globalThis.fetch(input, init) },
      );
      const response = await client.fetch("/x");
      expect(await codeOf(response.text())).toBe("response_too_large");
    } finally {
      await platform.close();
    }
  });

  it.each([
    ["never begins", (socket: Socket) => socket.destroy()],
    ["is no HTTP", (socket: Socket) => socket.end("SSH-2.0\r\n")],
    ["ends inside its body", (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{")],
    ["ends inside a refusal", (socket: Socket) => socket.end("HTTP/1.1 401 No\r\ncontent-length: 9\r\n\r\n{")],
    [
      "ends inside a chunk",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"),
    ],
    [
      "is not what its encoding says",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}"),
    ],
  ])("an answer that %s is a typed error without the runtime's details", async (_, play) => {
    const platform = await listen(() => {});
    platform.server.removeAllListeners("connection").on("connection", (socket: Socket) => {
      socket.on("error", () => {}).once("data", () => play(socket));
    });
    try {
      const client = await connected({ fetch: globalThis.fetch }, { [sandbox]: platform.origin });
      const error = await client
        .fetch("/x")
        .then((response) => response.text())
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: "network_failed", platform: "test" });
      expect((error as Error).message).toMatch(
        /^The platform's answer did not come, or not to its end(?: \([A-Z_]+\))?$/,
      );
      expect((error as Error).cause).toBeUndefined();
    } finally {
      await platform.close();
    }
  });

  it("what does not listen is told by the runtime's word, and the sandbox by its address", async () => {
    const gone = await listen(() => {});
    await gone.close();
    const call = async (options: Parameters<typeof testApp>[1], renews = false) => {
      const app = testApp({ renews }, options);
      await app.adopt({ account: "acme", ...(!renews && { credential: { accessToken: "secret-token-0123456789" } }) });
      return app
        .client("acme")
        .fetch("/x?secret=1")
        .catch((caught: unknown) => caught);
    };
    const hint = `Is the sandbox running at ${gone.origin}?`;
    expect(await call({ [sandbox]: gone.origin })).toMatchObject({
      code: "network_failed",
      message: "The platform's answer did not come, or not to its end (ECONNREFUSED)",
      hint,
    });
    expect(await call({ [sandbox]: gone.origin }, true)).toMatchObject({
      code: "renewal_failed",
      message: "The token could not be renewed (ECONNREFUSED)",
      hint,
    });
    const wordy = () => Promise.reject(Object.assign(new Error("quotes a secret"), { code: "a secret" }));
    expect(await call({ fetch: wordy })).toMatchObject({
      message: "The platform's answer did not come, or not to its end",
      hint: "The platform could not be reached.",
    });
  }, 20_000);

  it("a refusal whose words cannot be set again is passed on without them", async () => {
    const answer = Buffer.from("HTTP/1.1 401 \x01\xff\r\ncontent-length: 2\r\n\r\n{}", "latin1");
    const platform = await listen(() => {});
    platform.server.removeAllListeners("connection").on("connection", (socket: Socket) => {
      socket.on("error", () => {}).once("data", () => socket.end(answer));
    });
    try {
      const client = await connected({ fetch: globalThis.fetch }, { [sandbox]: platform.origin });
      expect(await client.fetch("/x").then(({ status, statusText }) => [status, statusText])).toEqual([401, ""]);
    } finally {
      await platform.close();
    }
  });

  it("a deflated answer is refused, because nothing can limit it, and none is asked for", async () => {
    const asked: unknown[] = [];
    const platform = await listen((request, response) => {
      asked.push(request.headers["accept-encoding"]);
      response
        .writeHead(200, { "content-type": "application/json", "content-encoding": "deflate" })
        .end(deflateSync("{}"));
    });
    try {
      const client = await connected({ fetch: globalThis.fetch }, { [sandbox]: platform.origin });
      expect(await codeOf(client.fetch("/x"))).toBe("response_too_large");
      const app = testApp({}, { [sandbox]: platform.origin });
      const browser = new Browser();
      const { callback } = await begun(app, browser);
      // The sandbox's address takes the place of the platform's also in what the browser is sent to.
      expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("response_too_large");
      expect(asked).toEqual(["gzip, br", "identity"]);
    } finally {
      await platform.close();
    }
  });

  it("a body is sent and answered through the light request", async () => {
    const platform = await listen((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () =>
        response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify({ url: request.url, body, authorization: request.headers.authorization })),
      );
    });
    try {
      const { transport } = await connected(
        { fetch: globalThis.fetch },
        { [sandbox]: platform.origin, fetch: (input, init) => globalThis.fetch(input, init) },
      );
      const request = new transport.Request(`${HOST}/v1/x`, {
        method: "POST",
        body: '{"a":1}',
        headers: { "content-type": "application/json" },
      });
      expect(await (await transport.fetch(request)).json()).toEqual({
        url: "/api.shops.example/v1/x",
        body: '{"a":1}',
        authorization: "Bearer secret-token-0123456789",
      });
    } finally {
      await platform.close();
    }
  });
});

describe("a signed request", () => {
  const secret = "secret-token-0123456789";

  it("never shows whoever keeps it what has signed it", async () => {
    const server = recorder((_, index) => (index === 0 ? json({}, 503, { "retry-after": "0" }) : json({})));
    const { transport } = await connected(server);
    const plain = new transport.Request(`${HOST}/v1/x`, { headers: { "x-mine": "1" } });
    await transport.fetch(plain);
    const seen = new transport.Request(`${HOST}/v1/x`, { headers: { "x-mine": "1" } });
    // As a middleware does before the call, and keeps it.
    const { headers } = seen;
    headers.set("x-more", "2");
    await transport.fetch(seen);
    const real = new Request(`${HOST}/v1/x`, { headers: { "x-mine": "1", "x-more": "2" } });
    await transport.fetch(real);
    for (const request of [plain, seen, real]) {
      expect(request.headers.get("x-mine")).toBe("1");
      expect(inspect([request, [...request.headers], [...request.clone().headers]], { depth: 9 })).not.toContain(
        secret,
      );
    }
    expect([...headers].flat()).not.toContain(`Bearer ${secret}`);
    expect(
      server.calls.map((call) => ["authorization", "x-mine", "x-more"].map((name) => call.headers.get(name))),
    ).toEqual([
      [`Bearer ${secret}`, "1", null],
      [`Bearer ${secret}`, "1", null],
      [`Bearer ${secret}`, "1", "2"],
      [`Bearer ${secret}`, "1", "2"],
    ]);
  });

  it("with a key of its own shows none either", async () => {
    const server = recorder(() => json({}));
    const transport = createKeyedTransport({
      platform: "test",
      fetch: server.fetch,
      sign: ({ href }, headers) => (headers.set("authorization", `Bearer ${secret}`), href),
    });
    const request = new transport.Request(`${HOST}/v1/x`, { headers: { "x-mine": "1" } });
    await transport.fetch(request);
    expect(server.calls[0]!.headers.get("authorization")).toBe(`Bearer ${secret}`);
    expect([request.headers.get("x-mine"), request.headers.get("authorization")]).toEqual(["1", null]);
  });
});

describe("a credential of another shape", () => {
  it.each([{ token: "x" }, { access_token: "x" }, { accessToken: { access_token: "x" } }, "x", null, {}])(
    "signs nothing: %j",
    async (credential) => {
      const server = recorder(() => json({}));
      const app = testApp({}, { fetch: server.fetch });
      const used = async () => {
        await app.adopt({ account: "acme", owner: "ann", credential: credential as never });
        await app.client("acme").fetch("/x");
      };
      expect(await codeOf(used())).toBe("token_response_invalid");
      expect(server.calls).toHaveLength(0);
    },
  );

  it("is refused with the names of what lacks, however a platform signs", () => {
    const basic = {
      id: "test",
      sign: (headers: Headers, { id, secret }: { id: string; secret: string }) =>
        headers.set("authorization", `Basic ${btoa(`${id}:${secret}`)}`),
    };
    expect(() => assertSignable({ id: "id", secret: "secret" }, basic)).not.toThrow();
    const refused = (credential: object, hint: string) =>
      expect(() => assertSignable(credential as never, basic)).toThrowError(
        expect.objectContaining({ code: "token_response_invalid", platform: "test", hint }),
      );
    refused({ user: "id", password: "secret" }, "The credential lacks: id, secret.");
    refused({ id: "id", password: "secret" }, "The credential lacks: secret.");
    const optional = {
      id: "test",
      sign: (headers: Headers, { key, realm }: { key: string; realm?: string }) =>
        headers.set("authorization", realm === undefined ? key : `${realm} ${key}`),
    };
    expect(() => assertSignable({ key: "key" }, optional)).not.toThrow();
    const plain = {
      id: "test",
      sign: (headers: Headers, { id, secret }: { id: string; secret: string }) =>
        headers.set("x-key", `${id}:${secret}`),
    };
    expect(() => assertSignable({ id: "id" } as never, plain)).toThrowError(
      expect.objectContaining({ hint: "The credential lacks: secret." }),
    );
  });
});

describe("a connection without an owner", () => {
  it("asks for one before it is compared with another", async () => {
    const server = recorder(() => json({ access_token: "token-0123456789abcdef" }));
    const expiresAt = Date.now() + 60_000;
    const proof = {
      carry: ({ redirectUri }: { redirectUri: string }) => ({ params: {}, redirectUri }),
      verify: async () => ({ id: "install-1", signed: { shop: "acme" }, expiresAt }),
    };
    const app = testApp({ proof: proof as never, beginsOnPlatform: true }, { fetch: server.fetch });
    const { connection } = await app.exchange({ query: "?code=abc" });
    expect(connection.status).toBe("unclaimed");
    expect(await codeOf(app.client("acme", { owner: "ann" }).fetch("/x"))).toBe("owner_required");
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("owner_required");
    expect(server.calls).toHaveLength(1);
  });
});

describe("what is forgotten while it is looked up", () => {
  it("signs no call that begins later", async () => {
    const inner = memoryStore();
    let slow = false;
    const store: Store = {
      ...inner,
      async get(key) {
        const entry = await inner.get(key);
        if (slow) {
          slow = false;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        return entry;
      },
    };
    const server = recorder(() => json({}));
    const app = testApp({}, { fetch: server.fetch, store });
    await app.adopt({ account: "acme", owner: "ann", credential: { accessToken: "secret-token-0123456789" } });
    slow = true;
    const first = codeOf(app.client("acme").fetch("/x"));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await app.disconnect("acme");
    expect(await first).toBe("resolved");
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("not_connected");
    expect(server.calls).toHaveLength(1);
  });
});

describe("a call that was given up before it began", () => {
  it("leaves no failure behind that nobody handles", async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on("unhandledRejection", note);
    try {
      const app = testApp({}, { fetch: recorder(() => json({})).fetch });
      const call = app.client("acme").fetch("/x", { signal: AbortSignal.abort(new Error("changed my mind")) });
      await expect(call).rejects.toThrow("changed my mind");
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", note);
    }
  });
});

describe("a permanent credential that was refused", () => {
  afterEach(() => void vi.restoreAllMocks());

  const setup = async () => {
    const real = performance.now.bind(performance);
    let ahead = 0;
    vi.spyOn(performance, "now").mockImplementation(() => real() + ahead);
    let answer = () => json({ error: "Invalid developer key" }, 401);
    const server = recorder(() => answer());
    const events: string[] = [];
    const store = memoryStore();
    const on = {
      connected: ({ status }: { status: string }) => void events.push(`connected ${status}`),
      rejected: ({ status }: { status: string }) => void events.push(`rejected ${status}`),
    };
    const process = () => testApp({}, { fetch: server.fetch, store, on });
    const app = process();
    await app.adopt({ account: "acme", owner: "ann", credential: { accessToken: "secret-token-0123456789" } });
    expect((await app.client("acme").fetch("/x")).status).toBe(401);
    return {
      app,
      process,
      server,
      events,
      passing: (ms: number) => void (ahead += ms),
      answers: (next: () => Response | Promise<never>) => void (answer = next as never),
    };
  };

  it("is good again when the one call a minute that goes through is accepted", async () => {
    const { app, server, events, passing, answers } = await setup();
    passing(59_000);
    answers(() => json({}));
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("reauthorization_required");
    expect(server.calls).toHaveLength(1);
    passing(1_001);
    const calls = await Promise.all(Array.from({ length: 20 }, () => codeOf(app.client("acme").fetch("/x"))));
    expect(calls.filter((code) => code === "resolved")).toHaveLength(1);
    expect(calls.filter((code) => code === "reauthorization_required")).toHaveLength(19);
    expect(server.calls).toHaveLength(2);
    expect(await app.connection("acme")).toMatchObject({ status: "active", owner: "ann" });
    expect((await app.client("acme").fetch("/x")).status).toBe(200);
    expect(events).toEqual(["connected active", "rejected rejected", "connected active"]);
  });

  it.each([
    ["is refused again", () => json({}, 401), 401],
    ["says nothing of the credential", () => json({}, 404), 404],
    ["gets no answer", () => Promise.reject(new TypeError("fetch failed")), "network_failed"],
  ])("stays so when that call %s, and nobody is told twice", async (_, next, outcome) => {
    const { app, server, events, passing, answers } = await setup();
    answers(next);
    for (let minute = 1; minute <= 3; minute++) {
      passing(60_001);
      const call = app.client("acme").fetch("/x");
      expect(typeof outcome === "number" ? (await call).status : await codeOf(call)).toBe(outcome);
      for (let index = 0; index < 5; index++)
        expect(await codeOf(app.client("acme").fetch("/x"))).toBe("reauthorization_required");
      expect(server.calls).toHaveLength(1 + minute);
    }
    expect(await app.connection("acme")).toMatchObject({ status: "rejected" });
    expect(events).toEqual(["connected active", "rejected rejected"]);
  });

  it("is tried at once by a process that has just started, also with its tries of a 429", async () => {
    const { process, server, answers } = await setup();
    let asked = 0;
    answers(() => (asked++ === 0 ? json({}, 429, { "retry-after": "0" }) : json({})));
    const other = process();
    expect((await other.client("acme").fetch("/x")).status).toBe(200);
    expect(server.calls).toHaveLength(3);
    expect(await other.connection("acme")).toMatchObject({ status: "active" });
  });

  it("stays refused where another was stored meanwhile", async () => {
    const { app, server, passing, answers } = await setup();
    let reached = () => {};
    const sent = new Promise<void>((resolve) => (reached = resolve));
    let accept = () => {};
    const answered = new Promise<Response>((resolve) => (accept = () => resolve(json({}))));
    answers(() => (reached(), answered) as never);
    passing(60_001);
    const probe = app.client("acme").fetch("/x");
    await sent;
    await app.adopt({ account: "acme", owner: "ann", credential: { accessToken: "another-token-0123456789" } });
    answers(() => json({}, 401));
    expect((await app.client("acme").fetch("/x")).status).toBe(401);
    accept();
    expect((await probe).status).toBe(200);
    expect(server.calls).toHaveLength(3);
    expect(await app.connection("acme")).toMatchObject({ status: "rejected" });
  });
});

describe("waiting and trying again", () => {
  afterEach(() => void vi.useRealTimers());

  it("keeps every call of the account, and of no other, quiet for as long as the platform asks", async () => {
    stopTime();
    let until = 0;
    const early: string[] = [];
    const late: number[] = [];
    const server = recorder((call) => {
      const time = performance.now();
      if (call.url.endsWith("/other")) return json({});
      if (until === 0) {
        until = time + 1_000;
        return json({}, 429, { "retry-after": "1" });
      }
      if (time < until) early.push(call.url);
      else late.push(time - until);
      return json({});
    });
    const app = testApp({}, { fetch: server.fetch });
    for (const account of ["acme", "other"])
      await app.adopt({ account, owner: "ann", credential: { accessToken: `token-of-${account}-0123456789` } });
    const client = app.client("acme");
    const first = client.fetch("/x");
    await vi.waitFor(() => expect(until).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(50);
    const calls = Array.from({ length: 30 }, (_, index) =>
      client.fetch("/x", index % 2 ? { method: "POST", body: "x" } : {}),
    );
    expect((await app.client("other").fetch("/other")).status).toBe(200);
    expect(performance.now()).toBeLessThan(until);
    for (const { status } of await passTime(Promise.all([first, ...calls]))) expect(status).toBe(200);
    expect(early).toEqual([]);
    expect(late).toHaveLength(31);
    // Not all at once, and soon.
    expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(20);
    expect(Math.max(...late)).toBeLessThan(1_000);
  });

  it("signs what waited as it is afterwards, and not at all where the connection is gone", async () => {
    const server = recorder((_, index) => (index === 0 ? json({}, 429, { "retry-after": "1" }) : json({})));
    const app = testApp({}, { fetch: server.fetch });
    const adopt = (accessToken: string) => app.adopt({ account: "acme", owner: "ann", credential: { accessToken } });
    await adopt("first-token-0123456789");
    const client = app.client("acme");
    expect((await client.fetch("/x", { method: "POST", body: "x" })).status).toBe(429);
    const waiting = client.fetch("/x");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await adopt("second-token-0123456789");
    expect((await waiting).status).toBe(200);
    expect(server.calls[1]!.headers.get("authorization")).toBe("Bearer second-token-0123456789");
  });

  it("spaces what waited, where the platform has a pace", async () => {
    stopTime();
    const times: number[] = [];
    const server = recorder((_, index) => {
      times.push(performance.now());
      return index === 0 ? json({}, 429, { "retry-after": "1" }) : json({});
    });
    const client = await connected(server, {}, { pace: { requests: 3, per: 200 } });
    await passTime(Promise.all(Array.from({ length: 10 }, () => client.fetch("/x"))));
    const quiet = times.filter((time) => time > times[0]! + 100 && time < times[0]! + 990);
    expect(quiet).toEqual([]);
    for (let index = 3; index < times.length; index++) expect(times[index]! - times[index - 3]!).toBeGreaterThan(190);
  });

  it("lets a call of the quiet account end with its caller's signal", async () => {
    const server = recorder(() => json({}, 503, { "retry-after": "300" }));
    const client = await connected(server);
    expect((await client.fetch("/x", { method: "POST", body: "x" })).status).toBe(503);
    await expect(client.fetch("/x", { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    expect(server.calls).toHaveLength(1);
  });

  it("keeps no other call waiting longer than it would wait itself", async () => {
    const server = recorder((_, index) => (index === 0 ? json({}, 429, { "retry-after": "301" }) : json({})));
    const client = await connected(server);
    expect((await client.fetch("/x", { method: "POST", body: "x" })).status).toBe(429);
    expect((await client.fetch("/x")).status).toBe(200);
  });

  it("waits as Retry-After asks, for idempotent calls only, and signs each attempt", async () => {
    const server = recorder((_, index) => (index === 0 ? json({}, 429, { "retry-after": "0" }) : json({ ok: true })));
    expect((await (await connected(server)).fetch("/x")).status).toBe(200);
    expect(server.calls).toHaveLength(2);
    expect(server.calls[1]!.headers.get("authorization")).toBe("Bearer secret-token-0123456789");
    const post = recorder(() => json({}, 429, { "retry-after": "0" }));
    expect((await (await connected(post)).fetch("/x", { method: "POST", body: "x" })).status).toBe(429);
    expect(post.calls).toHaveLength(1);
  });

  it("never tries again what the platform says does something anew each time", async () => {
    const server = recorder(() => json({}, 503, { "retry-after": "0" }));
    expect((await (await connected(server)).fetch("/command", { method: "PUT", body: "x" })).status).toBe(503);
    expect(server.calls).toHaveLength(1);
  });

  it("gives up after three, and at once where the wait is absurd", async () => {
    const server = recorder(() => json({}, 503, { "retry-after": "0" }));
    expect((await (await connected(server)).fetch("/x")).status).toBe(503);
    expect(server.calls).toHaveLength(4);
    const day = recorder(() => json({}, 429, { "retry-after": "86400" }));
    const error = await (await connected(day)).fetch("/x").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "rate_limited", retryAt: expect.any(Number) });
    expect((error as { retryAt: number }).retryAt).toBeGreaterThan(Date.now() + 86_000_000);
  });

  it("spaces calls where the platform has a pace", async () => {
    stopTime();
    const times: number[] = [];
    const server = recorder(() => (times.push(performance.now()), json({})));
    const client = await connected(server, {}, { pace: { requests: 3, per: 200 } });
    await passTime(Promise.all(Array.from({ length: 7 }, () => client.fetch("/x"))));
    for (let index = 3; index < times.length; index++) expect(times[index]! - times[index - 3]!).toBeGreaterThan(190);
  });

  it("ends a wait with the caller's signal", async () => {
    const server = recorder(() => json({}, 429, { "retry-after": "60" }));
    const client = await connected(server);
    await expect(client.fetch("/x", { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("unsafe options", () => {
  it("are symbols, so that plain configuration cannot set them", () => {
    expect(typeof sandbox).toBe("symbol");
    expect(typeof allowVolatile).toBe("symbol");
    expect(() => testApp({}, { sandbox: "http://127.0.0.1:1" } as never)).toThrowError(
      expect.objectContaining({ code: "invalid_options" }),
    );
    for (const origin of [
      "https://evil.example",
      "http://evil.example",
      "http://127.0.0.1.evil.example",
      "http://10.0.0.1",
      "http://127.0.0.1:1/path",
      "x",
    ]) {
      expect(() => testApp({}, { [sandbox]: origin })).toThrowError(
        expect.objectContaining({ code: "invalid_options" }),
      );
    }
  });
});
