// Many calls at once while the token is absent, expired or revoked: `stampede.ts ours|badgateway expired|unavailable|revoked`.
import { peer } from "../peers.ts";
import { plainApp } from "../platform.ts";

const [subject, scenario] = process.argv.slice(2) as ["ours" | "badgateway", "expired" | "unavailable" | "revoked"];
const BASE = "https://api.shops.example/v1";
const CALLS = scenario === "expired" ? 1_000 : 100;
const OLD = "revoked-token-0123456789";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let tokens = 0;
let intact = 0;
let rejected = 0;
const valid = new Set<string>();
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });

/** The platform: tokens come after 50 ms, the first one as a 503 where it is unavailable; an API that knows its tokens. */
const platform = (async (input: string | URL | Request, init?: RequestInit) => {
  const request = new Request(input, init);
  if (request.url.endsWith("/token")) {
    const index = ++tokens;
    await wait(50);
    if (scenario === "unavailable" && index === 1) return json({}, 503);
    const access_token = `token-${index}-0123456789abcdef`;
    valid.add(access_token);
    return json({ access_token, token_type: "Bearer", expires_in: 3600 });
  }
  const token = request.headers.get("authorization")?.slice(7) ?? "";
  // The refusals of one revoked token come back over 400 ms.
  if (token === OLD) await wait((400 * rejected++) / CALLS);
  if (!valid.has(token)) return json({ error: "invalid_token" }, 401);
  if (request.method === "GET" || (await request.text()) === '{"a":1}') intact++;
  return json({ id: 7 });
}) as typeof globalThis.fetch;

async function callers(): Promise<(init: RequestInit) => Promise<Response>> {
  const url = `${BASE}/items/7`;
  if (subject === "ours") {
    const app = plainApp(BASE, { fetch: platform });
    await app.adopt({
      account: "acme",
      ...(scenario === "revoked" && { credential: { accessToken: OLD }, expiresIn: 3600 }),
    });
    const { get } = app.client("acme");
    return (init) => get(url, init);
  }
  const { OAuth2Client, OAuth2Fetch } = await peer<{
    OAuth2Client: new (settings: object) => { clientCredentials(): Promise<object> };
    OAuth2Fetch: new (options: object) => { fetch: typeof globalThis.fetch };
  }>("@badgateway/oauth2-client");
  globalThis.fetch = platform;
  const client = new OAuth2Client({
    server: BASE,
    clientId: "client",
    clientSecret: "secret",
    tokenEndpoint: "/token",
  });
  const expiresAt = Date.now() + (scenario === "revoked" ? 3_600_000 : -1);
  const api = new OAuth2Fetch({
    client,
    getNewToken: () => client.clientCredentials(),
    getStoredToken: () => ({ accessToken: OLD, refreshToken: null, expiresAt }),
    scheduleRefresh: false,
  });
  return (init) => api.fetch(url, init);
}

const call = await callers();
const start = performance.now();
const answers = await Promise.allSettled(
  Array.from({ length: CALLS }, (_, index) =>
    call(index % 2 ? { method: "POST", body: '{"a":1}', headers: { "content-type": "application/json" } } : {}),
  ),
);
const ms = performance.now() - start;
const succeeded = answers.filter((answer) => answer.status === "fulfilled" && answer.value.status === 200).length;
console.log(JSON.stringify({ calls: CALLS, succeeded, tokens, intact, ms }));
process.exit();
