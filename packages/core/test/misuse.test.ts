import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createShopAuth, readOptions, ShopAuthError, signedQuery } from "../src/index.ts";
import {
  Browser,
  begun,
  codeOf,
  listen,
  platformServer,
  REDIRECT,
  recorder,
  SECRET,
  testApp,
  testPlatform,
} from "./fixture.ts";

const setup = (platform: Parameters<typeof testApp>[0] = {}, options: Parameters<typeof testApp>[1] = {}) => {
  const server = platformServer();
  return { server, app: testApp(platform, { fetch: server.fetch, ...options }), browser: new Browser() };
};
const errorOf = (work: () => unknown): ShopAuthError => {
  try {
    work();
  } catch (error) {
    return error as ShopAuthError;
  }
  throw new Error("Nothing was thrown");
};
const caught = (work: Promise<unknown>): Promise<ShopAuthError> =>
  work.then(
    () => Promise.reject(new Error("Nothing was thrown")),
    (error: unknown) => error as ShopAuthError,
  );
const connected = { account: "acme", owner: "ann", credential: { accessToken: "held-token" } };

describe("an owner that is missing by mistake", () => {
  it.each([[{ owner: undefined }], [{ ownr: "ann" }], ["ann"], [{ owner: "" }], [{ owner: null }], [null], [{}]])(
    "opens nobody's shop: client(account, %j)",
    async (check) => {
      const { app, server } = setup();
      await app.adopt(connected);
      expect(errorOf(() => app.client("acme", check as never))).toMatchObject({ code: "invalid_request" });
      expect(server.calls).toEqual([]);
    },
  );

  it("lists nobody's connections", async () => {
    const { app } = setup();
    await app.adopt(connected);
    for (const filter of [{ owner: undefined }, {}, { ownr: "ann" }, null])
      expect(
        await codeOf(
          app
            .connections(filter as never)
            [Symbol.asyncIterator]()
            .next(),
        ),
      ).toBe("invalid_request");
  });

  it("is told with what to do", async () => {
    const { app, browser } = setup();
    const request = browser.request("https://app.example/connect", "POST");
    for (const owner of [undefined, ""]) {
      const error = await caught(app.begin(request, { shop: "acme", owner: owner as never }));
      expect(error).toMatchObject({ code: "invalid_request", hint: expect.stringContaining("signed in") });
    }
    const { callback } = await begun(app, browser);
    expect(await caught(app.callback(browser.request(callback.href)))).toMatchObject({
      code: "owner_required",
      hint: expect.stringContaining("{ owner }"),
    });
    expect(await codeOf(app.claim("acme", undefined as never))).toBe("invalid_request");
    expect(await codeOf(app.adopt({ ...connected, owner: "" }))).toBe("invalid_request");
  });
});

describe("what is given instead of a Request", () => {
  it.each([
    [undefined],
    ["https://app.example/connect"],
    [{ method: "POST", url: "/connect", headers: { cookie: "" } }],
  ])("is refused: %j", async (request) => {
    const { app } = setup();
    const refused = { code: "invalid_request", hint: expect.stringContaining("recipes") };
    expect(await caught(app.begin(request as never, { shop: "acme", owner: "ann" }))).toMatchObject(refused);
    expect(await caught(app.callback(request as never, { owner: "ann" }))).toMatchObject(refused);
  });

  it("is refused where nothing is given at all", async () => {
    const { app } = setup();
    expect(await codeOf(app.authorizationUrl(undefined as never))).toBe("invalid_request");
    expect(await codeOf(app.exchange(undefined as never))).toBe("invalid_request");
    expect(await codeOf(app.exchange({ query: new URL("https://app.example/?code=1") as never }))).toBe(
      "invalid_request",
    );
    expect(await codeOf(app.adopt(undefined as never))).toBe("invalid_request");
  });

  it("begins nothing when another site posts it", async () => {
    const { app, browser } = setup();
    const begin = (site: string) =>
      codeOf(
        app.begin(browser.request("https://app.example/connect", "POST", { "sec-fetch-site": site }), {
          shop: "acme",
          owner: "ann",
        }),
      );
    expect(await begin("cross-site")).toBe("invalid_request");
    for (const site of ["same-origin", "same-site", "none"]) expect(await begin(site)).toBe("resolved");
  });
});

describe("begin", () => {
  it("names the shop that is wrong before the return path that follows from it", async () => {
    const { app } = setup();
    const error = await caught(app.authorizationUrl({ shop: "My Store", owner: "ann", returnTo: "/shops/My Store" }));
    expect(error.code).toBe("invalid_target");
  });

  it("refuses meta that is no JSON", async () => {
    const { app } = setup();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const meta of [1n, circular, { deep: [1n] }])
      expect(await codeOf(app.authorizationUrl({ shop: "acme", owner: "ann", meta: meta as never }))).toBe(
        "invalid_request",
      );
  });

  it("keeps a browser's flows within what servers take as a header", async () => {
    const { app, browser } = setup();
    const flows = [];
    for (let index = 0; index < 6; index++)
      flows.push(await begun(app, browser, { shop: `shop-${index}`, meta: `${"m".repeat(1_900)}${index}` }));
    const header = browser.request("https://app.example/").headers.get("cookie")!;
    expect(header.length).toBeLessThan(8_000);
    expect(browser.cookies.size).toBeGreaterThan(0);
    const last = flows.at(-1)!;
    expect(await codeOf(app.callback(browser.request(last.callback.href), { owner: "ann" }))).toBe("resolved");
  });

  it("keeps __Host- before a prefix of one's own", async () => {
    const { app, browser } = setup({}, { cookiePrefix: "myapp" });
    const { response } = await begun(app, browser);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-myapp-test-/);
  });

  it("binds the flow to its redirect URI", async () => {
    const { app, browser } = setup();
    const { callback } = await begun(app, browser);
    const other = setup({}, { redirectUri: "https://other.example/callback" });
    expect(await codeOf(other.app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("state_mismatch");
    expect(other.server.calls).toEqual([]);
    expect(await codeOf(app.callback(browser.request(callback.href), { owner: "ann" }))).toBe("resolved");
  });

  it("refuses what is misspelt as it begins", async () => {
    const { app, browser, server } = setup();
    const request = browser.request("https://app.example/connect", "POST");
    const misspelt = { shop: "acme", owner: "ann", returnto: "/shops" };
    for (const beginning of [app.begin(request, misspelt as never), app.authorizationUrl(misspelt as never)])
      expect(await caught(beginning)).toMatchObject({
        code: "invalid_request",
        message: "begin takes no returnto",
        hint: "It takes owner, returnTo, meta, shop.",
      });
    expect(await codeOf(app.begin(request, undefined as never))).toBe("invalid_request");
    expect(server.calls).toEqual([]);
  });

  it("reads a query that holds a question mark", async () => {
    const { app } = setup();
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner: "ann" });
    const state = url.searchParams.get("state")!;
    const query = `state=${state}&why=really?&code=junk-code-1`;
    for (const form of [query, `?${query}`, `/callback?${query}`, `${REDIRECT}?${query}#x?y=1`]) {
      const again = await app.exchange({ query: form, flow, owner: "ann" });
      expect(again.connection.account).toBe("acme");
    }
  });
});

describe("adopt", () => {
  it("refuses what is misspelt, which would be stored without it", async () => {
    const { app } = setup();
    for (const input of [
      { ...connected, expires_in: 3600 },
      { unsaved: {}, owner: "ann" },
    ])
      expect(await caught(app.adopt(input as never))).toMatchObject({ code: "invalid_request", platform: "test" });
    expect((await caught(app.adopt({ ...connected, expires_in: 3600 } as never))).message).toContain("expires_in");
    expect(await app.connection("acme")).toBeUndefined();
  });

  it.each([[Number.POSITIVE_INFINITY], [Number.NaN], [0], [-1], ["3600"]])(
    "refuses a life of %s",
    async (expiresIn) => {
      const { app } = setup();
      expect(await codeOf(app.adopt({ ...connected, expiresIn: expiresIn as number }))).toBe("invalid_request");
    },
  );

  it("takes what was not saved only where it was issued", async () => {
    const { app, browser } = setup({ registration: "one" }, { store: failing() });
    const { callback } = await begun(app, browser);
    const { unsaved } = await caught(app.callback(browser.request(callback.href), { owner: "ann" }));
    expect(unsaved).toBeDefined();
    const other = setup({ registration: "two" });
    expect(await codeOf(other.app.adopt({ unsaved: unsaved! }))).toBe("invalid_request");
    expect(await codeOf(other.app.adopt({ unsaved: {} as never }))).toBe("invalid_request");
    const same = setup({ registration: "one" });
    expect((await same.app.adopt({ unsaved: unsaved! })).account).toBe("acme");
  }, 20_000);

  /** Takes the journal, and no connection. */
  function failing() {
    const records = new Map<string, { value: string; version: string }>();
    let version = 0;
    return {
      durability: "durable" as const,
      get: async (key: string) => records.get(key),
      set: async (key: string, value: string | undefined) => {
        if (key.startsWith("connection/")) throw new Error("down");
        if (value === undefined) records.delete(key);
        else records.set(key, { value, version: String(++version) });
        return true;
      },
      async *list() {},
    };
  }
});

describe("a graceful stop", () => {
  it("waits for what had only just begun", async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const server = recorder(async () => {
      await held;
      return Response.json({ access_token: "the-token-of-acme" });
    });
    const app = testApp({}, { fetch: server.fetch });
    const browser = new Browser();
    const { callback } = await begun(app, browser);
    const finishing = app.callback(browser.request(callback.href), { owner: "ann" });
    let drained = false;
    const draining = app.drain(Number.POSITIVE_INFINITY).then(() => (drained = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([drained, server.calls.length]).toEqual([false, 1]);
    expect(await codeOf(app.authorizationUrl({ shop: "acme", owner: "ann" }))).toBe("draining");
    release();
    await draining;
    expect((await finishing).connection.account).toBe("acme");
  });

  it("ends after its time", async () => {
    const server = recorder(() => new Promise<Response>(() => {}));
    const app = testApp({}, { fetch: server.fetch });
    const browser = new Browser();
    const { callback } = await begun(app, browser);
    app.callback(browser.request(callback.href), { owner: "ann" }).catch(() => {});
    const started = performance.now();
    await app.drain(100);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("whether the platform still accepts an account", () => {
  const ask = async (status: number) => {
    const server = recorder(() => Response.json({ error: "no" }, { status }));
    const app = testApp({ renews: true }, { fetch: server.fetch });
    await app.adopt({ account: "acme", owner: "ann" });
    return app.internals.probe("acme").catch((error: ShopAuthError) => [error.code, error.status]);
  };
  it("is told by its refusal", async () => {
    for (const status of [400, 401, 403]) expect(await ask(status)).toBe("refused");
  });
  it("is not told by one that is too busy to say", async () => {
    for (const status of [429, 503]) expect(await ask(status)).toEqual(["renewal_failed", status]);
  }, 60_000);
});

describe("options", () => {
  const refusal = (options: object) => errorOf(() => testApp({}, options as never));

  it.each([
    [{ secrets: [undefined] }, /^secrets\[0\] is missing.*environment variable/],
    [{ secrets: [SECRET, ""] }, /^secrets\[1\] is missing/],
    [{ secrets: ["short"] }, /^secrets\[0\] must be .* 32 characters.*openssl/],
    [{ secrets: SECRET }, /^secrets must be an array/],
    [{ redirectUri: undefined }, /^redirectUri is missing.*environment variable/],
    [{ now: 5 }, /^now must be a function/],
    [{ on: () => {} }, /^on must be an object|Unknown event/],
    [{ on: { conected() {} } }, /^Unknown event conected in on: there are connected, renewed/],
    [{ on: { connected: true } }, /^on\.connected must be a function/],
    [{ cookiePrefix: "__Secure-x" }, /^cookiePrefix is .* without the __Host-/],
  ])("%j are refused by name", (options, message) => {
    // The fixture wraps listeners.
    const error = errorOf(() => readOptions({ secrets: [SECRET], redirectUri: REDIRECT, ...options } as never, []));
    expect(error).toMatchObject({ code: "invalid_options", message: expect.stringMatching(message) });
  });

  it("of a platform are refused by name", () => {
    const read = (own: object) =>
      errorOf(() => readOptions({ secrets: [SECRET], redirectUri: REDIRECT, ...own } as never, ["clientId"]));
    expect(read({}).message).toMatch(/^clientId is missing.*environment variable/);
    expect(read({ clientId: 7 }).message).toBe("clientId must be a string");
    expect(read({ clientId: "\ud800" }).message).toBe("clientId is not well-formed text");
  });

  it("without a store need a platform that issues for the asking", () => {
    const direct = (renews: boolean) => () => createShopAuth(testPlatform({ renews }), { direct: true }, () => ({}));
    expect(errorOf(direct(false))).toMatchObject({ code: "invalid_options", hint: expect.stringContaining("adopt") });
    expect(direct(true)).not.toThrow();
  });

  it.each([[false], [null], [0], ["false"], [["a".repeat(16)]]])("refuse %j as the key of signatures", (secret) => {
    expect(
      errorOf(() => signedQuery({ secrets: ["s".repeat(16), secret as never], messages: [["shop"]] })),
    ).toMatchObject({
      code: "invalid_options",
    });
  });

  it("refuse a sandbox that is empty, with what to do", async () => {
    const { close } = await listen(() => {});
    await close();
    const sandboxed = { [Symbol.for("shopauth.sandbox")]: "" };
    expect(refusal(sandboxed)).toMatchObject({
      code: "invalid_options",
      message: expect.stringContaining("or undefined"),
    });
  });
});

describe("an error", () => {
  it("shows where it is explained, and nothing that is absent", () => {
    const text = inspect(new ShopAuthError("not_connected", "There is no such connection"));
    expect(text).toContain("README.md#not_connected");
    expect(text).not.toContain("undefined");
  });
});
