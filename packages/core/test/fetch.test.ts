import type { Socket } from "node:net";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { allowVolatile, sandbox } from "../src/index.ts";
import { Browser, begun, codeOf, HOST, json, listen, recorder, testApp } from "./fixture.ts";

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
      expect((error as Error).cause).toBeUndefined();
    } finally {
      await platform.close();
    }
  });

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

describe("waiting and trying again", () => {
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
    const times: number[] = [];
    const server = recorder(() => (times.push(performance.now()), json({})));
    const client = await connected(server, {}, { pace: { requests: 3, per: 200 } });
    await Promise.all(Array.from({ length: 7 }, () => client.fetch("/x")));
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
