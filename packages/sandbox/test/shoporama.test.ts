import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { formsOf, press } from "./form.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => Date.UTC(2026, 1, 11, 9, 15) });
});
beforeEach(() => sandbox.mocks.shoporama.reset());
afterAll(() => sandbox.close());

const consentUrl = (changes: Record<string, string> = {}) => {
  const query = { client_id: "Lys & Lampe", redirect_uri: "http://localhost:3000/back", state: "n0nce" };
  return `${sandbox.origin}/www.shoporama.dk/admin/oauth/login?${new URLSearchParams({ ...query, ...changes })}`;
};
const settings = () => `${sandbox.origin}/www.shoporama.dk/webshop/api`;
const pageOf = async (url: string) => (await fetch(url)).text();
const connect = async (label = "Allow", change?: (fields: URLSearchParams) => void) => {
  const url = consentUrl();
  return new URL((await press(await pageOf(url), url, label, change)).headers.get("location")!);
};
const products = (key: string, init: RequestInit = {}) =>
  fetch(`${sandbox.origin}/www.shoporama.dk/REST/product?limit=1`, { headers: { authorization: key }, ...init });

test("the merchant picks a webshop and an access level, and the key comes back", async () => {
  const page = await pageOf(consentUrl());
  expect(page).toContain("<strong>Lys &amp; Lampe</strong>");
  expect(formsOf(page)[0]!.fields.toString()).toBe("shop=4410&level=all");
  expect(sandbox.mocks.shoporama.state.grants).toEqual([]);
  const back = await connect("Allow", (fields) => {
    fields.set("shop", "4587");
    fields.set("level", "read");
  });
  expect(back.searchParams.get("state")).toBe("n0nce");
  expect(back.searchParams.get("webshop_id")).toBe("4587");
  expect(back.searchParams.get("access_level")).toBe("read");
  const key = back.searchParams.get("token")!;
  const answer = await products(key);
  expect(answer.status).toBe(200);
  expect(((await answer.json()) as { products: { name: string }[] }).products[0]!.name).toBe("Uldgarn Fjord");
  const write = await products(key, {
    method: "POST",
    headers: { authorization: key, "content-type": "application/json" },
    body: JSON.stringify({ name: "Lampe" }),
  });
  expect(write.status).toBe(403);
});

test("a merchant who denies brings the state and no key", async () => {
  expect([...(await connect("Deny")).searchParams]).toEqual([["state", "n0nce"]]);
});

test.each([
  [{ state: "" }, "state must be given once"],
  [{ redirect_uri: "/back" }, "redirect_uri is an absolute http(s) URL"],
])("an authorization URL with %o shows the rule", async (changes, rule) => {
  const answer = await fetch(consentUrl(changes), { redirect: "manual" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(rule);
});

test("a form with a level that is none is refused", async () => {
  const body = new URLSearchParams({ answer: "approve", shop: "4410", level: "everything" });
  const answer = await fetch(consentUrl(), { method: "POST", body, redirect: "manual" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("the access level is one of read, write, all");
  expect(sandbox.mocks.shoporama.state.grants).toEqual([]);
});

test("Settings → API lists the key without showing it, and Revoke ends it", async () => {
  expect(await pageOf(settings())).toContain("No key yet");
  const key = (await connect()).searchParams.get("token")!;
  expect(await pageOf(settings())).toContain("<td>never</td>");
  expect((await products(key)).status).toBe(200);
  const page = await pageOf(settings());
  expect(page).toContain("OAuth: Lys &amp; Lampe");
  expect(page).toContain("<td>Full access</td>");
  expect(page).toContain("2026-02-11 09:15:00");
  expect(page).not.toContain(key);
  const answer = await press(page, settings(), "Revoke");
  expect(await answer.text()).toContain("is revoked");
  expect((await products(key)).status).toBe(401);
  expect(formsOf(await pageOf(settings()))).toEqual([]);
});

test("a key that is not there cannot be revoked", async () => {
  expect((await fetch(settings(), { method: "POST", body: new URLSearchParams({ key: "1-1" }) })).status).toBe(404);
});

test("the storefront of a webshop's own domain answers through the path", async () => {
  const answer = await fetch(`${sandbox.origin}/lampehuset.example.com/api/products`);
  expect(answer.status).toBe(200);
});
