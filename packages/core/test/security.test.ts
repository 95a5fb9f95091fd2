import { createDecipheriv, hkdfSync } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryStore, own, redactUrl, sandbox, signedQuery, stateParam } from "../src/index.ts";
import { createSealer } from "../src/seal.ts";
import { answerObject, platformMessage } from "../src/send.ts";
import { Browser, begun, codeOf, json, listen, platformServer, recorder, testApp } from "./fixture.ts";
import { canary } from "./leak-scan.ts";

describe("what is secret is compared in constant time", () => {
  afterEach(() => void vi.restoreAllMocks());
  /** How many characters are read while something runs: the same wherever two texts begin to differ. */
  const reads = async (work: () => unknown) => {
    const spy = vi.spyOn(String.prototype, "charCodeAt");
    await Promise.resolve(work()).catch(() => {});
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  const differing = (text: string) => [
    text,
    `!${text.slice(1)}`,
    `${text.slice(0, 20)}!${text.slice(21)}`,
    `${text.slice(0, -1)}!`,
  ];

  it("state", async () => {
    const link = "flow-id-0123456.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq";
    const flow = { id: "1", link } as never;
    const counts = [];
    for (const state of differing(link))
      counts.push(
        await reads(async () => stateParam().verify({ query: new URLSearchParams({ state }), flows: [flow], now: 0 })),
      );
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThanOrEqual(link.length);
  });

  it("signatures, in every order", async () => {
    const proof = signedQuery({
      secrets: ["signing-secret-of-the-app"],
      messages: [
        ["a", "time"],
        ["time", "a"],
      ],
      timestamp: "time",
    });
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode("signing-secret-of-the-app"),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const sign = async (text: string) =>
      Buffer.from(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text))).toString("hex");
    const verify = (hmac: string) => proof.verifyQuery(new URLSearchParams({ a: "x", time: "1000", hmac }), 1_000_000);
    const right = [await sign("a=x&time=1000"), await sign("time=1000&a=x")];
    const counts = [];
    for (const hmac of [
      ...right,
      "0".repeat(64),
      `${right[0]!.slice(0, 63)}${right[0]!.endsWith("0") ? "1" : "0"}`,
      "",
      "short",
      `${right[0]}0`,
    ])
      counts.push(await reads(() => verify(hmac)));
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThanOrEqual(128);
    await expect(verify(right[1]!)).resolves.toMatchObject({ id: right[1] });
  });
});

describe("sealed records", () => {
  it("are as they are written down, by another implementation: a key for each purpose, bound to purpose and place", async () => {
    const secret = "a secret of the app that is long enough";
    for (const purpose of ["cookie", "connection", "flow"] as const) {
      const sealed = await createSealer([secret]).seal(purpose, ["test", "client", "acme"], "text ✓");
      const [version, id, data] = sealed.split(".");
      const derive = (info: string, length: number) =>
        Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(32), `shopauth/1/${info}`, length));
      expect([version, id]).toEqual(["1", derive("key id", 8).toString("base64url")]);
      const bytes = Buffer.from(data!, "base64url");
      const opener = createDecipheriv("aes-256-gcm", derive(purpose, 32), bytes.subarray(0, 12));
      opener.setAAD(Buffer.from(JSON.stringify(["1", purpose, "test", "client", "acme"])));
      opener.setAuthTag(bytes.subarray(-16));
      expect(opener.update(bytes.subarray(12, -16), undefined, "utf8") + opener.final("utf8")).toBe("text ✓");
    }
  });
});

describe("things apart", () => {
  it("one store keeps each registration's connections, and neither sees the other's", async () => {
    const store = memoryStore();
    const [one, two] = [testApp({ registration: "one" }, { store }), testApp({ registration: "two" }, { store })];
    await one.adopt({ account: "acme", owner: "ann", credential: { accessToken: canary("token") } });
    expect(await two.connection("acme")).toBeUndefined();
    await two.adopt({ account: "acme", owner: "bob", credential: { accessToken: canary("token") } });
    expect([(await one.connection("acme"))?.owner, (await two.connection("acme"))?.owner]).toEqual(["ann", "bob"]);
    await two.disconnect("acme");
    expect((await one.connection("acme"))?.owner).toBe("ann");
  });

  it("two accounts that renew at the same moment each get their own token", async () => {
    const given: Record<string, string> = {};
    const server = recorder(async (call) => {
      if (!call.url.endsWith("/token")) return json({ token: call.headers.get("authorization")!.slice(7) });
      const shop = new URLSearchParams(call.body).get("shop")!;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return json({ access_token: (given[shop] = canary(shop)), expires_in: 3600 });
    });
    const app = testApp({ renews: true }, { fetch: server.fetch });
    const shops = ["one", "two", "three"];
    for (const account of shops) await app.adopt({ account, owner: "ann" });
    const answers = await Promise.all(shops.map(async (shop) => (await app.client(shop).fetch("/x")).json()));
    expect(answers).toEqual(shops.map((shop) => ({ token: given[shop] })));
    expect(server.tokens()).toBe(3);
  });
});

describe("an account that was never connected", () => {
  it("is not signed for, and no token is asked for it, although one could be had for the asking", async () => {
    const server = platformServer({ expiresIn: 3600 });
    const app = testApp({ renews: true }, { fetch: server.fetch });
    expect(await codeOf(app.client("acme").fetch("/x"))).toBe("not_connected");
    expect([server.calls.length, await app.connection("acme")]).toEqual([0, undefined]);
  });
});

describe("what comes from the platform", () => {
  const answer = (contentType: string) => ({
    status: 200,
    contentType,
    retryAfter: null,
    text: '{"access_token":"abc"}',
  });

  it.each(["text/html", "text/plain", "", "application/jsonp", "text/json; application/json", "application/xml"])(
    "of the content type %j is no answer",
    (contentType) => {
      expect(() => answerObject(answer(contentType))).toThrowError(
        expect.objectContaining({ code: "token_response_invalid" }),
      );
    },
  );

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON", "application/problem+json"])(
    "of the content type %j is read",
    (contentType) => expect(own(answerObject(answer(contentType)), "access_token")).toBe("abc"),
  );

  it.each(["a\nb", "a\u001b[31mb", "\u202egnp.exe", "a\u0000", "x".repeat(301), "", 7, null, ["a"]])(
    "as words is not passed on: %j",
    (error) => expect(platformMessage({ error })).toBeUndefined(),
  );

  it.each(["{", "x", '"', "[1,"])("is not quoted where it cannot be read: %s", (end) => {
    const text = `{"access_token":"${canary("token")}"}${end}`;
    expect(() => answerObject({ ...answer("application/json"), text })).toThrowError(
      expect.objectContaining({ code: "token_response_invalid" }),
    );
  });

  it.each(["open-sesame-please", "short"])(
    "is withheld where its words repeat a secret, or a part of one: %s",
    (secret) => {
      const said = { error: "invalid_client", message: `the secret ${secret.slice(0, 12)} is wrong` };
      expect(platformMessage(said, [secret])).toEqual({ code: "invalid_client" });
      expect(platformMessage(said, ["another secret"])).toEqual({ code: "invalid_client", message: said.message });
    },
  );

  it("is read by its own fields, not by inherited ones", () => {
    expect(own(Object.create({ access_token: "abc" }), "access_token")).toBeUndefined();
    expect(own(JSON.parse('{"__proto__":{"access_token":"abc"}}'), "access_token")).toBeUndefined();
  });
});

describe("a token request", () => {
  it.each([301, 302, 303, 307, 308])("is not sent on by a %i to where it points, over real HTTP", async (status) => {
    const reached: string[] = [];
    const target = await listen((request, response) => (reached.push(request.url!), response.end("{}")));
    const platform = await listen((_, response) =>
      response.writeHead(status, { location: `${target.origin}/steal` }).end(),
    );
    try {
      const app = testApp({}, { [sandbox]: platform.origin });
      const browser = new Browser();
      const { callback } = await begun(app, browser);
      expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("redirect_refused");
      expect(reached).toEqual([]);
    } finally {
      await platform.close();
      await target.close();
    }
  });
});

describe("a callback that is too long", () => {
  it.each([
    ["in a name", { ["n".repeat(65)]: "x" }],
    ["in a value", { x: "v".repeat(2_049) }],
    ["in all", Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, "v".repeat(150)]))],
  ] as [string, Record<string, string>][])("%s is refused before anything is spent", async (_, extra) => {
    const server = platformServer();
    const app = testApp({}, { fetch: server.fetch });
    const browser = new Browser();
    const { callback } = await begun(app, browser);
    for (const [name, value] of Object.entries(extra)) callback.searchParams.set(name, value);
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("invalid_request");
    expect(server.calls).toEqual([]);
  });
});

describe("redactUrl", () => {
  it.each(["code", "state", "token", "access_token", "hmac", "shopmy_code", "client_secret", "flow", "CODE"])(
    "redacts %s",
    (name) => {
      const secret = canary("value");
      expect(redactUrl(`https://app.example/callback?shop=acme&${name}=${secret}`)).toBe(
        `https://app.example/callback?shop=acme&${name}=redacted`,
      );
    },
  );
  it("redacts user information and fragments, also of a path alone", () => {
    expect(redactUrl("https://user:pass@app.example/a#token=x")).toBe("https://app.example/a");
    expect(redactUrl("/callback?code=x&a=1")).toBe("/callback?code=redacted&a=1");
    expect(redactUrl("http://[")).toBe("[not a URL]");
  });
});
