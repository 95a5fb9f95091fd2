import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { formsOf, press } from "./form.ts";

const redirect = "http://localhost:3000/back?flow=abc";
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, redirectUris: { shopmy: ["http://localhost:3000/back"] } });
});
beforeEach(() => sandbox.mocks.shopmy.reset());
afterAll(() => sandbox.close());

const consentUrl = (changes: Record<string, string> = {}) => {
  const query = {
    Developer_id: SHOPMY_APP.developerId,
    scopes: "read_links,write_links",
    redirect_url: redirect,
    ...changes,
  };
  return `${sandbox.origin}/shopmy.us/oauth?${new URLSearchParams(query)}`;
};
const open = async (url = consentUrl()) => {
  const answer = await fetch(url, { redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text(), url };
};
const exchange = (code: string) =>
  fetch(`${sandbox.origin}/api.shopmy.us/v1/Partners/oauth-exchange-token`, {
    method: "POST",
    headers: { authorization: `Bearer ${SHOPMY_APP.developerKey}`, "content-type": "application/json" },
    body: JSON.stringify({ authorizationCode: code }),
  });

test("the page offers the creators, the asked scopes and three answers", async () => {
  const { status, text, headers } = await open();
  expect(status).toBe(200);
  const [form] = formsOf(text);
  expect(form!.buttons.map(({ label }) => label)).toEqual(["Connect", "Apply to ShopMy", "Deny"]);
  expect(form!.fields.getAll("scope")).toEqual(["read_links", "write_links"]);
  expect(text).toContain("Imke Aldana");
  expect(text).not.toContain("flow=abc");
  expect(headers.get("content-security-policy")).toContain("form-action 'self' http://localhost:3000;");
  // Looking at the page is no decision.
  expect(sandbox.mocks.shopmy.state.codes.size).toBe(0);
});

describe("the creator", () => {
  test("connects with fewer scopes, and the code buys a token that has those", async () => {
    const { text, url } = await open();
    const answer = await press(text, url, "Connect", (fields) => {
      fields.delete("scope");
      fields.append("scope", "read_links");
      fields.set("user", "90544");
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const back = new URL(answer.headers.get("location")!);
    expect(`${back.origin}${back.pathname}`).toBe("http://localhost:3000/back");
    expect(back.searchParams.get("flow")).toBe("abc");
    expect(back.searchParams.get("shopmy_status")).toBe("connected");
    const token = (await (await exchange(back.searchParams.get("shopmy_code")!)).json()) as { accessToken: string };
    const creator = sandbox.mocks.shopmy.state.users.find(({ id }) => id === 90544)!;
    expect(creator.token).toMatchObject({ value: token.accessToken, scopes: ["read_links"], active: true });
  });

  test("applies, and there is no code", async () => {
    const { text, url } = await open();
    const back = new URL((await press(text, url, "Apply to ShopMy")).headers.get("location")!);
    expect(back.searchParams.get("shopmy_status")).toBe("applied");
    expect(back.searchParams.has("shopmy_code")).toBe(false);
  });

  test("denies, and nothing is issued", async () => {
    const { text, url } = await open();
    const back = new URL((await press(text, url, "Deny")).headers.get("location")!);
    expect([...back.searchParams.keys()]).toEqual(["flow"]);
    expect(sandbox.mocks.shopmy.state.codes.size).toBe(0);
  });

  test("sends an answer that is none", async () => {
    const { url } = await open();
    const answer = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ answer: "toString" }),
      redirect: "manual",
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("the decision is to connect, apply or deny");
  });
});

test.each([
  [{ redirect_url: "http://localhost:3000/bacK" }, "redirect_url differs from the registered one at character 26"],
  [{ Developer_id: "someone" }, "Developer_id is not registered"],
  [{ scopes: "read_links write_links" }, "scopes are joined by commas"],
])("an authorization URL with %o shows the rule and goes nowhere", async (changes, rule) => {
  const { status, text, headers } = await open(consentUrl(changes));
  expect(status).toBe(400);
  expect(headers.get("location")).toBeNull();
  expect(text).toContain('role="alert"');
  expect(text).toContain(rule);
  expect(formsOf(text)).toEqual([]);
  expect(sandbox.mocks.shopmy.refusals.map(({ rule }) => rule).join()).toContain(rule);
});

test("what an app puts into the URL is escaped", async () => {
  const { text } = await open(consentUrl({ scopes: "<img src=x onerror=alert(1)>" }));
  expect(text).not.toContain("<img");
  expect(text).toContain("&lt;img");
});

test("the API answers through the path, query and body included", async () => {
  const { text, url } = await open();
  const back = new URL((await press(text, url, "Connect")).headers.get("location")!);
  const { accessToken } = (await (await exchange(back.searchParams.get("shopmy_code")!)).json()) as {
    accessToken: string;
  };
  const headers = { authorization: `Bearer ${SHOPMY_APP.developerKey}`, "x-access-token": `Bearer ${accessToken}` };
  const answer = await fetch(`${sandbox.origin}/api.shopmy.us/v1/Partners/Links`, { headers });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).toContain("Linen apron");
  const refused = await fetch(`${sandbox.origin}/api.shopmy.us/v1/Partners/Links`);
  expect(refused.status).toBe(401);
});
