import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import { STOREHIPPO_ACCESS_KEY, STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { formsOf, press } from "./form.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, slowness: 80 });
});
afterEach(() => sandbox.close());

const log = async () => (await fetch(`${sandbox.origin}/inspector/log`)).text();
const toggle = async (platform: string, fault: string) => {
  const answer = await fetch(`${sandbox.origin}/inspector/faults`, {
    method: "POST",
    body: new URLSearchParams({ platform, fault }),
    redirect: "manual",
  });
  expect(answer.headers.get("location")).toBe("/inspector");
};
const products = (query = "") =>
  fetch(`${sandbox.origin}/acme.storehippo.com/api/1.1/entity/ms.products${query}`, {
    headers: { "access-key": STOREHIPPO_ACCESS_KEY },
  });
const lamps = (headers: Record<string, string> = { "access-key": STOREHIPPO_ACCESS_KEY }) =>
  fetch(`${sandbox.origin}/northwind-lamps.storehippo.com/api/1.1/entity/ms.products?limit=1`, { headers });
const shoprenterToken = async () => {
  sandbox.mocks.shoprenter.shop("lampabolt").installed = true;
  const { clientId: client_id, clientSecret: client_secret } = SHOPRENTER_APP;
  const answer = await fetch(`${sandbox.origin}/oauth.app.shoprenter.net/lampabolt/app/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant_type: "client_credentials", client_id, client_secret }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};
const shoprenterProducts = (token: string) =>
  fetch(`${sandbox.origin}/lampabolt.api2.myshoprenter.hu/api/products?limit=1`, {
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
  });

test("the log shows each request with its status, and for a refused one the rule", async () => {
  await lamps();
  await products();
  const text = await log();
  expect(text).toContain("GET northwind-lamps.storehippo.com/api/1.1/entity/ms.products?limit=1");
  expect(text).toContain("the access key is not one of this store");
  expect(text).toMatch(/class="good">200</);
  expect(text).toMatch(/class="bad">401</);
});

test("no secret is shown in full: credentials, codes, states and redirect queries", async () => {
  const secrets = ["s3cr3t-state-value-1", "secret-flow-value-22", "ut-secret-token-value-333"];
  const query = new URLSearchParams({
    client_id: STOREHIPPO_APP.clientId,
    scope: "read_products",
    redirect_uri: `http://localhost:3000/callback/storehippo?flow=${secrets[1]}`,
    state: secrets[0]!,
  });
  await fetch(`${sandbox.origin}/acme.storehippo.com/admin/oauth/authorization?${query}`);
  await lamps({ authorization: `Bearer ${secrets[2]}` });
  await lamps();
  const text = await log();
  expect(text).toContain("redirect_uri=http://localhost:3000/callback/storehippo&amp;state=s3cr…");
  expect(text).toContain("ut-s…");
  for (const secret of [...secrets, STOREHIPPO_ACCESS_KEY]) expect(text).not.toContain(secret);
});

test("a rule that quotes a secret is shown without it", async () => {
  sandbox.mocks.storehippo.handlers.unshift(
    http.get("https://acme.storehippo.com/echo", ({ request }) => {
      const rule = `unexpected ${request.headers.get("authorization")}`;
      sandbox.mocks.storehippo.refusals.push({ at: Date.now(), method: "GET", path: "/echo", status: 400, rule });
      return new HttpResponse(null, { status: 400 });
    }),
  );
  await fetch(`${sandbox.origin}/acme.storehippo.com/echo`, {
    headers: { authorization: "Bearer my-long-secret-token" },
  });
  const text = await log();
  expect(text).toContain("unexpected");
  expect(text).not.toContain("my-long-secret-token");
});

test("the log keeps the latest fifty of a platform", async () => {
  for (let number = 1; number <= 55; number++) await products(`?start=${number}`);
  const text = await log();
  expect(text.match(/<tr><td>/g)).toHaveLength(50);
  expect(text).toContain("start=55<");
  expect(text).not.toContain("start=5<");
});

test("the page has a button for each fault, which tells whether it is on", async () => {
  const url = `${sandbox.origin}/inspector`;
  const page = await (await fetch(url)).text();
  expect(formsOf(page).map(({ fields }) => fields.get("platform"))).toEqual([
    "shopmy",
    "storehippo",
    "shoprenter",
    "shoporama",
  ]);
  const answer = await press(page, url, "Answer 429");
  expect(answer.status).toBe(303);
  expect([...sandbox.faults.shopmy]).toEqual(["limited"]);
  expect(await (await fetch(url)).text()).toContain('value="limited" aria-pressed="true"');
});

test("a fault that is none is refused", async () => {
  for (const fields of [{ platform: "shopify", fault: "slow" }, { platform: "shopmy", fault: "expire" }, {}]) {
    const body = new URLSearchParams(fields as Record<string, string>);
    expect((await fetch(`${sandbox.origin}/inspector/faults`, { method: "POST", body })).status).toBe(400);
  }
});

test.each([
  [
    "shopmy",
    "shopmy.us/oauth",
    {
      Developer_id: SHOPMY_APP.developerId,
      scopes: "read_links",
      redirect_url: "http://localhost:3000/callback/shopmy",
    },
    "",
  ],
  [
    "storehippo",
    "acme.storehippo.com/admin/oauth/authorization",
    {
      client_id: STOREHIPPO_APP.clientId,
      scope: "read_products",
      redirect_uri: "http://localhost:3000/callback/storehippo",
      state: "n",
    },
    "?error=access_denied&state=n",
  ],
  [
    "shoporama",
    "www.shoporama.dk/admin/oauth/login",
    { client_id: "Lys", redirect_uri: "http://localhost:3000/callback/shoporama", state: "n" },
    "?state=n",
  ],
])("deny: the merchant of %s denies without a page", async (platform, path, query, search) => {
  await toggle(platform, "deny");
  const url = `${sandbox.origin}/${path}?${new URLSearchParams(query as Record<string, string>)}`;
  const answer = await fetch(url, { redirect: "manual" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`http://localhost:3000/callback/${platform}${search}`);
});

test("401 and 429: calls are refused until it is switched off", async () => {
  await toggle("storehippo", "unauthorized");
  const refused = await lamps();
  expect([refused.status, await refused.json()]).toEqual([401, { error: "Unauthorized" }]);
  await toggle("storehippo", "unauthorized");
  expect((await lamps()).status).toBe(200);
  await toggle("storehippo", "limited");
  expect((await lamps()).status).toBe(429);
  expect(await log()).toContain("the inspector&#39;s fault: too many requests");
  await toggle("storehippo", "limited");
  expect((await lamps()).status).toBe(200);
});

test("401 leaves the token call alone", async () => {
  await toggle("shoprenter", "unauthorized");
  const token = await shoprenterToken();
  expect((await shoprenterProducts(token)).status).toBe(401);
});

test("slow: answers take their time", async () => {
  await toggle("storehippo", "slow");
  const began = performance.now();
  expect((await lamps()).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(70);
});

test("closing does not wait for a slow answer", async () => {
  const slow = await startSandbox({ port: 0, slowness: 60_000 });
  slow.faults.shopmy.add("slow");
  const answer = fetch(`${slow.origin}/shopmy.us/oauth`);
  const failed = expect(answer).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await slow.close();
  await failed;
});

test("expire: a Shoprenter token ends now, and another one can be had", async () => {
  const token = await shoprenterToken();
  expect((await shoprenterProducts(token)).status).toBe(200);
  await toggle("shoprenter", "expire");
  expect((await shoprenterProducts(token)).status).toBe(401);
  expect(await log()).toContain("the access token expired at");
  expect((await shoprenterProducts(await shoprenterToken())).status).toBe(200);
});

test("revoke: what was issued is refused", async () => {
  const token = await shoprenterToken();
  await toggle("shoprenter", "revoke");
  expect((await shoprenterProducts(token)).status).toBe(401);
});

test("reset: the platform is as at the start", async () => {
  await shoprenterToken();
  await toggle("shoprenter", "slow");
  await toggle("shoprenter", "reset");
  expect(sandbox.mocks.shoprenter.state.tokens.size).toBe(0);
  expect(sandbox.faults.shoprenter.size).toBe(0);
});

test("a handler of one's own that cuts the connection cuts it", async () => {
  sandbox.mocks.shopmy.handlers.unshift(http.get("https://api.shopmy.us/cut", () => HttpResponse.error()));
  await expect(fetch(`${sandbox.origin}/api.shopmy.us/cut`)).rejects.toThrow();
  expect(await log()).toContain("cut off");
});

test("a redirect to a platform stays in the sandbox, and HTML of a platform cannot run scripts", async () => {
  sandbox.mocks.shopmy.handlers.unshift(
    http.get(
      "https://shopmy.us/go",
      () => new HttpResponse(null, { status: 302, headers: { location: "https://shopmy.us/x?y=1" } }),
    ),
    http.get("https://shopmy.us/x", () => HttpResponse.html("<script>alert(1)</script>")),
  );
  const moved = await fetch(`${sandbox.origin}/shopmy.us/go`, { redirect: "manual" });
  expect(moved.headers.get("location")).toBe("/shopmy.us/x?y=1");
  const page = await fetch(`${sandbox.origin}/shopmy.us/x`);
  expect(page.headers.get("content-security-policy")).toBe("default-src 'none'");
});
