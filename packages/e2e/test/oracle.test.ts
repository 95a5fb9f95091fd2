import { createPublicKey, createVerify, type JsonWebKey } from "node:crypto";
import { createServer, type Server as HttpServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import {
  allowVolatile,
  type CommonOptions,
  createShopAuth,
  isShopAuthError,
  memoryStore,
  sandbox,
} from "@shopauth/core";
import fc from "fast-check";
import { OAuth2Server } from "oauth2-mock-server";
import * as oauth from "oauth4webapi";
import Provider from "oidc-provider";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, standardPlatform } from "../src/standard-platform.ts";

const redirectUri = "https://app.example/callback";
const owner = "ann";
const common: CommonOptions = {
  secrets: ["a secret of the app that seals, 32 characters"],
  redirectUri,
  store: memoryStore(),
  [allowVolatile]: true,
};
const appOf = (server: Server, options: Partial<CommonOptions> = {}) =>
  createShopAuth(standardPlatform(server), { ...common, store: memoryStore(), ...options }, (transport) => transport);

const ISSUER = "https://op.example";
const OP: Server = {
  issuer: ISSUER,
  authorizationEndpoint: `${ISSUER}/auth`,
  tokenEndpoint: `${ISSUER}/token`,
  api: "https://api.example/v1",
  clientId: "client",
  clientSecret: "client-secret-0123456789",
  scope: "openid",
  grant: "code",
};

describe("oauth4webapi and openid-client as oracles", () => {
  interface Answer {
    status: number;
    type: string;
    body: string;
  }
  interface Case {
    callback: [name: string, value: string][];
    answer: Answer;
  }

  const text = fc.oneof(
    fc.constantFrom("", "abc", "a b", "é", "\u0000", "a\r\nb", "null"),
    fc.string({ maxLength: 6 }),
  );
  const anything = fc.oneof(
    text,
    fc.constantFrom(null, true, 0, 1, -1, 1.5, [], {}, ["abc"]),
    fc.integer(),
    fc.double(),
  );
  const STATE = "the state of this flow";
  const GOOD: [string, string][] = [
    ["code", "code-1"],
    ["state", STATE],
  ];
  const parameter = fc.oneof(
    fc.tuple(
      fc.constantFrom("code", "state", "iss", "error", "error_description", "response", "id_token", "token", "x"),
      text,
    ),
    fc
      .constantFrom<[string, string][]>(
        [["state", STATE]],
        [["iss", ISSUER]],
        [["iss", `${ISSUER}/`]],
        [["code", "code-2"]],
        [["error", "access_denied"]],
      )
      .map(([pair]) => pair!),
  );
  const callback = fc.oneof(
    // The right callback, with a parameter dropped, replaced or added.
    fc.tuple(fc.subarray(GOOD), fc.array(parameter, { maxLength: 2 })).map(([kept, more]) => [...kept, ...more]),
    fc.array(parameter, { maxLength: 1 }).map((more) => [...GOOD, ...more]),
    fc.constantFrom("", "other", `${STATE}!`, STATE.slice(1)).map((state): [string, string][] => [
      ["code", "code-1"],
      ["state", state],
    ]),
  );
  const TOKEN = { access_token: "token-1", token_type: "Bearer", expires_in: 3600 };
  const field = fc.tuple(
    fc.constantFrom("access_token", "token_type", "expires_in", "scope", "refresh_token", "error", "__proto__x"),
    fc.oneof(anything, fc.constantFrom("bearer", "BEARER", "mac", "3600", undefined)),
  );
  const body = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(field, { maxLength: 2 })
        .map((changes) => JSON.stringify({ ...TOKEN, ...Object.fromEntries(changes) })),
    },
    { weight: 1, arbitrary: fc.json() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "null",
        "[]",
        "true",
        '"x"',
        "{",
        `${JSON.stringify(TOKEN)}x`,
        `[${JSON.stringify(TOKEN)}]`,
        `{"__proto__":${JSON.stringify(TOKEN)}}`,
      ),
    },
  );
  const answer = fc.record({
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant(200) },
      { weight: 1, arbitrary: fc.constantFrom(201, 202, 204, 400, 401, 403, 404, 429, 500, 503) },
    ),
    type: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("application/json", "application/json; charset=utf-8", "APPLICATION/JSON"),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "text/html",
          "text/plain",
          "",
          "application/jsonp",
          "application/jwt",
          "application/problem+json",
        ),
      },
    ),
    body,
  });
  const right: Answer = { status: 200, type: "application/json", body: JSON.stringify(TOKEN) };
  const cases: fc.Arbitrary<Case> = fc.oneof(
    callback.map((each) => ({ callback: each, answer: right })),
    answer.map((each) => ({ callback: GOOD, answer: each })),
  );

  const respond = ({ status, type, body }: Answer) =>
    new Response(status === 204 ? null : body, { status, headers: type ? { "content-type": type } : {} });
  const as: oauth.AuthorizationServer = {
    issuer: ISSUER,
    authorization_endpoint: OP.authorizationEndpoint,
    token_endpoint: OP.tokenEndpoint,
  };
  const client: oauth.Client = { client_id: OP.clientId };
  const authentication = oauth.ClientSecretPost(OP.clientSecret);

  const byOauth4webapi = async (search: URLSearchParams, answered: Answer) => {
    const parameters = oauth.validateAuthResponse(as, client, search, STATE);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      authentication,
      parameters,
      redirectUri,
      oauth.nopkce,
      {
        [oauth.customFetch]: async () => respond(answered),
      },
    );
    await oauth.processAuthorizationCodeResponse(as, client, response);
  };
  let answered = right;
  const configuration = new openid.Configuration(as as openid.ServerMetadata, OP.clientId, OP.clientSecret);
  configuration[openid.customFetch] = async () => respond(answered);
  const byOpenidClient = async (search: URLSearchParams, given: Answer) => {
    answered = given;
    const url = new URL(`${redirectUri}?${search}`);
    await openid.authorizationCodeGrant(configuration, url, { expectedState: STATE });
  };

  const app = appOf({ ...OP, scope: "" }, { fetch: async () => respond(answered) });
  const byShopAuth = async (search: URLSearchParams, given: Answer) => {
    answered = given;
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner });
    const state = url.searchParams.get("state")!;
    // The state is ours to make: the same changes are made to it.
    const query = new URLSearchParams();
    for (const [name, value] of search) query.append(name, name === "state" ? value.replace(STATE, state) : value);
    await app.exchange({ query: query.toString(), flow, owner });
  };

  /** Where a platform's rule differs from the oracles', and why. */
  const EXCEPTIONS: [reason: string, fits: (each: Case, fields: Record<string, unknown>) => boolean][] = [
    [
      "a response type that was not asked for is an unknown parameter (Shoporama's own `token` is one)",
      ({ callback }) => callback.some(([name]) => ["response", "id_token", "token"].includes(name)),
    ],
    [
      "any 2xx is success: no platform documents which one it sends",
      ({ answer }) => answer.status > 200 && answer.status < 300,
    ],
    [
      "a lifetime that makes no sense becomes 300 s instead of losing a token",
      (_, fields) => "expires_in" in fields && !(typeof fields.expires_in === "number" && fields.expires_in > 0),
    ],
    [
      "a scope is not read: no platform tells it this way",
      (_, fields) => "scope" in fields && typeof fields.scope !== "string",
    ],
    [
      "a refresh token is not read: no platform has one",
      (_, fields) =>
        "refresh_token" in fields && (typeof fields.refresh_token !== "string" || fields.refresh_token === ""),
    ],
  ];

  it("refuse nothing that we accept, over 10,000 callbacks and token answers", async () => {
    const counts = { refused: 0, accepted: 0, stricter: 0, exceptions: new Map<string, number>() };
    const outcome = (work: Promise<void>) =>
      work.then(
        () => undefined,
        (error: unknown) => error,
      );
    await fc.assert(
      fc.asyncProperty(cases, async (each) => {
        const search = new URLSearchParams(each.callback);
        const theirs = [
          await outcome(byOauth4webapi(search, each.answer)),
          await outcome(byOpenidClient(search, each.answer)),
        ];
        const ours = await outcome(byShopAuth(search, each.answer));
        if (ours !== undefined) expect(isShopAuthError(ours), String(ours)).toBe(true);
        const theyRefuse = theirs.some((error) => error !== undefined);
        if (!theyRefuse) counts[ours === undefined ? "accepted" : "stricter"]++;
        else if (ours !== undefined) counts.refused++;
        else {
          let fields: unknown;
          try {
            fields = JSON.parse(each.answer.body);
          } catch {}
          const excepted = EXCEPTIONS.find(([, fits]) => fits(each, (fields ?? {}) as Record<string, unknown>));
          if (!excepted) throw new Error(`They refuse and we accept: ${theirs.map(String).join(" / ")}`);
          counts.exceptions.set(excepted[0], (counts.exceptions.get(excepted[0]) ?? 0) + 1);
        }
      }),
      { numRuns: 10_000, seed: Number(process.env.SHOPAUTH_SEED ?? 20) },
    );
    // Neither side refuses or accepts everything, and each exception is there for something.
    expect(counts.refused).toBeGreaterThan(2_000);
    expect(counts.accepted).toBeGreaterThan(1_000);
    expect([...counts.exceptions.keys()].sort()).toEqual(EXCEPTIONS.map(([reason]) => reason).sort());
    console.log(`oracle: ${JSON.stringify({ ...counts, exceptions: Object.fromEntries(counts.exceptions) })}`);
  }, 60_000);
});

/** Puts servers on this machine where a platform's hosts are: the first segment of the path is the host. */
async function pathProxy(hosts: Record<string, string>): Promise<{ origin: string; server: HttpServer }> {
  const server = createServer((incoming, outgoing) => {
    const [, host = "", rest = "/"] = /^\/([^/]+)(\/.*)?$/.exec(incoming.url ?? "") ?? [];
    const target = hosts[host];
    if (!target) return void outgoing.writeHead(502).end();
    const headers = { ...incoming.headers, "x-forwarded-proto": "https", "x-forwarded-host": host, host };
    const forward = httpRequest(target + rest, { method: incoming.method!, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    forward.on("error", () => outgoing.destroy());
    incoming.pipe(forward);
  });
  return { origin: await listening(server), server };
}
const listening = (server: HttpServer) =>
  new Promise<string>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
const close = (server: HttpServer) => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));

/** A browser that keeps cookies and follows redirects, but not out of the platform's hosts. */
function browser(proxy: string) {
  const jar = new Map<string, string>();
  const there = (url: string) => url.replace(/^https:\//, proxy);
  return async function open(url: string, init: RequestInit = {}): Promise<{ url: string; html: string }> {
    let next = url;
    let options = init;
    for (let hop = 0; hop < 12; hop++) {
      if (next.startsWith(redirectUri)) return { url: next, html: "" };
      const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
      const response = await fetch(there(next), {
        ...options,
        redirect: "manual",
        headers: { ...(options.headers as object), ...(cookie && { cookie }) },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = line.split(";")[0]!.split(/=(.*)/s) as [string, string];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      const location = response.headers.get("location");
      if (!location) return { url: next, html: await response.text() };
      const base = next.startsWith(proxy) ? `https:/${next.slice(proxy.length)}` : next;
      next = new URL(location, base).href;
      options = {};
    }
    throw new Error("Too many redirects");
  };
}

describe("node-oidc-provider as the platform, over HTTP", () => {
  const ACCEPTED = { ...OP, api: "https://api.op.example/v1" };
  let provider: Provider;
  let servers: HttpServer[] = [];
  let proxy: string;

  beforeAll(async () => {
    provider = new Provider(ISSUER, {
      clients: [
        {
          client_id: OP.clientId,
          client_secret: OP.clientSecret,
          redirect_uris: [redirectUri],
          grant_types: ["authorization_code", "client_credentials"],
          response_types: ["code"],
          token_endpoint_auth_method: "client_secret_post",
          scope: "openid orders",
        },
      ],
      scopes: ["openid", "orders"],
      pkce: { required: () => false },
      features: { clientCredentials: { enabled: true }, devInteractions: { enabled: true } },
      cookies: { keys: ["a key of the provider"] },
    });
    provider.proxy = true;
    const op = createServer(provider.callback());
    // An API that believes only tokens that the provider has issued.
    const api = createServer(async (incoming, outgoing) => {
      const given = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? "")?.[1] ?? "";
      const issued = (await provider.AccessToken.find(given)) ?? (await provider.ClientCredentials.find(given));
      outgoing.writeHead(issued ? 200 : 401, { "content-type": "application/json" });
      outgoing.end(
        JSON.stringify(issued ? { client: issued.clientId, kind: issued.kind } : { error: "invalid_token" }),
      );
    });
    const path = await pathProxy({ "op.example": await listening(op), "api.op.example": await listening(api) });
    servers = [op, api, path.server];
    proxy = path.origin;
  });
  afterAll(() => Promise.all(servers.map(close)));

  /** Signs in and consents as the provider's own pages ask. */
  const consent = async (url: URL): Promise<URL> => {
    const open = browser(proxy);
    let page = await open(url.href);
    for (let step = 0; step < 4 && !page.url.startsWith(redirectUri); step++) {
      const action = /<form[^>]*action="([^"]+)"/.exec(page.html)![1]!;
      const prompt = /name="prompt" value="(\w+)"/.exec(page.html)![1]!;
      const body = new URLSearchParams({ prompt, ...(prompt === "login" && { login: "ann", password: "x" }) });
      page = await open(new URL(action, page.url).href, { method: "POST", body });
    }
    return new URL(page.url);
  };

  it("connects by a code flow, calls the API, and tells a code that is used again", async () => {
    const app = appOf(ACCEPTED, { [sandbox]: proxy });
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner });
    const callback = await consent(url);
    expect(callback.searchParams.get("iss")).toBe(ISSUER);
    const { connection } = await app.exchange({ query: callback.search, flow, owner });
    expect(connection).toMatchObject({ platform: "standard", account: "acme", owner, status: "active" });
    const response = await app.client("acme", { owner }).fetch(new Request(`${ACCEPTED.api}/orders`));
    expect(await response.json()).toEqual({ client: OP.clientId, kind: "AccessToken" });
    // The same callback answers the same; its code in another flow is refused, in the provider's own words.
    expect((await app.exchange({ query: callback.search, flow, owner })).connection).toEqual(connection);
    const other = await app.authorizationUrl({ shop: "other", owner });
    const injected = new URLSearchParams({
      code: callback.searchParams.get("code")!,
      state: other.url.searchParams.get("state")!,
    });
    await expect(app.exchange({ query: injected, flow: other.flow, owner })).rejects.toMatchObject({
      code: "exchange_failed",
      status: 400,
      said: { code: "invalid_grant" },
    });
  });

  it("refuses an answer of another issuer, and a callback of another flow", async () => {
    const app = appOf(ACCEPTED, { [sandbox]: proxy });
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner });
    const callback = await consent(url);
    const mixed = new URLSearchParams(callback.search);
    mixed.set("iss", "https://other.example");
    await expect(app.exchange({ query: mixed, flow, owner })).rejects.toMatchObject({ code: "state_mismatch" });
    const other = await app.authorizationUrl({ shop: "acme", owner });
    await expect(app.exchange({ query: callback.search, flow: other.flow, owner })).rejects.toMatchObject({
      code: "state_mismatch",
    });
    expect((await app.exchange({ query: callback.search, flow, owner })).connection.account).toBe("acme");
  });

  it("gives a token for client credentials, once for 50 parallel calls", async () => {
    let requests = 0;
    const counting: typeof fetch = (input, init) => {
      if (String(input).endsWith("/token")) requests++;
      return fetch(input, init);
    };
    const app = appOf({ ...ACCEPTED, grant: "client", scope: "orders" }, { [sandbox]: proxy, fetch: counting });
    await app.adopt({ account: "acme", owner });
    const { fetch: call } = app.client("acme");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => call(new Request(`${ACCEPTED.api}/orders`)).then((response) => response.json())),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(
      new Set([`{"client":"${OP.clientId}","kind":"ClientCredentials"}`]),
    );
    expect(requests).toBe(1);
  });

  it("refuses a wrong secret, in its own words", async () => {
    const app = appOf(
      { ...ACCEPTED, grant: "client", scope: "orders", clientSecret: "another-secret-0123456789" },
      { [sandbox]: proxy },
    );
    await app.adopt({ account: "acme", owner });
    await expect(app.client("acme").fetch(new Request(`${ACCEPTED.api}/orders`))).rejects.toMatchObject({
      code: "renewal_failed",
      status: 401,
      said: { code: "invalid_client" },
    });
  });
});

describe("oauth2-mock-server as the platform, over HTTP", () => {
  const mock = new OAuth2Server();
  const MOCK: Server = {
    ...OP,
    issuer: "https://mock.example",
    authorizationEndpoint: "https://mock.example/authorize",
    tokenEndpoint: "https://mock.example/token",
    api: "https://mock.example",
    scope: "orders",
  };
  let server: HttpServer;
  let proxy: string;
  beforeAll(async () => {
    await mock.issuer.keys.generate("RS256");
    await mock.start(0, "127.0.0.1");
    ({ server, origin: proxy } = await pathProxy({
      "mock.example": mock.issuer.url!.replace("localhost", "127.0.0.1"),
    }));
  });
  afterAll(async () => {
    await close(server);
    await mock.stop();
  });

  /** Whether a token is one that the server has signed. */
  const isSigned = async (token: string): Promise<boolean> => {
    const { keys } = (await (await fetch(`${proxy}/mock.example/jwks`)).json()) as { keys: JsonWebKey[] };
    const [header, payload, signature] = token.split(".");
    const verify = createVerify("RSA-SHA256").update(`${header}.${payload}`);
    return verify.verify(createPublicKey({ key: keys[0]!, format: "jwk" }), Buffer.from(signature!, "base64url"));
  };
  /** Reads the token off the requests that leave. */
  const watching = () => {
    const tokens: string[] = [];
    const watched: typeof fetch = (input, init) => {
      const given = new Headers(init?.headers).get("authorization");
      if (given) tokens.push(given.slice(7));
      return fetch(input, init);
    };
    return { tokens, fetch: watched };
  };
  const connect = async (app: ReturnType<typeof appOf>) => {
    const { url, flow } = await app.authorizationUrl({ shop: "acme", owner });
    const callback = new URL((await browser(proxy)(url.href)).url);
    return app.exchange({ query: callback.search, flow, owner });
  };

  it("connects by a code flow and signs calls with the token that it issued", async () => {
    const { tokens, fetch } = watching();
    const app = appOf(MOCK, { [sandbox]: proxy, fetch });
    expect((await connect(app)).connection).toMatchObject({ account: "acme", status: "active" });
    const response = await app.client("acme").fetch(new Request("https://mock.example/userinfo"));
    expect(await response.json()).toMatchObject({ sub: "johndoe" });
    expect(await Promise.all(tokens.map(isSigned))).toEqual([true]);
  });

  it("gives a token for client credentials", async () => {
    const { tokens, fetch } = watching();
    const app = appOf({ ...MOCK, grant: "client" }, { [sandbox]: proxy, fetch });
    await app.adopt({ account: "acme", owner });
    expect((await app.client("acme").fetch(new Request("https://mock.example/userinfo"))).status).toBe(200);
    expect(await Promise.all(tokens.map(isSigned))).toEqual([true]);
  });

  it.each([
    ["refuses", { statusCode: 400, body: { error: "invalid_grant" } }, "exchange_failed"],
    ["fails", { statusCode: 503, body: {} }, "exchange_unknown"],
    ["answers no token", { statusCode: 200, body: { token_type: "Bearer" } }, "token_response_invalid"],
    [
      "answers another kind of token",
      { statusCode: 200, body: { token_type: "mac", access_token: "abc" } },
      "token_response_invalid",
    ],
  ] as const)("%s and is told as a typed error", async (_, answer, code) => {
    mock.service.once("beforeResponse", (response) => Object.assign(response, answer));
    await expect(connect(appOf(MOCK, { [sandbox]: proxy }))).rejects.toMatchObject({ code });
  });
});
